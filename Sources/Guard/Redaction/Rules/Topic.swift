/// What a word says about the value that stands beside it.
enum Topic: Int, Sendable, CaseIterable {
  /// What a person signs in with.
  case password
  /// A secret that machines use: key, token, seed.
  case token
  /// A name and a password together.
  case credentials
  /// The scheme of an `Authorization` header: the secret follows at once.
  case scheme
  /// Digits that are used once, or a PIN.
  case code
  case cardCode
  case phone
  case card
  case identity
  /// In an address: a parameter or a part of the path that is a secret where it is random.
  case link
  /// A version: its numbers are no address.
  case version
  /// A digest: what looks random is public.
  case digest
  /// A number of an order, a parcel, a part: it is no card and no telephone.
  case reference
}

/// Several topics: what a word says may be more than one thing.
struct Topics: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ topic: Topic) { rawValue = 1 << UInt32(topic.rawValue) }

  /// In the order in which they are declared.
  var all: [Topic] { Topic.allCases.filter { contains(Topics($0)) } }
}
