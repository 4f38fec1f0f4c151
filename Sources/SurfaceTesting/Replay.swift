public import Surfaces
public import Trace

/// Performs again what was recorded, one action after the other, each on the element that is like the recorded one.
///
/// ```swift
/// let replay = Replay(surface: browser) { wanted, candidates in locator(wanted).locate(in: candidates).index }
/// try await replay.perform(recorded)
/// ```
public struct Replay: Sendable {
  /// Finds a recorded element among those that are there now.
  public typealias Finder = @Sendable (_ recorded: Element, _ candidates: [Element]) -> Int?

  public var surface: any Surface
  public var find: Finder
  /// Where the files are that are uploaded, by their names: what is recorded does not say.
  public var files: [String: String]

  /// An element that could not be found again.
  public struct Missing: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  public init(surface: any Surface, files: [String: String] = [:], find: @escaping Finder) {
    self.surface = surface
    self.files = files
    self.find = find
  }

  /// Performs the actions among the events; returns everything that followed.
  @discardableResult
  public func perform(_ events: [Event]) async throws -> [Signal] {
    var signals: [Signal] = []
    let acts = events.filter { $0.action != nil }
    for (number, event) in acts.enumerated() {
      guard let action = event.action else { continue }
      // A double click begins with a click.
      let next = acts.indices.contains(number + 1) ? acts[number + 1] : nil
      if action.verb == .click, next?.action?.verb == .doubleClick, next?.element?.name == event.element?.name {
        continue
      }
      signals += try await outcome(of: action, on: event).signals
    }
    return signals
  }

  /// Looks again where the surface says that what was looked at is another by now: it has done nothing then.
  private func outcome(of action: Action, on event: Event) async throws -> Outcome {
    for _ in 0..<2 {
      do { return try await perform(action, on: event) } catch let error as SurfaceError where error.code == .changed {}
    }
    return try await perform(action, on: event)
  }

  private func perform(_ action: Action, on event: Event) async throws -> Outcome {
    var action = action
    if case .upload(let descriptions) = action {
      action = .upload(descriptions.map { FileDescription(name: files[$0.name] ?? $0.name, mediaType: $0.mediaType) })
    }
    guard let element = event.element else { return try await surface.perform(action, on: nil) }
    let observation = try await surface.observe(within: Budget())
    let target = try handle(of: element, in: observation, at: event.place)
    if case .drag(let destination) = action {
      return try await surface.drag(target, to: try handle(of: destination, in: observation, at: event.place))
    }
    return try await surface.perform(action, on: target)
  }

  private func handle(of element: Element, in observation: Observation, at place: Place) throws -> ElementHandle {
    let near = observation.elements.filter { $0.place.innermostDocument == place.innermostDocument }
    guard let index = find(element, near.map(\.element)) else {
      throw Missing(description: "The \(element.role) “\(element.name)” was not found again.")
    }
    return near[index].handle
  }
}
