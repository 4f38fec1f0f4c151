import Crypto
import Foundation

extension SessionKey {
  /// What a sealed payload holds; a part of what authenticates it.
  enum Content: String {
    case event, frame
  }

  /// Seals bytes so that they open only as this content, of this session, under this name, in this schema version.
  func seal(_ bytes: some DataProtocol, as content: Content, named name: String) throws -> Data {
    let box = try AES.GCM.seal(bytes, using: key.symmetric, authenticating: authenticated(content, name))
    // A nonce of the usual size always has the combined form.
    guard let combined = box.combined else { throw CryptoKitError.incorrectParameterSize }
    return combined
  }

  /// Opens what was sealed as this content under this name.
  func open(_ sealed: some DataProtocol, as content: Content, named name: String) throws -> Data {
    try AES.GCM.open(
      AES.GCM.SealedBox(combined: sealed), using: key.symmetric, authenticating: authenticated(content, name))
  }

  /// Names a picture by its content, so that equal ones are stored once; without the key the name tells nothing.
  func name(of pixels: Data) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: pixels, using: namingKey.symmetric)
    return code.prefix(16).hexadecimal + (generation == 0 ? "" : "-\(generation)")
  }

  private func authenticated(_ content: Content, _ name: String) -> Data {
    Data("understudy \(Schema.payloadVersion) \(content.rawValue) \(session) \(name)".utf8)
  }
}
