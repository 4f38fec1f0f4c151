import Foundation

/// A line of a set: a text and what in it should be found.
struct LabelledText: Decodable {
  struct Span: Decodable {
    var type: String
    /// UTF-8 offsets.
    var bstart: Int
    var bend: Int
    /// A finer kind of secret, for example `env-password`.
    var sub: String?

    var range: Range<Int> { bstart..<max(bstart, bend) }
  }

  var id: String
  /// What kind of text it is; `neg` for one that only looks like it held something.
  var kind: String?
  var text: String
  var spans: [Span]

  /// Reads a set, gzipped or not, one JSON object a line.
  static func read(_ path: String) throws -> [LabelledText] {
    let bytes =
      path.hasSuffix(".gz") ? try Tool.output(["gzip", "-dc", path]) : try Data(contentsOf: URL(filePath: path))
    let decoder = JSONDecoder()
    return try bytes.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(LabelledText.self, from: $0) }
  }
}

/// Something that a detector says it found.
struct Prediction: Codable {
  var type: String
  /// UTF-8 offsets.
  var start: Int
  var end: Int

  var range: Range<Int> { start..<max(start, end) }
}

/// Another program, run to its end.
enum Tool {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What the program writes to its standard output, given what it reads.
  static func output(_ arguments: [String], input: Data? = nil) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-bench-input-\(UUID().uuidString)")
    if let input {
      try input.write(to: folder)
      process.standardInput = try FileHandle(forReadingFrom: folder)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: "\(arguments[0]) ended with an error.") }
    return bytes
  }
}
