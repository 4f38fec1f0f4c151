public import Trace

/// What was copied last, so that a paste can say where its text came from, across windows, tabs and frames.
public struct ClipboardMemory: Sendable {
  private var text = ""
  private var source: Clipping?
  /// The kind of secret that the clipboard holds: what is pasted then is withheld too.
  private var secret: Withheld?

  public init() {}

  /// Text went to the clipboard; a text that stands for a secret is remembered as one.
  public mutating func took(_ text: String, from source: Clipping) {
    self.text = Self.normalized(text)
    self.source = source
    secret = Withheld(text)
  }

  /// The action that a paste of `text` is.
  public func paste(_ text: String) -> Action {
    if let secret { return .paste(secret.description, from: source) }
    return .paste(text, from: isOwn(text) ? source : nil)
  }

  /// The text that must not be written down, where what is pasted is a secret.
  public func secretText(in text: String) -> String? {
    secret != nil && Withheld(text) == nil ? text : nil
  }

  private func isOwn(_ text: String) -> Bool {
    source != nil && !self.text.isEmpty && Self.normalized(text) == self.text
  }

  /// What an application copies and what another pastes differ in white space.
  private static func normalized(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
