import ArgumentParser
import Foundation
import Journal
import Surfaces

struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Say how what is recorded is protected; change the passphrase, exchange keys, make a recovery key.",
    discussion: """
        understudy keys
        understudy keys unlock --minutes 15
        understudy keys lock
        understudy keys passphrase
        understudy keys recovery
        understudy keys rotate
      """,
    subcommands: [
      KeysShowCommand.self, KeysUnlockCommand.self, KeysLockCommand.self, KeysPassphraseCommand.self,
      KeysRecoveryCommand.self, KeysRotateCommand.self,
      KeysExportCommand.self,
    ],
    defaultSubcommand: KeysShowCommand.self)
}

struct KeysShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Say how the private key is protected.", discussion: "  understudy keys show")

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let home = options.folders
    terminal.print(
      try Keys.protection(in: home) == .passphrase
        ? "A passphrase protects the private key."
        : "No passphrase protects the private key: whoever can read your files can use it. "
          + "Give it one: understudy keys passphrase")
    terminal.print(
      try Keys.hasRecoveryKey(in: home)
        ? "There is a recovery key, which you wrote down."
        : "There is no recovery key: without the passphrase nothing can be read. Make one: understudy keys recovery")
  }
}

struct KeysUnlockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: "Keep the key open for a while after its last use, so that the passphrase is not asked for each time.",
    discussion: """
      It is held by the kernel, never on a disk, and is gone when the time is over or the machine stops.

        understudy keys unlock --minutes 15
      """)

  @Option(help: ArgumentHelp("For how long after its last use.", valueName: "minutes"))
  var minutes = 10

  @OptionGroup var options: HomeOptions

  func validate() throws {
    guard (1...480).contains(minutes) else { throw ValidationError("Give --minutes a number from 1 to 480.") }
  }

  func run() async throws {
    let terminal = Terminal.current
    let key = try options.unlock(terminal)
    try Keyring(home: options.folders).hold(key, for: minutes * 60)
    terminal.print("Open until \(minutes) minutes after the last use. Lock it at once: understudy keys lock")
  }
}

struct KeysLockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Ask for the passphrase again from now on.", discussion: "  understudy keys lock")

  @OptionGroup var options: HomeOptions

  func run() async throws {
    Keyring(home: options.folders).release()
    Terminal.current.print("Locked.")
  }
}

struct KeysPassphraseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Protect the private key by a new passphrase.",
    discussion: """
      Who has lost the passphrase opens the key by the recovery key.

        understudy keys passphrase
        understudy keys passphrase --recovery
      """)

  @Flag(help: "Open the key by the recovery key: it is asked for.")
  var recovery = false

  @Option(help: ArgumentHelp("Read the new passphrase from this file instead of asking.", valueName: "file"))
  var newPassphraseFile: String?

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let home = options.folders
    let person = recovery ? try recovered(terminal) : try options.unlock(terminal)
    let passphrase = try newPassphrase(terminal)
    try Keys.protect(in: home, opening: person, with: passphrase)
    terminal.print("The new passphrase protects the private key from now on.")
  }

  private func recovered(_ terminal: Terminal) throws -> PersonKey {
    guard let key = RecoveryKey(terminal.askSecretly("Recovery key: ") ?? "") else {
      throw Failure(.keyLocked, "This is no recovery key: a letter or digit is wrong. Nothing was changed.")
    }
    return try Keys.unlock(in: options.folders, recovery: key)
  }

  private func newPassphrase(_ terminal: Terminal) throws -> String {
    if let newPassphraseFile {
      guard let text = try? String(contentsOfFile: newPassphraseFile, encoding: .utf8) else {
        throw Failure(.fileUnreadable, "The file \(newPassphraseFile) could not be read. Check its path.")
      }
      return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
    guard let first = terminal.askSecretly("New passphrase: "), !first.isEmpty,
      terminal.askSecretly("Once more: ") == first
    else {
      throw Failure(.keyLocked, "No passphrase was given twice alike, so nothing was changed.")
    }
    return first
  }
}

struct KeysRecoveryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery",
    abstract: "Make a recovery key: shown once, to be written down on paper, and asked for once as a test.",
    discussion: """
      Nobody else has a copy. A recovery key that was made before opens nothing any more.

        understudy keys recovery
      """)

  @Flag(help: "Do not ask for it as a test.")
  var untested = false

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let person = try options.unlock(terminal)
    let key = try Keys.makeRecoveryKey(in: options.folders, opening: person)
    terminal.print(key.text)
    guard !untested, terminal.canAsk else { return }
    terminal.say("Write it down; it is not shown again.")
    while true {
      guard let typed = terminal.askSecretly("Type it in as a test: ") else { return }
      if RecoveryKey(typed)?.text == key.text { break }
      terminal.say("This is not it. Compare what you wrote with what is shown above.")
    }
    terminal.say("It opens your key.")
  }
}

struct KeysRotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Exchange the private key for a new one; the old one is destroyed.",
    discussion: "  understudy keys rotate")

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    try Keys.rotate(in: options.folders, opening: options.unlock(terminal))
    Keyring(home: options.folders).release()
    try Ledger(home: options.folders).append(LedgerEntry(.keysRotated, at: SystemClock().now()))
    terminal.print("The key was exchanged; the old one opens nothing any more. Passphrase and recovery key stay.")
  }
}

struct KeysExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Copy the keys to a file, for a backup: as protected as they are here.",
    discussion: """
      Put the copy back as keys/person.json in the data folder. A copy opens what was recorded until keys are exchanged.

        understudy keys export /media/stick/understudy-keys.json
      """)

  @Argument(help: "The file to write.")
  var file: String

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    guard try Keys.protection(in: options.folders) == .passphrase else {
      throw Failure(
        .keyLocked, "No passphrase protects the key, so a copy would open everything. First: understudy keys passphrase"
      )
    }
    try Keys.export(from: options.folders, to: URL(filePath: file))
    terminal.print("The keys, under their passphrase, were copied to \(file).")
  }
}
