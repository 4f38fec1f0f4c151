public import Report
public import Trace

/// A worker whose mixture of work is known: so much routine, so much judgement, so much that was never there before.
public struct ScriptedWorker: Sendable {
  public enum Task: Sendable, CaseIterable { case invoice, address, decision, novel }

  /// What an episode was, as the worker knows it.
  public struct Truth: Sendable {
    public var task: Task
    public var day: Int
    public var first: EventID
    public var seconds: Double
    /// The share of its seconds that come before the worker's own decision or the first step.
    public var events: [EventID]
  }

  public private(set) var events: [Event] = []
  public private(set) var truth: [Truth] = []
  public private(set) var days: [WorkDay] = []
  private var random: Generator
  private var now = 0.0
  private var row = 0
  private var day = 0
  private var novelty = 0
  private let approval: Double
  private let exceptions: Double

  private static let customers = [
    "Adler", "Braun", "Celik", "Dorn", "Eder", "Fink", "Gruber", "Hahn", "Iversen", "Jung",
  ]

  /// - Parameters:
  ///   - mixture: how many episodes of each task a day has.
  ///   - approval: how often a decision is to approve; nothing that can be seen decides it.
  ///   - exceptions: how often an invoice needs a note, which nothing that can be seen tells before.
  public init(
    seed: UInt64, days count: Int,
    mixture: [(Task, Int)] = [(.invoice, 8), (.address, 4), (.decision, 5), (.novel, 3)],
    approval: Double = 0.6, exceptions: Double = 0
  ) {
    random = Generator(seed: seed)
    self.approval = approval
    self.exceptions = exceptions
    for number in 0..<count {
      day = number
      now = Double(number) * 86_400 + 9 * 3_600
      days.append(
        WorkDay(
          name: "Day \(number + 1)", start: Moment(seconds: Double(number) * 86_400),
          end: Moment(seconds: Double(number + 1) * 86_400)))
      let invoices = mixture.first { $0.0 == .invoice }?.1 ?? 0
      let rows = (0..<invoices).map { _ in
        [
          pick(Self.customers), "\(random.below(900) + 10).\(10 + random.below(90))",
          "2026-1\(random.below(3))-1\(random.below(10))",
        ]
      }
      row = 0
      let table = Table(name: "invoices-\(number).csv", columns: ["customer", "amount", "due"], rows: rows)
      emit(.signal(.opened(table)), path: "/", element: nil, after: 1)
      var tasks = mixture.flatMap { [Task](repeating: $0.0, count: $0.1) }
      for place in tasks.indices.reversed() { tasks.swapAt(place, random.below(place + 1)) }
      for task in tasks { perform(task, table: table) }
    }
  }

  private mutating func perform(_ task: Task, table: Table) {
    let (begin, start) = (events.count, now)
    switch task {
    case .invoice: enterInvoice(table.rows[row])
    case .address: changeAddress()
    case .decision: decide()
    case .novel: doSomethingNew()
    }
    if task == .invoice { row += 1 }
    let own = events[begin...].map(\.id)
    truth.append(Truth(task: task, day: day, first: own[0], seconds: now - start, events: own))
  }

  private mutating func enterInvoice(_ row: [String]) {
    click(.link, "Add invoice", path: "/invoice/", after: 1)
    fill("Customer", row[0], path: "/invoice/add/", after: 6)
    fill("Amount", row[1], path: "/invoice/add/", after: 6)
    fill("Due date", row[2], path: "/invoice/add/", after: 6)
    if exceptions > 0, random.share() < exceptions { fill("Note", "Checked by phone", path: "/invoice/add/", after: 4) }
    save(path: "/invoice/add/", to: "/invoice/", after: 3)
  }

  private mutating func changeAddress() {
    let (customer, number) = (pick(Self.customers), random.below(900) + 100)
    let address = "\(number) Harbour Road"
    click(.link, customer, path: "/inbox/", after: 1, row: customer)
    emit(
      .action(.copy(address)), path: "/inbox/message/\(number)/",
      element: Element(role: .generic, name: "New address", attributes: ["id": "new-address", "text": address]),
      after: 3)
    let source = events[events.count - 1]
    click(.link, customer, path: "/customer/", after: 2, row: customer)
    let field = Element(role: .textbox, name: "Address", attributes: ["id": "id_address", "tag": "input"])
    emit(
      .action(.paste(address, from: Clipping(place: source.place, element: source.element, event: source.id))),
      path: "/customer/\(Self.customers.firstIndex(of: customer) ?? 0)/change/", element: field, after: 5)
    save(path: "/customer/\(Self.customers.firstIndex(of: customer) ?? 0)/change/", to: "/customer/", after: 3)
  }

  private mutating func decide() {
    let number = random.below(900) + 100
    click(.link, "Invoice \(number)", path: "/approval/", after: 1, row: "Invoice \(number)")
    let choice = random.share() < approval ? "Approve" : "Reject"
    let list = Element(
      role: .combobox, name: "Decision", attributes: ["id": "id_decision", "tag": "select"],
      options: ["Approve", "Reject"])
    emit(.action(.select([choice])), path: "/approval/\(number)/change/", element: list, after: 28)
    save(path: "/approval/\(number)/change/", to: "/approval/", after: 1)
  }

  private mutating func doSomethingNew() {
    novelty += 1
    let place = "/project-\(Self.word(novelty))/"
    click(.link, "Open \(Self.word(novelty * 7))", path: place, after: 1)
    for number in 0..<4 {
      let name = Self.word(novelty * 31 + number * 5)
      fill(name, Self.word(random.below(100_000)), path: place + name + "/", after: 5)
    }
    click(.button, "Send \(Self.word(novelty * 13))", path: place + "end/", after: 4)
    signal(.submitted, path: place + "end/")
  }

  /// A word of letters only, another one for each number.
  private static func word(_ number: Int) -> String {
    var (rest, text) = (number + 27, "")
    while rest > 0 {
      text.append(Character(UnicodeScalar(UInt8(97 + rest % 26))))
      rest /= 26
    }
    return text
  }

  /// Events with new numbers in their order, where some were put in between.
  public static func renumbered(_ events: [Event]) -> [Event] {
    var numbers: [EventID: EventID] = [:]
    return events.enumerated().map { place, event in
      var event = event
      let id = EventID(session: event.id.session, sequence: place)
      if numbers[event.id] == nil { numbers[event.id] = id }
      event.id = id
      if case .action(.paste(let text, var clipping?)) = event.occurrence {
        clipping.event = clipping.event.flatMap { numbers[$0] }
        event.occurrence = .action(.paste(text, from: clipping))
      }
      return event
    }
  }

  // MARK: - Events

  private mutating func click(_ role: Role, _ name: String, path: String, after seconds: Double, row: String = "") {
    var element = Element(role: role, name: name, attributes: ["tag": role == .link ? "a" : "button"])
    if !row.isEmpty { element.surroundings = Surroundings(row: row, column: "Name", rowIndex: random.below(9)) }
    emit(.action(.click(Click())), path: path, element: element, after: seconds)
  }

  private mutating func fill(_ name: String, _ value: String, path: String, after seconds: Double) {
    let element = Element(
      role: .textbox, name: name, attributes: ["tag": "input", "id": "id_" + name.lowercased().filter { $0 != " " }])
    emit(.action(.fill(value)), path: path, element: element, after: seconds)
  }

  private mutating func save(path: String, to next: String, after seconds: Double) {
    click(.button, "Save", path: path, after: seconds)
    signal(.submitted, path: path)
    signal(.navigation(to: "https://office.example" + next, cause: .form), path: next)
  }

  private mutating func signal(_ signal: Signal, path: String) {
    emit(.signal(signal), path: path, element: nil, after: 0)
  }

  private mutating func emit(_ occurrence: Event.Occurrence, path: String, element: Element?, after seconds: Double) {
    now += seconds
    events.append(
      Event(
        id: EventID(session: "day\(day / 10)\(day % 10)", sequence: events.count), time: Moment(seconds: now),
        surface: .browser,
        place: Place(
          application: "Chromium", window: "1", title: String(path.split(separator: "/").first ?? "Home"),
          document: "https://office.example" + path),
        occurrence: occurrence, element: element))
  }

  private mutating func pick(_ list: [String]) -> String { list[random.below(list.count)] }

  struct Generator: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }

    mutating func share() -> Double { Double(next() >> 11) / Double(UInt64(1) << 53) }
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  }
}
