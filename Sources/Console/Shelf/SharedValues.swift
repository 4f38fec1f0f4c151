import Trace

/// Gives values that are equal the same memory: most events are about the same few places and elements.
struct SharedValues {
  private var places: [Place: Place] = [:]
  private var elements: [Element: Element] = [:]
  private var sessions: [String: String] = [:]

  /// The same event, in less memory.
  mutating func shared(_ event: Event) -> Event {
    var event = event
    event.id.session = SharedValues.shared(event.id.session, in: &sessions)
    event.place = SharedValues.shared(event.place, in: &places)
    if let element = event.element { event.element = SharedValues.shared(element, in: &elements) }
    return event
  }

  private static func shared<Value: Hashable>(_ value: Value, in known: inout [Value: Value]) -> Value {
    if let same = known[value] { return same }
    known[value] = value
    return value
  }
}
