internal import Trace

/// An object log as it is written down in JSON.
struct ObjectLogDocument: Codable {
  private var eventTypes: [ObjectLog.Kind]
  private var objectTypes: [ObjectLog.Kind]
  private var events: [Event]
  private var objects: [Object]

  private struct Event: Codable {
    var id: String
    var type: String
    var time: Time
    var attributes: [Value]?
    var relationships: [ObjectLog.Relationship]?
  }

  private struct Object: Codable {
    var id: String
    var type: String
    var attributes: [TimedValue]?
    var relationships: [ObjectLog.Relationship]?
  }

  private struct Value: Codable {
    var name: String
    var value: Scalar
  }

  private struct TimedValue: Codable {
    var name: String
    var value: Scalar
    var time: Time
  }

  init(_ log: ObjectLog) {
    eventTypes = log.eventTypes
    objectTypes = log.objectTypes
    events = log.events.map { event in
      Event(
        id: event.id, type: event.type, time: Time(moment: event.time),
        attributes: event.attributes.map { Value(name: $0.name, value: Scalar(text: $0.value)) },
        relationships: event.relationships)
    }
    objects = log.objects.map { object in
      Object(
        id: object.id, type: object.type,
        attributes: object.attributes.map {
          TimedValue(name: $0.name, value: Scalar(text: $0.value), time: Time(moment: $0.time))
        },
        relationships: object.relationships)
    }
  }

  var log: ObjectLog {
    ObjectLog(
      eventTypes: eventTypes, objectTypes: objectTypes,
      events: events.map { event in
        ObjectLog.Event(
          id: event.id, type: event.type, time: event.time.moment,
          attributes: (event.attributes ?? []).map { ObjectLog.Value($0.name, $0.value.text) },
          relationships: event.relationships ?? [])
      },
      objects: objects.map { object in
        ObjectLog.Object(
          id: object.id, type: object.type,
          attributes: (object.attributes ?? []).map {
            ObjectLog.TimedValue($0.name, $0.value.text, since: $0.time.moment)
          },
          relationships: object.relationships ?? [])
      })
  }

  /// A date and time of ISO 8601.
  private struct Time: Codable {
    var moment: Moment

    init(moment: Moment) { self.moment = moment }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      guard let read = Moment.reading(iso8601: try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date")
      }
      moment = read.moment
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(moment.text())
    }
  }

  /// A text, or what stands for one in files that write numbers and truth values as such.
  private struct Scalar: Codable {
    var text: String

    init(text: String) { self.text = text }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else if let flag = try? container.decode(Bool.self) {
        text = flag ? "true" : "false"
      } else if let number = try? container.decode(Int64.self) {
        text = String(number)
      } else {
        text = String(try container.decode(Double.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }
}
