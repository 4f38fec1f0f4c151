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

  @Test("What was typed is told before a proposal that is pressed instead of it, while the field keeps the focus")
  func proposed() async throws {
    let tried = try await RecordedBrowser("questions.html", folder: RecordedBrowser.pages)
    try await tried.hand.click("#answer")
    try await tried.hand.type("Be")
    try await tried.hand.click("#berlin")
    try await tried.hand.click("#done")
    let told = try await tried.events.next(4).map(\.summary)
    #expect(
      told == [
        "click textbox 'First question'", "fill(\"Be\") textbox 'First question'", "click option 'Berlin'",
        "click button 'Done'",
      ])
    await tried.end()
  }
}
