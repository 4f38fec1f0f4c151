import Testing
import Trace

@testable import BrowserSurface

@Suite("Where pasted text came from")
struct ClipboardTests {
  private let source = Clipping(
    place: Place(application: "Chromium", window: "1"), element: Element(role: .cell, name: "Ada"))

  @Test("The same text came from the element it was copied from, whatever became of its white space")
  func same() {
    var clipboard = ClipboardMemory()
    clipboard.took("Ada\n Lovelace ", from: source)
    #expect(clipboard.paste("Ada Lovelace") == .paste("Ada Lovelace", from: source))
  }

  @Test("Another text came from elsewhere")
  func other() {
    var clipboard = ClipboardMemory()
    #expect(clipboard.paste("Ada") == .paste("Ada", from: nil))
    clipboard.took("Ada", from: source)
    #expect(clipboard.paste("Charles") == .paste("Charles", from: nil))
  }

  @Test("What is pasted after a secret was copied is that secret, and its text is taken out of all that follows")
  func secret() {
    var clipboard = ClipboardMemory()
    clipboard.took("‹password›", from: source)
    #expect(clipboard.paste("a \"secret\"/1") == .paste("‹password›", from: source))
    var secrets = SecretTexts()
    secrets.add(clipboard.secretText(in: "a \"secret\"/1") ?? "")
    #expect(secrets.scrubbed(#"{"text":"say a \"secret\"/1!"}"#) == #"{"text":"say ‹secret›!"}"#)
  }
}
