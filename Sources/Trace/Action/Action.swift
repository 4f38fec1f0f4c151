/// What was done, in the field's own verbs.
///
/// The element it was done to is the event's or the step's; an action holds only what the element does not say.
public enum Action: Sendable, Codable, Hashable {
  case click(Click)
  /// The whole text of a field after typing, not the keys; an empty text empties the field.
  case fill(String)
  /// The labels of the options that are chosen afterwards.
  case select([String])
  /// A box or switch set (`true`) or cleared; a radio button is always set.
  case check(Bool)
  /// Keys pressed together, where they do something other than typing text.
  case press(Chord)
  /// From the event's element to another one.
  case drag(to: Element)
  /// By how much, in the window's units.
  case scroll(x: Double, y: Double)
  /// Text taken to the clipboard from the event's element.
  case copy(String)
  case cut(String)
  /// Text put from the clipboard into the event's element, and the element it had been taken from, where known.
  case paste(String, from: Clipping?)
  /// An address opened by the person: typed, chosen from the history, back, forward, reload.
  case navigate(String, cause: NavigationCause)
  case openTab
  case closeTab
  case switchTab
  case upload([FileDescription])
  /// A form sent, where no click or key on its own says so.
  case submit
  /// A dialog answered: accepted or not, with the text given to a prompt.
  case answer(accepted: Bool, text: String?)
  /// A command line run in a terminal.
  case run(String)
}
