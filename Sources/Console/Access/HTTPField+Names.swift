import HTTPTypes

extension HTTPField.Name {
  static let host = HTTPField.Name(constant: "Host")
  static let secFetchSite = HTTPField.Name(constant: "Sec-Fetch-Site")
  static let secFetchUser = HTTPField.Name(constant: "Sec-Fetch-User")
  /// The header that only the console's own script sends.
  static let understudy = HTTPField.Name(constant: "X-Understudy")

  /// A name that is written in the program.
  init(constant text: String) {
    guard let name = HTTPField.Name(text) else { preconditionFailure("“\(text)” is no name of a header field.") }
    self = name
  }
}
