import Foundation

extension Terminal {
  /// Asks for a line without showing what is typed; nil where nobody can be asked.
  func askSecretly(_ question: String) -> String? {
    guard canAsk else { return nil }
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return nil }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      say("")
    }
    return ask(question)
  }
}
