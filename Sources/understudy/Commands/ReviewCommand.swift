import ArgumentParser
import BrowserSurface
import Findings
import Foundation
import Guard
import Journal
import Surfaces
import Trace
import UnixSignals
import Watch

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Show what was kept, event by event; try what a grant would keep; apply your rules to what was kept.",
    discussion: """
        understudy review --from 2026-11-24 --place https://crm.example.org
        understudy review --withheld
        understudy review --why
        understudy review --try https://crm.example.org
        understudy review --redact

      Each line begins with a name that `understudy forget --event` takes. Your rules are a text file, one a line:

        deny https://bank.example.org
        deny window:Salaries
        redact field Customer number
        redact place https://crm.example.org/notes
        redact text Project Falcon
        redact pattern PRJ-####
        allow text support@example.org
        keep 90 days
      """)

  @Option(help: ArgumentHelp("Only this session.", valueName: "name"))
  var session: [String] = []

  @Option(help: ArgumentHelp("Only what happened in this place, or tells of it.", valueName: "place"))
  var place: [String] = []

  @Option(help: ArgumentHelp("From this moment on.", valueName: "yyyy-mm-dd hh:mm"))
  var from: LocalMoment?

  @Option(help: ArgumentHelp("Up to this moment.", valueName: "yyyy-mm-dd hh:mm"))
  var until: LocalMoment?

  @Flag(help: "Only events of which something was withheld.")
  var withheld = false

  @Flag(help: "Say of each event which step of work it became part of, or why it is none.")
  var why = false

  @Option(
    name: .customLong("try"),
    help: ArgumentHelp(
      "Record here without keeping anything: shows what would be kept, then throws it away.", valueName: "place"))
  var trial: [String] = []

  @Flag(help: "With --try: keep pictures and prose as --frames and --text of a grant would.")
  var all = false

  @Option(help: ArgumentHelp("The Chromium or Chrome to use for --try.", valueName: "path"))
  var chromium: String?

  @Flag(help: "Apply your rules, as they are now, to everything that was kept: it cannot be undone.")
  var redact = false

  @Flag(help: "With --redact: without asking, for scripts.")
  var yes = false

  @Flag(help: "The events as JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    if redact { return try await applyRules(terminal) }
    if !trial.isEmpty { return try await tryOut(terminal) }
    let selection = ErasureSelection(
      sessions: session.isEmpty ? nil : Set(session), from: from?.moment, until: until?.moment,
      places: place.isEmpty ? nil : try place.map { try PlacePattern($0) })
    let reading = try await options.openJournal(terminal).events()
    let events = reading.events.filter { selection.contains($0) }
    try Ledger(home: options.folders).append(
      LedgerEntry(.read, at: SystemClock().now(), subjects: Set(events.map(\.id.session)).sorted()))
    let reasons = why ? StepReasons(of: reading.events) : nil
    try show(events, terminal, reasons: reasons)
  }

  private func show(_ events: [Event], _ terminal: Terminal, reasons: StepReasons? = nil) throws {
    let lines = events.map { ($0, EventText($0).line) }.filter { !withheld || Withheld.isContained(in: $0.1) }
    if json { return try terminal.print(json: lines.map(\.0)) }
    for (event, line) in lines {
      terminal.print(line)
      if let reasons { terminal.print("    → \(reasons.words(of: event.id))") }
    }
    terminal.say(
      "\(lines.count) events. What stands in ‹angles› was withheld. Erase one: understudy forget --event NAME. "
        + "Your rules: \(options.folders.rules.path)")
  }
}

// MARK: - Rules

extension ReviewCommand {
  private func applyRules(_ terminal: Terminal) async throws {
    let home = options.folders
    let key = try options.unlock(recorded: terminal)
    let sanitizer = try home.sanitizerOfRules()
    let eraser = try Eraser(home: home, key: key)
    let preview = try await eraser.preview(redactingWith: sanitizer)
    guard preview.erased + preview.rewritten > 0 else {
      return terminal.print("Your rules withhold nothing that was kept.")
    }
    terminal.say(
      "\(preview.erased) events will be erased, and \(preview.rewritten) stay without what the rules withhold. "
        + "Pictures of other events are not looked into.")
    if !yes, terminal.ask("Do this? Type yes: ")?.lowercased() != "yes" {
      throw Failure(
        .notApproved,
        terminal.canAsk ? "Nothing was changed." : "Nothing was changed: nobody could be asked. Add --yes.")
    }
    let erasure = try await eraser.redact(with: sanitizer, as: preview.digest, at: SystemClock().now())
    ErasureText(erasure, browserProfile: .none).lines.forEach { terminal.print($0) }
  }
}

// MARK: - Trying

extension ReviewCommand {
  /// Records into a home of its own with a key that is thrown away, shows what is in it, and removes it.
  private func tryOut(_ terminal: Terminal) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-try-\(UUID().uuidString)")
    let home = Home(directory: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = SystemClock()
    try Keys.create(in: home, passphrase: nil)
    let rules = options.folders.rules
    if FileManager.default.fileExists(atPath: rules.path) {
      try FileManager.default.copyItem(at: rules, to: home.rules)
    }
    let scope = Scope(
      places: try trial.map { try PlacePattern($0) }, surfaces: [.browser], keepsFrames: all, keepsText: all,
      from: clock.now())
    try GrantStore(home: home).add(Grant(id: "try", scope: scope, purposes: [.record], given: clock.now()))
    let plan = try RecordingPlan(home: home, at: clock.now())
    var settings = BrowserSettings(profile: home.browserProfile.path, executable: chromium)
    settings.watch(plan)
    settings.address = plan.firstPage ?? "about:blank"
    let browser = try await Chromium.start(settings, clock: clock)
    let recorder = try plan.recorder(of: [browser], shownBy: browser, clock: clock)
    terminal.say("A trial: close the window or press Ctrl+C to see what would have been kept. Nothing of it stays.")
    let running = Task { try await recorder.run() }
    let interrupting = Task {
      for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup) { running.cancel() }
    }
    defer { interrupting.cancel() }
    do {
      _ = try await running.value
    } catch {
      await browser.end()
      throw error
    }
    await browser.end()
    try show(try await JournalReader(home: home, key: Keys.unlock(in: home)).events().events, terminal)
  }
}
