import ArgumentParser
import BrowserSurface
import Foundation
import Journal
import Surfaces
import UnixSignals
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
      status = try await record(with: recorder, of: browser, writing: statusFile, terminal)
    } catch {
      await browser.end()
      try statusFile.remove()
      throw error
    }
    await browser.end()
    try statusFile.remove()
    terminal.endProgress()
    terminal.print("Recorded \(status.recorded) events. See what was found: understudy workflows")
  }

  /// Records until the browser ends or a signal says so, and keeps the status file true meanwhile.
  private func record(
    with recorder: Recorder, of browser: Chromium, writing file: RecorderStatusFile, _ terminal: Terminal
  ) async throws -> RecorderStatus {
    let home = options.folders
    let running = Task { try await recorder.run() }
    let controlling = Task {
      let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup, .sigusr1, .sigusr2, .sigalrm)
      for await signal in signals {
        switch signal {
        case .sigusr1: try await recorder.pause()
        case .sigusr2: try await recorder.resume()
        case .sigalrm:
          // A grant was taken back. Where none is left there is nothing to record any more.
          if let plan = try? RecordingPlan(home: home, at: SystemClock().now()) {
            try await recorder.keep(to: plan)
            try await browser.watch(origins: Set(plan.pages))
          } else {
            running.cancel()
          }
        default: running.cancel()
        }
        try await file.write(recorder.status())
      }
    }
    let reporting = Task {
      while !Task.isCancelled {
        let status = await recorder.status()
        try file.write(status)
        terminal.progress("\(status.state.rawValue): \(status.recorded) events")
        try await Task.sleep(for: .seconds(1))
      }
    }
    defer {
      controlling.cancel()
      reporting.cancel()
    }
    return try await running.value
  }
}
