import Foundation

extension Eraser {
  /// Erases what was made of some sessions: stopped runs, models, files that were written from them.
  ///
  /// What was found in recorded work (episodes, workflows) is found anew each time and is kept nowhere.
  ///
  /// - Parameter others: what goes beside it, whatever it came from.
  func eraseDerived(
    from sessions: Set<String>, and others: [DerivedStore.Item], into erasure: inout Erasure
  ) throws(JournalError) {
    guard !sessions.isEmpty || !others.isEmpty else { return }
    let store = DerivedStore(home: home)
    let items = try store.items().filter { item in
      others.contains(item)
        || (!sessions.isEmpty && (item.sessions.isEmpty || !item.sessions.isDisjoint(with: sessions)))
    }
    for item in items {
      if item.kind == .output { try erase(outputOf: item, in: store, into: &erasure) }
      try store.destroy(item)
      erasure.receipt.derived[item.kind, default: 0] += 1
    }
    let receipt = erasure.receipt
    try store.note(discarded: items, because: receipt.id, at: receipt.time)
    erasure.recalled = try ReleaseStore(home: home).withdraw(because: receipt.id, at: receipt.time) {
      !sessions.isDisjoint(with: $0.sessions)
    }
    guard !sessions.isEmpty else { return }
    // What an older version or another program left among them says of itself where it came from: nothing.
    for kind in DerivedStore.Kind.allCases {
      for name in try Folder.names(in: store.folder(kind)) where !name.hasSuffix(DerivedStore.ending) {
        try Folder.remove(store.folder(kind).appending(path: name))
        erasure.receipt.derived[kind, default: 0] += 1
      }
    }
  }

  private func erase(
    outputOf item: DerivedStore.Item, in store: DerivedStore, into erasure: inout Erasure
  ) throws(JournalError) {
    guard let key, let output = store.output(item, with: key) else {
      erasure.receipt.filesLeft += 1
      return
    }
    switch output.state {
    case .gone: break
    case .unchanged:
      try Folder.destroy(URL(filePath: output.path))
      erasure.receipt.files += 1
      erasure.removed.append(output.path)
    case .changed:
      erasure.receipt.filesLeft += 1
      erasure.left.append(output.path)
    }
  }

  /// Removes files that a crash left half written: they may hold keys or pictures.
  func removeDrafts() throws(JournalError) {
    let store = DerivedStore(home: home)
    let folders =
      [home.keys, SessionKeyFile.folder(in: home), home.grants, home.ledger]
      + DerivedStore.Kind.allCases.map { store.folder($0) }
    for folder in folders {
      do {
        guard FileManager.default.fileExists(atPath: folder.path) else { continue }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(".") {
          try Folder.destroy(folder.appending(path: name))
        }
      } catch {
        throw JournalError(error, at: folder)
      }
    }
  }
}
