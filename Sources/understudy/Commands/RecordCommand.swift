import ArgumentParser
import BrowserSurface
import Foundation
import Journal
import Surfaces
import Watch

struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Open a browser of its own and record the work done in it, visibly, where a grant allows it.",
    discussion: """
      The window says that it is being recorded for as long as it is. Close it, or press Ctrl+C, to stop; pause from
      another terminal with `understudy pause`.

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
    let terminal = Terminal.current
    let home = options.folders
    let clock = SystemClock()
    let statusFile = RecorderStatusFile(state: home.state, journal: home.data)
    if let running = try statusFile.read() { throw RecordingError.alreadyRecording(process: running.process) }

    try await options.applyRetention(with: nil, terminal)
    let plan = try RecordingPlan(home: home, at: clock.now())
    var settings = BrowserSettings(profile: home.browserProfile.path, executable: chromium)
    settings.watch(plan)
    settings.address = start ?? plan.firstPage ?? "about:blank"
    let browser = try await Chromium.start(settings, clock: clock)
    let recorder = try plan.recorder(of: [browser], shownBy: browser, clock: clock)
    terminal.say("Recording \(plan.pages.joined(separator: ", ")). Close the window or press Ctrl+C to stop.")

    let status: RecorderStatus
    do {
      let recording = RecordingProcess(recorder: recorder, home: home, clock: clock) { plan in
        try await browser.watch(origins: Set(plan.pages))
      }
      status = try await recording.run { terminal.progress("\($0.state.rawValue): \($0.recorded) events") }
    } catch {
      await browser.end()
      throw error
    }
    await browser.end()
    terminal.endProgress()
    terminal.print("Recorded \(status.recorded) events. See what was found: understudy workflows")
  }
}
