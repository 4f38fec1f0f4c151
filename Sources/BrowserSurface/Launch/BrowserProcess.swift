import Foundation
import Subprocess
import Surfaces
import SystemPackage

/// A running browser, and the conversation with it.
///
/// The conversation goes over two pipes that nobody else holds, so no other program can take the browser over. The
/// browser ends with this value, with the task that ends it, or when this program dies.
final class BrowserProcess: Sendable {
  let connection: DevToolsConnection
  /// What the browser calls itself, for example `Chrome/156.0.8078.79`.
  let product: String
  private let running: Task<Void, Never>

  private init(connection: DevToolsConnection, product: String, running: Task<Void, Never>) {
    self.connection = connection
    self.product = product
    self.running = running
  }

  deinit { running.cancel() }

  /// Starts a browser and waits until it answers.
  static func start(
    _ settings: BrowserSettings, environment: [String: String]
  ) async throws(SurfaceError) -> BrowserProcess {
    struct Version: Decodable { var product: String }
    let command = try BrowserCommand(settings, environment: environment)
    try FieldMemory.forget(in: settings.profile)
    // A browser that ends while something is written to it must not end this program: the write fails instead.
    signal(SIGPIPE, SIG_IGN)
    let connection = DevToolsConnection()
    let running = Task { await run(command, environment: environment, connection: connection) }
    do {
      let version = try await connection.call("Browser.getVersion", as: Version.self)
      return BrowserProcess(connection: connection, product: version.product, running: running)
    } catch {
      running.cancel()
      await running.value
      throw connection.ended ?? error
    }
  }

  /// Closes the browser as its own menu would, so that the profile is written; ends it where that takes too long.
  func end(within limit: Duration = .seconds(10)) async {
    connection.post("Browser.close")
    let running = running
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await running.value }
      group.addTask {
        try? await Task.sleep(for: limit)
        running.cancel()
      }
      await group.next()
      group.cancelAll()
    }
  }

  // MARK: - The process

  private static func run(
    _ command: BrowserCommand, environment: [String: String], connection: DevToolsConnection
  ) async {
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
    let complaint = Complaint()
    do {
      // Descriptors 3 and 4 are what the browser reads and writes; whatever it prints must not get between.
      let result = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: Arguments(
          ["-c", #"exec "$@" 3<&0 4>&1 0</dev/null 1>&2"#, "sh", command.executable] + command.arguments),
        environment: .custom(Dictionary(uniqueKeysWithValues: environment.map { (.init(stringLiteral: $0), $1) })),
        platformOptions: options, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        let writer = execution.standardInputWriter
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            do {
              for await message in connection.outgoing { _ = try await writer.write([UInt8](message)) }
            } catch is SubprocessError {
              // Nobody reads any more: the browser has ended, and how it did is told below.
            }
          }
          group.addTask {
            for try await piece in execution.standardError { await complaint.add(piece.withUnsafeBytes { Data($0) }) }
          }
          for try await piece in execution.standardOutput {
            connection.receive(piece.withUnsafeBytes { Data($0) })
          }
          // The browser has closed its side. What it complained of may still be on its way, and a process that it
          // left behind may hold that pipe open for long.
          group.addTask { try await Task.sleep(for: .milliseconds(200)) }
          connection.stopSending()
          try await group.next()
          try await group.next()
          group.cancelAll()
        }
      }
      connection.end(await complaint.reason(for: result.terminationStatus))
    } catch is CancellationError {
      connection.end(.closedByPerson)
    } catch {
      connection.end(SurfaceError(.unavailable, "\(command.executable) could not be run: \(error)."))
    }
  }
}
