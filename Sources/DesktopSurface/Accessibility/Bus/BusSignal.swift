/// Something that an object on D-Bus tells whoever listens.
struct BusSignal: Sendable, Hashable {
  var sender: String
  var path: String
  var interface: String
  var member: String
  var values: [BusValue]
}
