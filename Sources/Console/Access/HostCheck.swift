import HTTPTypes
import Hummingbird

/// Refuses whatever was not addressed to exactly this machine and port: a foreign name that was made to point here
/// (DNS rebinding) gets no further, whatever the method or path.
struct HostCheck: RouterMiddleware {
  let port: @Sendable () -> Int

  func handle(
    _ request: Request, context: ConsoleContext, next: (Request, ConsoleContext) async throws -> Response
  ) async throws -> Response {
    let hosts = request.headers[values: .host] + [request.head.authority].compactMap { $0 }
    let allowed = ["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port())" }
    guard !hosts.isEmpty, hosts.allSatisfy({ allowed.contains($0) }), request.head.path?.hasPrefix("/") == true else {
      return Response(status: .misdirectedRequest)
    }
    return try await next(request, context)
  }
}
