import Trace

/// What may be recorded, and where something happened.
extension Chromium {
  /// Whether a frame may be recorded: its own origin and that of the page around it are granted. What is not known is
  /// not granted.
  func isGranted(_ frame: PageFrame) -> Bool {
    guard let tab = pages.tabs[frame.tab], let origin = frame.origin,
      let top = pages.frames[tab.mainFrame]?.origin
    else { return false }
    return isGranted(origin: origin) && isGranted(origin: top)
  }

  /// Whether a tab's document may be recorded.
  func isGranted(_ tab: Tab) -> Bool {
    pages.frames[tab.mainFrame].map(isGranted) ?? false
  }

  /// Whether anything of an address may be written down.
  func isGranted(_ address: Address) -> Bool {
    address.origin.map(isGranted(origin:)) ?? false
  }

  private func isGranted(origin: String) -> Bool {
    origins.contains { $0.matches(origin) }
  }

  /// Where a frame is; `url` is its document's address where that is known better.
  func place(of frame: PageFrame, url: String? = nil, title: String? = nil) -> Place {
    let chain = pages.chain(from: frame.id)
    let main = chain.last ?? frame
    let tab = pages.tabs[frame.tab]
    let address = Address(main.id == frame.id ? url ?? frame.url : main.url)
    var frames = chain.dropLast().reversed().map { Address($0.url).document }
    if let url, !frames.isEmpty { frames[frames.count - 1] = Address(url).document }
    return Place(
      application: Self.application, window: frame.tab.rawValue, title: title ?? tab?.title ?? "",
      document: address.document, query: address.query, frames: frames)
  }

  static let application = "Chromium"
}
