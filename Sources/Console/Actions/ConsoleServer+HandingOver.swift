import Findings
import Foundation
import Hummingbird
import Journal
import Surfaces
import Trace

extension ConsoleServer {
  /// Writing to a file for the person, and for a recipient whom a grant names. Both need a confirmation.
  func addHandingOver(to room: RouterGroup<ConsoleContext>) {
    room.post("export") { request, context in
      try await act(request, context, confirmed: { _ in true }) { words in
        let (events, content) = try await written { _ in true }
        try home.write(
          content, to: try path(words), called: "file with the events", from: Set(events.map(\.id.session)),
          at: clock.now())
        return "/grants"
      }
    }
    room.post("release") { request, context in
      try await act(request, context, confirmed: { _ in true }) { words in
        let (recipient, now) = (words["recipient"] ?? "", clock.now())
        let grants = try grants().filter { $0.stands(for: .release(to: recipient), at: now) }
        let (events, content) = try await written { grants.allow(.release(to: recipient), of: $0, at: now) }
        guard !events.isEmpty else { throw ActionProblem("No grant lets any of it be released to \(recipient).") }
        let (path, sessions) = (try path(words), Set(events.map(\.id.session)))
        try ReleaseStore(home: home).add(content, to: recipient, from: sessions, at: now)
        try home.write(content, to: path, called: "release", from: sessions, at: now)
        return "/releases"
      }
    }
  }

  private func path(_ words: [String: String]) throws -> String {
    let path = words["file"] ?? ""
    guard path.hasPrefix("/") else {
      throw ActionProblem("Say where the file is to be, from the root on: /home/anna/events.json")
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw ActionProblem("There is a file already. Choose another name.")
    }
    return path
  }

  private func written(_ isMeant: (Event) -> Bool) async throws -> (events: [Event], content: Data) {
    let reading = try await JournalReader(home: home, key: library.personKey()).events()
    let events = reading.events.filter(isMeant)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (events, try encoder.encode(events))
  }
}
