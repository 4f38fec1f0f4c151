import Report

/// Asks the person to show that it is they: the passphrase, or a code that the terminal shows.
struct ConfirmPage {
  var root: String
  /// Where to go on, below the root.
  var path: String
  var asksPassphrase: Bool
  var isLocked: Bool

  var title: String { isLocked ? "The console is locked" : "Is it you?" }

  var body: Markup {
    .list(
      .paragraph(
        isLocked
          ? "It was not used for ten minutes."
          : "What you are about to see or do needs a confirmation; it holds for ten minutes."),
      asksPassphrase
        ? .action(
          "\(root)/confirm", button: "Confirm", .hidden("to", path),
          .field("Passphrase", named: "secret", id: "secret", type: "password", complete: "current-password"))
        : .list(
          .paragraph(
            "The journal has no passphrase. The terminal that the console was started in shows a code instead."),
          .action("\(root)/code", button: "Show a code in the terminal"),
          .action(
            "\(root)/confirm", button: "Confirm", .hidden("to", path),
            .field("Code", named: "secret", id: "secret", complete: "one-time-code"))))
  }
}
