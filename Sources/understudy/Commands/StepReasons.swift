import Distill
import Trace

/// Which step of work each event became part of, or why it is none.
struct StepReasons {
  private var steps: [EventID: EventID] = [:]
  private var discards: [EventID: Discard.Reason] = [:]

  init(of events: [Event]) {
    let reduction = Distiller().reduce(events)
    for step in reduction.steps { for event in step.events { steps[event] = step.id } }
    for discard in reduction.discards { discards[discard.event] = discard.reason }
  }

  func words(of event: EventID) -> String {
    if let step = steps[event] { return step == event ? "a step of work" : "part of the step \(step)" }
    return switch discards[event] {
    case .superseded: "no step: what was done after it made it void"
    case .redundant: "no step: it did nothing that the steps around it did not do"
    case .noise: "no step: it belongs to no work"
    case .machine: "no step: Understudy did it itself"
    case .circumstance: "no step: it tells of circumstances and followed from no action"
    case nil: "no step"
    }
  }
}
