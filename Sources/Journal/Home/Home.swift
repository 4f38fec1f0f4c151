public import Foundation

/// The folders that hold everything Understudy keeps: data, configuration, state.
///
/// By the XDG base directory specification, or all of them below one folder (`--home DIR`), which is also how tests
/// stay apart. Folders are readable by their owner only (0700), and so are files (0600).
public struct Home: Sendable, Hashable {
  /// What was recorded and what was made of it.
  public var data: URL
  /// The person's own rules.
  public var configuration: URL
  /// Logs, which never hold recorded content, and what tells running programs of each other.
  public var state: URL

  /// Everything below one folder: `DIR/data`, `DIR/config`, `DIR/state`.
  public init(directory: String) {
    let root = URL(filePath: directory, directoryHint: .isDirectory)
    data = root.appending(path: "data", directoryHint: .isDirectory)
    configuration = root.appending(path: "config", directoryHint: .isDirectory)
    state = root.appending(path: "state", directoryHint: .isDirectory)
  }

  /// The folders that the XDG specification names, given the environment.
  public init(environment: [String: String]) {
    let user = URL(filePath: environment["HOME"] ?? NSHomeDirectory(), directoryHint: .isDirectory)
    func folder(_ variable: String, _ usual: String) -> URL {
      // The specification says that a relative path is to be ignored.
      let base =
        environment[variable].flatMap { $0.hasPrefix("/") ? URL(filePath: $0, directoryHint: .isDirectory) : nil }
        ?? user.appending(path: usual, directoryHint: .isDirectory)
      return base.appending(path: "understudy", directoryHint: .isDirectory)
    }
    data = folder("XDG_DATA_HOME", ".local/share")
    configuration = folder("XDG_CONFIG_HOME", ".config")
    state = folder("XDG_STATE_HOME", ".local/state")
  }

  /// The journal's rows.
  public var journal: URL { data.appending(path: "journal.sqlite") }
  /// Sealed pictures, one folder a session.
  public var frames: URL { data.appending(path: "frames", directoryHint: .isDirectory) }
  public var keys: URL { data.appending(path: "keys", directoryHint: .isDirectory) }
  public var models: URL { data.appending(path: "models", directoryHint: .isDirectory) }
  /// The receipts of grants.
  public var grants: URL { data.appending(path: "grants", directoryHint: .isDirectory) }
  public var ledger: URL { data.appending(path: "ledger", directoryHint: .isDirectory) }
  /// What was released, and the notices that it was withdrawn.
  public var releases: URL { data.appending(path: "releases", directoryHint: .isDirectory) }
  /// The receipts of erasures.
  public var erasures: URL { ledger.appending(path: "erasures", directoryHint: .isDirectory) }

  /// Keeps 32 MiB of the disk free, where there is plenty, so that erasing still works once it is full.
  public func reserveSpaceForErasing() { Ballast(home: self).reserve() }

  /// Makes every folder that is missing, for its owner only.
  public func create() throws(JournalError) {
    for folder in [data, configuration, state, frames, keys, models, grants, ledger] {
      try Folder.create(folder)
    }
  }
}
