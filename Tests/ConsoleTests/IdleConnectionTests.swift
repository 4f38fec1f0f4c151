import Foundation
import Testing

@Suite("A crowd at the console", .serialized)
struct IdleConnectionTests {
  @Test("With 10,000 connections that say nothing it still answers at once")
  func crowd() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-crowd-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try OpenConsole.run("ConsoleHome", [folder.path, "days=1"])
    let tests = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    let process = Process()
    process.executableURL = tests.deletingLastPathComponent().appending(path: "understudy")
    process.arguments = ["console", "--home", folder.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(line.firstMatch(of: #/127\.0\.0\.1:([0-9]+)/#).flatMap { Int($0.output.1) })
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    // Where the system does not let a process have so many, as many as it does.
    let count = min(10_000, Int(limit.rlim_max) - 500)
    var sockets: [Int32] = []
    defer { for socket in sockets { close(socket) } }
    for number in 1...count {
      sockets.append(try WebClient.connect(to: port))
      // More than the kernel lets wait would try again after a second: an answer says that those before are taken.
      if number.isMultiple(of: 200) { #expect(try await WebClient(port: port).own("GET", "/").status == 200) }
    }
    // The first answer comes once all of them are taken; from then on they must cost nothing.
    #expect(try await WebClient(port: port).own("GET", "/").status == 200)
    let start = ContinuousClock.now
    let answer = try await WebClient(port: port).own("GET", "/")
    #expect(answer.status == 200)
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
