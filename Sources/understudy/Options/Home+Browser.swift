import BrowserSurface
import Foundation
import Journal
import Watch

extension Home {
  /// The profile of Understudy's own browser, kept from run to run.
  var browserProfile: URL { data.appending(path: "browser", directoryHint: .isDirectory) }
}

extension RecordingPlan {
  /// The first granted page that can be opened as it is written.
  var firstPage: String? {
    pages.first { $0.contains("://") && !$0.contains("*") } ?? pages.first { !$0.contains("*") }.map { "http://\($0)" }
  }
}

extension BrowserSettings {
  /// Lets the browser watch what the plan's grants name, and nothing else.
  mutating func watch(_ plan: RecordingPlan) {
    origins = Set(plan.pages)
    frames = plan.keepsFrames
  }
}
