public import Surfaces
public import Trace

/// Does what a person would do.
extension Desktop {
  public func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome {
    try await acts { desktop throws(SurfaceError) in
      guard let target else { return try await desktop.carryOut(action) }
      let element = try await desktop.ready(target)
      return try await desktop.carryOut(action, on: element)
    }
  }

  public func drag(_ target: ElementHandle, to destination: ElementHandle) async throws(SurfaceError) -> Outcome {
    try await acts { desktop throws(SurfaceError) in
      let start = try await desktop.point(in: try await desktop.ready(target))
      let end = try await desktop.point(in: try await desktop.ready(destination))
      try await desktop.hand.drag(from: start, to: end)
      return nil
    }
  }

  /// Does something, waits until the application has come to rest, and tells what followed.
  private func acts(
    _ body: (isolated Desktop) async throws(SurfaceError) -> String?
  ) async throws(SurfaceError) -> Outcome {
    acting.begin(at: clock.now())
    defer { acting.end(at: clock.now()) }
    aftermath = []
    defer { aftermath = nil }
    let value = try await body(self)
    try await rest()
    let place = await granted(try await frontWindow())
    return Outcome(
      signals: aftermath ?? [], place: place ?? Place(application: "", window: ""), value: value)
  }

  /// Waits until the application answers again, and as long as its windows change or it tells of changes in them.
  private func rest() async throws(SurfaceError) {
    let end = ContinuousClock.now + .seconds(2)
    var before: [UInt32] = []
    var isQuiet = false
    while !isQuiet, ContinuousClock.now < end {
      let now = try await windowSystem.windows().map(\.id)
      let window = try await frontWindow()
      // What the application has not handled yet it handles before it answers this.
      let asked = ContinuousClock.now
      _ = await touching.focused(in: window)
      let isBusy = ContinuousClock.now - asked >= Self.busy
      let isResting = looking.focus.latestChange.map { ContinuousClock.now - $0 > Self.quiet } ?? true
      isQuiet = now == before && !isBusy && isResting
      before = now
      if !isQuiet { await pause(.milliseconds(20)) }
    }
  }

  /// How long an application takes for an answer that has something else to do.
  private static let busy = Duration.milliseconds(150)
  /// How long nothing has changed for an application to be at rest.
  private static let quiet = Duration.milliseconds(80)

  /// Waits a little; a task that is cancelled goes on at once, and ends by itself.
  func pause(_ time: Duration) async {
    try? await Task.sleep(for: time)
  }

  // MARK: - Without an element

  private func carryOut(_ action: Action) async throws(SurfaceError) -> String? {
    switch action {
    case .press(let chord):
      try await bringToFront(try await permittedWindow())
      try await hand.press(chord)
    case .scroll(let x, let y):
      let window = try await permittedWindow()
      try await hand.scroll(x: ticks(x), y: ticks(y), at: window.bounds.center)
    case .closeTab:
      try await windowSystem.close(try await permittedWindow().id)
    case .switchTab:
      let others = try await windows().dropFirst()
      guard let other = others.first else {
        throw SurfaceError(.elementNotFound, "There is no other window. Open one first.")
      }
      try await activate(window: other.window)
    case .click, .fill, .select, .check, .drag, .copy, .cut, .paste, .submit:
      throw SurfaceError(
        .unsupported, "On the desktop, “\(action.verb.rawValue)” needs an element. Say on which one.")
    case .upload, .navigate, .openTab, .answer, .run: throw Self.refusal(of: action)
    }
    return nil
  }

  func ticks(_ pixels: Double) -> Int { Int((pixels / WheelTurn.tick).rounded()) }

  func bringToFront(_ window: DesktopWindow) async throws(SurfaceError) {
    let window = await owner(of: window)
    if try await windowSystem.activeWindow()?.id != window.id { try await windowSystem.activate(window.id) }
  }

  // MARK: - On an element

  private func carryOut(_ action: Action, on element: Observed) async throws(SurfaceError) -> String? {
    switch action {
    case .click(let click): try await self.click(click, on: element)
    case .fill(let text): return try await fill(element, with: text)
    case .select(let labels): return try await select(labels, in: element)
    case .check(let on): try await check(element, on)
    case .press(let chord):
      try await focus(element)
      try await hand.press(chord)
    case .scroll(let x, let y):
      try await hand.scroll(x: ticks(x), y: ticks(y), at: try await point(in: element))
    case .copy: return try await take(Chord("c", modifiers: [.control]), from: element)
    case .cut: return try await take(Chord("x", modifiers: [.control]), from: element)
    case .paste(let text, _): return try await paste(text, into: element)
    case .closeTab, .switchTab: return try await carryOut(action)
    case .submit: try await submit(element)
    case .drag:
      throw SurfaceError(.unsupported, "A drag needs the element that it goes to. Use the surface's own drag.")
    case .upload, .navigate, .openTab, .answer, .run: throw Self.refusal(of: action)
    }
    return nil
  }

  /// Enter in a field of one line: a dialog does what its default button is for.
  private func submit(_ field: Observed) async throws(SurfaceError) {
    let element = field.seen.element
    guard element.isTypedInto, element.role != .gridcell, element.attributes["multiline"] == nil else {
      throw SurfaceError(.unsupported, "Enter submits nothing here. Do it in a field of one line, or click the button.")
    }
    try await focus(field)
    try await hand.press(Chord("Enter"))
  }

  /// Why something is never done on a desktop, and what is done there instead.
  private static func refusal(of action: Action) -> SurfaceError {
    let reason =
      switch action {
      case .upload:
        "An application asks for a file in a dialog of its own. Open that, and choose the file step by step."
      case .navigate: "An application has no address to go to. Open its document by its own menu."
      case .openTab: "Each application opens windows in its own way. Use its menu."
      case .answer: "A dialog of an application is a window with buttons. Click the one that answers it."
      default: "No command is run in an application. Run it in a terminal."
      }
    return SurfaceError(.unsupported, reason)
  }
}
