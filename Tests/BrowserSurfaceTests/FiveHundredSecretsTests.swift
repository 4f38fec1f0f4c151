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

@Suite("500 secrets through a real browser", .serialized)
struct FiveHundredSecretsTests {
  /// The ways of `vault.html`, in its order.
  private static let shown = [
    "in a title", "in an address", "in a label", "in a heading", "in an environment", "in a column", "in a tooltip",
    "in a name", "in a link's address", "on a command line", "in an option", "in a placeholder",
  ]

  @Test("None is in any file, nor in what the key opens, nor in what is exported, audited, documented and reviewed")
  func none() async throws {
    let folder = try TemporaryFolder()
    let home = Home(directory: folder.path + "/home")
    let rows = URL(filePath: folder.path).appending(path: "rows.csv")
    let server = try PageServer(folder: RecordedBrowser.pages)
    let browser = try await Chromium.start(
      BrowserSettings(
        profile: folder.path + "/profile", isHeadless: true, flags: ["--remote-debugging-port=0"],
        address: "\(server.origin)/vault.html", origins: [server.origin], frames: true))
    var dice = Dice(seed: 97)
    var planted: [(secret: String, way: String)] = []
    func secret(_ way: String) -> String {
      planted.append((dice.secret(), way))
      return planted[planted.count - 1].secret
    }
    let table = (1...40).map { "user\($0),\(secret("in a file of rows"))\n" }.joined()
    try Data(("user,password\n" + table).utf8).write(to: rows)
    let recorder = try grant(server.origin, rows, in: home)
      .recorder(of: [browser], shownBy: browser, clock: SystemClock())
    async let running = recorder.run()
    let hand = try await BrowserHand(profile: folder.path + "/profile", page: "vault.html")
    try await hand.arrive(at: "vault.html")
    for _ in 1...34 {
      try await self.show(Self.shown.map { secret($0) }, hand)
    }
    for _ in 1...12 {
      try await hand.click("#password")
      try await hand.type(secret("typed into a password field"))
      try await replace("#api", with: secret("typed into a field that is called so"), hand)
      try await replace("#message", with: "hi, the password is \(secret("typed into a message"))", hand)
      try await replace("#setting", with: "export DB_PASSWORD='\(secret("typed as a setting"))'", hand)
      try await hand.click("#send")
    }
    for _ in 1...12 {
      let text = "Your new password: \(secret("in a dialog"))"
      let _: Bool = try await hand.evaluate("(setTimeout(() => alert('\(text)'), 0), true)")
      try await hand.answer(accept: true)
    }
    try await replace("#plain", with: "said in the open", hand)
    try await hand.click("#send")
    try await hand.rest()
    await browser.end()
    let status = try await running
    #expect(planted.count >= 500)
    #expect(status.recorded >= 100)
    try FileManager.default.removeItem(at: rows)

    let search = PlantedSecrets(planted.map(\.secret))
    func ways(_ finds: [PlantedSecrets.Find]) -> [String] {
      let found = Set(finds.map(\.secret))
      let count = Dictionary(grouping: planted.filter { found.contains($0.secret) }, by: \.way).mapValues(\.count)
      return count.map { "\($0.value) \($0.key)" }.sorted()
    }
    let opened = try await JournalReader(home: home, key: Keys.unlock(in: home)).events().events
    #expect(opened.contains { $0.frame != nil }, "Pictures are kept.")
    #expect(opened.contains { if case .signal(.opened) = $0.occurrence { true } else { false } }, "Rows are kept.")
    let readable = ways(search.found(in: try JSONEncoder().encode(opened)))
    #expect(readable == [])
    #expect(PlantedSecrets(["said in the open"]).found(in: try JSONEncoder().encode(opened)) != [])
    try useAll(of: folder.path)
    // The browser keeps a history of where it was and what it showed, as any browser does.
    try FileManager.default.removeItem(atPath: folder.path + "/profile")
    let written = ways(try search.found(below: URL(filePath: folder.path)))
    #expect(written == [])
  }

  private func grant(_ origin: String, _ rows: URL, in home: Home) throws -> RecordingPlan {
    try Keys.create(in: home, passphrase: nil)
    let now = SystemClock().now()
    let scope = Scope(
      places: [try PlacePattern(origin), try PlacePattern(rows.path)], surfaces: [.browser, .desktop],
      keepsFrames: true, keepsText: true, from: now)
    try GrantStore(home: home).add(Grant(id: "secrets", scope: scope, given: now))
    return try RecordingPlan(home: home, at: now)
  }

  /// Has the page show some secrets, and works on what shows them.
  private func show(_ secrets: [String], _ hand: BrowserHand) async throws {
    let list = String(decoding: try JSONEncoder().encode(secrets), as: UTF8.self)
    let _: Bool = try await hand.evaluate("window.show(\(list))")
    try await hand.click("#press")
    try await hand.click("#cell", count: 2)
    try await hand.press(Chord("c", modifiers: [.control]), command: "copy")
    try await hand.click("#plain")
    try await hand.press(Chord("a", modifiers: [.control]), command: "selectAll")
    try await hand.press(Chord("v", modifiers: [.control]), command: "paste")
    try await hand.click("#asked")
    try await hand.focus("#choice")
    try await hand.press(Chord("ArrowDown"))
    try await hand.click("#cell")
  }

  private func replace(_ field: String, with text: String, _ hand: BrowserHand) async throws {
    try await hand.click(field)
    try await hand.press(Chord("a", modifiers: [.control]), command: "selectAll")
    try await hand.type(text)
  }

  /// Everything that a person can have made of what was recorded.
  private func useAll(of folder: String) throws {
    for words in [
      ["export", folder + "/events.json"], ["audit", "--html", folder + "/audit.html"], ["audit", "--json"],
      ["workflows"], ["review"], ["review", "--json"], ["status"], ["ledger"],
    ] {
      let tests = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      let process = Process()
      process.executableURL = tests.deletingLastPathComponent().appending(path: "understudy")
      process.arguments = words + ["--home", folder + "/home"]
      let output = URL(filePath: folder).appending(path: "output-\(words.joined().filter(\.isLetter))")
      FileManager.default.createFile(atPath: output.path, contents: nil)
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = process.standardOutput
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      let said = try String(contentsOf: output, encoding: .utf8)
      #expect(process.terminationStatus == 0, "understudy \(words[0]): \(said.suffix(400))")
    }
  }
}
