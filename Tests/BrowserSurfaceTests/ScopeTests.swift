import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("What is recorded, and what is not", .serialized)
struct ScopeTests {
  @Test("Shadow roots and frames are recorded where they are granted, and nothing of a frame that is not")
  func framesAndShadows() async throws {
    let sibling = try PageServer(folder: RecordedBrowser.pages)
    let tried = try await RecordedBrowser(
      "outer.html", folder: RecordedBrowser.pages, replacements: ["SIBLING": sibling.otherSite],
      alsoGranted: [sibling.otherSite])
    let hand = tried.hand
    try await hand.click("#outer")
    try await hand.click("#host >> #deep")
    try await hand.click("#host >> #field")
    try await hand.type("x")
    try await hand.click("#host >> #list", at: (0.5, 0.75))
    try await hand.click("#host >> #box")
    try await hand.click("#same >> #inner")
    try await hand.click("#written >> #inner")
    try await hand.click("#other", at: (0.1, 0.25))
    try await hand.click("#strange", at: (0.1, 0.25))
    try await hand.click("#sealed")
    let events = try await tried.events.settle()
    let told = events.map { event in
      let frames = event.place.frames.map {
        $0.replacingOccurrences(of: tried.origin, with: "SITE").replacingOccurrences(
          of: sibling.otherSite, with: "SIBLING")
      }
      return "\(event.summary) in \(frames)"
    }
    #expect(
      told == [
        "click button 'Outer' in []",
        "click button 'Deep' in []",
        "submitted in []",
        "click textbox 'Inside' in []",
        "fill(\"x\") textbox 'Inside' in []",
        "select([\"Two\"]) listbox '' in []",
        "check(true) checkbox 'Box' in []",
        "click button 'Inner' in [\"SITE/inner.html\"]",
        "click button 'Written' in [\"about:srcdoc\"]",
        "click button 'Inner' in [\"SIBLING/inner.html\"]",
        "click generic '' in []",
        "notRecorded(\"This element keeps what is inside it to itself (a closed shadow root).\") in []",
      ])
    let bytes = try JSONEncoder().encode(events)
    #expect(bytes.firstRange(of: Data(tried.stranger.origin.utf8)) == nil)
    await tried.end()
  }

  @Test("Nothing of a page that is not granted is recorded, nor where the person went to")
  func strangers() async throws {
    let tried = try await RecordedBrowser()
    try await tried.hand.navigate(to: tried.stranger.origin + "/contract.html")
    try await tried.hand.arrive(at: tried.stranger.origin)
    try await tried.hand.click("#customer")
    try await tried.hand.type("Ada")
    try await tried.hand.click("#preview")
    try await tried.hand.navigate(to: tried.origin + "/sent.html")
    try await tried.hand.arrive(at: tried.origin)
    let events = try await tried.events.settle()
    #expect(
      events.map(\.occurrence) == [
        .signal(.navigation(to: "", cause: .typed)),
        .action(.navigate(tried.origin + "/sent.html", cause: .typed)),
      ])
    await tried.end()
  }

  @Test("A pause drops what is held and what comes, within two tenths of a second, and recording goes on after it")
  func pause() async throws {
    let tried = try await RecordedBrowser()
    try await tried.hand.click("#customer")
    #expect(try await tried.events.next(1).map(\.action?.verb) == [.click])
    try await tried.hand.type("Ada")
    let start = ContinuousClock.now
    try await tried.browser.show(.paused)
    #expect(ContinuousClock.now - start < .milliseconds(200))
    try await tried.hand.click("#preview")
    #expect(try await tried.events.settle() == [])
    try await tried.browser.show(.recording)
    try await tried.hand.click("#preview")
    #expect(try await tried.events.next(1).map(\.action?.verb) == [.click])
    try await tried.browser.show(.stopped)
    try await tried.hand.click("#preview")
    #expect(try await tried.events.settle() == [])
    await tried.end()
  }

  @Test("What is typed during a pause is not told when recording goes on")
  func typedInPause() async throws {
    let tried = try await RecordedBrowser()
    try await tried.browser.show(.paused)
    try await tried.hand.click("#customer")
    try await tried.hand.type("Ada")
    try await tried.browser.show(.recording)
    try await tried.hand.click("#preview")
    #expect(try await tried.events.settle().map(\.summary) == ["click button 'Preview'"])
    await tried.end()
  }

  @Test("A page can neither see the recorder, nor break it, nor hide the indicator")
  func hostile() async throws {
    let tried = try await RecordedBrowser("hostile.html", folder: RecordedBrowser.pages)
    #expect(try await tried.hand.evaluate("globals()", as: [String].self) == [])
    try await tried.hand.click("#button")
    #expect(try await tried.events.next(1).map(\.summary) == ["click button 'Button'"])
    #expect(try await tried.hand.evaluate("seen", as: [String].self) == [])
    #expect(try await tried.indicatorIsShown())
    let _: Bool = try await tried.hand.evaluate("remove() ?? true")
    try await until { try await tried.indicatorIsShown() }
    await tried.end()
  }

  @Test("A tab opened by a page is watched from its first moment: even a page that keeps clicks to itself hides none")
  func openedTabs() async throws {
    let tried = try await RecordedBrowser("links.html", folder: RecordedBrowser.pages)
    for number in 1...5 {
      try await tried.hand.bringToFront()
      try await tried.hand.click("#tab\(number)")
      let tab = try await BrowserHand(profile: tried.profilePath, page: "hostile.html?\(number)")
      try await tab.click("#button")
      try await until { await tried.events.events.contains { $0.summary == "click button 'Button'" } }
      await tried.events.clear()
    }
    await tried.end()
  }

  // The browser loads such a tab before it tells of it.
  @Test("A tab opened past the page is watched from its first moment, or it is said that it was not")
  func tabsOfTheBrowser() async throws {
    let tried = try await RecordedBrowser("links.html", folder: RecordedBrowser.pages)
    for number in 1...5 {
      try await tried.hand.openTab(tried.origin + "/hostile.html?\(number)")
      let tab = try await BrowserHand(profile: tried.profilePath, page: "hostile.html?\(number)")
      try await tab.click("#button")
      try await until {
        await tried.events.events.contains {
          if case .signal(.notRecorded) = $0.occurrence { true } else { $0.summary == "click button 'Button'" }
        }
      }
      await tried.events.clear()
    }
    await tried.end()
  }

  @Test("A page that crashes is told, and the other tabs are recorded on")
  func crash() async throws {
    let tried = try await RecordedBrowser()
    try await tried.hand.openTab(tried.origin + "/sent.html")
    let second = try await BrowserHand(profile: tried.profilePath, page: "sent.html")
    try await second.arrive(at: "sent.html")
    _ = try await tried.events.settle()
    try? await second.navigate(to: "chrome://crash")
    try await until { await tried.events.events.contains { $0.signal == .crashed } }
    await tried.events.clear()
    try await tried.hand.bringToFront()
    try await tried.hand.click("#preview")
    #expect(try await tried.events.next(1).last?.action == .click(Click()))
    await tried.end()
  }
}
