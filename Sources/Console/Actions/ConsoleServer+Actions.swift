import Foundation
import HTTPTypes
import Hummingbird
import Journal

extension ConsoleServer {
  func addActions(to room: RouterGroup<ConsoleContext>) {
    room.post("code") { _, _ in
      await confirmation.showCode()
      return try Response(json: ["message": "The terminal shows the code."])
    }
    room.post("confirm") { request, context in
      let words = try await request.words(context)
      let isRight = await confirmation.isRight(words["secret"] ?? "")
      guard await doorkeeper.note(confirmed: isRight, in: context.room) else {
        return try Response(json: ["message": "That was wrong too often. Open a new link."], status: .unauthorized)
      }
      guard isRight else { return try Response(json: ["message": "That is not right."], status: .forbidden) }
      return try Response(json: ["to": context.root + ConsoleServer.local(words["to"] ?? "/now")])
    }
    room.post("leave") { _, context in
      await doorkeeper.leave(room: context.room)
      return try Response(json: ["to": "/"])
    }
  }

  /// A path below the room; anything else leads to the first page.
  static func local(_ path: String) -> String {
    path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\") ? path : "/now"
  }
}
