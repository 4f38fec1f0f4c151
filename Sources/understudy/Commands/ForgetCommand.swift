import ArgumentParser
import Findings
import Foundation
import Guard
import Journal
import Surfaces
import Trace

struct ForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erase what was recorded: a session, a workflow's episodes, a place, a range of time, or everything.",
    discussion: """
      What is named narrows what is erased: a place and a range of time together erase what happened there then. With
      the events go their pictures, everything made of them that is still on this machine, and their keys; what is left
      gets new keys. A receipt says what went and what cannot be reached.

        understudy forget --place https://bank.example.org
        understudy forget --from "2026-11-24 13:00" --until "2026-11-24 14:30"
        understudy forget --workflow "Enter an invoice"
        understudy forget --session 20261124T090000Z-1f3a90 --event 20261124T101500Z-77c01e#12
        understudy forget --everything

      The profile of Understudy's own browser (history, cache, cookies) goes too, since it may hold the same things:
      you will have to log in there again. --keep-browser leaves it.
      """)

  @Option(help: ArgumentHelp("A session, as `understudy ledger` names it.", valueName: "name"))
  var session: [String] = []

  @Option(help: ArgumentHelp("One event.", valueName: "session#number"))
  var event: [String] = []

  @Option(help: ArgumentHelp("The episodes of a workflow: its name, a part of it, or its id.", valueName: "name"))
  var workflow: String?

  @Option(help: ArgumentHelp("What happened in this place, or tells of it.", valueName: "place"))
  var place: [String] = []

  @Option(help: ArgumentHelp("From this moment on, on this machine's clock.", valueName: "yyyy-mm-dd hh:mm"))
  var from: LocalMoment?

  @Option(help: ArgumentHelp("Up to this moment.", valueName: "yyyy-mm-dd hh:mm"))
  var until: LocalMoment?

  @Flag(help: "Everything that was recorded.")
  var everything = false

  @Flag(
    help: "What is older than your grants and rules keep it, where the clock has jumped and you say that it is right.")
  var expired = false

  @Flag(help: "Leave the profile of Understudy's own browser as it is.")
  var keepBrowser = false

  @Flag(help: "Only say what would be erased.")
  var dryRun = false

  @Flag(help: "Erase without asking, for scripts.")
  var yes = false

  @Flag(help: "The receipt as JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func validate() throws {
    let isNarrowed =
      !session.isEmpty || !event.isEmpty || workflow != nil || !place.isEmpty || from != nil || until != nil
    if expired {
      guard !isNarrowed, !everything else { throw ValidationError("--expired stands alone.") }
      return
    }
    guard isNarrowed != everything else {
      throw ValidationError(
        everything
          ? "--everything erases everything: name nothing beside it."
          : "Say what to erase, for example --place https://bank.example.org, or --everything.")
    }
  }

  func run() async throws {
    let terminal = Terminal.current
    let home = options.folders
    guard FileManager.default.fileExists(atPath: home.journal.path) else {
      throw Failure(.nothingRecorded, "Nothing was recorded yet in \(home.data.path), so there is nothing to erase.")
    }
    if expired { return try await forgetExpired(terminal) }
    let selection = try await selection(terminal)
    let eraser = try Eraser(home: home, key: key(for: selection, terminal))
    let preview = try await eraser.preview(selection)
    let (events, sessions) = (preview.erased, preview.sessions.count)
    guard sessions > 0 else {
      throw Failure(.nothingRecorded, "Nothing of that was recorded, so nothing was erased.")
    }
    terminal.say(
      "\(events) \(events == 1 ? "event" : "events") of \(sessions) "
        + "\(sessions == 1 ? "session" : "sessions") \(dryRun ? "would be" : "will be") erased for good"
        + (forgetsBrowser ? ", and the browser's own profile: you will have to log in there again." : "."))
    if dryRun { return }
    if !yes {
      guard terminal.ask("Erase this? Type yes: ")?.lowercased() == "yes" else {
        throw Failure(
          .notApproved,
          terminal.canAsk ? "Nothing was erased." : "Nothing was erased: nobody could be asked. Add --yes.")
      }
    }
    terminal.progress("Erasing …")
    let profile = try forgetBrowser()
    let erasure = try await eraser.erase(selection, as: preview.digest, at: SystemClock().now())
    if everything { try Teaching.remove(in: home) }
    terminal.endProgress()
    if json { return try terminal.print(json: erasure.receipt) }
    ErasureText(erasure, browserProfile: profile).lines.forEach { terminal.print($0) }
  }
}

// MARK: - What is too old

extension ForgetCommand {
  private func forgetExpired(_ terminal: Terminal) async throws {
    let retention = Retention(home: options.folders, days: try options.folders.ownRules().daysKept)
    guard try retention.isSet() else {
      throw Failure(
        .usage,
        "Neither your grants nor your rules say how long to keep. Write in the rules, for example: keep 90 days")
    }
    let now = SystemClock().now()
    if !yes, terminal.ask("It is \(now.localTime) now: is that right? Type yes: ")?.lowercased() != "yes" {
      throw Failure(.notApproved, "Nothing was erased.")
    }
    let key = try options.unlock(terminal)
    let outcome = try await retention.apply(at: now, with: key, isConfirmed: true)
    guard case .erased(let erasure) = outcome else {
      return terminal.print("Nothing has been kept for too long.")
    }
    ErasureText(erasure, browserProfile: .none).lines.forEach { terminal.print($0) }
  }
}

// MARK: - What to erase

extension ForgetCommand {
  private func selection(_ terminal: Terminal) async throws -> ErasureSelection {
    if everything { return .everything }
    var selection = ErasureSelection(
      sessions: session.isEmpty ? nil : Set(session), from: from?.moment, until: until?.moment,
      places: place.isEmpty ? nil : try place.map { try PlacePattern($0) })
    let events = try event.map { try identifier($0) }
    if !events.isEmpty { selection.events = Set(events) }
    if let workflow {
      let past = try await Past.read(options, terminal)
      let episodes = past.episodes(of: try past.workflow(named: workflow))
      let own = Set(episodes.flatMap { $0.steps.flatMap(\.events) })
      selection.events = selection.events.map { $0.intersection(own) } ?? own
    }
    return selection
  }

  /// Everything, or whole sessions, can be erased by who has lost the passphrase.
  private func key(for selection: ErasureSelection, _ terminal: Terminal) throws -> PersonKey? {
    guard Keys.exist(in: options.folders) else { return nil }
    if everything, try Keys.protection(in: options.folders) == .passphrase, try options.givenPassphrase() == nil {
      terminal.say("(Without the passphrase everything is erased too, but the key is not exchanged: leave it empty.)")
      guard let passphrase = terminal.askSecretly("Passphrase: "), !passphrase.isEmpty else { return nil }
      return try Keys.unlock(in: options.folders, passphrase: passphrase)
    }
    return try options.unlock(terminal)
  }

  private func identifier(_ text: String) throws -> EventID {
    let parts = text.split(separator: "#")
    guard parts.count == 2, let sequence = Int(parts[1]) else {
      throw Failure(.usage, "“\(text)” names no event. Write it as session#number.")
    }
    return EventID(session: String(parts[0]), sequence: sequence)
  }
}

// MARK: - The browser's own profile

extension ForgetCommand {
  private var forgetsBrowser: Bool {
    !keepBrowser && !isBrowserOpen && FileManager.default.fileExists(atPath: options.folders.browserProfile.path)
  }

  /// Chromium notes in its profile which process uses it (`SingletonLock`, a link to host and process).
  private var isBrowserOpen: Bool {
    let lock = options.folders.browserProfile.appending(path: "SingletonLock").path
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: lock),
      let process = target.split(separator: "-").last.flatMap({ Int32($0) })
    else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }

  /// Removes the profile; returns whether there was one and it went.
  private func forgetBrowser() throws -> ErasureText.BrowserProfile {
    let profile = options.folders.browserProfile
    guard FileManager.default.fileExists(atPath: profile.path) else { return .none }
    guard !keepBrowser else { return .kept }
    guard !isBrowserOpen else { return .open }
    do {
      try FileManager.default.removeItem(at: profile)
    } catch {
      throw Failure(
        .fileUnreadable,
        "The browser's profile \(profile.path) could not be removed, so nothing was erased. Close the browser, or add "
          + "--keep-browser.")
    }
    return .removed
  }
}
