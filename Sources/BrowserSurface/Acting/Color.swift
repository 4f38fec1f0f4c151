/// A colour as a page writes it (`#1a2b3c`), and how it is typed into the browser's colour chooser.
struct Color: Sendable, Hashable {
  var red: Int
  var green: Int
  var blue: Int

  init?(_ text: String) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.count == 6, let number = Int(digits, radix: 16) else { return nil }
    (red, green, blue) = (number >> 16, number >> 8 & 255, number & 255)
  }

  var text: String {
    let digits = String(red << 16 | green << 8 | blue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// In the browser's colour chooser, from its field to its three numbers, each typed over what is there, and Enter.
  /// One after the other, with time between them.
  var inputs: [[Input]] {
    let tab = Input.stroke(Key("Tab"))
    let numbers = [red, green, blue].map { Input.type(String($0)) }
    return [tab, tab, tab, numbers[0], tab, numbers[1], tab, numbers[2], Input.stroke(Key("Enter"))]
  }
}
