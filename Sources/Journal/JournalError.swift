/// Why the journal could not be written or read.
public struct JournalError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case unavailable, full, damaged, newerVersion, locked, wrongKey, notFound, refused
    /// It is not any more what the person agreed to.
    case changed
    /// No grant lets it be done.
    case notGranted
  }

  public var code: Code
  /// A full sentence: what was wrong, where, and what to do. Never holds recorded content.
  public var reason: String

  public init(_ code: Code, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  public var description: String { reason }
}
