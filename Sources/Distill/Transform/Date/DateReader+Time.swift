import Trace

extension DateReader {
  /// A time of day: `5:27`, `18:25:57.5`, `6 PM`, `9:44 p.m.`, `14h30`.
  func time(at index: Int) -> Reading? {
    guard let first = token(index), let hour = first.number, first.digits <= 2 else { return nil }
    var moment = CalendarMoment(hour: hour)
    var end = index + 1
    if let sign = token(end), sign.isSign(":") || sign.word == "h", let minute = token(end + 1), minute.digits == 2 {
      moment.minute = minute.number
      end += 2
      if let sign = token(end), sign.isSign(":"), let second = token(end + 1), second.digits == 2 {
        moment.second = second.number
        end += 2
        if let sign = token(end), sign.isSign(".", ","), let fraction = token(end + 1), let digits = fraction.number {
          let text = String(digits)
          moment.fraction = String(repeating: "0", count: max(0, fraction.digits - text.count)) + text
          end += 2
        }
      }
    }
    if let half = halfDay(at: end) {
      guard (1...12).contains(hour) || (hour == 0 && moment.minute != nil) else {
        return moment.minute != nil && moment.isValid ? Reading(moment: moment, end: half.end) : nil
      }
      moment.hour = hour % 12 + (half.isAfternoon ? 12 : 0)
      end = half.end
    } else if moment.minute == nil {
      return nil
    }
    return moment.isValid ? Reading(moment: moment, end: end) : nil
  }

  /// `AM`, `p.m.`, with or without a space before.
  private func halfDay(at index: Int) -> (isAfternoon: Bool, end: Int)? {
    let start = token(index)?.isSpace == true ? index + 1 : index
    guard let word = token(start)?.word else { return nil }
    switch word {
    case "am", "pm": return (word == "pm", start + 1)
    case "a", "p":
      if token(start + 1)?.isSign(".") == true, token(start + 2)?.word == "m" {
        return (word == "p", token(start + 3)?.isSign(".") == true ? start + 4 : start + 3)
      }
      return (word == "p", start + 1)
    default: return nil
    }
  }
}
