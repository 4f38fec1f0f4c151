import Foundation
import Trace

/// A site before and after it changed: the elements of the new page, and old elements with where they are now.
///
/// One JSON object a line: the first holds `candidates`, each further one a `target` and the `answer`, the `widget_id`
/// of its candidate.
struct Site {
  var name: String
  var candidates: [Element]
  var targets: [(element: Element, answer: Int)]

  init(name: String, lines data: Data) throws {
    self.name = name
    candidates = []
    targets = []
    var places: [String: Int] = [:]
    for line in data.split(separator: UInt8(ascii: "\n")) {
      let record = try JSONDecoder().decode(Line.self, from: Data(line))
      for widget in record.candidates ?? [] {
        if let id = widget["widget_id"] { places[id] = candidates.count }
        candidates.append(Element(widget: widget))
      }
      if let widget = record.target, let answer = record.answer, let place = places[answer] {
        targets.append((Element(widget: widget), place))
      }
    }
  }

  private struct Line: Decodable {
    var candidates: [[String: String]]?
    var target: [String: String]?
    var answer: String?
  }
}

extension Element {
  /// An element as the data describes it: attributes, a path, a box, the text around it.
  init(widget: [String: String]) {
    let tag = (widget["tag"] ?? "").lowercased()
    let text = widget["visible_text"] ?? widget["text"] ?? widget["value"] ?? ""
    var attributes = ["tag": tag]
    for key in ["id", "name", "class", "href", "alt", "type", "title", "placeholder", "value"] {
      attributes[key] = widget[key]
    }
    attributes["text"] = text.isEmpty ? nil : text
    attributes["neighbours"] = widget["neighbor_text"]
    self.init(
      role: Role(widgetTag: tag, isButton: widget["is_button"] == "yes"), name: text, attributes: attributes,
      ancestors: Element.ancestors(path: widget["xpath"] ?? "", anchored: widget["idxpath"] ?? ""),
      index: Element.index(path: widget["xpath"] ?? ""),
      bounds: Bounds(widget: widget))
  }

  /// The number of the last element of a path such as `/html[1]/body[1]/div[8]/a[1]`, from 0.
  private static func index(path: String) -> Int? {
    let digits = path.split(separator: "/").last?.drop { $0 != "[" }.dropFirst().prefix { $0.isNumber }
    return digits.flatMap { Int($0) }.map { $0 - 1 }
  }

  /// The elements around the last one of a path; the anchored path begins at the nearest one with an id:
  /// `//*[@id='menu']/a[1]` or `id("menu")/a[1]`.
  private static func ancestors(path: String, anchored: String) -> [Ancestor] {
    let parts = path.split(separator: "/").dropLast()
    var ancestors = parts.reversed().map { part in
      let tag = part.prefix { $0 != "[" }.lowercased()
      let index = part.drop { $0 != "[" }.dropFirst().prefix { $0.isNumber }
      return Ancestor(role: .generic, attributes: ["tag": tag], index: (Int(index) ?? 1) - 1)
    }
    let pieces = anchored.components(separatedBy: anchored.hasPrefix("id(") ? "\"" : "'")
    if pieces.count == 3 {
      let depth = pieces[2].split(separator: "/").count - 1
      if ancestors.indices.contains(depth - 1) { ancestors[depth - 1].attributes["id"] = pieces[1] }
    }
    return ancestors
  }
}

extension Bounds {
  fileprivate init?(widget: [String: String]) {
    let numbers = ["x", "y", "width", "height"].compactMap { widget[$0].flatMap(Double.init) }
    guard numbers.count == 4 else { return nil }
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }
}

extension Role {
  fileprivate init(widgetTag tag: String, isButton: Bool) {
    if isButton {
      self = .button
    } else {
      self =
        ["a": Role.link, "input": .textbox, "select": .combobox, "textarea": .textbox, "img": .img][tag] ?? .generic
    }
  }
}
