import Foundation
public import Trace

/// A hand on a desktop's mouse and keyboard, for trying surfaces: it gives input through `xdotool`, and shares nothing
/// with what is tried.
///
/// ```swift
/// let hand = DesktopHand(display: ":93") { role, name in try await middle(of: role, name) }
/// try await hand.click(.button, "Save")
/// try hand.type("Ada")
/// ```
public struct DesktopHand: Sendable {
  /// Where the element with a role and name (for a cell of a sheet its address) is on the screen; waits for it.
  public typealias Finder = @Sendable (_ role: Role, _ name: String) async throws -> Bounds

  public var display: String
  public var find: Finder
  /// Milliseconds between keys.
  public var delay: Int
  /// Seconds between one act and the next, as a person needs them: between pointing and pressing, between leaving a
  /// field and typing into the next.
  public var pace: Double

  public struct Refused: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  public init(display: String, delay: Int = 12, pace: Double = 0.12, find: @escaping Finder) {
    self.display = display
    self.delay = delay
    self.pace = pace
    self.find = find
  }

  /// Clicks in the middle of an element, or at a share of its width and height.
  public func click(
    _ role: Role, _ name: String, at share: (x: Double, y: Double) = (0.5, 0.5), button: Click.Button = .left,
    count: Int = 1
  ) async throws {
    let bounds = try await find(role, name)
    try click(
      at: Point(x: bounds.x + bounds.width * share.x, y: bounds.y + bounds.height * share.y), button: button,
      count: count)
  }

  public func drag(_ role: Role, from start: String, to end: String) async throws {
    try drag(from: try await find(role, start).center, to: try await find(role, end).center)
  }

  public func wheel(_ ticks: Int, over role: Role, _ name: String) async throws {
    try wheel(ticks, at: try await find(role, name).center)
  }

  public func click(at point: Point, button: Click.Button = .left, count: Int = 1) throws {
    let number = [Click.Button.left: "1", .middle: "2", .right: "3"][button] ?? "1"
    try move(to: point)
    // Nobody lets a button go in the instant in which they press it.
    try run((0..<count).flatMap { _ in ["mousedown", number, "sleep", "0.04", "mouseup", number, "sleep", "0.04"] })
  }

  public func move(to point: Point) throws {
    // Only what moves by itself, as a mouse does, is told of as a move.
    try run([
      "mousemove", String(Int(point.x) - 1), String(Int(point.y)), "mousemove_relative", "1", "0", "sleep",
      String(pace),
    ])
  }

  public func drag(from start: Point, to end: Point) throws {
    try move(to: start)
    try run(["mousedown", "1"])
    for step in 1...8 {
      let share = Double(step) / 8
      try run([
        "mousemove", String(Int(start.x + (end.x - start.x) * share)),
        String(Int(start.y + (end.y - start.y) * share)), "sleep", "0.02",
      ])
    }
    try run(["mouseup", "1"])
  }

  /// Turns the wheel downwards by so many ticks, upwards where they are negative.
  public func wheel(_ ticks: Int, at point: Point) throws {
    try move(to: point)
    try run(["click", "--repeat", String(abs(ticks)), "--delay", "20", ticks > 0 ? "5" : "4"])
  }

  public func type(_ text: String) throws {
    try run(["type", "--delay", String(delay), "--", text])
    try run(["sleep", String(pace)])
  }

  /// Presses keys together, named as `xdotool` does: `Return`, `ctrl+s`, `alt+F4`.
  public func key(_ names: String...) throws {
    try run(["key", "--delay", String(delay)] + names)
    try run(["sleep", String(pace)])
  }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xdotool"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["DISPLAY": display]) { $1 }
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Refused(description: "xdotool did not do this: \(arguments.first ?? "").")
    }
  }
}
