import Trace

extension Procedure {
  /// As Markdown (CommonMark with tables). Everything that was recorded is escaped.
  public func markdown() -> String {
    var parts = ["# \(title.inMarkdown)", purpose.inMarkdown]
    if !inputs.isEmpty {
      let rows = inputs.map { input in
        let examples = input.examples.map { "“\($0.shortened(to: 40))”" }.joined(separator: ", ")
        return
          "| \(input.name.inMarkdown) | \(input.kind.rawValue) | \(input.source.inMarkdown) | \(examples.inMarkdown) |"
      }
      parts += [
        "## What you need",
        "| what | kind | comes from | for example |\n| --- | --- | --- | --- |\n" + rows.joined(separator: "\n"),
      ]
    }
    parts += ["## Steps", markdown(of: steps)]
    if !ways.isEmpty { parts += ["## Ways", list(ways.map(\.words))] }
    if !exceptions.isEmpty { parts += ["## Exceptions seen", list(exceptions)] }
    if !checks.isEmpty { parts += ["## Check at the end", list(checks)] }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func list(_ lines: [String]) -> String {
    lines.map { "- \($0.inMarkdown)" }.joined(separator: "\n")
  }

  private func markdown(of items: [Item]) -> String {
    var number = 0
    return lines(of: items, depth: 0, number: &number).joined(separator: "\n")
  }

  private func lines(of items: [Item], depth: Int, number: inout Int) -> [String] {
    let indent = String(repeating: "    ", count: depth)
    return items.flatMap { item -> [String] in
      switch item {
      case .place(let place): return ["\(indent)- *On \(place.inMarkdown)*"]
      case .step(let line):
        number += 1
        let effect = line.effect.map { " → \($0.inMarkdown)" } ?? ""
        return ["\(indent)- **\(number).** \(line.text.inMarkdown)\(effect)"]
      case .block(let title, let inner):
        return ["\(indent)- \(title.inMarkdown)"] + lines(of: inner, depth: depth + 1, number: &number)
      }
    }
  }
}

extension Procedure.Way {
  var words: String {
    let when = condition.map { " when \($0)" } ?? ""
    let what = differences.isEmpty ? "as above" : differences.joined(separator: "; ")
    return "\(Amounts.count(times, "time"))\(when): \(what)"
  }
}

extension String {
  /// On one line, with every character escaped that means something in Markdown or HTML.
  var inMarkdown: String {
    var result = ""
    for character in shortened(to: 400) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "!": result += "\\\(character)"
      default: result.append(character)
      }
    }
    return result
  }
}
