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
    if session.isWayland, let findings = await findingsOnWayland() { return findings }
    do {
      let desktop = try await Desktop.start(DesktopSettings { _ in false })
      let found = await desktop.capabilities()
      await desktop.end()
      return Self.sources.map { finding($0.capability, found, $0.works) } + [await reading()]
    } catch {
      return Self.sources.map { finding($0.capability, lacking: error.reason) }
    }
  }

  /// What applications tell where keyboard and mouse are not told; nil where only an X server is left to be watched.
  private func findingsOnWayland() async -> [Finding]? {
    let found = await ToldDesktop.capabilities(DesktopSettings { _ in false })
    if session.kind == .xwayland, found[.indicator] != .available { return nil }
    return Self.sources.map { finding($0.capability, found, $0.works) }
  }

  /// Whether what is clicked can be read where an application tells nothing of its elements.
  private func reading() async -> Finding {
    let languages = await Desktop.languagesRead()
    return languages.isEmpty
      ? Finding(
        "desktop texts", works: false, isNeeded: false,
        "In programs that tell of no elements, clicks have no names. To have them read from the screen, install "
          + "tesseract-ocr, and the data of your language, such as tesseract-ocr-deu.")
      : Finding(
        "desktop texts", works: true, isNeeded: false,
        "In programs that tell of no elements, what is clicked is read from the screen (tesseract: "
          + "\(languages.joined(separator: ", "))).")
  }

  private func finding(
    _ source: Capability, _ found: [Capability: Availability], _ works: String
  ) -> Finding {
    guard case .unavailable(let reason) = found[source] ?? .unavailable("It is not known whether it works.") else {
      return Finding(name(source), works: true, isNeeded: isNeeded(source), works)
    }
    return finding(source, lacking: reason)
  }

  private func finding(_ source: Capability, lacking reason: String) -> Finding {
    Finding(name(source), works: false, isNeeded: isNeeded(source), detail(source, reason))
  }

  private func name(_ source: Capability) -> String { "desktop \(source.rawValue)" }

  private func isNeeded(_ source: Capability) -> Bool {
    // On Wayland there is none to be had, and applications tell what was done.
    isNeeded && !Self.dispensable.contains(source) && !(session.isWayland && source == .input)
  }

  private func detail(_ source: Capability, _ reason: String) -> String {
    session.kind == .none && source != .input ? "There is no display." : reason
  }
}
