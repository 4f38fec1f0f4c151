import Surfaces
import Trace

/// A surface of a few pages on paper: what is on each, and what doing something there leads to.
actor PaperSurface: Surface {
  nonisolated let kind = SurfaceKind.browser
  /// The elements of each document.
  private(set) var pages: [String: [Element]]
  private(set) var document: String
  /// Everything that was done, in words.
  private(set) var deeds: [String] = []
  /// What follows an action: by its words (`click Save`), the signals and the document shown then.
  private var consequences: [String: (signals: [Signal], document: String?)] = [:]
  private var failures: [String: SurfaceError] = [:]
  private var isSlow = false
  /// Whether something slow has begun.
  private(set) var isWaiting = false

  init(_ pages: [String: [Element]], at document: String) {
    self.pages = pages
    self.document = document
  }

  func show(_ document: String) { self.document = document }
  func put(_ elements: [Element], on document: String) { pages[document] = elements }
  func after(_ deed: String, _ signals: [Signal] = [], show document: String? = nil) {
    consequences[deed] = (signals, document)
  }
  func fail(_ deed: String, _ error: SurfaceError) { failures[deed] = error }
  func slowDown() { isSlow = true }

  // MARK: - Surface

  func capabilities() -> [Capability: Availability] { [:] }
  nonisolated func events() -> AsyncThrowingStream<Event, any Error> { AsyncThrowingStream { $0.finish() } }

  var place: Place { Place(application: "Paper", window: "1", document: document) }

  func observe(within budget: Budget) -> Observation {
    let elements = (pages[document] ?? []).enumerated().map { index, element in
      ObservedElement(handle: ElementHandle(rawValue: "\(document)#\(index)"), place: place, element: element)
    }
    return Observation(place: place, elements: elements)
  }

  func windows() -> [Place] { [place] }

  func perform(_ action: Action, on target: ElementHandle?) async throws(SurfaceError) -> Outcome {
    if isSlow {
      isWaiting = true
      do { try await Task.sleep(for: .seconds(60)) } catch { throw SurfaceError(.timedOut, "It was given up.") }
    }
    let index = target.flatMap { $0.rawValue.split(separator: "#").last }.flatMap { Int($0) }
    let name = index.flatMap { pages[document]?[$0].name } ?? ""
    let deed = [action.verb.rawValue, name, action.argument ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    deeds.append(deed)
    if let failure = failures[deed] { throw failure }
    if let index { apply(action, to: index) }
    if case .navigate(let address, _) = action { document = address }
    let following = consequences[deed] ?? consequences["\(action.verb.rawValue) \(name)"]
    let value = index.flatMap { pages[document]?[$0] }.map { $0.value ?? $0.text }
    if let next = following?.document { document = next }
    return Outcome(signals: following?.signals ?? [], place: place, value: value)
  }

  private func apply(_ action: Action, to index: Int) {
    switch action {
    case .fill(let text), .paste(let text, _): pages[document]?[index].value = text
    case .select(let labels): pages[document]?[index].value = labels.joined(separator: "\n")
    default: return
    }
  }
}

extension Element {
  static func button(_ name: String, type: String = "button") -> Element {
    Element(role: .button, name: name, attributes: ["tag": "button", "type": type, "text": name])
  }

  static func field(_ name: String, type: String = "text", value: String = "") -> Element {
    Element(
      role: .textbox, name: name, value: value, attributes: ["tag": "input", "type": type, "name": name.lowercased()],
      surroundings: Surroundings(label: name))
  }

  static func link(_ name: String, row: Int? = nil) -> Element {
    Element(
      role: .link, name: name, attributes: ["tag": "a", "href": "/\(name.lowercased())", "text": name],
      surroundings: Surroundings(row: row.map { "Row \($0)" } ?? "", rowIndex: row))
  }

  static func text(_ name: String, _ text: String) -> Element {
    Element(role: .cell, name: text, attributes: ["tag": "td", "id": name, "text": text])
  }
}
