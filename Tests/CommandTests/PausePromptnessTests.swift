import Foundation
import Testing

@Suite("Pausing and taking back hold at once, from another process", .timeLimit(.minutes(2)), .serialized)
struct PausePromptnessTests {
  private func recording() async throws -> (worker: Worker, grant: String, recorder: RunningRecorder) {
    let worker = Worker()
    let granted = try worker.run("grant", "--browser", "https://tracker.example.org", "--text", "--yes")
    let grant = try #require(granted.output.split(separator: " ").dropFirst(2).first?.dropLast())
    let recorder = try RunningRecorder(in: worker.home)
    while try (status(worker)?["recorded"] as? Int ?? 0) < 100 { try await Task.sleep(for: .milliseconds(20)) }
    return (worker, String(grant), recorder)
  }

  private func status(_ worker: Worker) throws -> [String: Any]? {
    let printed = try worker.run("status", "--json").output
    return try JSONSerialization.jsonObject(with: Data(printed.utf8), options: .fragmentsAllowed) as? [String: Any]
  }

  /// When each event of the journal happened, as the surface says, in seconds since 1970.
  private func times(_ worker: Worker) throws -> [Double] {
    let printed = try worker.run("review", "--json").output
    let events = try #require(JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [[String: Any]])
    return events.compactMap { event in
      let attributes = (event["element"] as? [String: Any])?["attributes"] as? [String: String]
      return (attributes?["id"]).flatMap { Double($0.dropFirst(3)) }.map { $0 / 1_000_000 }
    }
  }

  @Test("200 ms after `understudy pause` was called nothing is taken any more, five times over")
  func pausing() async throws {
    let (worker, _, recorder) = try await recording()
    defer { recorder.end() }
    var paused: [ClosedRange<Double>] = []
    var slowest = 0.0
    for _ in 0..<5 {
      let called = Date.now.timeIntervalSince1970
      #expect(try worker.run("pause").status == 0)
      let returned = Date.now.timeIntervalSince1970
      #expect(try status(worker)?["state"] as? String == "paused")
      // Long enough that much would have been taken.
      try await Task.sleep(for: .milliseconds(300))
      let resumed = Date.now.timeIntervalSince1970
      #expect(try worker.run("resume").status == 0)
      paused.append(called...resumed)
      slowest = max(slowest, returned - called)
      try await Task.sleep(for: .milliseconds(200))
    }
    #expect(recorder.end() == 0)
    let times = try times(worker)
    #expect(times.count > 100)
    for pause in paused {
      let last = times.filter { pause.contains($0) }.max() ?? pause.lowerBound
      #expect(last - pause.lowerBound < 0.2, "\(Int((last - pause.lowerBound) * 1_000)) ms")
      // It was on before, and went on afterwards.
      #expect(times.contains { $0 < pause.lowerBound } && times.contains { $0 > pause.upperBound })
    }
    print("understudy pause returns after at most \(Int(slowest * 1_000)) ms")
  }

  @Test(
    "Once a grant is taken back nothing more is taken under it, and the recording ends with its last grant")
  func withdrawing() async throws {
    let (worker, grant, recorder) = try await recording()
    #expect(try worker.run("grant", "--browser", "https://elsewhere.example.org", "--yes").status == 0)
    let withdrawn = try worker.run("grant", "--withdraw", grant, "--for", "record")
    let returned = Date.now.timeIntervalSince1970
    #expect(withdrawn.output.contains("the recording that is on has been told"))
    #expect(recorder.wait() == 0)
    #expect(try worker.run("status").output.hasPrefix("Nothing is being recorded."))
    let last = try times(worker).max() ?? 0
    #expect(last < returned)
    #expect(try worker.run("ledger", "--last", "3").lines.count == 3)
    #expect(try worker.run("ledger").output.contains("Recording ended"))
  }
}

/// A recorder on whose surface something happens every millisecond.
final class RunningRecorder: Sendable {
  private let process: Process

  init(in home: URL) throws {
    let tests = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    process = Process()
    process.executableURL = tests.deletingLastPathComponent().appending(path: "RecorderProcess")
    process.arguments = [home.path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
  }

  @discardableResult
  func end() -> Int32 {
    if process.isRunning { kill(process.processIdentifier, SIGINT) }
    return wait()
  }

  func wait() -> Int32 {
    // One that does not end fails the test and must not hold it up.
    let deadline = ContinuousClock.now + .seconds(20)
    while process.isRunning, ContinuousClock.now < deadline { usleep(10_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
