import Foundation
import Learn
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

extension X11Tests {
  @Suite("The desktop keeps the surfaces' contract")
  struct ContractTests {
    @Test("What is done in a GTK application is recorded, and leaves the same behind when it is performed anew")
    func gtk() async throws { try await recordAndPerform("mousepad") }

    @Test("What is done in a Qt application is recorded, and leaves the same behind when it is performed anew")
    func qt() async throws { try await recordAndPerform("featherpad") }

    @Test("What is done in LibreOffice Calc is recorded, and leaves the same behind when it is performed anew")
    func calc() async throws { try await recordAndPerform("soffice") }

    @Test("A dialog is submitted by Enter in its field; what is no act on a desktop is refused, with what is one")
    func submitted() async throws {
      let tried = try await RecordedDesktop("mousepad", folder: FileManager.default.temporaryDirectory)
      let desktop = tried.desktop
      func handle(_ role: Role, _ name: String) async throws -> ElementHandle {
        try await waiting(for: name) {
          try? await desktop.observe(within: Budget()).elements.first {
            $0.element.role == role && $0.element.name == name
          }?.handle
        }
      }
      let text = try await handle(.textbox, "")
      for action in DesktopContract.refused + [.submit] {
        for target in [text, nil] {
          await #expect("\(action)") {
            try await desktop.perform(action, on: target)
          } throws: { error in
            let refusal = try #require(error as? SurfaceError)
            return refusal.code == .unsupported && refusal.reason.contains(/\w\. [A-Z].*\.$/)
          }
        }
      }
      _ = try await desktop.perform(.fill("one\ntwo"), on: text)
      _ = try await desktop.perform(.press(Chord("l", modifiers: [.control])), on: text)
      let line = try await handle(.spinbutton, "Line number:")
      _ = try await desktop.perform(.fill("2"), on: line)
      _ = try await tried.settle()
      _ = try await desktop.perform(.submit, on: line)
      let events = try await tried.settle(2)
      #expect(events.map(\.brief) == ["press “Enter” spinbutton “Line number:”", "a window closed"])
      #expect(events.allSatisfy { $0.agent == .machine || $0.signal != nil })
      await tried.end()
    }

    private func recordAndPerform(_ application: String) async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-contract-\(UUID())")
      defer { try? FileManager.default.removeItem(at: folder) }
      let cases = DesktopContract.cases[application] ?? []
      var elements = DesktopContract.elements[application] ?? [:]
      var recorded: [(events: [Event], state: [String])] = []
      let tried = try await RecordedDesktop(application, folder: folder)
      for one in cases {
        do { try await one.act(tried.hand) } catch { Issue.record("\(one.name): the hand could not: \(error)") }
        let events = try await tried.settle(one.expected.count)
        #expect(events.map(\.brief) == one.expected, "\(one.name)")
        for (brief, element) in zip(events.map(\.brief), events.map(\.element)) {
          guard let expected = elements.removeValue(forKey: brief) else { continue }
          #expect(element?.whole == expected, "\(brief)")
        }
        recorded.append((events, try await tried.state()))
      }
      #expect(elements == [:], "Not told of.")
      await tried.end()
      try? FileManager.default.removeItem(at: folder)

      let performed = try await RecordedDesktop(application, folder: folder)
      let replay = Replay(surface: performed.desktop) { element, candidates in
        Locator(examples: [element]).locate(in: candidates).index
      }
      for (one, (events, state)) in zip(cases, recorded) {
        do { try await replay.perform(events) } catch { Issue.record("\(one.name): \(error)") }
        var left: [String] = []
        // A window that closes meanwhile cannot be looked into.
        _ = try await eventually(within: .seconds(5)) {
          left = (try? await performed.state()) ?? left
          return left.difference(from: state).isEmpty
        }
        #expect(left.difference(from: state).isEmpty, "\(one.name): \(left.difference(from: state))")
      }
      let machine = try await performed.settle()
      #expect(!machine.isEmpty)
      #expect(machine.filter { $0.agent != .machine && $0.signal == nil }.map(\.brief) == [])
      await performed.end()
    }
  }
}
