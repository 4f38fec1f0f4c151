import CX11
import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("Keyboard and mouse, watched")
  struct InputTests {
    @Test("Keys and clicks are told in order, with names, text, modifiers and positions")
    func tellsKeysAndClicks() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      try server.run(
        "xdotool", "mousemove", "300", "200", "click", "1", "click", "5", "key", "shift+a", "Return", "ctrl+s")
      #expect(try await eventually { await events.acts.count >= 15 })
      let kinds = await events.acts.map { described($0) }
      #expect(
        kinds == [
          "left down at 300,200", "left up at 300,200", "wheel 0,1",
          // xdotool lets go of what is held first, and twice.
          "Shift down", "A down A Shift", "Shift up  Shift", "Shift up", "a up a", "Enter down", "Enter up",
          "Control down", "s down  Control", "Control up  Control", "Control up", "s up s",
        ])
      #expect(await events.acts.allSatisfy(\.isInjected))
    }

    @Test(
      "2,000 keys and 500 clicks at 200 a second: none lost, and told within a millisecond", .timeLimit(.minutes(2)))
    func losesNothing() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      var delay = try await measured(on: server, keys: 2_000, clicks: 500)
      // Another program may have had the processor all the while: then it is measured once more.
      if delay.median >= 1 || delay.late >= 20 { delay = try await measured(on: server, keys: 2_000, clicks: 500) }
      #expect(delay.median < 1)
      #expect(delay.late < 100)
    }

    /// How long it takes from an injected press to its event, in milliseconds; every press must have one.
    private func measured(on server: HeadlessDesktop, keys: Int, clicks: Int) async throws -> (
      median: Double, late: Double
    ) {
      let stream = try InputReader(display: server.display).stream()
      let reading = Task {
        var told: [ContinuousClock.Instant] = []
        for try await event in stream {
          switch event.kind {
          case .keyPressed, .buttonPressed: told.append(.now)
          default: break
          }
          if told.count == keys + clicks { break }
        }
        return told
      }
      let injector = try Injector(display: server.display)
      let injected = try await injector.inject(keys: keys, clicks: clicks, perSecond: 200)
      let told = try await reading.value
      #expect(told.count == keys + clicks)
      let waits = zip(injected, told).map { ($1 - $0) / .milliseconds(1) }.sorted()
      let delay = (median: waits[waits.count / 2], late: waits[waits.count * 99 / 100])
      print("input to event: median \(delay.median) ms, p99 \(delay.late) ms, longest \(waits.last ?? 0) ms")
      return delay
    }

    @Test("Where the pointer comes to rest is told once, however far it went, and with the window that is there")
    func tellsRests() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      try server.run("xdotool", "mousemove", "40", "200")
      try server.run("xdotool", "mousemove_relative", "60", "0", "mousemove_relative", "30", "0")
      #expect(try await eventually { await events.all.count >= 1 })
      try server.run("xdotool", "mousemove_relative", "0", "1")
      #expect(try await eventually { await events.all.count >= 2 })
      #expect(await events.all.map(described) == ["rested at 130,200", "rested at 130,201"])
    }

    @Test("Another program's 2,000 keys and 500 clicks without a pause are all told, in order")
    func losesNothingOfAnotherProgram() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      try server.run("xdotool", "mousemove", "700", "70")
      let text = String(repeating: "abcdefghij", count: 200)
      try server.run("xdotool", "type", "--delay", "0", text)
      try server.run("xdotool", "click", "--repeat", "500", "--delay", "1", "1")
      #expect(try await eventually { await events.acts.count >= 5_000 })
      let typed = await events.acts.compactMap { if case .keyPressed(let key) = $0.kind { key.text } else { nil } }
      #expect(typed.joined() == text)
      let clicks = await events.acts.filter { $0.kind == .buttonPressed(.left, at: Point(x: 700, y: 70)) }
      #expect(clicks.count == 500)
    }

    @Test("The layout chosen among several counts, for what is told and for what is typed")
    func followsTheChosenLayout() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      try server.run("setxkbmap", "us,de")
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let injector = try Injector(display: server.display)
      let hand = try Hand(display: server.display)
      for layout: UInt8 in [0, 1, 0] {
        try await injector.choose(layout: layout)
        try await injector.press(code: 29)
        try await hand.type("yz")
      }
      let pressed = { await events.acts.compactMap { if case .keyPressed(let key) = $0.kind { key } else { nil } } }
      #expect(try await eventually { await pressed().count >= 9 })
      let texts = await pressed().map(\.text)
      #expect(texts == ["y", "y", "z", "z", "y", "z", "y", "y", "z"])
      let codes = await pressed().map(\.code)
      #expect(codes == [29, 29, 52, 29, 52, 29, 29, 29, 52])
    }

    @Test("A layout that is switched meanwhile counts from the next key on")
    func followsTheLayout() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      // The key right of T, which has Y in the United States and Z in Germany.
      let injector = try Injector(display: server.display)
      try await injector.press(code: 29)
      try server.run("setxkbmap", "de")
      try await injector.press(code: 29)
      // AltGr and Q.
      try await injector.press(code: 24, holding: 108)
      #expect(try await eventually { await events.acts.count >= 8 })
      #expect(
        await events.acts.map { described($0) } == [
          "y down y", "y up y", "z down z", "z up z", "AltGraph down", "@ down @", "@ up @", "AltGraph up",
        ])
    }

    @Test("Input is told while an application has grabbed it, and only what comes after the stream was made")
    func tellsDuringGrabs() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let injector = try Injector(display: server.display)
      try await injector.press(code: 38)
      try await injector.grab()
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      try server.run("xdotool", "key", "b", "click", "3")
      #expect(try await eventually { await events.acts.count >= 4 })
      #expect(
        await events.acts.map { described($0) } == [
          "b down b", "b up b", "right down at 640,400", "right up at 640,400",
        ])
    }

    @Test("A key that is held down is told once, and its release says that programs got it again and again")
    func saysThatKeysWereRepeated() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      try server.run("xdotool", "keydown", "a", "sleep", "1", "keyup", "a")
      try server.run("xdotool", "key", "b", "keydown", "shift", "sleep", "1", "keyup", "shift")
      #expect(try await eventually { await events.acts.count >= 7 })
      let told = await events.acts.map { described($0) + ($0.isRepeated ? " (repeated)" : "") }
      #expect(
        told == [
          "a down a", "a up a (repeated)", "b down b", "b up b", "Shift down", "Shift up  Shift",
          // xdotool lets go twice.
          "Shift up",
        ])
    }

    @Test("A key is repeated until the next one that can be")
    func knowsWhichKeysAreRepeated() {
      // Keys 8 to 15 are repeated, others are not.
      var held = HeldKeys(delay: 500, repeating: [0, 0xFF, 0])
      held.press(8, at: 1_000)
      held.press(16, at: 1_200)
      held.press(9, at: 1_600)
      let released = [held.release(16, at: 5_000), held.release(9, at: 2_000), held.release(8, at: 2_100)]
      #expect(released == [false, false, true])
      // The clock begins again.
      held.press(8, at: .max - 100)
      let again = [held.release(8, at: 450), held.release(8, at: 9_000)]
      #expect(again == [true, false])
      var never = HeldKeys(delay: nil, repeating: [0, 0xFF])
      never.press(8, at: 0)
      let isRepeated = never.release(8, at: 9_000)
      #expect(!isRepeated)
    }

    @Test("Accents typed before their letters make one character")
    func composesAccents() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      try server.run("setxkbmap", "de")
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let injector = try Injector(display: server.display)
      // The key of the acute accent, then E; the accent, then X, which it does not go with; then E alone.
      for code: UInt8 in [21, 26, 21, 53, 26] { try await injector.press(code: code) }
      #expect(try await eventually { await events.acts.count >= 10 })
      let presses = await events.acts.map(described).filter { $0.contains("down") }
      #expect(
        presses == [
          "Dead down", "e down é", "Dead down", "x down", "e down e",
        ])
    }

    @Test("An X server that goes away ends the stream with a sentence")
    func endsWithTheServer() async throws {
      let server = try HeadlessDesktop()
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      server.end()
      #expect(try await eventually { await events.hasEnded })
      #expect((await events.error as? SurfaceError)?.code == .closed)
    }

    @Test("A display that is not there is unavailable")
    func refusesNoDisplay() {
      #expect(throws: SurfaceError.self) { _ = try InputReader(display: ":987").stream() }
    }

    @Test("A reader that is cancelled ends the connection")
    func endsWhenCancelled() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      task.cancel()
      #expect(try await eventually { await events.hasEnded })
      #expect(await events.error == nil)
    }

    private func described(_ event: InputEvent) -> String {
      let held = event.modifiers.sorted().map(\.rawValue).joined(separator: "+")
      let text =
        switch event.kind {
        case .keyPressed(let key): "\(key.name) down \(key.text)"
        case .keyReleased(let key): "\(key.name) up \(key.text)"
        case .buttonPressed(let button, let point): "\(button) down at \(Int(point.x)),\(Int(point.y))"
        case .buttonReleased(let button, let point): "\(button) up at \(Int(point.x)),\(Int(point.y))"
        case .wheel(let x, let y, _): "wheel \(x),\(y)"
        case .pointerRested(let point): "rested at \(Int(point.x)),\(Int(point.y))"
        }
      return "\(text) \(held)".trimmingCharacters(in: .whitespaces)
    }
  }
}

extension Gathered where Element == InputEvent {
  /// What was done, without where the pointer rested.
  var acts: [InputEvent] { all.filter { if case .pointerRested = $0.kind { false } else { true } } }
}
