import Subprocess
import SystemPackage

/// The `understudy` command line, run the way a person would run it, and shown.
struct Tool: Sendable {
  var executable: FilePath
  var home: String

  /// Runs a command; its output goes to the terminal.
  func show(_ arguments: String...) async throws {
    Screen.print("\n$ understudy " + arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " "))
    let result = try await Subprocess.run(
      .path(executable), arguments: Arguments(arguments + ["--home", home]), input: .none,
      output: .currentStandardOutput, error: .currentStandardError)
    guard result.terminationStatus.isSuccess else { throw DemoError.commandFailed(arguments[0]) }
  }

  /// Runs a command and returns what it printed.
  func read(_ arguments: String...) async throws -> String {
    let result = try await Subprocess.run(
      .path(executable), arguments: Arguments(arguments + ["--home", home]), input: .none,
      output: .string(limit: 64 << 20), error: .currentStandardError)
    guard result.terminationStatus.isSuccess else { throw DemoError.commandFailed(arguments[0]) }
    return result.standardOutput
  }
}
