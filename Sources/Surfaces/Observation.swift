public import Trace

/// What is on a surface now.
public struct Observation: Sendable, Hashable {
  public var place: Place
  /// In reading order.
  public var elements: [ObservedElement]
  /// Whether the budget cut something off.
  public var isPartial: Bool

  public init(place: Place, elements: [ObservedElement], isPartial: Bool = false) {
    self.place = place
    self.elements = elements
    self.isPartial = isPartial
  }
}

/// An element that is there now, and what to call it when acting on it.
public struct ObservedElement: Sendable, Hashable {
  public var handle: ElementHandle
  /// The place of the frame or window it is in.
  public var place: Place
  public var element: Element

  public init(handle: ElementHandle, place: Place, element: Element) {
    self.handle = handle
    self.place = place
    self.element = element
  }
}

/// Names an element of a surface until the surface's document changes. Opaque above the surface.
public struct ElementHandle: Sendable, Hashable, Codable {
  public var rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
