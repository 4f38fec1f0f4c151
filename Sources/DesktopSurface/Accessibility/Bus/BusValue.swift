/// A value that a message on D-Bus holds.
enum BusValue: Sendable, Hashable {
  case string(String)
  /// An integer of any width.
  case integer(Int64)
  case double(Double)
  case boolean(Bool)
  /// An array or a structure; a dictionary is an array of pairs. Variants are what they hold.
  case list([BusValue])

  var string: String? { if case .string(let value) = self { value } else { nil } }
  var integer: Int? { if case .integer(let value) = self { Int(value) } else { nil } }
  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
  var list: [BusValue]? { if case .list(let value) = self { value } else { nil } }

  var double: Double? {
    switch self {
    case .double(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  /// An object: its application's name on the bus and its path; nil for the null object.
  var accessible: Accessible? {
    guard let pair = list, pair.count == 2, let bus = pair[0].string, let path = pair[1].string,
      !bus.isEmpty, path != Accessible.nullPath
    else { return nil }
    return Accessible(bus: bus, path: path)
  }

  /// A rectangle: x, y, width and height.
  var bounds: [Int]? {
    guard let numbers = list?.compactMap(\.integer), numbers.count == 4 else { return nil }
    return numbers
  }

  /// A dictionary of strings.
  var strings: [String: String]? {
    guard let pairs = list else { return nil }
    return pairs.reduce(into: [:]) { result, pair in
      guard let pair = pair.list, pair.count == 2, let key = pair[0].string, let value = pair[1].string else { return }
      result[key] = value
    }
  }
}
