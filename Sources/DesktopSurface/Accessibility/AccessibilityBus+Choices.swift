import Surfaces
import Trace

extension AccessibilityBus {
  /// The most options that are named.
  private static let mostOptions = 200

  /// A field inside a combo box is the combo box: its role and what can be chosen.
  func describeChoices(_ element: inout Element, _ path: [Seen], until deadline: Deadline) throws(SurfaceError) {
    guard let seen = path.last else { return }
    if element.role == .textbox, let box = path.dropLast().last, box.facts.role == "combo box" {
      element.role = .combobox
      if element.name.isEmpty { element.name = box.facts.name }
      element.options = try options(of: box, until: deadline)
    } else if element.role == .combobox || element.role == .listbox {
      element.options = try options(of: seen, until: deadline)
    }
  }

  /// The names of what a combo box or list offers. A list that makes up its items while it is asked is left alone.
  private func options(of seen: Seen, until deadline: Deadline) throws(SurfaceError) -> [String] {
    guard !seen.facts.isTable else { return [] }
    var list = seen
    if seen.facts.role == "combo box" {
      let lists: Set = ["menu", "list", "list box", "popup menu", "window"]
      guard let inside = try children(of: seen, until: deadline).first(where: { lists.contains($0.facts.role) }),
        !inside.facts.isTable
      else { return [] }
      list = inside
    }
    let answer = try ask(list.facts.accessible.call("Accessible", "GetChildren"), until: deadline)
    let items = (answer.first?.list ?? []).prefix(Self.mostOptions).compactMap(\.accessible)
    return try ask(items.map { $0.property("Accessible", "Name") }, until: deadline)
      .compactMap { $0.first?.string?.trimmed }.filter { !$0.isEmpty }
  }
}
