import Trace

extension Audit {
  /// The audit for a terminal, in plain language first, no line longer than `width`.
  public func text(width: Int = 100) -> String {
    var parts = ["What a machine would have learned from your work", "\(period): \(extent).", answer]
    if !tests.isEmpty {
      parts += [
        [errorSentence, intervalSentence].compactMap { $0 }.joined(separator: " "), "Of the work on the days tested",
        fateBars, "Narrowing down", chain, "The workflows", workflowTable(width), "Day by day", dayTable,
        "What stays with you", remainderText(width),
      ]
    } else if !workflows.isEmpty {
      parts += ["The workflows", workflowTable(width)]
    }
    if !disclosure.kinds.isEmpty { parts += ["What it would have seen", disclosureText(width)] }
    if !tests.isEmpty {
      parts += ["How it was measured", method]
    }
    return parts.map { $0.contains("\n") || $0.hasPrefix("  ") ? $0 : $0.wrapped(to: width) }.joined(separator: "\n\n")
      + "\n"
  }

  private var fateBars: String {
    var table = TextTable(columns: [("", .left, 24), ("", .right, 6), ("", .right, 11), ("", .left, 40)])
    for fate in fates {
      table.rows.append([
        bar(fate.share.fraction, length: 24), Amounts.percent(fate.share.fraction), Amounts.time(fate.share.seconds),
        fate.fate.words,
      ])
    }
    return table.text
  }

  private var chain: String {
    var table = TextTable(columns: [("", .left, 24), ("", .right, 6), ("", .left, 64)])
    let rows: [(Share, String)] = [
      (figures.known, "had been done before"), (figures.recognised, "was recognised"),
      (figures.predicted, "was known to the end from some step on"),
      (figures.carriedOut, "would have been carried out right"),
    ]
    for (share, words) in rows {
      table.rows.append([bar(share.fraction, length: 24), Amounts.percent(share.fraction), words])
    }
    return table.text
  }

  private func bar(_ share: Double?, length: Int) -> String {
    let eighths = Int(((share ?? 0) * Double(length * 8)).rounded())
    let part = eighths % 8 == 0 ? "" : String(["▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8 - 1])
    let full = String(repeating: "█", count: eighths / 8) + part
    return full + String(repeating: "░", count: max(0, length - full.count))
  }

  private func workflowTable(_ width: Int) -> String {
    var table = TextTable(
      columns: [
        ("", .left, 30), ("times", .right, 5), ("time", .right, 11), ("right", .right, 6),
        ("the rest", .left, width - 66),
      ])
    for workflow in workflows {
      let rest = workflow.fates.filter { $0.fate != .carriedOut && $0.share.seconds > 0 }
        .max { $0.share.seconds < $1.share.seconds }
      table.rows.append([
        workflow.name, "\(workflow.episodes)", Amounts.time(workflow.seconds),
        Amounts.percent(workflow.figures?.carriedOut.fraction),
        workflow.figures == nil ? "not met on a day tested" : rest.map { "mostly \($0.fate.words)" } ?? "",
      ])
    }
    return table.text
  }

  private var dayTable: String {
    var table = TextTable(
      columns: [
        ("", .left, 14), ("work", .right, 11), ("new", .right, 6), ("right", .right, 6), ("wrong", .right, 8),
        ("", .left, 46),
      ])
    for test in tests {
      let figures = test.figures
      table.rows.append([
        test.day.name, Amounts.time(figures.new.of), Amounts.percent(figures.new.fraction),
        Amounts.percent(figures.carriedOut.fraction), figures.acted == 0 ? "–" : "\(figures.wrong) of \(figures.acted)",
        test.threshold.words,
      ])
    }
    return table.text
  }

  private func remainderText(_ width: Int) -> String {
    var lines: [String] = []
    for fate in Fate.allCases {
      let own = remainders.filter { $0.fate == fate }
      guard !own.isEmpty, let share = fates.first(where: { $0.fate == fate })?.share else { continue }
      lines.append(
        "\(fate.words), \(Amounts.time(share.seconds)): \(fate.explanation)".wrapped(to: width, indent: "  "))
      for remainder in own.prefix(3) {
        let title = title(of: remainder).shortened(to: width - 40)
        lines.append(
          "    \(title), \(Amounts.count(remainder.episodes, "time")), \(Amounts.time(remainder.share.seconds))"
            .shortenedKeepingIndent(to: width))
        for pair in stride(from: 0, to: min(2, remainder.cases.count - 1), by: 2) {
          for one in remainder.cases[pair...(pair + 1)] {
            let before = one.situation.suffix(2).joined(separator: ", ").shortened(to: 44)
            lines.append("      \(before) → \(one.decision)".shortenedKeepingIndent(to: width))
          }
        }
      }
      if own.count > 3 { lines.append("    and \(own.count - 3) more") }
    }
    return lines.joined(separator: "\n")
  }

  private func disclosureText(_ width: Int) -> String {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for kind in disclosure.kinds {
      if names[kind.source] == nil { order.append(kind.source) }
      names[kind.source, default: []].append("\(kind.name) (\(kind.values))")
    }
    let lines = order.map { source in
      let all = names[source] ?? []
      let shown = all.prefix(8).joined(separator: ", ") + (all.count > 8 ? " and \(all.count - 8) more" : "")
      return "\(source): \(shown)".wrapped(to: width, indent: "  ")
    }
    let rest =
      "\(Amounts.count(disclosure.pictures, "picture")); "
      + "\(Amounts.count(disclosure.withheld, "value")) were withheld and never recorded."
    return (lines + ["  " + rest]).joined(separator: "\n")
  }

  private var method: String {
    [
      "Each day was tested with what the days before had taught, frozen the evening before. " + askingSentence + " "
        + timeSentence,
      learnabilitySentence, noveltySentence,
      Audit.caution,
    ].compactMap { $0?.wrapped(to: 100) }.joined(separator: "\n")
  }
}

extension String {
  /// Cut off at `count` characters, with the spaces at its beginning kept.
  func shortenedKeepingIndent(to count: Int) -> String {
    let indent = prefix { $0 == " " }
    return indent + String(dropFirst(indent.count)).shortened(to: count - indent.count)
  }
}
