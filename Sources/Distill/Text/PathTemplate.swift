/// The address of a document with its numbers and ids taken out: `https://x/invoice/12/change/` is
/// `https://x/invoice/#/change/`.
struct PathTemplate: Sendable, Hashable, CustomStringConvertible {
  var description: String

  init(_ address: String) {
    let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
    let start =
      address.firstRange(of: "://").flatMap { address[$0.upperBound...].firstIndex(of: "/") }
      ?? address.startIndex
    guard start < end else {
      description = String(address[..<end])
      return
    }
    let parts = address[start..<end].split(separator: "/", omittingEmptySubsequences: false)
    description =
      address[..<start] + parts.map { PathTemplate.isRecord($0) ? "#" : String($0) }.joined(separator: "/")
  }

  /// Whether an address names a record.
  static func hasRecord(_ address: String) -> Bool { PathTemplate(address).description != address }

  /// Whether a part of a path names a record rather than a kind: a number, a UUID, a code with digits in it.
  static func isRecord(_ part: Substring) -> Bool {
    let digits = part.utf8.count { (48...57).contains($0) }
    return digits > 0 && (digits * 3 >= part.utf8.count || part.utf8.count >= 16)
  }
}
