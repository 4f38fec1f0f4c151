import Crypto
import Foundation

/// Which notice a person was shown: its version, and a hash of its words.
public struct Notice: Sendable, Codable, Hashable {
  public var version: String
  /// SHA-256 of the notice's text, in hexadecimal.
  public var digest: String

  public init(version: String, text: String) {
    self.version = version
    digest = SHA256.hash(data: Data(text.utf8)).hexadecimal
  }
}
