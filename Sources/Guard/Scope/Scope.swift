public import Trace

/// What a grant lets through: which surfaces and places, pictures or not, prose or not, from when until when.
///
/// What it does not name is out of scope. A place is in scope when its window's document *and* every frame inside it
/// are; private windows never are.
///
/// ```swift
/// let scope = Scope(places: [try PlacePattern("https://tracker.example.org")], surfaces: [.browser], from: now)
/// scope.contains(event.place, on: event.surface, at: event.time)
/// ```
public struct Scope: Sendable, Codable, Hashable {
  /// What may be captured; nothing where empty.
  public var places: [PlacePattern]
  /// What may not be, even where ``places`` names it.
  public var excluded: [PlacePattern]
  public var surfaces: Set<SurfaceKind>
  /// Whether pictures may be kept.
  public var keepsFrames: Bool
  /// Whether prose that the person writes may be kept; otherwise only its length and shape are.
  public var keepsText: Bool
  public var from: Moment
  /// The first moment at which it no longer holds; nil where it holds until it is withdrawn.
  public var until: Moment?

  public init(
    places: [PlacePattern], excluded: [PlacePattern] = [], surfaces: Set<SurfaceKind>, keepsFrames: Bool = false,
    keepsText: Bool = false, from: Moment, until: Moment? = nil
  ) {
    self.places = places
    self.excluded = excluded
    self.surfaces = surfaces
    self.keepsFrames = keepsFrames
    self.keepsText = keepsText
    self.from = from
    self.until = until
  }

  /// Whether it holds at a moment.
  public func holds(at moment: Moment) -> Bool {
    from <= moment && until.map { moment < $0 } ?? true
  }

  /// Whether what happens in a place, at a moment, may be captured.
  public func contains(_ place: Place, on surface: SurfaceKind, at moment: Moment) -> Bool {
    guard !places.isEmpty, surfaces.contains(surface), holds(at: moment), !place.isPrivate else { return false }
    if excluded.contains(where: { $0.matches(window: place) }) { return false }
    // A page is named by its own address: an application's name never lets a browser's pages in.
    let isNamed = surface != .browser && places.contains { $0.matches(application: place.application) }
    let documents = [place.document] + place.frames
    return documents.allSatisfy { document in
      guard let document = Scope.effectiveDocument(document, in: place.document) else { return false }
      if excluded.contains(where: { $0.matches(document: document) }) { return false }
      return isNamed || places.contains { $0.matches(document: document) }
    }
  }

  /// Whether an address that is mentioned (opened, linked to) is that of a place in scope.
  public func mentions(_ address: String) -> Bool {
    !excluded.contains { $0.matches(document: address) } && places.contains { $0.matches(document: address) }
  }

  /// The document that decides about a frame: documents without an address of their own belong to the one around
  /// them. Nil for a `data:` document, which belongs to nobody.
  static func effectiveDocument(_ document: String, in outer: String) -> String? {
    if document == "about:blank" || document == "about:srcdoc" { return outer }
    if document.hasPrefix("blob:") { return String(document.dropFirst(5)) }
    return document.hasPrefix("data:") ? nil : document
  }
}
