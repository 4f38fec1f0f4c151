/// A cell's place in a sheet, both numbers from 0, and as a person writes it: `B2`.
struct CellAddress: Sendable, Hashable, CustomStringConvertible {
  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Nil for what is no address: letters, then a number from 1.
  init?(_ text: String) {
    let letters = text.prefix { $0.isASCII && $0.isUppercase }
    guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)), row > 0,
      text.dropFirst(letters.count).allSatisfy(\.isNumber)
    else { return nil }
    self.row = row - 1
    column = letters.utf8.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 } - 1
  }

  var description: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }
}
