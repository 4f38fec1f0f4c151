import BrowserSurface
import Distill
import Foundation
import Perform
import Surfaces
import Trace

/// Demonstrates in a real browser, and performs what was made of it.
struct LoopHand {
  let browser: Chromium
  private let profile: String

  struct Lost: Error, CustomStringConvertible {
    var description: String
  }

  init(browser executable: String) async throws {
    profile = FileManager.default.temporaryDirectory.appending(path: "understudy-bench-\(UUID().uuidString)").path
    browser = try await Chromium.start(BrowserSettings(profile: profile, executable: executable, isHeadless: true))
  }

  func end() async {
    await browser.end()
    // A folder of its own, in the temporary folder: nothing else is in it.
    try? FileManager.default.removeItem(atPath: profile)
  }

  // MARK: - Demonstrating

  /// Does what the site's demonstration says, and writes down what a recorder would: each action with its element as
  /// it was before, and what followed.
  func demonstrate(_ site: LoopSite, at address: String) async throws -> [Event] {
    var events: [Event] = []
    func add(_ occurrence: Event.Occurrence, _ place: Place, _ element: Element? = nil) {
      let number = events.count
      events.append(
        Event(
          id: EventID(session: "demonstration", sequence: number),
          time: Moment(seconds: 1_893_999_600 + Double(number)),
          surface: .browser, place: place, occurrence: occurrence, element: element))
    }
    for act in site.demonstration {
      let action = action(act, at: address)
      var target: ObservedElement?
      var place = try await browser.observe(within: Budget(count: 0)).place
      if case .open = act {
        if let table = site.table { add(.signal(.opened(table)), place) }
      } else {
        let observation = try await browser.observe(within: Budget(time: .seconds(10)))
        place = observation.place
        target = observation.elements.first(where: act.isMeant) ?? observation.elements.first(where: act.isLikelyMeant)
        guard target != nil else { throw Lost(description: "There is nothing to \(act) at \(place.document).") }
      }
      let outcome = try await browser.perform(action, on: target?.handle)
      add(.action(action), place, target?.element)
      for signal in outcome.signals { add(.signal(signal), place) }
    }
    return events
  }

  private func action(_ act: LoopSite.Act, at address: String) -> Action {
    switch act {
    case .open(let page): .navigate("\(address)/\(page)", cause: .typed)
    case .click: .click(Click())
    case .fill(_, let text): .fill(text)
    case .choose(_, let option, _): .select([option])
    case .check: .check(true)
    }
  }

  // MARK: - Performing

  /// Performs a workflow, and says what the pages noted, and how it ended.
  func perform(_ workflow: Workflow, _ site: LoopSite, at address: String) async throws -> (
    notes: [String], end: String
  ) {
    let rows = (site.table?.rows ?? []).map { row in
      Dictionary(zip(site.table?.columns ?? [], row)) { first, _ in first }
    }
    let compiled: CompiledWorkflow
    do {
      compiled = try CompiledWorkflow(workflow, inputs: Inputs(rows: rows))
    } catch {
      return ([], "\(error)")
    }
    let performer = Performer(
      surfaces: [browser], approver: LoopApprover(answers: site.answers), limits: Limits(step: .seconds(3)))
    let run = await performer.perform(compiled)
    let end =
      switch run.status {
      case .finished: "finished"
      case .ready: "ready"
      case .halted(let halt): "\(halt)"
      }
    return (try await notes(at: address), end)
  }

  /// Opens a page by its address.
  func open(_ address: String) async throws {
    _ = try await browser.perform(.navigate(address, cause: .typed), on: nil)
  }

  /// What the pages of a site have noted.
  func notes(at address: String) async throws -> [String] {
    try await open("\(address)/notes.html")
    let observation = try await browser.observe(within: Budget(time: .seconds(10)))
    let text = observation.elements.first { $0.element.name == "Notes" }?.element.value ?? ""
    return text.split(separator: "\n").map(String.init)
  }
}

/// Approves everything, and answers as the site says; where nothing may be asked, it answers nothing.
private struct LoopApprover: Approver {
  var answers: [Bool]?

  func approve(_ plan: Plan) async throws -> Bool { true }
  func approve(_ deviation: Deviation) async throws -> Bool { true }
  func secret(for step: PlannedStep) async throws -> String? { nil }

  func answer(_ question: Question) async throws -> String? {
    guard let answers, let row = question.row, answers.indices.contains(row) else { return nil }
    return answers[row] ? "yes" : "no"
  }
}

extension LoopSite.Act {
  /// Whether an element is the one that is acted on.
  func isMeant(_ observed: ObservedElement) -> Bool { isLikelyMeant(observed, inRow: row) }

  /// The same for lists that are not seen as such.
  func isLikelyMeant(_ observed: ObservedElement) -> Bool {
    guard let row else { return false }
    let element = observed.element
    return element.surroundings.rowIndex == nil && isLikelyMeant(observed, inRow: nil)
      && element.ancestors.contains { $0.attributes["class"] == "card" && $0.index == row }
  }

  private var row: Int? {
    switch self {
    case .click(_, _, let row), .choose(_, _, let row), .check(_, let row): row
    case .open, .fill: nil
    }
  }

  private func isLikelyMeant(_ observed: ObservedElement, inRow row: Int?) -> Bool {
    let element = observed.element
    if let row, element.surroundings.rowIndex != row { return false }
    return switch self {
    case .open: false
    case .click(let role, let name, _): element.role == role && element.name == name
    case .fill(let label, _): element.role == .textbox && element.name == label
    case .choose(let label, _, _): element.role == .combobox && element.name == label
    case .check(let label, _): element.role == .checkbox && element.name == label
    }
  }
}
