import Crypto
public import Foundation
import Trace

/// A receipt for a grant, with the fields of ISO/IEC TS 27560:2023 as JSON and the terms of the Data Privacy
/// Vocabulary for purposes and states, signed by this home.
///
/// It is for the person and for whoever receives their work; what is recorded is decided by the ``Grant`` that it
/// stands for, whose hash it holds.
public struct Receipt: Sendable, Codable, Hashable {
  public struct Purpose: Sendable, Codable, Hashable {
    public var purpose: String
    public var purposeType: String
    public var lawfulBasis: String
    public var piiInformation: [String]
    public var piiControllers: [String]
    public var collectionMethod: String
    public var processingLocations: [String]
    public var recipientThirdParties: [String]
    public var retentionPeriod: String
    public var withdrawalMethod: String
    public var privacyRights: [String]
  }

  public struct Party: Sendable, Codable, Hashable {
    public var partyId: String
    public var partyType: String
    public var partyRole: String
  }

  public struct Event: Sendable, Codable, Hashable {
    public var eventTime: String
    public var eventType: String
    public var eventState: String
    public var entityId: String
    public var validityDuration: String
    /// For what alone, where it is not about all purposes.
    public var purpose: String?
  }

  public struct Signature: Sendable, Codable, Hashable {
    /// Who signed, and the Ed25519 public key.
    public var signer: String
    public var publicKey: Data
    public var signature: Data
  }

  public var schemaVersion: String
  public var recordId: String
  public var piiPrincipalId: String
  public var privacyNotice: Notice?
  public var language: String
  public var piiProcessing: [Purpose]
  public var partyIdentification: [Party]
  public var events: [Event]
  /// SHA-256 of the grant's file, in hexadecimal.
  public var grantDigest: String
  /// The ledger as it was signed before: a copy that cannot be set back with it.
  public var ledgerCheckpoint: String?
  public var signatures: [Signature]
}

// MARK: - Making and checking

extension Receipt {
  static let schema = "ISO/IEC TS 27560:2023"

  /// A receipt for a grant as it is now, signed by this home.
  init(for grant: Grant, file: Data, checkpoint: Checkpoint?, signedBy key: SigningKey) throws(JournalError) {
    schemaVersion = Receipt.schema
    recordId = grant.id
    piiPrincipalId = key.name
    privacyNotice = grant.notice
    language = "en"
    piiProcessing = grant.purposes.sorted().map { Receipt.processing($0, of: grant, controller: key.name) }
    partyIdentification =
      [Party(partyId: key.name, partyType: "dpv:DataSubject", partyRole: "dpv:DataController")]
      + grant.purposes.sorted().compactMap { purpose in
        purpose.recipient.map { Party(partyId: $0, partyType: "dpv:Recipient", partyRole: "dpv:Recipient") }
      }
    events = [Receipt.event("dpv:ConsentGiven", at: grant.given, of: grant, by: key.name)]
    for (purpose, moment) in grant.withdrawals.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
      events.append(Receipt.event("dpv:ConsentWithdrawn", at: moment, of: grant, for: purpose, by: key.name))
    }
    if let withdrawn = grant.withdrawn {
      events.append(Receipt.event("dpv:ConsentWithdrawn", at: withdrawn, of: grant, by: key.name))
    }
    grantDigest = Receipt.digest(file)
    ledgerCheckpoint = checkpoint?.note
    signatures = []
    let signature = try key.signature(for: signedBytes())
    signatures = [
      Signature(signer: key.name, publicKey: key.publicKey.rawRepresentation, signature: signature)
    ]
  }

  /// Whether it stands for this grant's file and this home has signed it.
  func isValid(for file: Data, signedBy key: SigningKey) throws(JournalError) -> Bool {
    guard schemaVersion == Receipt.schema, grantDigest == Receipt.digest(file) else { return false }
    let bytes = try signedBytes()
    return signatures.contains { $0.signer == key.name && key.publicKey.isValidSignature($0.signature, for: bytes) }
  }

  /// What is signed: the receipt without signatures, keys in alphabetical order.
  private func signedBytes() throws(JournalError) -> Data {
    var unsigned = self
    unsigned.signatures = []
    return try unsigned.encoded()
  }

  func encoded() throws(JournalError) -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return try encoder.encode(self)
    } catch {
      throw JournalError(.unavailable, "The receipt of a grant could not be written.")
    }
  }

  init(decoding bytes: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Receipt.self, from: bytes)
  }
}
