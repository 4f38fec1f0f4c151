/// What recorded work may be used for. There is no purpose to judge a person, and none can be written.
public enum Purpose: Sendable, Hashable, Comparable {
  case record
  /// Learn from it on this machine.
  case learn
  case perform
  /// Hand it to this recipient.
  case release(to: String)
  /// Train a model that others use too.
  case train
  /// Count in figures about many people.
  case aggregate
}

// One word on disk, as it is written in a receipt; as a key too.
extension Purpose: Codable, CodingKeyRepresentable, LosslessStringConvertible {
  public init?(_ description: String) {
    switch description {
    case "record": self = .record
    case "learn": self = .learn
    case "perform": self = .perform
    case "train": self = .train
    case "aggregate": self = .aggregate
    case let text where text.hasPrefix("release:") && text.count > 8: self = .release(to: String(text.dropFirst(8)))
    default: return nil
    }
  }

  public var description: String {
    switch self {
    case .record: "record"
    case .learn: "learn"
    case .perform: "perform"
    case .release(let recipient): "release:\(recipient)"
    case .train: "train"
    case .aggregate: "aggregate"
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let purpose = Purpose(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "This is no purpose of a grant.")
    }
    self = purpose
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public var codingKey: any CodingKey { Key(stringValue: description) }

  public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
