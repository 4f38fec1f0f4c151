import Foundation
import Subprocess
import SystemPackage
import Trace

/// The sample back office and its scripted worker, as programs of their own.
struct Office: Sendable {
  /// The folder `Examples/BackOffice`.
  var example: FilePath
  /// Where this office keeps its data and the files of each day.
  var data: FilePath

  var chromium: String { example.appending("chromium-with-port").string }

  /// Where the file of each day arrives in its morning: what the worker lets be read.
  var invoices: FilePath { data.appending("invoices") }

  /// The rows that the worker never sees: those of the Monday after.
  var unseenRows: FilePath { data.appending("later").appending("invoices-2026-11-23.csv") }

  /// Serves the office for as long as `body` runs.
  func serve(_ body: @Sendable (_ address: String) async throws -> Void) async throws {
    _ = try await Subprocess.run(
      .path(example.appending("start")), arguments: [data.string], input: .none, output: .sequence,
      error: .currentStandardError
    ) { office in
      var lines = office.standardOutput.strings().makeAsyncIterator()
      guard let address = try await lines.next() else { throw DemoError.officeDidNotStart }
      let result: Result<Void, any Error>
      do { result = .success(try await body(address.trimmingCharacters(in: .whitespacesAndNewlines))) } catch {
        result = .failure(error)
      }
      await office.teardown(using: [.gracefulShutDown(allowedDurationToNextStep: .seconds(3))])
      try result.get()
    }
  }

  /// Keeps the database as it is in the evening before a day, while the worker waits: `evenings/before-2026-11-20.sqlite3`.
  func keepEvening(before day: Moment) throws {
    let format = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
    let evenings = data.appending("evenings")
    try FileManager.default.createDirectory(atPath: evenings.string, withIntermediateDirectories: true)
    let date = Date(timeIntervalSince1970: day.seconds).formatted(format)
    try FileManager.default.copyItem(
      atPath: data.appending("office.sqlite3").string, toPath: evenings.appending("before-\(date).sqlite3").string)
  }

  /// Lets the scripted worker do the week; `hear` is told each line before what it announces is done.
  func work(
    address: String, profile: String, truth: FilePath, _ hear: @escaping @Sendable (WorkerLine) async throws -> Void
  ) async throws {
    let result = try await Subprocess.run(
      .path(example.appending("work")),
      arguments: [
        "--profile", profile, "--office", data.string, "--address", address, "--truth", truth.string, "--acknowledge",
      ],
      input: .inputWriter, output: .sequence, error: .currentStandardError
    ) { worker in
      for try await line in worker.standardOutput.strings() where !line.allSatisfy(\.isWhitespace) {
        try await hear(try WorkerLine(line))
        _ = try await worker.standardInputWriter.write(Array("\n".utf8))
      }
    }
    guard result.terminationStatus.isSuccess else { throw DemoError.workerFailed }
  }

  /// Whether the office's database holds the rows that were not seen before; the answer in words goes to the terminal.
  func check() async throws -> Bool {
    let result = try await Subprocess.run(
      .path(example.appending("check")), arguments: [data.string, unseenRows.string], input: .none,
      output: .currentStandardOutput, error: .currentStandardError)
    return result.terminationStatus.isSuccess
  }
}
