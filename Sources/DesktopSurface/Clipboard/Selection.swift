import CX11
import Foundation
import Surfaces

/// Something that one program offers and others ask it for: the clipboard.
///
/// The program itself answers, so each question has a time limit.
final class Selection {
  /// More than this is not taken.
  static let limit = 1 << 20
  /// By which password managers say that what they put on the clipboard is a password.
  private static let hint = "x-kde-passwordManagerHint"

  private let connection: XConnection
  private let selection: xcb_atom_t
  /// The answers are put on it.
  private let window: xcb_window_t
  private var questions = 0

  init(_ name: String, _ connection: XConnection) {
    self.connection = connection
    selection = connection.atom(name)
    window = xcb_generate_id(connection.handle)
    xcb_create_window(
      connection.handle, 0, window, connection.root, -10, -10, 1, 1, 0, UInt16(XCB_WINDOW_CLASS_INPUT_ONLY.rawValue),
      connection.screen.root_visual, XCB_CW_EVENT_MASK.rawValue, [XCB_EVENT_MASK_PROPERTY_CHANGE.rawValue])
  }

  /// Whether the owner says that it is a password, or does not say in time what it offers. Events that come meanwhile
  /// are handed to `meanwhile`.
  func isSecret(
    within limit: Duration, meanwhile: (borrowing XEvent) -> Void
  ) throws(SurfaceError) -> Bool {
    do throws(SurfaceError) {
      guard let targets = try converted(to: "TARGETS", until: .now + limit, meanwhile) else {
        // Nobody owns it any more, or the owner does not say what it has.
        return owner != 0
      }
      let hint = connection.atom(Self.hint)
      return targets.withUnsafeBytes { raw in
        (0..<raw.count / 4).contains { raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) == hint }
      }
    } catch  where error.code != .closed {
      return true
    }
  }

  /// The text; nil where there is none.
  func text(within limit: Duration) throws(SurfaceError) -> String? {
    guard let bytes = try converted(to: "UTF8_STRING", until: .now + limit, { _ in }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var owner: xcb_window_t {
    let question = xcb_get_selection_owner(connection.handle, selection)
    return connection.value(xcb_get_selection_owner_reply(connection.handle, question, nil))?.owner ?? 0
  }

  /// What the owner offers, in the form that `target` names; nil where it does not have it.
  private func converted(
    to target: String, until deadline: ContinuousClock.Instant, _ meanwhile: (borrowing XEvent) -> Void
  ) throws(SurfaceError) -> [UInt8]? {
    // An answer that comes too late goes to another property than the one that is waited for.
    questions += 1
    let wanted = connection.atom(target), property = connection.atom("_UNDERSTUDY_SELECTION_\(questions % 16)")
    xcb_delete_property(connection.handle, window, property)
    xcb_convert_selection(connection.handle, window, selection, wanted, property, 0)
    while true {
      let event = try next(until: deadline)
      guard event.code == XCB_SELECTION_NOTIFY else {
        meanwhile(event)
        continue
      }
      let answer = event.fields(xcb_selection_notify_event_t.self)
      guard answer.requestor == window, answer.selection == selection, answer.target == wanted else { continue }
      if answer.property == 0 { return nil }
      if answer.property == property { break }
    }
    return try taken(property, until: deadline, meanwhile)
  }

  /// The property's bytes, in pieces where the owner sends it so (`INCR`).
  private func taken(
    _ property: xcb_atom_t, until deadline: ContinuousClock.Instant, _ meanwhile: (borrowing XEvent) -> Void
  ) throws(SurfaceError) -> [UInt8]? {
    guard let first = try piece(property) else { return nil }
    guard first.type == connection.atom("INCR") else { return first.bytes }
    var all: [UInt8] = []
    while true {
      let event = try next(until: deadline)
      let isPiece =
        event.code == XCB_PROPERTY_NOTIFY
        && {
          let change = $0.fields(xcb_property_notify_event_t.self)
          return change.window == window && change.atom == property
            && UInt32(change.state) == XCB_PROPERTY_NEW_VALUE.rawValue
        }(event)
      guard isPiece else {
        meanwhile(event)
        continue
      }
      guard let next = try piece(property) else { continue }
      if next.bytes.isEmpty { return all }
      all += next.bytes
      guard all.count <= Self.limit else { throw Self.tooMuch }
    }
  }

  private func next(until deadline: ContinuousClock.Instant) throws(SurfaceError) -> XEvent {
    guard let event = try connection.nextEvent(deadline: deadline) else {
      throw SurfaceError(.timedOut, "The program that has the clipboard does not answer. Copy once more.")
    }
    return event
  }

  /// Takes the property off the window, which asks the owner for the next piece.
  private func piece(_ property: xcb_atom_t) throws(SurfaceError) -> (type: xcb_atom_t, bytes: [UInt8])? {
    let question = xcb_get_property(
      connection.handle, 1, window, property, XCB_GET_PROPERTY_TYPE_ANY.rawValue, 0, UInt32(Self.limit / 4))
    guard let reply = xcb_get_property_reply(connection.handle, question, nil) else {
      try connection.check()
      return nil
    }
    defer { free(reply) }
    guard reply.pointee.bytes_after == 0 else { throw Self.tooMuch }
    guard reply.pointee.type != 0, let start = xcb_get_property_value(reply) else { return nil }
    let count = Int(xcb_get_property_value_length(reply))
    return (reply.pointee.type, Array(UnsafeRawBufferPointer(start: start, count: count)))
  }

  private static let tooMuch = SurfaceError(
    .unsupported, "The clipboard holds more than 1 MiB of text, which is not recorded. Copy less at once.")
}
