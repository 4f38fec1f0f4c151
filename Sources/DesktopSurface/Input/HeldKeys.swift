import CX11

/// The keys that are held down, and which of them the server repeats for programs.
///
/// It repeats the key that was pressed last, once it has been held for a while, until it is released or the next one is
/// pressed. It does not tell of that here.
struct HeldKeys {
  /// In milliseconds; nil where nothing is repeated.
  private let delay: UInt32?
  /// A bit for each key that is repeated.
  private let repeating: [UInt8]
  private var latest: (code: UInt8, since: UInt32)?
  private var repeated: Set<UInt8> = []

  /// As the server is set.
  init(_ connection: XConnection) {
    let question = xcb_xkb_get_controls(connection.handle, UInt16(XCB_XKB_ID_USE_CORE_KBD.rawValue))
    let controls = connection.value(xcb_xkb_get_controls_reply(connection.handle, question, nil))
    let isOn = controls.map { $0.enabledControls & XCB_XKB_BOOL_CTRL_REPEAT_KEYS.rawValue != 0 } ?? false
    self.init(
      delay: isOn ? controls.map { UInt32($0.repeatDelay) } : nil,
      repeating: controls.map { withUnsafeBytes(of: $0.perKeyRepeat, Array.init) } ?? [])
  }

  init(delay: UInt32?, repeating: [UInt8]) {
    self.delay = delay
    self.repeating = repeating
  }

  /// Takes in a press at a time of the server's clock.
  mutating func press(_ code: UInt8, at time: UInt32) {
    guard repeating.indices.contains(Int(code / 8)), repeating[Int(code / 8)] & (1 << (code % 8)) != 0 else { return }
    if let latest, isLong(latest.since, time) { repeated.insert(latest.code) }
    repeated.remove(code)
    latest = (code, time)
  }

  /// Takes in a release; whether the key was repeated.
  mutating func release(_ code: UInt8, at time: UInt32) -> Bool {
    if let latest, latest.code == code {
      self.latest = nil
      return isLong(latest.since, time)
    }
    return repeated.remove(code) != nil
  }

  /// The server's clock begins again after 49 days.
  private func isLong(_ since: UInt32, _ time: UInt32) -> Bool {
    delay.map { time &- since >= $0 } ?? false
  }
}
