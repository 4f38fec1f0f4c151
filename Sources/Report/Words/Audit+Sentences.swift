import Learn
import Trace

extension Audit {
  /// The time of all days, in seconds.
  var seconds: Double { steps.reduce(0) { $0 + $1.seconds } }

  /// From when until when.
  var period: String {
    guard let first = days.first?.name, let last = days.last?.name else { return "no day" }
    return first == last ? first : "\(first) – \(last)"
  }

  /// What was looked at: `5 days, 6 h 12 min of work, 121 episodes, 5 workflows`.
  var extent: String {
    let episodes = Set(steps.compactMap(\.episode)).count
    return [
      Amounts.count(days.count, "day"), Amounts.time(seconds) + " of work",
      Amounts.count(episodes, "piece of work", "pieces of work"),
      Amounts.count(workflows.count, "workflow"),
    ].joined(separator: ", ")
  }

  /// The answer in one sentence.
  var answer: String {
    guard !days.isEmpty else { return "Nothing was recorded on these days, so there is nothing to learn from." }
    guard !tests.isEmpty else {
      return "There is one day so far. It takes a second one to see what the first has taught."
    }
    guard figures.acted > 0 else { return noAnswer }
    return "Having watched the days before, a machine would have carried out "
      + "\(Amounts.percent(figures.carriedOut.fraction)) of your work right, each piece asked for as you began it: "
      + "\(Amounts.time(figures.carriedOut.seconds)) of \(Amounts.time(figures.carriedOut.of))."
  }

  private var noAnswer: String {
    for test in tests.reversed() {
      switch test.threshold.verdict {
      case .notEnoughEvidence(let cases, let needed):
        return
          "There is not enough evidence yet: of \(needed) pieces of work that it takes to promise an error rate of at most "
          + "\(Amounts.percent(settings.risk)), there are \(cases)."
      case .tooOftenWrong:
        return
          "A machine that watched the days before would have carried out nothing: it would have been wrong too often."
      case .actFrom: continue
      }
    }
    return "A machine that watched the days before would have carried out nothing."
  }

  /// How often it would have been wrong where it acted.
  var errorSentence: String {
    guard let rate = figures.errorRate else {
      return "It would not have acted at all, so it would have done nothing wrong."
    }
    let some = figures.wrong == 0 ? "none" : "\(figures.wrong)"
    return
      "It would have acted in \(figures.acted) of \(Amounts.count(figures.episodes, "piece of work", "pieces of work")), "
      + "and something would have been wrong in \(some) of them (\(Amounts.percent(rate)); at most "
      + "\(Amounts.percent(settings.risk)) was allowed)."
  }

  /// In which range the share lies.
  var intervalSentence: String? {
    guard let interval else { return nil }
    let range =
      "Between the days it varied from \(Amounts.percent(interval.minimum)) to \(Amounts.percent(interval.maximum))"
    guard interval.days >= 5 else { return range + ": \(interval.days) days are too few to say more." }
    return range + "; drawing days at random, nine times of ten it lies between \(Amounts.percent(interval.low)) and "
      + "\(Amounts.percent(interval.high))."
  }

  /// What is to be expected of the days to come.
  var noveltySentence: String? {
    guard let expected = novelty.expected, let error = novelty.standardError else { return nil }
    return
      "Of the pieces of work to come, about \(Amounts.percent(expected)) are expected to be of a kind not seen so far "
      + "(± \(Amounts.percent(error))): \(novelty.once) of \(novelty.episodes) were of a kind seen once only."
  }

  /// How well single steps could be foreseen.
  var learnabilitySentence: String? {
    guard let learnability else { return nil }
    let gained = learnability.learnability.map { Amounts.percent(max(0, $0)) } ?? "–"
    return
      "The next single step was foreseen in \(Amounts.percent(learnability.top1)) of the cases, and was among three in "
      + "\(Amounts.percent(learnability.top3)). A step surprised by \(Amounts.decimal(learnability.bits)) bits; knowing only "
      + "how frequent each step is, by \(Amounts.decimal(learnability.frequencyBits)): \(gained) of the surprise was learned away. "
      + "Repeating the last step would have been right in \(Amounts.percent(learnability.repeatTop1)), the usual successor of the "
      + "last step in \(Amounts.percent(learnability.pairTop1))."
  }

  /// What the machine is taken to be asked for, and how it is judged.
  var askingSentence: String {
    "With your first step you ask for a piece of work; from then on it goes on alone, or asks what it cannot know: what "
      + "it asks stays yours. It counts as right only where everything else, and the end, is what you did."
  }

  /// How time is counted.
  var timeSentence: String {
    "A step counts from the end of the step before to its own end, at most \(Amounts.time(settings.longestStep)): a longer "
      + "pause is no work on it. Of a pause before a piece of work begins, at most \(Amounts.time(settings.longestStart)) count."
  }

  /// What these figures are not.
  static let caution = """
    Predictable is not automatable, and automatable is not desirable: these figures say what could have been foreseen \
    from what was on the screen, not what should be handed over. They measure work, never a person.
    """

  /// What is left to be said about one remainder: `“Decision” in approval`.
  func title(of remainder: Remainder) -> String {
    let name = workflows.first { $0.id == remainder.workflow }?.name ?? remainder.workflowName
    let subject = remainder.subject.isEmpty ? nil : "“\(remainder.subject)”"
    return [subject, name.map { subject == nil ? $0 : "in \($0)" }].compactMap { $0 }.joined(separator: " ")
  }
}

extension RiskThreshold {
  /// In a few words, for a table.
  var words: String {
    switch verdict {
    case .actFrom(let level): "acts when at least \(Amounts.percent(level)) sure"
    case .notEnoughEvidence(let cases, let needed): "not enough evidence (\(cases) of \(needed) cases)"
    case .tooOftenWrong: "would be wrong too often to act"
    }
  }
}
