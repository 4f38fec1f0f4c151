import Surfaces
import Trace

extension AccessibilityBus {
  /// The element that a person would name when pointing there: the deepest one that is more than a part of another.
  ///
  /// Nil where the application tells of none, or not in time: then it is unknown, and counts as secret.
  nonisolated func element(at point: Point, in window: DesktopWindow) async -> SeenElement? {
    let deadline = Deadline.after(limit)
    return await look(at: point, in: window, until: deadline)
  }

  private func look(at point: Point, in window: DesktopWindow, until deadline: Deadline) -> SeenElement? {
    guard let process = window.process else { return nil }
    do {
      let topLevels = try topLevels(ofProcess: process, with: window, until: deadline)
      guard let path = try path(to: point, in: window, topLevels: topLevels, until: deadline) else { return nil }
      return try described(named(path, at: point, inPopup: window.isPopup), until: deadline)
    } catch {
      // Whatever the reason: the element is unknown.
      return nil
    }
  }

  /// The objects from the window down to what is at the point.
  private func path(
    to point: Point, in window: DesktopWindow, topLevels: [Seen], until deadline: Deadline
  ) throws(SurfaceError) -> [Seen]? {
    if window.isPopup { return try pathInPopup(to: point, topLevels: topLevels, until: deadline) }
    guard let top = topLevel(of: window, among: topLevels) else { return nil }
    return try descend(from: [top], to: point, until: deadline)
  }

  /// Goes down from the last object of `path`, by what each object says lies at the point.
  func descend(from path: [Seen], to point: Point, until deadline: Deadline) throws(SurfaceError) -> [Seen] {
    guard let top = path.last else { return path }
    var path = path
    try foresee(from: top, to: point, until: deadline)
    defer { foreseen = [:] }
    var hit = try ask(top.call(at: point), until: deadline).first?.accessible
    // No tree is deeper; an application whose answers go round in circles is left.
    while path.count < 64, let last = path.last {
      guard let next = try step(from: last, to: hit, at: point, until: deadline),
        !path.contains(where: { $0.facts.accessible == next.seen.facts.accessible })
      else { break }
      path += try between(last, next.seen, until: deadline) + [next.seen]
      hit = next.hit
    }
    // What is remembered of the last may be old.
    if path.count > 1, let last = path.last, layout.facts(of: last.facts.accessible) != nil,
      let facts = try facts(of: last.facts.accessible, until: deadline)
    {
      path[path.count - 1] = Seen(facts: facts, shift: last.shift)
    }
    if deadline.hasPassed { throw Self.gone(deadline) }
    way = path
    return path
  }

  /// Asks at once what is asked step by step where the way down is that of the last look, as it mostly is: waiting for
  /// each answer costs more than the questions do.
  private func foresee(from top: Seen, to point: Point, until deadline: Deadline) throws(SurfaceError) {
    guard let start = way.firstIndex(where: { $0.facts.accessible == top.facts.accessible }) else { return }
    // What is named at the end is asked with all that is told of it.
    let layers = way[start...].prefix {
      $0.facts.accessible == top.facts.accessible || layout.facts(of: $0.facts.accessible) != nil
    }
    var calls = layers.map { $0.call(at: point) }
    for (outer, inner) in zip(layers, layers.dropFirst()) where inner.facts.isOwnTree {
      calls += [outer.facts.placeCall, inner.facts.placeCall]
    }
    for (call, answer) in zip(calls, try ask(calls, until: deadline)) { foreseen[call] = answer }
  }

  /// What lies at the point below `seen`, which says that it is `hit`, and what that one says lies there.
  private func step(
    from seen: Seen, to hit: Accessible?, at point: Point, until deadline: Deadline
  ) throws(SurfaceError) -> (seen: Seen, hit: Accessible?)? {
    if let hit, hit != seen.facts.accessible {
      if let known = layout.facts(of: hit) { return try step(from: seen, toKnown: known, at: point, until: deadline) }
      // Both questions at once: that the numbers below are shifted otherwise is rare.
      let guess = Seen.call(at: seen.shift.asSaid(point), of: hit)
      let (facts, answers) = try facts(of: hit, and: [guess], until: deadline)
      if let facts {
        layout.note(facts)
        let child = Seen(facts: facts, shift: seen.shift.inside(facts, of: seen.facts))
        guard child.shift != seen.shift else { return (child, answers.first?.first?.accessible) }
        return (child, try ask(child.call(at: point), until: deadline).first?.accessible)
      }
    }
    guard !seen.facts.isTable, !AccessibleRole.named.contains(seen.facts.role) || seen.facts.role == "combo box" else {
      return nil
    }
    // Some containers do not say what lies at a point, but their children say where they are: the last is on top. A
    // page of a notebook is where its tab is, or nowhere.
    let shown = try children(of: seen, until: deadline).filter { $0.facts.states.contains(.showing) }
    let child =
      shown.last { $0.holds(point) }
      ?? shown.first { $0.facts.role == "page tab" && $0.facts.states.contains(.selected) }
    guard let child else { return nil }
    return (child, try ask(child.call(at: point), until: deadline).first?.accessible)
  }

  /// The same where `known` is remembered: where it is, is asked only if that tells how far the numbers are shifted.
  private func step(
    from seen: Seen, toKnown known: AccessibleFacts, at point: Point, until deadline: Deadline
  ) throws(SurfaceError) -> (seen: Seen, hit: Accessible?) {
    var (outer, inner) = (seen.facts, known)
    if known.isOwnTree {
      outer.bounds = AccessibleFacts.bounds(try ask(outer.placeCall, until: deadline).first)
      inner.bounds = AccessibleFacts.bounds(try ask(inner.placeCall, until: deadline).first)
    }
    let child = Seen(facts: inner, shift: seen.shift.inside(inner, of: outer))
    return (child, try ask(child.call(at: point), until: deadline).first?.accessible)
  }

  /// The objects between one and another below it: some applications answer with the deepest at once.
  private func between(_ upper: Seen, _ lower: Seen, until deadline: Deadline) throws(SurfaceError) -> [Seen] {
    var upwards: [AccessibleFacts] = []
    var next = lower.facts.parent
    while let current = next, current != upper.facts.accessible, upwards.count < 32 {
      var facts = layout.facts(of: current)
      if facts == nil { facts = try self.facts(of: current, until: deadline) }
      guard let facts, facts.role != "application" else { return [] }
      layout.note(facts)
      upwards.append(facts)
      next = facts.parent
    }
    // Where it does not lead there, the application tells of two trees, and the one that was gone down counts.
    guard next == upper.facts.accessible else { return [] }
    return upwards.reversed().map { Seen(facts: $0, shift: upper.shift) }
  }

  /// `path` down to the element at the point that a person would name.
  func named(_ path: [Seen], at point: Point, inPopup: Bool) -> [Seen] {
    // In an editor everything is its text.
    if let number = path.firstIndex(where: { AccessibleRole.editors.contains($0.facts.role) }) {
      return Array(path[...number])
    }
    // Paragraphs are the text of what is around them.
    if let number = path.firstIndex(where: { $0.mayBeEditor || $0.facts.role == "paragraph" }) {
      return Array(path[...(path[number].facts.role == "paragraph" ? max(0, number - 1) : number)])
    }
    let named = path.indices.filter { AccessibleRole.named.contains(path[$0].facts.role) && path[$0].holds(point) }
    guard var number = named.last else { return path }
    // The list of a combo box may have opened over it by now: what was pressed was no list.
    if !inPopup, let box = path.firstIndex(where: { $0.facts.role == "combo box" }) { return Array(path[...box]) }
    // The picture in a button is the button, the arrow of a combo box is the combo box.
    while let outer = named.last(where: { $0 < number }),
      path[number].facts.role == "icon"
        || (path[outer].facts.role == "combo box" && !Self.choices.contains(path[number].facts.role))
    {
      number = outer
    }
    return Array(path[...number])
  }
}
