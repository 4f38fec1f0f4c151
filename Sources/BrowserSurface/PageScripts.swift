import Foundation
import Surfaces

/// The scripts that run in the module's own world of every document.
enum PageScripts {
  /// The name of that world: the recorder's and the acting scripts'.
  static let world = "understudy"
  /// The function through which the recorder reports. It exists in that world only.
  static let binding = "understudyReport"

  /// What the scripts are told: what may be watched, and what the indicator says.
  struct Settings: Sendable, Hashable, Encodable {
    var binding = PageScripts.binding
    /// In order, so that equal settings are equal text.
    var origins: [OriginPattern]
    var state: String
    /// Whether pictures are kept, so that a page says what else is seen in it.
    var frames: Bool

    init(origins: [OriginPattern], state: IndicatorState, frames: Bool) {
      self.origins = origins
      self.frames = frames
      self.state = state.rawValue
    }

    var json: String {
      // Strings only: there is nothing in it that cannot be written as JSON.
      (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
  }

  /// Everything that a new document is given. A window that is used again for another document keeps its scripts:
  /// they are only told the settings anew.
  static func source(_ settings: Settings) -> String {
    "((next) => { if (globalThis.understudy) return void globalThis.understudy.apply(next);\n\(body)\n})(\(settings.json))"
  }

  /// Puts the indicator back where a page took it away; true where it can be seen, or there is none to be.
  static let confirmation = "globalThis.understudy?.confirm() ?? true"

  /// Gives settings to a document that has the scripts already; true unless the indicator cannot be shown there.
  static func change(to settings: Settings) -> String {
    "globalThis.understudy?.apply(\(settings.json)) ?? true"
  }

  /// What a picture of the page shows now; null where that cannot be told.
  static let drawn = "globalThis.understudy?.drawnTexts() ?? null"

  private static let body = [
    PackageResources.world_js, PackageResources.secrets_js, PackageResources.identity_js,
    PackageResources.reading_js, PackageResources.sketch_js, PackageResources.surroundings_js,
    PackageResources.describe_js, PackageResources.reporting_js, PackageResources.pointer_js, PackageResources.edits_js,
    PackageResources.keys_js, PackageResources.clipboard_js, PackageResources.scrolling_js, PackageResources.pages_js,
    PackageResources.indicator_js,
    PackageResources.drawn_js, PackageResources.main_js, PackageResources.registry_js, PackageResources.act_js,
    PackageResources.fields_js, PackageResources.look_js, PackageResources.scene_js,
  ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
}
