/// The parameters of the events that tell what follows an action.
enum ActingMessages {
  struct Frame: Decodable { var frameId: FrameID }

  struct RequestedNavigation: Decodable {
    var frameId: FrameID
    var reason: String
    var disposition: String
  }

  struct Request: Decodable {
    struct Request: Decodable { var url: String }
    var requestId: String
    var type: String?
    var request: Request
  }

  struct Finished: Decodable { var requestId: String }

  struct Dialog: Decodable {
    /// `alert`, `confirm`, `prompt` or `beforeunload`
    var type: String
    var message: String
  }

  struct Download: Decodable {
    var frameId: FrameID
    var suggestedFilename: String
  }

  struct FileChooser: Decodable { var backendNodeId: Int? }

  struct BindingCall: Decodable {
    var name: String
    var payload: String
  }

  /// What `act.js` tells.
  struct Report: Decodable {
    var token: Int
    var arrived: Bool?
    var submitted: Bool?
    var navigating: Bool?
  }
}
