import Foundation
import Report
import Testing
import Trace

@Suite("An audit as a page")
struct PageTests {
  @Test("It is self-contained: no script, nothing fetched")
  func selfContained() throws {
    let page = AuditTests.audit.page()
    try page.write(toFile: "/tmp/learn/audit.html", atomically: true, encoding: .utf8)
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
}
