import Crypto
import Foundation
import Testing

@testable import Journal

@Suite("Keys lie in memory that is not swapped out and in no dump")
struct LockedKeyTests {
  private func masked(_ secret: Data) -> String { Data(secret.map { $0 ^ 0xa5 }).hexadecimal }

  @Test(
    "Of an open journal the private key is in locked memory alone, of a closed one nowhere; the session's key is locked"
  )
  func memory() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: "correct horse")
    #expect(try FaultyProcess(in: temporary.root, ["s", "30", "3"]).end().status == 0)
    let person = try Keys.unlock(in: temporary.home, passphrase: "correct horse")
    let session = try SessionKey.open("s", with: person, in: temporary.home)
    let secrets = [person.privateKey.rawRepresentation, session.key.bytes]
    let process = try FaultyProcess(in: temporary.root, ["memory"] + secrets.map(masked))
    try process.tell("correct horse")
    let lines = try process.lines()
    try #require(lines.count == 5)
    #expect(lines[0] == "events 30")
    #expect([lines[1], lines[3]] == ["open 1 0", "closed 0 0"])
    // What the library leaves of a key that it has sealed or opened with is not ours to zero.
    #expect(lines[2].hasPrefix("open 1 ") && lines[4].hasPrefix("closed 0 "))
  }

  @Test("A key comes out as it went in, and what it was taken from is zeroes")
  func roundTrip() throws {
    var bytes = Data((0..<32).map { UInt8($0) })
    let copy = Data((0..<32).map { UInt8($0) })
    let key = LockedKey(taking: &bytes)
    #expect(bytes == Data(count: 32))
    #expect(key.bytes == copy)
    #expect(key.symmetric == SymmetricKey(data: copy))
    #expect(key.withData { $0 == copy })
    #expect(LockedKey(SymmetricKey(data: copy)).bytes == copy)
    #expect(LockedKey.random().bytes != LockedKey.random().bytes)
  }
}
