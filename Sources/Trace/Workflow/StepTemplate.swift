/// A step of a program: which action, on what, with which value from where, and what must follow.
public struct StepTemplate: Sendable, Codable, Hashable, Identifiable {
  /// Tells the steps of a program apart, for example `s3`.
  public var id: String
  public var surface: SurfaceKind
  /// The place, with what varies in its document given by parameters or left out.
  public var place: PlaceTemplate
  /// The action as it was demonstrated last; ``value`` says what stands in for its argument.
  public var action: Action
  /// What the action is done to; nil for those without an element (navigate, openTab).
  public var target: Target?
  /// Where the action's argument comes from; nil for actions without one.
  public var value: ValueSource?
  /// Signals that followed every time: what must be seen afterwards.
  public var effects: [Effect]
  /// What it says to a person: `Fill “Amount” with amount`.
  public var summary: String
  /// The steps it was made of.
  public var evidence: [EventID]

  public init(
    id: String, surface: SurfaceKind, place: PlaceTemplate, action: Action, target: Target?, value: ValueSource?,
    effects: [Effect] = [], summary: String, evidence: [EventID]
  ) {
    self.id = id
    self.surface = surface
    self.place = place
    self.action = action
    self.target = target
    self.value = value
    self.effects = effects
    self.summary = summary
    self.evidence = evidence
  }
}

/// A place in a program: the parts that stay and the parts that vary.
public struct PlaceTemplate: Sendable, Codable, Hashable {
  public var application: String
  /// The origin of a page, or the folder of a file.
  public var origin: String
  /// The document's path in parts; a part that varied is nil (`/invoice/`, nil, `/change/`).
  public var path: [String?]
  /// The origin of the window's own document, where the place is a frame in it; nil where it is no frame, or where
  /// the windows differed.
  public var windowOrigin: String?

  public init(application: String, origin: String, path: [String?], windowOrigin: String? = nil) {
    self.application = application
    self.origin = origin
    self.path = path
    self.windowOrigin = windowOrigin
  }
}

/// A signal that must be seen after a step.
public enum Effect: Sendable, Codable, Hashable {
  case navigation(to: PlaceTemplate)
  case dialog(kind: String)
  case download
  case windowOpened
  case submitted
}
