import Testing
import Trace

@testable import BrowserSurface

@Suite("The books of tabs and frames")
struct OpenPagesTests {
  private func pages() -> OpenPages {
    var pages = OpenPages()
    pages.opened(Tab(id: tab("A"), session: session("a"), title: "", url: "http://a.test/", opener: nil))
    pages.place(frame: frame("B"), parent: frame("A"), session: session("a"), url: "http://a.test/inner")
    pages.entered(world: ContextID(rawValue: 1), origin: "http://a.test", frame: frame("A"), session: session("a"))
    pages.entered(world: ContextID(rawValue: 2), origin: "http://a.test", frame: frame("B"), session: session("a"))
    return pages
  }

  private func tab(_ name: String) -> TabID { TabID(rawValue: name) }
  private func frame(_ name: String) -> FrameID { FrameID(rawValue: name) }
  private func session(_ name: String) -> SessionID { SessionID(rawValue: name) }

  @Test("A frame that moves to a process of its own is the same frame, in another session and without its old world")
  func swapped() {
    var pages = pages()
    pages.attached(
      frame: frame("B"), parent: nil, session: session("b"), within: session("a"), url: "http://b.test/")
    // The old session says afterwards that the frame has left it.
    pages.removed(frame: frame("B"), in: session("a"))
    #expect(
      pages.frames(of: tab("A")) == [
        PageFrame(
          id: frame("A"), parent: nil, tab: tab("A"), session: session("a"), url: "http://a.test/",
          origin: "http://a.test", world: ContextID(rawValue: 1)),
        PageFrame(
          id: frame("B"), parent: frame("A"), tab: tab("A"), session: session("b"), url: "http://b.test/",
          origin: nil, world: nil),
      ])
  }

  private func scripts(_ context: Int, _ origin: String) -> PageFrame.ScriptWorld {
    PageFrame.ScriptWorld(context: ContextID(rawValue: context), origin: origin)
  }

  @Test("A world that was made before its document knew its origin has that of the document's own scripts")
  func unsettled() {
    var pages = pages()
    pages.entered(world: ContextID(rawValue: 3), origin: "://", frame: frame("A"), session: session("a"))
    pages.entered(scriptWorld: scripts(4, "http://c.test"), frame: frame("A"), session: session("b"))
    #expect(pages.frames[frame("A")]?.origin == "://")
    pages.entered(scriptWorld: scripts(4, "http://c.test"), frame: frame("A"), session: session("a"))
    #expect(pages.frames[frame("A")]?.origin == "http://c.test")
    // The next document's world may be told of first.
    pages.entered(scriptWorld: scripts(5, "http://b.test"), frame: frame("A"), session: session("a"))
    #expect(pages.frames[frame("A")]?.origin == "http://b.test")
    pages.entered(world: ContextID(rawValue: 6), origin: "http://d.test", frame: frame("A"), session: session("a"))
    pages.entered(scriptWorld: scripts(7, "http://e.test"), frame: frame("A"), session: session("a"))
    #expect(pages.frames[frame("A")]?.origin == "http://d.test")
  }

  @Test("So has one that comes after the document's own scripts, but never that of the document before")
  func unsettledAfterwards() {
    var pages = pages()
    pages.entered(scriptWorld: scripts(3, "http://c.test"), frame: frame("A"), session: session("a"))
    pages.entered(world: ContextID(rawValue: 4), origin: "://", frame: frame("A"), session: session("a"))
    #expect(pages.frames[frame("A")]?.origin == "http://c.test")
    pages.left(world: ContextID(rawValue: 3), session: session("a"))
    pages.entered(world: ContextID(rawValue: 5), origin: "://", frame: frame("A"), session: session("a"))
    #expect(pages.frames[frame("A")]?.origin == "://")
    pages.entered(scriptWorld: scripts(6, "http://b.test"), frame: frame("A"), session: session("a"))
    pages.leftAllWorlds(session: session("a"))
    pages.entered(world: ContextID(rawValue: 7), origin: "://", frame: frame("A"), session: session("a"))
    #expect(pages.frames[frame("A")]?.origin == "://")
  }

  @Test("With a tab go its frames and the sessions of those in processes of their own")
  func closed() {
    var pages = pages()
    pages.attached(
      frame: frame("B"), parent: nil, session: session("b"), within: session("a"), url: "http://b.test/")
    #expect(pages.detached(session: session("a"))?.id == tab("A"))
    #expect(pages.tabs.isEmpty && pages.frames.isEmpty && pages.sessions.isEmpty && pages.activeTab == nil)
  }

  @Test("The tab that was shown last is the active one; one that is opened behind it is not")
  func active() {
    var pages = pages()
    pages.shown(tab("A"))
    pages.opened(Tab(id: tab("C"), session: session("c"), title: "", url: "", opener: nil))
    #expect(pages.activeTab?.id == tab("A"))
    pages.shown(tab("C"))
    #expect(pages.activeTab?.id == tab("C"))
  }

  @Test(
    "An address is cut into what a place keeps apart",
    arguments: [
      ("https://a.test/b/c?d=e&f#g", "https://a.test/b/c", "?d=e&f", "https://a.test"),
      ("https://ada:secret@a.test:8443/b#?c", "https://a.test:8443/b", "", "https://a.test:8443"),
      ("https://a.test/mail@b.test", "https://a.test/mail@b.test", "", "https://a.test"),
      ("about:blank", "about:blank", "", nil),
    ])
  func address(_ url: String, _ document: String, _ query: String, _ origin: String?) {
    let address = Address(url)
    #expect(address.document == document)
    #expect(address.query == query)
    #expect(address.origin == origin)
  }

  @Test("Frames that a browser says are inside each other are left all the same")
  func circle() {
    var pages = pages()
    pages.place(frame: frame("A"), parent: frame("B"), session: session("a"), url: "")
    #expect(pages.frames(of: tab("A")).map(\.id) == [frame("A"), frame("B")])
    pages.removed(frame: frame("B"), in: session("a"))
    #expect(pages.frames(of: tab("A")) == [])
  }
}
