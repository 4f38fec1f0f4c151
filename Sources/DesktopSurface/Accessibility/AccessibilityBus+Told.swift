import Surfaces
import Trace

/// Elements and windows where no window system tells of any: by what the applications say of them alone.
extension AccessibilityBus {
  /// An object with the window that it is in; nil where it is gone, or its application did not tell in time.
  nonisolated func told(_ accessible: Accessible, by change: AccessibilityChange) async -> ToldElement? {
    let deadline = Deadline.after(limit)
    return await lookUp(accessible, change.application, change.process, until: deadline)
  }

  private func lookUp(
    _ accessible: Accessible, _ application: String, _ process: Int32?, until deadline: Deadline
  ) -> ToldElement? {
    do {
      guard let path = try path(upFrom: accessible, until: deadline), let top = path.first,
        let seen = try described(path, until: deadline)
      else { return nil }
      return ToldElement(
        seen: seen, window: Self.window(top.facts, application, process),
        isWrittenByPrograms: path.last?.facts.role == "terminal")
    } catch {
      // Whatever the reason: the element is unknown.
      return nil
    }
  }

  /// What is chosen in a list or a row of tabs; nil where nothing is, or it was not told in time.
  func chosen(in list: Accessible) -> Accessible? {
    do {
      let call = list.call("Selection", "GetSelectedChild", .int32(0))
      return try ask(call, until: .after(limit)).first?.accessible
    } catch {
      // Whatever the reason: it is unknown.
      return nil
    }
  }

  /// The windows that are showing, of the applications whose names `isGranted` lets through.
  func windows(where isGranted: @Sendable (String) -> Bool) throws(SurfaceError) -> [ToldWindow] {
    let deadline = Deadline.after(max(limit, .seconds(1)))
    let children = try ask(Accessible.registry.call("Accessible", "GetChildren"), until: deadline)
    var found: [ToldWindow] = []
    for root in (children.first?.list ?? []).compactMap(\.accessible) {
      let name = try ask(root.property("Accessible", "Name"), until: deadline).first?.string?.lowercased() ?? ""
      guard !name.isEmpty, isGranted(name) else { continue }
      let answers = try ask([.process(of: root.bus), root.call("Accessible", "GetChildren")], until: deadline)
      let number = answers[0].first?.integer.map { Int32(truncatingIfNeeded: $0) }
      let tops = (answers[1].first?.list ?? []).compactMap(\.accessible)
      found += try facts(of: tops, until: deadline).compactMap { $0 }.filter { $0.states.contains(.showing) }
        .map { Self.window($0, name, number) }
    }
    return found
  }

  private static func window(_ facts: AccessibleFacts, _ application: String, _ process: Int32?) -> ToldWindow {
    ToldWindow(
      accessible: facts.accessible, title: facts.name, application: application, process: process,
      isActive: facts.states.contains(.active))
  }
}
