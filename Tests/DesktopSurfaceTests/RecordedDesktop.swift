import Foundation
import SurfaceTesting
import Surfaces
import Trace

@testable import DesktopSurface

/// A desktop with one application, that is recorded, and a hand that works in it.
final class RecordedDesktop: Sendable {
  let server: HeadlessDesktop
  let desktop: Desktop
  let hand: DesktopHand
  let events: Gathered<Event>
  private let reading: Task<Void, Never>

  /// Starts an application, and records it once it is there; `soffice` with a sheet, one in `folder` by default.
  init(
    _ application: String, folder: URL, arguments: [String] = [], sheet: URL? = nil,
    isGranted: @escaping @Sendable (Place) -> Bool = { _ in true },
    keepsFrames: @escaping @Sendable (Place) -> Bool = { _ in false }
  ) async throws {
    server = try HeadlessDesktop()
    let desktop = try await Desktop.start(
      DesktopSettings(display: server.display, session: server.session, isGranted: isGranted, keepsFrames: keepsFrames))
    self.desktop = desktop
    hand = DesktopHand(display: server.display) { role, name in
      try await Self.found("\(role) “\(name)”") {
        let there = try? await desktop.observe(within: Budget()).elements.map(\.element)
        return there?.first { $0.role == role && ($0.attributes["cell"] ?? $0.name) == name }?.bounds
      }
    }
    // An application looks once whether anybody wants to know of its elements.
    try await Self.found("accessibility bus") {
      await desktop.capabilities()[.elements] == .available ? 1 : nil
    }
    if application == "soffice" {
      let file = sheet ?? folder.appending(path: "invoices.fods")
      if sheet == nil {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try AccessibilityDesktop.sheet.write(to: file, atomically: true, encoding: .utf8)
      }
      try server.openOffice(file.path)
    } else {
      // Featherpad would hand its window over to one that runs elsewhere on this machine, or has just ended.
      try server.start(application, application == "featherpad" ? ["--standalone"] : arguments)
    }
    try await Self.found("window of \(application)") {
      let there = try? await desktop.observe(within: Budget()).elements.map(\.element)
      return there?.contains { application == "soffice" ? $0.role == .gridcell : $0.role == .textbox } == true ? 1 : nil
    }
    try await desktop.show(.recording)
    (events, reading) = desktop.events().gathered()
  }

  struct NotThere: Error, CustomStringConvertible {
    var description: String
  }

  @discardableResult
  private static func found<Value>(_ what: String, _ look: () async throws -> Value?) async throws -> Value {
    let end = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < end {
      if let value = try await look() { return value }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw NotThere(description: "There is no \(what).")
  }

  /// Waits until so many events are told and nothing more is; returns and forgets what was. Those that are lacking are
  /// waited for ten seconds after the last.
  func settle(_ count: Int = 0) async throws -> [Event] {
    var news = ContinuousClock.now
    repeat {
      try await rest()
      news = await latest().compactMap(\.self).max().map { max($0, news) } ?? news
      await desktop.settleAll()
      try await Task.sleep(for: .milliseconds(50))
    } while await events.all.count < count && ContinuousClock.now - news < .seconds(10)
    return await events.take()
  }

  /// Waits until the recorder tells nothing more and takes no more keys, and no application tells of changes: a minute at
  /// most, should one go on and on.
  private func rest() async throws {
    let end = ContinuousClock.now + .seconds(60)
    var before = await latest()
    var since = ContinuousClock.now
    while ContinuousClock.now - since < .milliseconds(300), ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(30))
      let now = await latest()
      if now != before { (before, since) = (now, .now) }
    }
  }

  private func latest() async -> [ContinuousClock.Instant?] {
    [desktop.looking.focus.latestChange, await desktop.typing?.arrival, await events.latest]
  }

  /// What the windows show: the elements that hold something.
  func state() async throws -> [String] {
    let titles = try await desktop.windowSystem.windows().filter { !$0.isPopup }.map(\.title)
    let elements = try await desktop.observe(within: Budget(time: .seconds(5))).elements.map(\.element)
    let isSheet = elements.contains { $0.role == .gridcell }
    let held = elements.compactMap { element -> String? in
      let isOn = element.states.contains(.checked) || element.states.contains(.pressed)
      guard element.value?.isEmpty == false || isOn else { return nil }
      // Where a sheet's cursor stands is no part of what was done.
      guard element.role == .gridcell || !isSheet else { return nil }
      return "\(element.role) \(element.name) \(element.value ?? "") \(isOn ? "on" : "")"
    }
    return titles + held
  }

  func end() async {
    reading.cancel()
    await desktop.end()
    server.end()
  }
}
