/// Names an object of an application on the accessibility bus.
struct Accessible: Sendable, Hashable {
  /// The application's name on the bus, such as `:1.23`.
  var bus: String
  var path: String

  static let nullPath = "/org/a11y/atspi/null"
  static let rootPath = "/org/a11y/atspi/accessible/root"
  /// The parent of every application.
  static let registry = Accessible(bus: "org.a11y.atspi.Registry", path: rootPath)

  /// A question to this object: `interface` is the last part of its name, such as `Component`.
  func call(_ interface: String, _ member: String, _ arguments: BusCall.Argument...) -> BusCall {
    BusCall(
      destination: bus, path: path, interface: "org.a11y.atspi." + interface, member: member, arguments: arguments)
  }

  /// A question for one of this object's properties.
  func property(_ interface: String, _ name: String) -> BusCall {
    BusCall(
      destination: bus, path: path, interface: "org.freedesktop.DBus.Properties", member: "Get",
      arguments: [.string("org.a11y.atspi." + interface), .string(name)])
  }
}
