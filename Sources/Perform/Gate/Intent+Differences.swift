import Surfaces
import Trace

extension Intent {
  /// What is different now from what was planned, in full sentences with the exact values; empty where nothing is.
  func differences(from planned: PlannedStep) -> [String] {
    valueDifferences(from: planned) + elementDifferences(from: planned)
  }

  private func valueDifferences(from planned: PlannedStep) -> [String] {
    switch (planned.value, value) {
    case (.known(let approved), .known(let now)) where approved != now:
      ["The value is “\(now)” and not “\(approved)”, as approved."]
    case (.known(let approved), .read(let what)):
      ["The value is read (\(what)) and not “\(approved)”, as approved."]
    case (.none, .known(let now)): ["The value is “\(now)”; the plan had none."]
    default: []
    }
  }

  /// A button that is called something else than in every demonstration, or that is no button any more.
  private func elementDifferences(from planned: PlannedStep) -> [String] {
    guard let element = element?.element, let target = template.target, !target.examples.isEmpty else { return [] }
    var differences: [String] = []
    if !target.examples.contains(where: { $0.role == element.role }) {
      differences.append("It is a \(element.role) and not a \(target.examples[0].role), as demonstrated.")
    }
    let isTrigger: Bool
    switch action {
    case .click, .drag, .submit: isTrigger = true
    default: isTrigger = false
    }
    guard isTrigger, template.target?.variable?.part != .name, !target.examples.isEmpty else { return differences }
    let names = Set(target.examples.map { $0.name.plain })
    if names.count == 1, !names.contains(element.name.plain), target.variable == nil {
      differences.append("It is called “\(element.name)” and not “\(target.examples[0].name)”, as demonstrated.")
    }
    return differences
  }
}

extension String {
  /// In lower case, letters and digits only.
  var plain: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}

extension Action {
  /// Whether it is done to an element.
  var needsElement: Bool {
    switch self {
    case .navigate, .openTab, .closeTab, .switchTab, .press, .answer, .run: false
    case .click, .fill, .select, .check, .drag, .scroll, .copy, .cut, .paste, .upload, .submit: true
    }
  }
}
