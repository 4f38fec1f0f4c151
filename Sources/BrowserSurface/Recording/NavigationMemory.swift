import Trace

/// Why frames are about to show another document, as far as the browser has said so.
struct NavigationMemory: Sendable {
  private struct Pending: Sendable {
    /// Why the page itself asks for it: `anchorClick`, `formSubmissionPost`, `scriptInitiated` …; nil where it did not.
    var reason: String?
    /// What kind of navigation has begun: `reload`, `historyDifferentDocument`, `differentDocument` …
    var type: String?
  }

  private var pending: [FrameID: Pending] = [:]
  /// Where each tab stands in its history.
  private var positions: [TabID: Int] = [:]

  mutating func requested(_ frame: FrameID, reason: String) {
    pending[frame, default: Pending()].reason = reason
  }

  mutating func started(_ frame: FrameID, type: String) {
    pending[frame, default: Pending()].type = type
  }

  /// The cause of the document that a frame shows now, and whether the page asked for it.
  mutating func committed(_ frame: FrameID) -> (cause: NavigationCause, isAskedByPage: Bool) {
    let navigation = pending.removeValue(forKey: frame)
    let isHistory = navigation?.type?.hasPrefix("history") == true || navigation?.type?.hasPrefix("restore") == true
    switch navigation?.reason {
    case "anchorClick": return (.link, true)
    case "formSubmissionGet", "formSubmissionPost": return (.form, true)
    case "httpHeaderRefresh", "metaTagRefresh": return (.redirect, true)
    case "reload": return (.reload, true)
    case "scriptInitiated" where !isHistory: return (.script, true)
    case .some where !isHistory: return (.other, true)
    default: break
    }
    switch navigation?.type {
    case "reload", "reloadBypassingCache": return (.reload, false)
    case "differentDocument": return (.typed, false)
    default: return (isHistory ? .back : .other, navigation?.reason != nil)
    }
  }

  /// Notes where a tab stands in its history; whether it went forward.
  mutating func moved(_ tab: TabID, to position: Int) -> Bool {
    defer { positions[tab] = position }
    return position > (positions[tab] ?? position)
  }

  mutating func closed(_ tab: TabID) { positions[tab] = nil }
}
