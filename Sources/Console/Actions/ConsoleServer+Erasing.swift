import Findings
import Foundation
import Guard
import HTTPTypes
import Hummingbird
import Journal
import Report
import Surfaces

extension ConsoleServer {
  /// Erasing in two steps, what it would take and then exactly that; and in the same way applying the person's rules to
  /// what was kept.
  func addErasing(to room: RouterGroup<ConsoleContext>) {
    room.post("forget/preview") { request, context in
      try await act(request, context) { words in
        let asked = try ErasureRequest(words)
        _ = try asked.selection()
        await doorkeeper.note(erasure: asked, in: context.room)
        return "/forget"
      }
    }
    addPreview(to: room, "forget", title: "Erase") { eraser, context in
      guard let asked = context.session?.erasure else {
        throw ActionProblem("Say first what to erase, on the page “Data”.")
      }
      return .init(words: asked.words, action: "forget", preview: try await eraser.preview(try asked.selection()))
    }
    room.post("forget") { request, context in
      try await act(request, context) { words in
        guard let asked = context.session?.erasure else {
          throw ActionProblem("Say first what to erase, on the page “Data”.")
        }
        return try await erasing(words, context, "forget", next: "/grants") { eraser, digest in
          _ = try await eraser.erase(try asked.selection(), as: digest, at: clock.now())
          if asked == .everything { try Teaching.remove(in: home) }
          await doorkeeper.note(erasure: nil, in: context.room)
        }
      }
    }
    addPreview(to: room, "redact", title: "Apply your rules") { eraser, _ in
      let preview = try await eraser.preview(redactingWith: try home.sanitizerOfRules())
      return .init(words: "What your rules in \(home.rules.path) withhold", action: "redact", preview: preview)
    }
    room.post("redact") { request, context in
      try await act(request, context) { words in
        try await erasing(words, context, "redact", next: "/data") { eraser, digest in
          _ = try await eraser.redact(with: try home.sanitizerOfRules(), as: digest, at: clock.now())
        }
      }
    }
  }

  /// The page on which an erasure is looked at, also where what it would take has changed since it was.
  private func addPreview(
    to room: RouterGroup<ConsoleContext>, _ path: String, title: String,
    _ look: @escaping @Sendable (Eraser, ConsoleContext) async throws -> ErasurePage.Asked
  ) {
    for (path, hasChanged) in [(path, false), (path + "/anew", true)] {
      room.get(RouterPath(path)) { _, context in
        do {
          let asked = try await look(try Eraser(home: home, key: await library.personKey()), context)
          let isAsked = await confirmation.asksPassphrase
          return try respond(context, .data, title: title) {
            ErasurePage(root: context.root, asked: asked, hasChanged: hasChanged, asksPassphrase: isAsked).body
          }
        } catch {
          guard let reason = ConsoleServer.reason(of: error) else { throw error }
          return try respond(context, .data, title: title) { .problem(reason) }
        }
      }
    }
  }

  /// Opens the journal anew for an erasure, since what is left gets a new key, which the passphrase alone gives access
  /// to; a wrong passphrase counts among the wrong tries. Whether it ends well or not, the pages go on with the key that
  /// there is then.
  ///
  /// - Returns: where to go on; to a new look at it where what it would take is not what was seen.
  private func erasing(
    _ words: [String: String], _ context: ConsoleContext, _ path: String, next: String,
    _ erase: (Eraser, _ digest: String) async throws -> Void
  ) async throws -> String {
    guard let digest = words["digest"], !digest.isEmpty else {
      throw ActionProblem("Look first at what would be erased. Nothing was erased.")
    }
    let isAsked = await confirmation.asksPassphrase
    let passphrase = isAsked ? words["secret"] ?? "" : nil
    if let passphrase {
      let isRight = await confirmation.isRight(passphrase, in: context.room)
      let isIn = await doorkeeper.note(confirmed: isRight, in: context.room)
      guard isRight, isIn else { throw ActionProblem("That is not the passphrase. Nothing was erased.") }
    }
    var next = next
    do {
      try await erase(try Eraser(home: home, key: try Keys.unlock(in: home, passphrase: passphrase)), digest)
    } catch let error as JournalError where error.code == .changed {
      next = "/\(path)/anew"
    } catch {
      await library.renew(with: try Keys.unlock(in: home, passphrase: passphrase))
      throw error
    }
    await library.renew(with: try Keys.unlock(in: home, passphrase: passphrase))
    return next
  }
}
