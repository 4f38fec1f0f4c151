import HTTPTypes
import Hummingbird

/// What every answer says to the browser: run and load nothing but the console's own files, keep nothing, tell nobody.
struct ResponseHeaders: RouterMiddleware {
  private static let fields: [(String, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), clipboard-read=()"),
    ("Cache-Control", "no-store"),
  ]

  func handle(
    _ request: Request, context: ConsoleContext, next: (Request, ConsoleContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch let error as HTTPError {
      response = try error.response(from: request, context: context)
    }
    for (name, value) in ResponseHeaders.fields {
      response.headers[HTTPField.Name(constant: name)] = value
    }
    return response
  }
}
