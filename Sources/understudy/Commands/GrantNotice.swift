import Findings
import Foundation
import Guard
import Journal
import Trace

/// What a person is told before they grant something, in plain words.
struct GrantNotice {
  /// Goes up with every change of its words; receipts name it beside a hash of them.
  static let version = "2"

  var grant: Grant
  var home: Home

  var text: String {
    """
    What will be watched
      \(grant.scope.places.map(\.description).joined(separator: "\n  "))
    What is kept: what you click, choose and type there, which page you are on, and the names and values of the
      fields you use\(grant.scope.keepsFrames ? ", and pictures of the window at each step" : "; no pictures").
    What is never kept: passwords, card numbers and one-time codes, private windows, and every other place.
      \(grant.scope.keepsText ? "Prose that you write is kept." : "Of prose that you write only length and shape are kept.")
    What for, and how long it is kept for it where that is limited: \(GrantText.purposes(of: grant, at: grant.given)).
    Where it stays: on this machine, sealed, in \(home.data.path).
      Nothing is sent anywhere.
    How to stop: Ctrl+C where it records, or `understudy pause`; `understudy grant --withdraw ID` takes it back,
      all of it or `--for` one purpose; `understudy forget` erases. While anything is recorded you see that it is.

    """
  }
}
