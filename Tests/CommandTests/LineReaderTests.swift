import Dispatch
import Synchronization
import Testing

@testable import understudy

/// Lines that are typed at a terminal where a question may be answered elsewhere.
struct LineReaderTests {
  @Test("A line answers the question it was typed for")
  func answers() async {
    let keyboard = Keyboard()
    let said = Said()
    let reader = LineReader(next: keyboard.next, discard: keyboard.discard, say: said.add)
    keyboard.type("yes")
    #expect(await reader.line() == "yes")
    keyboard.type("no")
    #expect(await reader.line() == "no")
    keyboard.type(nil)
    #expect(await reader.line() == nil)
    #expect(said.all == [])
  }

  @Test(
    "Lines for a question that was answered elsewhere count for no other, typed before that is asked or after",
    arguments: [true, false])
  func stale(isBefore: Bool) async {
    // What is typed and the next question race each other.
    for _ in 0..<100 {
      let keyboard = Keyboard()
      let said = Said()
      let reader = LineReader(next: keyboard.next, discard: keyboard.discard, say: said.add)
      let first = Task { await reader.line() }
      while !keyboard.isAwaited { await Task.yield() }
      first.cancel()
      #expect(await first.value == nil)
      if isBefore {
        keyboard.type("for the first")
        keyboard.type("for the first, once more")
      }
      await reader.prepare()
      async let second = reader.line()
      if !isBefore { keyboard.type("for the first") }
      while said.all.isEmpty { await Task.yield() }
      keyboard.type("for the second")
      #expect(await second == "for the second")
      #expect(said.all == ["That was typed for an earlier question. Answer this one: "])
    }
  }
}

/// Lines that are handed out as they are typed.
private final class Keyboard: Sendable {
  private let lines = Mutex<[String?]>([])
  private let typed = DispatchSemaphore(value: 0)
  private let awaited = Mutex(false)
  /// Whether a line was ever waited for.
  var isAwaited: Bool { awaited.withLock { $0 } }

  func type(_ line: String?) {
    lines.withLock { $0.append(line) }
    typed.signal()
  }

  @Sendable func next() -> String? {
    awaited.withLock { $0 = true }
    while true {
      typed.wait()
      // What was thrown away was signalled, too.
      if let line = lines.withLock({ $0.isEmpty ? nil : .some($0.removeFirst()) }) { return line }
    }
  }

  @Sendable func discard() { lines.withLock { $0.removeAll() } }
}

/// What was said to the person.
private final class Said: Sendable {
  private let texts = Mutex<[String]>([])
  var all: [String] { texts.withLock { $0 } }

  @Sendable func add(_ text: String) {
    texts.withLock { $0.append(text) }
  }
}
