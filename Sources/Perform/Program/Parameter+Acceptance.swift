import Foundation
import Trace

extension Parameter.Kind {
  /// The longest text a slot takes.
  static let longest = 10_000

  /// Why a value does not fit a slot of this kind, as the end of the sentence “The value …”; nil where it fits.
  ///
  /// What is read on a page can only ever fill a slot of the declared kind: this is where that holds.
  func refusal(of value: String) -> String? {
    guard value.count <= Self.longest else { return "is longer than \(Self.longest) characters" }
    guard !value.unicodeScalars.contains(where: Self.isForbidden) else { return "holds control characters" }
    if value.isEmpty { return nil }
    return accepts(value.trimmingCharacters(in: .whitespacesAndNewlines)) ? nil : "is no \(rawValue)"
  }

  private func accepts(_ value: String) -> Bool {
    switch self {
    case .text: true
    case .choice: !value.contains(where: \.isNewline) && value.count <= 200
    case .number: value.wholeMatch(of: /[-+−]?\s?\p{Sc}?\s?[0-9][0-9.,'’\s]*\s?(%|\p{Sc}|[A-Z]{3})?/) != nil
    case .date: Self.isDate(value)
    case .flag:
      ["true", "false", "yes", "no", "on", "off", "1", "0", "x", "checked", "unchecked"].contains(value.lowercased())
    case .email: value.wholeMatch(of: /[^\s@<>"]+@[^\s@<>"]+/) != nil
    case .url: ["http", "https"].contains(URL(string: value)?.scheme?.lowercased() ?? "")
    }
  }

  /// Two or three numbers with separators, or numbers around the name of a month; a time may follow.
  private static func isDate(_ value: String) -> Bool {
    value.count <= 40
      && (value.wholeMatch(
        of: /[0-9]{1,4}[-.\/ ][0-9]{1,2}([-.\/ ][0-9]{1,4})?\.?([T ,]+[0-9:.]+\s?([AaPp]\.?[Mm]\.?|Z)?)?/)
        != nil
        || value.wholeMatch(of: /(\p{L}+,?\s+)?([0-9]{1,2}\.?\s+\p{L}+\.?|\p{L}+\.?\s+[0-9]{1,2}),?(\s+[0-9]{2,4})?/)
          != nil
        || value.wholeMatch(of: /[0-9]{4}-W[0-9]{2}|[0-9]{8}|[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?(\s?[AaPp][Mm])?/) != nil)
  }

  /// Control characters other than tab and line ends, and the marks that reorder text to hide what it says.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
    default: false
    }
  }
}

extension Element {
  /// The kind of value its slot takes, as far as the element itself says.
  var slot: Parameter.Kind {
    switch attributes["type"]?.lowercased() {
    case "number", "range": .number
    case "date", "datetime-local", "month", "week", "time": .date
    case "email": .email
    case "url": .url
    case "checkbox", "radio": .flag
    default:
      switch role {
      case .spinbutton: .number
      case .combobox where !options.isEmpty, .listbox: .choice
      case .checkbox, .radio, .switch: .flag
      default: .text
      }
    }
  }
}
