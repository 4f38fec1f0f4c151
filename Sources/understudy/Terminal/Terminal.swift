import Foundation

/// Where a command speaks to a person: results on standard output, everything else on standard error.
struct Terminal: Sendable {
  /// Whether a person sees standard error: only then is progress shown.
  var showsProgress: Bool
  /// Whether a person can be asked: both a keyboard and a screen are there.
  var canAsk: Bool
  /// Whether standard output takes colours and bold text.
  var isStyled: Bool

  static var current: Terminal {
    let environment = ProcessInfo.processInfo.environment
    return Terminal(
      showsProgress: isatty(STDERR_FILENO) == 1,
      canAsk: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
      isStyled: isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb")
  }

  /// Prints a line of the result.
  func print(_ line: String = "") {
    write(line + "\n", to: .standardOutput)
  }

  /// Says something that is not part of the result.
  func say(_ line: String) {
    write(line + "\n", to: .standardError)
  }

  /// Shows what is going on, in one line that is written over; nothing in a pipe.
  func progress(_ line: String) {
    guard showsProgress else { return }
    write("\r\u{1B}[2K" + line, to: .standardError)
  }

  /// Takes the progress line away.
  func endProgress() {
    guard showsProgress else { return }
    write("\r\u{1B}[2K", to: .standardError)
  }

  func bold(_ text: String) -> String {
    isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// Asks a question and returns the line that was typed; nil where nobody can be asked.
  func ask(_ question: String) -> String? {
    guard canAsk else { return nil }
    write(question, to: .standardError)
    return readLine(strippingNewline: true)
  }

  /// Shows a question; the answer is read elsewhere.
  func ask(withoutReading question: String) { write(question, to: .standardError) }

  private func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone away (`understudy audit | head`) is no failure of the command.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
