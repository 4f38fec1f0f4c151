import ArgumentParser
import Foundation
import Journal

/// Where everything is kept, and how it is opened: shared by every command.
struct HomeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Keep everything below this folder instead of the usual ones.", valueName: "dir"))
  var home: String?

  @Option(
    help: ArgumentHelp("Read the journal's passphrase from this file instead of asking for it.", valueName: "file"))
  var passphraseFile: String?

  /// The folders.
  var folders: Home {
    home.map { Home(directory: $0) } ?? Home(environment: ProcessInfo.processInfo.environment)
  }

  /// The journal, opened with the person's key: asks for the passphrase where there is one.
  func openJournal(_ terminal: Terminal) throws -> JournalReader {
    let key = try unlock(recorded: terminal)
    return try JournalReader(home: folders, key: key)
  }

  /// The person's key, where something was recorded.
  func unlock(recorded terminal: Terminal) throws -> PersonKey {
    guard Keys.exist(in: folders), FileManager.default.fileExists(atPath: folders.journal.path) else {
      throw Failure(.nothingRecorded, "Nothing was recorded yet in \(folders.data.path). Start: understudy record")
    }
    return try unlock(terminal)
  }

  /// The person's key: asks for the passphrase where there is one.
  func unlock(_ terminal: Terminal) throws -> PersonKey {
    guard try Keys.protection(in: folders) == .passphrase else { return try Keys.unlock(in: folders) }
    if passphraseFile == nil, let held = Keyring(home: folders).key() { return held }
    return try Keys.unlock(in: folders, passphrase: givenPassphrase() ?? terminal.askSecretly("Passphrase: "))
  }

  /// The passphrase of the file that was named; nil where none was.
  func givenPassphrase() throws -> String? {
    guard let passphraseFile else { return nil }
    do {
      let text = try String(contentsOfFile: passphraseFile, encoding: .utf8)
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    } catch {
      throw Failure(.fileUnreadable, "The passphrase file \(passphraseFile) could not be read. Check its path.")
    }
  }
}
