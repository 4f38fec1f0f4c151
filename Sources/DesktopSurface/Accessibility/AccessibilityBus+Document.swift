import Foundation
import Surfaces
import Trace

extension AccessibilityBus {
  /// What is open in a window, where its application tells: a file's path, else an address. Nil where it does not.
  nonisolated func document(of window: DesktopWindow) async -> String? {
    let deadline = Deadline.after(limit)
    return await lookForDocument(of: window, until: deadline)
  }

  private func lookForDocument(of window: DesktopWindow, until deadline: Deadline) -> String? {
    do {
      guard let document = try pathToDocument(in: window, until: deadline)?.last else { return nil }
      return try address(of: document, until: deadline)
    } catch {
      // Whatever the reason: the document is unknown.
      return nil
    }
  }

  /// The way down to the document that a window shows, nil where it shows none.
  func pathToDocument(in window: DesktopWindow, until deadline: Deadline) throws(SurfaceError) -> [Seen]? {
    guard let process = window.process,
      let top = topLevel(of: window, among: try topLevels(ofProcess: process, until: deadline))
    else { return nil }
    var level = [[top]]
    // Documents are no deeper, and what lies beside them is wide.
    for _ in 0..<12 where !deadline.hasPassed {
      let below = try children(ofAll: level.compactMap(\.last), until: deadline)
      let ways = zip(level, below).flatMap { path, children in children.map { path + [$0] } }
      if let way = ways.first(where: { $0.last?.facts.role.hasPrefix("document") == true }) { return way }
      level = ways.filter { $0.last.map { Self.mayHoldDocument($0.facts) } ?? false }
    }
    return nil
  }

  private static func mayHoldDocument(_ facts: AccessibleFacts) -> Bool {
    let around: Set = [
      "filler", "internal frame", "layered pane", "page tab", "page tab list", "panel", "root pane", "scroll pane",
      "section", "split pane", "viewport",
    ]
    return around.contains(facts.role) && facts.states.contains(.showing)
  }

  private func address(of document: Seen, until deadline: Deadline) throws(SurfaceError) -> String? {
    let call = document.facts.accessible.call("Document", "GetAttributes")
    let told = try ask(call, until: deadline).first?.strings ?? [:]
    if let address = told["DocURL"] ?? told["URI"], !address.isEmpty { return Self.path(ofAddress: address) }
    // LibreOffice names its document `file:///… - LibreOffice Spreadsheets`; an address holds no space.
    let name = document.facts.name.prefix { $0 != " " }
    return name.contains("://") ? Self.path(ofAddress: String(name)) : nil
  }

  private static func path(ofAddress address: String) -> String {
    guard let url = URL(string: address), url.isFileURL else { return address }
    return url.path(percentEncoded: false)
  }
}
