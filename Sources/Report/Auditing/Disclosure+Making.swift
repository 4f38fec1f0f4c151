import Distill
import Trace

extension Disclosure {
  init(steps: [Step], tables: [OpenedTable]) {
    var found: [Source: (values: Set<String>, evidence: [EventID])] = [:]
    var secrets = 0
    for step in steps {
      let origin = step.place.origin ?? step.place.application
      if step.element?.states.contains(.secret) == true { secrets += 1 }
      guard let value = step.action.argument, !value.isEmpty, step.action.tellsData else { continue }
      if Withheld.isContained(in: value) { secrets += 1 }
      let key = Source(source: origin, name: step.element?.calledInWords ?? step.action.verb.rawValue)
      found[key, default: ([], [])].values.insert(value)
      found[key]?.evidence.append(step.id)
    }
    for opened in tables {
      for (number, column) in opened.table.columns.enumerated() {
        let key = Source(source: opened.table.name.withNumbersAsSigns, name: column)
        let cells = opened.table.rows.compactMap { $0.indices.contains(number) ? $0[number] : nil }
        found[key, default: ([], [])].values.formUnion(cells)
        found[key]?.evidence.append(opened.event)
      }
    }
    self.init(
      kinds: found.sorted { $0.key < $1.key }.map { key, data in
        Kind(
          source: key.source, name: key.name, kind: Parameter.Kind(of: data.values.sorted()), values: data.values.count,
          evidence: data.evidence)
      },
      withheld: secrets, pictures: Set(steps.compactMap(\.frame?.id)).count)
  }

  private struct Source: Hashable, Comparable {
    var source: String
    var name: String

    static func < (left: Source, right: Source) -> Bool { (left.source, left.name) < (right.source, right.name) }
  }
}

extension Action {
  /// Whether what it was given is data of the work.
  fileprivate var tellsData: Bool {
    switch self {
    case .fill, .select, .copy, .cut, .paste, .upload, .answer: true
    default: false
    }
  }
}

extension String {
  /// With every run of digits as `#`: the files of each day are one kind of file.
  fileprivate var withNumbersAsSigns: String {
    var result = ""
    for character in self {
      if !character.isNumber { result.append(character) } else if result.last != "#" { result.append("#") }
    }
    return result
  }
}
