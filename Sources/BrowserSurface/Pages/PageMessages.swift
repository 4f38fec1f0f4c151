/// The parameters of the events that tell which tabs and frames there are.
enum PageMessages {
  struct Target: Decodable, Sendable {
    var targetId: String
    var type: String
    var subtype: String?
    var title: String
    var url: String
    var openerId: String?
    var browserContextId: String?
    var parentFrameId: FrameID?
  }

  /// `Target.attachedToTarget`
  struct Attached: Decodable, Sendable {
    var sessionId: SessionID
    var targetInfo: Target
    var waitingForDebugger: Bool
  }

  /// `Target.detachedFromTarget`
  struct Detached: Decodable, Sendable {
    var sessionId: SessionID
  }

  /// `Target.targetInfoChanged`
  struct TargetChanged: Decodable, Sendable {
    var targetInfo: Target
  }

  struct Document: Decodable, Sendable {
    var id: FrameID
    var parentId: FrameID?
    var url: String
    var loaderId: String?
    /// The address that could not be loaded, where this is the page that says so.
    var unreachableUrl: String?
  }

  struct Tree: Decodable, Sendable {
    var frame: Document
    var childFrames: [Tree]?
  }

  /// The reply of `Page.getFrameTree`
  struct FrameTree: Decodable, Sendable {
    var frameTree: Tree
  }

  /// `Page.frameAttached`
  struct FrameAttached: Decodable, Sendable {
    var frameId: FrameID
    var parentFrameId: FrameID
  }

  /// `Page.frameNavigated`
  struct FrameNavigated: Decodable, Sendable {
    var frame: Document
    /// `Navigation` or `BackForwardCacheRestore`
    var type: String?
  }

  /// `Page.frameDetached`
  struct FrameDetached: Decodable, Sendable {
    var frameId: FrameID
    /// `remove` or `swap`
    var reason: String?
  }

  /// `Page.navigatedWithinDocument`
  struct NavigatedWithinDocument: Decodable, Sendable {
    var frameId: FrameID
    var url: String
    /// `fragment`, `historyApi` or `other`
    var navigationType: String?
  }

  /// `Runtime.executionContextCreated`
  struct ContextCreated: Decodable, Sendable {
    struct Context: Decodable, Sendable {
      struct Auxiliary: Decodable, Sendable {
        var frameId: FrameID?
        var isDefault: Bool?
      }
      var id: ContextID
      var origin: String
      var name: String
      var auxData: Auxiliary?
    }
    var context: Context
  }

  /// `Runtime.executionContextDestroyed`
  struct ContextDestroyed: Decodable, Sendable {
    var executionContextId: ContextID
  }
}
