extension Audit {
  /// The answer in one sentence.
  public var headline: String { answer }

  /// From when until when, and how much was looked at.
  public var scope: String { "\(period): \(extent). Each day was tested with what the days before had taught." }

  /// The audit as part of a page that has the ``Stylesheet``: charts and tables, without the evidence.
  ///
  /// - Parameter address: where the steps behind a figure are, by the figure's name; see ``evidence(of:)``.
  public func fragment(evidenceAt address: @escaping (String) -> String) -> Markup {
    let book = EvidenceBook(self, address: address)
    return Markup.list(
      shareSection(book), curveSection(book), workflowSection(book, picture: { _ in nil }), remainderSection(book),
      disclosureSection, methodSection
    )
  }

  /// The steps behind a figure, in order, with what it is a figure of; nil where there is no figure of that name.
  public func evidence(of name: String) -> (title: String, steps: [AuditedStep])? {
    guard let entry = EvidenceBook(self).entries.first(where: { $0.id == name }) else { return nil }
    let own = Set(entry.share.evidence)
    return (
      "\(entry.chapter): \(entry.title), \(Amounts.time(entry.share.seconds))", steps.filter { own.contains($0.id) }
    )
  }
}

extension Fate {
  /// What became of a step, in words.
  public var inWords: String { words }
}
