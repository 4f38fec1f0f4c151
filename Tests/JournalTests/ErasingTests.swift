import Crypto
import Foundation
import GRDB
import Guard
import Planted
import Testing
import Trace

@testable import Journal

@Suite("Erasing erases: rows, pictures, what was made of them, and the keys")
struct ErasingTests {
  /// A home with three sessions, in each of which canaries are typed, shown in pictures and in titles.
  struct Office {
    let temporary: TemporaryHome
    var home: Home { temporary.home }
    /// By session.
    var canaries: [String: [String]] = [:]

    init(passphrase: String? = nil) async throws {
      temporary = try TemporaryHome()
      try Keys.create(in: temporary.home, passphrase: passphrase)
      for session in ["a", "b", "c"] {
        canaries[session] = (0..<100).map { "Canary\(session)\($0 * 7919 % 10_007)flies\($0)" }
        try await record(session)
      }
    }

    func record(_ session: String) async throws {
      var tracker = try Tracker(session: session)
      let writer = try JournalWriter(
        home: home, keys: Keys.recorder(in: home), session: session, at: monday)
      var events: [Sanitized<Event>] = []
      for (number, canary) in (canaries[session] ?? []).enumerated() {
        let frame = Frame(
          id: "f\(number / 2)", mediaType: "image/png", width: 1, height: 1, masked: [],
          pixels: PlantedPicture(saying: "pixels of \(session) \(number / 2)").bytes)
        var event = tracker.event(number, filling: canary, frame: frame, after: Double(number))
        event.place.title = "Saved \(canary)"
        if number >= 50 { event.place.document = "https://tracker.example.org/private/\(number)" }
        let sanitized = tracker.sanitizer.sanitize(event)
        events.append(try #require(sanitized))
      }
      try await writer.append(events)
      await writer.end()
    }

    func key(_ passphrase: String? = nil) throws -> PersonKey { try Keys.unlock(in: home, passphrase: passphrase) }

    func texts() async throws -> [String] {
      let reading = try await JournalReader(home: home, key: key()).events()
      #expect(reading.damaged == 0)
      return reading.events.compactMap { if case .action(.fill(let text)) = $0.occurrence { text } else { nil } }
    }

    /// The data keys of a session, as they are used.
    func keys(of session: String) throws -> [Data] {
      try SessionKeyFile.all(of: session, in: home).map {
        try SessionKey.open(session, generation: $0.generation, with: key(), in: home).key.bytes
      }
    }
  }

  @Test("A session goes with its rows, pictures and key; the others still open; the ledger says so")
  func session() async throws {
    let office = try await Office()
    let destroyed = try office.keys(of: "b")
    let personBefore = try office.key().privateKey.rawRepresentation
    let sealedBefore = try #require(try SessionKeyFile(session: "b", generation: 0).read(in: office.home)).sealed
    let pictures = try await office.pictures(of: "b")
    let found = try PlantedBytes([personBefore, sealedBefore]).found(below: office.temporary.root)
    let eraser = try Eraser(home: office.home, key: office.key())
    let preview = try await eraser.preview(ErasureSelection(sessions: ["b"]))
    #expect(preview.erased == 100 && preview.rewritten == 0 && preview.sessions == ["b"])
    let receipt = try await eraser.erase(ErasureSelection(sessions: ["b"]), as: preview.digest, at: monday).receipt

    #expect(receipt.events == 100)
    #expect(receipt.pictures == 50)
    #expect(receipt.sessions == ["b"])
    #expect(receipt.rekeyed == [])
    #expect(receipt.isKeyReplaced)
    #expect(receipt.left == 200)
    #expect(try await Set(office.texts()) == Set(office.canaries["a"]! + office.canaries["c"]!))
    #expect(!FileManager.default.fileExists(atPath: FrameName.folder(of: "b", in: office.home).path))
    #expect(try SessionKeyFile.all(of: "b", in: office.home).isEmpty)
    #expect(pictures.count == 50)

    let gone = PlantedBytes(destroyed + [personBefore, sealedBefore])
    #expect(try gone.found(below: office.temporary.root) == [])
    #expect(found.count == 2, "The search finds what is there: \(found)")
    let entry = try #require(try Ledger(home: office.home).entries().last)
    #expect(entry.kind == .erased)
    #expect(entry.subjects == [receipt.id, "b"])
    let stored = try Data(contentsOf: office.home.erasures.appending(path: "\(receipt.id).json"))
    #expect(entry.digest == Receipt.digest(stored))
    #expect(try JSONDecoder().decode(ErasureReceipt.self, from: stored) == receipt)
    #expect(try Ledger(home: office.home).verify().isSound)
  }

  @Test(
    "Of 100 canaries none is in any byte of the home, and nothing that could be read holds one, whatever selected them")
  func canaries() async throws {
    let patterns = [try PlacePattern("https://tracker.example.org/private")]
    let selections: [(ErasureSelection, ClosedRange<Int>)] = [
      (ErasureSelection(sessions: ["a"], from: Moment(seconds: monday.seconds + 20)), 20...99),
      (ErasureSelection(sessions: ["a"], until: Moment(seconds: monday.seconds + 30)), 0...29),
      (ErasureSelection(sessions: ["a"], places: patterns), 50...99),
      (ErasureSelection(events: Set((3...7).map { EventID(session: "a", sequence: $0) })), 3...7),
      (ErasureSelection(sessions: ["a"]), 0...99),
    ]
    for (selection, range) in selections {
      let office = try await Office()
      // As they are used, as they lie sealed, and what opens them.
      let oldKeys =
        try office.keys(of: "a")
        + SessionKeyFile.all(of: "a", in: office.home).compactMap { try $0.read(in: office.home)?.sealed }
        + [office.key().privateKey.rawRepresentation]
      let oldRows = try office.payloads()
      let eraser = try Eraser(home: office.home, key: office.key())
      let receipt = try await eraser.erase(selection, at: monday).receipt
      #expect(receipt.events == range.count)

      let gone = range.map { office.canaries["a"]![$0] }
      let left = Set(office.canaries.values.joined()).subtracting(gone)
      #expect(try await Set(office.texts()) == left)
      // Nothing of them as they were captured, and none of the sealed rows: a copy of one could be opened by a copy
      // of its key.
      #expect(try PlantedSecrets(gone).found(below: office.temporary.root) == [])
      let rows = range.map { oldRows["a#\($0)"]! }
      #expect(try PlantedBytes(rows + oldKeys).found(below: office.temporary.root) == [])
      let reader = try JournalReader(home: office.home, key: office.key())
      let readable = try await reader.events()
      #expect(PlantedSecrets(gone).found(in: try JSONEncoder().encode(readable.events)) == [])
      // Pictures that only the erased events showed are gone; those of the others still open.
      for event in readable.events {
        let pixels = await reader.pixels(of: try #require(event.frame))
        #expect(pixels == PlantedPicture(saying: "pixels of \(event.id.session) \(event.id.sequence / 2)").bytes)
      }
      let names = try await office.pictures(of: "a")
      #expect(names.count == Set((0...99).filter { !range.contains($0) }.map { $0 / 2 }).count)
    }
  }

  @Test("What was seen before is erased and nothing else: where it has changed since, nothing is")
  func bound() async throws {
    var office = try await Office()
    let selections = [
      ErasureSelection.everything, ErasureSelection(from: Moment(seconds: monday.seconds + 20)),
      ErasureSelection(places: [try PlacePattern("https://tracker.example.org/private")]),
    ]
    let eraser = try Eraser(home: office.home, key: office.key())
    var seen: [ErasurePreview] = []
    for selection in selections { seen.append(try await eraser.preview(selection)) }
    #expect(seen.map(\.erased) == [300, 240, 150])
    office.canaries["d"] = (0..<100).map { "Canaryd\($0)" }
    try await office.record("d")
    for (selection, preview) in zip(selections, seen) {
      do {
        _ = try await eraser.erase(selection, as: preview.digest, at: monday)
        Issue.record("Erased what nobody had seen.")
      } catch {
        #expect(error.code == .changed)
      }
    }
    #expect(try await office.texts().count == 400)
    let now = try await eraser.preview(selections[2])
    #expect(now.erased == 200 && now.sessions.contains("d"))
    // The same number of other events is not the same.
    let (a, b) = (ErasureSelection(sessions: ["a"]), ErasureSelection(sessions: ["b"]))
    let digests = [try await eraser.preview(a).digest, try await eraser.preview(b).digest]
    #expect(digests[0] != digests[1])
    let erased = try await eraser.erase(selections[2], as: now.digest, at: monday)
    #expect(erased.receipt.events == 200)
    #expect(try await office.texts().count == 200)
  }

  @Test("What was copied from an erased event goes where it was pasted too")
  func pastes() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: nil)
    var tracker = try Tracker(session: "a")
    let writer = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: "a", at: monday)
    var copy = tracker.event(0)
    copy.occurrence = .action(.copy("canary"))
    var paste = tracker.event(1, after: 100)
    paste.occurrence = .action(.paste("canary", from: Clipping(place: copy.place, event: copy.id)))
    for event in [copy, paste, tracker.event(2, after: 200)] {
      let sanitized = tracker.sanitizer.sanitize(event)
      try await writer.append([#require(sanitized)])
    }
    await writer.end()
    let eraser = try Eraser(home: temporary.home, key: Keys.unlock(in: temporary.home))
    _ = try await eraser.erase(ErasureSelection(until: Moment(seconds: monday.seconds + 50)), at: monday)
    let reading = try await JournalReader(home: temporary.home, key: Keys.unlock(in: temporary.home)).events()
    #expect(reading.events.map(\.id.sequence) == [2])
  }

  @Test("A run that was never kept is gone already, with or without a folder for runs")
  func neverKept() throws {
    let temporary = try TemporaryHome()
    let store = DerivedStore(home: temporary.home)
    try store.remove(.run, named: "w")
    try Keys.create(in: temporary.home, passphrase: nil)
    try store.write(Data("a run".utf8), as: .run, named: "other", from: ["a"])
    try store.remove(.run, named: "w")
  }

  @Test("Runs, models and written files that came from it go too, and those of other sessions stay")
  func derived() async throws {
    let office = try await Office()
    let store = DerivedStore(home: office.home)
    try store.write(Data("run of a".utf8), as: .run, named: "w1", from: ["a", "b"])
    try store.write(Data("run of c".utf8), as: .run, named: "w2", from: ["c"])
    let model = try store.keep(model: Data("weights".utf8), named: "m", trainedOn: ["a", "b"], at: monday)
    try Data("{}".utf8).write(to: office.home.models.appending(path: "left-behind.json"))
    let files = ["export.json", "changed.json", "other.json"].map { office.temporary.root.appending(path: $0) }
    for (file, session) in zip(files, ["a", "a", "c"]) {
      try Data("export".utf8).write(to: file)
      try store.note(Output(path: file.path, content: Data("export".utf8)), from: [session])
    }
    try Data("the person's own".utf8).write(to: files[1])
    #expect(try PlantedSecrets(["run of a", "weights"]).found(below: office.home.data) == [])

    let eraser = try Eraser(home: office.home, key: office.key())
    let erasure = try await eraser.erase(ErasureSelection(sessions: ["a"]), at: monday)
    #expect(erasure.receipt.derived == [.run: 1, .model: 2, .output: 2])
    #expect(erasure.removed == [files[0].path])
    #expect(erasure.left == [files[1].path])
    #expect(files.map { FileManager.default.fileExists(atPath: $0.path) } == [false, true, true])
    #expect(try store.read(.run, named: "w1", with: office.key()) == nil)
    // The ledger says on what the model was trained, and that it is gone.
    let entries = try Ledger(home: office.home).entries()
    #expect(entries.first { $0.kind == .trained }?.subjects == [model, "a", "b"])
    let discarded = try #require(entries.first { $0.kind == .discarded })
    #expect(discarded.subjects.first == erasure.receipt.id)
    #expect(discarded.subjects.contains("model \(model)"))
    #expect(entries.last?.kind == .erased)
    // What is left opens with the new key.
    #expect(try store.read(.run, named: "w2", with: office.key()) == Data("run of c".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.home.models.path) == [])
  }

  @Test("An erasure that was cut off at any step leaves a readable journal, and the next one completes it")
  func interrupted() async throws {
    let office = try await Office()
    // As a crash leaves it: a second key, and half of the rows and pictures sealed with it.
    let person = try office.key()
    let new = try SessionKey.create(
      for: "a", generation: 1, sealedTo: person.privateKey.publicKey, in: office.home)
    let old = try SessionKey.open("a", with: person, in: office.home)
    let database = try DatabaseQueue(path: office.home.journal.path)
    try await database.write { database in
      for sequence in 0..<50 {
        let position = Position(ordinal: 1, sequence: sequence).rawValue
        let payload = try #require(
          try Data.fetchOne(database, sql: "SELECT payload FROM event WHERE position = ?", arguments: [position]))
        let event = try old.open(payload, as: .event, named: "\(sequence)")
        try database.execute(
          sql: "UPDATE event SET payload = ?, generation = 1 WHERE position = ?",
          arguments: [try new.seal(event, as: .event, named: "\(sequence)"), position])
      }
    }
    #expect(try await office.texts().count == 300)
    let eraser = try Eraser(home: office.home, key: person)
    _ = try await eraser.erase(ErasureSelection(sessions: ["b"]), at: monday)
    #expect(try await office.texts().count == 200)
    #expect(try SessionKeyFile.all(of: "a", in: office.home).map(\.generation) == [2])
    #expect(try PlantedBytes([new.key.bytes, old.key.bytes]).found(below: office.temporary.root) == [])
  }

  @Test("Of two erasures that were begun with the same key, the second is refused and takes nothing")
  func overlapping() async throws {
    let office = try await Office()
    let first = try Eraser(home: office.home, key: office.key())
    let second = try Eraser(home: office.home, key: office.key())
    let stale = try office.key()
    _ = try await first.erase(ErasureSelection(sessions: ["b"]), at: monday)
    let refused = await #expect(throws: JournalError.self) {
      try await second.erase(ErasureSelection(sessions: ["c"]), at: monday)
    }
    #expect(refused?.code == .refused)
    #expect(throws: JournalError.self) { try Keys.rotate(in: office.home, opening: stale) }
    #expect(try await Set(office.texts()) == Set(office.canaries["a"]! + office.canaries["c"]!))
    _ = try await Eraser(home: office.home, key: office.key()).erase(ErasureSelection(sessions: ["c"]), at: monday)
    #expect(try await Set(office.texts()) == Set(office.canaries["a"]!))
  }

  @Test("From a session that is being recorded nothing is taken, and the recorder writes on beside an erasure")
  func whileRecording() async throws {
    let office = try await Office()
    var tracker = try Tracker(session: "live")
    let writer = try JournalWriter(
      home: office.home, keys: Keys.recorder(in: office.home), session: "live", at: monday)
    try await writer.append([tracker.sanitized(0)])
    let eraser = try Eraser(home: office.home, key: office.key())
    let refused = await #expect(throws: JournalError.self) {
      try await eraser.erase(.everything, at: monday)
    }
    #expect(refused?.code == .refused)
    #expect(try await office.texts().count == 301)
    let events = try (1..<200).map { try tracker.sanitized($0) }
    async let writing: Void = {
      for event in events { try await writer.append([event]) }
    }()
    _ = try await eraser.erase(ErasureSelection(sessions: ["a", "b"], from: monday), at: monday)
    try await writing
    #expect(try await office.texts().count == 300)
    await writer.end()
    _ = try await Eraser(home: office.home, key: office.key()).erase(.everything, at: monday)
    #expect(try await office.texts() == [])
  }

  @Test("Whole sessions are erased without the passphrase; a part needs it")
  func withoutKey() async throws {
    let temporary = try TemporaryHome()
    try Keys.create(in: temporary.home, passphrase: "correct horse")
    var tracker = try Tracker(session: "a")
    let writer = try JournalWriter(
      home: temporary.home, keys: Keys.recorder(in: temporary.home), session: "a", at: monday)
    try await writer.append([tracker.sanitized(0)])
    await writer.end()
    let eraser = try Eraser(home: temporary.home, key: nil)
    let locked = await #expect(throws: JournalError.self) {
      try await eraser.erase(ErasureSelection(from: monday), at: monday)
    }
    #expect(locked?.code == .locked)
    let receipt = try await eraser.erase(.everything, at: monday).receipt
    #expect(receipt.events == 1)
    #expect(!receipt.isKeyReplaced)
    #expect(receipt.left == 0)
  }
}

extension ErasingTests.Office {
  func pictures(of session: String) async throws -> [String] {
    try Folder.names(in: FrameName.folder(of: session, in: home))
  }

  /// Every sealed row, by its event.
  func payloads() throws -> [String: Data] {
    let database = try DatabaseQueue(path: home.journal.path)
    return try database.read { database in
      let sessions = try StoredSession.all(in: database)
      let rows = try Row.fetchAll(database, sql: "SELECT position, payload FROM event")
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          let position = Position(rawValue: row["position"])
          let name = sessions.first { $0.ordinal == position.ordinal }?.name ?? ""
          return ("\(name)#\(position.sequence)", row["payload"])
        })
    }
  }
}
