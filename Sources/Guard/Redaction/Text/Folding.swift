/// What one character becomes before rules look at it.
///
/// This is the part of compatibility normalisation (Unicode NFKC) and of the confusables (Unicode TS 39) that hides
/// what people write: widths, mathematical and circled letters, superscripts, look-alikes of Latin letters, other
/// scripts' digits, and the invisible.
enum Folding {
  /// Appends what the scalar becomes, in UTF-8; nothing for what cannot be seen.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    switch value {
    case ..<0x80:
      bytes.append(UInt8(value))
    case 0xc0..<0x180:
      bytes.append(contentsOf: latin[Int(value) - 0xc0])
    case 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2064, 0x300...0x36f, 0xfe00...0xfe0f, 0xad, 0xfeff, 0x180e,
      0xe0000...0xe007f:
      break
    case 0xa0, 0x2000...0x200a, 0x202f, 0x205f, 0x3000:
      bytes.append(UInt8(ascii: " "))
    case 0x2010...0x2015, 0x2212, 0xfe58, 0xfe63:
      bytes.append(UInt8(ascii: "-"))
    case 0x2018...0x201b, 0x2032, 0xb4:
      bytes.append(UInt8(ascii: "'"))
    case 0x201c...0x201f, 0x2033, 0xab, 0xbb:
      bytes.append(UInt8(ascii: "\""))
    case 0x3002, 0xff61:
      bytes.append(UInt8(ascii: "."))
    case 0xff01...0xff5e:
      bytes.append(UInt8(value - 0xff01 + 0x21))
    case 0x1d400...0x1d6a3:
      bytes.append(letter((value - 0x1d400) % 52))
    case 0x1d7ce...0x1d7ff:
      bytes.append(digit((value - 0x1d7ce) % 10))
    case 0x24b6...0x24e9:
      bytes.append(letter(value - 0x24b6))
    case 0x2460...0x2468:
      bytes.append(digit(value - 0x2460 + 1))
    case 0x2070, 0x2074...0x2079:
      bytes.append(digit(value - 0x2070))
    case 0x2080...0x2089:
      bytes.append(digit(value - 0x2080))
    case 0xa2...0xa5, 0x20a0...0x20bf:
      bytes.append(UInt8(ascii: "$"))
    case 0x2039:
      bytes.append(withheldStart)
    case 0x203a:
      bytes.append(withheldEnd)
    case 0x2022, 0x2023, 0x2043, 0x25cf, 0x2219, 0x25a0, 0x25aa, 0xb7, 0x2217:
      bytes.append(UInt8(ascii: "*"))
    default:
      if let latin = lookAlikes[value] {
        bytes.append(latin)
      } else if scalar.properties.numericType == .decimal, let number = scalar.properties.numericValue {
        bytes.append(digit(UInt32(number)))
      } else if !scalar.properties.isAlphabetic {
        bytes.append(otherMark)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// What the quotes around something withheld become: bytes that no text has.
  static let withheldStart: UInt8 = 0x0e
  static let withheldEnd: UInt8 = 0x0f
  /// What a mark outside ASCII becomes that no rule knows.
  static let otherMark: UInt8 = 0x1a

  private static func letter(_ index: UInt32) -> UInt8 {
    UInt8(index < 26 ? 0x41 + index : 0x61 + index - 26)
  }

  private static func digit(_ value: UInt32) -> UInt8 { UInt8(0x30 + value) }

  /// What each of U+00C0…U+017F becomes.
  private static let latin: [[UInt8]] = [
    // U+00C0
    "A A A A A A AE C E E E E I I I I D N O O O O O x O U U U U Y TH ss",
    "a a a a a a ae c e e e e i i i i d n o o o o o / o u u u u y th y",
    // U+0100
    "A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g",
    "G g G g H h H h I i I i I i I i I i IJ ij J j K k k L l L l L l L",
    "l L l N n N n N n n N n O o O o O o OE oe R r R r R r S s S s S s",
    "S s T t T t T t U u U u U u U u U u U u W w Y y Y Z z Z z Z z s",
  ].flatMap { row in row.split(separator: " ").map { Array($0.utf8) } }

  /// Letters of other scripts that look like Latin ones.
  private static let lookAlikes: [UInt32: UInt8] = {
    let pairs =
      // Cyrillic
      "аaеeоoрpсcуyхxіiјjѕsԁdһhқkԛqԝwАAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSҮYЗ3б6"
      // Greek
      + "αaοoρpνvιiκkτtυuχxΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
      // Latin letters apart
      + "ɑaɡgıiℓlℎhℯeℴoⅰiⅴvⅹxⅼlⅽcⅾdⅿmℂCℍHℕNℙPℚQℝRℤZ"
    var table: [UInt32: UInt8] = [:]
    var scalars = pairs.unicodeScalars.makeIterator()
    while let from = scalars.next(), let to = scalars.next() { table[from.value] = UInt8(ascii: to) }
    return table
  }()
}
