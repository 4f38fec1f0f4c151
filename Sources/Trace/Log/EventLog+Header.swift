extension EventLog {
  /// What a log says about itself before its traces.
  public struct Header: Sendable, Codable, Hashable {
    /// The version of the standard it was written to.
    public var version: String
    /// Which optional parts of the standard it uses, apart by spaces (`nested-attributes`).
    public var features: String
    public var extensions: [Extension]
    public var globals: [Global]
    public var classifiers: [Classifier]

    public init(
      version: String = "1849-2016", features: String = "", extensions: [Extension] = [], globals: [Global] = [],
      classifiers: [Classifier] = []
    ) {
      self.version = version
      self.features = features
      self.extensions = extensions
      self.globals = globals
      self.classifiers = classifiers
    }
  }

  /// Gives the attributes whose keys begin with its prefix a meaning, written down elsewhere.
  public struct Extension: Sendable, Codable, Hashable {
    public var name: String
    public var prefix: String
    public var uri: String

    public init(name: String, prefix: String, uri: String) {
      self.name = name
      self.prefix = prefix
      self.uri = uri
    }

    public static let concept = Extension(
      name: "Concept", prefix: "concept", uri: "http://www.xes-standard.org/concept.xesext")
    public static let time = Extension(name: "Time", prefix: "time", uri: "http://www.xes-standard.org/time.xesext")
    public static let lifecycle = Extension(
      name: "Lifecycle", prefix: "lifecycle", uri: "http://www.xes-standard.org/lifecycle.xesext")
    public static let organizational = Extension(
      name: "Organizational", prefix: "org", uri: "http://www.xes-standard.org/org.xesext")
  }

  /// Attributes that every trace or every event has, with what stands for them where it is missing.
  public struct Global: Sendable, Codable, Hashable {
    public enum Scope: String, Sendable, Codable, Hashable {
      case trace, event
    }

    public var scope: Scope
    public var attributes: [Attribute]

    public init(scope: Scope, attributes: [Attribute]) {
      self.scope = scope
      self.attributes = attributes
    }
  }

  /// Names the attributes whose values together tell kinds of events (or of traces) apart.
  public struct Classifier: Sendable, Codable, Hashable {
    public var name: String
    public var scope: Global.Scope
    public var keys: [String]

    public init(name: String, scope: Global.Scope = .event, keys: [String]) {
      self.name = name
      self.scope = scope
      self.keys = keys
    }

    /// The usual one: an event's name.
    public static let activity = Classifier(name: "Activity", keys: ["concept:name"])
  }
}
