import Testing
import Trace

@testable import BrowserSurface

@Suite("What the browser says of a sketch is what it says of the element")
struct NamingTests {
  /// An element as the recorder describes it, and as it is described where the browser is asked in the page.
  private struct Pair: Decodable, Sendable {
    @Told var sketched: Element?
    var sketch: Sketch
    var named: Element
  }

  @Test("Roles and names of all elements of a page, and of those around them")
  func page() async throws {
    let tried = try await RecordedBrowser("names.html", folder: RecordedBrowser.pages)
    let pairs = try await pairs(in: tried.browser)
    #expect(pairs.count > 150)
    let page = try #require(await tried.browser.namingPage)
    for pair in pairs {
      let sketched = try #require(pair.sketched)
      let called = sketched.called(try await page.identities(of: pair.sketch))
      #expect(Called(called) == Called(pair.named), "\(pair.named.attributes)")
    }
    await tried.end()
  }

  private func pairs(in browser: Chromium) async throws -> [Pair] {
    let tab = try #require(await browser.pages.activeTab)
    let frame = try #require(await browser.pages.frames[tab.mainFrame])
    let world = try #require(frame.world)
    struct Evaluated: Decodable {
      struct Result: Decodable { var value: [Pair] }
      var result: Result
    }
    let expression = """
      (() => {
        const pairs = [];
        const walk = (root) => {
          for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) walk(element.shadowRoot);
            const { sketch, element: sketched } = understudy.describe(element);
            pairs.push({ sketched, sketch, named: understudy.describeNamed(element) });
          }
        };
        walk(document.body);
        return pairs;
      })()
      """
    return try await browser.connection.call(
      "Runtime.evaluate", ["expression": expression, "contextId": world, "returnByValue": true],
      in: frame.session, as: Evaluated.self
    ).result.value
  }

  /// What an element and those around it are called.
  private struct Called: Equatable {
    var own: String
    var around: [String]

    init(_ element: Element) {
      own = "\(element.role) “\(element.name)”"
      around = element.ancestors.map { "\($0.role) “\($0.name)”" }
    }
  }
}
