import Foundation

/// Reads lines that a person types, so that waiting for one can be given up: what is asked here may be answered
/// elsewhere meanwhile.
///
/// Reading itself cannot be taken back. A line that was begun for a question that is answered by now is thrown away:
/// it must never count for the next one.
actor LineReader {
  private var isReading = false
  /// Whether the line that is being typed, or was typed while nothing was asked, belongs to an earlier question.
  private var isStale = false
  private var waiting: CheckedContinuation<String?, Never>?
  private let next: @Sendable () -> String?
  private let say: @Sendable (String) -> Void

  /// - Parameters:
  ///   - next: waits for the next line, and may take its thread for as long; nil at the end of what is typed.
  ///   - say: tells the person that they have to answer again.
  init(
    next: @escaping @Sendable () -> String? = { readLine(strippingNewline: true) },
    say: @escaping @Sendable (String) -> Void
  ) {
    self.next = next
    self.say = say
  }

  /// The next line; nil at the end of what is typed, and where the task is cancelled.
  func line() async -> String? {
    guard !Task.isCancelled else { return nil }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        waiting = continuation
        if isReading {
          isStale = true
        } else if isStale {
          askAgain()
        } else {
          read()
        }
      }
    } onCancel: {
      Task { await self.giveUp() }
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
    say("That was typed for an earlier question. Answer this one: ")
    read()
  }

  private func take(_ line: String?) {
    isReading = false
    guard let asked = waiting else {
      // Its question was answered elsewhere, and the next one may stand on the terminal already.
      isStale = line != nil
      return
    }
    if isStale, line != nil { return askAgain() }
    isStale = false
    waiting = nil
    asked.resume(returning: line)
  }

  private func giveUp() {
    waiting?.resume(returning: nil)
    waiting = nil
  }
}
