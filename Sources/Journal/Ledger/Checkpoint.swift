import Crypto
public import Foundation

/// What a ledger was at one moment: its size and its root, signed (C2SP tlog-checkpoint and signed-note).
///
/// ```
/// understudy.local/3f9a2c07d1b85d2a
/// 42
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
///
/// — understudy.local/3f9a2c07d1b85d2a Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
/// ```
public struct Checkpoint: Sendable, Hashable {
  /// Names the ledger.
  public var origin: String
  /// How many entries there are.
  public var size: Int
  /// The root of the tree over them, 32 bytes.
  public var root: Data
  /// The note as it was signed.
  public private(set) var note: String

  init(size: Int, root: MerkleTree.Hash, signedBy key: SigningKey) throws(JournalError) {
    origin = key.name
    self.size = size
    self.root = Data(root)
    let text = "\(origin)\n\(size)\n\(self.root.base64EncodedString())\n"
    let signature = try key.signature(for: Data(text.utf8))
    note = "\(text)\n— \(key.name) \((Checkpoint.keyID(of: key) + signature).base64EncodedString())\n"
  }

  /// Reads a note; nil where it is no checkpoint.
  init?(note: String) {
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 5, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = Data(base64Encoded: String(lines[2])), root.count == 32, lines[3].isEmpty
    else { return nil }
    origin = String(lines[0])
    self.size = size
    self.root = root
    self.note = note
  }

  /// Whether the note was signed by this home.
  func isSigned(by key: SigningKey) -> Bool {
    guard let end = note.range(of: "\n\n") else { return false }
    let text = Data(note[..<end.lowerBound].utf8) + [UInt8(ascii: "\n")]
    return note[end.upperBound...].split(separator: "\n").contains { line in
      let parts = line.split(separator: " ")
      guard parts.count == 3, parts[0] == "—", parts[1] == key.name,
        let bytes = Data(base64Encoded: String(parts[2])), bytes.prefix(4) == Checkpoint.keyID(of: key)
      else { return false }
      return key.publicKey.isValidSignature(bytes.dropFirst(4), for: text)
    }
  }

  /// Tells keys of one name apart: the start of SHA-256 over the name, a newline, the algorithm (1 for Ed25519) and
  /// the public key.
  private static func keyID(of key: SigningKey) -> Data {
    let text = Data(key.name.utf8) + [0x0a, 0x01] + key.publicKey.rawRepresentation
    return Data(SHA256.hash(data: text).prefix(4))
  }
}
