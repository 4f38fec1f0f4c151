import Foundation

extension BrowserHand {
  /// Lets the page's main thread be measured from now on, in processor time: what else the machine does counts
  /// little.
  public func measureMainThread() async throws {
    try await call("Performance.disable", [:])
    try await call("Performance.setTimeDomain", ["timeDomain": "threadTicks"])
    try await call("Performance.enable", [:])
  }

  /// Gives the page's scripts a function of this name that takes a text out of the page and does nothing with it.
  public func bind(_ name: String) async throws {
    try await call("Runtime.enable", [:])
    try await call("Runtime.addBinding", ["name": name])
  }

  /// The processor time that the page's main thread has spent on tasks: script, style, layout, accessibility.
  public func mainThreadTime() async throws -> Duration {
    struct Metrics: Decodable {
      struct Metric: Decodable {
        var name: String
        var value: Double
      }
      var metrics: [Metric]
    }
    let reply = try await call("Performance.getMetrics", [:])
    let metrics = try JSONDecoder().decode(Metrics.self, from: reply).metrics
    return .seconds(metrics.first { $0.name == "TaskDuration" }?.value ?? 0)
  }
}
