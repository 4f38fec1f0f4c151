/// A key to press, and the keys to hold meanwhile, all as X numbers them.
struct KeyStroke: Sendable, Hashable {
  var code: UInt8
  var held: [UInt8] = []
}
