import Guard
public import Journal
public import Surfaces
import Synchronization
public import Trace

/// Which windows of the desktop may be looked into: those of applications that a grant names, as long as they do not show
/// a document that is excepted.
///
/// ```swift
/// let windows = try GrantedWindows(plan, clock: clock)
/// let desktop = try await Desktop.start(DesktopSettings { windows.contain($0) })
/// ```
public final class GrantedWindows: Sendable {
  private let scopes: Mutex<[Scope]>
  private let clock: any WallClock

  public init(_ plan: RecordingPlan, clock: any WallClock) throws {
    scopes = Mutex(try Self.scopes(of: plan))
    self.clock = clock
  }

  /// Those that grants which stand now let be used for a purpose.
  public init(home: Home, for purpose: Purpose, clock: any WallClock) throws {
    scopes = Mutex(
      try Self.withoutDenied(try GrantStore(home: home).scopes(for: purpose, at: clock.now()), in: home))
    self.clock = clock
  }

  /// Goes on with what a plan still lets be watched.
  public func keep(to plan: RecordingPlan) throws {
    let kept = try Self.scopes(of: plan)
    scopes.withLock { $0 = kept }
  }

  /// Whether a window may be looked into now. A browser's never: the desktop cannot tell its private windows.
  public func contain(_ place: Place) -> Bool { holds(place) { _ in true } }

  /// Whether pictures of a window may be kept now.
  public func keepFrames(of place: Place) -> Bool { holds(place, where: \.keepsFrames) }

  private func holds(_ place: Place, where allows: (Scope) -> Bool) -> Bool {
    guard !WebBrowsers.contain(application: place.application) else { return false }
    let now = clock.now()
    return scopes.withLock { scopes in
      scopes.contains { allows($0) && $0.contains(place, on: .desktop, at: now) }
    }
  }

  /// A grant of files alone lets their rows be read, and no window be looked into.
  private static func scopes(of plan: RecordingPlan) throws -> [Scope] {
    try withoutDenied(plan.scopes, in: plan.home)
  }

  private static func withoutDenied(_ scopes: [Scope], in home: Home) throws -> [Scope] {
    let denied = try home.ownRules().denied
    return scopes.filter { !$0.applications.isEmpty }.map { scope in
      var scope = scope
      scope.excluded += denied
      return scope
    }
  }
}
