import Surfaces
import Trace

extension Chromium {
  /// Answers the dialog that is open, and waits for what the page does then.
  func answer(accepted: Bool, text: String?) async throws(SurfaceError) -> Outcome {
    let tab = try activeTab()
    guard actingState.dialogs[tab.id] != nil || dialogs[tab.session] != nil else {
      throw SurfaceError(.elementNotFound, "No dialog is open. Do first what opens it.")
    }
    // One that a person's own doing has opened is answered as well.
    var aftermath = actingState.dialogs[tab.id]
    if aftermath == nil { aftermath = try await beginning(in: tab) }
    guard let aftermath else { return Outcome(place: place(of: tab)) }
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
