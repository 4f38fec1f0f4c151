import Foundation

extension Locator {
  /// What an element is found again by, and how much it says before a page was looked at, in bits; the most first.
  ///
  /// A trait is worth the logarithm of how likely it stays as it is, over how likely another element has it too.
  public func weights() -> [(trait: String, bits: Double)] {
    let portraits = examples.map(Portrait.init)
    guard let latest = portraits.first else { return [] }
    return Trait.allCases.filter { latest[$0] != 0 }
      .map { (trait: $0.words, bits: log2(stability(of: $0, in: portraits) / $0.coincidence)) }
      .sorted { ($1.bits, $0.trait) < ($0.bits, $1.trait) }
  }
}

extension Trait {
  /// What people call it.
  fileprivate var words: String {
    switch self {
    case .testID: "test id"
    case .formName: "name in its form"
    case .destination: "where it leads"
    case .others: "other attributes"
    case .path: "place in the page"
    case .anchoredPath: "place below the nearest named element"
    case .rowIndex: "number of its row"
    case .columnIndex: "number of its column"
    case .alternative: "alternative text"
    default: "\(self)"
    }
  }
}
