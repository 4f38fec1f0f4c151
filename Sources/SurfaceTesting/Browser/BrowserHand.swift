import Foundation
public import Trace

/// A hand on a browser's mouse and keyboard, for trying surfaces: it gives trusted input (`Input.*`) over a DevTools
/// port of its own, and shares nothing with what is tried.
///
/// The browser is started with `--remote-debugging-port=0` beside whatever else it is given.
///
/// ```swift
/// let hand = try await BrowserHand(profile: folder, page: "form.html")
/// try await hand.click("#save")
/// try await hand.type("Ada")
/// ```
public actor BrowserHand {
  private let socket: WebSocket
  private var nextID = 0
  private var replies: [Int: CheckedContinuation<Data, any Error>] = [:]
  /// The inputs whose reply is waited for.
  private var inputs: Set<Int> = []
  private let port: Int
  /// The tab's or frame's own.
  private let id: String
  /// What the browser drags, as it said it.
  private var dragged: Dragged?

  private struct Dragged { var data: [String: Any] }

  public struct Refused: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  /// Takes hold of the tab (or frame in a process of its own) whose address contains `page`, of the browser with
  /// this profile folder; waits up to ten seconds for both.
  public init(profile: String, page: String) async throws {
    let end = ContinuousClock.now + .seconds(10)
    while true {
      if let (port, id, path) = Self.target(profile: profile, page: page) {
        self.port = port
        self.id = id
        socket = try WebSocket(port: port, path: path)
        break
      }
      guard ContinuousClock.now < end else {
        throw Refused(description: "No page with \(page) in its address is open.")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    let messages = socket.messages
    Task { [weak self] in
      for await message in messages { await self?.receive(message) }
      await self?.lost()
    }
    // Without it, dialogs cannot be answered.
    try await call("Page.enable", [:])
  }

  private struct Target: Decodable {
    var id: String
    var url: String
    var type: String
    var webSocketDebuggerUrl: String?
  }

  private static func target(profile: String, page: String) -> (port: Int, id: String, path: String)? {
    guard let file = try? String(contentsOfFile: profile + "/DevToolsActivePort", encoding: .utf8),
      let port = file.split(separator: "\n").first.flatMap({ Int($0) }),
      let list = try? WebSocket.get("/json/list", port: port),
      let targets = try? JSONDecoder().decode([Target].self, from: list),
      let target = targets.first(where: { ["page", "iframe"].contains($0.type) && $0.url.contains(page) }),
      let url = target.webSocketDebuggerUrl, let path = url.firstRange(of: "/devtools/")
    else { return nil }
    return (port, target.id, String(url[path.lowerBound...]))
  }

  // MARK: - The mouse

  /// Presses and releases the mouse on the element that a CSS selector finds (`#a >> #b` looks for `#b` inside the
  /// shadow root or frame of `#a`).
  ///
  /// `at` says where in it, as shares of its width and height.
  public func click(
    _ selector: String, at share: (x: Double, y: Double) = (0.5, 0.5), button: Click.Button = .left, count: Int = 1,
    modifiers: Set<Modifier> = []
  ) async throws {
    let point = try await self.point(in: selector, at: share)
    try await click(at: point, button: button, count: count, modifiers: modifiers)
  }

  public func click(
    at point: Point, button: Click.Button = .left, count: Int = 1, modifiers: Set<Modifier> = [],
    movesFirst: Bool = true
  ) async throws {
    if movesFirst { try await move(to: point) }
    for number in 1...count {
      mouse("mousePressed", at: point, button: button, count: number, modifiers: modifiers)
      try await input(
        "Input.dispatchMouseEvent",
        Self.mouseEvent("mouseReleased", at: point, button: button, count: number, modifiers: modifiers))
    }
  }

  public func move(to point: Point) async throws {
    try await call("Input.dispatchMouseEvent", ["type": "mouseMoved", "x": point.x, "y": point.y])
  }

  /// Presses the mouse on one element, moves it to another in steps, and releases it there; what the browser itself
  /// drags is carried to it and dropped.
  public func drag(_ source: String, to target: String) async throws {
    let from = try await center(of: source)
    let to = try await center(of: target)
    try await move(to: from)
    try await call("Input.setInterceptDrags", ["enabled": true])
    mouse("mousePressed", at: from, button: .left, count: 1, modifiers: [])
    for step in 1...5 {
      let share = Double(step) / 5
      let point = Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
      try await input(
        "Input.dispatchMouseEvent", Self.mouseEvent("mouseMoved", at: point, button: .left, count: 0, modifiers: []))
    }
    // Whether the browser drags something is said, if at all, before the next call is answered.
    try await call("Input.setInterceptDrags", ["enabled": false])
    if let dragged {
      for type in ["dragEnter", "dragOver", "drop"] {
        try await input("Input.dispatchDragEvent", ["type": type, "x": to.x, "y": to.y, "data": dragged.data])
      }
      self.dragged = nil
    }
    try await input(
      "Input.dispatchMouseEvent", Self.mouseEvent("mouseReleased", at: to, button: .left, count: 1, modifiers: []))
  }

  /// Turns the wheel over an element, by so many ticks in a row.
  public func wheel(x: Double, y: Double, ticks: Int = 1, over selector: String) async throws {
    let point = try await center(of: selector)
    let tick: [String: Any] = ["type": "mouseWheel", "x": point.x, "y": point.y, "deltaX": x, "deltaY": y]
    for _ in 1..<ticks { post("Input.dispatchMouseEvent", tick) }
    try await input("Input.dispatchMouseEvent", tick)
  }

  private func mouse(_ type: String, at point: Point, button: Click.Button, count: Int, modifiers: Set<Modifier>) {
    post(
      "Input.dispatchMouseEvent",
      Self.mouseEvent(type, at: point, button: button, count: count, modifiers: modifiers))
  }

  private static func mouseEvent(
    _ type: String, at point: Point, button: Click.Button, count: Int, modifiers: Set<Modifier>
  ) -> [String: Any] {
    [
      "type": type, "x": point.x, "y": point.y, "button": button.rawValue, "clickCount": count,
      "buttons": type == "mouseReleased" ? 0 : ["left": 1, "right": 2, "middle": 4][button.rawValue] ?? 0,
      "modifiers": bits(modifiers),
    ]
  }

  // MARK: - The keyboard

  /// Types a text key by key.
  public func type(_ text: String) async throws {
    for character in text {
      let key = String(character)
      let parameters: [String: Any] = ["key": key, "text": key, "unmodifiedText": key]
      post("Input.dispatchKeyEvent", parameters.merging(["type": "keyDown"]) { $1 })
      try await input("Input.dispatchKeyEvent", ["type": "keyUp", "key": key])
    }
  }

  /// Presses keys together. `command` is what the browser is told the shortcut means (`copy`, `paste`, `selectAll`):
  /// without a window system nobody else tells it.
  public func press(_ chord: Chord, command: String? = nil) async throws {
    let code = Self.codes[chord.key] ?? (chord.key.count == 1 ? Int(chord.key.uppercased().utf8.first ?? 0) : 0)
    var parameters: [String: Any] = [
      "key": chord.key, "windowsVirtualKeyCode": code, "modifiers": Self.bits(chord.modifiers),
      "code": Self.code(chord.key),
    ]
    let types = chord.modifiers.isDisjoint(with: [.control, .alt, .meta])
    if types, chord.key == "Enter" { parameters["text"] = "\r" }
    if types, chord.key.count == 1 { parameters["text"] = chord.key }
    if let command { parameters["commands"] = [command] }
    post(
      "Input.dispatchKeyEvent",
      parameters.merging(["type": parameters["text"] == nil ? "rawKeyDown" : "keyDown"]) { $1 })
    parameters["text"] = nil
    parameters["commands"] = nil
    try await input("Input.dispatchKeyEvent", parameters.merging(["type": "keyUp"]) { $1 })
  }

  private static let codes = [
    "Enter": 13, "Tab": 9, "Escape": 27, "Backspace": 8, "Delete": 46, "ArrowLeft": 37, "ArrowUp": 38,
    "ArrowRight": 39, "ArrowDown": 40, "Home": 36, "End": 35, "PageUp": 33, "PageDown": 34, " ": 32,
  ]

  private static func code(_ key: String) -> String {
    if key == " " { return "Space" }
    return key.count == 1 ? (key.first?.isNumber == true ? "Digit\(key)" : "Key\(key.uppercased())") : key
  }

  private static func bits(_ modifiers: Set<Modifier>) -> Int {
    modifiers.reduce(0) { bits, modifier in
      switch modifier {
      case .alt: bits | 1
      case .control: bits | 2
      case .meta: bits | 4
      case .shift: bits | 8
      }
    }
  }

  // MARK: - What a person does with the window

  /// Goes to an address as if it had been typed into the address bar; one without a scheme is looked for beside the
  /// page that is open.
  public func navigate(to address: String) async throws {
    let url: String = try await evaluate("new URL(\(Self.quoted(address)), location.href).href")
    try await call("Page.navigate", ["url": url])
  }

  /// Waits until a page with this in its address is there.
  public func arrive(at page: String) async throws {
    let end = ContinuousClock.now + .seconds(10)
    while (try? await evaluate("document.readyState === 'complete' && location.href.includes(\(Self.quoted(page)))"))
      != true
    {
      guard ContinuousClock.now < end else { throw Refused(description: "The page \(page) did not come.") }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Does nothing for as long as a person takes to read what is there.
  public func rest() async throws { try await Task.sleep(for: .milliseconds(1100)) }

  public func reload() async throws { try await call("Page.reload", [:]) }

  /// Goes back (-1) or forward (1) in the tab's history.
  public func go(_ steps: Int) async throws {
    struct History: Decodable {
      struct Entry: Decodable { var id: Int }
      var currentIndex: Int
      var entries: [Entry]
    }
    let history = try JSONDecoder().decode(History.self, from: try await call("Page.getNavigationHistory", [:]))
    let index = history.currentIndex + steps
    guard history.entries.indices.contains(index) else { throw Refused(description: "There is nothing to go to.") }
    try await call("Page.navigateToHistoryEntry", ["entryId": history.entries[index].id])
  }

  /// Answers the dialog that is open, or is about to be.
  public func answer(accept: Bool, text: String? = nil) async throws {
    var parameters: [String: Any] = ["accept": accept]
    if let text { parameters["promptText"] = text }
    let end = ContinuousClock.now + .seconds(10)
    while true {
      do {
        try await call("Page.handleJavaScriptDialog", parameters)
        return
      } catch let refusal as Refused {
        guard ContinuousClock.now < end else { throw refusal }
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  /// Opens a tab, as the new-tab button would, and returns once it is there.
  public func openTab(_ address: String) async throws {
    try await call("Target.createTarget", ["url": address])
  }

  /// Closes every other tab of this browser.
  public func closeOthers() throws {
    let targets = try JSONDecoder().decode([Target].self, from: try WebSocket.get("/json/list", port: port))
    for other in targets where other.type == "page" && other.id != id {
      _ = try WebSocket.get("/json/close/\(other.id)", port: port)
    }
  }

  /// Brings the tab to the front, and returns once it is drawn there.
  public func bringToFront() async throws {
    try await call("Page.bringToFront", [:])
    let _: Bool = try await evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true))))")
  }

  public func closeTab() async throws { try await call("Page.close", [:]) }

  /// Chooses files in a file input, as the chooser's dialog would.
  public func choose(_ files: [String], in selector: String) async throws {
    struct Found: Decodable {
      struct Object: Decodable { var objectId: String? }
      var result: Object
    }
    let expression = "document.querySelector(\(Self.quoted(selector)))"
    let found = try JSONDecoder().decode(
      Found.self, from: try await call("Runtime.evaluate", ["expression": expression]))
    guard let object = found.result.objectId else { throw Refused(description: "There is no \(selector).") }
    try await call("DOM.setFileInputFiles", ["files": files, "objectId": object])
  }

  // MARK: - Looking

  /// Gives an element the focus, as the Tab key would after enough of them.
  public func focus(_ selector: String) async throws {
    let _: Bool = try await evaluate("document.querySelector(\(Self.quoted(selector))).focus() ?? true")
  }

  /// The middle of an element in the window's own pixels, once it is there.
  public func center(of selector: String) async throws -> Point { try await point(in: selector, at: (0.5, 0.5)) }

  private func point(in selector: String, at share: (x: Double, y: Double)) async throws -> Point {
    let end = ContinuousClock.now + .seconds(10)
    var before: [Double] = []
    while true {
      let parts: [Double] = (try? await evaluate(Self.looking(for: selector))) ?? []
      defer { before = parts }
      // Something that still moves is not where it was seen.
      if parts.count == 4, parts == before {
        return Point(x: parts[0] + parts[2] * share.x, y: parts[1] + parts[3] * share.y)
      }
      guard ContinuousClock.now < end else { throw Refused(description: "There is no \(selector) to be seen.") }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// The value of an expression in the page.
  public func evaluate<Value: Decodable & Sendable>(_ expression: String, as type: Value.Type = Value.self) async throws
    -> Value
  {
    let reply = try await call(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true, "awaitPromise": true])
    return try JSONDecoder().decode(Evaluated<Value>.self, from: reply).result.value
  }

  private struct Evaluated<Value: Decodable>: Decodable {
    struct Object: Decodable { var value: Value }
    var result: Object
  }

  private static func looking(for selector: String) -> String {
    let parts = selector.components(separatedBy: " >> ").map(quoted).joined(separator: ",")
    return """
      (() => {
        let root = document, x = 0, y = 0, box = null;
        // Until a page has been drawn for the first time, the browser lets no input through to it.
        if (performance.getEntriesByType('paint').length === 0) return [];
        for (const selector of [\(parts)]) {
          const element = root?.querySelector(selector);
          if (!element || document.readyState !== 'complete') return [];
          box = element.getBoundingClientRect();
          if (box.top < 0 || box.bottom > innerHeight) {
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            box = element.getBoundingClientRect();
          }
          if (element.contentDocument) { x += box.x + element.clientLeft; y += box.y + element.clientTop; }
          root = element.shadowRoot ?? element.contentDocument;
        }
        return box.width ? [x + box.x, y + box.y, box.width, box.height] : [];
      })()
      """
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "'", with: "\\'") + "'"
  }

  // MARK: - The wire

  @discardableResult
  func call(_ method: String, _ parameters: [String: Any]) async throws -> Data {
    let message = message(method, parameters)
    let id = nextID
    return try await withCheckedThrowingContinuation { reply in
      replies[id] = reply
      do { try socket.send(message) } catch { replies.removeValue(forKey: id)?.resume(throwing: error) }
    }
  }

  /// Sends an input and waits until the page has dealt with it or has opened a dialog; no longer than a second, for
  /// a page that goes away with it never answers.
  private func input(_ method: String, _ parameters: [String: Any]) async throws {
    let id = nextID + 1
    inputs.insert(id)
    let patience = Task { [weak self] in
      try await Task.sleep(for: .seconds(1))
      await self?.giveUp(id)
    }
    _ = try? await call(method, parameters)
    inputs.remove(id)
    patience.cancel()
  }

  private func giveUp(_ id: Int) { replies.removeValue(forKey: id)?.resume(returning: Data()) }

  /// Sends without waiting for the reply.
  private func post(_ method: String, _ parameters: [String: Any]) {
    try? socket.send(message(method, parameters))
  }

  private func message(_ method: String, _ parameters: [String: Any]) -> Data {
    nextID += 1
    return (try? JSONSerialization.data(withJSONObject: ["id": nextID, "method": method, "params": parameters]))
      ?? Data()
  }

  private func receive(_ message: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: message) as? [String: Any] else { return }
    if object["method"] as? String == "Page.javascriptDialogOpening" {
      for id in inputs { replies.removeValue(forKey: id)?.resume(returning: Data()) }
      inputs = []
    }
    if object["method"] as? String == "Input.dragIntercepted", let parameters = object["params"] as? [String: Any],
      let data = parameters["data"] as? [String: Any]
    {
      dragged = Dragged(data: data)
    }
    guard let id = object["id"] as? Int, let reply = replies.removeValue(forKey: id) else { return }
    inputs.remove(id)
    if let error = object["error"] as? [String: Any] {
      reply.resume(throwing: Refused(description: error["message"] as? String ?? "refused"))
    } else {
      reply.resume(returning: (try? JSONSerialization.data(withJSONObject: object["result"] ?? [:])) ?? Data("{}".utf8))
    }
  }

  private func lost() {
    for reply in replies.values { reply.resume(throwing: Refused(description: "The page is gone.")) }
    replies = [:]
  }
}
