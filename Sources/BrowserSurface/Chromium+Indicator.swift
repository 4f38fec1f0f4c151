public import Surfaces

/// Recording and its indicator are one: nothing is reported unless the indicator says so, and a document that cannot
/// show it is not recorded.
extension Chromium: Indicator {
  /// Shows in every granted page that it is recorded, or that recording is paused, and begins, pauses or ends it.
  ///
  /// From the moment this is called with another state than `recording`, nothing more is reported; what is on its
  /// way is dropped. Throws where the page in front of the person cannot show it.
  public func show(_ state: IndicatorState) async throws {
    guard connection.ended == nil else { throw SurfaceError(.closed, "The browser has been closed.") }
    self.state = state
    for tab in pages.tabs.values { adjustPictures(of: tab) }
    let unshown = await renewScripts()
    if state == .recording, let tab = pages.activeTab, unshown.contains(tab.mainFrame) {
      throw SurfaceError(
        .failed, "The page in the browser's front tab cannot show that it is recorded, so it is not. Open another page."
      )
    }
  }

  /// Changes which origins may be recorded.
  public func watch(origins: Set<String>) async throws {
    self.origins = Self.patterns(origins)
    _ = await renewScripts()
  }

  var scriptSettings: PageScripts.Settings {
    PageScripts.Settings(origins: origins, state: state, frames: settings.frames)
  }

  /// Gives every document, and every one to come, the settings that hold now; returns those that cannot show them.
  private func renewScripts() async -> Set<FrameID> {
    struct Evaluated: Decodable {
      struct Value: Decodable { var value: Bool? }
      var result: Value
    }
    let settings = scriptSettings
    let isNew = settings != shownSettings
    shownSettings = settings
    if isNew {
      for (session, script) in scripts {
        connection.post("Page.removeScriptToEvaluateOnNewDocument", ["identifier": script], in: session)
        scripts[session] = nil
      }
      for session in pages.sessions.keys { addScript(to: session, settings) }
    }
    let expression = isNew ? PageScripts.change(to: settings) : PageScripts.confirmation
    let replies = pages.frames.values.compactMap { frame in
      frame.world.map { world in
        let parameters: DevToolsParameters = [
          "expression": expression, "contextId": world, "returnByValue": true,
        ]
        return (frame.id, connection.send("Runtime.evaluate", parameters, in: frame.session))
      }
    }
    // A page that a dialog holds answers later. It is not waited for: nothing of it is reported meanwhile.
    return await withTaskGroup(of: Set<FrameID>?.self) { group in
      group.addTask {
        var unshown: Set<FrameID> = []
        for (frame, reply) in replies {
          if let evaluated = try? await reply.value(as: Evaluated.self), evaluated.result.value == false {
            unshown.insert(frame)
          }
        }
        return unshown
      }
      group.addTask {
        try? await Task.sleep(for: .milliseconds(150))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first ?? []
    }
  }

  /// Puts the scripts into every document that this session will load.
  func addScript(to session: SessionID, _ settings: PageScripts.Settings) {
    struct Added: Decodable { var identifier: String }
    let reply = connection.send(
      "Page.addScriptToEvaluateOnNewDocument",
      ["source": PageScripts.source(settings), "worldName": PageScripts.world, "runImmediately": true], in: session)
    Task { [weak self] in
      guard let script = try? await reply.value(as: Added.self).identifier else { return }
      await self?.added(script: script, to: session, settings)
    }
  }

  private func added(script: String, to session: SessionID, _ settings: PageScripts.Settings) {
    guard pages.sessions[session] != nil else { return }
    if settings == scriptSettings {
      scripts[session] = script
    } else {
      connection.post("Page.removeScriptToEvaluateOnNewDocument", ["identifier": script], in: session)
    }
  }
}
