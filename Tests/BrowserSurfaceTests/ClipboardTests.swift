import Surfaces
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
    #expect(
      secrets.scrubbed(#"{"url":"/find?q=a%20%22secret%22%2F1&r=a+%22secret%22%2F1"}"#)
        == #"{"url":"/find?q=‹secret›&r=‹secret›"}"#)
  }

  @Test("A secret that is a number or a part's name as well leaves both as they are, and texts that break off too")
  func numbersAndNames() {
    var secrets = SecretTexts()
    for text in ["0000", "element"] { secrets.add(text) }
    #expect(
      secrets.scrubbed(#"{"cost":0.10000000149,"element" : {"name":"my element 0000","n":20000}}"#)
        == #"{"cost":0.10000000149,"element" : {"name":"my ‹secret› ‹secret›","n":20000}}"#)
    #expect(secrets.scrubbed(#"{"a":"0000"#) == #"{"a":"‹secret›"#)
    #expect(secrets.scrubbed(#"{"a":"0000\"#) == #"{"a":"‹secret›\"#)
  }
}
