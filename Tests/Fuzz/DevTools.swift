import Foundation
import Guard
import Surfaces
import Trace

@testable import BrowserSurface

/// What a browser may say over its pipe: messages are found wherever the bytes are cut, and whatever they say is
/// followed to its end.
func fuzzDevTools(_ bytes: Data) {
  wait {
    let whole = await heard([bytes])
    let piecewise = await heard(bytes.map { Data([$0]) })
    precondition(piecewise == whole, "Where the bytes are cut changes what is heard.")
    let recording = await Recording()
    for event in whole { await recording.browser.handle(DevToolsEvent(event)) }
    await recording.end()
  }
}

/// What the recorder in a page may say, where the page took over its process: it becomes events that can be kept, or
/// nothing.
func fuzzReports(_ bytes: Data) {
  let payload = (try? JSONEncoder().encode(String(decoding: bytes, as: UTF8.self))) ?? Data()
  wait {
    let recording = await Recording()
    let browser = recording.browser
    let page = #"{"targetId":"T","type":"page","title":"","url":"https://a.example.org/x"}"#
    let world = #"{"id":1,"origin":"https://a.example.org","name":"\(PageScripts.world)","auxData":{"frameId":"T"}}"#
    let call = #"{"name":"\(PageScripts.binding)","executionContextId":1,"payload":"#
    await browser.handle(
      DevToolsEvent("Target.attachedToTarget", #"{"sessionId":"S","targetInfo":\(page),"waitingForDebugger":true}"#))
    await browser.handle(DevToolsEvent("Runtime.executionContextCreated", in: "S", #"{"context":\(world)}"#))
    for _ in 1...2 {
      await browser.handle(
        DevToolsEvent("Runtime.bindingCalled", in: "S", call + String(decoding: payload, as: UTF8.self) + "}"))
    }
    await recording.end()
  }
}

/// A browser that is recorded, of which whatever is emitted goes through the guard. Nobody answers its calls.
private struct Recording {
  let browser: Chromium
  private let guarding: Task<Void, any Error>

  init() async {
    let connection = DevToolsConnection()
    let browser = Chromium(
      settings: BrowserSettings(profile: "", origins: ["https://*.example.org", "http://127.0.0.1:*"], frames: true),
      connection: connection, clock: StoppedClock())
    let events = browser.events()
    guarding = Task {
      var guardian = Guardian()
      for try await event in events { guardian.take(event) }
    }
    try? await browser.show(.recording)
    connection.end(SurfaceError(.closed, "Nobody is there."))
    self.browser = browser
  }

  func end() async {
    browser.feed.end()
    try? await guarding.value
  }
}

private struct StoppedClock: WallClock {
  func now() -> Moment { Moment(seconds: 1_800_000_000) }
}

/// What an event says, to be compared.
private struct Heard: Equatable, Sendable {
  var method: String
  var session: String?
  var params: Data
}

extension DevToolsEvent {
  fileprivate init(_ heard: Heard) {
    self.init(method: heard.method, session: heard.session.map(SessionID.init(rawValue:)), params: heard.params)
  }

  fileprivate init(_ method: String, in session: String? = nil, _ params: String) {
    self.init(Heard(method: method, session: session, params: Data(params.utf8)))
  }
}

/// The events in what comes over a pipe in these pieces.
private func heard(_ pieces: [Data]) async -> [Heard] {
  let connection = DevToolsConnection()
  let events = connection.events()
  for piece in pieces { connection.receive(piece) }
  connection.end(SurfaceError(.closed, "That was all."))
  var heard: [Heard] = []
  for await event in events {
    heard.append(Heard(method: event.method, session: event.session?.rawValue, params: event.params))
  }
  return heard
}
