public import Trace

/// A log of events that each touch several objects, as OCEL 2.0 exchanges it: a document, a window and a task at once,
/// which a log of traces (`EventLog`) cannot say without copying the event.
public struct ObjectLog: Sendable, Hashable {
  public var eventTypes: [Kind]
  public var objectTypes: [Kind]
  public var events: [Event]
  public var objects: [Object]

  public init(
    eventTypes: [Kind] = [], objectTypes: [Kind] = [], events: [Event] = [], objects: [Object] = []
  ) {
    self.eventTypes = eventTypes
    self.objectTypes = objectTypes
    self.events = events
    self.objects = objects
  }

  /// A kind of event or object, and the attributes that its instances may have.
  public struct Kind: Sendable, Codable, Hashable {
    public var name: String
    public var attributes: [AttributeKind]

    public init(_ name: String, attributes: [AttributeKind] = []) {
      self.name = name
      self.attributes = attributes
    }
  }

  /// An attribute's name and the kind of its values: `string`, `time`, `integer`, `float` or `boolean`.
  public struct AttributeKind: Sendable, Codable, Hashable {
    public var name: String
    public var type: String

    public init(_ name: String, type: String = "string") {
      self.name = name
      self.type = type
    }
  }

  /// One thing that happened.
  public struct Event: Sendable, Hashable {
    public var id: String
    public var type: String
    public var time: Moment
    public var attributes: [Value]
    /// The objects it touched.
    public var relationships: [Relationship]

    public init(
      id: String, type: String, time: Moment, attributes: [Value] = [], relationships: [Relationship] = []
    ) {
      self.id = id
      self.type = type
      self.time = time
      self.attributes = attributes
      self.relationships = relationships
    }
  }

  /// One thing that events touch.
  public struct Object: Sendable, Hashable {
    public var id: String
    public var type: String
    /// What was so from which time on.
    public var attributes: [TimedValue]
    /// Other objects it belongs together with.
    public var relationships: [Relationship]

    public init(
      id: String, type: String, attributes: [TimedValue] = [], relationships: [Relationship] = []
    ) {
      self.id = id
      self.type = type
      self.attributes = attributes
      self.relationships = relationships
    }
  }

  /// The value of an attribute; a text whatever its kind, as the standard's schema asks for.
  public struct Value: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A value that holds from a time on.
  public struct TimedValue: Sendable, Hashable {
    public var name: String
    public var value: String
    public var time: Moment

    public init(_ name: String, _ value: String, since time: Moment) {
      self.name = name
      self.value = value
      self.time = time
    }
  }

  /// That something has to do with an object, and what.
  public struct Relationship: Sendable, Codable, Hashable {
    public var object: String
    /// For example `in` or `part of`.
    public var qualifier: String

    public init(_ object: String, _ qualifier: String) {
      self.object = object
      self.qualifier = qualifier
    }

    private enum CodingKeys: String, CodingKey {
      case object = "objectId"
      case qualifier
    }
  }
}
