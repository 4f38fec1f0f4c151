import Foundation
import Glibc

/// A web server on loopback that serves the files of one folder, for surfaces to be tried on.
///
/// Two of them are two origins. It knows the few things a page needs to be tried: forms may be posted to any file,
/// `?download` serves a file as a download, and pages are isolated from other origins, so that their clock is fine
/// enough to measure with.
///
/// ```swift
/// let server = try PageServer(folder: pages)
/// print(server.origin)   // http://127.0.0.1:41873
/// ```
public final class PageServer: Sendable {
  /// For example `http://127.0.0.1:41873`.
  public let origin: String
  private let socket: Int32

  /// The same pages under another name, and so another site: a frame of it has a process of its own.
  public var otherSite: String { origin.replacingOccurrences(of: "127.0.0.1", with: "localhost") }

  /// Serves the files below `folder` until this value is gone. `replacements` are made in every HTML file: a page
  /// that names another server writes a word that stands for its origin.
  ///
  /// - Parameter isIsolated: Whether pages are isolated from other origins. They cannot hold frames of one then.
  /// - Throws: `POSIXError` where there is no port to listen on.
  public init(folder: String, replacements: [String: String] = [:], isIsolated: Bool = false) throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let failure = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(socket, generic, size) != 0 || listen(socket, 64) != 0 || getsockname(socket, generic, &size) != 0
      }
    }
    guard !failure else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    origin = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    self.socket = socket
    let site = Site(folder: folder, replacements: replacements, isIsolated: isIsolated)
    Thread.detachNewThread {
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else { return }
        Thread.detachNewThread { site.answer(on: connection) }
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }
}

/// What is served, and how.
private struct Site: Sendable {
  var folder: String
  var replacements: [String: String]
  var isIsolated: Bool

  /// Answers the one request of a connection.
  func answer(on connection: Int32) {
    defer { close(connection) }
    guard let request = read(from: connection) else { return }
    let target = request.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
    let path = target.prefix { $0 != "?" }.removingPercentEncoding ?? "/"
    guard !path.contains(".."), var body = FileManager.default.contents(atPath: folder + path) else {
      write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", Data(), to: connection)
      return
    }
    var headers = ["Content-Type: \(Self.mediaType(of: path))", "Cache-Control: no-store", "Connection: close"]
    if path.hasSuffix(".html") {
      var text = String(decoding: body, as: UTF8.self)
      for (word, value) in replacements { text = text.replacingOccurrences(of: word, with: value) }
      body = Data(text.utf8)
    }
    if isIsolated {
      headers += ["Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Embedder-Policy: require-corp"]
    }
    if target.hasSuffix("?download") {
      headers.append("Content-Disposition: attachment; filename=\"\(path.split(separator: "/").last ?? "file")\"")
    }
    headers.append("Content-Length: \(body.count)")
    write("HTTP/1.1 200 OK\r\n\(headers.joined(separator: "\r\n"))\r\n\r\n", body, to: connection)
  }

  /// The request's head, and its body read away; nil where the other side went.
  private func read(from connection: Int32) -> String? {
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 65536)
    var wanted: Int?
    while wanted.map({ bytes.count < $0 }) ?? true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes.append(contentsOf: buffer[..<count])
      if wanted == nil, let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        wanted = end.upperBound + (length.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ head: String, _ body: Data, to connection: Int32) {
    let bytes = [UInt8](Data(head.utf8) + body)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      sent += count
    }
  }

  private static func mediaType(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "js": "text/javascript"
    case "css": "text/css"
    case "csv": "text/csv"
    case "svg": "image/svg+xml"
    default: "application/octet-stream"
    }
  }
}
