/// Writes the pages of a site, each in the markup that the site happens to have.
struct LoopPage {
  enum Style: CaseIterable {
    case table, bullets, numbers, cards
  }

  let style: Style
  let hasOtherLinks: Bool
  let title: String

  init(_ dice: inout Dice) {
    style = dice.pick(Style.allCases)
    hasOtherLinks = dice.isHeads()
    title = dice.pick(LoopWords.titles)
  }

  /// A whole page around its contents.
  func page(_ heading: String, _ contents: String) -> String {
    let around =
      hasOtherLinks
      ? "<nav><a href=\"index.html\">Home</a> <a href=\"about.html\">About</a> <a href=\"help.html\">Help</a></nav>"
      : "<header><p>\(title)</p></header>"
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>\(heading)</title><link rel="icon" href="data:,">
      <script>
      function note(text) { localStorage.setItem('notes', (localStorage.getItem('notes') || '') + text + '\\n') }
      function send(form, words) {
        note(words + ': ' + [...form.elements].filter(field => field.name).map(field =>
          field.type == 'checkbox' ? (field.checked ? 'yes' : 'no') : field.value).join(' | '))
      }
      </script></head>
      <body>\(around)<main><h1>\(heading)</h1>\(contents)</main><footer><p>Loopback Ltd.</p></footer></body></html>
      """
  }

  /// A list: for each item its name and its controls.
  func list(_ items: [(name: String, controls: String)], hasName: Bool = true) -> String {
    switch style {
    case .table:
      let rows = items.map { "<tr>" + (hasName ? "<td>\($0.name)</td>" : "") + "<td>\($0.controls)</td></tr>" }
      return "<table><thead><tr>" + (hasName ? "<th>Name</th>" : "") + "<th>Work</th></tr></thead><tbody>"
        + rows.joined() + "</tbody></table>"
    case .bullets, .numbers:
      let tag = style == .bullets ? "ul" : "ol"
      return "<\(tag)>"
        + items.map { "<li>" + (hasName ? "<span>\($0.name)</span> " : "") + $0.controls + "</li>" }
        .joined() + "</\(tag)>"
    case .cards:
      return "<div class=\"cards\">"
        + items.map { "<div class=\"card\">" + (hasName ? "<h3>\($0.name)</h3>" : "") + "\($0.controls)</div>" }
        .joined()
        + "</div>"
    }
  }

  static func button(_ name: String, noting text: String) -> String {
    "<button type=\"button\" onclick=\"note('\(text)')\">\(name)</button>"
  }

  static func link(_ name: String, to page: String) -> String { "<a href=\"\(page)\">\(name)</a>" }

  /// A form that notes what is in it and leads on.
  static func form(_ fields: String, words: String, button: String, to page: String) -> String {
    "<form action=\"\(page)\" onsubmit=\"send(this, '\(words)')\">\(fields)<button type=\"submit\">\(button)</button></form>"
  }

  static func field(_ label: String, _ name: String) -> String {
    "<p><label for=\"\(name)\">\(label)</label> <input id=\"\(name)\" name=\"\(name)\"></p>"
  }

  static func area(_ label: String, _ name: String) -> String {
    "<p><label for=\"\(name)\">\(label)</label> <textarea id=\"\(name)\" name=\"\(name)\"></textarea></p>"
  }

  static func box(_ label: String, _ name: String) -> String {
    "<p><label><input type=\"checkbox\" id=\"\(name)\" name=\"\(name)\"> \(label)</label></p>"
  }

  static func choice(_ label: String, _ name: String, _ options: [String]) -> String {
    let all = [""] + options
    return "<p><label for=\"\(name)\">\(label)</label> <select id=\"\(name)\" name=\"\(name)\">"
      + all.map { "<option>\($0)</option>" }.joined() + "</select></p>"
  }
}
