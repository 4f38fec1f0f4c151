import Foundation
import Planted
import Testing
import Trace

@testable import Journal

@Suite("Power may be lost at any moment", .serialized)
struct PowerLossTests {
  static let images = isSoak ? 5_000 : 200

  /// Records some work with every change to the disk written down, rebuilds what may be on the disk after a loss of
  /// power, and returns what is wrong with it.
  private func problems(images: Int, faults: [String: String] = [:]) async throws -> [String] {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var disk = try Disk(holding: temporary.root)
    let file = FileManager.default.temporaryDirectory.appending(path: "understudy-trace-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let process = try FaultyProcess(
      in: temporary.root, ["s", "150", "5"], faults: faults.merging(["TRACE": file.path]) { $1 })
    #expect(try process.end().acknowledged.count == 150)

    let changes = try DiskTrace(reading: file).changes
    var dice = Dice(seed: 23)
    // Where the power is lost; at some places several times.
    let cuts = (0..<images).map { _ in Int.random(in: 0...changes.count, using: &dice) }.sorted()
    var problems: [String] = []
    var known: [Int] = []
    var next = 0
    for cut in cuts {
      while next < cut {
        disk.apply(changes[next])
        if case .told(let line) = changes[next] { known += FaultyProcess.numbers(in: line) }
        next += 1
      }
      let image = try TemporaryHome()
      try FileManager.default.createDirectory(at: image.root, withIntermediateDirectories: true)
      let share: Double = [0, 0.5, 0.9].randomElement(using: &dice) ?? 0
      try disk.lose(leaving: share, to: image.root, using: &dice)
      problems += await Self.problems(in: image.home, known: known).map { "cut at \(cut): \($0)" }
    }
    return problems
  }

  private static func problems(in home: Home, known: [Int]) async -> [String] {
    guard FileManager.default.fileExists(atPath: home.journal.path) else {
      return known.isEmpty ? [] : ["no journal"]
    }
    do {
      return try await Aftermath(home: home).problems("s", acknowledged: known)
    } catch {
      return ["\(error)"]
    }
  }

  @Test("Of what was acknowledged nothing is lost, whatever of the rest reached the disk")
  func nothingIsLost() async throws {
    let found = try await problems(images: Self.images)
    #expect(found == [], "\(found.prefix(5))")
  }

  @Test("The same test fails where nothing is synced: it can tell")
  func withoutSyncing() async throws {
    let found = try await problems(images: 60, faults: ["NO_SYNC": "1"])
    #expect(found.contains { $0.contains("lost") || $0.contains("no journal") })
  }
}
