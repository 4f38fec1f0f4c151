import Exchange
import Foundation
import Guard
import HTTPTypes
import Hummingbird
import Journal
import Perform
import Surfaces
import Watch

extension ConsoleServer {
  /// What a page can ask to be done. Each is asked for by a form of the page, and answers with where to go on or a
  /// sentence.
  func addActions(to room: RouterGroup<ConsoleContext>) {
    room.post("code") { _, context in
      await confirmation.showCode(for: context.room)
      return try Response(json: ["message": "The terminal shows the code."])
    }
    room.post("confirm") { request, context in try await confirm(request, context) }
    room.post("leave") { _, context in
      await doorkeeper.leave(room: context.room)
      return try Response(json: ["to": "/"])
    }
    for (path, signal, state) in [("pause", SIGUSR1, IndicatorState.paused), ("resume", SIGUSR2, .recording)] {
      room.post(RouterPath(path)) { request, context in
        try await act(request, context) { _ in
          try await RecorderControl(home: home).send(signal, until: state)
          return "/now"
        }
      }
    }
    room.post("withdraw") { request, context in
      try await act(request, context) { words in
        try Withdrawal.carryOut(of: words["grant"] ?? "", in: home, at: clock.now())
        _ = try await RecorderControl(home: home).grantsChanged(at: clock.now())
        await library.renew()
        return "/grants"
      }
    }
    addCorrections(to: room)
    addErasing(to: room)
    addHandingOver(to: room)
    addRunning(to: room)
  }

  /// Does what was asked for, and says where to go on, or why not.
  func act(
    _ request: Request, _ context: ConsoleContext, confirmed: ([String: String]) -> Bool = { _ in false },
    _ body: ([String: String]) async throws -> String
  ) async throws -> Response {
    let words = try await request.words(context)
    guard !confirmed(words) || isRevealed(context) else {
      let path = request.uri.path.dropFirst(context.root.count)
      return try Response(
        json: ["to": "\(context.root)/confirm?to=\(DataPage.escaped(ConsoleServer.pageBefore(String(path))))"])
    }
    do {
      return try Response(json: ["to": context.root + (try await body(words))])
    } catch {
      guard let reason = ConsoleServer.reason(of: error) else { throw error }
      return try Response(json: ["message": reason], status: .conflict)
    }
  }

  /// What an error says to the person; nil for one that is none of theirs.
  static func reason(of error: any Error) -> String? {
    switch error {
    case let error as ActionProblem: error.reason
    case let error as JournalError: error.reason
    case let error as RecordingError: error.description
    case let error as GuardError: error.reason
    case let error as SurfaceError: error.reason
    case let error as TableError: error.description
    case let error as Halt: error.description
    default: nil
    }
  }

  /// The page from which something was asked for that needs a confirmation first.
  private static func pageBefore(_ action: String) -> String {
    if action.hasPrefix("/runs/") { return "/runs" }
    return action == "/release" ? "/releases" : "/data"
  }

  private func confirm(_ request: Request, _ context: ConsoleContext) async throws -> Response {
    let words = try await request.words(context)
    let isRight = await confirmation.isRight(words["secret"] ?? "", in: context.room)
    guard await doorkeeper.note(confirmed: isRight, in: context.room) else {
      return try Response(json: ["message": "That was wrong too often. Open a new link."], status: .unauthorized)
    }
    guard isRight else { return try Response(json: ["message": "That is not right."], status: .forbidden) }
    return try Response(json: ["to": context.root + ConsoleServer.local(words["to"] ?? "/now")])
  }

  /// A path below the room; anything else leads to the first page.
  static func local(_ path: String) -> String {
    path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\") ? path : "/now"
  }
}
