import Foundation
import Testing

@testable import Watch

/// Each figure is made to rise by a known amount.
@Suite("What `status` says a recorder costs is what the kernel counts", .serialized)
struct CostTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-cost-\(UUID().uuidString)")

  private var cost: Cost { Cost.ofThisProcess(journal: folder) }

  @Test("Processor time rises with work")
  func processor() {
    let before = cost.processorSeconds
    var time = timespec()
    func used() -> Double {
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let end = used() + 0.2
    while used() < end {}
    #expect(cost.processorSeconds - before >= 0.19)
  }

  @Test("Memory rises with what is held")
  func memory() {
    let before = cost.memoryBytes
    var held = [UInt8](repeating: 1, count: 200 << 20)
    for position in stride(from: 0, to: held.count, by: 4_096) { held[position] = 2 }
    let rise = cost.memoryBytes - before
    #expect(rise > 150 << 20)
    #expect(held[4_096] == 2)
  }

  @Test("Disk is the bytes of what is kept, without the browser's profile")
  func disk() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, size) in [("journal.sqlite", 70_000), ("frames/s/a", 1_234), ("browser/Default/History", 99_999)] {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(count: size).write(to: file)
    }
    #expect(cost.diskBytes == 71_234)
  }

  @Test("A connection and what is sent over it are counted")
  func network() throws {
    let before = cost
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let sender = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer {
      close(listener)
      close(sender)
    }
    let isConnected = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, pointer, &size) == 0
          && connect(sender, pointer, size) == 0
      }
    }
    try #require(isConnected)
    #expect(write(sender, [UInt8](repeating: 7, count: 50_000), 50_000) == 50_000)
    let after = cost
    #expect(after.connections - before.connections == 2)
    #expect(after.networkBytes - before.networkBytes >= 50_000)
  }
}
