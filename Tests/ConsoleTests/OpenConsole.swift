import Foundation
import Journal
import Surfaces
import Synchronization
import Trace

@testable import Console

/// A console over a scripted worker's home, for one test; it ends with it.
final class OpenConsole: Sendable {
  let client: WebClient
  let server: ConsoleServer
  let clock: SetClock
  let home: Home
  /// What was said in the terminal.
  let said: Lines
  private let running: Task<Void, any Error>

  init(_ words: String..., stage: (any RunStage)? = nil) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-console-\(UUID().uuidString)")
    home = Home(directory: folder.path)
    try OpenConsole.run("ConsoleHome", [folder.path] + words)
    let passphrase = words.first { $0.hasPrefix("passphrase=") }.map { String($0.dropFirst(11)) }
    let clock = SetClock()
    let said = Lines()
    let server = ConsoleServer(
      home: home, key: try Keys.unlock(in: home, passphrase: passphrase), clock: clock, stage: stage
    ) {
      said.add($0)
    }
    let (links, ready) = AsyncStream<String>.makeStream()
    running = Task {
      try await server.run { ready.yield($0) }
      ready.finish()
    }
    for await _ in links { break }
    self.server = server
    self.clock = clock
    self.said = said
    client = WebClient(port: server.listens())
  }

  deinit {
    running.cancel()
    try? FileManager.default.removeItem(at: home.data.deletingLastPathComponent())
  }

  /// A browser that came in by a link.
  struct Guest: Sendable {
    var client: WebClient
    var root: String
    var cookie: String
    var secret: String

    func get(_ path: String, attended: Bool = true) async throws -> WebClient.Answer {
      try await client.own("GET", root + path, cookie: cookie, attended: attended)
    }

    func post(_ path: String, _ words: [String: String] = [:]) async throws -> WebClient.Answer {
      let body = String(decoding: try JSONEncoder().encode(words), as: UTF8.self)
      return try await client.own("POST", root + path, cookie: cookie, secret: secret, body: body)
    }
  }

  /// Comes in by a new link.
  func enter() async throws -> Guest {
    let token = await server.doorkeeper.link().text
    let answer = try await client.own("POST", "/enter", body: #"{"token":"\#(token)"}"#)
    let cookie = String(answer.header("set-cookie")?.split(separator: ";").first ?? "")
    let root = "/" + (answer.words["to"]?.split(separator: "/").first ?? "")
    let page = try await client.own("GET", root + "/now", cookie: cookie)
    let secret = page.body.firstMatch(of: #/understudy-token" content="([0-9a-f]+)"/#)?.output.1 ?? ""
    return Guest(client: client, root: root, cookie: cookie, secret: String(secret))
  }

  static func run(_ name: String, _ words: [String]) throws {
    let tests = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let process = Process()
    process.executableURL = tests.deletingLastPathComponent().appending(path: name)
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw WebClient.Refused() }
  }
}

/// A clock that a test sets.
final class SetClock: WallClock {
  private let seconds = Mutex(1_795_500_000.0)

  func now() -> Moment { Moment(seconds: seconds.withLock { $0 }) }
  func pass(_ more: Double) { seconds.withLock { $0 += more } }
}

final class Lines: Sendable {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}
