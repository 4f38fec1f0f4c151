public import Trace

/// Recorded work that was handed to a recipient, and whether it was withdrawn since.
public struct Release: Sendable, Codable, Hashable, Identifiable {
  public var id: String
  public var recipient: String
  /// SHA-256 of what was handed over, in hexadecimal: the recipient knows by it what is withdrawn.
  public var digest: String
  public var sessions: [String]
  public var released: Moment
  public var withdrawn: Moment?
  /// Why: a purpose that was taken back, or an erasure.
  public var reason: String?
}

/// What tells a recipient that something they received was withdrawn; signed by the home that released it.
public struct Recall: Sendable, Codable, Hashable {
  public var release: Release
  public var signer: String
  /// The Ed25519 public key, and its signature over the release as JSON with its keys in alphabetical order.
  public var publicKey: [UInt8]
  public var signature: [UInt8]
}
