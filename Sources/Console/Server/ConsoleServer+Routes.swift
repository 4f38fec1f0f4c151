import Foundation
import HTTPTypes
import Hummingbird
import Journal
import NIOCore

extension ConsoleServer {
  /// Every path there is. What lies outside of a room is the same for everybody and holds nothing of the person's.
  func router() -> Router<ConsoleContext> {
    let router = Router(context: ConsoleContext.self)
    router.add(middleware: ResponseHeaders())
    router.add(middleware: HostCheck(port: listens))
    router.get("/") { _, _ in Response(html: String(decoding: PackageResources.enter_html, as: UTF8.self)) }
    router.post("/enter") { request, context in try await enter(request, context) }
    for file in StaticFile.all {
      router.get(RouterPath(file.path)) { _, _ in file.response }
    }
    let room = router.group("/:room").add(middleware: DoorCheck(doorkeeper: doorkeeper, port: listens))
      .add(middleware: LockCheck(console: self))
    room.get("") { _, context in Response.redirect(to: "/\(context.room)/now", type: .normal) }
    addPages(to: room)
    addActions(to: room)
    return router
  }

  /// Exchanges the token of a link for a session.
  private func enter(_ request: Request, _ context: ConsoleContext) async throws -> Response {
    guard DoorCheck.isSameOrigin(request), request.headers[.contentType] == "application/json" else {
      return Response(status: .forbidden)
    }
    let words = try await request.words(context)
    guard let session = await doorkeeper.enter(with: words["token"] ?? "") else {
      return try Response(
        json: [
          "message": "This link was used already, or is older than a minute. Ask for another one in the terminal."
        ],
        status: .forbidden)
    }
    var response = try Response(json: ["to": "/\(session.room.text)/now"])
    response.setCookie(
      Cookie(
        name: DoorCheck.cookie(listens()), value: session.cookie.text, path: "/\(session.room.text)", secure: false,
        httpOnly: true, sameSite: .strict))
    return response
  }
}

extension ConsoleContext {
  /// The first part of the path: the session's own.
  var room: String { session?.room.text ?? "" }
  var root: String { "/\(room)" }
}

extension Request {
  /// What a page's script sent: names and texts. A name that is sent several times has its texts joined by commas.
  func words(_ context: ConsoleContext) async throws -> [String: String] {
    let body = try await body.collect(upTo: context.maxUploadSize)
    guard let words = try? JSONDecoder().decode([String: String].self, from: Data(body.readableBytesView)) else {
      throw HTTPError(.badRequest, message: "What was sent could not be understood.")
    }
    return words
  }

  /// A number in the query; 1 where there is none.
  var part: Int { uri.queryParameters.get("part", as: Int.self) ?? 1 }
}

extension Response {
  init(json words: [String: String], status: HTTPResponse.Status = .ok) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    self.init(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(words))))
  }
}
