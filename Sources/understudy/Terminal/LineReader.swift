import Foundation

/// Reads lines that a person types, so that waiting for one can be given up: what is asked here may be answered
/// elsewhere meanwhile.
///
/// Reading itself cannot be taken back. A line that was begun for a question that is answered by now is thrown away:
/// it must never count for the next one.
actor LineReader {
  private var isReading = false
  /// Whether the line that is being typed belongs to an earlier question.
  private var isStale = false
  private var waiting: CheckedContinuation<String?, Never>?
  private let say: @Sendable (String) -> Void

  /// - Parameter say: tells the person that they have to answer again.
  init(say: @escaping @Sendable (String) -> Void) {
    self.say = say
  }

  /// The next line; nil at the end of what is typed, and where the task is cancelled.
  func line() async -> String? {
    guard !Task.isCancelled else { return nil }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        waiting = continuation
        if isReading { isStale = true } else { read() }
      }
    } onCancel: {
      Task { await self.giveUp() }
    }
  }

  private func read() {
    isReading = true
    Thread.detachNewThread {
      let line = readLine(strippingNewline: true)
      Task { await self.take(line) }
    }
  }

  private func take(_ line: String?) {
    isReading = false
    if isStale, line != nil, waiting != nil {
      isStale = false
      say("That was typed for an earlier question. Answer this one: ")
      return read()
    }
    isStale = false
    waiting?.resume(returning: line)
    waiting = nil
  }

  private func giveUp() {
    waiting?.resume(returning: nil)
    waiting = nil
  }
}
