import Foundation

/// The file that holds a home's keys, as JSON.
struct KeyFile: Codable {
  var version = 1
  var publicKey: Data
  var pseudonymKey: Data
  /// What receipts and the ledger are signed with.
  var signingKey: Data
  /// The private key under a passphrase.
  var wrapped: WrappedKey?
  /// The private key as it is, where the person chose no passphrase.
  var plain: Data?
  /// The private key sealed to the recovery key, where there is one.
  var recovery: RecoveryCopy?
  /// The private key before this one, sealed to it: there until everything is sealed to the new one.
  var previous: SealedKey?

  init(publicKey: Data, pseudonymKey: Data, signingKey: Data) {
    self.publicKey = publicKey
    self.pseudonymKey = pseudonymKey
    self.signingKey = signingKey
  }

  /// What the private key before the current one is called where it is sealed.
  static let previousName = "understudy previous key"

  static func location(in home: Home) -> URL { home.keys.appending(path: "person.json") }

  static func read(from home: Home) throws(JournalError) -> KeyFile {
    let location = location(in: home)
    guard FileManager.default.fileExists(atPath: location.path) else {
      throw JournalError(
        .notFound, "There are no keys in \(home.keys.path). They are made with the first grant: understudy grant.")
    }
    do {
      let bytes = try Data(contentsOf: location)
      guard try JSONDecoder().decode(Version.self, from: bytes).version <= 1 else { throw newer(home) }
      return try JSONDecoder().decode(KeyFile.self, from: bytes)
    } catch let error as JournalError {
      throw error
    } catch {
      throw damaged(home)
    }
  }

  func write(to home: Home) throws(JournalError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    do {
      try Folder.write(encoder.encode(self), to: KeyFile.location(in: home), destroyingOld: true)
    } catch let error as JournalError {
      throw error
    } catch {
      throw JournalError(.unavailable, "The keys could not be written to \(home.keys.path).")
    }
  }

  /// The one key that every version of the file has.
  private struct Version: Codable {
    var version: Int
  }

  static func damaged(_ home: Home) -> JournalError {
    JournalError(
      .damaged,
      "The key file \(location(in: home).path) is damaged. Restore it from a backup; "
        + "without it the journal cannot be read.")
  }

  static func newer(_ home: Home) -> JournalError {
    JournalError(
      .newerVersion, "The key file \(location(in: home).path) was written by a newer Understudy. Update this one.")
  }
}
