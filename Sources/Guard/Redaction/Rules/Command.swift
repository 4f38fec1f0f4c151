/// Commands that take a secret in an option of their own.
struct Command: Sendable, Hashable {
  /// How the option holds the secret.
  enum Form: Sendable, Hashable {
    /// `-pSECRET`
    case attached
    /// `-p SECRET`
    case separate
    /// `-p SECRET` or `-pSECRET`
    case either
    /// The argument that follows the option's own value: `/user:name SECRET`.
    case next
    /// The second argument after the option's own value: `-b file name SECRET`.
    case afterNext
    /// What follows the first of these characters in the option's value: `-u name:SECRET`.
    case after(String)
  }

  var names: [String]
  var options: [String]
  var form: Form

  init(_ names: String, _ options: String, _ form: Form) {
    self.names = names.split(separator: " ").map(String.init)
    self.options = options.split(separator: " ").map(String.init)
    self.form = form
  }
}
