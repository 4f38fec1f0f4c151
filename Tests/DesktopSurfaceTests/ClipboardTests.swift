import Foundation
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("The clipboard")
  struct ClipboardTests {
    @Test("What is put on it is told of, with its owner, and its text can be read")
    func tellsOfChanges() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (changes, task) = try ClipboardChangeReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let clipboard = try Clipboard(display: server.display)
      #expect(try await clipboard.text() == nil)
      let first = try Offer("Grüße, €5", display: server.display)
      #expect(try await eventually { await changes.all.count == 1 })
      #expect(try await clipboard.text() == "Grüße, €5")
      let second = try Offer("", display: server.display)
      #expect(try await eventually { await changes.all.count == 2 })
      #expect(try await clipboard.text() == "")
      second.end()
      #expect(try await eventually { await changes.all.count == 3 })
      #expect(await changes.all.map(\.owner) == [first.owner, second.owner, nil])
      #expect(await changes.all.allSatisfy { !$0.isSecret && $0.serverTime > 0 })
      #expect(try await clipboard.text() == nil)
      first.end()
    }

    @Test("A password is told of as one, and its text is never asked for")
    func leavesPasswordsAlone() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (changes, task) = try ClipboardChangeReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let clipboard = try Clipboard(display: server.display)
      let offer = try Offer("hunter2", isPassword: true, display: server.display)
      #expect(try await eventually { await changes.all.map(\.isSecret) == [true] })
      #expect(try await clipboard.text() == nil)
      #expect(Set(offer.targets) == ["TARGETS"])
      offer.end()
    }

    @Test("A program that does not answer holds nothing up, and counts as having a password")
    func boundsTheWait() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let (changes, task) = try ClipboardChangeReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let clipboard = try Clipboard(display: server.display)
      let hung = try Offer("x", manner: .never, display: server.display)
      let start = ContinuousClock.now
      #expect(try await clipboard.text(within: .milliseconds(200)) == nil)
      #expect(ContinuousClock.now - start < .seconds(2))
      let next = try Offer("next", display: server.display)
      #expect(try await eventually { await changes.all.count == 2 })
      #expect(await changes.all.map(\.owner) == [hung.owner, next.owner])
      #expect(await changes.all.last?.isSecret == false)
      #expect(try await clipboard.text() == "next")
      hung.end()
      next.end()
    }

    @Test("A long text comes in pieces, and more than a mebibyte is not taken")
    func takesPieces() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let clipboard = try Clipboard(display: server.display)
      let text = String(repeating: "0123456789", count: 30_000)
      let long = try Offer(text, manner: .inPieces, display: server.display)
      #expect(try await clipboard.text(within: .seconds(5)) == text)
      let longest = try Offer(text + text + text + text, manner: .inPieces, display: server.display)
      let error = await #expect(throws: SurfaceError.self) { try await clipboard.text(within: .seconds(5)) }
      #expect(error?.code == .unsupported)
      long.end()
      longest.end()
    }

    @Test("What is copied in an application is read")
    func readsFromApplications() async throws {
      let server = try HeadlessDesktop()
      defer { server.end() }
      let windows = try WindowSystem(display: server.display)
      let (changes, task) = try ClipboardChangeReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let hand = try Hand(display: server.display)
      let clipboard = try Clipboard(display: server.display)
      for application in ["mousepad", "featherpad"] {
        await changes.clear()
        try server.start(application)
        #expect(
          try await eventually(within: .seconds(30)) { try await windows.activeWindow()?.application == application })
        try await hand.type("Ärger in \(application)")
        #expect(
          try await eventually {
            try await hand.press(Chord("a", modifiers: [.control]))
            try await hand.press(Chord("c", modifiers: [.control]))
            return try await eventually(within: .milliseconds(500)) { await !changes.all.isEmpty }
          })
        #expect(await changes.all.last?.isSecret == false)
        #expect(try await clipboard.text() == "Ärger in \(application)")
      }
    }

    @Test("A server that goes away ends the stream with a sentence")
    func endsWithTheServer() async throws {
      let server = try HeadlessDesktop()
      let (changes, task) = try ClipboardChangeReader(display: server.display).stream().gathered()
      defer { task.cancel() }
      let clipboard = try Clipboard(display: server.display)
      server.end()
      #expect(try await eventually { await changes.hasEnded })
      #expect((await changes.error as? SurfaceError)?.code == .closed)
      let error = await #expect(throws: SurfaceError.self) { try await clipboard.text() }
      #expect(error?.code == .closed)
    }
  }
}
