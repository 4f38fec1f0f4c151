import Surfaces

/// Keeps ``Chromium/pages`` true: which tabs there are, which frames, in which sessions and worlds.
extension Chromium {
  /// Takes the browser's events one after another, in the order in which they came.
  func handle(_ event: DevToolsEvent) async {
    do {
      try await follow(event)
    } catch {
      // A message in a form that is not understood must not end the recording of the others.
      connection.misunderstood(event.method)
    }
  }

  private func follow(_ event: DevToolsEvent) async throws {
    switch event.method {
    case "Target.attachedToTarget":
      attached(try event.decode(), within: event.session)
    case "Target.detachedFromTarget":
      detached(try event.decode(as: PageMessages.Detached.self).sessionId)
    case "Target.targetInfoChanged":
      let target = try event.decode(as: PageMessages.TargetChanged.self).targetInfo
      pages.changedAddress(of: TabID(rawValue: target.targetId), to: target.url)
    case "Browser.downloadWillBegin", "Browser.downloadProgress":
      try download(event)
    default:
      guard let session = event.session else { return }
      try await follow(event, in: session)
    }
  }

  private func follow(_ event: DevToolsEvent, in session: SessionID) async throws {
    switch event.method {
    case "Runtime.bindingCalled":
      try await reported(event, in: session)
    case "Page.frameAttached":
      let message: PageMessages.FrameAttached = try event.decode()
      pages.place(frame: message.frameId, parent: message.parentFrameId, session: session, url: "")
    case "Page.frameRequestedNavigation", "Page.frameStartedNavigating":
      try willNavigate(event)
    case "Page.frameNavigated":
      let document = try event.decode(as: PageMessages.FrameNavigated.self).frame
      let before = pages.frames[document.id]
      pages.place(frame: document.id, parent: document.parentId, session: session, url: document.url)
      let title = pages.untitle(document.id)
      await navigated(before, titled: title, to: document, in: session)
    case "Page.navigatedWithinDocument":
      let message: PageMessages.NavigatedWithinDocument = try event.decode()
      guard let frame = pages.frames[message.frameId] else { return }
      pages.changedAddress(of: message.frameId, to: message.url)
      await navigatedWithin(frame, to: message.url)
    case "Page.frameDetached":
      let message: PageMessages.FrameDetached = try event.decode()
      if message.reason != "swap" { pages.removed(frame: message.frameId, in: session) }
    case "Page.screencastFrame":
      try pictureTaken(event, in: session)
    case "Page.javascriptDialogOpening", "Page.javascriptDialogClosed":
      try dialog(event, in: session)
    case "Inspector.targetCrashed":
      crashed(in: session)
    case "Runtime.executionContextCreated":
      let context = try event.decode(as: PageMessages.ContextCreated.self).context
      guard let frame = context.auxData?.frameId else { return }
      if context.auxData?.isDefault == true {
        pages.entered(
          scriptWorld: .init(context: context.id, origin: context.origin), frame: frame, session: session)
      } else if context.name == PageScripts.world {
        pages.entered(world: context.id, origin: context.origin, frame: frame, session: session)
      } else {
        return
      }
      if let tab = pages.sessions[session].flatMap({ pages.tabs[$0] }), tab.mainFrame == frame {
        adjustPictures(of: tab)
      }
    case "Runtime.executionContextDestroyed":
      pages.left(world: try event.decode(as: PageMessages.ContextDestroyed.self).executionContextId, session: session)
    case "Runtime.executionContextsCleared":
      pages.leftAllWorlds(session: session)
    default:
      return
    }
  }

  private func attached(_ message: PageMessages.Attached, within outer: SessionID?) {
    let target = message.targetInfo
    let session = message.sessionId
    switch (target.type, outer) {
    case _ where target.targetId == namingTarget:
      connection.post("Runtime.runIfWaitingForDebugger", in: session)
    case ("page", nil) where ownContext == nil || target.browserContextId == ownContext:
      let tab = Tab(
        id: TabID(rawValue: target.targetId), session: session, title: target.title, url: target.url,
        opener: target.openerId.map { TabID(rawValue: $0) })
      pages.opened(tab)
      setUp(session)
      opened(tab)
    case ("iframe", .some(let outer)):
      pages.attached(
        frame: FrameID(rawValue: target.targetId), parent: target.parentFrameId, session: session, within: outer,
        url: target.url)
      setUp(session)
    default:
      // Private windows, and what is no page: let go of before anything of it is seen.
      connection.post("Runtime.runIfWaitingForDebugger", in: session)
      connection.post("Target.detachFromTarget", ["sessionId": session])
    }
  }

  private func detached(_ session: SessionID) {
    scripts[session] = nil
    dialogs[session] = nil
    let tab = pages.sessions[session].flatMap { pages.tabs[$0] }
    let frame = tab.flatMap { pages.frames[$0.mainFrame] }
    let wasGranted = frame.map(isGranted) ?? false
    let place = frame.map { self.place(of: $0) }
    guard let closed = pages.detached(session: session) else { return }
    pictures.forget(closed.id)
    pictured[closed.id] = nil
    silent.remove(closed.id)
    self.closed(closed, wasGranted: wasGranted, in: place)
  }

  /// Everything that a session needs before its document loads, in one burst, and then lets it go on.
  private func setUp(_ session: SessionID) {
    connection.post("Page.enable", in: session)
    if isActing { connection.post("Accessibility.enable", in: session) }
    connection.post("Inspector.enable", in: session)
    connection.post("Runtime.enable", in: session)
    connection.post(
      "Runtime.addBinding", ["name": PageScripts.binding, "executionContextName": PageScripts.world], in: session)
    addScript(to: session, scriptSettings)
    connection.post("Target.setAutoAttach", Self.autoAttach, in: session)
    connection.post("Runtime.runIfWaitingForDebugger", in: session)
    Task { await placeFrames(of: session) }
  }

  /// The frames that were there before the session was.
  private func placeFrames(of session: SessionID) async {
    guard
      let tree = try? await connection.call("Page.getFrameTree", in: session, as: PageMessages.FrameTree.self).frameTree
    else { return }
    var rest = [tree]
    while let next = rest.popLast() {
      if pages.frames[next.frame.id] == nil {
        pages.place(frame: next.frame.id, parent: next.frame.parentId, session: session, url: next.frame.url)
      }
      rest += next.childFrames ?? []
    }
  }
}
