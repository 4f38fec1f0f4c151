import Foundation

/// A call of one of the module's own functions in a document: `PageCall("act.ready", 12, needs)`.
struct PageCall: Sendable {
  let function: String
  let expression: String

  init(_ function: String, _ arguments: any Encodable...) {
    self.function = function
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let texts = arguments.map { argument in
      // Plain values of this module: encoding them cannot fail.
      (try? encoder.encode(argument)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
    // Wrapped, so that null and no answer are told apart.
    expression =
      "Promise.resolve(understudy.\(function)(\(texts.joined(separator: ", ")))).then((value) => ({ value: value ?? null }))"
  }
}
