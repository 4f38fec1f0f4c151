import Report

/// What an erasure would take, before it is done.
struct ForgetPage {
  var root: String
  var asked: ErasureRequest
  /// The events of each session that would go.
  var preview: [String: Int]
  var asksPassphrase: Bool

  var body: Markup {
    let events = preview.values.reduce(0, +)
    guard events > 0 else {
      return .list(
        .paragraph("\(asked.words): nothing of that was recorded."),
        .element("p", [:], .element("a", ["href": "\(root)/data"], "Back")))
    }
    return .list(
      .paragraph(
        "\(asked.words): \(events) events of \(preview.count) sessions go for good, with their pictures, everything that "
          + "was made of them on this machine, and their keys. What is left gets new keys."),
      .action(
        "\(root)/forget", button: "Erase \(events) events for good", .hidden("place", asked.place),
        .hidden("from", asked.from), .hidden("until", asked.until),
        asked.isEverything ? .hidden("everything", "yes") : .empty, .passphrase(where: asksPassphrase, id: "secret")),
      .element("p", [:], .element("a", ["href": "\(root)/data"], "Leave it as it is")))
  }
}

extension Markup {
  /// The field for the passphrase, where there is one.
  static func passphrase(where isAsked: Bool, id: String) -> Markup {
    isAsked
      ? .field("Passphrase", named: "secret", id: id, type: "password", complete: "current-password") : .empty
  }
}
