import ArgumentParser
import Findings
import Foundation
import Journal
import Trace

struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Show every grant and every use of what was recorded, in words; check that none was changed.",
    discussion: """
      The ledger only grows, and each entry is signed together with all before it.

        understudy ledger
        understudy ledger list --last 20
        understudy ledger verify
      """,
    subcommands: [LedgerListCommand.self, LedgerVerifyCommand.self], defaultSubcommand: LedgerListCommand.self)
}

struct LedgerListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the entries, the oldest first.",
    discussion: "  understudy ledger list --json")

  @Option(help: ArgumentHelp("Only so many of the latest entries.", valueName: "count"))
  var last: Int?

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func validate() throws {
    guard last ?? 1 > 0 else { throw ValidationError("Give --last a number above 0.") }
  }

  func run() async throws {
    let terminal = Terminal.current
    let all = try Ledger(home: options.folders).entries()
    let entries = last.map { Array(all.suffix($0)) } ?? all
    if json { return try terminal.print(json: entries) }
    guard !entries.isEmpty else { return terminal.print("Nothing was granted or used yet.") }
    for entry in entries { terminal.print("\(entry.time.localTime)  \(LedgerText(entry).line)") }
  }
}

struct LedgerVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Find any entry that was removed, changed or moved, and any fork.",
    discussion: """
      Ends with exit code 28 where something is wrong.

        understudy ledger verify
      """)

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    guard Keys.exist(in: options.folders) else { return terminal.print("Nothing was granted or used yet.") }
    let ledger = Ledger(home: options.folders)
    let verification = try ledger.verify()
    if json { try terminal.print(json: verification) }
    guard verification.isSound else {
      throw Failure(.ledgerChanged, "The ledger was changed. " + verification.problems.joined(separator: " "))
    }
    guard !json else { return }
    terminal.print(
      "Sound: \(verification.entries) entries, \(verification.signed) of them signed, none removed, changed or moved.")
    if let checkpoint = try ledger.latestCheckpoint() {
      terminal.print(
        "Write this down to notice later if the whole was exchanged: entry \(checkpoint.size), "
          + checkpoint.root.base64EncodedString())
    }
  }
}
