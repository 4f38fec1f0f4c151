internal import Trace

extension EventLog.Classifier {
  /// The keys in a classifier's list: apart by spaces, and those with spaces of their own in single quotation marks.
  static func keys(listedIn text: String) -> [String] {
    var keys: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first == "'", let end = rest.dropFirst().firstIndex(of: "'") {
        keys.append(String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        let key = rest.prefix { $0 != " " }
        keys.append(String(key))
        rest = rest[key.endIndex...]
      }
    }
    return keys
  }

  /// The keys as ``keys(listedIn:)`` reads them.
  var list: String {
    keys.map { $0.isEmpty || $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
  }
}
