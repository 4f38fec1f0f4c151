/// A question to an object on D-Bus.
struct BusCall: Sendable, Hashable {
  enum Argument: Sendable, Hashable {
    case string(String)
    case int32(Int32)
    case uint32(UInt32)
    /// A number in a variant, as a property is set.
    case variantDouble(Double)
    case strings([String])
  }

  var destination: String
  var path: String
  var interface: String
  var member: String
  var arguments: [Argument] = []
}
