import Foundation
import Guard
import Journal
import SurfaceTesting
import Surfaces
import Trace
import Watch

@testable import DesktopSurface

/// A desktop that is recorded through the guard into a sealed journal, with pictures, as `record` does; a hand works on it.
final class SealedDesktop: Sendable {
  let server: HeadlessDesktop
  let desktop: Desktop
  let folder: URL
  let home: Home
  let hand: DesktopHand
  private let running: Task<RecorderStatus, any Error>

  /// - Parameters:
  ///   - applications: those that are granted, as grants name them.
  ///   - excepted: places that may not be watched all the same.
  init(granting applications: [String], except excepted: [String] = []) async throws {
    server = try HeadlessDesktop()
    folder = server.folder
    home = Home(directory: folder.appending(path: "understudy").path)
    try Keys.create(in: home, passphrase: nil)
    let clock = SystemClock()
    let scope = Scope(
      places: try applications.map { try PlacePattern("app:" + $0) },
      excluded: try excepted.map { try PlacePattern($0) },
      surfaces: [.desktop], keepsFrames: true, keepsText: true, from: clock.now())
    try GrantStore(home: home).add(Grant(id: "secrets", scope: scope, given: clock.now()))
    let plan = try RecordingPlan(home: home, at: clock.now())
    let windows = try GrantedWindows(plan, clock: clock)
    var settings = DesktopSettings {
      windows.contain($0)
    } keepsFrames: {
      windows.keepFrames(of: $0)
    }
    settings.display = server.display
    settings.session = server.session
    // So that what a picture shows is not waited for.
    settings.picturePace = PicturePace(shortest: .seconds(1), most: 1_000, each: .seconds(1))
    let desktop = try await Desktop.start(settings, clock: clock)
    self.desktop = desktop
    hand = DesktopHand(display: server.display, delay: 2) { role, name in
      let end = ContinuousClock.now + .seconds(20)
      var there: [Element]?
      while ContinuousClock.now < end {
        there = try? await desktop.observe(within: Budget()).elements.map(\.element)
        let found = there?.first { $0.role == role && ($0.attributes["cell"] ?? $0.name) == name }
        if let bounds = found?.bounds { return bounds }
        try await Task.sleep(for: .milliseconds(50))
      }
      let others = there?.filter { $0.role == role }.map(\.name) ?? []
      throw StartedPrograms.NotStarted(description: "There is no \(role) “\(name)”; there are \(others).")
    }
    // An application looks once whether anybody wants to know of its elements.
    _ = try await eventually { await desktop.capabilities()[.elements] == .available }
    let recorder = try plan.recorder(of: [desktop], shownBy: desktop, clock: clock)
    running = Task { try await recorder.run() }
    _ = try await eventually { await desktop.state == .recording }
  }

  /// Starts a program in Python, called `name`, and waits for its window.
  func start(_ program: String, called name: String) async throws -> DesktopWindow {
    let file = folder.appending(path: name)
    try program.write(to: file, atomically: true, encoding: .utf8)
    try server.start("/usr/bin/python3", [file.path])
    return try await window { $0.application == name }
  }

  /// The window of that kind once it has the keyboard.
  func window(where isWanted: (DesktopWindow) -> Bool) async throws -> DesktopWindow {
    for _ in 0..<600 {
      if let active = try await desktop.windowSystem.activeWindow(), isWanted(active) { return active }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw StartedPrograms.NotStarted(description: "The window did not come up.")
  }

  /// Types texts into what has the keyboard, one after the other, each followed by keys.
  func type(_ texts: [String], each keys: String) throws {
    let file = folder.appending(path: "keys")
    try Data(texts.map { "type --delay 1 '\($0)'\nkey --delay 1 \(keys)\n" }.joined().utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try server.run("xdotool", file.path)
  }

  /// Waits until a picture was taken of a window as it is now.
  func picture(of window: DesktopWindow) async throws {
    await desktop.wantPicture(of: window.id)
    let start = SystemClock().now()
    _ = try await eventually { await desktop.pictures.time(of: window.id).map { $0 > start } ?? false }
  }

  /// Ends the recording; what was recorded, with its pictures.
  func end() async throws -> [Event] {
    await desktop.end()
    _ = try await running.value
    let reader = try JournalReader(home: home, key: Keys.unlock(in: home))
    var events = try await reader.events().events
    for index in events.indices {
      if let frame = events[index].frame { events[index].frame?.pixels = await reader.pixels(of: frame) }
    }
    return events
  }

  func remove() { server.end() }
}
