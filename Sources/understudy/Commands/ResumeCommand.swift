import ArgumentParser
import Foundation
import Surfaces
import Watch

struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on recording after a pause.",
    discussion: "  understudy resume")

  @OptionGroup var options: HomeOptions

  func run() async throws {
    try await RecorderControl(home: options.folders).send(SIGUSR2, until: .recording)
    Terminal.current.print("Recording again.")
  }
}
