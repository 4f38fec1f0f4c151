import CX11
import Foundation
import Surfaces
import Trace

/// The windows of a display as they are now.
final class WindowList {
  private let connection: XConnection

  init(_ connection: XConnection) {
    self.connection = connection
  }

  /// The windows on the screen, front to back, menus and tooltips among them; with `hidden` those that are minimised
  /// or on another workspace, too, after all others. What is in `left` is looked through: menus, and frames of windows.
  func all(
    hidden: Bool = false, without left: Set<xcb_window_t> = []
  ) throws(SurfaceError) -> [DesktopWindow] {
    let clients = clients()
    let tops = tops(of: clients)
    let children = (connection.tree(of: connection.root)?.children ?? []).reversed().filter { !left.contains($0) }
    let order = children.map { tops[$0] ?? $0 }
    let known = Set(clients)
    let facts = facts(of: order + clients)
    var ids = order.filter { id in facts[id].map { isShown($0, isManaged: known.contains(id)) } ?? false }
    if hidden { ids += clients.filter { facts[$0] != nil && !ids.contains($0) } }
    try connection.check()
    return ids.compactMap { window($0, facts, order) }
  }

  /// What stands right on the screen, front to back, with the frames of the window manager.
  func stack() throws(SurfaceError) -> [StackedWindow] {
    let clients = clients()
    let tops = tops(of: clients)
    let children = Array((connection.tree(of: connection.root)?.children ?? []).reversed())
    let order = children.map { tops[$0] ?? $0 }
    let facts = facts(of: children + order)
    try connection.check()
    return zip(children, order).compactMap { top, id in
      guard let area = facts[top], area.isViewable, !area.isInputOnly, !area.isIndicator else { return nil }
      return window(id, facts, order).map { StackedWindow(window: $0, area: area.bounds) }
    }
  }

  /// The window at a point of the screen, nil for none, and for the recording indicator.
  func window(at point: Point) throws(SurfaceError) -> DesktopWindow? {
    guard let top = try top(at: point) else { return nil }
    if let window = try managed(in: top) { return window }
    return try unmanaged(in: top, at: point)
  }

  /// What no window manager keeps in `top`: a menu, or where there is none, any window; nil for the recording indicator.
  func unmanaged(in top: xcb_window_t, at point: Point) throws(SurfaceError) -> DesktopWindow? {
    let clients = Set(clients())
    let id = client(in: top, clients)
    let facts = facts(of: [id])
    guard let found = facts[id] else { return nil }
    if found.isIndicator { return nil }
    let isCertain = isShown(found, isManaged: clients.contains(id)) && (!found.isUnmanaged || found.owner != nil)
    if isCertain { return window(id, facts, []) }
    // Something without a picture is on top, or a menu that does not say whose it is: the order of all windows tells.
    return try all().first { $0.id == id || (found.isInputOnly && $0.bounds.contains(point)) }
  }

  /// What stands right on the screen at a point: the frame of a window, a menu; nil for nothing.
  func top(at point: Point) throws(SurfaceError) -> xcb_window_t? {
    let question = xcb_translate_coordinates(
      connection.handle, connection.root, connection.root, Int16(clamping: Int(point.x)),
      Int16(clamping: Int(point.y)))
    let top = connection.value(xcb_translate_coordinates_reply(connection.handle, question, nil))?.child ?? 0
    try connection.check()
    return top == 0 ? nil : top
  }

  /// The window that the window manager keeps in `top`, where it can be seen; nil for none.
  func managed(in top: xcb_window_t) throws(SurfaceError) -> DesktopWindow? {
    let clients = Set(clients())
    let id = client(in: top, clients)
    guard clients.contains(id) else { return nil }
    let facts = facts(of: [id])
    guard let found = facts[id], isShown(found, isManaged: true), !found.isUnmanaged else { return nil }
    return window(id, facts, [])
  }

  /// The window at a point of the screen if what is in `left`, menus and frames of windows, were not there.
  func window(at point: Point, without left: Set<xcb_window_t>) throws(SurfaceError) -> DesktopWindow? {
    try all(without: left).first { $0.bounds.contains(point) }
  }

  /// The window that keys go to; nil for none.
  func active() throws(SurfaceError) -> DesktopWindow? {
    try activeNumber().flatMap { (id) throws(SurfaceError) in try window(id) }
  }

  /// The number of the window that keys go to; nil for none.
  func activeNumber() throws(SurfaceError) -> xcb_window_t? {
    let id = connection.numbers(connection.ask("_NET_ACTIVE_WINDOW", of: connection.root))?.first ?? 0
    try connection.check()
    return id == 0 ? nil : id
  }

  /// Whether something that no window manager placed covers the screen: a lock takes all keys, and no other window is
  /// told of them.
  func isLocked() throws(SurfaceError) -> Bool {
    let area = screen()
    guard let top = try window(at: area.center) else { return false }
    return top.isPopup && top.bounds.width >= area.width && top.bounds.height >= area.height
  }

  /// One window; nil where it is gone, or is the recording indicator.
  func window(_ id: UInt32) throws(SurfaceError) -> DesktopWindow? {
    let facts = facts(of: [id])
    try connection.check()
    guard facts[id]?.isIndicator == false else { return nil }
    return window(id, facts, [])
  }

  /// The windows that the window manager manages.
  func clients() -> [xcb_window_t] {
    connection.numbers(connection.ask("_NET_CLIENT_LIST", of: connection.root)) ?? []
  }

  /// The facts of windows and of those that they belong to.
  private func facts(of windows: [xcb_window_t]) -> [xcb_window_t: WindowFacts] {
    var all = connection.facts(of: windows)
    // A menu of a menu of a dialog of a window.
    for _ in 0..<4 {
      let owners = Set(all.values.compactMap(\.owner)).filter { all[$0] == nil }
      if owners.isEmpty { break }
      all.merge(connection.facts(of: Array(owners))) { first, _ in first }
    }
    return all
  }

  private func isShown(_ facts: WindowFacts, isManaged: Bool) -> Bool {
    facts.isViewable && !facts.isInputOnly && !facts.isIndicator && isOnThisWorkspace(facts)
      && (isManaged || facts.bounds.intersects(screen()) && facts.bounds.width > 1 && facts.bounds.height > 1)
  }

  /// Some window managers leave windows of other workspaces mapped, behind a window without a picture.
  private func isOnThisWorkspace(_ facts: WindowFacts) -> Bool {
    guard let workspace = facts.workspace else { return true }
    let current = connection.numbers(connection.ask("_NET_CURRENT_DESKTOP", of: connection.root))?.first
    return current.map { $0 == workspace } ?? true
  }

  private func screen() -> Bounds {
    let size = connection.screenSize() ?? (0, 0)
    return Bounds(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
  }

  /// The window manager's frame, or whatever stands right on the screen, with the client in it.
  private func tops(of clients: [xcb_window_t]) -> [xcb_window_t: xcb_window_t] {
    var tops: [xcb_window_t: xcb_window_t] = [:]
    for client in clients {
      var top = client
      for _ in 0..<8 {
        guard let parent = connection.tree(of: top)?.parent, parent != connection.root, parent != 0 else { break }
        top = parent
      }
      tops[top] = client
    }
    return tops
  }

  /// The managed window in a frame; `top` itself where it is none.
  private func client(in top: xcb_window_t, _ clients: Set<xcb_window_t>) -> xcb_window_t {
    var level = [top]
    for _ in 0..<3 {
      if let client = level.first(where: clients.contains) { return client }
      level = level.prefix(16).flatMap { connection.tree(of: $0)?.children ?? [] }
    }
    return level.first(where: clients.contains) ?? top
  }

  /// `order` is all windows, front to back, where it is known.
  private func window(
    _ id: xcb_window_t, _ facts: [xcb_window_t: WindowFacts], _ order: [xcb_window_t]
  ) -> DesktopWindow? {
    guard let own = facts[id] else { return nil }
    var owner = own.owner
    if owner == nil, own.isUnmanaged, let process = own.process {
      owner = order.drop { $0 != id }.dropFirst().first {
        facts[$0].map { $0.process == process && !$0.isUnmanaged && $0.isViewable } ?? false
      }
    }
    return DesktopWindow(
      id: id, title: own.title, application: application(own, owner, facts), process: own.process,
      bounds: own.bounds, isPopup: own.isUnmanaged, owner: owner)
  }

  private func application(
    _ own: WindowFacts, _ owner: xcb_window_t?, _ facts: [xcb_window_t: WindowFacts]
  ) -> String {
    var last = own
    var next = owner
    for _ in 0..<4 {
      guard let above = next.flatMap({ facts[$0] }), let process = own.process, above.process == process else { break }
      last = above
      next = above.owner
    }
    return last.windowClass ?? own.windowClass ?? own.process.flatMap(Self.name) ?? ""
  }

  /// The name of a process, at most 15 bytes of it, as Linux keeps it.
  private static func name(of process: Int32) -> String? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8) else { return nil }
    return text.trimmingCharacters(in: .newlines).lowercased()
  }
}
