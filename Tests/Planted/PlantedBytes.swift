public import Foundation

/// Bytes that must not be found again, such as a destroyed key: as they are, in hexadecimal and in base64.
public struct PlantedBytes: Sendable {
  private let names: [String]
  private let needles: Needles

  public init(_ secrets: [Data]) {
    let all = secrets.enumerated().flatMap { index, secret in
      [("number \(index)", secret)]
        + PlantedSecrets.forms(of: secret).map { ("number \(index) as \($0.0)", $0.1) }
    }
    names = all.map(\.0)
    needles = Needles(all.map(\.1))
  }

  /// Which of them are in the files of a folder and the folders in it.
  public func found(below folder: URL) throws -> [String] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try files.flatMap { name -> [String] in
      let file = folder.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return [] }
      let content = try Data(contentsOf: file)
      return needles.found(in: content).map { "\(names[$0]) in \(name)" }
    }
  }
}
