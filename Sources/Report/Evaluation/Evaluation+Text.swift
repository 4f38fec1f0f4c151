extension Evaluation {
  /// For a terminal, no line longer than `width`.
  public func text(width: Int = 100) -> String {
    guard !days.isEmpty else {
      return "There is one day of work: nothing to test on yet. Come back after a second one.\n"
    }
    var parts = [
      "What was learned, put to the test on work it was not learned from",
      "\(Amounts.count(days.count, "day")), each with what the days before taught: "
        + "\(Amounts.count(whole.episodes, "episode")) of \(Amounts.count(workflows.count, "workflow")), "
        + "\(Amounts.count(whole.steps, "step")) of work; \(Amounts.count(unrecognised, "more episode")) of none.",
      table(width),
    ]
    if whole.episodes > 0 { parts += [asking, overreach, acting, reliabilityText] }
    return parts.map { $0.hasPrefix("  ") || $0.contains("\n") ? $0 : $0.wrapped(to: width) }.joined(separator: "\n\n")
      + "\n"
  }

  private func table(_ width: Int) -> String {
    var table = TextTable(
      columns: [
        ("", .left, max(16, width - 62)), ("steps", .right, 6), ("action", .right, 7), ("element", .right, 7),
        ("value", .right, 7), ("asked", .right, 7), ("all right", .right, 12),
      ])
    for score in workflows + [whole] where score.episodes > 0 {
      table.rows.append([
        score.name, "\(score.steps)", Amounts.percent(score.action), Amounts.percent(score.element),
        Amounts.percent(score.argument), Amounts.percent(score.asking), "\(score.episodesRight) of \(score.episodes)",
      ])
    }
    return table.text
  }

  private var asking: String {
    let subjects = whole.questions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard !subjects.isEmpty else { return "It would have asked nothing." }
    let shown = subjects.prefix(5).map { "\($0.key) (\($0.value)×)" }.joined(separator: ", ")
    return "It would have asked in \(Amounts.count(whole.asked, "step")): \(shown)"
      + (subjects.count > 5 ? " and \(subjects.count - 5) more." : ".")
  }

  private var overreach: String {
    "In \(whole.overreach) of \(whole.episodes) episodes it would have gone on after you had stopped, or had left out "
      + "what it takes for necessary."
  }

  private var acting: String {
    let promise =
      "At a risk of \(Amounts.percent(risk)) it would have taken over in \(whole.acted) of \(whole.episodes) episodes"
    return whole.acted == 0
      ? promise + ": there was too little to promise that."
      : promise
        + ", and gone wrong in \(whole.actedWrong) of these (\(Amounts.percent(Double(whole.actedWrong) / Double(whole.acted))))."
  }

  private var reliabilityText: String {
    var table = TextTable(columns: [("how sure it was", .left, 20), ("on average", .right, 10), ("right", .right, 16)])
    for band in reliability {
      table.rows.append([
        "\(Int(band.from * 100)) to \(Int(band.below * 100))\u{a0}%", Amounts.percent(band.said),
        "\(band.right) of \(band.points)",
      ])
    }
    return table.text
  }
}
