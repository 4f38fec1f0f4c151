import Foundation
import Planted
import Testing
import Trace

@testable import Journal

/// A process that records or erases, with faults: killed, without disk, without syncing.
struct FaultyProcess {
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()
  private let input = Pipe()

  /// - Parameters:
  ///   - name: of the process.
  ///   - arguments: of the process, after the home.
  ///   - faults: of `faults.c`, for example `["KILL_AT": "12"]`.
  init(
    _ name: String = "JournalProcess", in home: URL, _ arguments: [String], faults: [String: String]? = nil,
    goesOn: Bool = false
  ) throws {
    process.executableURL = try Self.executable(name)
    process.arguments = [home.path] + arguments
    if let faults {
      var environment = ProcessInfo.processInfo.environment
      environment["LD_PRELOAD"] = try Self.library.get().path
      environment["FAULTS_ROOT"] = home.path
      for (name, value) in faults { environment["FAULTS_\(name)"] = value }
      if goesOn { environment["GO_ON"] = "1" }
      process.environment = environment
    }
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = input
    try process.run()
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Waits for its next acknowledgements; nil where it has ended.
  func acknowledgements() -> [Int]? {
    let data = output.fileHandleForReading.availableData
    return data.isEmpty ? nil : Self.numbers(in: data)
  }

  /// Waits until it says something of what went wrong.
  func complaint() -> String { String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self) }

  func tell(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8)) }

  /// Waits for its end; returns the numbers that it had acknowledged and not told of yet.
  @discardableResult
  func end() throws -> (acknowledged: [Int], status: Int32) {
    try input.fileHandleForWriting.close()
    let rest = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (Self.numbers(in: rest), process.terminationReason == .exit ? process.terminationStatus : -1)
  }

  /// Waits for its end; returns the lines it has printed.
  func lines() throws -> [String] {
    try input.fileHandleForWriting.close()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  static func numbers(in data: Data) -> [Int] {
    String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
  }

  // MARK: - What is built

  /// It lies beside the tests.
  private static func executable(_ name: String) throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests).deletingLastPathComponent().appending(path: name)
  }

  /// The faults, compiled once.
  private static let library = Result {
    let source = try #require(Bundle.module.url(forResource: "Resources/faults", withExtension: "c"))
    let library = FileManager.default.temporaryDirectory.appending(path: "understudy-faults-\(UUID().uuidString).so")
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = ["clang", "-shared", "-fPIC", "-O1", "-o", library.path, source.path]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0, "The faults could not be compiled: is clang there?")
    return library
  }
}

/// What a journal must be after a fault.
struct Aftermath {
  let home: Home

  /// The events of a session: every acknowledged one is there, none twice, none missing in between without a mark, and
  /// every picture that one names opens.
  @discardableResult
  func check(
    _ session: String, acknowledged: some Sequence<Int>, _ comment: Comment? = nil
  ) async throws -> [Int] {
    let reader = try JournalReader(home: home, key: Keys.unlock(in: home))
    let reading = try await reader.events(Selection(sessions: [session]))
    let numbers = reading.events.map(\.id.sequence)
    let problems = try await problems(in: reading, of: reader, acknowledged: acknowledged, session)
    #expect(problems == [], comment)
    return numbers
  }

  /// In words, what is not as it must be.
  func problems(_ session: String, acknowledged: some Sequence<Int>) async throws -> [String] {
    let reader = try JournalReader(home: home, key: Keys.unlock(in: home))
    let reading = try await reader.events(Selection(sessions: [session]))
    return try await problems(in: reading, of: reader, acknowledged: acknowledged, session)
  }

  private func problems(
    in reading: Reading, of reader: JournalReader, acknowledged: some Sequence<Int>, _ session: String
  ) async throws -> [String] {
    var problems: [String] = []
    if reading.damaged > 0 { problems.append("\(reading.damaged) damaged") }
    let numbers = reading.events.map(\.id.sequence)
    let lost = Set(acknowledged).subtracting(numbers)
    if !lost.isEmpty { problems.append("acknowledged and lost: \(lost.sorted().prefix(5))") }
    if Set(numbers).count < numbers.count { problems.append("twice") }
    let missing = (numbers.last.map { $0 + 1 } ?? 0) - numbers.count
    if missing > 0 {
      let marked = try await reader.sessions().first { $0.name == session }.map { $0.lost + $0.erased } ?? 0
      if missing > marked { problems.append("\(missing) missing, \(marked) marked") }
    }
    for event in reading.events {
      guard let frame = event.frame else { continue }
      let pixels = await reader.pixels(of: frame)
      let shown = PlantedPicture(saying: "pixels \(event.id.sequence)").bytes
      if pixels != shown { problems.append("no picture of \(event.id)") }
    }
    return problems
  }
}

/// Whether the tests that take long are wanted.
let isSoak = ProcessInfo.processInfo.environment["UNDERSTUDY_SOAK"] != nil
