import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("The hand")
  struct HandTests {
    @Test("Clicks, wheel and drags arrive as they were made, and are told apart from a person's")
    func movesTheMouse() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let hand = try Hand(display: server.display)
      // Buttons are told where the pointer is once they are told: the next act waits for that, as a person does.
      let toldOf = { count in try await eventually { await events.all.count >= count } }
      try await hand.click(Click(count: 2, modifiers: [.control]), at: Point(x: 20, y: 30))
      #expect(try await toldOf(6))
      try await hand.click(Click(button: .right), at: Point(x: 21, y: 31))
      #expect(try await toldOf(8))
      try await hand.scroll(x: -1, y: 2, at: Point(x: 40, y: 50))
      #expect(try await toldOf(11))
      try await hand.drag(from: Point(x: 100, y: 100), to: Point(x: 300, y: 140))
      #expect(try await toldOf(13))
      let control = PressedKey(name: "Control", text: "", code: 37)
      let double = Point(x: 20, y: 30), right = Point(x: 21, y: 31), wheel = Point(x: 40, y: 50)
      let told = await events.all.map(\.kind)
      #expect(
        told == [
          .keyPressed(control), .buttonPressed(.left, at: double), .buttonReleased(.left, at: double),
          .buttonPressed(.left, at: double), .buttonReleased(.left, at: double), .keyReleased(control),
          .buttonPressed(.right, at: right), .buttonReleased(.right, at: right),
          .wheel(x: -1, y: 0, at: wheel), .wheel(x: 0, y: 1, at: wheel), .wheel(x: 0, y: 1, at: wheel),
          .buttonPressed(.left, at: Point(x: 100, y: 100)), .buttonReleased(.left, at: Point(x: 300, y: 140)),
        ])
      #expect(await events.all.allSatisfy(\.isInjected))
    }

    @Test("Chords are pressed as they were named", arguments: ["us", "de"])
    func pressesChords(layout: String) async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      try server.run("setxkbmap", layout)
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let hand = try Hand(display: server.display)
      let chords = [
        Chord("Enter"), Chord("s", modifiers: [.control]), Chord("ArrowDown", modifiers: [.alt, .shift]), Chord("F5"),
        Chord("Tab"), Chord("Escape"), Chord("Delete"), Chord("PageUp"), Chord("@"), Chord(" "), Chord("z"),
        Chord("Home", modifiers: [.control]), Chord("Meta"),
      ]
      for chord in chords { try await hand.press(chord) }
      let held: Set = ["Control", "Shift", "Alt", "AltGraph"]
      let pressed = {
        await events.all.compactMap { event -> Chord? in
          guard case .keyPressed(let key) = event.kind, !held.contains(key.name) else { return nil }
          return Chord(key.name, modifiers: key.name == "@" ? [] : event.modifiers)
        }
      }
      #expect(try await eventually { await pressed().count >= chords.count })
      #expect(await pressed() == chords)
      let error = await #expect(throws: SurfaceError.self) { try await hand.press(Chord("Nonsense")) }
      #expect(error?.code == .unsupported)
    }

    @Test(
      "Any text is typed as it is, whatever the layout and with capitals locked", arguments: ["mousepad", "featherpad"])
    func typesAnyText(application: String) async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      let file = FileManager.default.temporaryDirectory.appending(path: "understudy-typed-\(UUID()).txt")
      defer { try? FileManager.default.removeItem(at: file) }
      try Data().write(to: file)
      try server.start(application, [file.path])
      #expect(
        try await eventually(within: .seconds(30)) { try await windows.activeWindow()?.application == application })
      try server.run("xdotool", "key", "Caps_Lock")
      let hand = try Hand(display: server.display)
      let text = "Hello, World! {[~|@#]}\nGrüße, élan, Ωμέγα, Привет, 日本語, €5 … “so”\nAnd 0123456789 again: éé€é\n"
      try await hand.type(text)
      try await hand.press(Chord("s", modifiers: [.control]))
      let saved = { try String(contentsOf: file, encoding: .utf8) }
      #expect(try await eventually { try saved().contains("again: éé€é") })
      #expect(try saved() == text)
      let error = await #expect(throws: SurfaceError.self) { try await hand.type("a\u{7}") }
      #expect(error?.code == .unsupported)
    }

    @Test("More characters than there are free keys are typed, and the keys are given back")
    func givesKeysBack() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let before = try layout(of: server)
      let (events, task) = try InputReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      do {
        let hand = try Hand(display: server.display)
        let text = String(String.UnicodeScalarView((0x4E00..<0x4E00 + 80).compactMap(Unicode.Scalar.init)))
        try await hand.type(text)
        #expect(try await eventually { await events.all.count >= 160 })
        let typed = await events.all.compactMap { if case .keyPressed(let key) = $0.kind { key.text } else { nil } }
        #expect(typed.joined() == text)
        #expect(try layout(of: server) != before)
      }
      #expect(try await eventually { try layout(of: server) == before })
    }

    private func layout(of server: HeadlessDesktop) throws -> String {
      try server.run("xkbcomp", "-xkb", server.display, "-")
    }

    @Test("A server that is gone is said to be gone")
    func saysThatTheServerIsGone() async throws {
      let server = try HeadlessDesktop()
      let hand = try Hand(display: server.display)
      server.end()
      let gone = { try await hand.move(to: Point(x: 1, y: 1)) }
      var error: SurfaceError?
      _ = try await eventually {
        do { try await gone() } catch let caught as SurfaceError { error = caught }
        return error != nil
      }
      #expect(error?.code == .closed)
    }
  }
}
