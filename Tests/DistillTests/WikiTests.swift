import Distill
import Testing
import Trace

@Suite("Pages that only their query tells apart")
struct WikiTests {
  @Test("Each row is one episode, whole, and signing in is none of it", arguments: [2, 3, 4])
  func episodes(rows: Int) throws {
    var wiki = Wiki()
    wiki.signIn()
    wiki.desk.add(.signal(.opened(Wiki.table)))
    for row in Wiki.table.rows.prefix(rows) { wiki.write(row) }
    let found = Distiller().distill(wiki.desk.events)
    let workflow = try #require(found.workflows.first)
    #expect(found.workflows.count == 1)
    let episodes = found.episodes.filter { workflow.episodes.contains($0.id) }
    let steps = episodes.map { episode in episode.steps.map { $0.element?.name ?? "" } }
    let expected = Wiki.table.rows.prefix(rows).map {
      ["Search:", "Search:", ":" + $0[0], "Text:", "Summary:", "Save"]
    }
    #expect(steps == expected)
  }

  @Test("A workflow whose pages only the site names is called by what is done there, without fields of other forms")
  func name() throws {
    var wiki = Wiki()
    wiki.desk.add(.signal(.opened(Wiki.table)))
    for row in Wiki.table.rows { wiki.write(row) }
    #expect(Distiller().distill(wiki.desk.events).workflows.map(\.name) == ["Save in Our wiki: Text"])
  }

  @Test("A sign is a label only where there is no word")
  func signs() throws {
    var desk = Desk()
    var field = Desk.field("Search")
    field.name = "[F]"
    desk.act(.fill("Anna"), field)
    let workflow = try #require(Distiller().workflow(demonstratedBy: desk.events, named: "Look"))
    #expect(workflow.program.steps.map(\.summary) == ["Fill “Search” with search"])
  }

  @Test("A text is put together of the cells of its row")
  func composition() throws {
    var wiki = Wiki()
    wiki.desk.add(.signal(.opened(Wiki.table)))
    for row in Wiki.table.rows.prefix(2) { wiki.write(row) }
    let workflow = try #require(Distiller().distill(wiki.desk.events).workflows.first)
    guard case .loop(.rows(let columns), _)? = workflow.program.instructions.first else {
      Issue.record("The program is no loop over rows: \(workflow.program)")
      return
    }
    #expect(columns == ["page", "team", "present", "decision"])
    let text = try #require(workflow.program.steps.first { $0.target?.examples.first?.name == "Text:" })
    guard case .transformed(let made, of: let sources)? = text.value else {
      Issue.record("The text comes from \(String(describing: text.value))")
      return
    }
    #expect(sources == [.column("team"), .column("present"), .column("decision")])
    let unseen = Wiki.table.rows[3]
    #expect(made.evaluate(on: Array(unseen[1...])) == Wiki.text(of: unseen))
    let link = try #require(workflow.program.steps.first { $0.target?.variable != nil })
    guard case .transformed(let name, of: [.column("page")])? = link.target?.variable?.source else {
      Issue.record("The link is named by \(String(describing: link.target?.variable))")
      return
    }
    #expect(name.evaluate(on: ["notes:x"]) == ":notes:x")
  }

  @Test("A last row that was left before it was saved does not move the beginnings of the others")
  func unfinished() throws {
    var wiki = Wiki()
    wiki.desk.add(.signal(.opened(Wiki.table)))
    for row in Wiki.table.rows.prefix(2) { wiki.write(row) }
    wiki.write(Wiki.table.rows[2], saving: false)
    let found = Distiller().distill(wiki.desk.events)
    #expect(found.episodes.map { $0.steps[0].action.argument } == Wiki.table.rows.prefix(3).map { $0[0] })
  }

  @Test("A row is recognised by cells that stand in what was typed, where nothing typed is a cell itself")
  func rowWithin() throws {
    let form = Desk.Page(title: "New note", path: "/notes/new/")
    var desk = Desk()
    desk.add(.signal(.opened(Wiki.table)))
    for row in Wiki.table.rows.prefix(3) {
      desk.follow(link: "New note", to: form)
      desk.fill("Subject", "Notes of \(row[1]): \(row[3])")
      desk.press(to: Desk.Page(title: "Notes", path: "/notes/"))
    }
    let workflow = try #require(Distiller().distill(desk.events).workflows.first)
    let subject = try #require(workflow.program.steps.first { $0.action.verb == .fill })
    guard case .transformed(let made, of: [.column("team"), .column("decision")])? = subject.value else {
      Issue.record("The subject comes from \(String(describing: subject.value))")
      return
    }
    #expect(made.evaluate(on: ["East", "The shop moves"]) == "Notes of East: The shop moves")
  }
}
