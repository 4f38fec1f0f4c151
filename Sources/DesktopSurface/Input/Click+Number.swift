import Trace

extension Click.Button {
  /// As X numbers buttons; nil for the wheel and for buttons beyond it.
  init?(number: UInt32) {
    switch number {
    case 1: self = .left
    case 2: self = .middle
    case 3: self = .right
    default: return nil
    }
  }

  /// As X numbers buttons.
  var number: UInt8 {
    switch self {
    case .left: 1
    case .middle: 2
    case .right: 3
    }
  }
}
