/// Every tab that is open, and every frame in it, as told by the browser's events.
///
/// A value: it only keeps books, and sends nothing.
struct OpenPages: Sendable {
  private(set) var tabs: [TabID: Tab] = [:]
  private(set) var frames: [FrameID: PageFrame] = [:]
  /// In the order in which they were used last, the latest at the end.
  private(set) var recency: [TabID] = []
  /// The tab that each session belongs to: its own, or that of a frame in another process.
  private(set) var sessions: [SessionID: TabID] = [:]

  /// The titles of documents that are not there yet.
  private var coming: [TabID: (address: Address, title: String)] = [:]

  /// The tab that was used last.
  var activeTab: Tab? { recency.last.flatMap { tabs[$0] } }

  /// The frame whose world of ours this is.
  func frame(session: SessionID, world: ContextID) -> PageFrame? {
    frames.values.first { $0.session == session && $0.world == world }
  }

  /// The frames of a tab, parents before their children.
  func frames(of tab: TabID) -> [PageFrame] {
    guard let tab = tabs[tab], let main = frames[tab.mainFrame] else { return [] }
    var ordered = [main]
    var known: Set<FrameID> = [main.id]
    var next = 0
    while next < ordered.count {
      let parent = ordered[next].id
      ordered += frames.values.filter { $0.parent == parent && known.insert($0.id).inserted }
        .sorted { $0.id.rawValue < $1.id.rawValue }
      next += 1
    }
    return ordered
  }

  /// A frame and those around it, innermost first.
  func chain(from frame: FrameID) -> [PageFrame] {
    var chain: [PageFrame] = []
    var next: FrameID? = frame
    while let id = next, let frame = frames[id], chain.count < 32 {
      chain.append(frame)
      next = frame.parent
    }
    return chain
  }

  // MARK: - What happens

  mutating func opened(_ tab: Tab) {
    tabs[tab.id] = tab
    sessions[tab.session] = tab.id
    // It becomes the latest when it is shown; until then it stands before all others.
    if !recency.contains(tab.id) { recency.insert(tab.id, at: 0) }
    place(frame: tab.mainFrame, parent: nil, session: tab.session, url: tab.url)
  }

  /// A frame has moved to a process, and so to a session, of its own.
  mutating func attached(frame: FrameID, parent: FrameID?, session: SessionID, within outer: SessionID, url: String) {
    guard let tab = sessions[outer] else { return }
    sessions[session] = tab
    place(frame: frame, parent: parent, session: session, url: url)
  }

  /// A session has ended; returns the tab that was closed with it, if it was a tab's own.
  mutating func detached(session: SessionID) -> Tab? {
    guard let id = sessions.removeValue(forKey: session) else { return nil }
    for frame in frames.values where frame.session == session { frames[frame.id] = nil }
    guard let tab = tabs[id], tab.session == session else { return nil }
    tabs[id] = nil
    recency.removeAll { $0 == id }
    for frame in frames.values where frame.tab == id { frames[frame.id] = nil }
    for (inner, owner) in sessions where owner == id { sessions[inner] = nil }
    return tab
  }

  mutating func place(frame id: FrameID, parent: FrameID?, session: SessionID, url: String) {
    guard let tab = sessions[session] else { return }
    var frame = frames[id] ?? PageFrame(id: id, parent: parent, tab: tab, session: session, url: url)
    frame.parent = parent ?? frame.parent
    if frame.session != session {
      frame.session = session
      frame.world = nil
      frame.origin = nil
      frame.scriptWorld = nil
    }
    frame.url = url.isEmpty ? frame.url : url
    frames[id] = frame
    if tabs[tab]?.mainFrame == id, !url.isEmpty { tabs[tab]?.url = url }
  }

  mutating func changedAddress(of frame: FrameID, to url: String) {
    guard let tab = frames[frame]?.tab else { return }
    frames[frame]?.url = url
    if tabs[tab]?.mainFrame == frame { tabs[tab]?.url = url }
  }

  mutating func removed(frame: FrameID, in session: SessionID) {
    // Swapped to another process, the frame belongs to another session by now.
    guard frames[frame]?.session == session else { return }
    frames[frame] = nil
    for child in frames.values where child.parent == frame { removed(frame: child.id, in: child.session) }
  }

  /// A document has said its title. One that comes back whole says it before the browser says that it is there.
  mutating func retitled(_ tab: TabID, title: String, address: Address) {
    // The tab's own address may be the coming document's already.
    let shown = tabs[tab].flatMap { frames[$0.mainFrame] }.map { Address($0.url) }
    if shown == address { tabs[tab]?.title = title } else { coming[tab] = (address, title) }
  }

  /// Another document has come into a frame: a tab's title is what that document has said, if it has. Returns the
  /// title of the one before.
  mutating func untitle(_ frame: FrameID) -> String {
    guard let id = frames[frame]?.tab, let tab = tabs[id], tab.mainFrame == frame else { return "" }
    let said = coming.removeValue(forKey: id)
    tabs[id]?.title = said?.address == Address(tab.url) ? said?.title ?? "" : ""
    return tab.title
  }

  mutating func changedAddress(of tab: TabID, to url: String) {
    if !url.isEmpty { tabs[tab]?.url = url }
  }

  mutating func shown(_ tab: TabID) {
    guard tabs[tab] != nil else { return }
    recency.removeAll { $0 == tab }
    recency.append(tab)
  }

  /// Our world is there. One that was made while its document was still coming does not know its origin: it has that of
  /// the document's own scripts, whose world may come before it or after it.
  mutating func entered(world: ContextID, origin: String, frame: FrameID, session: SessionID) {
    guard let known = frames[frame], known.session == session else { return }
    let isUnsettled = origin == PageFrame.unsettled
    frames[frame]?.world = world
    frames[frame]?.isUnsettled = isUnsettled
    frames[frame]?.origin = isUnsettled ? known.scriptWorld?.origin ?? origin : origin
  }

  /// The world of a document's own scripts is there.
  mutating func entered(scriptWorld: PageFrame.ScriptWorld, frame: FrameID, session: SessionID) {
    guard let known = frames[frame], known.session == session else { return }
    frames[frame]?.scriptWorld = scriptWorld
    if known.isUnsettled { frames[frame]?.origin = scriptWorld.origin }
  }

  /// A world is gone: ours, or that of a document's own scripts.
  mutating func left(world: ContextID, session: SessionID) {
    for frame in frames.values where frame.session == session {
      if frame.world == world { frames[frame.id]?.world = nil }
      if frame.scriptWorld?.context == world { frames[frame.id]?.scriptWorld = nil }
    }
  }

  mutating func leftAllWorlds(session: SessionID) {
    for frame in frames.values where frame.session == session {
      frames[frame.id]?.world = nil
      frames[frame.id]?.scriptWorld = nil
    }
  }
}
