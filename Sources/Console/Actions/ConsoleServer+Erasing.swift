import Findings
import Foundation
import Guard
import HTTPTypes
import Hummingbird
import Journal
import Report
import Surfaces

extension ConsoleServer {
  /// Erasing in two steps, what it would take and then that; and applying the person's rules to what was kept.
  func addErasing(to room: RouterGroup<ConsoleContext>) {
    room.get("forget") { request, context in
      let asked = ErasureRequest(ConsoleServer.query(of: request))
      do {
        let eraser = try Eraser(home: home, key: await library.personKey())
        let preview = try await eraser.preview(try asked.selection())
        let isAsked = await confirmation.asksPassphrase
        return try respond(context, .data, title: "Erase") {
          ForgetPage(root: context.root, asked: asked, preview: preview, asksPassphrase: isAsked).body
        }
      } catch {
        let reason =
          (error as? ActionProblem)?.reason ?? (error as? GuardError)?.reason ?? (error as? JournalError)?.reason
        guard let reason else { throw error }
        return try respond(context, .data, title: "Erase") { .problem(reason) }
      }
    }
    room.post("forget") { request, context in
      try await act(request, context) { words in
        let selection = try ErasureRequest(words).selection()
        try await erasing(words, context) { key in
          _ = try await Eraser(home: home, key: key).erase(selection, at: clock.now())
          if ErasureRequest(words).isEverything { try Teaching.remove(in: home) }
        }
        return "/grants"
      }
    }
    room.post("redact") { request, context in
      try await act(request, context) { words in
        try await erasing(words, context) { key in
          let sanitizer = try home.sanitizerOfRules()
          let eraser = try Eraser(home: home, key: key)
          let preview = try await eraser.preview(redactingWith: sanitizer)
          guard preview.erased + preview.rewritten > 0 else {
            throw ActionProblem("Your rules withhold nothing that was kept. They are in \(home.rules.path).")
          }
          _ = try await eraser.redact(with: sanitizer, at: clock.now())
        }
        return "/data"
      }
    }
  }

  /// Opens the journal anew for an erasure, since what is left gets a new key, which the passphrase alone gives access
  /// to; a wrong passphrase counts among the wrong tries. Whether it ends well or not, the pages go on with the key that
  /// there is then.
  private func erasing(
    _ words: [String: String], _ context: ConsoleContext, _ erase: (PersonKey) async throws -> Void
  ) async throws {
    let isAsked = await confirmation.asksPassphrase
    let passphrase = isAsked ? words["secret"] ?? "" : nil
    if let passphrase {
      let isRight = await confirmation.isRight(passphrase)
      let isIn = await doorkeeper.note(confirmed: isRight, in: context.room)
      guard isRight, isIn else { throw ActionProblem("That is not the passphrase. Nothing was erased.") }
    }
    do {
      try await erase(try Keys.unlock(in: home, passphrase: passphrase))
    } catch {
      await library.renew(with: try Keys.unlock(in: home, passphrase: passphrase))
      throw error
    }
    await library.renew(with: try Keys.unlock(in: home, passphrase: passphrase))
  }

  static func query(of request: Request) -> [String: String] {
    Dictionary(
      request.uri.queryParameters.map { (String($0.key), String($0.value)) }, uniquingKeysWith: { first, _ in first })
  }
}
