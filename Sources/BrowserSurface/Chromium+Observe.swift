import Foundation
public import Surfaces
import Trace

extension Chromium {
  /// The elements of the tab that is acted on, in all its frames: those that a person could act on, and what could be
  /// read as far as the budget allows.
  public func observe(within budget: Budget) async throws(SurfaceError) -> Observation {
    keepTrees()
    let tab = try activeTab()
    let frames = pages.frames(of: tab.id)
    var observation = Observation(place: place(of: tab), elements: [])
    if actingState.dialogs[tab.id] != nil || dialogs[tab.session] != nil || budget.count == 0 {
      observation.isPartial = true
      return observation
    }
    for frame in frames {
      let rest = Glance.Request(budget, taken: observation.elements.count)
      let glance =
        frame.id == tab.mainFrame
        ? try await glance(at: frame, rest, within: budget.time) : try await glance(at: frame, rest)
      guard let glance else {
        observation.isPartial = true
        continue
      }
      let place = place(of: frame)
      let offset = frame.id == tab.mainFrame ? Point(x: 0, y: 0) : await self.offset(of: frame)
      observation.isPartial = observation.isPartial || glance.isPartial
      observation.elements += glance.elements.map { seen in
        var element = seen.element
        element.bounds?.x += offset.x
        element.bounds?.y += offset.y
        let reference = ElementReference(frame: frame.id, world: glance.world, number: seen.number)
        return ObservedElement(handle: reference.handle, place: place, element: element)
      }
    }
    return observation
  }

  /// What is in a tab's own document, which may be just about to come; nil where it does not answer in time.
  private func glance(
    at frame: PageFrame, _ request: Glance.Request, within limit: Duration
  ) async throws(SurfaceError) -> Glance? {
    let end = ContinuousClock.now + limit
    var next: PageFrame? = frame
    while let frame = next {
      if let glance = try await glance(at: frame, request) { return glance }
      guard ContinuousClock.now < end else { return nil }
      do { try await Task.sleep(for: .milliseconds(10)) } catch { throw .givenUp }
      next = pages.frames[frame.id]
    }
    return nil
  }

  /// What is in one frame; nil where its document went away or is not there yet.
  private func glance(at frame: PageFrame, _ request: Glance.Request) async throws(SurfaceError) -> Glance? {
    do {
      let world = try await world(of: frame)
      var glance = try await evaluate(PageCall("look", request), in: world, session: frame.session, as: Glance.self)
      glance.world = world
      return glance
    } catch {
      if connection.ended != nil || Task.isCancelled { throw error }
      return nil
    }
  }

  /// Where a frame's upper left corner is in the tab; the origin where that cannot be told.
  private func offset(of frame: PageFrame) async -> Point {
    guard let point = try? await outward(Point(x: 0, y: 0), from: frame) else { return Point(x: 0, y: 0) }
    return point.point
  }
}

/// What `look` answers.
struct Glance: Decodable, Sendable {
  struct Seen: Decodable, Sendable {
    var number: Int
    var element: Element
  }

  var elements: [Seen]
  var isPartial: Bool
  /// The world it was seen in.
  var world = ContextID(rawValue: 0)

  private enum CodingKeys: CodingKey {
    case elements, isPartial
  }

  /// What `look` is asked for.
  struct Request: Encodable, Sendable {
    var count: Int
    /// Milliseconds.
    var time: Double
    var resembling: Element?

    init(_ budget: Budget, taken: Int) {
      count = max(0, budget.count - taken)
      time = Double(budget.time.components.seconds) * 1e3 + Double(budget.time.components.attoseconds) * 1e-15
      resembling = budget.resembling
    }
  }
}
