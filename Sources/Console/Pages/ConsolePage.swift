import Hummingbird
import Report

/// A page of the console: a title and what stands below it.
struct ConsolePage {
  var section: Section?
  var title: String
  var body: Markup

  /// The whole page for a session.
  func response(in session: Session, status: HTTPResponse.Status = .ok) -> Response {
    let html = Skeleton(PackageResources.console_html).filled([
      "title": Markup(title).html, "root": "/\(session.room.text)", "token": session.header.text,
      "idle": "\(Int(Session.idle))",
      "menu": menu(in: session).html, "body": body.html,
    ])
    return Response(html: html, status: status)
  }

  private func menu(in session: Session) -> Markup {
    .list(
      Section.allCases.map { item in
        .element(
          "li", [:],
          .element(
            "a",
            ["href": "/\(session.room.text)/\(item.rawValue)", "aria-current": item == section ? "page" : nil],
            Markup(item.title)))
      })
  }
}

extension Response {
  init(html: String, status: HTTPResponse.Status = .ok) {
    self.init(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }
}
