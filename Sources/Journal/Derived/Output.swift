import Crypto
public import Foundation

/// A file that was written for the person outside of the home: an export, an audit's page.
///
/// It is remembered, sealed, so that erasing what it came from can erase it too, as long as it is where it was and
/// what it was.
public struct Output: Sendable, Codable, Hashable {
  public var path: String
  /// SHA-256 of what was written, in hexadecimal.
  public var digest: String

  public init(path: String, content: Data) {
    self.path = path
    digest = SHA256.hash(data: content).hexadecimal
  }

  /// Writes it, for its owner alone from its first byte on, whole or not at all.
  public func write(_ content: Data) throws(JournalError) {
    try Folder.write(content, to: URL(filePath: path))
  }

  /// What has become of it.
  enum State {
    case gone, unchanged, changed
  }

  var state: State {
    guard FileManager.default.fileExists(atPath: path) else { return .gone }
    guard let content = FileManager.default.contents(atPath: path) else { return .changed }
    return SHA256.hash(data: content).hexadecimal == digest ? .unchanged : .changed
  }
}

extension DerivedStore {
  /// Remembers a file that was written outside of the home.
  public func note(_ output: Output, from sessions: Set<String>) throws(JournalError) {
    do {
      try write(JSONEncoder().encode(output), as: .output, named: output.path, from: sessions)
    } catch {
      throw JournalError(error, at: folder(.output))
    }
  }

  func output(_ item: Item, with person: PersonKey) -> Output? {
    guard item.kind == .output, let bytes = try? open(item, with: person) else { return nil }
    return try? JSONDecoder().decode(Output.self, from: bytes)
  }
}
