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

/// What the bus itself is asked.
extension BusCall {
  /// The names of all connections.
  static let names = ofBus("ListNames")

  /// The number of the process that a connection belongs to.
  static func process(of name: String) -> BusCall { ofBus("GetConnectionUnixProcessID", [.string(name)]) }

  private static func ofBus(_ member: String, _ arguments: [Argument] = []) -> BusCall {
    BusCall(
      destination: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
      member: member, arguments: arguments)
  }
}
