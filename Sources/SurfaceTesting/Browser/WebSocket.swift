import Foundation
import Glibc
import Synchronization

/// A WebSocket to a program on loopback, as much of it as a browser's DevTools port needs: text messages both ways.
final class WebSocket: Sendable {
  /// What arrives, in order; ends with the connection.
  let messages: AsyncStream<Data>
  private let socket: Int32
  private let sending = Mutex(())

  /// Connects, and waits for the other side to agree.
  init(port: Int, path: String) throws {
    socket = try Self.connect(port: port)
    let (messages, continuation) = AsyncStream.makeStream(of: Data.self)
    self.messages = messages
    try Self.write(
      Data(
        """
        GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
        Sec-WebSocket-Key: dW5kZXJzdHVkeS10ZXN0cw==\r\nSec-WebSocket-Version: 13\r\n\r\n
        """.utf8), to: socket)
    var head = Data()
    while !head.hasSuffix("\r\n\r\n") { head.append(try Self.read(1, from: socket)) }
    guard String(decoding: head, as: UTF8.self).contains(" 101 ") else { throw POSIXError(.ECONNREFUSED) }
    let socket = socket
    Thread.detachNewThread {
      while let message = try? Self.message(from: socket) { continuation.yield(message) }
      continuation.finish()
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  /// Sends a text.
  func send(_ text: Data) throws {
    var frame = Data([0x81])
    switch text.count {
    case ..<126: frame.append(0x80 | UInt8(text.count))
    case ..<65536: frame.append(contentsOf: [0x80 | 126, UInt8(text.count >> 8), UInt8(text.count & 0xff)])
    default:
      frame.append(0x80 | 127)
      withUnsafeBytes(of: UInt64(text.count).bigEndian) { frame.append(contentsOf: $0) }
    }
    // A mask of zeros leaves the text as it is.
    frame.append(contentsOf: [0, 0, 0, 0])
    frame.append(text)
    try sending.withLock { _ in try Self.write(frame, to: socket) }
  }

  /// The body of a page that the same port serves, for example `/json/list`.
  static func get(_ path: String, port: Int) throws -> Data {
    let socket = try connect(port: port)
    defer { close(socket) }
    try write(Data("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n".utf8), to: socket)
    var reply = Data()
    while !reply.hasSuffix("\r\n\r\n") { reply.append(try read(1, from: socket)) }
    let head = String(decoding: reply, as: UTF8.self).lowercased()
    let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
    return try read(length.flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0, from: socket)
  }

  private static func message(from socket: Int32) throws -> Data {
    var message = Data()
    while true {
      let head = try read(2, from: socket)
      var length = Int(head[1] & 0x7f)
      if length == 126 { length = try read(2, from: socket).reduce(0) { $0 << 8 | Int($1) } }
      if length == 127 { length = try read(8, from: socket).reduce(0) { $0 << 8 | Int($1) } }
      let part = try read(length, from: socket)
      guard head[0] & 0x0f <= 2 else { throw POSIXError(.ECONNRESET) }
      message.append(part)
      if head[0] & 0x80 != 0 { return message }
    }
  }

  private static func connect(port: Int) throws -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let failed = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) != 0
      }
    }
    if failed {
      close(socket)
      throw POSIXError(.ECONNREFUSED)
    }
    var on: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    return socket
  }

  private static func read(_ count: Int, from socket: Int32) throws -> Data {
    var bytes = Data(count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { recv(socket, $0.baseAddress?.advanced(by: done), count - done, 0) }
      guard got > 0 else { throw POSIXError(.ECONNRESET) }
      done += got
    }
    return bytes
  }

  private static func write(_ bytes: Data, to socket: Int32) throws {
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress?.advanced(by: done), bytes.count - done, Int32(MSG_NOSIGNAL))
      }
      guard put > 0 else { throw POSIXError(.EPIPE) }
      done += put
    }
  }
}

extension Data {
  fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count) == Data(text.utf8) }
}
