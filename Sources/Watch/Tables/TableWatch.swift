internal import Exchange
public import Foundation
public import Surfaces
public import Trace

/// Watches the files of rows that a grant names, so that typed values can be traced to their columns.
///
/// A file that the grant names itself is read when recording starts; the files of a folder are read when a program
/// opens them. A file that has changed is read again when it is opened again.
public actor TableWatch {
  private let places: [URL]
  private let clock: any WallClock
  /// The version of each file that was last told of.
  private var told: [String: Date] = [:]

  /// - Parameter places: files, and folders of files, as the grants name them.
  public init(places: [URL], clock: any WallClock) {
    self.places = places
    self.clock = clock
  }

  /// The files that are opened, as signals, until the reading task is cancelled. A file that cannot be read is told of
  /// with the reason.
  public nonisolated func events() -> AsyncStream<Event> {
    AsyncStream { continuation in
      let task = Task { await watch(continuation) }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private func watch(_ continuation: AsyncStream<Event>.Continuation) async {
    let folders = places.filter(\.isFolder)
    let opened = OpenedFiles(in: folders)
    for file in places where !file.isFolder {
      if let event = event(for: file) { continuation.yield(event) }
    }
    for await file in opened.names() where ["csv", "tsv"].contains(file.pathExtension.lowercased()) {
      if let event = event(for: file) { continuation.yield(event) }
    }
    continuation.finish()
  }

  /// What to tell of a file; nil where this version of it was told of already.
  private func event(for file: URL) -> Event? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    guard let version = attributes?[.modificationDate] as? Date, told[file.path] != version else { return nil }
    told[file.path] = version
    let signal: Signal
    do {
      signal = .opened(try Table(csv: Data(contentsOf: file), named: file.lastPathComponent))
    } catch {
      signal = .notRecorded("The rows of a granted file could not be read. \(error)")
    }
    return Event(
      id: EventID(session: "", sequence: 0), time: clock.now(), surface: .desktop,
      place: Place(application: "file", window: "", title: file.lastPathComponent, document: file.path),
      occurrence: .signal(signal))
  }
}

extension URL {
  fileprivate var isFolder: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
