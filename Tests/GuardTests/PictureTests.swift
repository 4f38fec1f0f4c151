import Foundation
import Testing
import Trace

@testable import Guard

@Suite("Pictures show nothing that is withheld")
struct PictureTests {
  /// Where the pictures of `Resources` show a secret; they differ there only.
  private static let secret = Bounds(x: 4, y: 24, width: 60, height: 14)

  @Test(
    "Two pictures that differ in what is painted over are one picture then, and the rest stays",
    arguments: ["customer", "restarts"])
  func covered(name: String) throws {
    let (token, password) = (try jpeg("\(name)-token"), try jpeg("\(name)-password"))
    #expect(token != password)
    let mask = JPEGMask(covering: [JPEGMask.Pixels(x: 2..<66, y: 22..<40)])
    let masked = try #require(mask.applied(to: token))
    #expect(mask.applied(to: password) == masked)
    #expect(mask.applied(to: masked) == masked)
    // Of the picture's other parts nothing is lost: painting over all of it takes away more.
    let all = try #require(JPEGMask(covering: [JPEGMask.Pixels(x: 0..<96, y: 0..<48)]).applied(to: token))
    #expect(all.count < masked.count)
  }

  @Test(
    "A picture in which nothing is painted over stays as it is, byte for byte", arguments: ["customer", "restarts"])
  func same(name: String) throws {
    let picture = try jpeg("\(name)-token")
    #expect(JPEGMask(covering: []).applied(to: picture) == picture)
  }

  @Test("With a code that begins anew and is the same for all it is the same picture, block by block")
  func restarts() throws {
    let picture = try jpeg("customer-token")
    let cut = try #require(JPEGRestarts.added(to: picture))
    #expect(JPEGRestarts.added(to: cut) == nil)
    var (own, common) = (JPEGHeader(), JPEGHeader())
    let begin = (own: own.read([UInt8](picture)), common: common.read([UInt8](cut)))
    let (ownStart, start) = (try #require(begin.own), try #require(begin.common))
    let scan = try #require(common.scan)
    #expect(scan.restartInterval > 0)
    let dc = try #require(
      HuffmanCode(
        counts: JPEGCommonCode.dcCounts.map(Int.init), symbols: JPEGCommonCode.dcSymbols))
    let ac = try #require(
      HuffmanCode(
        counts: JPEGCommonCode.acCounts.map(Int.init), symbols: JPEGCommonCode.acSymbols))
    let plain = JPEGScanMasker.Writing(interval: 0, dc: dc, ac: ac)
    var back = JPEGScanMasker(
      bytes: [UInt8](cut), start: start, header: common, scan: scan, writing: plain)
    var once = JPEGScanMasker(
      bytes: [UInt8](picture), start: ownStart, header: own, scan: try #require(own.scan), writing: plain)
    let ends = (back.run { _, _, _ in false }, once.run { _, _, _ in false })
    #expect(ends.0 == cut.count - 2)
    #expect(ends.1 == picture.count - 2)
    #expect(back.output == once.output)
    for count in stride(from: 0, to: picture.count - 3, by: 7) {
      #expect(JPEGRestarts.added(to: picture.prefix(count)) == nil)
    }
    #expect(try JPEGRestarts.added(to: jpeg("progressive")) == nil)
    #expect(try JPEGRestarts.added(to: jpeg("restarts-token")) == nil)
  }

  @Test("What cannot be read to its end is not painted over by halves")
  func damaged() throws {
    let mask = JPEGMask(covering: [JPEGMask.Pixels(x: 0..<20, y: 0..<20)])
    let picture = try jpeg("customer-token")
    for count in stride(from: 0, to: picture.count - 3, by: 7) {
      #expect(mask.applied(to: picture.prefix(count)) == nil)
    }
    #expect(mask.applied(to: try jpeg("progressive")) == nil)
  }

  @Test("A text that is withheld is painted over, and so is what cannot be read; other texts are not")
  func texts() throws {
    let kept = Bounds(x: 4, y: 4, width: 50, height: 12)
    let image = Bounds(x: 80, y: 30, width: 16, height: 18)
    let token = DrawnText("the password is hunter2-S3cret!", bounds: [Self.secret])
    let masked = try #require(
      try frame("customer-token", [DrawnText("Customer", bounds: [kept]), token, DrawnText(nil, bounds: [image])]))
    #expect(masked.masked == [Self.secret, image])
    #expect(masked.drawn == [])
    #expect(masked.pixels != (try jpeg("customer-token")))
    #expect(try frame("customer-token", [DrawnText("Customer", bounds: [kept])])?.pixels == jpeg("customer-token"))
  }

  @Test("What a text is called by says that it is secret, and the person's own rules and known secrets count")
  func contexts() throws {
    func areas(_ texts: [DrawnText], rules: String = "") throws -> [Bounds]? {
      try frame("customer-token", texts, rules: rules)?.masked
    }
    #expect(try areas([DrawnText("tr0ub4dor", label: "Password", bounds: [Self.secret])]) == [Self.secret])
    #expect(
      try areas([DrawnText("Project Lantern", bounds: [Self.secret])], rules: "redact text Lantern") == [Self.secret])
    #expect(try areas([DrawnText("4111 1111 1111 1111", label: "Card", bounds: [Self.secret])]) == [Self.secret])
  }

  @Test("A picture that cannot be painted over is dropped")
  func dropped() throws {
    let secret = DrawnText("the password is hunter2-S3cret!", bounds: [Self.secret])
    #expect(try frame("progressive", [secret]) == nil)
    #expect(try frame("progressive", [DrawnText("Customer", bounds: [Self.secret])]) != nil)
  }

  private func jpeg(_ name: String) throws -> Data {
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "jpg", subdirectory: "Resources"))
    return try Data(contentsOf: file)
  }

  /// A picture with these texts, after it went through the guard with a click.
  private func frame(_ name: String, _ texts: [DrawnText], rules: String = "") throws -> Frame? {
    let scope = Scope(
      places: [try PlacePattern("https://a.example.org")], surfaces: [.browser], keepsFrames: true,
      from: Moment(seconds: 0))
    var sanitizer = Sanitizer(
      scopes: [scope], pseudonyms: Pseudonyms(key: 0..<16), rules: try OwnRules(rules))
    let frame = Frame(
      id: name, mediaType: "image/jpeg", width: 96, height: 48, masked: [], drawn: texts, pixels: try jpeg(name))
    let event = Event(
      id: EventID(session: "s", sequence: 0), time: Moment(seconds: 1), surface: .browser,
      place: Place(application: "Chromium", window: "1", document: "https://a.example.org/x"),
      occurrence: .action(.click(Click())), element: Element(role: .button, name: "Save"), frame: frame)
    return sanitizer.sanitize(event)?.value.frame
  }
}
