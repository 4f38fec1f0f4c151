import Foundation

/// Reads lines that a person types, so that waiting for one can be given up: what is asked here may be answered
/// elsewhere meanwhile.
///
/// Reading itself cannot be taken back. What was typed before a question was asked is thrown away: it must never count
/// for that one.
///
/// ```swift
/// await reader.prepare()
/// terminal.ask(withoutReading: "Do this? Type yes: ")
/// let answer = await reader.line()
/// ```
actor LineReader {
  private var isReading = false
  /// Whether the line that is being typed, or was typed while nothing was asked, belongs to an earlier question.
  private var isStale = false
  private var waiting: (number: Int, answer: CheckedContinuation<String?, Never>)?
  private var asked = 0
  private let next: @Sendable () -> String?
  private let discard: @Sendable () -> Void
  private let say: @Sendable (String) -> Void

  /// - Parameters:
  ///   - next: waits for the next line, and may take its thread for as long; nil at the end of what is typed.
  ///   - discard: throws away what was typed and not read yet.
  ///   - say: tells the person that they have to answer again.
  init(
    next: @escaping @Sendable () -> String? = { readLine(strippingNewline: true) },
    discard: @escaping @Sendable () -> Void = { tcflush(STDIN_FILENO, TCIFLUSH) },
    say: @escaping @Sendable (String) -> Void
  ) {
    self.next = next
    self.discard = discard
    self.say = say
  }

  /// Throws away what was typed until now; called right before a question is shown.
  func prepare() {
    // A line that is read already is thrown away when it is whole.
    if !isReading { discard() }
  }

  /// The next line; nil at the end of what is typed, and where the task is cancelled.
  func line() async -> String? {
    guard !Task.isCancelled else { return nil }
    asked += 1
    let number = asked
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        waiting = (number, continuation)
        if isReading {
          isStale = true
        } else if isStale {
          askAgain()
        } else {
          read()
        }
      }
    } onCancel: {
      Task { await self.giveUp(number) }
    }
  }

  private func read() {
    isReading = true
    Thread.detachNewThread { [next] in
      let line = next()
      Task { await self.take(line) }
    }
  }

  private func askAgain() {
    isStale = false
    discard()
    say("That was typed for an earlier question. Answer this one: ")
    read()
  }

  private func take(_ line: String?) {
    isReading = false
    guard let (_, answer) = waiting else {
      // Its question was answered elsewhere, and the next one may stand on the terminal already.
      isStale = line != nil
      return
    }
    if isStale, line != nil { return askAgain() }
    isStale = false
    waiting = nil
    answer.resume(returning: line)
  }

  /// Gives up one question, which may be answered already: never the one after it.
  private func giveUp(_ number: Int) {
    guard let waiting, waiting.number == number else { return }
    self.waiting = nil
    waiting.answer.resume(returning: nil)
  }
}
