import Trace

/// Finds the parts of a sentence that could be the value of a slot.
struct ValueFinder {
  let sentence: Sentence
  let slots: [ValueSlot]

  private typealias Candidate = ValueAssignment.Candidate

  // How well something fits. What was named outright beats what is known, and that what only looks alike.
  private static let named = 3.0
  private static let known = 2.5
  private static let alike = 2.0
  private static let quoted = 0.5
  private static let doubtful = 1.0

  func candidates(for slot: Int) -> [ValueAssignment.Candidate] {
    named(slot) + known(slot) + alike(slot)
  }

  // MARK: - Named

  /// What follows a word that the slot goes by.
  private func named(_ slot: Int) -> [Candidate] {
    sentence.words.indices.compactMap { cue in
      guard names(slot, at: cue), !sentence.quotes.contains(where: { $0.contains(cue) }) else { return nil }
      var start = cue + 1
      while start < sentence.words.count, isLink(start) || names(slot, at: start) { start += 1 }
      guard let range = value(from: start, for: slot) else { return nil }
      guard let text = fitted(range, to: slot) else { return nil }
      return Candidate(slot: slot, range: range, text: text, fit: fit(named: text, slot), reason: .named, cue: cue)
    }
  }

  private func names(_ slot: Int, at index: Int) -> Bool {
    let word = sentence.words[index].text
    if slots[slot].words.contains(where: { $0.isKin(to: word) }) { return true }
    // Who is called something has that for a name.
    return (word == "called" || word == "named") && slots[slot].words.contains("name")
  }

  private func fit(named text: String, _ slot: Int) -> Double {
    if slots[slot].known.contains(text) || slots[slot].forms.contains(ValueSlot.form(text)) { return Self.named + 0.5 }
    // A choice that was never seen may be none.
    return slots[slot].isChoice && !slots[slot].known.isEmpty ? Self.doubtful : Self.named
  }

  /// Words between the name of a slot and its value.
  private func isLink(_ index: Int) -> Bool {
    ["is", "to", "as", "of", "be", "should", "the", "a", "an", "called", "named", "was", "with"]
      .contains(sentence.words[index].text)
  }

  /// The words from `start` on that are one value.
  private func value(from start: Int, for slot: Int) -> Range<Int>? {
    guard start < sentence.words.count else { return nil }
    if let quote = sentence.quotes.first(where: { $0.lowerBound == start }) { return quote }
    if start > 0, sentence.hasMark([",", ";", "."], after: start - 1) { return nil }
    var end = start
    while end < sentence.words.count {
      if end > start {
        let word = sentence.words[end].text
        if slots.indices.contains(where: { $0 != slot && names($0, at: end) }) { break }
        if slots[slot].longest <= 4, Sentence.isFunctionWord(word), word != "of" { break }
        if sentence.quotes.contains(where: { $0.lowerBound == end }) { break }
      }
      end += 1
      if sentence.hasMark(slots[slot].endingMarks, after: end - 1) { break }
      if end - start >= 1, slots[slot].kind != .text, slots[slot].kind != .choice, slots[slot].kind != .date { break }
    }
    while slots[slot].longest <= 4, end > start, Sentence.isFunctionWord(sentence.words[end - 1].text) { end -= 1 }
    return end > start ? start..<end : nil
  }

  // MARK: - Known

  /// What was given for the slot before, or can be chosen for it.
  private func known(_ slot: Int) -> [Candidate] {
    slots[slot].known.flatMap { example -> [Candidate] in
      let wanted = Wording.words(of: example)
      guard !wanted.isEmpty, wanted.count <= sentence.words.count, wanted.joined().count > 1 else { return [] }
      return (0...sentence.words.count - wanted.count).compactMap { start in
        let range = start..<start + wanted.count
        let isSame = zip(range, wanted).allSatisfy { index, word in
          let said = sentence.words[index].text
          return said == word || (slots[slot].isChoice && said.isKin(to: word))
        }
        guard isSame else { return nil }
        // A long text that is known is hardly there by chance.
        let length = Double(min(wanted.count, 4) - 1) * 0.15
        return Candidate(
          slot: slot, range: range, text: example, fit: Self.known + length, reason: .known, cue: nil)
      }
    }
  }

  // MARK: - Alike

  /// What looks like what was given for the slot before.
  private func alike(_ slot: Int) -> [Candidate] {
    var found: [Candidate] = []
    for (day, range) in days
    where slots[slot].kind == .date || slots[slot].known.contains(where: { CalendarDay($0) != nil }) {
      found.append(
        Candidate(
          slot: slot, range: range, text: written(day, as: slot) ?? sentence.text(range), fit: Self.alike,
          reason: .alike, cue: nil))
    }
    for index in sentence.words.indices where !days.contains(where: { $0.range.contains(index) }) {
      let range = index..<index + 1
      let text = sentence.text(range)
      guard let fitted = fitted(range, to: slot) else { continue }
      let isOfForm = slots[slot].forms.contains(ValueSlot.form(text))
      switch slots[slot].kind {
      case .number where Wording.number(text) != nil, .email, .url:
        found.append(
          Candidate(
            slot: slot, range: range, text: fitted, fit: Self.alike + (isOfForm ? 0.3 : 0), reason: .alike, cue: nil))
      case .text where isOfForm && text.contains(where: \.isNumber) && CalendarDay(text) == nil:
        found.append(Candidate(slot: slot, range: range, text: fitted, fit: Self.alike + 0.4, reason: .alike, cue: nil))
      default: break
      }
    }
    if slots[slot].kind == .text {
      for quote in sentence.quotes {
        let text = sentence.text(quote)
        let isOfForm = slots[slot].forms.contains(ValueSlot.form(text))
        found.append(
          Candidate(
            slot: slot, range: quote, text: text, fit: Self.quoted + (isOfForm ? Self.alike : 0.5), reason: .alike,
            cue: nil))
      }
    }
    return found
  }

  /// The days that the sentence names.
  private var days: [(day: CalendarDay, range: Range<Int>)] { CalendarDay.days(in: sentence.words.map(\.text)) }

  /// A day in the writing of those given before.
  private func written(_ day: CalendarDay, as slot: Int) -> String? {
    guard day.day > 0 else { return nil }
    return day.writings.first { slots[slot].forms.contains(ValueSlot.form($0)) }
  }

  /// The words as the slot takes them; nil where they are not of its kind.
  private func fitted(_ range: Range<Int>, to slot: Int) -> String? {
    let text = sentence.text(range)
    switch slots[slot].kind {
    case .number: return Wording.number(text) == nil ? nil : text
    case .date:
      guard let day = CalendarDay.days(in: sentence.words[range].map(\.text)).first else {
        return text.contains(where: \.isNumber) && slots[slot].forms.contains(ValueSlot.form(text)) ? text : nil
      }
      return written(day.day, as: slot) ?? text
    case .email: return text.contains("@") ? text : nil
    case .url: return text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
    case .choice:
      let words = Wording.words(of: text)
      let same = slots[slot].known.first { known in
        let wanted = Wording.words(of: known)
        return wanted.count == words.count && zip(wanted, words).allSatisfy { $0.isKin(to: $1) }
      }
      return same ?? text
    case .text, .flag: return slots[slot].known.first { $0.lowercased() == text.lowercased() } ?? text
    }
  }

  // MARK: - Left

  /// Whether the slot may be given what is left over.
  func takes(remainder range: Range<Int>, in slot: Int) -> Bool {
    switch slots[slot].kind {
    case .text: slots[slot].takes(digits: sentence.text(range).contains(where: \.isNumber))
    case .choice: true
    default: false
    }
  }

  /// The names, quotations and ends of sentences that are no value yet.
  func remainders(without taken: Set<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    // What is said after a colon, or as a reason.
    for index in sentence.words.indices {
      let isReason = ["because", "since"].contains(sentence.words[index].text)
      guard isReason || sentence.hasMark([":"], after: index), index + 1 < sentence.words.count else { continue }
      let range = index + 1..<sentence.words.count
      if taken.isDisjoint(with: range) { return [range] }
    }
    var start: Int?
    for index in 0...sentence.words.count {
      let isName =
        index < sentence.words.count && index > 0 && sentence.isCapital(index) && !taken.contains(index)
        && !Sentence.isFunctionWord(sentence.words[index].text)
      if isName, start == nil { start = index }
      guard let first = start, !isName || sentence.isBreak(after: index) else { continue }
      let end = isName ? index + 1 : index
      found.append(first..<end)
      start = nil
    }
    return found
  }
}
