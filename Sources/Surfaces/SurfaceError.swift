/// Why a surface could not be watched or acted on.
public struct SurfaceError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The program or display behind the surface is not there.
    case unavailable
    /// It was there and has ended.
    case closed
    /// The element is gone or was never there.
    case elementNotFound
    /// The element is there but cannot be acted on: hidden, disabled, moving, covered.
    case notActionable
    /// The element is no longer what was observed: look again before acting.
    case changed
    /// Nothing came back in time.
    case timedOut
    /// The surface cannot do this.
    case unsupported
    /// The surface answered with an error.
    case failed
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
