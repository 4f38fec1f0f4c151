import Foundation
import Surfaces
import Trace

/// Begins an action, and waits until its tab has come to rest.
extension Chromium {
  /// How long anything that was begun is waited for.
  enum Patience {
    /// A page that is being loaded.
    static let loading = Duration.seconds(15)
    /// Requests of a page's scripts.
    static let requests = Duration.seconds(2)
    /// A navigation that the page has announced.
    static let leaving = Duration.seconds(1)
    /// A page that keeps changing, in milliseconds.
    static let changing = 400.0
    /// An event that was sent.
    static let arriving = Duration.seconds(2)
  }

  /// The tab that is acted on.
  func activeTab() throws(SurfaceError) -> Tab {
    guard let tab = pages.activeTab else {
      throw SurfaceError(.closed, "No tab of the browser is open. Open one first.")
    }
    return tab
  }

  /// Listens to what follows an action in a tab, from now on.
  func beginning(in tab: Tab, frame: FrameID? = nil) async throws(SurfaceError) -> Aftermath {
    let sessions = Set(pages.sessions.filter { $0.value == tab.id }.keys)
    for session in sessions where !actingState.prepared.contains(session) {
      actingState.prepared.insert(session)
      connection.post(
        "Network.enable", ["maxTotalBufferSize": 0, "maxResourceBufferSize": 0, "maxPostDataSize": 0], in: session)
      connection.post(
        "Runtime.addBinding", ["name": Aftermath.binding, "executionContextName": PageScripts.world], in: session)
    }
    actingState.token += 1
    let frames = frame.map { Set(pages.chain(from: $0).map(\.id)) } ?? []
    return Aftermath(
      token: actingState.token, tab: tab, frames: frames.union([tab.mainFrame]), sessions: sessions,
      connection: connection)
  }

  /// Sends input in order and waits until the page has dealt with the last of it, or a dialog has opened.
  func send(_ inputs: [Input], during aftermath: Aftermath) async throws(SurfaceError) {
    guard let last = inputs.last else { return }
    let session = aftermath.tab.session
    for input in inputs.dropLast() { connection.post(input.method, input.parameters, in: session) }
    try await unlessInterrupted(aftermath) { [connection] () throws(SurfaceError) in
      _ = try await connection.call(last.method, last.parameters, in: session, as: Acknowledged.self)
    }
  }

  /// Does something that the page must answer, and gives up as soon as it cannot: when a dialog opens, the tab is
  /// closed or crashes. Returns nil then.
  @discardableResult
  func unlessInterrupted<Value: Sendable>(
    _ aftermath: Aftermath, atMost limit: Duration = .seconds(120),
    _ body: @escaping @Sendable () async throws(SurfaceError) -> Value
  ) async throws(SurfaceError) -> Value? {
    let result = await withTaskGroup(of: Result<Value?, SurfaceError>.self) { group in
      group.addTask {
        do throws(SurfaceError) { return .success(try await body()) } catch { return .failure(error) }
      }
      group.addTask {
        await aftermath.wait(atMost: limit) { $0.isInterrupted }
        return .success(nil)
      }
      let first = await group.next() ?? .success(nil)
      group.cancelAll()
      return first
    }
    if Task.isCancelled { throw .givenUp }
    return try result.get()
  }

  /// Waits until the tab has come to rest: documents are loaded, requests answered, and nothing changes for a frame.
  func rest(_ aftermath: Aftermath) async throws(SurfaceError) {
    let end = ContinuousClock.now + Patience.loading
    while ContinuousClock.now < end {
      let before = aftermath.state
      if before.isInterrupted { return }
      if before.isLeaving { await aftermath.wait(atMost: Patience.leaving) { !$0.isLeaving || $0.isInterrupted } }
      aftermath.update { $0.isLeaving = false }
      await aftermath.wait(atMost: Patience.loading) { $0.isLoaded || $0.isInterrupted }
      await answered(aftermath)
      if Task.isCancelled { throw .givenUp }
      let count = aftermath.state.activity
      guard try await isQuiet(aftermath) else { continue }
      if aftermath.state.activity == count { return }
    }
  }

  /// Waits for the requests of the page's scripts. One that outlasts any patience is not waited for again.
  private func answered(_ aftermath: Aftermath) async {
    let endless = actingState.endless
    let isAnswered = await aftermath.wait(atMost: Patience.requests) { state in
      state.isInterrupted || state.requests.values.allSatisfy(endless.contains)
    }
    if !isAnswered { actingState.endless.formUnion(aftermath.state.requests.values) }
  }

  /// Whether the documents acted in stood still for a frame; false where one of them was replaced meanwhile.
  private func isQuiet(_ aftermath: Aftermath) async throws(SurfaceError) -> Bool {
    let count = aftermath.state.count
    let call = PageCall("act.rest", Patience.changing, aftermath.state.isEntry)
    for id in aftermath.state.frames {
      guard let frame = pages.frames[id] else { continue }
      do {
        // A document that is put away while it is asked (back, forward) never answers.
        let answer = try await unlessInterrupted(aftermath, atMost: .seconds(2)) { [self] () throws(SurfaceError) in
          _ = try await evaluate(call, in: frame, as: Bool?.self)
          return true
        }
        if answer == nil { return aftermath.state.isInterrupted }
      } catch  where error.code == .failed || error.code == .elementNotFound {
        // Its document went away while it was asked: another one is coming, or the frame is gone.
        if await aftermath.wait(atMost: Patience.leaving, until: { $0.count > count }) { return false }
      }
    }
    return true
  }

  /// What followed, and where the tab is now.
  func outcome(_ aftermath: Aftermath, value: String? = nil) async throws(SurfaceError) -> Outcome {
    let state = aftermath.state
    actingState.dialogs[aftermath.tab.id] = state.dialog == nil ? nil : aftermath
    if state.dialog == nil { aftermath.stop() }
    if let opened = state.opened.last {
      await appeared(opened)
      pages.shown(opened)
    }
    return Outcome(signals: state.signals, place: place(of: try activeTab()), value: value)
  }
}

extension Aftermath.State {
  /// Whether no document that counts is being loaded.
  var isLoaded: Bool { loading.isDisjoint(with: frames.union(openedFrames)) }

  /// Grows with whatever must be waited for.
  var activity: Int {
    signals.count + requests.count + loading.intersection(frames.union(openedFrames)).count + (isLeaving ? 1 : 0)
  }
}

extension SurfaceError {
  static let givenUp = SurfaceError(.timedOut, "Acting in the browser was given up before it was done.")
}
