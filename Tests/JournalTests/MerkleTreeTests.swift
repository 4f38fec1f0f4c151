import Crypto
import Foundation
import Planted
import Testing

@testable import Journal

@Suite("The hash tree is that of RFC 6962")
struct MerkleTreeTests {
  /// The entries and roots of the certificate transparency project's reference tests.
  static let entries = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
  ]
  static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  static func leaves(_ count: Int) -> [MerkleTree.Hash] {
    (0..<count).map { MerkleTree.leaf(Data("entry \($0)".utf8)) }
  }

  @Test("Known entries give the known roots")
  func reference() {
    let leaves = MerkleTreeTests.entries.map { text in
      MerkleTree.leaf(
        stride(from: 0, to: text.count, by: 2).map { UInt8(text.dropFirst($0).prefix(2), radix: 16) ?? 0 })
    }
    for (index, root) in MerkleTreeTests.roots.enumerated() {
      #expect(MerkleTree.root(of: leaves.prefix(index + 1)).hexadecimal == root)
    }
    #expect(
      MerkleTree.root(of: [MerkleTree.Hash]()).hexadecimal
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test("Every entry of every log up to forty can be shown to be in it, and nowhere else")
  func inclusion() {
    for size in 1...40 {
      let leaves = MerkleTreeTests.leaves(size)
      let root = MerkleTree.root(of: leaves)
      for index in 0..<size {
        let proof = MerkleTree.inclusionProof(of: index, in: leaves[...])
        #expect(MerkleTree.root(of: leaves[index], at: index, of: size, proof: proof) == root)
        if size > 1 {
          #expect(MerkleTree.root(of: leaves[(index + 1) % size], at: index, of: size, proof: proof) != root)
          #expect(MerkleTree.root(of: leaves[index], at: (index + 1) % size, of: size, proof: proof) != root)
        }
      }
    }
  }

  @Test("Every log up to forty can be shown to begin with every earlier one, and with no other")
  func consistency() {
    let other = MerkleTree.root(of: MerkleTreeTests.leaves(3).reversed())
    for size in 1...40 {
      let leaves = MerkleTreeTests.leaves(size)
      let root = MerkleTree.root(of: leaves)
      for old in 1...size {
        let oldRoot = MerkleTree.root(of: leaves.prefix(old))
        let proof = MerkleTree.consistencyProof(from: old, in: leaves[...])
        #expect(MerkleTree.isConsistent(from: old, oldRoot, to: size, root, proof: proof))
        #expect(!MerkleTree.isConsistent(from: old, other, to: size, root, proof: proof))
        if old < size { #expect(!MerkleTree.isConsistent(from: old, oldRoot, to: size, other, proof: proof)) }
      }
    }
  }
}
