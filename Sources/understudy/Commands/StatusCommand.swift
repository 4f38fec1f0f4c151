import ArgumentParser
import Findings
import Foundation
import Guard
import Journal
import Surfaces
import Trace
import Watch

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what is recorded now, since when, and what it costs.",
    discussion: """
        understudy status
        understudy status --json

      The costs are those of the recorder, as the kernel counts them: its processor time since it began, its memory now,
      what is kept on the disk (without the browser's profile), and what it has sent over the connections that it has
      open. What the browser does for itself is not in them.
      """)

  @Flag(help: "As JSON; null where nothing is recorded.")
  var json = false

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let status = try RecorderControl(home: options.folders).file.read()
    if json { return try terminal.print(json: status) }
    let grants = try GrantStore(home: options.folders).grants()
    guard let status else {
      terminal.print("Nothing is being recorded.")
      return show(grants.filter { $0.withdrawn == nil }, terminal)
    }
    let seconds = max(1, status.asOf.seconds(since: status.since))
    let cost = status.cost
    terminal.print("\(terminal.bold(status.state.rawValue)) since \(status.since.localTime), process \(status.process)")
    terminal.print("  events     \(status.recorded) kept, \(status.keptOut) kept out")
    terminal.print(
      "  processor  \((cost.processorSeconds / seconds * 100).formatted(.number.precision(.fractionLength(1)))) % of one core"
    )
    terminal.print("  memory     \(cost.memoryBytes.formatted(.byteCount(style: .memory)))")
    terminal.print("  disk       \(cost.diskBytes.formatted(.byteCount(style: .file)))")
    terminal.print(
      "  network    \(cost.networkBytes.formatted(.byteCount(style: .file))) sent, \(cost.connections) connections open"
    )
    show(grants.filter { status.grants.contains($0.id) }, terminal)
  }

  /// Where, what for, and how long it is kept for it.
  private func show(_ grants: [Grant], _ terminal: Terminal) {
    let now = SystemClock().now()
    for grant in grants {
      terminal.print("  \(grant.id)  \(PlaceText.places(of: grant.scope))")
      terminal.print("    for \(GrantText.purposes(of: grant, at: now))")
    }
  }
}
