import Foundation
import Report
import Scripted
import Testing
import Trace

@Suite("An audit as a page")
struct PageTests {
  @Test("It is self-contained: no script, nothing fetched")
  func selfContained() {
    let page = AuditTests.audit.page()
    #expect(!page.contains("<script"))
    #expect(!page.contains("src=\"http") && !page.contains("url("))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("{{"))
  }

  @Test("Every link leads to a place on the page, and every id is there once")
  func links() {
    let page = AuditTests.audit.page()
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    let targets = page.matches(of: #/ href="#([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(Set(targets).isSubset(of: Set(ids)))
    #expect(targets.count > 100)
  }

  @Test("Whatever was recorded stays text: in names, values, titles, addresses, files")
  func escaped() {
    let planted = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"x\u{202e}"
    let worker = ScriptedWorker(seed: 2, days: 3)
    let events = worker.events.map { event in
      var event = event
      event.place.title = planted
      event.element = event.element.map { Self.renamed($0, planted) }
      switch event.occurrence {
      case .action(.fill(let text)): event.occurrence = .action(.fill(planted + text))
      case .action(.select): event.occurrence = .action(.select([planted]))
      case .signal(.opened(var table)):
        table.name = planted
        table.columns[0] = planted
        event.occurrence = .signal(.opened(table))
      default: break
      }
      return event
    }
    let page = Audit.make(events: events, days: worker.days).page()
    #expect(page.contains("&lt;script&gt;"))
    #expect(!page.contains("<script") && !page.contains("<img src=x") && !page.contains("\" onmouseover"))
    #expect(!page.contains("\u{202e}"))
  }

  private static func renamed(_ element: Element, _ planted: String) -> Element {
    var element = element
    element.name = planted + element.name
    element.surroundings.row = planted
    return element
  }

  @Test("Pictures that are given are shown once for each step, with the element marked")
  func pictures() throws {
    let worker = ScriptedWorker(seed: 2, days: 2)
    let events = worker.events.map { event in
      var event = event
      event.frame = Frame(id: "f\(event.id.sequence)", mediaType: "image/png", width: 1000, height: 500, scale: 2)
      event.element?.bounds = Bounds(x: 50, y: 25, width: 100, height: 25)
      return event
    }
    let audit = Audit.make(events: events, days: worker.days)
    var asked: [String] = []
    let page = audit.page { frame in
      asked.append(frame.id)
      return Data([1, 2, 3])
    }
    #expect(Set(asked).count == asked.count)
    #expect(asked.count == audit.workflows.reduce(0) { $0 + $1.program.count })
    #expect(page.contains("data:image/png;base64,AQID"))
    #expect(page.contains(#"viewBox="0 0 500 250""#))
    #expect(page.contains(##"<rect class="mark" x="50" y="25" width="100" height="25" rx="3">"##))
    #expect(!audit.page().contains("<img"))
  }
}
