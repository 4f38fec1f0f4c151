import Surfaces
import Trace

extension Chromium {
  /// Answers the dialog that is open, and waits for what the page does then.
  func answer(accepted: Bool, text: String?) async throws(SurfaceError) -> Outcome {
    let tab = try activeTab()
    guard let aftermath = actingState.dialogs[tab.id] else {
      throw SurfaceError(.elementNotFound, "No dialog is open. Do first what opens it.")
    }
    actingState.dialogs[tab.id] = nil
    var parameters: DevToolsParameters = ["accept": accepted]
    if let text { parameters["promptText"] = text }
    let dialog = aftermath.state.dialog
    aftermath.update { state in
      state.dialog = nil
      state.signals = []
    }
    do {
      _ = try await connection.call("Page.handleJavaScriptDialog", parameters, in: tab.session, as: Acknowledged.self)
    } catch {
      // Somebody else answered it.
      guard error.code == .failed, dialog != nil else { throw error }
    }
    if dialog?.kind == "beforeunload", accepted { aftermath.update { $0.isLeaving = true } }
    try await rest(aftermath)
    return try await outcome(aftermath)
  }
}
