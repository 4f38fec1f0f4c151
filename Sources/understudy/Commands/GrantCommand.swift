import ArgumentParser
import Foundation
import Guard
import Journal
import Surfaces
import Trace

struct GrantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant",
    abstract: "Say what may be watched, for what, and until when; list it; take it back.",
    discussion: """
      Nothing is recorded without a grant, and only what a grant names.

        understudy grant --browser https://tracker.example.org
        understudy grant --browser https://crm.example.org --file ~/invoices --frames --until 2026-12-31
        understudy grant --list
        understudy grant --withdraw 20261124-1f3a
      """)

  @Option(help: ArgumentHelp("A page, site or host that may be watched in the browser.", valueName: "place"))
  var browser: [String] = []

  @Option(help: ArgumentHelp("A CSV file, or a folder of them, whose rows may be read.", valueName: "path"))
  var file: [String] = []

  @Option(
    help: ArgumentHelp("A place that may not be watched although it lies inside one that may.", valueName: "place"))
  var except: [String] = []

  @Flag(help: "Keep pictures of the window at each step.")
  var frames = false

  @Flag(help: "Keep prose that you write (otherwise only its length and shape are kept).")
  var text = false

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Purposes, separated by commas: record, learn, perform.", valueName: "purposes"))
  var purposes = "record,learn,perform"

  @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "yyyy-mm-dd"))
  var until: String?

  @Flag(help: "List every grant that was given.")
  var list = false

  @Option(help: ArgumentHelp("Take this grant back.", valueName: "id"))
  var withdraw: String?

  @Flag(help: "With --list: as JSON.")
  var json = false

  @Flag(help: "Agree to the notice without being asked, for scripts; it is printed all the same.")
  var yes = false

  @OptionGroup var options: HomeOptions

  func run() async throws {
    let terminal = Terminal.current
    let now = SystemClock().now()
    if list {
      try show(try GrantStore(home: options.folders).grants(), at: now, terminal)
    } else if let withdraw {
      try take(back: withdraw, at: now, terminal)
    } else {
      try give(at: now, terminal)
    }
  }
}

// MARK: - Giving

extension GrantCommand {
  private func give(at now: Moment, _ terminal: Terminal) throws {
    guard !browser.isEmpty || !file.isEmpty else {
      throw Failure(
        .usage, "Say what may be watched, for example: understudy grant --browser https://tracker.example.org")
    }
    let grant = Grant(
      id: Self.identifier(at: now), scope: try scope(from: now), purposes: try chosenPurposes(), given: now)
    terminal.say(GrantNotice(grant: grant, home: options.folders).text)
    if !yes {
      let answer = terminal.ask("Do you agree? Type yes: ")
      guard answer?.lowercased() == "yes" else {
        throw Failure(
          .notApproved,
          terminal.canAsk
            ? "Nothing was granted." : "Nothing was granted: nobody could be asked. Agree in a terminal, or with --yes."
        )
      }
    }
    try makeKeys(terminal)
    try GrantStore(home: options.folders).add(grant)
    terminal.print("Granted as \(grant.id). Take it back at any time: understudy grant --withdraw \(grant.id)")
  }

  private func scope(from now: Moment) throws -> Scope {
    let files = file.map { URL(filePath: $0).standardizedFileURL.path }
    for path in files where !FileManager.default.fileExists(atPath: path) {
      throw Failure(.fileUnreadable, "There is no file or folder at \(path). Check the path given to --file.")
    }
    return Scope(
      places: try (browser + files).map { try PlacePattern($0) }, excluded: try except.map { try PlacePattern($0) },
      surfaces: files.isEmpty ? [.browser] : [.browser, .desktop], keepsFrames: frames, keepsText: text, from: now,
      until: try lastMoment())
  }

  private func chosenPurposes() throws -> Set<Purpose> {
    try Set(
      purposes.split(separator: ",").map { word in
        guard let purpose = Purpose(word.trimmingCharacters(in: .whitespaces)) else {
          throw Failure(
            .usage, "“\(word)” is no purpose. There are: record, learn, perform, release:NAME, train, aggregate.")
        }
        return purpose
      })
  }

  /// The end of the last day, in this machine's own time zone.
  private func lastMoment() throws -> Moment? {
    guard let until else { return nil }
    let format = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
    guard let day = try? format.parse(until),
      let end = Calendar.current.date(byAdding: .day, value: 1, to: day)
    else {
      throw Failure(.usage, "“\(until)” is no day. Write it as 2026-12-31.")
    }
    return Moment(seconds: end.timeIntervalSince1970)
  }

  private static func identifier(at moment: Moment) -> String {
    let day = Date(timeIntervalSince1970: moment.seconds).formatted(
      .iso8601.year().month().day().dateSeparator(.omitted))
    return "\(day)-" + String(UInt16.random(in: 0x1000...UInt16.max), radix: 16)
  }

  /// The keys are made with the first grant, so that there is always one to seal to.
  private func makeKeys(_ terminal: Terminal) throws {
    let home = options.folders
    guard !Keys.exist(in: home) else { return }
    let given = try options.givenPassphrase()
    let passphrase =
      given ?? terminal.askSecretly("Choose a passphrase for what is recorded (empty for none): ") ?? ""
    try Keys.create(in: home, passphrase: passphrase.isEmpty ? nil : passphrase)
    if passphrase.isEmpty {
      terminal.say(
        "What is recorded is sealed to a key in \(home.keys.path) that no passphrase protects: whoever can read "
          + "your files can read it. Protect it: understudy keys --help")
    }
  }
}

// MARK: - Listing and taking back

extension GrantCommand {
  private func show(_ grants: [Grant], at now: Moment, _ terminal: Terminal) throws {
    if json { return try terminal.print(json: grants) }
    guard !grants.isEmpty else {
      return terminal.print("Nothing is granted. Start: understudy grant --browser https://tracker.example.org")
    }
    for grant in grants {
      let state = grant.withdrawn != nil ? "taken back" : grant.scope.holds(at: now) ? "holds" : "has ended"
      terminal.print("\(terminal.bold(grant.id))  \(state)")
      terminal.print("  places    \(grant.scope.places.map(\.description).joined(separator: ", "))")
      if !grant.scope.excluded.isEmpty {
        terminal.print("  except    \(grant.scope.excluded.map(\.description).joined(separator: ", "))")
      }
      terminal.print("  purposes  \(grant.purposes.sorted().map(\.description).joined(separator: ", "))")
      terminal.print(
        "  pictures  \(grant.scope.keepsFrames ? "yes" : "no")   prose  \(grant.scope.keepsText ? "yes" : "no")")
    }
  }

  private func take(back id: String, at now: Moment, _ terminal: Terminal) throws {
    let home = options.folders
    try GrantStore(home: home).withdraw(id, at: now)
    terminal.print("Grant \(id) is taken back: nothing is recorded under it any more.")
  }
}
