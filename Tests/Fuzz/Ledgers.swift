import Crypto
import Foundation
import Guard
import Trace

@testable import Journal

/// A receipt that somebody hands in: it is valid for nothing that it was not signed for.
func fuzzReceipts(_ bytes: Data) {
  guard let receipt = try? Receipt(decoding: bytes) else { return }
  precondition((try? receipt.isValid(for: bytes, signedBy: key)) != true, "A receipt that nobody signed is valid.")
  guard let encoded = try? receipt.encoded(), let back = try? Receipt(decoding: encoded) else {
    fatalError("A receipt that was read cannot be written.")
  }
  precondition(back == receipt, "A receipt changes on its way.")
  if let note = receipt.ledgerCheckpoint, let checkpoint = Checkpoint(note: note) {
    precondition(!checkpoint.isSigned(by: key), "A checkpoint that nobody signed is signed.")
  }
}

/// A ledger whose entries, checkpoint and copy apart were written by somebody else: each part ends at a zero byte. It
/// is read to its end, and never sound: nothing in it was signed by this home.
func fuzzLedger(_ bytes: Data) {
  let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false).map { Data($0) }
  let ledger = Ledger(home: home)
  let files = [
    home.ledger.appending(path: "entries.jsonl"), home.ledger.appending(path: "checkpoints.jsonl"),
    home.state.appending(path: "ledger-checkpoint"),
  ]
  do {
    for (index, file) in files.enumerated() { try (index < parts.count ? parts[index] : Data()).write(to: file) }
    let verification = try ledger.verify()
    precondition(verification.entries == 0 || !verification.isSound, "A ledger that nobody signed is sound.")
    precondition(verification.signed == 0, "A checkpoint that nobody signed counts.")
  } catch {
    precondition((error as? JournalError)?.code == .damaged, "\(error)")
  }
  _ = try? ledger.entries()
  _ = try? ledger.latestCheckpoint()
}

/// Proofs that a leaf is in a tree, and that one tree begins with another: the true ones hold, and others do not.
///
/// The first byte says how many leaves there are, the second which is proved; the third where the proof is changed.
func fuzzProofs(_ bytes: Data) {
  let bytes = Array(bytes)
  guard bytes.count >= 3 else { return }
  let leaves = (0...Int(bytes[0] % 40)).map { MerkleTree.leaf([UInt8($0)] + bytes.dropFirst(3)) }
  let root = MerkleTree.root(of: leaves)
  let index = Int(bytes[1]) % leaves.count
  let proof = MerkleTree.inclusionProof(of: index, in: leaves[...])
  let size = leaves.count
  precondition(
    MerkleTree.root(of: leaves[index], at: index, of: size, proof: proof) == root, "A true proof does not hold.")
  let old = MerkleTree.root(of: leaves.prefix(index + 1))
  let growth = MerkleTree.consistencyProof(from: index + 1, in: leaves[...])
  precondition(
    MerkleTree.isConsistent(from: index + 1, old, to: size, root, proof: growth), "A tree does not begin with itself.")

  let position = Int(bytes[2])
  // Of another length than the others.
  let forged = MerkleTree.leaf(bytes + bytes)
  precondition(
    MerkleTree.root(of: forged, at: index, of: size, proof: proof) != root, "A proof holds for another leaf.")
  for proof in [exchanged(proof, at: position, forged), proof + [forged], proof.dropLast()] {
    precondition(
      proof == MerkleTree.inclusionProof(of: index, in: leaves[...])
        || MerkleTree.root(of: leaves[index], at: index, of: size, proof: Array(proof)) != root,
      "A forged proof holds.")
  }
  for growth in [exchanged(growth, at: position, forged), growth + [forged]] {
    precondition(
      growth == MerkleTree.consistencyProof(from: index + 1, in: leaves[...])
        || !MerkleTree.isConsistent(from: index + 1, old, to: size, root, proof: growth), "A forged growth holds.")
  }
  precondition(
    index + 1 == size || !MerkleTree.isConsistent(from: index + 1, forged, to: size, root, proof: growth),
    "A tree begins with another one.")
}

private func exchanged(_ proof: [MerkleTree.Hash], at position: Int, _ forged: MerkleTree.Hash) -> [MerkleTree.Hash] {
  guard !proof.isEmpty else { return [forged] }
  var proof = proof
  proof[position % proof.count] = forged
  return proof
}

/// What opens a home, as it may have been mistyped or damaged.
func fuzzKeys(_ bytes: Data) {
  let text = String(decoding: bytes, as: UTF8.self)
  if let key = RecoveryKey(text) {
    precondition(RecoveryKey(key.text)?.text == key.text, "A recovery key does not come back.")
  }
  if let file = SessionKeyFile(fileName: text) {
    let place = file.location(in: home)
    precondition(
      place.lastPathComponent == text && place.deletingLastPathComponent().lastPathComponent == "sessions",
      "The name of a key leads out of its folder.")
  }
  _ = Purpose(text)
  _ = try? JSONDecoder().decode(Grant.self, from: bytes)
  _ = try? JSONDecoder().decode(SealedKey.self, from: bytes)
  guard let file = try? JSONDecoder().decode(KeyFile.self, from: bytes) else { return }
  _ = try? Curve25519.Signing.PrivateKey(rawRepresentation: file.signingKey)
  _ = try? file.recovery?.renewed(for: LockedKey(copying: file.signingKey))
}

// MARK: - The home that reads it

private let key = SigningKey(privateKey: Curve25519.Signing.PrivateKey())

/// A home in memory, with keys of its own.
private let home: Home = {
  let folder = URL(filePath: "/dev/shm/understudy-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
  let home = Home(directory: folder.path)
  do {
    try Keys.create(in: home, passphrase: nil)
    try home.create()
  } catch {
    fatalError("\(error)")
  }
  atexit {
    try? FileManager.default.removeItem(
      atPath: "/dev/shm/understudy-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
  }
  return home
}()
