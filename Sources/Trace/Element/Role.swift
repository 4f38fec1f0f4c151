/// A role of the WAI-ARIA vocabulary, whatever the surface: `button`, `textbox`, `combobox`, `gridcell` …
///
/// It is open: a surface may report a role that is not named here.
public struct Role: Sendable, Codable, Hashable, RawRepresentable, ExpressibleByStringLiteral, CustomStringConvertible {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(stringLiteral value: String) { self.rawValue = value }

  public var description: String { rawValue }

  public static let button: Role = "button"
  public static let link: Role = "link"
  public static let textbox: Role = "textbox"
  public static let searchbox: Role = "searchbox"
  public static let spinbutton: Role = "spinbutton"
  public static let combobox: Role = "combobox"
  public static let listbox: Role = "listbox"
  public static let option: Role = "option"
  public static let checkbox: Role = "checkbox"
  public static let radio: Role = "radio"
  public static let `switch`: Role = "switch"
  public static let tab: Role = "tab"
  public static let menuitem: Role = "menuitem"
  public static let row: Role = "row"
  public static let cell: Role = "cell"
  public static let gridcell: Role = "gridcell"
  public static let heading: Role = "heading"
  public static let img: Role = "img"
  public static let generic: Role = "generic"

  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
