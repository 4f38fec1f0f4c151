import Crypto
public import Foundation

extension Keys {
  /// Keeps others from making or replacing keys meanwhile.
  static func locked<Result>(
    in home: Home, _ body: () throws(JournalError) -> Result
  ) throws(JournalError) -> Result {
    try Folder.create(home.keys)
    let lock = try FileLock(home.keys.appending(path: "lock"))
    defer { lock.release() }
    return try body()
  }

  /// Throws ``JournalError/Code/refused`` where the person has another key by now.
  static func requireCurrent(_ person: PersonKey, in home: Home) throws(JournalError) {
    guard person.privateKey.publicKey.rawRepresentation == (try KeyFile.read(from: home)).publicKey else {
      throw JournalError(
        .refused,
        "Something else was erased meanwhile, and the journal has another key now. Open it again, and ask again."
      )
    }
  }

  /// Gives the person a new key: every key that was sealed to the old one is sealed to the new one, and the old one is
  /// destroyed.
  ///
  /// Cut off at any moment, it leaves a home that opens as before; the next rotation completes it.
  ///
  /// - Returns: the new key; the old one opens nothing any more.
  @discardableResult
  public static func rotate(in home: Home, opening person: PersonKey) throws(JournalError) -> PersonKey {
    try locked(in: home) { () throws(JournalError) in
      try requireCurrent(person, in: home)
      var file = try KeyFile.read(from: home)
      // A rotation that was cut off is completed first: there is never more than one key before the current one.
      try completeRotation(of: &file, with: person, in: home)
      let privateKey = LockedPrivateKey()
      file.previous = try SealedKey(
        person.privateKey.locked, to: privateKey.publicKey, named: KeyFile.previousName)
      file.publicKey = privateKey.publicKey.rawRepresentation
      file.recovery = try file.recovery?.renewed(for: privateKey.locked)
      if let wrapped = file.wrapped {
        guard let wrappingKey = person.wrappingKey else {
          throw JournalError(.locked, "The passphrase is needed to give its key a successor.")
        }
        file.wrapped = try wrapped.wrapping(privateKey.locked, under: wrappingKey)
      } else {
        file.plain = privateKey.rawRepresentation
      }
      try file.write(to: home)
      let both = PersonKey(privateKeys: [privateKey, person.privateKey], wrappingKey: person.wrappingKey)
      try completeRotation(of: &file, with: both, in: home)
      return PersonKey(privateKeys: [privateKey], wrappingKey: person.wrappingKey)
    }
  }

  /// Seals every key to the current one; then nothing needs the one before.
  private static func completeRotation(
    of file: inout KeyFile, with person: PersonKey, in home: Home
  ) throws(JournalError) {
    guard file.previous != nil else { return }
    for sessionKey in try SessionKeyFile.all(in: home) {
      guard let sealed = try? sessionKey.read(in: home),
        let renewed = try? sealed.renewed(for: person, named: sessionKey.session)
      else {
        // The person's key is the current one: what it does not open, nothing opened before either.
        continue
      }
      try sessionKey.write(renewed, in: home)
    }
    try DerivedStore(home: home).renew(for: person)
    file.previous = nil
    try file.write(to: home)
  }

  // MARK: - Passphrase and recovery

  /// Wraps the private key by another passphrase, or by none.
  public static func protect(
    in home: Home, opening person: PersonKey, with passphrase: String?
  ) throws(JournalError) {
    try locked(in: home) { () throws(JournalError) in
      var file = try KeyFile.read(from: home)
      guard person.privateKey.publicKey.rawRepresentation == file.publicKey else { throw KeyFile.damaged(home) }
      file.wrapped = nil
      file.plain = nil
      if let passphrase {
        file.wrapped = try WrappedKey(person.privateKey.locked, passphrase: passphrase)
      } else {
        file.plain = person.privateKey.rawRepresentation
      }
      try file.write(to: home)
    }
  }

  /// Makes a recovery key, to be written down; one that was made before opens nothing any more.
  @discardableResult
  public static func makeRecoveryKey(
    in home: Home, opening person: PersonKey
  ) throws(JournalError) -> RecoveryKey {
    try locked(in: home) { () throws(JournalError) in
      var file = try KeyFile.read(from: home)
      let key = RecoveryKey()
      file.recovery = try RecoveryCopy(of: person.privateKey.locked, for: key.privateKey.publicKey)
      try file.write(to: home)
      return key
    }
  }

  /// Whether there is a recovery key.
  public static func hasRecoveryKey(in home: Home) throws(JournalError) -> Bool {
    try KeyFile.read(from: home).recovery != nil
  }

  /// The key that opens the journal, by the recovery key.
  public static func unlock(in home: Home, recovery key: RecoveryKey) throws(JournalError) -> PersonKey {
    let file = try KeyFile.read(from: home)
    guard let copy = file.recovery else {
      throw JournalError(.notFound, "This home has no recovery key. One is made by: understudy keys recovery")
    }
    return try person(try copy.open(with: key), of: file, in: home)
  }
}

extension SealedKey {
  /// The same key sealed to the person's current key.
  func renewed(for person: PersonKey, named name: String) throws -> SealedKey {
    try SealedKey(open(with: person, named: name), to: person.privateKey.publicKey, named: name)
  }
}

extension Keys {
  /// Copies the keys of a home to a new file, as protected as they are.
  public static func export(from home: Home, to file: URL) throws(JournalError) {
    guard !FileManager.default.fileExists(atPath: file.path) else {
      throw JournalError(.refused, "\(file.path) is there already. Name a new file.")
    }
    _ = try KeyFile.read(from: home)
    do {
      try Folder.write(Data(contentsOf: KeyFile.location(in: home)), to: file)
    } catch {
      throw JournalError(error, at: file)
    }
  }
}
