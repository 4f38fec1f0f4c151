import Findings
import Foundation
import Journal
import Surfaces

extension HomeOptions {
  /// Writes a file that holds recorded content in clear, for its owner alone, and notes it: in the ledger, and where
  /// erasing finds it.
  ///
  /// - Parameter what: what to call it where it could not be written.
  func write(_ content: Data, to path: String, called what: String, from sessions: Set<String>) throws {
    try folders.write(content, to: path, called: what, from: sessions, at: SystemClock().now())
  }
}
