import Foundation
import Testing
import Trace

@testable import Guard

@Suite("What is out of scope is dropped")
struct SanitizerScopeTests {
  @Test("Without a grant nothing is kept")
  func noGrant() {
    var sanitizer = Sanitizer(scopes: [], pseudonyms: Pseudonyms(key: 0..<16))
    #expect(sanitizer.sanitize(event(.action(.click(Click())))) == nil)
    #expect(
      sanitizer.sanitize(event(.signal(.gap("The disk was full.")), in: Place(application: "", window: ""))) == nil)
  }

  @Test("A granted page is kept as it is")
  func granted() throws {
    var sanitizer = try trackerSanitizer()
    let click = event(.action(.click(Click())), on: field("summary", value: "Printer jams"))
    #expect(sanitizer.sanitize(click)?.value == click)
  }

  static let foreign: [(String, Event)] = [
    ("another origin", event(.action(.click(Click())), in: place("https://bank.example.org/"))),
    ("a foreign frame", event(.action(.click(Click())), in: place(tracker.document, frames: ["https://ads.example/"]))),
    (
      "a granted frame in a foreign page",
      event(.action(.click(Click())), in: place("https://evil.example/", frames: [tracker.document]))
    ),
    ("a data: frame", event(.action(.click(Click())), in: place(tracker.document, frames: ["data:text/html,hi"]))),
    ("a private window", event(.action(.click(Click())), in: place(tracker.document, isPrivate: true))),
    ("before the grant", event(.action(.click(Click())), at: Moment(seconds: monday.seconds - 1))),
    ("after the grant", event(.action(.click(Click())), at: Moment(seconds: monday.seconds + 86_400))),
    ("another surface", event(.action(.click(Click())), surface: .desktop)),
    ("a page without an address", event(.action(.fill("x")), in: place("about:blank"))),
    ("a command in no folder", event(.action(.run("ls")), in: place(""))),
    ("a private blank tab", event(.action(.openTab), in: place("about:blank", isPrivate: true))),
  ]

  static func place(_ document: String, frames: [String] = [], isPrivate: Bool = false) -> Place {
    Place(application: "Chromium", window: "1", document: document, frames: frames, isPrivate: isPrivate)
  }

  @Test("Nothing else is kept", arguments: foreign)
  func outside(_ what: String, event: Event) throws {
    var sanitizer = try trackerSanitizer()
    #expect(sanitizer.sanitize(event) == nil)
  }

  @Test(
    "Frames without an address of their own belong to the page around them", arguments: ["about:blank", "about:srcdoc"])
  func inheritingFrame(document: String) throws {
    var sanitizer = try trackerSanitizer()
    let click = event(.action(.click(Click())), in: SanitizerScopeTests.place(tracker.document, frames: [document]))
    #expect(sanitizer.sanitize(click)?.value == click)
  }

  @Test("What a grant excludes is dropped though another line names it")
  func excluded() throws {
    var scope = try trackerScope()
    scope.excluded = [try PlacePattern("https://tracker.example.org/health")]
    var sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: 0..<16))
    let health = SanitizerScopeTests.place("https://tracker.example.org/health/12")
    #expect(sanitizer.sanitize(event(.action(.click(Click())), in: health)) == nil)
    #expect(sanitizer.sanitize(event(.action(.click(Click())))) != nil)
  }

  @Test("A new tab may be told, without what its title says")
  func blankTab() throws {
    var sanitizer = try trackerSanitizer()
    let tab = Place(application: "Chromium", window: "2", title: "My bank", document: "about:blank")
    let kept = sanitizer.sanitize(event(.action(.openTab), in: tab))?.value
    #expect(kept?.place == Place(application: "Chromium", window: "2", document: "about:blank"))
  }

  @Test("An address that leads elsewhere is withheld, and where a pasted text came from")
  func elsewhere() throws {
    var sanitizer = try trackerSanitizer()
    let bank = "https://bank.example.org/account"
    let opened = sanitizer.sanitize(event(.action(.navigate(bank, cause: .typed))))?.value
    #expect(opened?.occurrence == .action(.navigate("‹elsewhere›", cause: .typed)))
    let led = sanitizer.sanitize(event(.signal(.navigation(to: bank, cause: .link))))?.value
    #expect(led?.occurrence == .signal(.navigation(to: "‹elsewhere›", cause: .link)))
    let within = event(.action(.navigate("https://tracker.example.org/new", cause: .typed)))
    #expect(sanitizer.sanitize(within)?.value == within)
    let source = Clipping(place: SanitizerScopeTests.place(bank), element: field("balance"))
    let pasted = sanitizer.sanitize(event(.action(.paste("12", from: source)), on: field("summary")))?.value
    #expect(pasted?.occurrence == .action(.paste("12", from: nil)))
  }

  @Test("Pictures are kept where they are granted and the surface knows what it painted over")
  func frames() throws {
    let frame = Frame(id: "f", mediaType: "image/png", width: 1, height: 1, masked: [], pixels: Data([1]))
    var unknown = frame
    unknown.masked = nil
    var granted = try trackerSanitizer()
    #expect(granted.sanitize(event(.action(.click(Click())), frame: frame))?.value.frame == frame)
    #expect(granted.sanitize(event(.action(.click(Click())), frame: unknown))?.value.frame == nil)
    var denied = try trackerSanitizer(keepsFrames: false)
    #expect(denied.sanitize(event(.action(.click(Click())), frame: frame))?.value.frame == nil)
  }
}
