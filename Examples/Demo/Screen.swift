import Foundation

/// Standard output without a buffer: what the commands print in between must not overtake what is printed here.
enum Screen {
  static func print(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}
