import Foundation
import Surfaces

/// Where the bus of the accessibility tree is: the session's bus knows, and starts it where it does not run.
enum AccessibilityAddress {
  static func open(session: String?, until deadline: Deadline) throws(BusError) -> BusConnection {
    let connection = try BusConnection(address: session ?? own)
    let call = BusCall(
      destination: "org.a11y.Bus", path: "/org/a11y/bus", interface: "org.a11y.Bus", member: "GetAddress")
    // The first call starts a program.
    let patient = max(deadline, .after(.seconds(1)))
    guard let address = try connection.ask([call], until: patient).first?.first?.string, !address.isEmpty else {
      throw BusError(number: ENOTCONN)
    }
    return try BusConnection(address: address)
  }

  private static var own: String {
    let environment = ProcessInfo.processInfo.environment
    if let address = environment["DBUS_SESSION_BUS_ADDRESS"] { return address }
    return "unix:path=\(environment["XDG_RUNTIME_DIR"] ?? "/run/user/\(getuid())")/bus"
  }

  static let unavailable = SurfaceError(
    .unavailable,
    "The accessibility bus does not answer, so elements of the desktop are unknown. Install at-spi2-core and start "
      + "the desktop's session bus (DBUS_SESSION_BUS_ADDRESS).")
}
