/// What a loop goes over.
public enum Loop: Sendable, Codable, Hashable {
  /// The rows of the file that holds these columns.
  case rows(columns: [String])
  /// Elements alike on the page (list items, table rows): those that match the target, in their order. For a cell of a
  /// sheet: the rows from the target's on, until the first in which none of the cells that the body goes to holds
  /// anything.
  case items(Target)
  /// As long as the target is there and can be acted on ("while there is a Next").
  case whilePresent(Target)
}
