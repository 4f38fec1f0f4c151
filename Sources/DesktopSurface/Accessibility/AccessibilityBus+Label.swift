import Surfaces
import Trace

extension AccessibilityBus {
  /// Names a field that its application leaves without a name, as a person would: by the text left of it, else by the
  /// text above it. One of LibreOffice's combo boxes is recognised by its parts.
  func describeUnnamedField(
    _ element: inout Element, _ path: [Seen], until deadline: Deadline
  ) throws(SurfaceError) {
    guard let seen = path.last, let bounds = seen.bounds, element.name.isEmpty,
      // An editor's text needs no label, and what lies around it is much.
      Self.fields.contains(seen.facts.role), !seen.facts.states.contains(.multiLine)
    else { return }
    for (level, around) in path.dropLast().suffix(3).reversed().enumerated() where around.facts.childCount <= 40 {
      let siblings = try children(of: around, until: deadline)
      if level == 0, let box = siblings.first(where: { $0.facts.role == "combo box" && $0.bounds == nil }) {
        let isField = seen.facts.role == "text" || !siblings.contains { $0.facts.role == "text" && $0.bounds != nil }
        if isField { element.role = .combobox }
        element.states.remove(.pressed)
        if let text = try ask(box.facts.accessible.property("Accessible", "Description"), until: deadline).first?.string
        {
          element.attributes["description"] = text.isEmpty ? nil : text
        }
      }
      guard seen.facts.role != "toggle button" || element.role == .combobox else { return }
      if let label = Self.label(of: bounds, among: siblings) {
        element.surroundings.label = label
        return
      }
    }
  }

  private static let fields: Set<String> = [
    "combo box", "entry", "password text", "spin button", "text", "toggle button",
  ]

  /// The nearest label on the same line to the left, else the nearest one above.
  private static func label(of field: Bounds, among siblings: [Seen]) -> String? {
    let labels = siblings.filter { $0.facts.role == "label" && !$0.facts.name.isEmpty }.compactMap { label in
      label.bounds.map { (name: label.facts.name, bounds: $0) }
    }
    let left = labels.filter { label in
      let middle = field.center.y
      return label.bounds.x + label.bounds.width <= field.x + 4 && label.bounds.y <= middle
        && middle <= label.bounds.y + label.bounds.height
    }
    if let nearest = left.max(by: { $0.bounds.x < $1.bounds.x }) { return nearest.name }
    let above = labels.filter { label in
      let gap = field.y - (label.bounds.y + label.bounds.height)
      return (-4...40).contains(gap) && label.bounds.x < field.x + field.width
        && field.x < label.bounds.x + label.bounds.width
    }
    return above.max { $0.bounds.y < $1.bounds.y }?.name
  }
}
