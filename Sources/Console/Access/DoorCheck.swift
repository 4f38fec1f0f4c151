import HTTPTypes
import Hummingbird

/// Lets only those into a room who have its cookie, and only from the console's own pages.
struct DoorCheck: RouterMiddleware {
  let doorkeeper: Doorkeeper
  let port: @Sendable () -> Int

  func handle(
    _ request: Request, context: ConsoleContext, next: (Request, ConsoleContext) async throws -> Response
  ) async throws -> Response {
    guard DoorCheck.isFromHere(request) else { return Response(status: .forbidden) }
    let room = context.parameters.get("room") ?? ""
    let answer = await doorkeeper.answer(room: room, cookie: request.cookies[DoorCheck.cookie(port())]?.value)
    var context = context
    switch answer {
    case .stranger:
      return Response(status: .unauthorized, text: "This page opens only by the link that `understudy console` shows.")
    case .locked(let session):
      context.session = session
      context.isLocked = true
    case .welcome(let session): context.session = session
    }
    guard request.method == .get || DoorCheck.isOwnAction(request, of: context.session) else {
      return Response(status: .forbidden)
    }
    if request.method != .get || DoorCheck.isAskedByPerson(request) { await doorkeeper.attend(room: room) }
    return try await next(request, context)
  }

  /// What a session's cookie is called: cookies do not tell ports apart.
  static func cookie(_ port: Int) -> String { "understudy-\(port)" }

  /// Whether a person opened a page: they followed a link, or typed the address. Browsers say so, and do not where a
  /// page asks by itself.
  private static func isAskedByPerson(_ request: Request) -> Bool { request.headers[.secFetchUser] == "?1" }

  /// Whether no other site has a part in a request: neither one elsewhere nor one on another port of this machine.
  private static func isFromHere(_ request: Request) -> Bool {
    switch request.headers[.secFetchSite] {
    case nil: request.method == .get
    case "same-origin": true
    // Typed into the address bar, or opened from the history.
    case "none": request.method == .get
    default: false
    }
  }

  /// Whether a page's own script asks for something to be done: it says so in JSON, with the secret of its page.
  static func isOwnAction(_ request: Request, of session: Session?) -> Bool {
    isSameOrigin(request) && request.headers[.contentType] == "application/json"
      && request.headers[.understudy].map { session?.header.matches($0) ?? false } ?? false
  }

  /// Whether a page of exactly this address asks.
  static func isSameOrigin(_ request: Request) -> Bool {
    guard let authority = request.head.authority else { return false }
    return request.headers[.origin] == "http://\(authority)" && request.headers[.secFetchSite] == "same-origin"
  }
}

extension Response {
  init(status: HTTPResponse.Status, text: String) {
    self.init(
      status: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
