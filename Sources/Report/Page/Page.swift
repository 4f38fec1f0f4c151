/// A self-contained HTML page: its style inside, no script, nothing fetched.
struct Page {
  var title: String
  var body: Markup

  /// The whole file.
  var html: String {
    Skeleton(PackageResources.page_html).filled([
      "title": Markup(title).html, "style": Stylesheet.page, "body": body.html,
    ])
  }
}
