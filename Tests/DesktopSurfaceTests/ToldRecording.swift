import Foundation
import Guard
import Journal
import SurfaceTesting
import Surfaces
import Trace
import Watch

@testable import DesktopSurface

/// A Wayland session with a form, that is recorded through the guard into a sealed journal, as `record` does.
final class ToldRecording: Sendable {
  let session: WaylandSession
  let desktop: ToldDesktop
  private let home: Home
  private let folder: URL
  private let recorder: Recorder
  private let running: Task<RecorderStatus, any Error>

  /// - Parameters:
  ///   - applications: Those that are granted, as grants name them.
  ///   - form: A program in Python, called `form.py`, whose window is waited for.
  init(granting applications: [String], form: String) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "understudy-told-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let session = try await WaylandSession()
    self.session = session
    home = Home(directory: folder.appending(path: "home").path)
    try Keys.create(in: home, passphrase: nil)
    let clock = SystemClock()
    let scope = Scope(
      places: try applications.map { try PlacePattern("app:" + $0) }, surfaces: [.desktop], keepsText: true,
      from: clock.now())
    try GrantStore(home: home).add(Grant(id: "told", scope: scope, given: clock.now()))
    let plan = try RecordingPlan(home: home, at: clock.now())
    let windows = try GrantedWindows(plan, clock: clock)
    let desktop = try await ToldDesktop.start(
      DesktopSettings(compositor: session.compositor, session: session.bus) { windows.contain($0) }, clock: clock)
    self.desktop = desktop
    let file = folder.appending(path: "form.py")
    try form.write(to: file, atomically: true, encoding: .utf8)
    try session.start("/usr/bin/python3", [file.path])
    _ = try await eventually(within: .seconds(30)) { try await desktop.windows().first != nil }
    recorder = try plan.recorder(of: [desktop], shownBy: desktop, clock: clock)
    running = Task { [recorder] in try await recorder.run() }
    _ = try await eventually { await desktop.focused != nil }
    _ = try await eventually { await desktop.state == .recording }
  }

  /// Waits until a window's title holds a text, whoever may look into it.
  func found(_ title: String) async throws {
    let looking = desktop.looking
    let isThere = try await eventually(within: .seconds(30)) {
      try await looking.windows { _ in true }.contains { $0.title.contains(title) && $0.isActive }
    }
    if !isThere { throw StartedPrograms.NotStarted(description: "There is no window “\(title)”.") }
  }

  /// Waits until so many events are on the disk.
  func recorded(_ count: Int) async throws -> Bool {
    try await eventually { await recorder.status().recorded >= count }
  }

  /// What the recorder says once it has ended.
  func status() async throws -> RecorderStatus { try await running.value }

  /// Ends the recording; what was recorded.
  func end() async throws -> [Event] {
    await desktop.end()
    _ = try await running.value
    return try await JournalReader(home: home, key: Keys.unlock(in: home)).events().events
  }

  func remove() {
    session.end()
    try? FileManager.default.removeItem(at: folder)
  }
}
