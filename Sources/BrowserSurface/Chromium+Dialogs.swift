import Surfaces
import Trace

/// Records the browser's dialogs and how they were answered, downloads, and pages that end by themselves.
extension Chromium {
  private struct Opening: Decodable {
    var message: String
    /// `alert`, `confirm`, `prompt` or `beforeunload`
    var type: String
    var frameId: FrameID?
  }

  private struct Closed: Decodable {
    var result: Bool
    var userInput: String
    var frameId: FrameID?
  }

  /// `Page.javascriptDialogOpening`, `Page.javascriptDialogClosed`
  func dialog(_ event: DevToolsEvent, in session: SessionID) throws {
    if event.method == "Page.javascriptDialogOpening" {
      let dialog = try event.decode(as: Opening.self)
      dialogs[session] = dialog.type
      guard let frame = grantedFrame(dialog.frameId, in: session) else { return }
      emit(.signal(.dialog(kind: dialog.type, message: dialog.message)), at: frame)
    } else {
      let answer = try event.decode(as: Closed.self)
      let kind = dialogs.removeValue(forKey: session)
      guard let frame = grantedFrame(answer.frameId, in: session) else { return }
      let text = kind == "prompt" && answer.result ? answer.userInput : nil
      let place = place(of: frame)
      lastAction[place.window] = clock.now()
      emit(.action(.answer(accepted: answer.result, text: text)), at: clock.now(), in: place)
    }
  }

  private struct Download: Decodable {
    var frameId: FrameID
    var guid: String
    var suggestedFilename: String
  }

  private struct Progress: Decodable {
    var guid: String
    var totalBytes: Double
    var receivedBytes: Double
    /// `inProgress`, `completed` or `canceled`
    var state: String
  }

  /// `Browser.downloadWillBegin`, `Browser.downloadProgress`: recorded once the whole file is there.
  func download(_ event: DevToolsEvent) throws {
    if event.method == "Browser.downloadWillBegin" {
      let download = try event.decode(as: Download.self)
      guard let frame = pages.frames[download.frameId], state == .recording, isGranted(frame) else { return }
      downloads[download.guid] = (download.suggestedFilename, place(of: frame))
    } else {
      let progress = try event.decode(as: Progress.self)
      guard progress.state != "inProgress", let (name, place) = downloads.removeValue(forKey: progress.guid),
        progress.state == "completed", state == .recording
      else { return }
      let size = Int(min(max(progress.receivedBytes, progress.totalBytes, 0), 1e15))
      emit(.signal(.download(FileDescription(name: name, size: size))), at: clock.now(), in: place)
    }
  }

  /// `Inspector.targetCrashed`
  func crashed(in session: SessionID) {
    guard let frame = grantedFrame(nil, in: session) else { return }
    emit(.signal(.crashed), at: frame)
    // That it answers no more is told with that.
    silent.insert(frame.tab)
  }

  /// The frame an event of a session is about, where it may be recorded now.
  private func grantedFrame(_ id: FrameID?, in session: SessionID) -> PageFrame? {
    guard state == .recording, let tab = pages.sessions[session].flatMap({ pages.tabs[$0] }) else { return nil }
    let frame = id.flatMap { pages.frames[$0] } ?? pages.frames[tab.mainFrame]
    return frame.flatMap { isGranted($0) ? $0 : nil }
  }
}
