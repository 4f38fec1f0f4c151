import CX11
import Foundation
import Surfaces
import Trace

/// What one window says of itself, asked for in one go: a question costs a round trip, many together cost one, too.
struct WindowFacts {
  /// On the screen, without the shadow that some programs draw around their windows: what is behind shows through it.
  var bounds: Bounds
  /// It is mapped, and not minimised by a window manager that leaves minimised windows mapped.
  var isViewable: Bool
  /// The workspace it is on; nil for all of them.
  var workspace: UInt32?
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
  private let name, oldName, windowClass, process, machine, owner, indicator, shadow, workspace,
    states: PropertyQuestion

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
    shadow = connection.ask("_GTK_FRAME_EXTENTS", of: window)
    workspace = connection.ask("_NET_WM_DESKTOP", of: window)
    states = connection.ask("_NET_WM_STATE", of: window)
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
    let shadow = connection.numbers(shadow) ?? []
    let workspace = connection.numbers(workspace)?.first
    let isMinimised = connection.numbers(states)?.contains(connection.atom("_NET_WM_STATE_HIDDEN")) ?? false
    guard let geometry, let origin, let attributes else { return nil }
    // A program on another machine has a number there, which here is another's.
    let isLocal = machine.map { $0.trimmingCharacters(in: ["\0"]) == Self.machine } ?? true
    return WindowFacts(
      bounds: Bounds(
        x: Double(origin.dst_x), y: Double(origin.dst_y), width: Double(geometry.width),
        height: Double(geometry.height)
      ).without(shadow: shadow.map { Double($0) }),
      isViewable: UInt32(attributes.map_state) == XCB_MAP_STATE_VIEWABLE.rawValue && !isMinimised,
      workspace: workspace == .max ? nil : workspace,
      isUnmanaged: attributes.override_redirect != 0,
      isInputOnly: UInt32(attributes._class) == XCB_WINDOW_CLASS_INPUT_ONLY.rawValue,
      isIndicator: isIndicator, title: name ?? oldName ?? "", windowClass: classes.last?.lowercased(),
      process: isLocal ? process.flatMap { Int32(exactly: $0) } : nil,
      owner: owner.flatMap { $0 == 0 || $0 == connection.root ? nil : $0 })
  }

  private static let machine = ProcessInfo.processInfo.hostName
}

extension Bounds {
  /// Without margins at the left, the right, above and below.
  fileprivate func without(shadow: [Double]) -> Bounds {
    guard shadow.count == 4, shadow[0] + shadow[1] < width, shadow[2] + shadow[3] < height else { return self }
    return Bounds(
      x: x + shadow[0], y: y + shadow[2], width: width - shadow[0] - shadow[1],
      height: height - shadow[2] - shadow[3])
  }
}
