import Foundation

/// Something the browser says by itself, for example `Page.frameNavigated`.
struct DevToolsEvent: Sendable {
  var method: String
  /// The session it belongs to; nil for the browser's own.
  var session: SessionID?
  /// Its parameters as JSON, decoded when asked for.
  var params: Data

  /// The parameters, as the type the method has.
  func decode<Parameters: Decodable>(as type: Parameters.Type = Parameters.self) throws -> Parameters {
    try JSONDecoder().decode(type, from: params)
  }
}
