public import Foundation

/// Values that must not be found again, and the search for them: as bytes, in UTF-16, base64 and hexadecimal, compressed or
/// not.
///
/// ```swift
/// let planted = PlantedSecrets(["hunter2-S3cret"])
/// #expect(try planted.found(below: home) == [])
/// ```
public struct PlantedSecrets: Sendable {
  /// One place where one value was found.
  public struct Find: Sendable, Hashable, CustomStringConvertible {
    public var secret: String
    public var form: String
    public var file: String

    public var description: String { "“\(secret)” as \(form) in \(file)" }
  }

  private let forms: [(secret: String, form: String)]
  private let needles: Needles

  public init(_ secrets: [String]) {
    let all = secrets.flatMap { secret in
      PlantedSecrets.forms(of: Data(secret.utf8)).map { (secret, $0.0, $0.1) }
        + [("UTF-16LE", String.Encoding.utf16LittleEndian), ("UTF-16BE", .utf16BigEndian)].flatMap { name, encoding in
          PlantedSecrets.forms(of: secret.data(using: encoding) ?? Data()).map { (secret, "\(name) \($0.0)", $0.1) }
        }
    }
    forms = all.map { ($0.0, $0.1) }
    needles = Needles(all.map(\.2))
  }

  /// Every form of every secret that stands in some bytes.
  public func found(in bytes: Data, named name: String = "bytes") -> [Find] {
    needles.found(in: bytes).map { Find(secret: forms[$0].secret, form: forms[$0].form, file: name) }
      + Inflated.streams(in: bytes).flatMap { inflated in
        needles.found(in: inflated).map {
          Find(secret: forms[$0].secret, form: "compressed \(forms[$0].form)", file: name)
        }
      }
  }

  /// Every find in the files of a folder and the folders in it, and in their names.
  public func found(below folder: URL) throws -> [Find] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try names.flatMap { name in
      let file = folder.appending(path: name)
      let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
      let content = isFolder ? Data() : try Data(contentsOf: file)
      return found(in: content, named: name) + found(in: Data(name.utf8), named: "the name of \(name)")
    }
  }

  /// The bytes, their hexadecimal digits, and what base64 makes of them at each of its three alignments, without the
  /// digits that depend on what stands before and after.
  ///
  /// Of each that has a slash also what JSON may make of it: a slash after a backslash.
  static func forms(of bytes: Data) -> [(String, Data)] {
    let slash = UInt8(ascii: "/")
    return plainForms(of: bytes).flatMap { name, form in
      guard form.contains(slash) else { return [(name, form)] }
      let escaped = form.flatMap { $0 == slash ? [UInt8(ascii: "\\"), slash] : [$0] }
      return [(name, form), ("\(name) in JSON", Data(escaped))]
    }
  }

  private static func plainForms(of bytes: Data) -> [(String, Data)] {
    let hexadecimal = bytes.map { String(format: "%02x", $0) }.joined()
    let base64 = (0..<3).map { shift in
      let shifted = (Data(repeating: 0, count: shift) + bytes).base64EncodedString()
      let tail = (bytes.count + shift) % 3 == 0 ? 0 : 4
      return ("base64", Data(shifted.dropFirst([0, 2, 3][shift]).dropLast(tail).utf8))
    }
    return [("bytes", bytes), ("hexadecimal", Data(hexadecimal.utf8))]
      + [("hexadecimal", Data(hexadecimal.uppercased().utf8))] + base64
  }
}
