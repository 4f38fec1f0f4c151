import Distill
import Trace

/// The events of one day, the steps in them, and how long each step counts.
struct DaySlice {
  var day: WorkDay
  var events: [Event]
  var steps: [Step]
  /// The seconds of each step: from the end of the step before, or of the person's last sign of life, to its own end.
  var seconds: [EventID: Double] = [:]

  init(day: WorkDay, events: [Event], distiller: Distiller, longestStep: Double) {
    self.day = day
    self.events = events
    steps = distiller.reduce(events).steps
    var last: Moment?
    for step in steps {
      let end = Moment(microseconds: step.time.microseconds + Int64(step.duration * 1_000_000))
      let span = last.map { end.seconds(since: $0) } ?? step.duration
      seconds[step.id] = min(longestStep, max(0, span))
      last = max(last ?? end, end)
    }
  }

  /// How long these steps count together.
  func time(of steps: some Sequence<Step>) -> Double {
    steps.reduce(0) { $0 + (seconds[$1.id] ?? 0) }
  }

  /// Splits a recording at the days; days without a step are left out.
  static func slices(of events: [Event], at days: [WorkDay], distiller: Distiller, longestStep: Double) -> [DaySlice] {
    days.compactMap { day in
      let own = events.filter { day.contains($0.time) }
      let slice = DaySlice(day: day, events: own, distiller: distiller, longestStep: longestStep)
      return slice.steps.isEmpty ? nil : slice
    }
  }
}
