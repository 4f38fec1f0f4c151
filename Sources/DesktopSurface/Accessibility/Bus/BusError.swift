/// The connection to a bus is gone, or never was.
struct BusError: Error, Hashable {
  /// An error number of the system, positive.
  var number: Int32
}
