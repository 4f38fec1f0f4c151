/// A time of day as a text names it.
enum TimeOfDay {
  /// `7:16 PM`, `19:16`: as fields hold it, with the number of words it takes.
  static func reading(_ words: ArraySlice<String>) -> (text: String, count: Int)? {
    guard var first = words.first, first.contains(":") else { return nil }
    var half = words.dropFirst().first.flatMap { ["am", "pm"].contains($0) ? $0 : nil }
    let count = half == nil ? 1 : 2
    for suffix in ["am", "pm"] where first.hasSuffix(suffix) {
      half = suffix
      first.removeLast(2)
    }
    let parts = first.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else { return nil }
    var hour = parts[0]
    if half == "pm", hour < 12 { hour += 12 }
    if half == "am", hour == 12 { hour = 0 }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return ("\(padded(hour)):\(padded(parts[1]))", count)
  }
}
