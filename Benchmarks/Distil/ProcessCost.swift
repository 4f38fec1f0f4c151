import Foundation

/// What the system says of this process's memory and time.
enum ProcessCost {
  /// The largest resident size of this process so far, in megabytes.
  static func peakMegabytes() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(separator: " ").compactMap { Double($0) }.first
    return ((kilobytes ?? .nan) / 1000).rounded(to: 1)
  }

  /// How long processors have worked for this process.
  static func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
