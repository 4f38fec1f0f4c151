public import Trace

/// An event in words, as it is kept.
public struct EventText {
  /// In a line, with when and where.
  public private(set) var line: String
  /// What happened.
  public private(set) var words: String

  public init(_ event: Event) {
    words =
      switch event.occurrence {
      case .action(let action): Self.words(of: action, on: event.element)
      case .signal(let signal): Self.words(of: signal)
      }
    line = "\(event.time.localTime)  \(event.id)  \(event.place.document)\(event.place.query)  \(words)"
    if event.frame != nil { line += "  [picture]" }
  }

  /// What happened, without any value: on what it was done, not with what.
  public static func outline(of event: Event) -> String {
    switch event.occurrence {
    case .action(let action):
      let name = event.element.map { $0.name.isEmpty ? $0.surroundings.label : $0.name } ?? ""
      return name.isEmpty ? action.verb.rawValue : "\(action.verb.rawValue) “\(name)”"
    case .signal(.navigation): return "a page opened"
    case .signal(.dialog(let kind, _)): return "\(kind) dialog"
    case .signal(.download): return "a file was downloaded"
    case .signal(.opened): return "a table was opened"
    case .signal(let signal): return words(of: signal)
    }
  }

  private static func words(of action: Action, on element: Element?) -> String {
    let name = element.map { "“\($0.name.isEmpty ? $0.surroundings.label : $0.name)”" } ?? ""
    let words =
      switch action {
      case .fill(let text): "fill \(name) with “\(text)”"
      case .select(let labels): "select \(labels.map { "“\($0)”" }.joined(separator: ", ")) in \(name)"
      case .check(let isSet): "\(isSet ? "check" : "clear") \(name)"
      case .copy(let text): "copy “\(text)” from \(name)"
      case .cut(let text): "cut “\(text)” from \(name)"
      case .paste(let text, _): "paste “\(text)” into \(name)"
      case .navigate(let address, _): "navigate to \(address)"
      case .run(let command): "run “\(command)”"
      case .answer(let accepted, let text):
        "\(accepted ? "accept" : "dismiss") a dialog\(text.map { " with “\($0)”" } ?? "")"
      case .upload(let files): "upload \(files.map(\.name).joined(separator: ", "))"
      case .press(let chord): "press \(chord)"
      case .click, .drag, .scroll, .openTab, .closeTab, .switchTab, .submit: "\(action.verb.rawValue) \(name)"
      }
    guard let value = element?.value, !value.isEmpty else { return words }
    return "\(words) (it held “\(value)”)"
  }

  private static func words(of signal: Signal) -> String {
    switch signal {
    case .navigation(let address, _): "led to \(address)"
    case .dialog(let kind, let message): "\(kind): “\(message)”"
    case .download(let file): "downloaded \(file.name)"
    case .opened(let table): "opened \(table.name), \(table.rows.count) rows"
    case .gap(let reason), .notRecorded(let reason): reason
    case .windowOpened: "a window opened"
    case .windowClosed: "a window closed"
    case .submitted: "a form was sent"
    case .crashed: "it ended by itself"
    case .exited(let status): "ended with status \(status)"
    }
  }
}
