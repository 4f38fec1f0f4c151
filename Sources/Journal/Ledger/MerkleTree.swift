public import Crypto
public import Foundation

/// The hash tree of a log that only grows (RFC 6962, section 2.1): a leaf's hash begins with a zero byte, a node's with
/// a one.
///
/// Its root stands for every entry and their order. That an entry is in the log, and that one log begins with another,
/// can be shown with a few hashes, without the entries.
public enum MerkleTree {
  public typealias Hash = SHA256.Digest

  public static func leaf(_ entry: some DataProtocol) -> Hash {
    var hash = SHA256()
    hash.update(data: [0])
    hash.update(data: entry)
    return hash.finalize()
  }

  static func node(_ left: Hash, _ right: Hash) -> Hash {
    var hash = SHA256()
    hash.update(data: [1])
    hash.update(data: Array(left))
    hash.update(data: Array(right))
    return hash.finalize()
  }

  /// The root over some leaves, in their order.
  public static func root(of leaves: some Sequence<Hash>) -> Hash {
    leaves.reduce(into: MerkleFrontier()) { $0.append($1) }.root
  }

  // MARK: - Proofs

  /// The hashes that lead from a leaf to the root, from the leaf upwards.
  public static func inclusionProof(of index: Int, in leaves: ArraySlice<Hash>) -> [Hash] {
    guard leaves.count > 1 else { return [] }
    let half = largestPowerOfTwo(below: leaves.count)
    let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
    return index < half
      ? inclusionProof(of: index, in: left) + [root(of: right)]
      : inclusionProof(of: index - half, in: right) + [root(of: left)]
  }

  /// The root that follows from a leaf and its proof; nil where the proof is not one for this place.
  public static func root(of leaf: Hash, at index: Int, of size: Int, proof: [Hash]) -> Hash? {
    guard (0..<size).contains(index) else { return nil }
    var hash = leaf
    var (position, last) = (index, size - 1)
    for sibling in proof {
      guard last > 0 else { return nil }
      if position % 2 == 1 || position == last {
        hash = node(sibling, hash)
        while position % 2 == 0, position > 0 { (position, last) = (position / 2, last / 2) }
      } else {
        hash = node(hash, sibling)
      }
      (position, last) = (position / 2, last / 2)
    }
    return last == 0 ? hash : nil
  }

  /// The hashes that show that the first `size` leaves are those of an earlier log.
  public static func consistencyProof(from size: Int, in leaves: ArraySlice<Hash>) -> [Hash] {
    guard size > 0, size < leaves.count else { return [] }
    return subproof(size, leaves, isWhole: true)
  }

  private static func subproof(_ size: Int, _ leaves: ArraySlice<Hash>, isWhole: Bool) -> [Hash] {
    if size == leaves.count { return isWhole ? [] : [root(of: leaves)] }
    let half = largestPowerOfTwo(below: leaves.count)
    let (left, right) = (leaves.prefix(half), leaves.dropFirst(half))
    return size <= half
      ? subproof(size, left, isWhole: isWhole) + [root(of: right)]
      : subproof(size - half, right, isWhole: false) + [root(of: left)]
  }

  /// Whether a proof shows that a log with one root begins with a log with another (RFC 9162, section 2.1.4.2).
  public static func isConsistent(
    from oldSize: Int, _ oldRoot: Hash, to newSize: Int, _ newRoot: Hash, proof: [Hash]
  ) -> Bool {
    guard oldSize <= newSize else { return false }
    if oldSize == newSize { return proof.isEmpty && oldRoot == newRoot }
    guard oldSize > 0 else { return proof.isEmpty }
    var path = proof[...]
    if oldSize.nonzeroBitCount == 1 { path = [oldRoot] + path }
    var (position, last) = (oldSize - 1, newSize - 1)
    while position % 2 == 1 { (position, last) = (position / 2, last / 2) }
    guard let first = path.popFirst() else { return false }
    var (old, new) = (first, first)
    for hash in path {
      guard last > 0 else { return false }
      if position % 2 == 1 || position == last {
        (old, new) = (node(hash, old), node(hash, new))
        while position % 2 == 0, position > 0 { (position, last) = (position / 2, last / 2) }
      } else {
        new = node(new, hash)
      }
      (position, last) = (position / 2, last / 2)
    }
    return last == 0 && old == oldRoot && new == newRoot
  }

  private static func largestPowerOfTwo(below count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

/// The right edge of a tree: enough to append leaves and to know the root at every size.
struct MerkleFrontier {
  private(set) var count = 0
  /// Roots of whole subtrees, the largest first.
  private var peaks: [(height: Int, hash: MerkleTree.Hash)] = []

  mutating func append(_ leaf: MerkleTree.Hash) {
    var (height, hash) = (0, leaf)
    while let last = peaks.last, last.height == height {
      peaks.removeLast()
      (height, hash) = (height + 1, MerkleTree.node(last.hash, hash))
    }
    peaks.append((height, hash))
    count += 1
  }

  var root: MerkleTree.Hash {
    guard let last = peaks.last else { return SHA256.hash(data: [UInt8]()) }
    return peaks.dropLast().reversed().reduce(last.hash) { MerkleTree.node($1.hash, $0) }
  }
}
