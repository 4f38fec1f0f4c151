extension Audit {
  /// How it was measured, for those who want to know.
  var methodSection: Markup {
    let sentences = [
      "Each day is tested with what the days before had taught, frozen the evening before: how work is cut into pieces, which workflows there are, how they go, and when to act. Nothing of a day, and nothing after it, has a part in what is said about it.",
      timeSentence,
      askingSentence,
      "Equal are the order of entries within one form and of the rows of a file, typing and pasting the same text, steps that change nothing, and other ways to send the same form (Enter, or the button that shows it anew for the next one).",
      "It acts where its own past, a fifth of it tested with what the rest teaches, says that at most \(Amounts.percent(settings.risk)) of what it does turns out wrong (a fixed sequence of levels with the conformal correction for one more case). With n cases no risk below 1 / (n + 1) can be promised; then it does not act and says that there is not enough evidence. After days with more errors it aims lower.",
      learnabilitySentence, noveltySentence, Audit.caution,
    ].compactMap { $0 }
    return .element(
      "section", ["id": "method", "aria-labelledby": "method-title"],
      .element("h2", ["id": "method-title"], "How it was measured"),
      .list(sentences.map { .element("p", [:], Markup($0)) }))
  }
}
