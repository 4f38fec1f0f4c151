/// Where the text on the clipboard was taken from.
public struct Clipping: Sendable, Codable, Hashable {
  public var place: Place
  public var element: Element?
  /// The event that copied it, where it was recorded.
  public var event: EventID?

  public init(place: Place, element: Element? = nil, event: EventID? = nil) {
    self.place = place
    self.element = element
    self.event = event
  }
}
