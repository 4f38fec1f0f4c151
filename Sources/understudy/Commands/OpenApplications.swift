import DesktopSurface
import Surfaces
import Trace

/// The applications that have a window open, by the names that grants use for them.
enum OpenApplications {
  /// Empty where there is no desktop that can be asked.
  static func names() async -> [String] {
    guard DesktopSession().obstacle == nil else { return [] }
    do {
      // Nothing is recorded before an indicator is shown; of the windows only these names are used.
      let desktop = try await DesktopSession().open(DesktopSettings { _ in true })
      let places = try? await desktop.windows()
      await desktop.end()
      return Set((places ?? []).map(\.application)).filter { !$0.isEmpty }.sorted()
    } catch {
      return []
    }
  }
}
