import ArgumentParser
import Foundation

/// Runs a library of the field on the same log, in a process of its own.
struct MiningPeer {
  var python: String
  var script: String
  var log: String
  var noise: Double
  var runs: Int

  struct Answer {
    var values: [(key: String, value: Double)]
    var tree: String?

    var table: String {
      values.map { "\($0.key) \($0.value.formatted())" }.joined(separator: ", ")
    }
  }

  /// What a peer measured; nil where it is not installed.
  ///
  /// - Throws: where it is installed and fails.
  func run(_ peer: String) throws -> Answer? {
    guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script, peer, log, "\(noise)", "\(runs)"]
    let output = Pipe()
    process.standardOutput = output
    // They greet and warn there.
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    if process.terminationStatus == MiningPeer.missing { return nil }
    guard process.terminationStatus == 0, let last = data.split(separator: UInt8(ascii: "\n")).last,
      let object = try JSONSerialization.jsonObject(with: last) as? [String: Any]
    else {
      throw ValidationError("\(peer) failed. See why with: \(python) \(script) \(peer) \(log) \(noise) \(runs)")
    }
    let values = object.sorted { $0.key < $1.key }.compactMap { key, value in
      (value as? Double).map { (key: key, value: $0) }
    }
    return Answer(values: values, tree: object["tree"] as? String)
  }

  /// The status with which the script says that the library is not installed.
  private static let missing: Int32 = 3
}
