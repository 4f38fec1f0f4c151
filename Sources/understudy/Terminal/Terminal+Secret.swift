import Foundation

extension Terminal {
  /// Asks for a line without showing what is typed; nil where nobody can be asked.
  func askSecretly(_ question: String) -> String? {
    guard canAsk, let shown = hideEcho() else { return nil }
    defer { show(shown) }
    return ask(question)
  }

  /// What is typed meanwhile is not shown; nil where that cannot be.
  func withoutEcho(_ body: () async -> String?) async -> String? {
    guard canAsk, let shown = hideEcho() else { return nil }
    defer { show(shown) }
    return await body()
  }

  private func hideEcho() -> termios? {
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return nil }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    return shown
  }

  private func show(_ settings: termios) {
    var settings = settings
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    say("")
  }
}
