public import Foundation
public import Trace

extension Audit {
  /// The audit as a self-contained HTML page: charts, the steps behind every figure, pictures where they are granted.
  ///
  /// - Parameter picture: gives the pixels of a frame by its id; nil where they are not there or not granted.
  public func page(picture: (Frame) -> Data? = { _ in nil }) -> String {
    let book = EvidenceBook(self)
    let body = Markup.list(
      .element("a", ["class": "skip", "href": "#answer"], "To the answer"),
      .element(
        "header", [:],
        .element("h1", [:], "What a machine would have learned from your work"),
        .element("p", ["class": "answer", "id": "answer"], Markup(answer)),
        .element(
          "p", ["class": "soft"], "\(period): \(extent). Each day was tested with what the days before had taught."),
        contents),
      .element(
        "main", [:], shareSection(book), curveSection(book), workflowSection(book, picture: picture),
        remainderSection(book), disclosureSection, methodSection, evidenceSection(book)))
    return Page(title: "What a machine would have learned: \(period)", body: body).html
  }

  private var contents: Markup {
    var places = [
      ("workflows", "Workflows"), ("rest", "What stays with you"), ("seen", "What it would have seen"),
      ("method", "How it was measured"), ("evidence", "Evidence"),
    ]
    if !tests.isEmpty {
      places = [("time", "Your time"), ("days", "Day by day")] + places
    } else {
      places.remove(at: 1)
    }
    return .element(
      "nav", ["aria-label": "Contents"],
      .element("ul", [:], places.map { .element("li", [:], .element("a", ["href": "#\($0)"], Markup($1))) }))
  }
}
