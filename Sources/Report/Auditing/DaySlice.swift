import Distill
import Trace

/// The events of one day, the steps in them, and how long each step counts.
struct DaySlice {
  var day: WorkDay
  var events: [Event]
  var steps: [Step]
  /// The seconds of each step, once it is known where pieces of work begin.
  private(set) var seconds: [EventID: Double] = [:]

  init(day: WorkDay, events: [Event], distiller: Distiller) {
    self.day = day
    self.events = events
    steps = distiller.reduce(events).steps
  }

  /// Counts each step from the end of the step before to its own end. A pause before a piece of work begins is a
  /// pause: only a little of it counts.
  mutating func count(beginnings: Set<EventID>, settings: AuditSettings) {
    var last: Moment?
    for step in steps {
      let end = Moment(microseconds: step.time.microseconds + Int64(step.duration * 1_000_000))
      let pause = last.map { max(0, step.time.seconds(since: $0)) } ?? 0
      let most = beginnings.contains(step.id) ? settings.longestStart : settings.longestStep
      seconds[step.id] = min(settings.longestStep, min(most, pause) + step.duration)
      last = max(last ?? end, end)
    }
  }

  /// Splits a recording at the days; days without a step are left out.
  static func slices(of events: [Event], at days: [WorkDay], distiller: Distiller) -> [DaySlice] {
    days.compactMap { day in
      let own = events.filter { day.contains($0.time) }
      let slice = DaySlice(day: day, events: own, distiller: distiller)
      return slice.steps.isEmpty ? nil : slice
    }
  }
}
