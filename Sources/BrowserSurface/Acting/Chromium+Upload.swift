import Foundation
import Surfaces
import Trace

extension Chromium {
  /// Gives files to a field, or to whatever asks for files when it is clicked. The descriptions name their paths.
  func upload(
    _ files: [FileDescription], to element: ElementReference, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    for file in files where !FileManager.default.isReadableFile(atPath: file.name) {
      throw SurfaceError(.failed, "A file to upload cannot be read. Give its whole path.")
    }
    let session = pages.frames[element.frame]?.session ?? aftermath.tab.session
    let paths = files.map(\.name)
    if try await evaluate(PageCall("fields.field", element.number), at: element, as: String?.self) == "file" {
      struct Resolved: Decodable {
        struct Object: Decodable { var objectId: String }
        var result: Object
      }
      let field = try await connection.call(
        "Runtime.evaluate",
        ["expression": "understudy.registry.element(\(element.number))", "contextId": element.world],
        in: session, as: Resolved.self)
      try await give(paths, ["objectId": field.result.objectId], session, during: aftermath)
      return
    }
    connection.post("Page.setInterceptFileChooserDialog", ["enabled": true], in: session)
    defer { connection.post("Page.setInterceptFileChooserDialog", ["enabled": false], in: session) }
    try await click(element, during: aftermath)
    await aftermath.wait(atMost: Patience.arriving) { $0.chooser != nil || $0.isInterrupted }
    guard let chooser = aftermath.state.chooser else {
      throw SurfaceError(.failed, "The element did not ask for a file. Choose the file by hand.")
    }
    try await give(paths, ["backendNodeId": chooser], session, during: aftermath)
  }

  private func give(
    _ paths: [String], _ field: DevToolsParameters, _ session: SessionID, during aftermath: Aftermath
  ) async throws(SurfaceError) {
    var parameters = field
    parameters["files"] = paths
    try await unlessInterrupted(aftermath) { [connection, parameters] () throws(SurfaceError) in
      _ = try await connection.call("DOM.setFileInputFiles", parameters, in: session, as: Acknowledged.self)
    }
  }
}
