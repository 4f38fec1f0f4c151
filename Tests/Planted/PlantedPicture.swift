public import Foundation

/// A picture for tests of what stores it: a JPEG's segments and runs of code, of which only the first differs between two.
///
/// ```swift
/// PlantedPicture(saying: "pixels 12").bytes
/// ```
public struct PlantedPicture: Sendable {
  public var bytes: Data

  /// - Parameter text: ASCII.
  public init(saying text: String) {
    bytes = Data([0xFF, 0xD8, 0xFF, 0xDA, 0, 2]) + Data(text.utf8)
    for number in 0..<20 {
      bytes += [0xFF, 0xD0 + UInt8(number % 8)] + Data("what stays as it is, \(number)".utf8)
    }
    bytes += [0xFF, 0xD9]
  }
}
