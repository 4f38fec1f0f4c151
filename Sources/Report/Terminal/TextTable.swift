/// Text in columns, for a terminal.
struct TextTable {
  enum Alignment { case left, right }

  var columns: [(title: String, alignment: Alignment, width: Int)]
  var rows: [[String]] = []

  /// Columns as wide as their content, at most their width; what is too long ends with an ellipsis.
  var text: String {
    let widths = columns.indices.map { place in
      min(columns[place].width, ([columns[place].title] + rows.map { $0[place] }).map(\.count).max() ?? 0)
    }
    let head = columns.allSatisfy(\.title.isEmpty) ? [] : [columns.map(\.title)]
    return (head + rows).map { row in
      let cells = row.indices.map { pad(row[$0], to: widths[$0], columns[$0].alignment) }
      return "  " + cells.joined(separator: "  ")
    }.map(\.withoutTrailingSpaces).joined(separator: "\n")
  }

  private func pad(_ cell: String, to width: Int, _ alignment: Alignment) -> String {
    let cell = cell.shortened(to: width)
    let space = String(repeating: " ", count: width - cell.count)
    return alignment == .left ? cell + space : space + cell
  }
}

extension String {
  var withoutTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// In lines of at most `width` characters, broken at spaces, each beginning with `indent`.
  func wrapped(to width: Int, indent: String = "") -> String {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { indent + $0 }.joined(separator: "\n")
  }
}
