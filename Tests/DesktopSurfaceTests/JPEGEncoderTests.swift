import Foundation
import Testing
import Trace

@testable import DesktopSurface

@Suite("Coded pictures")
struct JPEGEncoderTests {
  @Test("A picture that is decoded looks like the one that was coded", arguments: [(64, 64), (203, 77), (9, 1)])
  func looksTheSame(width: Int, height: Int) throws {
    let picture = Self.picture(width: width, height: height)
    var encoder = JPEGEncoder(quality: 90)
    let decoded = try Self.decoded(encoder.encode(picture))
    try #require(decoded.count == width * height * 3)
    // Blue, green, red against red, green, blue.
    let differences = (0..<width * height).flatMap { pixel in
      (0..<3).map { abs(Int(picture.pixels[pixel * 4 + 2 - $0]) - Int(decoded[pixel * 3 + $0])) }
    }
    #expect(Double(differences.reduce(0, +)) / Double(differences.count) < 4)
    #expect(differences.max() ?? 255 < 90)
  }

  @Test("What is coded from the picture before is the same as what is coded at once")
  func codesChangesOnly() {
    let first = Self.picture(width: 320, height: 200)
    var second = first
    second.mask(Bounds(x: 40, y: 90, width: 30, height: 15))
    var encoder = JPEGEncoder(), fresh = JPEGEncoder()
    let before = encoder.encode(first)
    let after = encoder.encode(second)
    #expect(after == fresh.encode(second))
    #expect(after != before)
    #expect(encoder.encode(first) == before)
    // Another size begins anew.
    let small = Self.picture(width: 16, height: 16)
    var other = JPEGEncoder()
    #expect(encoder.encode(small) == other.encode(small))
  }

  /// A ramp of colours with black letters, sharp as text is, on it.
  private static func picture(width: Int, height: Int) -> ScreenPicture {
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let isInk = (x / 3 + y / 5) % 7 == 0 && y % 16 < 10
        // Right of the middle one plain colour.
        pixels +=
          x > width / 2
          ? [30, 120, 220, 0] : isInk ? [0, 0, 0, 0] : [UInt8(x * 255 / width), UInt8(y * 255 / height), 200, 0]
      }
    }
    return ScreenPicture(
      bounds: Bounds(x: 0, y: 0, width: Double(width), height: Double(height)), width: width, height: height,
      pixels: pixels)
  }

  /// The picture's bytes as ImageMagick decodes them.
  private static func decoded(_ jpeg: Data) throws -> Data {
    let file = FileManager.default.temporaryDirectory.appending(path: "understudy-\(UUID()).jpg")
    defer { try? FileManager.default.removeItem(at: file) }
    try jpeg.write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["convert", file.path, "-depth", "8", "rgb:-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}
