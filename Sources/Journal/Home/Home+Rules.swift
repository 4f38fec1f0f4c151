public import Foundation
public import Guard

extension Home {
  /// The person's own rules: a text file that they can read and edit.
  public var rules: URL { configuration.appending(path: "rules.txt") }

  /// What the rules say; none where there is no file. Throws `GuardError` with the line that cannot be read.
  public func ownRules() throws -> OwnRules {
    guard FileManager.default.fileExists(atPath: rules.path) else { return OwnRules() }
    guard let bytes = FileManager.default.contents(atPath: rules.path) else {
      throw JournalError(
        .unavailable, "Your rules in \(rules.path) cannot be read. Nothing is recorded without them; check the file.")
    }
    return try OwnRules(String(decoding: bytes, as: UTF8.self))
  }
}
