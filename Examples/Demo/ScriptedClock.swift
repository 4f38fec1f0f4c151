import Surfaces
import Synchronization
import Trace

/// The clock of a scripted week: it stands wherever the worker's script says, and runs on from there.
final class ScriptedClock: WallClock {
  private struct Setting {
    var moment: Moment
    var at: ContinuousClock.Instant
  }

  private let setting: Mutex<Setting>

  init(_ moment: Moment) {
    setting = Mutex(Setting(moment: moment, at: .now))
  }

  func set(_ moment: Moment) {
    setting.withLock { $0 = Setting(moment: moment, at: .now) }
  }

  func now() -> Moment {
    setting.withLock { setting in
      let passed = setting.at.duration(to: .now)
      return Moment(seconds: setting.moment.seconds + passed / .seconds(1))
    }
  }
}
