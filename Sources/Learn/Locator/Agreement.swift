/// How far two elements agree in one trait.
enum Agreement: Int, CaseIterable, Sendable {
  /// Equal.
  case same
  /// Nearly equal: most words, a few pixels.
  case close
  /// Something in common.
  case related
  case different
  /// The remembered element had it, the candidate has not.
  case lost
  /// The candidate has it, the remembered element had not.
  case gained
  /// Neither has it.
  case neither

  /// The probability of this agreement between an element and itself at a later time, for a trait that stays the same
  /// with probability `stability`.
  ///
  /// - Parameter renewed: how often a trait that changes is changed for anything, and agrees as that of any other element
  ///   of the page would; else it is changed a little.
  /// - Parameter others: the probabilities of all agreements with the other elements of the page. A trait that the page
  ///   hardly uses any more says little when it is lost, and one that it hardly uses says little when neither has it.
  func whenSame(stability: Double, renewed: Double, others: [Double]) -> Double {
    let missing = others[Agreement.lost.rawValue]
    let abandoned = missing * missing * missing * missing
    let present = others[Agreement.gained.rawValue]
    let comparable = others[...Agreement.lost.rawValue].reduce(0, +)
    func changed(aLittle share: Double) -> Double {
      let chance = comparable > 0 ? others[rawValue] / comparable : share
      return (1 - stability) * ((1 - renewed) * share + renewed * chance)
    }
    return switch self {
    case .same: (1 - abandoned) * (stability + changed(aLittle: 0))
    case .close: (1 - abandoned) * changed(aLittle: 0.4)
    case .related: (1 - abandoned) * changed(aLittle: 0.3)
    case .different: (1 - abandoned) * changed(aLittle: 0.2)
    case .lost: abandoned + (1 - abandoned) * changed(aLittle: 0.1)
    case .gained: present * (1 - stability / 2)
    case .neither: 1 - present * (1 - stability / 2)
    }
  }

  /// The probability between two elements of one page that have nothing to do with each other, before the page is
  /// looked at; `coincidence` is that of agreeing fully.
  func whenOther(coincidence: Double) -> Double {
    switch self {
    case .same: coincidence
    case .close: (1 - coincidence) * 0.05
    case .related: (1 - coincidence) * 0.15
    case .different: (1 - coincidence) * 0.5
    case .lost: (1 - coincidence) * 0.3
    case .gained: 0.3
    case .neither: 0.7
    }
  }
}
