import Foundation
import Trace

/// A picture as another program decodes it: red, green, blue, row by row.
struct DecodedPicture {
  let frame: Frame
  private let pixels: [UInt8]

  init?(_ frame: Frame) throws {
    guard let jpeg = frame.pixels else { return nil }
    self.frame = frame
    let file = FileManager.default.temporaryDirectory.appending(path: "understudy-picture-\(UUID()).jpg")
    try jpeg.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["convert", file.path, "-depth", "8", "rgb:-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    pixels = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    guard pixels.count == frame.width * frame.height * 3 else { return nil }
  }

  /// The brightest and darkest values within some bounds of the screen, `inset` pixels from its edges; nil where they are
  /// not in the picture.
  func range(of area: Bounds, inset: Double = 8) -> ClosedRange<UInt8>? {
    let (left, top) = (area.x - (frame.origin?.x ?? 0) + inset, area.y - (frame.origin?.y ?? 0) + inset)
    let columns = max(0, Int(left))..<max(0, min(frame.width, Int(left + area.width - 2 * inset)))
    let rows = max(0, Int(top))..<max(0, min(frame.height, Int(top + area.height - 2 * inset)))
    guard !columns.isEmpty, !rows.isEmpty else { return nil }
    let values = rows.flatMap { row in
      pixels[(row * frame.width + columns.lowerBound) * 3..<(row * frame.width + columns.upperBound) * 3]
    }
    guard let least = values.min(), let most = values.max() else { return nil }
    return least...most
  }
}
