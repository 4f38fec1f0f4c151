import SurfaceTesting
import Testing
import Trace

@Suite("What is typed, and into what", .serialized)
struct TypingTests {
  @Test("A field that is asked for something else after Enter is told with that, though it was pressed before")
  func asked() async throws {
    let tried = try await RecordedBrowser("questions.html", folder: RecordedBrowser.pages)
    try await tried.hand.click("#answer")
    try await tried.hand.type("one")
    try await tried.hand.press(Chord("Enter"))
    try await tried.hand.type("two")
    try await tried.hand.click("#done")
    let told = try await tried.events.next(6).filter { $0.action != nil }.map(\.summary)
    #expect(
      told == [
        "click textbox 'First question'", "fill(\"one\") textbox 'First question'",
        "press(Enter) textbox 'First question'", "fill(\"two\") textbox 'Second question'", "click button 'Done'",
      ])
    await tried.end()
  }

  @Test("A field that is skipped with Enter is told with what it is asked for then")
  func skipped() async throws {
    let tried = try await RecordedBrowser("questions.html", folder: RecordedBrowser.pages)
    try await tried.hand.click("#answer")
    try await tried.hand.press(Chord("Enter"))
    try await tried.hand.type("two")
    try await tried.hand.click("#done")
    let told = try await tried.events.next(5).filter { $0.action != nil }.map(\.summary)
    #expect(
      told == [
        "click textbox 'First question'", "press(Enter) textbox 'First question'",
        "fill(\"two\") textbox 'Second question'", "click button 'Done'",
      ])
    await tried.end()
  }

  @Test("A field whose label the page changes once it is pressed is told with the new one")
  func askedLate() async throws {
    let tried = try await RecordedBrowser("questions.html", folder: RecordedBrowser.pages)
    try await tried.hand.click("#late")
    try await tried.hand.type("soon")
    try await tried.hand.click("#done")
    #expect(
      try await tried.events.next(3).map(\.summary) == [
        "click textbox 'Press to begin'", "fill(\"soon\") textbox 'Asked late'", "click button 'Done'",
      ])
    await tried.end()
  }

  @Test("What was typed is told once a proposal is pressed, which the page takes away before it is clicked")
  func proposed() async throws {
    let tried = try await RecordedBrowser("questions.html", folder: RecordedBrowser.pages)
    try await tried.hand.click("#answer")
    try await tried.hand.type("Be")
    try await tried.hand.click("#berlin")
    #expect(
      try await tried.events.next(2).map(\.summary) == [
        "click textbox 'First question'", "fill(\"Be\") textbox 'First question'",
      ])
    await tried.end()
  }
}
