import Journal
import Report

/// What an erasure would take, before it is done.
struct ErasurePage {
  struct Asked: Sendable {
    /// What is to be erased, in words.
    var words: String
    /// Which action erases it.
    var action: String
    var preview: ErasurePreview
  }

  var root: String
  var asked: Asked
  /// Whether it was agreed to, and something was recorded or erased since it was looked at.
  var hasChanged: Bool
  var asksPassphrase: Bool

  var body: Markup {
    let preview = asked.preview
    let changed: Markup =
      hasChanged
      ? .problem("What would go is not what you had seen any more, so nothing was erased. Look at it again.") : .empty
    guard preview.erased + preview.rewritten > 0 else {
      return .list(
        changed, .paragraph("\(asked.words): nothing of that was recorded."),
        .element("p", [:], .element("a", ["href": "\(root)/data"], "Back")))
    }
    return .list(
      changed,
      .paragraph(
        "\(asked.words): \(preview.erased) events of \(preview.sessions.count) sessions go for good, with their pictures, "
          + "everything that was made of them on this machine, and their keys. What is left gets new keys."),
      preview.rewritten > 0
        ? .paragraph("\(preview.rewritten) events stay, without what is withheld. Their pictures are not looked into.")
        : .empty,
      .action(
        "\(root)/\(asked.action)", button: button, .hidden("digest", preview.digest),
        .passphrase(where: asksPassphrase, id: "secret")),
      .element("p", [:], .element("a", ["href": "\(root)/data"], "Leave it as it is")))
  }

  private var button: String {
    asked.preview.rewritten == 0
      ? "Erase \(asked.preview.erased) events for good"
      : "Erase \(asked.preview.erased) events and parts of \(asked.preview.rewritten) for good"
  }
}

extension Markup {
  /// The field for the passphrase, where there is one.
  static func passphrase(where isAsked: Bool, id: String) -> Markup {
    isAsked
      ? .field("Passphrase", named: "secret", id: id, type: "password", complete: "current-password") : .empty
  }
}
