import Trace

extension Effect {
  /// What followed all of the steps, in the order in which it followed the first.
  static func common(to steps: [Step]) -> [Effect] {
    let all = steps.map { $0.signals.compactMap(SignalKind.init) }
    guard let first = all.first else { return [] }
    var seen: Set<SignalKind> = []
    return first.filter { kind in seen.insert(kind).inserted && all.allSatisfy { $0.contains(kind) } }.map { kind in
      switch kind {
      case .navigation: .navigation(to: PlaceTemplate(steps.compactMap(\.shownPlace)))
      case .dialog(let name): .dialog(kind: name)
      case .download: .download
      case .windowOpened: .windowOpened
      case .submitted: .submitted
      }
    }
  }

  private enum SignalKind: Hashable {
    case navigation, download, windowOpened, submitted
    case dialog(String)

    init?(_ signal: Signal) {
      switch signal {
      case .navigation: self = .navigation
      case .dialog(let kind, _): self = .dialog(kind)
      case .download: self = .download
      case .windowOpened: self = .windowOpened
      case .submitted: self = .submitted
      default: return nil
      }
    }
  }
}

extension Step {
  /// Where its window was afterwards.
  var shownPlace: Place? {
    for case .navigation(let address, _) in signals {
      return Place(application: place.application, window: "", document: address)
    }
    return nil
  }
}
