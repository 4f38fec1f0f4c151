import Foundation

/// Speaks HTTP to the console byte by byte, as a browser never would: any host, any header, any method.
struct WebClient: Sendable {
  var port: Int

  struct Answer: Sendable {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: String

    func header(_ name: String) -> String? { headers.first { $0.name == name.lowercased() }?.value }
    var words: [String: String] { (try? JSONDecoder().decode([String: String].self, from: Data(body.utf8))) ?? [:] }
  }

  struct Refused: Error {}

  /// Sends a request with exactly these headers, and reads until the console closes.
  func send(
    _ method: String, _ target: String, _ headers: [(String, String)], body: String = ""
  ) async throws -> Answer {
    // It waits on a thread of its own: the console may need those that tests run on.
    try await withCheckedThrowingContinuation { done in
      DispatchQueue.global().async { done.resume(with: Result { try exchange(method, target, headers, body: body) }) }
    }
  }

  /// Opens a stream as a page does, and reads until a text has come; whatever `then` does, the rest is read until the
  /// console closes.
  func stream(_ target: String, cookie: String, until text: String, then: () async throws -> Void) async throws {
    let headers = [("Host", "127.0.0.1:\(port)"), ("Sec-Fetch-Site", "same-origin"), ("Cookie", cookie)]
    let socket = try WebClient.connect(to: port)
    defer { close(socket) }
    try await waiting {
      let request = "GET \(target) HTTP/1.1\r\n" + headers.map { "\($0.0): \($0.1)\r\n" }.joined() + "\r\n"
      guard write(socket, request, request.utf8.count) == request.utf8.count else { throw Refused() }
      var answer = ""
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while !answer.contains(text) {
        let count = read(socket, &buffer, buffer.count)
        guard count > 0 else { throw Refused() }
        answer += String(decoding: buffer[..<count], as: UTF8.self)
      }
    }
    try await then()
    try await waiting {
      var answer = ""
      var buffer = [UInt8](repeating: 0, count: 65_536)
      // The last, empty part of an answer in parts.
      while !answer.hasSuffix("0\r\n\r\n") {
        let count = read(socket, &buffer, buffer.count)
        guard count > 0 else { return }
        answer += String(decoding: buffer[..<count], as: UTF8.self)
      }
    }
  }

  private func waiting(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      DispatchQueue.global().async { done.resume(with: Result { try body() }) }
    }
  }

  private func exchange(
    _ method: String, _ target: String, _ headers: [(String, String)], body: String
  ) throws -> Answer {
    var text = "\(method) \(target) HTTP/1.1\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    text += "Connection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    let socket = try WebClient.connect(to: port)
    defer { close(socket) }
    let bytes = Array(text.utf8)
    guard write(socket, bytes, bytes.count) == bytes.count else { throw Refused() }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(socket, &buffer, buffer.count), count > 0 { answer += buffer[..<count] }
    return try WebClient.parse(answer)
  }

  /// As the console's own pages ask.
  ///
  /// - Parameter attended: whether a person asks, rather than a page by itself.
  func own(
    _ method: String, _ target: String, cookie: String? = nil, secret: String? = nil, body: String = "",
    attended: Bool = true
  ) async throws -> Answer {
    var headers = [("Host", "127.0.0.1:\(port)"), ("Sec-Fetch-Site", "same-origin")]
    if attended { headers.append(("Sec-Fetch-User", "?1")) }
    if let cookie { headers.append(("Cookie", cookie)) }
    if method == "POST" {
      headers += [("Origin", "http://127.0.0.1:\(port)"), ("Content-Type", "application/json")]
    }
    if let secret { headers.append(("X-Understudy", secret)) }
    return try await send(method, target, headers, body: body)
  }

  static func connect(to port: Int) throws -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw Refused() }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(socket)
      throw Refused()
    }
    return socket
  }

  private static func parse(_ bytes: [UInt8]) throws -> Answer {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { throw Refused() }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (
        line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      )
    }
    return Answer(status: status, headers: headers, body: String(text[end.upperBound...]))
  }
}
