import Surfaces

/// Listens to the accessibility bus on the thread that it is made on.
final class AccessibilityListener {
  private let signals: BusConnection
  /// What is asked meanwhile: on the other connection an answer would push aside what is told.
  private let questions: BusConnection
  private let focus: LastFocus
  private let interest: AccessibilityInterest
  private var sources: [String: Source] = [:]
  /// How long an application may take to say that an object is no password.
  private static let patience = Duration.milliseconds(100)

  /// What is known of an application.
  private struct Source {
    var process: Int32?
    /// What it calls itself, in lower case; empty where nobody asked for it.
    var application = ""
    /// Which of its objects hold secrets.
    var secrets: [String: Bool] = [:]
  }

  private init(session: String?, focus: LastFocus, interest: AccessibilityInterest) throws(BusError) {
    self.focus = focus
    self.interest = interest
    let deadline = Deadline.after(.seconds(2))
    signals = try AccessibilityAddress.open(session: session, until: deadline)
    questions = try AccessibilityAddress.open(session: session, until: deadline)
    for rule in AccessibilitySignal.rules(interest.states) { try signals.listen(to: rule) }
    try register()
  }

  /// Tells `yield` every change until `stop` is woken, over as many connections as it takes.
  static func listen(
    session: String?, focus: LastFocus, interest: AccessibilityInterest, until stop: WakeSignal,
    yield: (AccessibilityChange) -> Void
  ) throws(SurfaceError) {
    var failures = 0
    var wasConnected = false
    // What was there once may come back; what never was is not waited for long.
    while failures < (wasConnected ? 30 : 3) {
      do throws(BusError) {
        let listener = try AccessibilityListener(session: session, focus: focus, interest: interest)
        if wasConnected { yield(AccessibilityChange(source: .registry, kind: .reconnected)) }
        wasConnected = true
        failures = 0
        try listener.listen(until: stop, yield: yield)
        return
      } catch {
        failures += 1
        if stop.wait(milliseconds: 1_000) { return }
      }
    }
    throw AccessibilityAddress.unavailable
  }

  private func listen(until stop: WakeSignal, yield: (AccessibilityChange) -> Void) throws(BusError) {
    repeat {
      while let signal = try signals.nextSignal() {
        if signal.member == "NameOwnerChanged" {
          if try ownerChanged(signal) { yield(AccessibilityChange(source: .registry, kind: .reconnected)) }
        } else if let change = try change(signal) {
          focus.note(changeOf: change.process, at: change.arrival)
          if !interest.isQuiet(change.kind) { yield(change) }
        }
      }
    } while try !signals.wait(or: stop.descriptor)
  }

  /// Asks the registry that applications tell; starts it where it does not run.
  private func register() throws(BusError) {
    let calls = AccessibilitySignal.events(interest.states).map { event in
      BusCall(
        destination: Accessible.registry.bus, path: "/org/a11y/atspi/registry",
        interface: "org.a11y.atspi.Registry", member: "RegisterEvent",
        arguments: [.string(event), .strings([]), .string("")])
    }
    _ = try signals.ask(calls, until: .after(.seconds(2)))
  }

  /// Whether the registry is another one than before, to which everything was said again.
  private func ownerChanged(_ signal: BusSignal) throws(BusError) -> Bool {
    guard signal.values.count == 3, let name = signal.values[0].string, let owner = signal.values[2].string else {
      return false
    }
    if owner.isEmpty {
      sources[name] = nil
      focus.forget(bus: name)
    }
    guard name == Accessible.registry.bus, owner.isEmpty else { return false }
    try register()
    return true
  }

  private func change(_ signal: BusSignal) throws(BusError) -> AccessibilityChange? {
    guard let kind = AccessibilitySignal.kind(signal) else { return nil }
    let accessible = Accessible(bus: signal.sender, path: signal.path)
    let source = try source(signal.sender)
    if let isGranted = interest.isGranted, !isGranted(source.application) { return nil }
    var change = AccessibilityChange(
      source: accessible, kind: kind, process: source.process, application: source.application)
    switch kind {
    case .focusGained:
      focus.note(accessible)
      // The path may be another object's by now. What was a secret once stays one: a password that is shown for a
      // moment says that it is an ordinary text.
      if sources[accessible.bus]?.secrets[accessible.path] == false {
        sources[accessible.bus]?.secrets[accessible.path] = nil
      }
    case .stateChanged(.showing, true):
      focus.note(shown: accessible)
    case .stateChanged(.checked, let isOn):
      focus.note(box: accessible, isOn: isOn)
    case .activeDescendantChanged(let descendant):
      focus.note(cursor: descendant)
    case .textInserted(let offset, let length, _) where try isSecret(accessible):
      change.kind = .textInserted(offset: offset, length: length, text: nil)
    case .textDeleted(let offset, let length, _) where try isSecret(accessible):
      change.kind = .textDeleted(offset: offset, length: length, text: nil)
    default: break
    }
    return change
  }

  private func source(_ bus: String) throws(BusError) -> Source {
    if let known = sources[bus] { return known }
    let number = try questions.ask([.process(of: bus)], until: .after(Self.patience)).first?.first?.integer
    var source = Source(process: number.map { Int32(truncatingIfNeeded: $0) })
    if interest.isGranted != nil {
      let name = Accessible(bus: bus, path: Accessible.rootPath).property("Accessible", "Name")
      source.application =
        try questions.ask([name], until: .after(Self.patience)).first?.first?.string?.lowercased() ?? ""
      // One that is still starting, or busy, is asked again.
      if source.application.isEmpty { return source }
    }
    sources[bus] = source
    return source
  }

  /// Whether an object is a password's field, or does not say in time that it is none.
  private func isSecret(_ accessible: Accessible) throws(BusError) -> Bool {
    if let known = sources[accessible.bus]?.secrets[accessible.path] { return known }
    let answers = try questions.ask(AccessibleFacts.calls(accessible), until: .after(Self.patience))
    guard let facts = AccessibleFacts(accessible, answers) else { return true }
    if let secrets = sources[accessible.bus]?.secrets, secrets.count > 1_000 {
      sources[accessible.bus]?.secrets = secrets.filter(\.value)
    }
    let isSecret = focus.isSecret(accessible, said: facts.isSecret)
    sources[accessible.bus]?.secrets[accessible.path] = isSecret
    return isSecret
  }
}
