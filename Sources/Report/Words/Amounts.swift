import Trace

/// Numbers as a person reads them; a number and its unit are never on two lines.
enum Amounts {
  /// `2 h 32 min`, `4 min`, `45 s`.
  static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole)\u{a0}s" }
    let minutes = Int((seconds / 60).rounded())
    if minutes < 60 { return "\(minutes)\u{a0}min" }
    return minutes % 60 == 0 ? "\(minutes / 60)\u{a0}h" : "\(minutes / 60)\u{a0}h\u{a0}\(minutes % 60)\u{a0}min"
  }

  /// `51 %`; never 0 % for something, nor 100 % for less than everything.
  static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    let rounded = (share * 100).rounded()
    if share > 0, rounded == 0 { return "<\u{a0}1\u{a0}%" }
    if share < 1, rounded == 100 { return ">\u{a0}99\u{a0}%" }
    return "\(Int(rounded))\u{a0}%"
  }

  /// With one digit after the point.
  static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// `1 step`, `12 steps`.
  static func count(_ number: Int, _ thing: String, _ things: String? = nil) -> String {
    "\(number) \(number == 1 ? thing : things ?? thing + "s")"
  }

  /// The time of day on a day that starts at midnight: `09:12`.
  static func clock(_ moment: Moment, on day: WorkDay) -> String {
    let minutes = Int(max(0, moment.seconds(since: day.start)) / 60)
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
