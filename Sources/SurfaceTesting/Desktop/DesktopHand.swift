import Foundation
public import Trace

/// A hand on a desktop's mouse and keyboard, for trying surfaces: it gives input through `xdotool`, and shares nothing
/// with what is tried.
///
/// ```swift
/// let hand = DesktopHand(display: ":93")
/// try hand.click(at: Point(x: 100, y: 80))
/// try hand.type("Ada")
/// ```
public struct DesktopHand: Sendable {
  public var display: String
  /// Milliseconds between keys.
  public var delay: Int

  public struct Refused: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  public init(display: String, delay: Int = 12) {
    self.display = display
    self.delay = delay
  }

  public func click(at point: Point, button: Click.Button = .left, count: Int = 1) throws {
    let number = [Click.Button.left: "1", .middle: "2", .right: "3"][button] ?? "1"
    try move(to: point)
    try run(["click", "--repeat", String(count), "--delay", "60", number])
  }

  public func move(to point: Point) throws {
    try run(["mousemove", "--sync", String(Int(point.x)), String(Int(point.y))])
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
  }

  /// Presses keys together, named as `xdotool` does: `Return`, `ctrl+s`, `alt+F4`.
  public func key(_ names: String...) throws {
    try run(["key", "--delay", String(delay)] + names)
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
