/// Where in an event a text stands: what a rule may know about it.
enum TextSite: Sendable, Hashable {
  case title
  case document
  case query
  /// An address that is mentioned: opened, or where a navigation led.
  case address
  /// An accessible name, label, heading, option or the text of a row.
  case name
  /// What is in an element that is called so: its value.
  case value(label: String)
  /// What a page shows under a heading, a term or a label that is called so.
  case shown(label: String)
  /// An attribute, by its name.
  case attribute(String)
  /// What a person gave an action on an element that is called so: typed, pasted, copied, chosen.
  case argument(label: String)
  case command
  case message
  /// A cell of a table, under this column.
  case cell(column: String)
  case fileName
}
