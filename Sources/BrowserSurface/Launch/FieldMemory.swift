import Foundation
import Surfaces

/// What a browser writes down of fields by itself: to open its last pages again as they were, and to offer what was
/// typed before. Passwords that were shown, and cards, are among it, so a recorded browser does neither.
enum FieldMemory {
  /// Keeps a browser with this profile from writing it, and removes what an earlier one wrote of its last pages.
  static func forget(in profile: String) throws(SurfaceError) {
    let folder = URL(filePath: profile).appending(path: "Default")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try replacePages(in: folder)
      try refuseSuggestions(in: folder)
    } catch {
      throw SurfaceError(
        .unavailable, "The browser's profile \(profile) cannot be written to. Check the folder, or name another one.")
    }
  }

  /// There is no setting for it; where the browser finds a file in place of the folder, it goes on without.
  private static func replacePages(in folder: URL) throws {
    let pages = folder.appending(path: "Sessions")
    if FileManager.default.fileExists(atPath: pages.path) { try FileManager.default.removeItem(at: pages) }
    try Data().write(to: pages)
  }

  /// The settings “Save and fill addresses” and “… payment methods”, and those for passwords.
  private static func refuseSuggestions(in folder: URL) throws {
    let file = folder.appending(path: "Preferences")
    var preferences: [String: Any] = [:]
    if FileManager.default.fileExists(atPath: file.path) {
      let written = try Data(contentsOf: file)
      // A damaged one the browser begins anew, too.
      preferences = (try? JSONSerialization.jsonObject(with: written)) as? [String: Any] ?? [:]
    }
    var autofill = preferences["autofill"] as? [String: Any] ?? [:]
    autofill["profile_enabled"] = false
    autofill["credit_card_enabled"] = false
    preferences["autofill"] = autofill
    preferences["credentials_enable_service"] = false
    try JSONSerialization.data(withJSONObject: preferences).write(to: file, options: .atomic)
  }
}
