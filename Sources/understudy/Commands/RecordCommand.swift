import ArgumentParser
import Findings
import Foundation
import Journal
import Surfaces
import Watch

struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record the work done in a browser of its own and in applications, visibly, where a grant allows it.",
    discussion: """
      Where pages are granted, a browser opens; where applications are (`grant --app`), their windows are watched on this
      desktop: on X11 by keyboard, mouse and elements, on Wayland by what applications tell of themselves (no shortcuts,
      no copies; `doctor` says what). Each says that it is being recorded for as long as it is: the browser's window, and a sign over all
      others at the top of the screen. Close the browser's window, or press Ctrl+C, to stop all of it; pause from another
      terminal with `understudy pause`. What is copied in one and pasted in the other is known as such.

        understudy record
        understudy record --start https://tracker.example.org/inbox

      To teach a workflow by doing it once: record nothing else, then `understudy learn NAME`.
      """)

  @Option(help: ArgumentHelp("The page to begin with; the first granted one by default.", valueName: "address"))
  var start: String?

  @Option(help: ArgumentHelp("The Chromium or Chrome to use.", valueName: "path"))
  var chromium: String?

  @OptionGroup var options: HomeOptions

  func run() async throws {
    RecorderMemory.giveBackLargeBuffers()
    let terminal = Terminal.current
    let home = options.folders
    let clock = SystemClock()
    let statusFile = RecorderStatusFile(state: home.state, journal: home.data)
    if let running = try statusFile.read() { throw RecordingError.alreadyRecording(process: running.process) }

    try await options.applyRetention(with: nil, terminal)
    let plan = try RecordingPlan(home: home, at: clock.now())
    guard start == nil || plan.watchesBrowser else {
      throw Failure(.noGrant, "No page is granted, so none can be opened. Leave --start out, or grant the page first.")
    }
    let stage = try await RecordingStage.open(plan, start: start, chromium: chromium, clock: clock)
    let status: RecorderStatus
    do {
      let recorder = try plan.recorder(of: stage.surfaces, shownBy: stage.indicator, clock: clock)
      say(plan, stage, terminal)
      let recording = RecordingProcess(
        recorder: recorder, home: home, clock: clock, narrow: { try await stage.narrow(to: $0) },
        settle: { await stage.settle() })
      status = try await recording.run { terminal.progress("\($0.state.rawValue): \($0.recorded) events") }
    } catch {
      await stage.end()
      throw error
    }
    await stage.end()
    terminal.endProgress()
    terminal.print("Recorded \(status.recorded) events. See what was found: understudy workflows")
  }

  /// What is recorded from now on, what is not, and how to stop.
  private func say(_ plan: RecordingPlan, _ stage: RecordingStage, _ terminal: Terminal) {
    if let obstacle = stage.obstacle { terminal.say("Only pages are recorded. \(obstacle)") }
    let places = plan.scopes.map { PlaceText.places(of: $0) }.joined(separator: ", ")
    let stop = plan.watchesBrowser ? "Close the browser's window or press Ctrl+C to stop." : "Press Ctrl+C to stop."
    terminal.say("Recording \(stage.obstacle == nil ? places : plan.pages.joined(separator: ", ")). \(stop)")
    for limit in stage.limits { terminal.say(limit) }
  }
}
