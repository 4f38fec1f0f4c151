public import Trace

extension Scope {
  /// Whether an event may be captured: it happened in one of the places, or it tells of no place's content (a window
  /// that was opened, a gap).
  public func contains(_ event: Event) -> Bool {
    contains(event.place, on: event.surface, at: event.time)
      || (event.isBlank && surfaces.contains(event.surface) && holds(at: event.time))
  }
}
