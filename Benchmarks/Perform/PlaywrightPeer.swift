import Foundation

/// Playwright, doing the same steps with the same browser, a round at a time.
final class PlaywrightPeer {
  private let process = Process()
  private let input = Pipe()
  private let output: FileHandle

  /// Starts it and waits until its page is there; nil where it is missing.
  init?(python: String, script: String, browser: String, address: String) {
    guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
    let pipe = Pipe()
    output = pipe.fileHandleForReading
    process.executableURL = URL(filePath: python)
    process.arguments = [script, browser, address]
    process.standardInput = input
    process.standardOutput = pipe
    guard (try? process.run()) != nil, line() == "ready" else { return nil }
  }

  /// How long each step of a round took, in seconds; nil where it failed.
  func round(_ steps: [BenchStep]) throws -> [Double]? {
    input.fileHandleForWriting.write(try JSONEncoder().encode(steps) + Data("\n".utf8))
    guard let line = line() else { return nil }
    return try JSONDecoder().decode([Double].self, from: Data(line.utf8)).map { $0 / 1_000 }
  }

  func end() {
    input.fileHandleForWriting.closeFile()
    process.waitUntilExit()
  }

  private func line() -> String? {
    var bytes = Data()
    while let byte = try? output.read(upToCount: 1), !byte.isEmpty {
      if byte[byte.startIndex] == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }
}
