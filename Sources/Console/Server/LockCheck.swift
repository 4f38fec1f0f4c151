import HTTPTypes
import Hummingbird

/// Shows nothing but the question for a confirmation in a session that was not used for long.
struct LockCheck: RouterMiddleware {
  let console: ConsoleServer

  func handle(
    _ request: Request, context: ConsoleContext, next: (Request, ConsoleContext) async throws -> Response
  ) async throws -> Response {
    let rest = request.uri.path.split(separator: "/").dropFirst().joined(separator: "/")
    guard context.isLocked, let session = context.session, !["confirm", "code"].contains(rest) else {
      return try await next(request, context)
    }
    guard request.method == .get else { return Response(status: .forbidden) }
    let page = ConfirmPage(
      root: context.root, path: "/\(rest)", asksPassphrase: await console.confirmation.asksPassphrase, isLocked: true)
    return ConsolePage(section: nil, title: page.title, body: page.body).response(in: session, status: .forbidden)
  }
}
