import Foundation
public import Journal

/// How a run that was begun in a terminal is seen and answered in the console: a socket that only its owner can open.
///
/// Each connection holds one request and one answer, each a line of JSON.
public struct RunSocket: Sendable {
  enum Request: Codable {
    case look
    case answer(String?, number: Int)
    case stop
  }

  struct Reply: Codable {
    var view: RunView?
    /// Whether an answer was taken.
    var isTaken = false
  }

  /// Where the sockets of a home lie.
  static func folder(of home: Home) -> URL { home.state.appending(path: "runs", directoryHint: .isDirectory) }

  private let file: URL
  private let socket: Int32

  /// Listens for as long as ``close()`` is not called. Nil where no socket can be made there: its path is too long, or
  /// the disk is full; the run goes on without.
  public init?(of desk: RunDesk, in home: Home) {
    let folder = RunSocket.folder(of: home)
    file = folder.appending(path: "\(desk.id).sock")
    let listening = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard listening >= 0 else { return nil }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    } catch {
      Glibc.close(listening)
      return nil
    }
    // Found only once it listens: who is refused there takes it for one that a dead run left.
    let draft = folder.appending(path: "\(desk.id).new")
    guard RunSocket.address(draft.path, { bind(listening, $0, $1) }) == 0, chmod(draft.path, 0o600) == 0,
      listen(listening, 8) == 0, rename(draft.path, file.path) == 0
    else {
      unlink(draft.path)
      Glibc.close(listening)
      return nil
    }
    socket = listening
    DispatchQueue(label: "understudy.run").async {
      while true {
        let guest = accept(listening, nil, nil)
        guard guest >= 0 else {
          if errno == EINTR || errno == ECONNABORTED { continue }
          return
        }
        _ = fcntl(guest, F_SETFD, FD_CLOEXEC)
        RunSocket.patience(of: guest)
        guard let line = RunSocket.line(from: guest),
          let request = try? JSONDecoder().decode(Request.self, from: line)
        else {
          Glibc.close(guest)
          continue
        }
        Task {
          let reply = await RunSocket.reply(of: desk, to: request)
          if let bytes = try? JSONEncoder().encode(reply) { RunSocket.write(bytes, to: guest) }
          Glibc.close(guest)
        }
      }
    }
  }

  /// Takes the socket away.
  public func close() {
    try? FileManager.default.removeItem(at: file)
    shutdown(socket, Int32(SHUT_RDWR))
    Glibc.close(socket)
  }

  private static func reply(of desk: RunDesk, to request: Request) async -> Reply {
    switch request {
    case .look: return Reply(view: await desk.view)
    case .answer(let text, let number): return Reply(isTaken: await desk.answer(text, to: number))
    case .stop:
      await desk.stop()
      return Reply(isTaken: true)
    }
  }

  // MARK: - The other end

  /// The names of the runs that may be going on.
  static func names(in home: Home) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder(of: home).path)
    return (files ?? []).filter { $0.hasSuffix(".sock") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Asks a run; nil where it is not there any more.
  static func ask(_ name: String, _ request: Request, in home: Home) async -> Reply? {
    guard names(in: home).contains(name), let bytes = try? JSONEncoder().encode(request) else { return nil }
    let file = folder(of: home).appending(path: "\(name).sock")
    return await withCheckedContinuation { done in
      DispatchQueue.global().async {
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        defer { Glibc.close(socket) }
        guard socket >= 0, address(file.path, { connect(socket, $0, $1) }) == 0 else {
          // Its process is gone, and left it.
          if errno == ECONNREFUSED { try? FileManager.default.removeItem(at: file) }
          return done.resume(returning: nil)
        }
        patience(of: socket)
        write(bytes, to: socket)
        done.resume(returning: line(from: socket).flatMap { try? JSONDecoder().decode(Reply.self, from: $0) })
      }
    }
  }

  // MARK: - Bytes

  private static func address(_ path: String, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return -1 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { use($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }

  /// Whoever says nothing for five seconds is not waited for.
  private static func patience(of socket: Int32) {
    var time = timeval(tv_sec: 5, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(socket, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  /// A line, at most 16 MB; nil where there is none.
  private static func line(from socket: Int32) -> Data? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 16 << 20 {
      let count = read(socket, &buffer, buffer.count)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      if let end = bytes.firstIndex(of: 10) { return Data(bytes[..<end]) }
    }
    return nil
  }

  private static func write(_ bytes: Data, to socket: Int32) {
    var rest = Array(bytes) + [10]
    while !rest.isEmpty {
      let count = send(socket, rest, rest.count, Int32(MSG_NOSIGNAL))
      guard count > 0 else { return }
      rest.removeFirst(count)
    }
  }
}
