import CBus
import Glibc

/// A connection to a bus. It stays with the actor or the thread that opened it.
final class BusConnection {
  private let bus: OpaquePointer
  /// More at once only fills queues.
  private static let mostCallsAtOnce = 256

  init(address: String) throws(BusError) {
    var opened: OpaquePointer?
    try BusConnection.check(sd_bus_new(&opened))
    guard let bus = opened else { throw BusError(number: ENOMEM) }
    self.bus = bus
    try BusConnection.check(sd_bus_set_address(bus, address))
    try BusConnection.check(sd_bus_set_bus_client(bus, 1))
    try BusConnection.check(sd_bus_start(bus))
  }

  deinit { sd_bus_close_unref(bus) }

  /// Asks everything at once; the answers in the order of the calls.
  func ask(_ calls: [BusCall], until deadline: Deadline) throws(BusError) -> [BusAnswer] {
    var answers: [BusAnswer] = []
    answers.reserveCapacity(calls.count)
    var rest = calls[...]
    while !rest.isEmpty {
      answers += try askAtOnce(rest.prefix(Self.mostCallsAtOnce), until: deadline)
      rest = rest.dropFirst(Self.mostCallsAtOnce)
    }
    return answers
  }

  private func askAtOnce(_ calls: ArraySlice<BusCall>, until deadline: Deadline) throws(BusError) -> [BusAnswer] {
    var messages: [OpaquePointer?] = []
    var replies = [OpaquePointer?](repeating: nil, count: calls.count)
    defer {
      for message in messages { sd_bus_message_unref(message) }
      for reply in replies { sd_bus_message_unref(reply) }
    }
    for call in calls { messages.append(try message(for: call)) }
    try Self.check(understudy_bus_call_all(bus, &messages, &replies, messages.count, deadline.instant))
    return replies.map(BusMessage.answer)
  }

  private func message(for call: BusCall) throws(BusError) -> OpaquePointer? {
    var message: OpaquePointer?
    try Self.check(
      sd_bus_message_new_method_call(bus, &message, call.destination, call.path, call.interface, call.member))
    for argument in call.arguments { try Self.check(BusMessage.append(argument, to: message)) }
    return message
  }

  /// Asks that signals arrive that match `rule`.
  func listen(to rule: String) throws(BusError) {
    try Self.check(sd_bus_add_match(bus, nil, rule, nil, nil))
  }

  /// The next signal that has arrived; nil where there is none now.
  func nextSignal() throws(BusError) -> BusSignal? {
    while true {
      var message: OpaquePointer?
      defer { sd_bus_message_unref(message) }
      guard try Self.check(sd_bus_process(bus, &message)) > 0 else { return nil }
      if let message, let signal = BusMessage.signal(message) { return signal }
    }
  }

  /// Waits until something arrives, or until `other` can be read; whether that one can.
  func wait(or other: Int32) throws(BusError) -> Bool {
    var waited = [
      pollfd(fd: try Self.check(sd_bus_get_fd(bus)), events: Int16(try Self.check(sd_bus_get_events(bus))), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    if poll(&waited, 2, -1) < 0, errno != EINTR { throw BusError(number: errno) }
    return waited[1].revents != 0
  }

  @discardableResult
  private static func check(_ result: Int32) throws(BusError) -> Int32 {
    guard result >= 0 else { throw BusError(number: -result) }
    return result
  }
}
