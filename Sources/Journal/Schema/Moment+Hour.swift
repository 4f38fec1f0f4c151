import Trace

extension Moment {
  /// Hours since 1970, rounded down.
  var hour: Int64 {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 3_600_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
