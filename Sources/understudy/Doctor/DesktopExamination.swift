import DesktopSurface
import Surfaces

/// What of the desktop can be watched and acted on here, source by source. Nothing is recorded by looking.
struct DesktopExamination: Sendable {
  let session: DesktopSession
  /// Whether a grant names an application.
  let isNeeded: Bool

  private static let sources: [(capability: Capability, works: String)] = [
    (.input, "Keyboard and mouse are told by the X server."),
    (.windows, "Windows are known, with their applications and titles."),
    (.elements, "Applications tell of their elements (AT-SPI)."),
    (.clipboard, "What is copied and pasted is known."),
    (.indicator, "A sign over all windows can say that recording is on."),
    (.frames, "Pictures of windows can be kept."),
    (.acting, "Applications can be acted on."),
  ]
  /// Recording goes on without these, and tells less.
  private static let dispensable: Set<Capability> = [.clipboard, .frames, .acting]

  func findings() async -> [Finding] {
    if let obstacle = session.obstacle { return Self.sources.map { finding($0.capability, lacking: obstacle) } }
    do {
      let desktop = try await Desktop.start(DesktopSettings { _ in false })
      let found = await desktop.capabilities()
      await desktop.end()
      return Self.sources.map { source, works in
        guard case .unavailable(let reason) = found[source] ?? .unavailable("It is not known whether it works.") else {
          return Finding(name(source), works: true, isNeeded: isNeeded(source), works)
        }
        return finding(source, lacking: reason)
      }
    } catch {
      return Self.sources.map { finding($0.capability, lacking: error.reason) }
    }
  }

  private func finding(_ source: Capability, lacking reason: String) -> Finding {
    Finding(name(source), works: false, isNeeded: isNeeded(source), detail(source, reason))
  }

  private func name(_ source: Capability) -> String { "desktop \(source.rawValue)" }

  private func isNeeded(_ source: Capability) -> Bool { isNeeded && !Self.dispensable.contains(source) }

  /// On Wayland some of it could be had, and what stands in the way differs.
  private func detail(_ source: Capability, _ reason: String) -> String {
    if session.kind == .none, source != .input { return "There is no X11 display." }
    guard session.kind == .wayland else { return reason }
    let instead = "Log in to an X11 session (often called “on Xorg”)."
    return switch source {
    case .input: reason
    case .elements:
      "Applications tell of their elements and of the focus on Wayland too (AT-SPI), but not where they are on the "
        + "screen, and without keyboard and mouse that is not recorded yet. \(instead)"
    case .windows: "Wayland tells a program of no windows but its own. \(instead)"
    case .clipboard: "Wayland tells a program of the clipboard only while its own window has the keyboard. \(instead)"
    case .frames: "Pictures of the screen need the desktop's portal on Wayland, which is not asked yet. \(instead)"
    case .indicator: "Wayland lets no ordinary window stay over all others. \(instead)"
    case .acting: "Wayland lets no program type or click in the windows of others. \(instead)"
    case .downloads: reason
    }
  }
}
