/// A tab (or a pop-up window) of the browser's own profile. Private (incognito) windows never come to be one.
struct Tab: Sendable, Hashable, Identifiable {
  var id: TabID
  /// The conversation with the tab's main frame and the frames of the same process.
  var session: SessionID
  var title: String
  /// The address of its document, as the browser reports it.
  var url: String
  /// The tab that opened it.
  var opener: TabID?

  /// The tab's document.
  var mainFrame: FrameID { FrameID(rawValue: id.rawValue) }
}
