import Foundation
public import Trace

/// The machine's own clock.
public struct SystemClock: WallClock {
  public init() {}

  public func now() -> Moment {
    Moment(seconds: Date().timeIntervalSince1970)
  }
}
