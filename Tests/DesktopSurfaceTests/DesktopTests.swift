import Foundation
import SurfaceTesting
import Testing

@testable import DesktopSurface

@Suite("A desktop to try things on")
struct DesktopTests {
  @Test("It starts, and once nobody holds it nothing runs on it any more, nor is its folder there")
  func ends() throws {
    let folder: URL
    let display: String
    var programs: [Int32] = []
    do {
      let desktop = try HeadlessDesktop()
      (folder, display) = (desktop.folder, desktop.display)
      // Of a session of its own, so that it belongs to no group of its parent's.
      programs.append(try #require(Int32(try desktop.firstLine(of: "setsid", ["sh", "-c", "echo $$; sleep 600"]))))
      programs.append(try desktop.start("mousepad").processIdentifier)
      #expect(programs.allSatisfy { kill($0, 0) == 0 })
    }
    #expect(programs.allSatisfy { (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8)) ?? "" == "" })
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    #expect(throws: (any Error).self) { try WindowList(XConnection(display: display)) }
  }
}
