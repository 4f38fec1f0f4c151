/// What happened in many runs of a process, as the field exchanges it: a log of traces of events, each with
/// attributes (IEEE 1849, XES).
///
/// It is laid out for reading at once, not for editing: every attribute is a column, texts are kept once
/// (``TextPool``), and the events of a trace lie next to each other. One million events take some tens of megabytes.
///
/// ```swift
/// let names = log.events["concept:name"]
/// for trace in log.traces.indices {
///   for event in log.events(of: trace) { print(names?.attribute(at: event)?.text ?? "") }
/// }
/// ```
///
/// Its files are XES and CSV (`Exchange`); it has no coding of its own.
public struct EventLog: Sendable, Hashable {
  public var header: Header
  /// Attributes of the log as a whole.
  public var attributes: [Attribute]
  /// One row a trace.
  public let traces: AttributeTable
  /// One row an event.
  public let events: AttributeTable
  /// Where the events of each trace begin, and, as the last entry, where those of the last one end. Events from
  /// there on belong to no trace.
  public let starts: [Int]

  /// Puts a log together.
  ///
  /// - Parameter starts: one entry more than there are traces, rising from 0 to at most the number of events.
  public init(
    header: Header = Header(), attributes: [Attribute] = [], traces: AttributeTable, events: AttributeTable,
    starts: [Int]
  ) {
    precondition(
      starts.count == traces.count + 1 && starts[0] == 0 && starts[traces.count] <= events.count
        && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 },
      "starts must rise from 0, one entry for each trace and one for the end")
    self.header = header
    self.attributes = attributes
    self.traces = traces
    self.events = events
    self.starts = starts
  }

  /// The rows of the events of a trace, in order.
  public func events(of trace: Int) -> Range<Int> { starts[trace]..<starts[trace + 1] }

  /// The rows of the events that belong to no trace.
  public var loose: Range<Int> { starts[traces.count]..<events.count }
}
