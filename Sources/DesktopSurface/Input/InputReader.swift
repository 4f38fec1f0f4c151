import CX11
import Surfaces
import Trace

/// Watches keyboard and mouse of a display, also while an application has grabbed them: reads raw input from the X
/// server, on a thread of its own so that nothing else delays it.
///
/// ```swift
/// for try await event in try InputReader(display: nil).stream() { … }
/// ```
actor InputReader: EventReader {
  private let thread = DedicatedThread(name: "input")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  nonisolated let wake: WakeSignal
  private let connection: XConnection
  private let keyboard: Keyboard
  private let composition: Composition
  private let devices: InputDevices
  private var held: HeldKeys
  private let windows: WindowList
  private var known = KnownWindows()
  private let rests: PointerRests
  private let buttons: ButtonRecords?
  /// What was read while something before it was looked at.
  private var waiting: [HeldEvent] = []

  /// Events are queued from here on. Throws ``SurfaceError/Code/unavailable`` where there is no display or it cannot
  /// tell of input.
  init(display: String?) throws(SurfaceError) {
    wake = try WakeSignal()
    let connection = try XConnection(display: display)
    devices = try InputDevices(connection)
    keyboard = try Keyboard(connection)
    composition = Composition(keyboard)
    held = HeldKeys(connection)
    windows = WindowList(connection)
    devices.selectHierarchy()
    rests = PointerRests(connection, devices)
    buttons = ButtonRecords(display: display)
    // What opens after a press must not be taken for what was pressed.
    connection.select(KnownWindows.mask, on: connection.root)
    try connection.roundTrip()
    self.connection = connection
  }

  func read(_ handOut: (InputEvent) -> Void) throws(SurfaceError) {
    while true {
      if waiting.isEmpty {
        if let event = try connection.nextEvent(wake: wake, deadline: rests.next) {
          try handle(event, handOut)
        } else if rests.next.map({ $0 > .now }) ?? true {
          return
        }
      } else {
        let held = waiting.removeFirst()
        try handle(held.event, handOut)
      }
      while waiting.isEmpty, let next = connection.arrivedEvent() { try handle(next, handOut) }
      // What was opened before is handled first: it belongs to what the pointer rests on.
      if waiting.isEmpty, let point = rests.look() {
        handOut(
          InputEvent(
            kind: .pointerRested(at: point), modifiers: keyboard.modifiers, isInjected: false,
            window: try window(at: point), serverTime: 0))
      }
      try keyboard.refresh()
    }
  }

  private func handle(_ event: borrowing XEvent, _ handOut: (InputEvent) -> Void) throws(SurfaceError) {
    if event.code == keyboard.eventCode { return keyboard.update(event) }
    known.note(event, connection)
    guard event.code == XCB_GE_GENERIC else { return }
    // Raw keys and raw buttons have the same fields.
    let raw = event.fields(xcb_input_raw_key_press_event_t.self)
    guard raw.extension == devices.opcode else { return }
    guard let kind = try kind(of: raw) else { return }
    var input = InputEvent(
      kind: kind, modifiers: keyboard.modifiers, isInjected: devices.isInjecting(raw.sourceid),
      window: try window(under: kind), serverTime: raw.time)
    switch kind {
    case .keyPressed(let key): held.press(key.code, at: raw.time)
    case .keyReleased(let key): input.isRepeated = held.release(key.code, at: raw.time)
    default: break
    }
    handOut(input)
  }

  private func window(under kind: InputEvent.Kind) throws(SurfaceError) -> DesktopWindow? {
    switch kind {
    case .buttonPressed(_, let point), .wheel(_, _, let point), .pointerRested(let point): try window(at: point)
    case .keyPressed: try known.keyWindow(windows, connection)
    case .buttonReleased, .keyReleased: nil
    }
  }

  /// The window that was at a point when the event came that is being looked at.
  private func window(at point: Point) throws(SurfaceError) -> DesktopWindow? {
    let window = try known.window(at: point, windows, connection)
    // The server has told of all that was opened before it answered.
    while let event = connection.queuedEvent() { waiting.append(HeldEvent(event)) }
    let opened = waiting.compactMap { held in
      held.event.code == XCB_MAP_NOTIFY ? held.event.fields(xcb_map_notify_event_t.self).window : nil
    }
    return opened.isEmpty ? window : try windows.window(at: point, without: Set(opened))
  }

  private func kind(of raw: xcb_input_raw_key_press_event_t) throws(SurfaceError) -> InputEvent.Kind? {
    let code = UInt8(truncatingIfNeeded: raw.detail)
    switch Int32(raw.event_type) {
    case XCB_INPUT_RAW_KEY_PRESS:
      let key = try keyboard.key(code: code)
      return .keyPressed(composition.composed(key, keyboard))
    case XCB_INPUT_RAW_KEY_RELEASE: return .keyReleased(try keyboard.key(code: code))
    case XCB_INPUT_RAW_MOTION:
      rests.moved()
      return nil
    case XCB_INPUT_RAW_BUTTON_PRESS: return press(ofButton: raw.detail, at: raw.time)
    case XCB_INPUT_RAW_BUTTON_RELEASE:
      guard let button = Click.Button(number: raw.detail), let point = point(ofPress: false, at: raw.time) else {
        return nil
      }
      return .buttonReleased(button, at: point)
    case XCB_INPUT_HIERARCHY:
      devices.forget()
      return nil
    default: return nil
    }
  }

  private func press(ofButton number: UInt32, at time: UInt32) -> InputEvent.Kind? {
    guard let point = point(ofPress: true, at: time) else { return nil }
    if let button = Click.Button(number: number) { return .buttonPressed(button, at: point) }
    switch number {
    case 4: return .wheel(x: 0, y: -1, at: point)
    case 5: return .wheel(x: 0, y: 1, at: point)
    case 6: return .wheel(x: -1, y: 0, at: point)
    case 7: return .wheel(x: 1, y: 0, at: point)
    default: return nil
    }
  }

  /// Raw events carry no position: it is recorded, or the pointer is asked for.
  private func point(ofPress isPress: Bool, at time: UInt32) -> Point? {
    buttons?.point(ofPress: isPress, at: time) ?? connection.pointer()
  }
}
