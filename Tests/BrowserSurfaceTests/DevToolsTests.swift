import Foundation
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("The conversation with a browser")
struct DevToolsTests {
  @Test("Messages are read however they are cut")
  func cut() async throws {
    let messages = (0..<20).map {
      #"{"method":"Test.event","params":{"text":"a \"quoted\" {brace} ü \#($0)"},"sessionId":"s"}"#
    }
    let wire = Data(messages.map { $0 + "\0" }.joined().utf8)
    for size in [1, 2, 7, 64, wire.count] {
      let connection = DevToolsConnection()
      let events = connection.events(of: ["Test.event"], in: SessionID(rawValue: "s"))
      var rest = wire[...]
      while !rest.isEmpty {
        connection.receive(Data(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      connection.end(SurfaceError(.closed, "The end."))
      var texts: [String] = []
      for await event in events { texts.append(try event.decode(as: [String: String].self)["text"] ?? "") }
      #expect(texts == (0..<20).map { "a \"quoted\" {brace} ü \($0)" })
    }
  }

  @Test("The envelope is read in whatever order its members come")
  func envelope() throws {
    let message = try #require(
      DevToolsMessage(Data(#" { "result" : {"a":[1,{"b":"}"}]} , "sessionId":"s" , "id" : 7 } "#.utf8)))
    #expect(message.id == 7)
    #expect(message.session == SessionID(rawValue: "s"))
    #expect(message.result == Data(#"{"a":[1,{"b":"}"}]}"#.utf8))
    #expect(message.method == nil)
    #expect(DevToolsMessage(Data("nonsense".utf8)) == nil)
  }

  @Test("Calls go out in the order in which they are made, and replies find their call")
  func order() async throws {
    struct Reply: Decodable, Sendable { var number: Int }
    let connection = DevToolsConnection()
    let replies = (1...100).map { connection.send("Test.call", ["number": $0]) }
    var sent = 0
    for await message in connection.outgoing {
      sent += 1
      #expect(message.last == 0)
      let envelope = try #require(DevToolsMessage(message.dropLast()))
      #expect(envelope.id == sent)
      #expect(envelope.params == Data(#"{"number":\#(sent)}"#.utf8))
      if sent == 100 { break }
    }
    for id in (1...100).reversed() { connection.receive(Data(#"{"id":\#(id),"result":{"number":\#(id)}}"#.utf8 + [0])) }
    for (index, reply) in replies.enumerated() {
      #expect(try await reply.value(as: Reply.self).number == index + 1)
    }
  }

  @Test("A refused call says what was refused, one to a session that is gone that it is closed")
  func refused() async throws {
    let connection = DevToolsConnection()
    let refused = connection.send("Page.navigate")
    let gone = connection.send("Page.navigate")
    connection.receive(Data(#"{"id":1,"error":{"code":-32000,"message":"Cannot navigate"}}"#.utf8 + [0]))
    connection.receive(
      Data(#"{"id":2,"error":{"code":-32001,"message":"Session with given id not found."}}"#.utf8 + [0]))
    await #expect(throws: SurfaceError(.failed, "The browser refused Page.navigate: Cannot navigate")) {
      _ = try await refused.value()
    }
    await #expect(throws: SurfaceError(.closed, "The browser refused Page.navigate: Session with given id not found."))
    {
      _ = try await gone.value()
    }
  }

  @Test("Everything that waits ends with the browser, and with the task that waits")
  func ends() async throws {
    let connection = DevToolsConnection()
    let cancelled = Task { try await connection.call("Test.call") as Acknowledged }
    cancelled.cancel()
    await #expect(throws: SurfaceError.self) { _ = try await cancelled.value }
    let waiting = connection.send("Test.call")
    let end = SurfaceError(.closed, "The browser ended.")
    connection.end(end)
    await #expect(throws: end) { _ = try await waiting.value() }
    await #expect(throws: end) { _ = try await connection.send("Test.call").value() }
    for await _ in connection.events() { Issue.record("There is nothing to come.") }
  }

  @Test(
    "A report with a time that no clock shows is taken for one of now",
    arguments: [1e300, -1e300, 1e18, -5, .infinity, .nan])
  func times(age: Double) {
    let now = Moment(seconds: 1_800_000_000)
    #expect(now.earlier(byMilliseconds: age) == now)
    #expect(now.earlier(byMilliseconds: 1_500) == Moment(seconds: 1_799_999_998.5))
  }
}
