import Foundation
import Trace

/// Work in a spreadsheet and an editor, as a script for `xdotool`: one program gives all input, so that the recorder's
/// process does nothing but record.
struct DesktopWork {
  var seconds: Int
  var seed: UInt64
  /// The windows' numbers, and where their cells and text are on the screen.
  var sheet: String
  var cells: [Bounds]
  var editor: String
  var text: Bounds

  /// The script, and how many things it does: five a second.
  var script: (lines: String, actions: Int) {
    var dice = Dice(seed: seed)
    var lines: [String] = []
    var actions = 0
    var elapsed = 0.0
    /// Waits until the next action is due.
    func act(_ words: [String], taking time: Double) {
      lines += words
      lines.append(String(format: "sleep %.3f", max(0.01, 0.2 - time)))
      actions += 1
      elapsed += 0.2
    }
    while elapsed < Double(seconds) {
      lines.append("windowactivate --sync \(sheet)")
      for _ in 0..<75 {
        let cell = (cells.randomElement(using: &dice) ?? text).center
        act(Self.click(cell), taking: 0.09)
        let number = Int.random(in: 100..<100_000, using: &dice)
        act(["type --delay 8 \(number)", "key --delay 8 Return"], taking: 0.035)
      }
      lines.append("windowactivate --sync \(editor)")
      for _ in 0..<25 {
        let point = Point(
          x: text.x + Double.random(in: 10..<text.width * 0.6, using: &dice),
          y: text.y + Double.random(in: 10..<text.height * 0.6, using: &dice))
        act(Self.click(point), taking: 0.09)
        act(["type --delay 8 abcd", "key --delay 8 Return"], taking: 0.035)
      }
    }
    return (lines.joined(separator: "\n") + "\n", actions)
  }

  /// Nobody lets a button go in the instant in which they press it.
  private static func click(_ point: Point) -> [String] {
    ["mousemove \(Int(point.x)) \(Int(point.y))", "sleep 0.03", "mousedown 1", "sleep 0.05", "mouseup 1"]
  }
}
