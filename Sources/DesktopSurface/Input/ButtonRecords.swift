import CX11
import Foundation
import Surfaces
import Trace

/// Where the pointer was when a button went down or up, as the X server keeps it by its RECORD extension.
///
/// The events that tell of keys and buttons during grabs name no place, and a pointer that is asked for afterwards may
/// have gone on.
final class ButtonRecords {
  /// One connection asks, and the answer on the other one never ends.
  private let control: XConnection
  private let connection: XConnection
  private let sequence: UInt32
  private var records: [ButtonRecord] = []
  /// The server tells both connections at once.
  private static let patience = Duration.milliseconds(20)

  /// Nil where the server does not record: then the pointer has to be asked for.
  init?(display: String?) {
    guard let control = try? XConnection(display: display), let connection = try? XConnection(display: display),
      control.value(
        xcb_record_query_version_reply(control.handle, xcb_record_query_version(control.handle, 1, 13), nil)) != nil
    else { return nil }
    let context = xcb_generate_id(control.handle)
    var range = xcb_record_range_t()
    range.device_events.first = UInt8(XCB_BUTTON_PRESS)
    range.device_events.last = UInt8(XCB_BUTTON_RELEASE)
    let clients: [xcb_record_client_spec_t] = [XCB_RECORD_CS_ALL_CLIENTS.rawValue]
    xcb_record_create_context(control.handle, context, 0, 1, 1, clients, [range])
    guard (try? control.roundTrip()) != nil else { return nil }
    sequence = xcb_record_enable_context(connection.handle, context).sequence
    xcb_flush(connection.handle)
    self.control = control
    self.connection = connection
  }

  /// Where the pointer was at a press or release that the server saw at `time`; nil where it does not tell.
  func point(ofPress isPress: Bool, at time: UInt32) -> Point? {
    let end = ContinuousClock.now + Self.patience
    while true {
      take()
      if let found = records.firstIndex(where: { $0.isPress == isPress && $0.serverTime == time }) {
        defer { records.removeFirst(found + 1) }
        return records[found].point
      }
      let left = end - .now
      guard left > .zero, xcb_connection_has_error(connection.handle) == 0 else {
        records.removeAll()
        return nil
      }
      var waiting = pollfd(fd: xcb_get_file_descriptor(connection.handle), events: Int16(POLLIN), revents: 0)
      poll(&waiting, 1, Int32(clamping: Int((left / .milliseconds(1)).rounded(.up))))
    }
  }

  /// Takes what has been told.
  private func take() {
    var answer: UnsafeMutableRawPointer?
    var refusal: UnsafeMutablePointer<xcb_generic_error_t>?
    while xcb_poll_for_reply(connection.handle, sequence, &answer, &refusal) == 1 {
      free(refusal)
      guard let reply = answer?.assumingMemoryBound(to: xcb_record_enable_context_reply_t.self) else { return }
      defer { free(reply) }
      let bytes = UnsafeRawBufferPointer(
        start: xcb_record_enable_context_data(reply), count: Int(xcb_record_enable_context_data_length(reply)))
      // From the server, and not that recording begins.
      guard reply.pointee.category == 0 else { continue }
      for start in stride(from: 0, to: bytes.count / Self.size * Self.size, by: Self.size) {
        let event = bytes.loadUnaligned(fromByteOffset: start, as: xcb_button_press_event_t.self)
        records.append(
          ButtonRecord(
            isPress: Int32(event.response_type & 0x7F) == XCB_BUTTON_PRESS, serverTime: event.time,
            point: Point(x: Double(event.root_x), y: Double(event.root_y))))
      }
    }
  }

  private static let size = MemoryLayout<xcb_button_press_event_t>.size
}
