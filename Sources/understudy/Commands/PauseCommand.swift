import ArgumentParser
import Foundation
import Surfaces
import Watch

struct PauseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Stop recording at once, for as long as you like; what was not on disk yet is dropped.",
    discussion: "  understudy pause")

  @OptionGroup var options: HomeOptions

  func run() async throws {
    try await RecorderControl(home: options.folders).send(SIGUSR1, until: .paused)
    Terminal.current.print("Paused. Go on with: understudy resume")
  }
}
