import Foundation
import Surfaces
import Trace

extension Aftermath {
  /// The events that tell what follows an action.
  static let methods: Set<String> = [
    "Target.attachedToTarget", "Target.detachedFromTarget", "Page.javascriptDialogOpening",
    "Page.javascriptDialogClosed", "Page.frameRequestedNavigation", "Page.frameStartedNavigating",
    "Page.frameStartedLoading", "Page.frameStoppedLoading", "Page.frameNavigated", "Page.navigatedWithinDocument",
    "Page.frameDetached", "Page.downloadWillBegin", "Page.fileChooserOpened", "Network.requestWillBeSent",
    "Network.loadingFinished", "Network.loadingFailed", "Runtime.bindingCalled", "Inspector.targetCrashed",
    "Input.dragIntercepted",
  ]

  /// The binding by which a page's world tells what arrived there.
  static let binding = "understudyActed"

  func take(_ event: DevToolsEvent) {
    update { state in
      // A message in a form that is not understood tells nothing.
      try? Self.take(event, token: token, tab: tab, into: &state)
    }
  }

  private static func take(_ event: DevToolsEvent, token: Int, tab: Tab, into state: inout State) throws {
    switch event.method {
    case "Target.attachedToTarget":
      let message: PageMessages.Attached = try event.decode()
      if message.targetInfo.type == "page", message.targetInfo.openerId == tab.id.rawValue {
        state.opened.append(TabID(rawValue: message.targetInfo.targetId))
        state.openedFrames.insert(FrameID(rawValue: message.targetInfo.targetId))
        state.sessions.insert(message.sessionId)
        state.isLeaving = true
        state.signals.append(.windowOpened(window: message.targetInfo.targetId))
      } else if let session = event.session, state.sessions.contains(session) {
        state.sessions.insert(message.sessionId)
      }
      return
    case "Target.detachedFromTarget":
      let session = try event.decode(as: PageMessages.Detached.self).sessionId
      state.sessions.remove(session)
      if session == tab.session {
        state.isClosed = true
        state.signals.append(.windowClosed(window: tab.id.rawValue))
      }
      return
    default: break
    }
    guard let session = event.session, state.sessions.contains(session) else { return }
    if event.method.hasPrefix("Network.") {
      try takeRequest(event, into: &state)
    } else if event.method.hasPrefix("Page.frame") || event.method == "Page.navigatedWithinDocument" {
      try takeNavigation(event, tab: tab, into: &state)
    } else {
      try takeOther(event, token: token, into: &state)
    }
  }

  private static func takeNavigation(_ event: DevToolsEvent, tab: Tab, into state: inout State) throws {
    switch event.method {
    case "Page.frameRequestedNavigation":
      let message: ActingMessages.RequestedNavigation = try event.decode()
      state.causes[message.frameId] = NavigationCause(reason: message.reason)
      if message.disposition == "currentTab" {
        state.loading.insert(message.frameId)
        state.expected.insert(message.frameId)
      }
      state.moved(message.frameId)
    case "Page.frameStartedLoading", "Page.frameStartedNavigating":
      let frame = try event.decode(as: ActingMessages.Frame.self).frameId
      state.loading.insert(frame)
      state.moved(frame)
    case "Page.frameStoppedLoading":
      let frame = try event.decode(as: ActingMessages.Frame.self).frameId
      state.loading.remove(frame)
      // What was asked for did not come to be shown: it may be a download, which is told a little later.
      if state.expected.remove(frame) != nil { state.isLeaving = true }
    case "Page.frameDetached":
      state.loading.remove(try event.decode(as: PageMessages.FrameDetached.self).frameId)
    case "Page.frameNavigated":
      let frame = try event.decode(as: PageMessages.FrameNavigated.self).frame
      state.navigated(frame.id, to: frame.url, in: tab)
      if frame.id == tab.mainFrame { state.requests = [:] }
    case "Page.navigatedWithinDocument":
      let message: PageMessages.NavigatedWithinDocument = try event.decode()
      state.navigated(message.frameId, to: message.url, in: tab)
    default: return
    }
  }

  private static func takeRequest(_ event: DevToolsEvent, into state: inout State) throws {
    if event.method == "Network.requestWillBeSent" {
      let message: ActingMessages.Request = try event.decode()
      guard ["XHR", "Fetch", "Script", "Stylesheet"].contains(message.type ?? "") else { return }
      state.requests[message.requestId] = String(message.request.url.prefix { $0 != "?" && $0 != "#" })
    } else {
      state.requests[try event.decode(as: ActingMessages.Finished.self).requestId] = nil
    }
  }

  private static func takeOther(_ event: DevToolsEvent, token: Int, into state: inout State) throws {
    switch event.method {
    case "Page.javascriptDialogOpening":
      let message: ActingMessages.Dialog = try event.decode()
      state.dialog = Dialog(kind: message.type, message: message.message)
      state.signals.append(.dialog(kind: message.type, message: message.message))
    case "Page.javascriptDialogClosed": state.dialog = nil
    case "Page.downloadWillBegin":
      let message: ActingMessages.Download = try event.decode()
      state.loading.remove(message.frameId)
      state.expected.remove(message.frameId)
      state.hasMoved = true
      state.isLeaving = false
      state.signals.append(.download(FileDescription(name: message.suggestedFilename)))
    case "Page.fileChooserOpened":
      state.chooser = try event.decode(as: ActingMessages.FileChooser.self).backendNodeId
    case "Inspector.targetCrashed":
      state.isCrashed = true
      state.signals.append(.crashed)
    case "Input.dragIntercepted": state.drag = event.params
    case "Runtime.bindingCalled":
      let call: ActingMessages.BindingCall = try event.decode()
      guard call.name == binding else { return }
      let report = try JSONDecoder().decode(ActingMessages.Report.self, from: Data(call.payload.utf8))
      guard report.token == token else { return }
      if let arrived = report.arrived { state.arrived = state.arrived ?? arrived }
      if report.submitted == true, !state.signals.contains(.submitted) { state.signals.append(.submitted) }
      if report.navigating == true, !state.hasMoved { state.isLeaving = true }
    default: return
    }
  }
}

extension Aftermath.State {
  /// Something of a navigation was seen; what other frames load by themselves is not counted.
  fileprivate mutating func moved(_ frame: FrameID) {
    guard frames.contains(frame) || openedFrames.contains(frame) else { return }
    hasMoved = true
    isLeaving = false
  }

  fileprivate mutating func navigated(_ frame: FrameID, to address: String, in tab: Tab) {
    moved(frame)
    expected.remove(frame)
    let cause = causes.removeValue(forKey: frame) ?? .other
    guard frame == tab.mainFrame || frames.contains(frame) else { return }
    signals.append(.navigation(to: Address(address).text, cause: cause))
  }
}

extension NavigationCause {
  /// The reason that `Page.frameRequestedNavigation` gives.
  init(reason: String) {
    self =
      switch reason {
      case "anchorClick": .link
      case "formSubmissionGet", "formSubmissionPost": .form
      case "scriptInitiated": .script
      case "reload": .reload
      case "httpHeaderRefresh", "metaTagRefresh": .redirect
      default: .other
      }
  }
}
