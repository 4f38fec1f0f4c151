public import Trace

extension ErasureSelection {
  /// What erasing it would leave of some events, in their order. What was copied from an event that goes, goes where it
  /// was pasted too.
  public func remainder(of events: [Event]) -> [Event] {
    var gone = Set(events.filter { contains($0) }.map(\.id))
    for event in events {
      guard case .action(.paste(_, let clipping?)) = event.occurrence, let source = clipping.event else { continue }
      if gone.contains(source) { gone.insert(event.id) }
    }
    return events.filter { !gone.contains($0.id) }
  }
}
