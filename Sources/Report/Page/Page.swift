/// A self-contained HTML page: its style inside, no script, nothing fetched.
struct Page {
  var title: String
  var body: Markup

  /// The whole file.
  var html: String {
    let skeleton = String(decoding: PackageResources.page_html, as: UTF8.self)
    let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    return skeleton.replacing("{{title}}", with: Markup(title).html).replacing("{{style}}", with: style)
      .replacing("{{body}}", with: body.html)
  }
}
