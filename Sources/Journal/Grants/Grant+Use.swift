import Guard
public import Trace

extension Grant {
  /// Whether it lets an event be used for a purpose now: the event is of its places and its time, the purpose stands,
  /// and the event is not older than the purpose lets it be.
  ///
  /// What was recorded while a grant held may be learned from after its last day; taking it back ends that.
  public func allows(_ purpose: Purpose, of event: Event, at moment: Moment) -> Bool {
    stands(for: purpose, at: moment) && scope.contains(event)
      && (kept[purpose].map { event.time.isWithin(days: $0, before: moment) } ?? true)
  }

  /// Whether it may have let something be recorded within some hours, as far as can be told without reading it.
  func covers(_ hours: ClosedRange<Int64>) -> Bool {
    guard purposes.contains(.record) else { return false }
    return scope.overlaps(hours) && withdrawal(of: .record).map { hours.lowerBound <= $0.hour } ?? true
  }
}

extension Sequence<Grant> {
  /// Whether one of them lets an event be used for a purpose now.
  public func allow(_ purpose: Purpose, of event: Event, at moment: Moment) -> Bool {
    contains { $0.allows(purpose, of: event, at: moment) }
  }

  /// For how many days what was recorded within some hours may serve a purpose: the shortest time of the grants that
  /// may have let it be recorded; nil where none sets one.
  func days(for purpose: Purpose, recordedIn hours: ClosedRange<Int64>) -> Int? {
    filter { $0.purposes.contains(purpose) && $0.covers(hours) }.compactMap { $0.kept[purpose] }.min()
  }
}

extension Scope {
  /// Whether it held at some time within some hours.
  func overlaps(_ hours: ClosedRange<Int64>) -> Bool {
    from.hour <= hours.upperBound && until.map { hours.lowerBound <= $0.hour } ?? true
  }
}

extension Moment {
  static let day: Int64 = 24 * 3_600 * 1_000_000

  /// Whether no more days than these lie between it and a later moment.
  func isWithin(days: Int, before moment: Moment) -> Bool {
    moment.microseconds - microseconds <= Int64(days) * Moment.day
  }
}
