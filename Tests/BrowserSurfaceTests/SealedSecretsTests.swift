import BrowserSurface
import Foundation
import Guard
import Journal
import Planted
import SurfaceTesting
import Surfaces
import Testing
import Trace
import Watch

@Suite("What a journal holds of secrets and of other places", .serialized)
struct SealedSecretsTests {
  /// Passwords that are shown while they are typed, and values that scripts put into hidden fields.
  static let shown = (1...6).map { "planted-shown-\($0)" }
  static let hidden = (1...3).map { "planted-veiled-\($0)" }
  /// What stood, drawn as dots, in a field and in a part of the page before anybody typed there.
  static let drawn = ["planted-drawn-pin", "planted-drawn-phrase"]

  @Test("Of 20 secrets and of a place that is not granted, nothing is in any file, nor in what the key opens")
  func sealed() async throws {
    let folder = try TemporaryFolder()
    let home = Home(directory: folder.path)
    let server = try PageServer(folder: RecordedBrowser.pages)
    let stranger = try PageServer(folder: RecordedBrowser.pages)
    let plan = try grant(server.origin, in: home)
    let profile = home.data.appending(path: "browser").path
    let browser = try await Chromium.start(
      BrowserSettings(
        profile: profile, isHeadless: true, flags: ["--remote-debugging-port=0"],
        address: "\(server.origin)/secrets.html", origins: [server.origin], frames: true))
    let recorder = try plan.recorder(of: [browser], shownBy: browser, clock: SystemClock())
    async let running = recorder.run()
    let hand = try await BrowserHand(profile: profile, page: "secrets.html")
    try await hand.arrive(at: "secrets.html")
    try await typeSecrets(hand)
    try await hand.navigate(to: "\(stranger.origin)/secrets.html")
    try await hand.arrive(at: stranger.origin)
    try await hand.click("#plain")
    try await hand.type("planted-elsewhere")
    try await hand.click("#send")
    try await hand.rest()
    await browser.end()
    let status = try await running

    let secrets = Array(SecretTests.planted.values) + Self.shown + Self.hidden + Self.drawn
    #expect(secrets.count >= 20)
    let planted = PlantedSecrets(secrets + ["planted-elsewhere", stranger.origin])
    let opened = try await JournalReader(home: home, key: Keys.unlock(in: home)).events().events
    let readable = try JSONEncoder().encode(opened)
    #expect(planted.found(in: readable) == [])
    #expect(
      PlantedSecrets(["said in the open"]).found(in: readable) != [],
      "The search finds what is there, in \(opened.map { "\($0.occurrence)" })")
    #expect(opened.count == status.recorded)
    #expect(try PlantedSecrets(secrets).found(below: URL(filePath: folder.path)) == [])
    // The browser itself keeps a history of where it was, as any browser does.
    try FileManager.default.removeItem(atPath: profile)
    #expect(try planted.found(below: URL(filePath: folder.path)) == [])
  }

  private func grant(_ origin: String, in home: Home) throws -> RecordingPlan {
    try Keys.create(in: home, passphrase: nil)
    let now = SystemClock().now()
    let scope = Scope(
      places: [try PlacePattern(origin)], surfaces: [.browser], keepsFrames: true, keepsText: true, from: now)
    try GrantStore(home: home).add(Grant(id: "secrets", scope: scope, given: now))
    return try RecordingPlan(home: home, at: now)
  }

  private func typeSecrets(_ hand: BrowserHand) async throws {
    for (field, text) in SecretTests.planted.sorted(by: { $0.key < $1.key }) {
      try await hand.click(field)
      try await hand.type(text)
    }
    let values = String(decoding: try JSONEncoder().encode(Self.hidden), as: UTF8.self)
    let _: Bool = try await hand.evaluate(
      """
      (() => {
        const add = (html) => at("form").insertAdjacentHTML("beforeend", html);
        for (const value of \(values)) add(`<input type="hidden" value="${value}">`);
        for (let number = 1; number <= 6; number += 1) {
          add(`<p><label>Password ${number} <input type="password" id="shown${number}"></label>
            <button type="button" id="toggle${number}" onclick="at('shown${number}').type = 'text'">Show</button></p>`);
        }
        return true;
      })()
      """)
    let _: Bool = try await hand.evaluate(
      """
      (() => {
        const add = (html) => at("form").insertAdjacentHTML("beforeend", html);
        add(`<p><label>Old PIN <input id="drawn0" style="-webkit-text-security: disc" value="\(Self.drawn[0])"></label></p>`);
        add(`<div id="drawn1" contenteditable style="-webkit-text-security: disc">\(Self.drawn[1])</div>`);
        return true;
      })()
      """)
    try await hand.click("#drawn0")
    try await hand.press(Chord("Enter"))
    try await hand.click("#drawn1")
    try await hand.type("!")
    for (number, text) in zip(1..., Self.shown) {
      try await hand.click("#shown\(number)")
      try await hand.type(String(text.prefix(9)))
      try await hand.click("#toggle\(number)")
      try await hand.click("#shown\(number)", at: (0.9, 0.5))
      try await hand.press(Chord("End"))
      try await hand.type(String(text.dropFirst(9)))
    }
    try await hand.click("#plain")
    try await hand.type("said in the open")
    try await hand.click("#send")
  }
}
