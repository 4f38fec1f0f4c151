import Foundation
import Learn
import Testing
import Trace

@Suite("A next-step model")
struct NextStepModelTests {
  static func step(
    _ number: Int, _ action: Action, _ role: Role, _ name: String, path: String = "/invoice/add/",
    signals: [Signal] = []
  ) -> Step {
    let id = EventID(session: "s", sequence: number)
    return Step(
      id: id, events: [id], time: Moment(seconds: Double(number)), surface: .browser,
      place: Place(application: "Chromium", window: "1", document: "https://office.example" + path),
      action: action, element: Element(role: role, name: name), signals: signals)
  }

  static let table = Table(
    name: "invoices.csv", columns: ["customer", "amount"],
    rows: (0..<8).map { ["Customer \($0)", "\($0 * 7 + 3).50"] })

  /// Invoices entered from the rows of a file, one after the other.
  static func entering(_ rows: Range<Int>) -> [Step] {
    rows.flatMap { row -> [Step] in
      let number = row * 4
      let signals: [Signal] = row == rows.lowerBound ? [.opened(table)] : []
      return [
        step(number, .click(Click()), .link, "Add invoice", path: "/invoice/", signals: signals),
        step(number + 1, .fill(table.rows[row][0]), .textbox, "Customer"),
        step(number + 2, .fill(table.rows[row][1]), .textbox, "Amount"),
        step(number + 3, .click(Click()), .button, "Save"),
      ]
    }
  }

  @Test("After three rows it knows the next step and what it is given")
  func rows() {
    var model = NextStepModel()
    model.learn(Self.entering(0..<4))
    let next = Self.entering(4..<6)
    for cut in 1..<next.count {
      let prediction = model.predict(after: next[..<cut])
      #expect(prediction.steps.top(1) == [StepClass(next[cut])])
      #expect(next[cut].action.argument == nil || cut == 1 || prediction.argument?.value == next[cut].action.argument)
    }
  }

  @Test("A value that is always the same is told from one that comes from the file")
  func sources() {
    var model = NextStepModel()
    model.learn(Self.entering(0..<4))
    let amount = StepClass(Self.entering(0..<1)[2])
    var memory = WorkingMemory()
    for step in Self.entering(5..<6).prefix(2) { memory.note(step) }
    let prediction = model.argument(of: amount, given: memory)
    #expect(prediction?.source == .column("amount"))
    #expect(prediction?.value == "38.50")
  }

  @Test("Steps that differ in their values only are of one class")
  func classes() {
    let one = Self.step(0, .fill("12.50"), .textbox, "Amount", path: "/invoice/12/change/")
    let two = Self.step(1, .fill("99.00"), .textbox, "Amount", path: "/invoice/871/change/")
    #expect(StepClass(one) == StepClass(two))
    #expect(StepClass(one) != StepClass(Self.step(2, .fill("12.50"), .textbox, "Note", path: "/invoice/12/change/")))
  }

  @Test("It survives being written and read, byte for byte")
  func coding() throws {
    var model = NextStepModel()
    model.learn(Self.entering(0..<6))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(model)
    let read = try JSONDecoder().decode(NextStepModel.self, from: data)
    #expect(read == model)
    #expect(try encoder.encode(read) == data)
  }
}
