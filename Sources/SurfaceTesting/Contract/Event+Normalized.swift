import Foundation
public import Trace

extension [Event] {
  /// These events without what differs from run to run: numbers count from 0, moments are 0, windows are called `1`,
  /// `2` … in the order in which they appear, bounds are left out, and every origin in `origins` is replaced by its
  /// value.
  public func normalized(origins: [String: String]) -> [Event] {
    guard let first = first?.id.sequence else { return [] }
    var windows: [String: String] = [:]
    return map { event in
      var event = event
      event.id = EventID(session: "", sequence: event.id.sequence - first)
      event.time = Moment(microseconds: 0)
      event.place = event.place.normalized(origins, &windows)
      event.element = event.element?.normalized(origins)
      event.frame = nil
      switch event.occurrence {
      case .action(let action): event.occurrence = .action(action.normalized(origins, &windows, first: first))
      case .signal(let signal): event.occurrence = .signal(signal.normalized(origins, &windows))
      }
      return event
    }
  }
}

extension String {
  fileprivate func normalized(_ origins: [String: String]) -> String {
    origins.reduce(self) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
  }
}

extension Place {
  fileprivate func normalized(_ origins: [String: String], _ windows: inout [String: String]) -> Place {
    var place = self
    windows[window] = windows[window] ?? String(windows.count + 1)
    place.window = windows[window] ?? ""
    place.document = document.normalized(origins)
    place.frames = frames.map { $0.normalized(origins) }
    return place
  }
}

extension Element {
  fileprivate func normalized(_ origins: [String: String]) -> Element {
    var element = self
    element.bounds = nil
    element.attributes = attributes.mapValues { $0.normalized(origins) }
    return element
  }
}

extension Action {
  fileprivate func normalized(
    _ origins: [String: String], _ windows: inout [String: String], first: Int
  ) -> Action {
    switch self {
    case .drag(let target): return .drag(to: target.normalized(origins))
    case .navigate(let address, let cause): return .navigate(address.normalized(origins), cause: cause)
    case .paste(let text, let source?):
      var source = source
      source.place = source.place.normalized(origins, &windows)
      source.element = source.element?.normalized(origins)
      source.event = source.event.map { EventID(session: "", sequence: $0.sequence - first) }
      return .paste(text, from: source)
    case .click(var click):
      click.position = click.position.map {
        Point(x: ($0.x * 10).rounded() / 10, y: ($0.y * 10).rounded() / 10)
      }
      return .click(click)
    default: return self
    }
  }
}

extension Signal {
  fileprivate func normalized(_ origins: [String: String], _ windows: inout [String: String]) -> Signal {
    switch self {
    case .navigation(let address, let cause):
      return .navigation(to: address.normalized(origins), cause: cause)
    case .windowOpened(let window):
      windows[window] = windows[window] ?? String(windows.count + 1)
      return .windowOpened(window: windows[window] ?? "")
    case .windowClosed(let window):
      windows[window] = windows[window] ?? String(windows.count + 1)
      return .windowClosed(window: windows[window] ?? "")
    default: return self
    }
  }
}
