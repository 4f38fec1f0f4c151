import Foundation
import SurfaceTesting

/// What somebody does at a desktop while `understudy` runs on it.
extension HeadlessDesktop {
  /// Runs `xdotool` to its end; what it prints.
  @discardableResult
  func hand(_ words: String...) throws -> String { try run("xdotool", words) }

  /// Whether a window says that recording is on.
  func showsIndicator() throws -> Bool {
    try run("xwininfo", "-root", "-tree").contains("Understudy: Recording")
  }

  /// A page on this machine; its site's address.
  func site(_ page: String) throws -> String {
    let pages = folder.appending(path: "pages")
    try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
    try Data(page.utf8).write(to: pages.appending(path: "index.html"))
    let line = try firstLine(
      of: "python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", pages.path])
    guard let port = line.firstMatch(of: #/port (\d+)/#)?.1 else {
      throw StartedPrograms.NotStarted(description: "The site did not start: \(line)")
    }
    return "http://127.0.0.1:\(port)"
  }

  /// What is on the clipboard, asked as a program would; empty where it holds no text.
  func clipboard() throws -> String {
    let question = """
      import gi
      gi.require_version("Gtk", "3.0")
      from gi.repository import Gdk, Gtk
      print(Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD).wait_for_text() or "")
      """
    // Debian's own, for which its GTK is.
    return try run("/usr/bin/python3", "-c", question)
  }

  /// Waits until something holds, 20 seconds at most.
  func wait(_ what: String, until condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(20)
    while try await !condition() {
      guard ContinuousClock.now < end else {
        throw StartedPrograms.NotStarted(description: "Not seen in time: \(what).")
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
