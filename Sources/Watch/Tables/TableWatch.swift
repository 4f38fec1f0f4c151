internal import Exchange
public import Foundation
public import Trace

/// Watches the files of rows that a grant names: each one is an event when recording starts and whenever it changes,
/// so that typed values can be traced to its columns.
public actor TableWatch {
  private let files: [URL]
  private var seen: [URL: Date] = [:]

  public init(files: [URL]) {
    self.files = files
  }

  /// The files that are new or have changed since the last call, as signals. A file that cannot be read (yet) is an
  /// event that says so, once per change.
  public func changes(at moment: Moment) -> [Event] {
    files.flatMap(\.tables).compactMap { file in
      guard let changed = try? file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate,
        seen[file] != changed
      else { return nil }
      seen[file] = changed
      return event(for: file, at: moment)
    }
  }

  private func event(for file: URL, at moment: Moment) -> Event {
    let signal: Signal
    do {
      signal = .opened(try Table(csv: Data(contentsOf: file), named: file.lastPathComponent))
    } catch {
      signal = .notRecorded("The rows of a granted file could not be read: \(error)")
    }
    return Event(
      id: EventID(session: "", sequence: 0), time: moment, surface: .desktop,
      place: Place(application: "file", window: "", title: file.lastPathComponent, document: file.path),
      occurrence: .signal(signal))
  }
}

extension URL {
  /// The file itself, or the CSV files of a folder in the order of their names.
  fileprivate var tables: [URL] {
    guard hasDirectoryPath || (try? resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true else {
      return [self]
    }
    let inside = try? FileManager.default.contentsOfDirectory(
      at: self, includingPropertiesForKeys: [.contentModificationDateKey])
    return (inside ?? [])
      .filter { ["csv", "tsv"].contains($0.pathExtension.lowercased()) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
