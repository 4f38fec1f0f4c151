import Trace

extension [Event] {
  /// In the order in which they happened.
  ///
  /// That is the order of their ids, but for what a surface tells late: a choice in a list, or a text, is told once it
  /// is left, and a click in another surface that leaves it may be told before. Such an event goes before what other
  /// surfaces told meanwhile, by its time; the order within a surface stays as it was told.
  ///
  ///     told:  sheet 10:02.3 click C3 │ page 10:00.9 choose “Ivo Holm”
  ///     ──────────────────────────────────────────────────────────────
  ///     order: page 10:00.9 choose “Ivo Holm” │ sheet 10:02.3 click C3
  func inOrder() -> [Event] {
    var ordered = self
    // Most streams are in order already.
    if zip(self, dropFirst()).contains(where: { $1.id < $0.id }) { ordered.sort { $0.id < $1.id } }
    for index in ordered.indices.dropFirst() {
      var place = index
      while place > 0, ordered[index].isToldLater(than: ordered[place - 1]) { place -= 1 }
      guard place < index else { continue }
      ordered.insert(ordered.remove(at: index), at: place)
    }
    return ordered
  }
}

extension Event {
  /// Whether it happened before another that was told first, on another surface of the same session.
  ///
  /// Not by more than a minute: then the clock was set.
  fileprivate func isToldLater(than told: Event) -> Bool {
    surface != told.surface && id.session == told.id.session && time < told.time
      && told.time.seconds(since: time) < 60
  }
}
