import Foundation
import Journal
import Surfaces
import Trace

/// How the person shows that it is they, before something is revealed or leaves the machine: by the journal's
/// passphrase, or, where there is none, by a code that only the terminal shows.
actor Confirmation {
  private let home: Home
  private let clock: any WallClock
  private let tell: @Sendable (String) -> Void
  private var random = SystemRandomNumberGenerator()
  /// By room: what one browser asked for is good in no other.
  private var codes: [String: (text: String, made: Moment)] = [:]

  /// - Parameter tell: says a line in the terminal that the console was started in.
  init(home: Home, clock: any WallClock, tell: @escaping @Sendable (String) -> Void) {
    self.home = home
    self.clock = clock
    self.tell = tell
  }

  /// Whether the passphrase is asked for; otherwise it is a code.
  var asksPassphrase: Bool {
    do { return try Keys.protection(in: home) == .passphrase } catch { return true }
  }

  /// Shows a new code for one room in the terminal.
  func showCode(for room: String) {
    codes = codes.filter { isFresh($0.value.made) }
    let number = Int.random(in: 0..<1_000_000, using: &random)
    let digits = String(number)
    let text = String(repeating: "0", count: 6 - digits.count) + digits
    codes[room] = (text, clock.now())
    tell("The code for the console: \(text)")
  }

  /// Whether what was typed in a room is right. A code is good once, for two minutes, in the room that asked for it.
  func isRight(_ typed: String, in room: String) -> Bool {
    guard !asksPassphrase else {
      do {
        _ = try Keys.unlock(in: home, passphrase: typed)
        return true
      } catch {
        return false
      }
    }
    // A wrong guess costs the code.
    guard let code = codes.removeValue(forKey: room), isFresh(code.made) else { return false }
    return typed.filter(\.isNumber) == code.text
  }

  private func isFresh(_ moment: Moment) -> Bool { (0..<120).contains(clock.now().seconds(since: moment)) }
}
