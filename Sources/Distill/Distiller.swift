public import Trace

/// Turns a stream of events into steps, episodes and workflows.
///
/// ```swift
/// let distiller = Distiller()
/// let week = distiller.distill(events)            // everything at once
/// let learned = distiller.learn(from: pastEvents)  // or: learn from the past …
/// let today = learned.recognise(todaysEvents)      // … and recognise what a new day holds
/// ```
///
/// Pure: no clock, no disk, no chance; the same events give the same result, byte for byte.
public struct Distiller: Sendable {
  public var settings: Settings

  public init(settings: Settings = Settings()) {
    self.settings = settings
  }

  /// Finds the steps, episodes and workflows in a stream of events.
  public func distill(_ events: [Event]) -> Distillation {
    learn(from: events).distillation
  }

  /// Merges and drops what is no step of work; every event is in a step or in a discard.
  public func reduce(_ events: [Event]) -> Reduction {
    Reduction(events, settings: settings)
      .mergingDoubleClicks()
      .mergingTyping()
      .pairingPastesWithCopies()
      .droppingOpenedTabs()
      .droppingFocusClicks()
      .droppingSynthesisedClicks()
      .droppingMovesBetweenWindows()
      .droppingCorrectedEntries()
      .droppingRefusedForms()
      .droppingWrongTurns()
  }

  /// The id of a workflow that is called so.
  public static func identifier(of name: String) -> String { name.asIdentifier }

  /// The ids of workflows that are called so, no two alike: a name that gives the id of another is told apart by a
  /// number, `pay-rent-2`.
  ///
  /// - Parameter taken: ids that others have.
  public static func identifiers(of names: [String], besides taken: Set<String> = []) -> [String] {
    var taken = taken
    return names.map { name in
      let plain = name.asIdentifier
      var (id, number) = (plain, 1)
      while !taken.insert(id).inserted {
        number += 1
        id = "\(plain)-\(number)"
      }
      return id
    }
  }

  /// Learns the workflows of the past, to be recognised in days to come.
  public func learn(from events: [Event]) -> Learned {
    Learned(reduction: reduce(events), settings: settings)
  }
}
