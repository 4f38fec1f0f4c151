import CX11
import Foundation
import Surfaces
import Trace

/// What one window says of itself, asked for in one go: a question costs a round trip, many together cost one, too.
struct WindowFacts {
  /// On the screen.
  var bounds: Bounds
  var isViewable: Bool
  /// Placed by its program, not by the window manager.
  var isUnmanaged: Bool
  /// It has no picture: it only takes input.
  var isInputOnly: Bool
  var isIndicator: Bool
  var title: String
  /// The second part of `WM_CLASS`, in lower case.
  var windowClass: String?
  var process: Int32?
  /// The window that it belongs to, as `WM_TRANSIENT_FOR` says.
  var owner: UInt32?
}

extension XConnection {
  /// What the windows say of themselves; those that are gone are left out.
  func facts(of windows: [xcb_window_t]) -> [xcb_window_t: WindowFacts] {
    let questions = windows.map { WindowQuestion($0, self) }
    return Dictionary(
      zip(windows, questions.map { $0.answer(self) }).compactMap { window, facts in facts.map { (window, $0) } }
    ) { first, _ in first }
  }
}

/// The questions about one window, asked and not yet answered.
private struct WindowQuestion {
  private let geometry: xcb_get_geometry_cookie_t
  private let origin: xcb_translate_coordinates_cookie_t
  private let attributes: xcb_get_window_attributes_cookie_t
  private let name, oldName, windowClass, process, machine, owner, indicator: PropertyQuestion

  init(_ window: xcb_window_t, _ connection: XConnection) {
    geometry = xcb_get_geometry(connection.handle, window)
    origin = xcb_translate_coordinates(connection.handle, window, connection.root, 0, 0)
    attributes = xcb_get_window_attributes(connection.handle, window)
    name = connection.ask("_NET_WM_NAME", of: window)
    oldName = connection.ask("WM_NAME", of: window)
    windowClass = connection.ask("WM_CLASS", of: window)
    process = connection.ask("_NET_WM_PID", of: window)
    machine = connection.ask("WM_CLIENT_MACHINE", of: window)
    owner = connection.ask("WM_TRANSIENT_FOR", of: window)
    indicator = connection.ask(IndicatorWindow.mark, of: window)
  }

  func answer(_ connection: XConnection) -> WindowFacts? {
    // All answers are taken, also of a window that is gone: else they would wait in the connection for ever.
    let geometry = connection.value(xcb_get_geometry_reply(connection.handle, geometry, nil))
    let origin = connection.value(xcb_translate_coordinates_reply(connection.handle, origin, nil))
    let attributes = connection.value(xcb_get_window_attributes_reply(connection.handle, attributes, nil))
    let (name, oldName) = (connection.text(name), connection.text(oldName))
    let classes = connection.text(windowClass)?.split(separator: "\0").map(String.init) ?? []
    let process = connection.numbers(process)?.first
    let machine = connection.text(machine)
    let owner = connection.numbers(owner)?.first
    let isIndicator = connection.numbers(indicator) != nil
    guard let geometry, let origin, let attributes else { return nil }
    // A program on another machine has a number there, which here is another's.
    let isLocal = machine.map { $0.trimmingCharacters(in: ["\0"]) == Self.machine } ?? true
    return WindowFacts(
      bounds: Bounds(
        x: Double(origin.dst_x), y: Double(origin.dst_y), width: Double(geometry.width),
        height: Double(geometry.height)),
      isViewable: UInt32(attributes.map_state) == XCB_MAP_STATE_VIEWABLE.rawValue,
      isUnmanaged: attributes.override_redirect != 0,
      isInputOnly: UInt32(attributes._class) == XCB_WINDOW_CLASS_INPUT_ONLY.rawValue,
      isIndicator: isIndicator, title: name ?? oldName ?? "", windowClass: classes.last?.lowercased(),
      process: isLocal ? process.flatMap { Int32(exactly: $0) } : nil,
      owner: owner.flatMap { $0 == 0 || $0 == connection.root ? nil : $0 })
  }

  private static let machine = ProcessInfo.processInfo.hostName
}
