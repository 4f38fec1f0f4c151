import Testing

@testable import DesktopSurface

@Suite("A desktop to try things on")
struct DesktopTests {
  @Test("It starts")
  func starts() throws {
    let server = try XServer()
    #expect(server.display.hasPrefix(":"))
    server.end()
  }
}
