import Trace

extension Chromium {
  /// Where a tab is.
  func place(of tab: Tab) -> Place {
    if let frame = pages.frames[tab.mainFrame] { return place(of: frame) }
    let address = Address(tab.url)
    return Place(
      application: Self.application, window: tab.id.rawValue, title: tab.title, document: address.document,
      query: address.query)
  }
}
