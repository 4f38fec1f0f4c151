import Foundation
import Trace

extension Audit {
  /// Each workflow: how often, how long, what would be right, what would not, and how it is done.
  func workflowSection(_ book: EvidenceBook, picture: (Frame) -> Data?) -> Markup {
    .element(
      "section", ["id": "workflows", "aria-labelledby": "workflows-title"],
      .element("h2", ["id": "workflows-title"], "Workflows"),
      workflows.isEmpty
        ? .element("p", [:], "No work was done twice in the same way so far.")
        : .list(workflows.enumerated().map { card($1, number: $0, book, picture: picture) }))
  }

  private func card(_ workflow: WorkflowAudit, number: Int, _ book: EvidenceBook, picture: (Frame) -> Data?) -> Markup {
    let count = Amounts.count(workflow.episodes, "time")
    return .element(
      "section", ["class": "card", "aria-labelledby": "w\(number)"],
      .element("h3", ["id": "w\(number)"], Markup(workflow.name)),
      .element(
        "p", ["class": "soft"],
        "Done \(count), \(Amounts.time(workflow.seconds)) in all, in \(Amounts.count(workflow.variants, "way")). \(given(workflow))"
      ),
      outcome(of: workflow, number: number, book),
      .element(
        "details", [:],
        .element("summary", [:], "How it is done: \(Amounts.count(workflow.program.count, "step"))"),
        .element("ol", ["class": "steps"], workflow.program.map { .element("li", [:], Markup($0)) }),
        pictures(of: workflow, picture: picture)))
  }

  private func given(_ workflow: WorkflowAudit) -> String {
    workflow.parameters.isEmpty
      ? "Nothing differs from time to time."
      : "What differs from time to time: \(workflow.parameters.joined(separator: ", "))."
  }

  private func outcome(of workflow: WorkflowAudit, number: Int, _ book: EvidenceBook) -> Markup {
    guard let figures = workflow.figures else {
      return .element("p", [:], "It was not met on a day that was tested.")
    }
    let parts = workflow.fates.filter { $0.share.seconds > 0 }
    let wrong =
      figures.acted == 0
      ? "It would not have acted."
      : "It would have acted \(Amounts.count(figures.acted, "time")), \(figures.wrong == 0 ? "none" : "\(figures.wrong)") of them wrong."
    return .list(
      .element(
        "p", [:],
        book.link(
          Amounts.percent(figures.carriedOut.fraction), .workflow(number), Fate.carriedOut.rawValue,
          about: "carried out right in \(workflow.name)"),
        Markup(" of its time on the days tested would have been carried out right. \(wrong)")),
      StackedBar(parts: parts.map { ($0.fate.rawValue, $0.fate.words, $0.share.fraction ?? 0) }, size: .small)
        .svg(
          alternative: parts.map { "\($0.fate.words) \(Amounts.percent($0.share.fraction))" }.joined(separator: ", ")),
      .element(
        "p", ["class": "small soft parts"],
        .list(
          parts.enumerated().map { place, part in
            .list(
              Markup(place == 0 ? "" : " · "), .element("span", ["class": "key \(part.fate.rawValue)"]),
              Markup("\(part.fate.words) "),
              book.link(
                Amounts.percent(part.share.fraction), .workflow(number), part.fate.rawValue,
                about: "\(part.fate.words) in \(workflow.name)"))
          })))
  }

  /// The latest episode that has pictures, step by step, with the element marked.
  private func pictures(of workflow: WorkflowAudit, picture: (Frame) -> Data?) -> Markup {
    let shown = picturedSteps(of: workflow).compactMap { step -> Markup? in
      guard let frame = step.frame, let pixels = picture(frame) else { return nil }
      let image = Picture(frame: frame, pixels: pixels, mark: step.bounds)
      return .element("li", [:], image.markup(showing: step.summary), .element("span", [:], Markup(step.summary)))
    }
    return shown.isEmpty ? .empty : .element("ul", ["class": "pictures"], shown)
  }

  private func picturedSteps(of workflow: WorkflowAudit) -> [AuditedStep] {
    let own = Set(workflow.evidence)
    let pictured = steps.filter { $0.frame != nil && $0.episode.map(own.contains) == true }
    return pictured.filter { $0.episode == pictured.last?.episode }
  }
}
