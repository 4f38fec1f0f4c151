/// What became of a step in the audit: done by the machine that learned from the days before, or why not.
///
/// Every step of a day that was tested has exactly one, so that their times add up to the day.
public enum Fate: String, Sendable, Codable, Hashable, CaseIterable {
  /// It would have been carried out, and right.
  case carriedOut
  /// It would have been carried out, and something in the rest of the episode would have been wrong.
  case carriedOutWrong
  /// What was known would have been right, but it was not sure enough to act on it.
  case unsure
  /// The first step of an episode: the person decides what is done, and when.
  case start
  /// The person's decision had still to come, and nothing seen decides it.
  case judgement
  /// A value had still to come that was nowhere to be seen.
  case unseen
  /// The work took a turn that was not known.
  case exception
  /// Work that was done before, but too rarely to be learned.
  case rare
  /// Work that was never done before.
  case new
  /// Steps that belong to no task.
  case aside
}
