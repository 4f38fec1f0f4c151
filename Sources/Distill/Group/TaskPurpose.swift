import Trace

/// Whether a task changes anything, or is but looking around.
enum TaskPurpose {
  /// Most of its episodes leave something behind: a form sent (other than to search), a file, a command, a key.
  static func isWork(_ episodes: [Episode]) -> Bool {
    2 * episodes.count { $0.steps.contains { $0.surface != .browser || $0.leavesSomething } } >= episodes.count
  }
}

extension Step {
  /// Whether it left something behind: a form sent (other than to search), a file, a command, a key.
  var leavesSomething: Bool {
    switch action {
    case .upload, .run, .answer(accepted: true, _), .drag: true
    default: signals.contains(.submitted) && !isSearch
    }
  }

  /// Whether it sent a form whose contents stand in the address that it led to.
  private var isSearch: Bool {
    signals.contains { signal in
      guard case .navigation(let address, _) = signal, let mark = address.firstIndex(of: "?"),
        let name = element?.attributes["name"], !name.isEmpty
      else { return false }
      let query = address[mark...]
      return query.contains("?\(name)=") || query.contains("&\(name)=")
    }
  }
}
