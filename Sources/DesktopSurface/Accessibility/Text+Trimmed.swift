import Foundation

extension String {
  /// Without the space around it: GTK pads the names of menu items for their shortcuts.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
