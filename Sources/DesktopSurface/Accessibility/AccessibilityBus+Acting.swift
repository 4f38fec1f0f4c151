import Foundation
import Surfaces
import Trace

/// What an application does at our request, without keys or mouse. Each asks back what came of it where that can be
/// asked. An application that does not do it throws `unsupported`: then keys and mouse are left.
extension AccessibilityBus {
  /// Puts `text` in the place of what a field holds; what it holds then.
  func setText(_ text: String, of accessible: Accessible) throws(SurfaceError) -> String? {
    let deadline = Deadline.after(actingLimit)
    let facts = try known(accessible, until: deadline)
    guard facts.interfaces.contains("EditableText") else { throw Self.unsupported("be filled") }
    try demand(accessible.call("EditableText", "SetTextContents", .string(text)), "be filled", until: deadline)
    // A password is not read back.
    return facts.isSecret ? nil : try self.text(of: accessible, until: deadline)
  }

  /// Sets a slider, a counter or a cell to a number; what it says then.
  func setValue(_ value: Double, of accessible: Accessible) throws(SurfaceError) -> Double? {
    let deadline = Deadline.after(actingLimit)
    let facts = try known(accessible, until: deadline)
    guard facts.interfaces.contains("Value") else { throw Self.unsupported("be set to a number") }
    let call = BusCall(
      destination: accessible.bus, path: accessible.path, interface: "org.freedesktop.DBus.Properties", member: "Set",
      arguments: [.string("org.a11y.atspi.Value"), .string("CurrentValue"), .variantDouble(value)])
    try demand(call, "be set to a number", until: deadline)
    return try ask(accessible.property("Value", "CurrentValue"), until: deadline).first?.double
  }

  /// Does what a click would do; the states afterwards, nil where the element is gone by then.
  func press(_ accessible: Accessible) throws(SurfaceError) -> Set<ElementState>? {
    try act(["click", "press", "activate", "toggle", "jump", "Press", "Toggle"], on: accessible)
  }

  /// Does the first of the named actions that the element offers; the states afterwards, nil where it is gone by then.
  func act(_ names: [String], on accessible: Accessible) throws(SurfaceError) -> Set<ElementState>? {
    let deadline = Deadline.after(actingLimit)
    let facts = try known(accessible, until: deadline)
    guard facts.interfaces.contains("Action") else { throw Self.unsupported("be pressed") }
    let count = try ask(accessible.property("Action", "NActions"), until: deadline).first?.integer ?? 0
    // `GetActions` would answer in the person's language.
    let calls = (0..<min(count, 16)).map { accessible.call("Action", "GetName", .int32(Int32($0))) }
    let own = try ask(calls, until: deadline).map { $0.first?.string ?? "" }
    // LibreOffice offers one action and gives it no name.
    guard let index = names.lazy.compactMap({ own.firstIndex(of: $0) }).first ?? (own == [""] ? 0 : nil) else {
      throw Self.unsupported("be pressed")
    }
    let answer = try ask(accessible.call("Action", "DoAction", .int32(Int32(index))), until: deadline)
    // A dialog that opens may keep the answer until it is closed: it was pressed all the same.
    if answer.isLate { return nil }
    if case .refused = answer { throw Self.unsupported("be pressed") }
    return try self.facts(of: accessible, until: deadline).map(Self.states)
  }

  /// Gives an element the focus; whether it says that it has it.
  func grabFocus(_ accessible: Accessible) throws(SurfaceError) -> Bool {
    let deadline = Deadline.after(actingLimit)
    _ = try known(accessible, until: deadline)
    try demand(accessible.call("Component", "GrabFocus"), "take the focus", until: deadline)
    // The window manager has a say in it, so it may take a moment.
    let patience = deadline.atMost(.milliseconds(300))
    while !patience.hasPassed {
      if try facts(of: accessible, until: deadline)?.states.contains(.focused) ?? false { return true }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return false
  }

  /// Scrolls until an element can be seen; where it is then, as its application says.
  func scrollIntoView(_ accessible: Accessible) throws(SurfaceError) -> Element {
    let deadline = Deadline.after(actingLimit)
    _ = try known(accessible, until: deadline)
    let anywhere: UInt32 = 6
    try demand(accessible.call("Component", "ScrollTo", .uint32(anywhere)), "be scrolled to", until: deadline)
    return try describe(accessible)
  }

  /// How long an application may take to do something.
  private var actingLimit: Duration { max(limit, .seconds(5)) }

  func known(_ accessible: Accessible, until deadline: Deadline) throws(SurfaceError) -> AccessibleFacts {
    guard let facts = try facts(of: accessible, until: deadline) else { throw Self.gone(deadline) }
    guard facts.states.contains(.sensitive) || facts.states.contains(.enabled) else {
      throw SurfaceError(.notActionable, "The element cannot be used now: its application shows it as disabled.")
    }
    return facts
  }

  /// Asks for something to be done, which the application must answer with yes.
  func demand(_ call: BusCall, _ what: String, until deadline: Deadline) throws(SurfaceError) {
    switch try ask(call, until: deadline) {
    case .late: throw Self.gone(.after(.zero))
    case .refused: throw Self.unsupported(what)
    case .values(let values):
      if values.first?.boolean == false { throw Self.unsupported(what) }
    }
  }

  private static func unsupported(_ what: String) -> SurfaceError {
    SurfaceError(.unsupported, "The element's application does not let it \(what) from outside. Use keys and mouse.")
  }
}
