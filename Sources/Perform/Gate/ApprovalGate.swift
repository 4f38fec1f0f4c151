public import Crypto
import Foundation
import Surfaces
import Trace

/// Lets through what the person approved, exactly that, once, and not for long.
///
/// An approval is a seal (HMAC-SHA-256, with a key that lives only here) over the workflow, the step, its row, value,
/// origin and consequence, and when it ends. It is checked right before the act against what is really there; whatever
/// differs is asked again, with the exact values, and then holds for that one act only. Looking needs no approval, but
/// stays within the origins of the plan.
public actor ApprovalGate: Gate {
  private struct Seal {
    var code: Data
    var end: Duration
  }

  private let key: SymmetricKey
  private let time: Stopwatch
  private let validity: Duration?
  private var seals: [String: Seal] = [:]
  private var singles: [Data: Duration] = [:]
  private var spent: Set<String> = []
  /// Values that were put somewhere since the last irreversible step and that the plan could not show.
  private var unseen: [String] = []

  public init<C: Clock>(
    key: SymmetricKey = SymmetricKey(size: .bits256), clock: C = ContinuousClock(), validity: Duration? = nil
  )
  where C.Duration == Duration {
    self.key = key
    self.validity = validity
    time = Stopwatch(clock)
  }

  /// The person has approved this plan.
  public func approve(_ plan: Plan) {
    let end = time.elapsed + (validity ?? .seconds(120) + .seconds(10) * plan.steps.count)
    for step in plan.steps {
      seals[Self.key(step.step, step.row)] = Seal(code: code(Sealed(plan: plan, step: step, end: end)), end: end)
    }
  }

  /// The person has approved this one act, with what differs from the plan. Holds for two minutes.
  public func approve(_ proposal: Proposal, under plan: Plan) {
    guard case .act(let intent) = proposal.move else { return }
    singles[code(Witnessed(plan: plan, intent: intent, rounds: proposal.cursor.rounds))] = time.elapsed + .seconds(120)
  }

  /// The act was carried out, or may have been: its approval is used up.
  public func spend(_ proposal: Proposal, under plan: Plan) {
    guard case .act(let intent) = proposal.move else { return }
    spent.insert(Self.key(intent.template.id, intent.row) + "|" + proposal.cursor.rounds)
    singles[code(Witnessed(plan: plan, intent: intent, rounds: proposal.cursor.rounds))] = nil
    if Self.consequence(of: intent) == .irreversible {
      unseen = []
    } else if case .read = intent.value {
      unseen.append("“\(intent.template.summary)” used “\(intent.action.argument ?? "")”, read from a page.")
    }
  }

  public func decide(_ proposal: Proposal, under plan: Plan) -> Decision {
    guard case .act(let intent) = proposal.move else { return .allowed }
    guard let planned = plan.step(intent.template.id, row: intent.row) else {
      return .refused("This step is not part of the approved plan.")
    }
    if let refusal = scope(of: intent, plan: plan) { return .refused(refusal) }
    let consequence = Self.consequence(of: intent)
    if consequence == .reads { return .allowed }
    if holdsSingle(for: proposal, intent, plan) { return .allowed }

    var differences = intent.differences(from: planned)
    if consequence > planned.consequence {
      differences.append("What it acts on now can send or destroy something; what was demonstrated did not.")
    }
    if consequence == .irreversible { differences += unseen }
    let name = Self.key(intent.template.id, intent.row)
    if spent.contains(name + "|" + proposal.cursor.rounds) {
      differences.append("It was already done once in this run.")
    }
    if let seal = seals[name], seal.code == code(Sealed(plan: plan, step: planned, end: seal.end)) {
      if seal.end < time.elapsed { differences.append("The approval of the plan has run out.") }
    } else {
      differences.append("The plan with this step was not approved.")
    }
    return differences.isEmpty ? .allowed : .ask(differences)
  }

  private func holdsSingle(for proposal: Proposal, _ intent: Intent, _ plan: Plan) -> Bool {
    let code = code(Witnessed(plan: plan, intent: intent, rounds: proposal.cursor.rounds))
    guard let end = singles[code] else { return false }
    return time.elapsed <= end
  }

  /// Why the act would leave the places that the plan names; nil where it stays.
  private func scope(of intent: Intent, plan: Plan) -> String? {
    if case .navigate(let address, _) = intent.action, !plan.covers(address) {
      return "It opens an address of a site that this workflow does not name."
    }
    guard intent.action.needsElement || intent.element != nil else { return nil }
    for place in [intent.place, intent.element?.place].compactMap({ $0 }) {
      guard plan.covers(place), place.frames.allSatisfy({ plan.covers($0) || !$0.contains("://") }) else {
        return "It is at a site that this workflow does not name."
      }
    }
    return nil
  }

  private static func consequence(of intent: Intent) -> Consequence {
    max(Consequence(of: intent.template), Consequence(of: intent.action, on: intent.element?.element))
  }

  private static func key(_ step: String, _ row: Int?) -> String { "\(step)|\(row.map(String.init) ?? "-")" }

  private func code(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    // What is sealed are plain values: encoding them cannot fail; where it did, nothing would match.
    guard let bytes = try? encoder.encode(value) else { return Data() }
    return Data(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
  }
}

/// What the seal of a planned step is made over.
private struct Sealed: Encodable {
  var workflow: String
  var origins: [String]
  var applications: [String]
  var step: PlannedStep
  var end: Double

  init(plan: Plan, step: PlannedStep, end: Duration) {
    workflow = plan.workflow
    origins = plan.origins
    applications = plan.applications
    self.step = step
    self.end = end.seconds
  }
}

/// What the approval of a single act is made over: the exact value, element and place.
private struct Witnessed: Encodable {
  var workflow: String
  var step: String
  var row: Int?
  var rounds: String
  var action: Action
  var document: String?
  var frames: [String]?
  var role: Role?
  var name: String?
  var attributes: [String: String]?
  var around: Surroundings?

  init(plan: Plan, intent: Intent, rounds: String) {
    workflow = plan.workflow
    step = intent.template.id
    row = intent.row
    self.rounds = rounds
    action = intent.action
    document = intent.place?.document
    frames = intent.element?.place.frames
    role = intent.element?.element.role
    name = intent.element?.element.name
    attributes = intent.element?.element.attributes.filter { $0.key != "class" && $0.key != "style" }
    around = intent.element?.element.surroundings
  }
}
