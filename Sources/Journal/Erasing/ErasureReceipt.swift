import Foundation
public import Trace

/// What an erasure took and what it did not reach. It holds counts and ids, nothing of what was erased.
public struct ErasureReceipt: Sendable, Codable, Hashable, Identifiable {
  public var id: String
  public var time: Moment
  /// How many events are gone.
  public var events: Int
  /// How many of them could not be read any more.
  public var unreadable: Int
  public var pictures: Int
  /// How many events stay with a part of them withheld.
  public var rewritten: Int
  /// Sessions that are gone as a whole, with their keys.
  public var sessions: [String]
  /// Sessions of which a part is gone: the rest has a new key, and the old one is destroyed.
  public var rekeyed: [String]
  /// What had been made of them and is gone too: how many of each kind.
  public var derived: [DerivedStore.Kind: Int]
  /// Files that were written from them and are gone too.
  public var files: Int
  /// Files that were written from them and were changed or replaced since: they are left alone.
  public var filesLeft: Int
  /// Whether the person's key was replaced, so that remains of the destroyed keys open nothing.
  public var isKeyReplaced: Bool
  /// How many events are left.
  public var left: Int

  init(id: String, time: Moment) {
    self.id = id
    self.time = time
    (events, unreadable, pictures, files, filesLeft, left) = (0, 0, 0, 0, 0, 0)
    rewritten = 0
    (sessions, rekeyed, derived, isKeyReplaced) = ([], [], [:], false)
  }

  /// What no erasure on this machine reaches.
  public static let unreachable = [
    "copies that you or others made of the folders (backups, snapshots of the disk)",
    "files that were written from it and then changed, moved or handed on",
    "blocks that the disk itself keeps of what was overwritten: they are sealed, and their keys are gone",
  ]
}

/// A receipt, with the files it speaks of.
public struct Erasure: Sendable, Hashable {
  public var receipt: ErasureReceipt
  /// Written files that are gone.
  public var removed: [String] = []
  /// Written files that were changed or replaced since and are left alone.
  public var left: [String] = []
  /// What had been released of it and is withdrawn now; the recipients are to be told.
  public var recalled: [Release] = []
}

extension DerivedStore.Kind: CodingKeyRepresentable {}
