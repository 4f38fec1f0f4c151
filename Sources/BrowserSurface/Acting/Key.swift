import Trace

/// A key as pages see it: its name, its place on the keyboard, its code on Windows, and the text it types.
struct Key: Sendable, Hashable {
  var name: String
  var code: String
  var number: Int
  var text: String?

  /// The key with a DOM name (`Enter`, `a`, `ArrowDown`, `ü`).
  init(_ name: String) {
    self.name = name
    if let special = Self.special[name] {
      (code, number, text) = (special.code, special.number, special.text)
      return
    }
    text = name.count == 1 ? name : nil
    let scalar = name.lowercased().unicodeScalars.first.map(\.value) ?? 0
    switch scalar {
    case 97...122 where name.count == 1:
      code = "Key\(name.uppercased())"
      number = Int(scalar) - 32
    case 48...57 where name.count == 1:
      code = "Digit\(name)"
      number = Int(scalar)
    default:
      if name.hasPrefix("F"), let function = Int(name.dropFirst()), (1...24).contains(function) {
        code = name
        number = 111 + function
      } else if let symbol = Self.symbols[name] {
        (code, number) = symbol
      } else {
        code = ""
        number = 0
      }
    }
  }

  private static let special: [String: (code: String, number: Int, text: String?)] = [
    "Enter": ("Enter", 13, "\r"), "Tab": ("Tab", 9, nil), "Escape": ("Escape", 27, nil), " ": ("Space", 32, " "),
    "Backspace": ("Backspace", 8, nil), "Delete": ("Delete", 46, nil), "Insert": ("Insert", 45, nil),
    "Home": ("Home", 36, nil), "End": ("End", 35, nil), "PageUp": ("PageUp", 33, nil),
    "PageDown": ("PageDown", 34, nil), "ArrowLeft": ("ArrowLeft", 37, nil), "ArrowUp": ("ArrowUp", 38, nil),
    "ArrowRight": ("ArrowRight", 39, nil), "ArrowDown": ("ArrowDown", 40, nil), "Shift": ("ShiftLeft", 16, nil),
    "Control": ("ControlLeft", 17, nil), "Alt": ("AltLeft", 18, nil), "Meta": ("MetaLeft", 91, nil),
    "ContextMenu": ("ContextMenu", 93, nil),
  ]

  private static let symbols: [String: (String, Int)] = [
    ";": ("Semicolon", 186), ":": ("Semicolon", 186), "=": ("Equal", 187), "+": ("Equal", 187), ",": ("Comma", 188),
    "<": ("Comma", 188), "-": ("Minus", 189), "_": ("Minus", 189), ".": ("Period", 190), ">": ("Period", 190),
    "/": ("Slash", 191), "?": ("Slash", 191), "`": ("Backquote", 192), "~": ("Backquote", 192),
    "[": ("BracketLeft", 219), "{": ("BracketLeft", 219), "\\": ("Backslash", 220), "|": ("Backslash", 220),
    "]": ("BracketRight", 221), "}": ("BracketRight", 221), "'": ("Quote", 222), "\"": ("Quote", 222),
    "!": ("Digit1", 49), "@": ("Digit2", 50), "#": ("Digit3", 51), "$": ("Digit4", 52), "%": ("Digit5", 53),
    "^": ("Digit6", 54), "&": ("Digit7", 55), "*": ("Digit8", 56), "(": ("Digit9", 57), ")": ("Digit0", 48),
  ]
}
