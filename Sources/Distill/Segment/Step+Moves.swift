public import Trace

extension Step {
  /// Whether it only shows something else: a link that is followed, an address that is opened, going back.
  public var isMove: Bool {
    switch action {
    case .navigate: true
    case .click:
      element?.role == .link && !signals.contains(.submitted)
        && signals.contains {
          switch $0 {
          case .navigation, .windowOpened: true
          default: false
          }
        }
    default: false
    }
  }

  /// Whether it only finds the way: it shows another place, and none of a particular record. Work that finds another
  /// way there is the same work.
  public var isWayfinding: Bool {
    isMove && !(destination.map { PathTemplate.hasRecord(String($0.prefix { $0 != "?" && $0 != "#" })) } ?? false)
  }
}

extension StepTemplate {
  /// Whether it only finds the way, as ``Step/isWayfinding`` says of a recorded step: a link that is always the same
  /// one and leads to no particular record.
  public var isWayfinding: Bool {
    switch action {
    case .navigate: if case .constant? = value { true } else { false }
    case .click:
      target?.examples.first?.role == .link && target?.variable == nil
        && effects.allSatisfy {
          switch $0 {
          case .navigation(let place): !place.path.contains(nil)
          case .windowOpened: true
          default: false
          }
        }
    default: false
    }
  }
}
