import Learn
import Surfaces
import Trace

/// The alike elements a loop goes over, each with something that names it while others come and go.
struct Items {
  /// In reading order. Where two would have the same name, positions name them.
  private(set) var keys: [String]

  init(_ target: Target, _ observation: Observation) {
    let elements = observation.elements.map(\.element)
    let alike = Locator(examples: target.examples).alike(in: elements).map { elements[$0] }
    let names = alike.map { [$0.surroundings.row, $0.name, $0.attributes["href"] ?? ""].joined(separator: "|") }
    keys = Set(names).count == names.count ? names : names.indices.map { "#\($0)" }
  }

  func position(of key: String?) -> Int? {
    key.flatMap { keys.firstIndex(of: $0) }
  }

  /// The first that is not among those that were done.
  func next(after done: [String]) -> String? {
    keys.first { !done.contains($0) }
  }
}
