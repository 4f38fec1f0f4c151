import Trace

/// One log with everything the standard knows, as text and as the value it stands for.
enum SampleLog {
  static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <log xes.version="2.0" xes.features="nested-attributes" openxes.version="1.0RC7" xmlns="http://www.xes-standard.org/">
      <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
      <global scope="trace"><string key="concept:name" value="__INVALID__"/></global>
      <global scope="event"><string key="concept:name" value="__INVALID__"/><boolean key="paid" value="false"/></global>
      <classifier name="Activity" keys="concept:name"/>
      <classifier name="Both" scope="event" keys="concept:name 'sent by' lifecycle:transition"></classifier>
      <classifier name="Case" scope="trace" keys="concept:name"/>
      <string key="source" value="Back office"><date key="taken" value="2026-11-23T09:00:00.000+01:00"/></string>
      <trace>
        <string key="concept:name" value="case-1"/>
        <float key="amount" value="12.5"/>
        <event>
          <string key="concept:name" value="Search"><id key="source" value="7"><int key="n" value="1"/></id></string>
          <date key="time:timestamp" value="2026-11-23T09:00:00.000+01:00"/>
        </event>
        <event>
          <string key="concept:name" value="Approve"/>
          <date key="time:timestamp" value="2026-11-23T09:00:07.250+01:00"/>
          <list key="items">
            <string key="note" value="of the list"/>
            <values><string key="i" value="b"/><string key="i" value="a"/><list key="i"><values/></list></values>
          </list>
          <container key="box"><int key="a" value="1"/><boolean key="b" value="true"/></container>
        </event>
      </trace>
      <trace/>
      <event><string key="concept:name" value="Loose"/></event>
    </log>
    """

  static var log: EventLog {
    typealias Attribute = EventLog.Attribute
    let noon = Moment(microseconds: 1_795_420_800_000_000)
    var traces = AttributeTable.Builder()
    traces.addRow()
    traces.append(Attribute("concept:name", .string("case-1")))
    traces.append(Attribute("amount", .float(12.5)))
    traces.addRow()
    var events = AttributeTable.Builder()
    events.addRow()
    events.append(
      Attribute(
        "concept:name", .string("Search"),
        children: [Attribute("source", .id("7"), children: [Attribute("n", .int(1))])]))
    events.append(Attribute("time:timestamp", .date(noon, offset: 60)))
    events.addRow()
    events.append(Attribute("concept:name", .string("Approve")))
    events.append(Attribute("time:timestamp", .date(Moment(microseconds: noon.microseconds + 7_250_000), offset: 60)))
    events.append(
      Attribute(
        "items",
        .list([Attribute("i", .string("b")), Attribute("i", .string("a")), Attribute("i", .list([]))]),
        children: [Attribute("note", .string("of the list"))]))
    events.append(Attribute("box", .container, children: [Attribute("a", .int(1)), Attribute("b", .boolean(true))]))
    events.addRow()
    events.append(Attribute("concept:name", .string("Loose")))
    return EventLog(
      header: EventLog.Header(
        version: "2.0", features: "nested-attributes", extensions: [.concept],
        globals: [
          EventLog.Global(scope: .trace, attributes: [Attribute("concept:name", .string("__INVALID__"))]),
          EventLog.Global(
            scope: .event,
            attributes: [Attribute("concept:name", .string("__INVALID__")), Attribute("paid", .boolean(false))]),
        ],
        classifiers: [
          .activity, EventLog.Classifier(name: "Both", keys: ["concept:name", "sent by", "lifecycle:transition"]),
          EventLog.Classifier(name: "Case", scope: .trace, keys: ["concept:name"]),
        ]),
      attributes: [
        Attribute("source", .string("Back office"), children: [Attribute("taken", .date(noon, offset: 60))])
      ],
      traces: traces.table, events: events.table, starts: [0, 2, 2])
  }

  /// `<log><trace><event><string key="a" va`
  static let gzippedStart = "H4sIAAAAAAACA7PJyU+3sykpSkxOtbNJLUvNK7GzKS4pysxLV8hOrbRVSlRSKEsEAPiEFqIlAAAA"
  /// `lue="1"/></event></trace></log>`
  static let gzippedEnd = "H4sIAAAAAAACA8spTbVVMlTSt7PRTy1LzSsB0iVFicmpQDonP90OANtfvgkfAAAA"
}
