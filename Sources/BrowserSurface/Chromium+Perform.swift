public import Surfaces
public import Trace

extension Chromium {
  public func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome {
    keepTrees()
    return try await acting { () throws(SurfaceError) in try await carryOut(action, on: target) }
  }

  private func carryOut(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome {
    switch action {
    case .openTab: return try await openTab()
    case .closeTab: return try await closeTab()
    case .switchTab:
      guard let other = pages.recency.dropLast().last else {
        throw SurfaceError(.elementNotFound, "There is no other tab. Open one first.")
      }
      try await activate(window: other.rawValue)
      return Outcome(place: place(of: try activeTab()))
    case .answer(let accepted, let text): return try await answer(accepted: accepted, text: text)
    case .run: throw SurfaceError(.unsupported, "Command lines are run in the terminal, not in the browser.")
    default: break
    }
    let element = try target.map { handle throws(SurfaceError) in
      guard let element = ElementReference(handle) else { throw SurfaceError.gone }
      return element
    }
    return try await act(in: element?.frame) { browser, aftermath throws(SurfaceError) in
      try await browser.carryOut(action, element, during: aftermath)
    }
  }

  /// Does something in the tab that is acted on, waits until it has come to rest, and tells what followed.
  func act(
    in frame: FrameID?,
    _ body: (isolated Chromium, Aftermath) async throws(SurfaceError) -> String?
  ) async throws(SurfaceError) -> Outcome {
    let tab = try activeTab()
    guard actingState.dialogs[tab.id] == nil, dialogs[tab.session] == nil else {
      throw SurfaceError(.notActionable, "A dialog is open. Answer it first.")
    }
    let aftermath = try await beginning(in: tab, frame: frame)
    do {
      let value = try await body(self, aftermath)
      try await rest(aftermath)
      return try await outcome(aftermath, value: value)
    } catch {
      actingState.dialogs[tab.id] = aftermath.state.dialog == nil ? nil : aftermath
      if aftermath.state.dialog == nil { aftermath.stop() }
      throw error
    }
  }

  /// One action; returns the element's value afterwards, where it has one.
  private func carryOut(
    _ action: Action, _ element: ElementReference?, during aftermath: Aftermath
  ) async throws(SurfaceError) -> String? {
    aftermath.update { $0.isEntry = action.isEntry }
    switch action {
    case .navigate(let address, let cause):
      try await navigate(to: address, cause, during: aftermath)
      return nil
    case .press(let chord):
      try await press(chord, element, during: aftermath)
      return nil
    case .scroll(let x, let y):
      try await scroll(element, x: x, y: y, during: aftermath)
      return nil
    case .paste(let text, _): return try await paste(text, into: element, during: aftermath)
    default: break
    }
    guard let element else {
      throw SurfaceError(.elementNotFound, "This action is done to an element, and none was named.")
    }
    switch action {
    case .click(let click):
      try await self.click(element, click, during: aftermath)
      return nil
    case .fill(let text): return try await fill(element, with: text, during: aftermath)
    case .select(let labels): return try await select(element, labels, during: aftermath)
    case .check(let on): return try await check(element, on, during: aftermath)
    case .copy(let text): return try await take(text, from: element, cutting: false, during: aftermath)
    case .cut(let text): return try await take(text, from: element, cutting: true, during: aftermath)
    case .upload(let files):
      try await upload(files, to: element, during: aftermath)
      return nil
    case .submit:
      try await submit(element, during: aftermath)
      return nil
    case .drag, .navigate, .press, .scroll, .paste, .openTab, .closeTab, .switchTab, .answer, .run:
      throw SurfaceError(.unsupported, "This action is done in another way: a drag needs both its elements.")
    }
  }

  /// Presses keys: in an element, after giving it the focus, or wherever the focus is.
  private func press(_ chord: Chord, _ element: ElementReference?, during aftermath: Aftermath)
    async throws(SurfaceError)
  {
    if let element {
      try await focus(element, during: aftermath)
    } else {
      let id = try await focusedFrame(of: aftermath.tab)
      if let frame = pages.frames[id] {
        _ = try await evaluate(PageCall("act.watch", aftermath.token), in: frame, as: Bool?.self)
      }
    }
    try await send(Input.press(chord), during: aftermath)
  }

  /// Sends the form an element belongs to: by its button, else by Enter in one of its fields.
  private func submit(_ element: ElementReference, during aftermath: Aftermath) async throws(SurfaceError) {
    struct Sender: Decodable {
      var button: Int?
      var field: Int?
    }
    let sender = try await evaluate(PageCall("fields.sender", element.number), at: element, as: Sender?.self)
    func reference(_ number: Int) -> ElementReference {
      ElementReference(frame: element.frame, world: element.world, number: number)
    }
    if let button = sender?.button {
      try await click(reference(button), during: aftermath)
    } else if let field = sender?.field {
      try await press(Chord("Enter"), reference(field), during: aftermath)
    } else {
      throw SurfaceError(.notActionable, "The form has nothing that sends it. Send it by hand.")
    }
  }
}

extension Action {
  /// Whether it only enters or takes something.
  fileprivate var isEntry: Bool {
    switch self {
    case .fill, .select, .check, .copy, .cut, .paste: true
    case .click, .press, .drag, .scroll, .navigate, .openTab, .closeTab, .switchTab, .upload, .submit, .answer, .run:
      false
    }
  }
}
