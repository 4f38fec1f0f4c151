import CX11
import Foundation
import Surfaces
import Synchronization

@testable import DesktopSurface

/// A program that offers something on the clipboard, until it ends.
actor Offer {
  /// How it answers.
  enum Manner: Sendable {
    case promptly, inPieces, never
  }

  private let thread = DedicatedThread(name: "offer")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private nonisolated let wake: WakeSignal
  private nonisolated let asked = Mutex<[String]>([])
  private let connection: XConnection
  private let window: xcb_window_t
  private let text: String
  private let manner: Manner
  private let isPassword: Bool

  init(_ text: String, isPassword: Bool = false, manner: Manner = .promptly, display: String) throws {
    wake = try WakeSignal()
    let connection = try XConnection(display: display)
    window = xcb_generate_id(connection.handle)
    xcb_create_window(
      connection.handle, 0, window, connection.root, -10, -10, 1, 1, 0, UInt16(XCB_WINDOW_CLASS_INPUT_ONLY.rawValue),
      connection.screen.root_visual, 0, nil)
    xcb_set_selection_owner(connection.handle, window, connection.atom("CLIPBOARD"), 0)
    try connection.roundTrip()
    self.connection = connection
    self.text = text
    self.isPassword = isPassword
    self.manner = manner
    Task { await answer() }
  }

  /// In which forms it was asked for.
  nonisolated var targets: [String] { asked.withLock { $0 } }

  nonisolated var owner: UInt32 { window }

  nonisolated func end() { wake.send() }

  private func answer() {
    while let event = try? connection.nextEvent(wake: wake) {
      guard event.code == XCB_SELECTION_REQUEST, manner != .never else { continue }
      try? answer(event.fields(xcb_selection_request_event_t.self))
    }
    xcb_set_selection_owner(connection.handle, 0, connection.atom("CLIPBOARD"), 0)
    try? connection.roundTrip()
  }

  private func answer(_ request: xcb_selection_request_event_t) throws {
    let targets = connection.atom("TARGETS"), utf8 = connection.atom("UTF8_STRING")
    var notice = xcb_selection_notify_event_t()
    notice.response_type = UInt8(XCB_SELECTION_NOTIFY)
    notice.requestor = request.requestor
    notice.selection = request.selection
    notice.target = request.target
    notice.property = request.property
    let bytes = Array(text.utf8)
    switch request.target {
    case targets:
      asked.withLock { $0.append("TARGETS") }
      let offered = [targets, utf8] + (isPassword ? [connection.atom("x-kde-passwordManagerHint")] : [])
      xcb_change_property(
        connection.handle, 0, request.requestor, request.property, XCB_ATOM_ATOM.rawValue, 32, UInt32(offered.count),
        offered)
    case utf8 where manner == .promptly:
      asked.withLock { $0.append("UTF8_STRING") }
      put(bytes[...], request)
    case utf8:
      asked.withLock { $0.append("UTF8_STRING") }
      connection.select(XCB_EVENT_MASK_PROPERTY_CHANGE.rawValue, on: request.requestor)
      xcb_change_property(
        connection.handle, 0, request.requestor, request.property, connection.atom("INCR"), 32, 1,
        [UInt32(bytes.count)])
      send(notice)
      try putInPieces(bytes, request)
      return
    default: notice.property = 0
    }
    send(notice)
  }

  private func putInPieces(_ bytes: [UInt8], _ request: xcb_selection_request_event_t) throws {
    var rest = bytes[...]
    while true {
      var isTaken = false
      while !isTaken {
        guard let event = try connection.nextEvent(deadline: .now + .seconds(2)) else { return }
        guard event.code == XCB_PROPERTY_NOTIFY else { continue }
        let change = event.fields(xcb_property_notify_event_t.self)
        isTaken = change.atom == request.property && UInt32(change.state) == XCB_PROPERTY_DELETE.rawValue
      }
      put(rest.prefix(50_000), request)
      if rest.isEmpty { return try connection.roundTrip() }
      rest = rest.dropFirst(50_000)
    }
  }

  private func put(_ bytes: ArraySlice<UInt8>, _ request: xcb_selection_request_event_t) {
    xcb_change_property(
      connection.handle, 0, request.requestor, request.property, connection.atom("UTF8_STRING"), 8,
      UInt32(bytes.count), Array(bytes))
  }

  private func send(_ notice: xcb_selection_notify_event_t) {
    withUnsafeBytes(of: notice) { raw in
      _ = xcb_send_event(
        connection.handle, 0, notice.requestor, 0, raw.bindMemory(to: CChar.self).baseAddress)
    }
    xcb_flush(connection.handle)
  }
}
