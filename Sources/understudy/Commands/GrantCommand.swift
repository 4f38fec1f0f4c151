import ArgumentParser
import Findings
import Foundation
import Guard
import Journal
import Surfaces
import Trace
import Watch

struct GrantCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant",
    abstract: "Say what may be watched, for what, and until when; list it; take it back.",
    discussion: """
      Nothing is recorded without a grant, and only what a grant names.

        understudy grant --browser https://tracker.example.org
        understudy grant --browser https://crm.example.org --file ~/invoices --frames --until 2026-12-31
        understudy grant --browser https://crm.example.org --for record,learn --keep record=90,learn=30
        understudy grant --app libreoffice-calc --app mousepad --except ~/private --except window:Salaries
        understudy grant --list
        understudy grant --withdraw 20261124-1f3a
        understudy grant --withdraw 20261124-1f3a --for learn

      An application is granted with all its windows, dialogs and menus, whatever document they show; its name is the one
      that its windows have (`xprop WM_CLASS`, the second part, in small letters). No other application's window is looked
      into: a file lets its rows be read, and no window be watched. Browsers are granted by their pages. Nothing is
      recorded of a window while its title has the words of --except window:WORDS in it, in small or large letters, nor of
      its dialogs and menus.

      Each purpose is given, kept for its own time and taken back by itself: record, learn (on this machine), perform,
      release:NAME (to that recipient), train (a shared model), aggregate (counted in figures about many). What is
      taken back ends at once, and what was made under it goes: models and stopped runs; what had been released is
      withdrawn, with a signed notice for who received it. What was recorded stays until you erase it.
      """)

  @Option(help: ArgumentHelp("A page, site or host that may be watched in the browser.", valueName: "place"))
  var browser: [String] = []

  @Option(
    help: ArgumentHelp("An application whose windows may be watched on an X11 desktop.", valueName: "name"))
  var app: [String] = []

  @Option(help: ArgumentHelp("A CSV file, or a folder of them, whose rows may be read.", valueName: "path"))
  var file: [String] = []

  @Option(
    help: ArgumentHelp(
      "A place that may not be watched although it lies inside one that may: a page, a file or folder, app:NAME, "
        + "window:WORDS.",
      valueName: "place"))
  var except: [String] = []

  @Flag(help: "Keep pictures of the window at each step.")
  var frames = false

  @Flag(help: "Keep prose that you write (otherwise only its length and shape are kept).")
  var text = false

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Purposes, separated by commas; record,learn,perform by default. With --withdraw: only these.",
      valueName: "purposes"))
  var purposes: String?

  @Option(
    help: ArgumentHelp(
      "For how many days what is recorded may serve a purpose, for example record=90,learn=30; until you take it back "
        + "where none is given.", valueName: "purpose=days"))
  var keep: String?

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
      try await take(back: withdraw, at: now, terminal)
    } else {
      await sayWhatIsNotOpen(terminal)
      try give(at: now, terminal)
    }
  }
}

// MARK: - Giving

extension GrantCommand {
  private func give(at now: Moment, _ terminal: Terminal) throws {
    guard !browser.isEmpty || !file.isEmpty || !app.isEmpty else {
      throw Failure(
        .usage,
        "Say what may be watched, for example: understudy grant --browser https://tracker.example.org, or --app "
          + "libreoffice-calc")
    }
    let purposes = try Self.purposes(in: purposes ?? "record,learn,perform")
    var grant = Grant(
      id: Self.identifier(at: now), scope: try scope(from: now), purposes: purposes, kept: try daysKept(for: purposes),
      given: now)
    let notice = GrantNotice(grant: grant, home: options.folders).text
    grant.notice = Notice(version: GrantNotice.version, text: notice)
    terminal.say(notice)
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
    for place in browser + app where place.hasPrefix("window:") {
      throw Failure(
        .usage, "A window can be excepted, not granted: write --app with its application, and --except \(place).")
    }
    let named = try (browser + files).map { try PlacePattern($0) } + applications()
    var surfaces: Set<SurfaceKind> = browser.isEmpty && files.isEmpty ? [] : [.browser]
    if !files.isEmpty || !app.isEmpty { surfaces.insert(.desktop) }
    return Scope(
      places: named, excluded: try except.map { try PlacePattern($0) }, surfaces: surfaces,
      keepsFrames: frames, keepsText: text, from: now, until: try lastMoment())
  }

  private func applications() throws -> [PlacePattern] {
    try app.map { name in
      guard !name.contains("/"), !name.contains(where: \.isNewline) else {
        throw Failure(
          .usage,
          "“\(name)” is no application's name. Write the name that its windows have, for example libreoffice-calc; a "
            + "file or folder is given with --file, a page with --browser.")
      }
      let place = try PlacePattern(name.hasPrefix("app:") ? name : "app:" + name)
      guard !WebBrowsers.areNamed(by: place.application ?? name) else {
        throw Failure(
          .usage,
          "“\(name)” is a browser: its windows do not say whose page they show, nor whether they are private ones. Grant "
            + "the pages instead: understudy grant --browser https://tracker.example.org")
      }
      return place
    }
  }

  /// An application that has no window open may be misspelt.
  private func sayWhatIsNotOpen(_ terminal: Terminal) async {
    guard !app.isEmpty else { return }
    let open = await OpenApplications.names().filter { !WebBrowsers.contain(application: $0) }
    guard !open.isEmpty else { return }
    for name in app where !name.hasSuffix("*") && !open.contains(name.lowercased()) {
      terminal.say(
        "No window of “\(name)” is open now. If it should be, check its name; open are: "
          + "\(open.joined(separator: ", ")).")
    }
  }

  private static func purposes(in text: String) throws -> Set<Purpose> {
    try Set(
      text.split(separator: ",").map { word in
        guard let purpose = Purpose(word.trimmingCharacters(in: .whitespaces)) else {
          throw Failure(
            .usage, "“\(word)” is no purpose. There are: record, learn, perform, release:NAME, train, aggregate.")
        }
        return purpose
      })
  }

  private func daysKept(for purposes: Set<Purpose>) throws -> [Purpose: Int] {
    var kept: [Purpose: Int] = [:]
    for term in (keep ?? "").split(separator: ",") {
      let parts = term.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, let purpose = Purpose(parts[0]), let days = Int(parts[1]), days > 0 else {
        throw Failure(.usage, "“\(term)” does not say how long. Write a purpose and days, for example learn=30.")
      }
      guard purposes.contains(purpose) else {
        throw Failure(.usage, "“\(purpose)” is kept for \(days) days, but not granted. Name it in --for too.")
      }
      kept[purpose] = days
    }
    return kept
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
      terminal.print("  places    \(PlaceText.places(of: grant.scope))")
      if !grant.scope.excluded.isEmpty {
        terminal.print("  except    \(grant.scope.excluded.map(PlaceText.words).joined(separator: ", "))")
      }
      terminal.print("  purposes  \(GrantText.purposes(of: grant, at: now))")
      terminal.print(
        "  pictures  \(grant.scope.keepsFrames ? "yes" : "no")   prose  \(grant.scope.keepsText ? "yes" : "no")")
    }
  }

  private func take(back id: String, at now: Moment, _ terminal: Terminal) async throws {
    let home = options.folders
    let named = try purposes.map { try Self.purposes(in: $0) }
    let withdrawal = try Withdrawal.carryOut(of: id, purposes: named, in: home, at: now)
    let isRecorded = try await RecorderControl(home: home).grantsChanged(at: SystemClock().now())
    let ended = withdrawal.grant.purposes.filter { named?.contains($0) ?? true }.sorted()
    terminal.print(
      "Grant \(id) is taken back: from now on nothing is done under it to "
        + ended.map { GrantText.deed($0) }.joined(separator: ", ") + ".")
    if isRecorded {
      terminal.print("  the recording that is on has been told: what is left of its grants is all it takes")
    }
    for item in withdrawal.discarded { terminal.print("  gone with it: \(item.kind.words) \(item.id)") }
    for release in withdrawal.recalled {
      terminal.print(
        "  withdrawn from \(release.recipient), who received it \(release.released.localTime). Send them: "
          + ReleaseStore(home: home).recallFile(of: release).path)
    }
    terminal.print("What was recorded is kept until you erase it: understudy forget")
  }
}
