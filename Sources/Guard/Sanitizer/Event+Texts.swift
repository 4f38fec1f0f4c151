import Trace

// One way through an event for every text in it: a copy of a value that is not visited here cannot be withheld.
// Ids, roles, states and what the recorder itself names (windows, media types) are no texts.

extension Event {
  mutating func rewriteTexts(_ rewrite: (TextSite, String) -> String) {
    place.rewriteTexts(rewrite)
    element?.rewriteTexts(rewrite)
    switch occurrence {
    case .action(var action):
      action.rewriteTexts(label: element?.label ?? "", rewrite)
      occurrence = .action(action)
    case .signal(var signal):
      signal.rewriteTexts(rewrite)
      occurrence = .signal(signal)
    }
  }
}

extension Place {
  mutating func rewriteTexts(_ rewrite: (TextSite, String) -> String) {
    title = rewrite(.title, title)
    document = rewrite(.document, document)
    query = rewrite(.query, query)
    frames = frames.map { rewrite(.document, $0) }
  }
}

extension Element {
  mutating func rewriteTexts(_ rewrite: (TextSite, String) -> String) {
    let label = label
    let content: TextSite = isContent ? .shown(label: surroundings.column) : .name
    name = rewrite(content, name)
    value = value.map { rewrite(.value(label: label), $0) }
    for (key, text) in attributes { attributes[key] = rewrite(key == "text" ? content : .attribute(key), text) }
    for index in ancestors.indices {
      ancestors[index].name = rewrite(.name, ancestors[index].name)
      for (key, text) in ancestors[index].attributes {
        ancestors[index].attributes[key] = rewrite(.attribute(key), text)
      }
    }
    surroundings.label = rewrite(.name, surroundings.label)
    surroundings.heading = rewrite(.name, surroundings.heading)
    surroundings.row = rewrite(.name, surroundings.row)
    surroundings.column = rewrite(.name, surroundings.column)
    options = options.map { rewrite(.name, $0) }
  }
}

extension Element {
  /// Whether it is called by what stands in a table's column, rather than by what it does.
  private var isContent: Bool { !surroundings.column.isEmpty && Element.contents.contains(role) }

  private static let contents: Set<Role> = [
    "cell", "gridcell", "generic", "paragraph", "code", "strong", "emphasis", "mark", "img",
  ]

  /// All that it is called by, for what that says about its content.
  var label: String {
    [surroundings.column, surroundings.label, name, attributes["placeholder"] ?? "", attributes["name"] ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Action {
  /// - Parameter label: what the element that it is done to is called by.
  mutating func rewriteTexts(label: String, _ rewrite: (TextSite, String) -> String) {
    switch self {
    case .fill(let text): self = .fill(rewrite(.argument(label: label), text))
    case .select(let labels): self = .select(labels.map { rewrite(.argument(label: label), $0) })
    case .copy(let text): self = .copy(rewrite(.argument(label: label), text))
    case .cut(let text): self = .cut(rewrite(.argument(label: label), text))
    case .paste(let text, var clipping):
      clipping?.rewriteTexts(rewrite)
      self = .paste(rewrite(.argument(label: label), text), from: clipping)
    case .navigate(let address, let cause): self = .navigate(rewrite(.address, address), cause: cause)
    case .upload(let files): self = .upload(files.map { $0.rewritingTexts(rewrite) })
    case .answer(let accepted, let text):
      self = .answer(accepted: accepted, text: text.map { rewrite(.argument(label: label), $0) })
    case .run(let command): self = .run(rewrite(.command, command))
    case .drag(var element):
      element.rewriteTexts(rewrite)
      self = .drag(to: element)
    case .click, .check, .press, .scroll, .openTab, .closeTab, .switchTab, .submit: break
    }
  }
}

extension Clipping {
  mutating func rewriteTexts(_ rewrite: (TextSite, String) -> String) {
    place.rewriteTexts(rewrite)
    element?.rewriteTexts(rewrite)
  }
}

extension FileDescription {
  func rewritingTexts(_ rewrite: (TextSite, String) -> String) -> FileDescription {
    var copy = self
    copy.name = rewrite(.fileName, name)
    return copy
  }
}

extension Signal {
  mutating func rewriteTexts(_ rewrite: (TextSite, String) -> String) {
    switch self {
    case .navigation(let address, let cause): self = .navigation(to: rewrite(.address, address), cause: cause)
    case .dialog(let kind, let message): self = .dialog(kind: kind, message: rewrite(.message, message))
    case .download(let file): self = .download(file.rewritingTexts(rewrite))
    case .opened(var table):
      table.rewriteTexts(rewrite)
      self = .opened(table)
    case .gap(let reason): self = .gap(rewrite(.message, reason))
    case .notRecorded(let reason): self = .notRecorded(rewrite(.message, reason))
    case .windowOpened, .windowClosed, .submitted, .crashed, .exited: break
    }
  }
}

extension Table {
  mutating func rewriteTexts(_ rewrite: (TextSite, String) -> String) {
    name = rewrite(.fileName, name)
    for row in rows.indices {
      for column in rows[row].indices {
        let header = column < columns.count ? columns[column] : ""
        rows[row][column] = rewrite(.cell(column: header), rows[row][column])
      }
    }
    columns = columns.map { rewrite(.name, $0) }
  }
}
