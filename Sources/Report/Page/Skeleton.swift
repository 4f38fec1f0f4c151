/// An HTML file with places to fill: `<title>{{title}}</title>`.
///
/// Each place is filled once: what is filled in is never taken for a place again, whatever it says.
public struct Skeleton: Sendable {
  private let text: String

  public init(_ file: [UInt8]) {
    text = String(decoding: file, as: UTF8.self)
  }

  /// The file with its places filled; one that nothing is given for stays empty.
  public func filled(_ places: [String: String]) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      result += rest[..<open.lowerBound]
      result += places[String(rest[open.upperBound..<close.lowerBound])] ?? ""
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
