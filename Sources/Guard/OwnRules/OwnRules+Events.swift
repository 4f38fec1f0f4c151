import Trace

extension OwnRules {
  /// Whether what is in an element is not kept.
  func withholds(_ element: Element, in place: Place) -> Bool {
    if redactedPlaces.contains(where: { pattern in
      pattern.matches(window: place)
        || ([place.document] + place.frames).contains { pattern.matches(document: $0) }
    }) {
      return true
    }
    guard !redactedFields.isEmpty else { return false }
    let names = [
      element.name, element.surroundings.label, element.surroundings.column, element.attributes["name"] ?? "",
      element.attributes["placeholder"] ?? "",
    ]
    return names.contains { name in
      let name = name.lowercased()
      return redactedFields.contains { name == $0 || name.hasPrefix($0 + ":") || name.hasPrefix($0 + " *") }
    }
  }

  /// A text without what the rules say.
  func withheld(in text: String, with pseudonyms: Pseudonyms) -> String {
    var text = text
    for pattern in patterns {
      for range in pattern.ranges(in: text).reversed() {
        let token = pseudonyms.withhold(text[range].lowercased(), as: .ruled).description
        text.replaceSubrange(range, with: token)
      }
    }
    return text
  }
}
