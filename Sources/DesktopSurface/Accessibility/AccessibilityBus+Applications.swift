import Glibc
import Surfaces
import Trace

extension AccessibilityBus {
  /// The names on the bus of a process' applications. A process that is not known yet is looked for once.
  func names(ofProcess process: Int32, until deadline: Deadline) throws(SurfaceError) -> [String] {
    if let known = applications[process] { return known }
    let children = try ask(Accessible.registry.call("Accessible", "GetChildren"), until: deadline)
    let names = (children.first?.list ?? []).compactMap { $0.accessible?.bus }
    let calls = names.map(BusCall.process(of:))
    var found: [Int32: [String]] = [:]
    for (name, answer) in zip(names, try ask(calls, until: deadline)) {
      if let number = answer.first?.integer { found[Int32(truncatingIfNeeded: number), default: []].append(name) }
    }
    applications = found
    return found[process] ?? []
  }

  /// The windows that a process' applications tell of and that are showing.
  func topLevels(ofProcess process: Int32, until deadline: Deadline) throws(SurfaceError) -> [Seen] {
    var children: [Accessible] = []
    let names = try names(ofProcess: process, until: deadline)
    let roots = names.map { Accessible(bus: $0, path: Accessible.rootPath).call("Accessible", "GetChildren") }
    for answer in try ask(roots, until: deadline) {
      // A name that nobody has any more: the application has left, or another one has its number.
      if case .refused = answer { applications[process] = nil }
      children += (answer.first?.list ?? []).compactMap(\.accessible)
    }
    return try facts(of: children, until: deadline).compactMap { $0 }.map { Seen(facts: $0, shift: Shift()) }
  }

  /// What the applications tell of each object, nil for what is gone or late.
  func facts(of accessibles: [Accessible], until deadline: Deadline) throws(SurfaceError) -> [AccessibleFacts?] {
    let asked = accessibles.map { accessible in
      let known = remembered.facts(of: accessible)
      return (accessible: accessible, known: known, calls: AccessibleFacts.calls(accessible, knowing: known))
    }
    var rest = try ask(asked.flatMap(\.calls), until: deadline)[...]
    var facts: [AccessibleFacts?] = []
    for one in asked {
      let answers = rest.prefix(one.calls.count)
      facts.append(try self.facts(one.accessible, answers, knowing: one.known, until: deadline))
      rest = rest.dropFirst(one.calls.count)
    }
    return facts
  }

  func facts(of accessible: Accessible, until deadline: Deadline) throws(SurfaceError) -> AccessibleFacts? {
    try facts(of: [accessible], until: deadline).first ?? nil
  }

  /// The same, and the answers to other questions, all asked at once.
  func facts(
    of accessible: Accessible, and others: [BusCall], until deadline: Deadline
  ) throws(SurfaceError) -> (facts: AccessibleFacts?, answers: [BusAnswer]) {
    let known = remembered.facts(of: accessible)
    let calls = AccessibleFacts.calls(accessible, knowing: known)
    let answers = try ask(calls + others, until: deadline)
    let facts = try facts(accessible, answers.prefix(calls.count), knowing: known, until: deadline)
    return (facts, Array(answers.dropFirst(calls.count)))
  }

  /// What was answered of an object. A password that is shown for a moment calls itself a plain text meanwhile.
  private func facts(
    _ accessible: Accessible, _ answers: some RandomAccessCollection<BusAnswer>, knowing known: AccessibleFacts?,
    until deadline: Deadline
  ) throws(SurfaceError) -> AccessibleFacts? {
    guard var facts = AccessibleFacts(accessible, answers, knowing: known) else {
      guard known != nil, !answers.contains(where: \.isLate) else { return nil }
      // It is gone, or another kind of object now.
      remembered.forget(accessible)
      return try self.facts(of: accessible, until: deadline)
    }
    remembered.note(facts)
    guard facts.isSecret || AccessibleRole.editors.contains(facts.role) else { return facts }
    if focus.isSecret(accessible, said: facts.isSecret) { facts.role = AccessibleFacts.secretRole }
    return facts
  }

  /// The one of `topLevels` that is `window`: by its title, else by its place.
  func topLevel(of window: DesktopWindow, among topLevels: [Seen]) -> Seen? {
    let shown = topLevels.filter { $0.facts.states.contains(.showing) && $0.bounds != nil }
    let titled = shown.filter { $0.facts.name == window.title.trimmed }
    let near = (titled.isEmpty ? shown : titled).sorted { distance($0, window) < distance($1, window) }
    // Of two in the same place nobody knows which one it is, and the other may be one that is not granted.
    guard titled.isEmpty, !window.isPopup, let nearest = near.first else { return near.first }
    // A window elsewhere is another one: this one is not told of yet.
    guard distance(nearest, window) < 8 * Self.frame else { return nil }
    guard near.count > 1 else { return nearest }
    return distance(near[1], window) - distance(nearest, window) < 2 * Self.frame ? nil : nearest
  }

  /// What a process' applications tell of, once `window` is among it: a dialog is on the screen before its application
  /// tells of it, and is waited for a little.
  func topLevels(
    ofProcess process: Int32, with window: DesktopWindow, until deadline: Deadline
  ) throws(SurfaceError) -> [Seen] {
    let patience = Deadline.after(Self.patience)
    while true {
      let found = try topLevels(ofProcess: process, until: deadline)
      if window.isPopup || topLevel(of: window, among: found) != nil || patience.hasPassed { return found }
      usleep(5_000)
    }
  }

  private static let patience = Duration.milliseconds(80)

  /// How thick the frame of a window manager is at most.
  private static let frame = 32.0

  /// How far apart the middles are, and how different the sizes: the tree's window may hold the manager's frame.
  private func distance(_ seen: Seen, _ window: DesktopWindow) -> Double {
    guard let bounds = seen.bounds else { return .infinity }
    return abs(bounds.center.x - window.bounds.center.x) + abs(bounds.center.y - window.bounds.center.y)
      + abs(bounds.width - window.bounds.width) + abs(bounds.height - window.bounds.height)
  }
}
