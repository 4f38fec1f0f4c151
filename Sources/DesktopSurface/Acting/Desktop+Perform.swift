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
      isQuiet = now == before && !isBusy && ContinuousClock.now - lastChange > Self.quiet
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
    case .click, .fill, .select, .check, .drag, .copy, .cut, .paste, .upload, .submit, .navigate, .openTab, .answer,
      .run:
      throw SurfaceError(
        .unsupported, "On the desktop, “\(action.verb.rawValue)” needs an element, or cannot be done. Do it by hand.")
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
    case .drag, .navigate, .openTab, .upload, .submit, .answer, .run:
      throw SurfaceError(
        .unsupported, "On the desktop, “\(action.verb.rawValue)” cannot be done to an element. Do it by hand.")
    }
    return nil
  }
}
