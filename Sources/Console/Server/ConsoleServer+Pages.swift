import Foundation
import HTTPTypes
import Hummingbird
import Journal
import NIOCore
import Perform
import Report
import ServiceLifecycle
import Surfaces
import Trace
import Watch

extension ConsoleServer {
  func addPages(to room: RouterGroup<ConsoleContext>) {
    room.get("now") { _, context in
      try respond(context, .now) {
        NowPage(root: context.root, status: try status(), grants: try grants(), now: clock.now()).body
      }
    }
    room.get("timeline") { request, context in
      try await respond(context, .timeline) {
        TimelinePage(root: context.root, shelf: $0, part: request.part).body
      }
    }
    room.get("workflows") { _, context in
      try await respond(context, .workflows) { WorkflowsPage(root: context.root, shelf: $0).body }
    }
    room.get("workflows/:id") { _, context in try await workflow(context) }
    room.get("episodes/:session/:number") { _, context in try await episode(context) }
    room.get("frames/:number") { _, context in try await frame(context) }
    room.get("audit") { _, context in try await audit(context) }
    room.get("audit/:figure") { request, context in try await evidence(request, context) }
    room.get("data") { request, context in
      try await respond(context, .data) { shelf in
        DataPage(
          root: context.root, shelf: shelf, query: request.uri.queryParameters.get("q") ?? "", part: request.part,
          isRevealed: isRevealed(context)
        ).body
      }
    }
    room.get("grants") { request, context in
      try respond(context, .grants) {
        let isThere = Keys.exist(in: home)
        return GrantsPage(
          root: context.root, grants: try grants(), entries: isThere ? try Ledger(home: home).entries() : [],
          verification: isThere ? try Ledger(home: home).verify() : nil, part: request.part, now: clock.now()
        ).body
      }
    }
    room.get("runs") { _, context in try await runs(context) }
    room.get("releases") { _, context in
      try respond(context, .releases) {
        ReleasesPage(
          root: context.root, releases: try ReleaseStore(home: home).releases(), recipients: try recipients()
        ).body
      }
    }
    room.get("confirm") { request, context in
      let page = ConfirmPage(
        root: context.root, path: request.uri.queryParameters.get("to") ?? "/now",
        asksPassphrase: await confirmation.asksPassphrase, isLocked: context.isLocked)
      return try respond(context, nil, title: page.title) { page.body }
    }
    room.get("live") { _, context in live(context) }
  }

  // MARK: - What pages show

  func status() throws -> RecorderStatus? {
    try RecorderStatusFile(state: home.state, journal: home.data).read()
  }

  func grants() throws -> [Grant] { try GrantStore(home: home).grants() }

  /// To whom a grant lets work be released now.
  func recipients() throws -> [String] {
    let now = clock.now()
    return Set(
      try grants().flatMap { grant in
        grant.purposes.compactMap { purpose in
          if case .release(let recipient) = purpose, grant.stands(for: purpose, at: now) { recipient } else { nil }
        }
      }
    ).sorted()
  }

  func isRevealed(_ context: ConsoleContext) -> Bool { context.session?.isConfirmed(at: clock.now()) ?? false }

  // MARK: - Answers

  /// A page of what lies open; what goes wrong is said on it.
  func respond(
    _ context: ConsoleContext, _ section: Section?, title: String? = nil, _ body: () throws -> Markup
  ) throws -> Response {
    guard let session = context.session else { return Response(status: .unauthorized) }
    let title = title ?? section?.title ?? ""
    do {
      return ConsolePage(section: section, title: title, body: try body()).response(in: session)
    } catch let error as JournalError {
      return ConsolePage(section: section, title: title, body: .problem(error.reason))
        .response(in: session, status: .internalServerError)
    }
  }

  /// A page of what was read of the journal; while it is being read, that.
  func respond(
    _ context: ConsoleContext, _ section: Section, title: String? = nil, _ body: (Shelf) throws -> Markup?
  ) async throws -> Response {
    switch await library.state() {
    case .reading: return try respond(context, section, title: title) { .waiting("What was recorded is being read …") }
    case .failed(let reason): return try respond(context, section, title: title) { .problem(reason) }
    case .ready(let shelf):
      guard let markup = try body(shelf) else { return try missing(context, section) }
      return try respond(context, section, title: title) { markup }
    }
  }

  func missing(_ context: ConsoleContext, _ section: Section?) throws -> Response {
    guard let session = context.session else { return Response(status: .unauthorized) }
    return ConsolePage(
      section: section, title: "Not there",
      body: .paragraph("There is nothing here any more: it was erased or renamed.")
    ).response(in: session, status: .notFound)
  }

  private func workflow(_ context: ConsoleContext) async throws -> Response {
    let id = context.parameters.get("id") ?? ""
    let name = if case .ready(let shelf) = await library.state() { shelf.workflow(id)?.workflow.name } else { "" }
    return try await respond(context, .workflows, title: name) { shelf in
      shelf.workflow(id).map {
        WorkflowPage(
          root: context.root, shelf: shelf, entry: $0, canPerform: stage != nil, isRevealed: isRevealed(context)
        ).body
      }
    }
  }

  private func episode(_ context: ConsoleContext) async throws -> Response {
    let id = EventID(
      session: context.parameters.get("session") ?? "", sequence: context.parameters.get("number", as: Int.self) ?? -1)
    return try await respond(context, .timeline, title: "A piece of work") { shelf in
      shelf.episodes.first { $0.id == id }.map {
        EpisodePage(root: context.root, shelf: shelf, episode: $0, isRevealed: isRevealed(context)).body
      }
    }
  }

  private func audit(_ context: ConsoleContext) async throws -> Response {
    switch await library.auditState() {
    case .making:
      return try respond(context, .audit) { .waiting("Each day is being tested with what the days before taught …") }
    case .failed(let reason): return try respond(context, .audit) { .problem(reason) }
    case .ready(let audit):
      return try respond(context, .audit) { AuditPage(root: context.root, audit: audit).body }
    }
  }

  private func evidence(_ request: Request, _ context: ConsoleContext) async throws -> Response {
    let figure = context.parameters.get("figure") ?? ""
    guard case .ready(let audit) = await library.auditState(), let (title, steps) = audit.evidence(of: figure) else {
      return try missing(context, .audit)
    }
    return try await respond(context, .audit, title: title) { shelf in
      EvidencePage(
        root: context.root, name: figure, steps: steps, shelf: shelf, part: request.part,
        isRevealed: isRevealed(context)
      ).body
    }
  }

  /// The pixels of a picture, for who has shown that it is they.
  private func frame(_ context: ConsoleContext) async throws -> Response {
    guard isRevealed(context) else { return Response(status: .forbidden) }
    guard case .ready(let shelf) = await library.state(),
      let (frame, _) = context.parameters.get("number", as: Int.self).flatMap({ shelf.events.frames[$0] }),
      ["image/jpeg", "image/png", "image/webp"].contains(frame.mediaType),
      let pixels = await (try JournalReader(home: home, key: library.personKey())).pixels(of: frame)
    else { return Response(status: .notFound) }
    return Response(
      status: .ok, headers: [.contentType: frame.mediaType],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: pixels)))
  }

  private func runs(_ context: ConsoleContext) async throws -> Response {
    let (key, going, asksPassphrase) = (
      await library.personKey(), await runs.views(), await confirmation.asksPassphrase
    )
    return try await respond(context, .runs) { shelf in
      let store = DerivedStore(home: home)
      let stopped = shelf.workflows.compactMap { entry -> (workflow: Workflow, run: Run)? in
        guard let bytes = try? store.read(.run, named: entry.workflow.id, with: key),
          let run = try? JSONDecoder().decode(Run.self, from: bytes)
        else { return nil }
        return (entry.workflow, run)
      }
      return RunsPage(
        root: context.root, going: going, stopped: stopped,
        performed: try Ledger(home: home).entries().filter { $0.kind == .performed },
        names: Dictionary(
          shelf.workflows.map { ($0.workflow.id, $0.workflow.name) }, uniquingKeysWith: { first, _ in first }),
        canBegin: stage != nil, isRevealed: isRevealed(context), asksPassphrase: asksPassphrase
      ).body
    }
  }

  /// Live changes, as server-sent events: what is recorded, and whether the journal is read.
  private func live(_ context: ConsoleContext) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/event-stream"],
      body: ResponseBody { writer in
        var last = ""
        // It ends with the console, and when the room is locked or left: that a page is open is no use of it.
        while !Task.isCancelled, !Task.isShuttingDownGracefully, await doorkeeper.isOpen(room: context.room) {
          let message = try await liveMessage()
          // A comment now and then, so that a page that is gone is noticed.
          try await writer.write(ByteBuffer(string: message == last ? ":\n\n" : "data: \(message)\n\n"))
          last = message
          try await Task.sleep(for: .seconds(1))
        }
        try await writer.finish(nil)
      })
  }

  private func liveMessage() async throws -> String {
    let status = try status()
    var words = ["state": NowPage.words(status)]
    for figure in status.map(NowPage.figures) ?? [] { words[figure.name] = figure.value }
    if case .reading = await library.state() { words["work"] = "reading" } else { words["work"] = "done" }
    if case .making = await library.knownAudit() { words["work"] = "reading" }
    let going = await runs.views()
    for run in going { words["run-\(run.id)"] = run.progress }
    words["runs"] = RunsPage.state(of: going)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(words), as: UTF8.self)
  }
}

extension Markup {
  /// Something went wrong: a full sentence.
  static func problem(_ sentence: String) -> Markup { .element("p", ["role": "alert"], Markup(sentence)) }

  /// Something takes a while; the page comes by itself when it is done.
  static func waiting(_ sentence: String) -> Markup {
    .element("p", ["role": "status", "data-waits": ""], Markup(sentence))
  }
}
