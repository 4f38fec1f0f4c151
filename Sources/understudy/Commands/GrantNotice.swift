import Findings
import Foundation
import Guard
import Journal
import Trace
import Watch

/// What a person is told before they grant something, in plain words.
struct GrantNotice {
  /// Goes up with every change of its words; receipts name it beside a hash of them.
  static let version = "3"

  var grant: Grant
  var home: Home

  var text: String {
    """
    What will be watched
      \(grant.scope.places.map(PlaceText.words).joined(separator: "\n  "))\(applications)
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

  /// What watching applications means; empty where none is granted.
  private var applications: String {
    guard !grant.scope.applications.isEmpty else { return "" }
    return """


      Of an application: all its windows, dialogs and menus, with their titles and the paths of the documents in them;
        what you click, choose, type, copy and paste there; names and values of the elements and cells you use, with
        their row and column. Password fields are never read; what you type where the application does not say into
        what counts as a password. No window of another application is looked into.
      """
  }
}
