import Trace

extension Audit {
  /// Every step of every day, and for every figure the steps it was computed from.
  func evidenceSection(_ book: EvidenceBook) -> Markup {
    let index = EpisodeIndex(self)
    return .element(
      "section", ["id": "evidence", "aria-labelledby": "evidence-title"],
      .element("h2", ["id": "evidence-title"], "Evidence"),
      .element(
        "p", [:], "Every figure above opens the pieces of work that it was computed from; each of them opens its steps."
      ),
      .element("h3", [:], "By figure"),
      .list(
        book.chapters.map { title, entries in
          .element(
            "details", ["class": "chapter"], .element("summary", [:], Markup(title)),
            .list(entries.map { entry($0, index) }))
        }),
      .element("h3", [:], "By day"), .list(days.indices.map { day($0, index) }))
  }

  // The place that a link leads to is inside of what it opens: browsers open what hides the place, not the place itself.
  private func entry(_ entry: EvidenceBook.Entry, _ index: EpisodeIndex) -> Markup {
    .element(
      "details", ["class": "evidence"],
      .element("summary", [:], Markup("\(entry.title), \(Amounts.time(entry.share.seconds))")),
      .element(
        "ul", ["id": entry.id, "class": "columns"],
        index.groups(of: entry.share.evidence).map { group in
          .element(
            "li", [:], .element("a", ["href": "#\(group.anchor)"], Markup(group.name)),
            Markup(group.part.isEmpty ? "" : ", \(group.part)"))
        }))
  }

  private func day(_ number: Int, _ index: EpisodeIndex) -> Markup {
    let blocks = index.blocks.filter { $0.day == number }
    let name = days[number].name
    return .element(
      "details", ["class": "chapter"],
      .element("summary", [:], "\(name), \(Amounts.time(blocks.reduce(0) { $0 + $1.seconds }))"),
      .list(blocks.map { block($0, on: days[number]) }))
  }

  private func block(_ block: EpisodeIndex.Block, on day: WorkDay) -> Markup {
    .element(
      "details", ["class": "evidence"],
      .element(
        "summary", [:],
        Markup("\(block.name), \(Amounts.count(block.steps.count, "step")), \(Amounts.time(block.seconds))")),
      .element(
        "div",
        [
          "id": block.anchor, "class": "scroll", "tabindex": "0", "role": "region",
          "aria-label": "Steps of \(block.name)",
        ],
        .element(
          "table", ["class": "day"],
          .element(
            "thead", [:],
            .element(
              "tr", [:], head("Time"), head("Step"), head("Where"), head("Took", "number"), head("What became of it"))),
          .element("tbody", [:], block.steps.map { row($0, on: day) }))))
  }

  private func row(_ step: AuditedStep, on day: WorkDay) -> Markup {
    .element(
      "tr", [:],
      .element("td", [:], Markup(Amounts.clock(step.time, on: day))),
      .element("th", ["scope": "row", "class": "where"], Markup(step.summary)),
      .element("td", ["class": "where"], Markup(step.place.shortened(to: 60))),
      .element("td", ["class": "number"], Markup(Amounts.time(step.seconds))),
      .element(
        "td", [:],
        step.fate.map { .list(.element("span", ["class": "key \($0.rawValue)"]), Markup($0.words)) } ?? "learned from"))
  }
}

/// The steps as blocks of one episode each (or of none), each with its place on the page.
struct EpisodeIndex {
  struct Block {
    var anchor: String
    var day: Int
    var name: String
    var steps: [AuditedStep]
    var seconds: Double { steps.reduce(0) { $0 + $1.seconds } }
  }

  /// A part of a block.
  struct Group {
    var anchor: String
    var name: String
    /// Which of its steps; empty for all.
    var part: String
  }

  let blocks: [Block]
  private let places: [EventID: (block: Int, step: Int)]

  init(_ audit: Audit) {
    let names = Dictionary(audit.workflows.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var blocks: [Block] = []
    var numbers: [EventID: Int] = [:]
    var loose: [Int: Int] = [:]
    var places: [EventID: (block: Int, step: Int)] = [:]
    for step in audit.steps {
      let known = step.episode.flatMap { numbers[$0] } ?? (step.episode == nil ? loose[step.day] : nil)
      let place = known ?? blocks.count
      if known == nil {
        if let episode = step.episode { numbers[episode] = place } else { loose[step.day] = place }
        let workflow =
          step.workflow.flatMap { names[$0] } ?? (step.episode == nil ? "no task" : step.place.shortened(to: 40))
        let day = audit.days[step.day]
        blocks.append(
          Block(
            anchor: "e\(place)", day: step.day, name: "\(day.name), \(Amounts.clock(step.time, on: day)) \(workflow)",
            steps: []))
      }
      places[step.id] = (place, blocks[place].steps.count)
      blocks[place].steps.append(step)
    }
    self.blocks = blocks
    self.places = places
  }

  /// The blocks that steps are in, in order, with which of their steps.
  func groups(of steps: [EventID]) -> [Group] {
    var found: [Int: [Int]] = [:]
    for step in steps {
      guard let place = places[step] else { continue }
      found[place.block, default: []].append(place.step)
    }
    return found.sorted { $0.key < $1.key }.map { block, own in
      let all = blocks[block].steps.count
      let own = own.sorted()
      let part: String
      if own.count == all {
        part = ""
      } else if let first = own.first, let last = own.last, last - first + 1 == own.count {
        part = first == last ? "step \(first + 1)" : "steps \(first + 1)–\(last + 1)"
      } else {
        part = Amounts.count(own.count, "step")
      }
      return Group(anchor: blocks[block].anchor, name: blocks[block].name, part: part)
    }
  }
}
