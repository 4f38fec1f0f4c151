import Trace

extension PlaceTemplate {
  /// What the places share; parts of the path that differ or name a record are left out.
  init(_ places: [Place]) {
    let documents = places.map { PlaceTemplate.split($0.innermostDocument) }
    let lengths = Set(documents.map(\.parts.count))
    let first = documents[0]
    var path: [String?] = []
    var run = ""
    func closeRun() {
      if !run.isEmpty { path.append(run) }
      run = ""
    }
    if lengths.count == 1 {
      for (index, part) in first.parts.enumerated() {
        if index > 0 { run += "/" }
        if documents.allSatisfy({ $0.parts[index] == part }), !PathTemplate.isRecord(Substring(part)) {
          run += part
        } else {
          closeRun()
          path.append(nil)
        }
      }
      closeRun()
    } else {
      path = [nil]
    }
    let windows = Set(places.map { $0.frames.isEmpty ? nil : $0.origin })
    self.init(
      application: places[0].application, origin: first.origin, path: path,
      windowOrigin: windows.count == 1 ? windows.first ?? nil : nil)
  }

  private static func split(_ document: String) -> (origin: String, parts: [String]) {
    let plain = String(document.prefix { $0 != "?" && $0 != "#" })
    let origin = Place.origin(of: plain) ?? ""
    let path = origin.isEmpty ? plain : String(plain.dropFirst(origin.count))
    return (origin, path.split(separator: "/", omittingEmptySubsequences: false).map(String.init))
  }
}
