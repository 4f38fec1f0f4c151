import Foundation
import Report
import Scripted
import Testing
import Trace

@Suite("The future has no part in a day's figures")
struct LeakTests {
  @Test("Days that come later change nothing")
  func laterDays() {
    let worker = ScriptedWorker(seed: 5, days: 5)
    let whole = Audit.make(events: worker.events, days: worker.days)
    for count in 2...4 {
      let end = worker.days[count - 1].end
      let part = Audit.make(
        events: worker.events.filter { $0.time < end }, days: Array(worker.days.prefix(count)))
      #expect(part.tests == Array(whole.tests.prefix(count - 1)))
    }
  }

  @Test("What was done on a day, mixed up, changes nothing on the days before", arguments: [2, 3, 4])
  func shuffledLabels(day: Int) {
    let worker = ScriptedWorker(seed: 6, days: 5)
    let whole = Audit.make(events: worker.events, days: worker.days)
    let (start, end) = (worker.days[day].start, worker.days[day].end)
    let own = worker.events.indices.filter { start <= worker.events[$0].time && worker.events[$0].time < end }
    var events = worker.events
    for (place, other) in zip(own, own.reversed()) {
      events[place].occurrence = worker.events[other].occurrence
      events[place].element = worker.events[other].element
      events[place].place = worker.events[other].place
    }
    let mixed = Audit.make(events: events, days: worker.days)
    #expect(mixed.tests.prefix(day - 1) == whole.tests.prefix(day - 1))
    #expect(mixed.tests[day - 1] != whole.tests[day - 1])
  }
}
