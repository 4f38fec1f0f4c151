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
        // Opened anew: what is left gets a new key, which the passphrase alone gives access to.
        let passphrase = words["secret"] ?? ""
        let isAsked = await confirmation.asksPassphrase
        let key = try Keys.unlock(in: home, passphrase: isAsked ? passphrase : nil)
        _ = try await Eraser(home: home, key: key).erase(selection, at: clock.now())
        if ErasureRequest(words).isEverything { try Teaching.remove(in: home) }
        await library.renew(with: try Keys.unlock(in: home, passphrase: isAsked ? passphrase : nil))
        return "/grants"
      }
    }
    room.post("redact") { request, context in
      try await act(request, context) { words in
        let passphrase = words["secret"] ?? ""
        let isAsked = await confirmation.asksPassphrase
        let key = try Keys.unlock(in: home, passphrase: isAsked ? passphrase : nil)
        let sanitizer = try home.sanitizerOfRules()
        let eraser = try Eraser(home: home, key: key)
        let preview = try await eraser.preview(redactingWith: sanitizer)
        guard preview.erased + preview.rewritten > 0 else {
          throw ActionProblem("Your rules withhold nothing that was kept. They are in \(home.rules.path).")
        }
        _ = try await eraser.redact(with: sanitizer, at: clock.now())
        await library.renew(with: try Keys.unlock(in: home, passphrase: isAsked ? passphrase : nil))
        return "/data"
      }
    }
  }

  static func query(of request: Request) -> [String: String] {
    Dictionary(
      request.uri.queryParameters.map { (String($0.key), String($0.value)) }, uniquingKeysWith: { first, _ in first })
  }
}
