/// What is known of the few windows that were pictured last: who goes to and fro between two of them is not met anew each
/// time.
struct RecentWindows<Known> {
  private var windows: [(id: UInt32, known: Known)] = []
  private static var most: Int { 4 }

  /// Takes out what is known of a window.
  mutating func take(_ id: UInt32) -> Known? {
    guard let index = windows.firstIndex(where: { $0.id == id }) else { return nil }
    return windows.remove(at: index).known
  }

  mutating func put(_ known: Known, of id: UInt32) {
    windows.removeAll { $0.id == id }
    windows.append((id, known))
    if windows.count > Self.most { windows.removeFirst() }
  }
}

extension RecentWindows: Sendable where Known: Sendable {}
