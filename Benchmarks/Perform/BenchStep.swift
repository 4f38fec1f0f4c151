import Trace

/// A step that both do: what, to the element of which name, with which value.
struct BenchStep: Codable, Sendable {
  enum Kind: String, Codable, Sendable, CaseIterable {
    case fill, check, select, click
  }

  var kind: Kind
  var name: String
  var value: String

  var action: Action {
    switch kind {
    case .fill: .fill(value)
    case .check: .check(value == "true")
    case .select: .select([value])
    case .click: .click(Click())
    }
  }

  /// The steps of one round: half of them fill, as in ordinary work.
  static func round(_ number: Int, _ dice: inout Dice) -> [BenchStep] {
    let kinds = ["Goods", "Travel", "Services", "Rent", "Other"]
    return (0..<5).flatMap { index in
      let group = index + 1
      return [
        BenchStep(
          kind: .fill, name: "Field \(Int.random(in: 1...20, using: &dice))",
          value: "Order \(number) of \(Int.random(in: 0..<1_000, using: &dice))"),
        BenchStep(kind: .check, name: "Box \(group)", value: number % 2 == 0 ? "true" : "false"),
        BenchStep(
          kind: .fill, name: "Field \(Int.random(in: 1...20, using: &dice))",
          value: "\(Int.random(in: 0..<100_000, using: &dice)).00"),
        // Never the one that is chosen already: there would be nothing to do.
        BenchStep(kind: .select, name: "Kind \(group)", value: kinds[(number + index + 1) % kinds.count]),
        BenchStep(
          kind: .fill, name: "Field \(Int.random(in: 1...20, using: &dice))",
          value: "Note \(Int.random(in: 0..<1_000, using: &dice))"),
        BenchStep(kind: .click, name: "Button \(group)", value: ""),
      ]
    }
  }
}
