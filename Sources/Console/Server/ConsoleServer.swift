import Foundation
import Hummingbird
import HummingbirdCore
public import Journal
import Logging
import NIOCore
public import Surfaces
import Synchronization

/// The local web page on which a person sees what is recorded of their work, and decides about it.
///
/// ```swift
/// let console = ConsoleServer(home: home, key: key) { print($0) }
/// try await console.run { link in print("Open \(link)") }
/// ```
///
/// It listens on this machine only (127.0.0.1), on a port that the system gives, and fetches nothing from anywhere.
public struct ConsoleServer: Sendable {
  let home: Home
  let clock: any WallClock
  let library: Library
  let doorkeeper: Doorkeeper
  let confirmation: Confirmation
  let runs: Runs
  /// Where pages begin runs; nil where they cannot.
  let stage: (any RunStage)?
  private let port = ListeningPort()

  /// - Parameters:
  ///   - key: opens the journal; it stays in memory as long as the console runs.
  ///   - stage: performs what a page asks to be performed; without it runs are only watched.
  ///   - tell: says a line in the terminal that the console was started in, where no page can read it.
  public init(
    home: Home, key: PersonKey, clock: any WallClock = SystemClock(), stage: (any RunStage)? = nil,
    tell: @escaping @Sendable (String) -> Void
  ) {
    self.home = home
    self.clock = clock
    library = Library(home: home, key: key, clock: clock)
    doorkeeper = Doorkeeper(clock: clock)
    confirmation = Confirmation(home: home, clock: clock, tell: tell)
    runs = Runs(home: home)
    self.stage = stage
  }

  /// Serves until the task is cancelled or the process is told to end.
  ///
  /// - Parameter isReady: called with the first link once the console can be opened.
  public func run(isReady: @escaping @Sendable (String) async -> Void) async throws {
    ListeningPort.allowManyConnections()
    var logger = Logger(label: "understudy.console")
    logger.logLevel = .critical
    let application = Application(
      router: router(),
      server: .http1(configuration: HTTP1Channel.Configuration(idleTimeout: .seconds(120))),
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0), serverName: nil),
      onServerRunning: { channel in
        port.set(channel.localAddress?.port ?? 0)
        _ = await library.state()
        await isReady(link())
      },
      logger: logger)
    do { try await application.runService() } catch {
      await runs.end()
      throw error
    }
    // What a page began is not left to itself.
    await runs.end()
  }

  /// A link that lets one browser in, once, within a minute.
  public func link() async -> String {
    "http://127.0.0.1:\(port.get())/#t=\(await doorkeeper.link().text)"
  }

  /// The port that it listens on; 0 before it does.
  var listens: @Sendable () -> Int { { port.get() } }
}

/// The port that the system gave.
final class ListeningPort: Sendable {
  private let number = Mutex(0)

  func set(_ port: Int) { number.withLock { $0 = port } }
  func get() -> Int { number.withLock { $0 } }

  /// Takes as many connections as the system lets this process have: idle ones must not keep out who asks.
  static func allowManyConnections() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
