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

    private func recordAndPerform(_ application: String) async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "understudy-contract-\(UUID())")
      defer { try? FileManager.default.removeItem(at: folder) }
      let cases = DesktopContract.cases[application] ?? []
      var recorded: [(events: [Event], state: [String])] = []
      let tried = try await RecordedDesktop(application, folder: folder)
      for one in cases {
        do { try await one.act(tried.hand) } catch { Issue.record("\(one.name): the hand could not: \(error)") }
        let events = try await tried.settle()
        #expect(events.map(\.brief) == one.expected, "\(one.name)")
        recorded.append((events, try await tried.state()))
      }
      await tried.end()
      try? FileManager.default.removeItem(at: folder)

      let performed = try await RecordedDesktop(application, folder: folder)
      let replay = Replay(surface: performed.desktop) { element, candidates in
        Locator(examples: [element]).locate(in: candidates).index
      }
      for (one, (events, state)) in zip(cases, recorded) {
        do { try await replay.perform(events) } catch { Issue.record("\(one.name): \(error)") }
        let machine = try await performed.settle()
        #expect(machine.allSatisfy { $0.agent == .machine || $0.signal != nil }, "\(one.name)")
        let left = try await performed.state()
        #expect(left.difference(from: state).isEmpty, "\(one.name): \(left.difference(from: state))")
      }
      await performed.end()
    }
  }
}
