import Trace

extension Scanner {
  /// The most groups that one number has.
  private static let mostGroups = 10

  /// Digits in groups that begin at an offset, and where each group lies.
  private struct Run {
    var groups: [Range<Int>] = []
    var isInternational = false
    var isBracketed = false
  }

  /// Notes the numbers in the run of digit groups that begins here.
  mutating func scanNumber() {
    let start = index
    guard let run = numberRun(at: start) else { return }
    let end = run.groups[run.groups.count - 1].upperBound
    index = end
    let isAttached = isAttached(start)
    // Where an address names a thing by its number, it is no number of a person.
    if start < addressEnd, byte(start - 1) != UInt8(ascii: "="), byte(start - 1) != UInt8(ascii: ":") { return }
    var first = 0
    while first < run.groups.count {
      guard first == 0 ? !isAttached : bytes[run.groups[first].lowerBound - 1] == UInt8(ascii: " ") else {
        first += 1
        continue
      }
      first = noteNumber(in: run, from: first) ?? first + 1
    }
  }

  /// Whether the digits are a part of a longer name: `INV-2026-93080438`, `#1234`.
  private func isAttached(_ start: Int) -> Bool {
    switch byte(start - 1) {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): byte(start - 2).isAlphanumeric
    case UInt8(ascii: "#"): true
    default: false
    }
  }

  /// Notes the longest number that begins with a group; returns the first group after it.
  private mutating func noteNumber(in run: Run, from first: Int) -> Int? {
    let total = run.groups[first...].reduce(0) { $0 + $1.count }
    guard total >= 5 else { return nil }
    for last in stride(from: run.groups.count, to: first, by: -1) {
      guard last == run.groups.count || bytes[run.groups[last].lowerBound - 1] == UInt8(ascii: " ") else { continue }
      let groups = run.groups[first..<last]
      let count = groups.reduce(0) { $0 + $1.count }
      var number: DigitGroups?
      let start = first == 0 ? index(of: run) : groups[first].lowerBound
      let end = groups[last - 1].upperBound
      for (rule, form) in table.numbers where form.digits.contains(count) {
        if form.needsWord, !isNear(form.topic, start..<end) { continue }
        if form.notAfter.contains(where: { isAfter($0, ratherThan: form.topic, start) }) { continue }
        let candidate = number ?? digitGroups(groups, run: run, isFirst: first == 0)
        number = candidate
        guard form.accepts(candidate) else { continue }
        if form.topic == .phone, !candidate.isInternational, isAmount(start..<end) { continue }
        if form.topic == .phone, form.needsWord || candidate.sizes.count == 2, !candidate.isBracketed, isBeforeName(end)
        {
          continue
        }
        let whole = start..<withExtension(end, rule: rule)
        note(whole, rule: rule)
        index = max(index, whole.upperBound)
        return last
      }
    }
    return nil
  }

  // MARK: - Reading

  private func index(of run: Run) -> Int {
    var start = run.groups[0].lowerBound
    if run.isBracketed { start -= 1 }
    if run.isInternational { start -= 1 }
    return start
  }

  private func numberRun(at start: Int) -> Run? {
    guard !byte(start - 1).isAlphanumeric, byte(start - 1) != UInt8(ascii: "_") else { return nil }
    var run = Run()
    var position = start
    if byte(position) == UInt8(ascii: "+") {
      run.isInternational = true
      position += 1
    }
    if byte(position) == UInt8(ascii: "(") {
      run.isBracketed = true
      position += 1
      if byte(position) == UInt8(ascii: "+") {
        run.isInternational = true
        position += 1
      }
    }
    while run.groups.count < Scanner.mostGroups, byte(position).isDigit {
      let group = position
      while byte(position).isDigit, position - group <= 40 { position += 1 }
      run.groups.append(group..<position)
      guard let next = separatorEnd(at: position) else { break }
      position = next
    }
    // What goes on as a word was no number: 12ab.
    guard let end = run.groups.last?.upperBound else { return nil }
    if isWordGoingOn(end) { run.groups.removeLast() }
    // A bracket around all of it is no part of it.
    if run.groups.count < 2 { run.isBracketed = false }
    return run.groups.isEmpty ? nil : run
  }

  private func isWordGoingOn(_ end: Int) -> Bool {
    let next = byte(end)
    if next == UInt8(ascii: "x") || next == UInt8(ascii: "X") { return !byte(end + 1).isDigit }
    return next.isAlphanumeric || next == UInt8(ascii: "_")
  }

  /// Where the digits after a separator begin; nil where no separator stands here.
  private func separatorEnd(at start: Int) -> Int? {
    var end = start
    while end - start < 3, Scanner.joiners.contains(byte(end)) { end += 1 }
    guard end > start, byte(end).isDigit else { return nil }
    // A full stop or a colon that ends something, and two spaces, part numbers.
    if end - start > 1,
      bytes[start..<end].allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") })
    {
      return nil
    }
    return end
  }

  private static let joiners = Alphabet(" -./()")

  private func digitGroups(_ groups: ArraySlice<Range<Int>>, run: Run, isFirst: Bool) -> DigitGroups {
    DigitGroups(
      digits: groups.flatMap { bytes[$0].map { $0 - 0x30 } }, sizes: groups.map(\.count),
      separators: zip(groups, groups.dropFirst()).map { Array(bytes[$0.upperBound..<$1.lowerBound]) },
      isInternational: isFirst && run.isInternational, isBracketed: isFirst && run.isBracketed)
  }

  // MARK: - Around

  /// Whether a word for a topic stands shortly before, nearer than one for another kind of number, or right after.
  private func isNear(_ topic: Topic, _ range: Range<Int>) -> Bool {
    let distance = distance(to: topic, from: range.lowerBound)
    if distance <= 40,
      [.reference, .version, .card, .identity, .phone].allSatisfy({
        $0 == topic || self.distance(to: $0, from: range.lowerBound) >= distance
      })
    {
      return true
    }
    return isBeforeWord(for: topic, range.upperBound)
  }

  /// Whether a word for a topic follows: `781 1704 office`, `(37) 788-063-Fax`.
  private func isBeforeWord(for topic: Topic, _ offset: Int) -> Bool {
    var start = offset
    while start - offset < 3, Scanner.trailers.contains(byte(start)) { start += 1 }
    var end = start
    var hash = Lexicon.start
    while end - start < 16, byte(end).isLetter {
      hash = Lexicon.step(hash, byte(end))
      end += 1
    }
    return end > start && lexicon.topics(of: [hash]).contains(Topics(topic))
  }

  private static let trailers = Alphabet(" -(,")

  /// Whether a currency or a unit stands beside it.
  private func isAmount(_ range: Range<Int>) -> Bool {
    if byte(range.lowerBound - 1) == UInt8(ascii: "$") { return true }
    let start = byte(range.upperBound) == UInt8(ascii: " ") ? range.upperBound + 1 : range.upperBound
    if byte(start) == UInt8(ascii: "$") || byte(start) == UInt8(ascii: "%") { return true }
    var end = start
    while end - start < 6, byte(end).isLetter { end += 1 }
    return !byte(end).isAlphanumeric && Scanner.units.contains(Lexicon.hash(of: bytes[start..<end]))
  }

  private static let units: Set<UInt64> = Set(
    "eur usd gbp chf pln sek nok dkk czk huf jpy cny inr brl mxn cad aud euro euros dollar dollars pounds zl kc ft kg g km m cm mm px kb mb gb tb ms s min h pcs stk"
      .split(separator: " ").map { Lexicon.hash(of: $0.utf8) })

  /// Whether a word for a topic stands right before, and none for another topic in between.
  private func isAfter(_ topic: Topic, ratherThan other: Topic, _ offset: Int) -> Bool {
    let distance = distance(to: topic, from: offset)
    return distance <= 16 && distance < self.distance(to: other, from: offset)
  }

  /// Whether a word with a capital follows, as in an address: `2202 Rissik St`.
  private func isBeforeName(_ end: Int) -> Bool {
    byte(end) == UInt8(ascii: " ") && byte(end + 1).isUpper && byte(end + 2).isLower && !isBeforeWord(for: .phone, end)
  }

  /// Where a telephone number's extension ends: `x123`, `ext. 123`.
  private func withExtension(_ end: Int, rule: Int) -> Int {
    guard table.rules[rule].kind == .phone else { return end }
    var start = end
    while byte(start) == UInt8(ascii: " "), start - end < 2 { start += 1 }
    for mark in Scanner.extensionMarks where hasPrefix(mark, at: start) {
      var digits = start + mark.count
      while byte(digits) == UInt8(ascii: " ") || byte(digits) == UInt8(ascii: ".") { digits += 1 }
      var stop = digits
      while byte(stop).isDigit, stop - digits < 6 { stop += 1 }
      if stop > digits, !byte(stop).isAlphanumeric { return stop }
    }
    return end
  }

  private static let extensionMarks = ["extension", "ext", "x", "X", "#"].map { Array($0.utf8) }
}
