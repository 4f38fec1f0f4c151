import Trace

/// A small site with work that repeats: its pages, a demonstration of the first rounds, and what must have happened
/// once all of it is done.
///
/// Pages note what was done on them, in order; only what is done once all is over is compared.
struct LoopSite {
  /// What a person does, in the words of the page.
  enum Act {
    case open(String)
    case click(Role, String, row: Int? = nil)
    case fill(String, String)
    case choose(String, String, row: Int? = nil)
    case check(String, row: Int? = nil)
  }

  var kind: String
  /// Each page by its file name.
  var pages: [String: String] = [:]
  /// The file the person works from, where there is one.
  var table: Table?
  var demonstration: [Act] = []
  /// What the pages note once everything is done.
  var expected: [String] = []
  /// What a person answers when asked whether something is to be done, for each row; nil where nothing may be asked.
  var answers: [Bool]?

  static let start = "index.html"

  /// So many sites, the kinds in turn.
  static func generate(_ count: Int, seed: UInt64) -> [LoopSite] {
    let kinds: [(inout Dice) -> LoopSite] = [
      pressed, detailed, chosen, nested, paged, pagedWithDetails, more, form, composed, lookedUp, conditional, asked,
      twoPages,
    ]
    return (0..<count).map { number in
      var dice = Dice(seed: seed &* 1_000 &+ UInt64(number))
      return kinds[number % kinds.count](&dice)
    }
  }
}

/// Words to make sites of.
enum LoopWords {
  static let things = [
    "Anvil", "Brush", "Candle", "Drum", "Easel", "Flute", "Globe", "Hammer", "Inkwell", "Jug", "Kettle", "Lantern",
    "Mirror", "Needle", "Oar", "Pulley", "Quilt", "Rope", "Saddle", "Trowel", "Urn", "Vase", "Wagon", "Yoke",
  ]
  static let rooms = ["Attic", "Barn", "Cellar", "Depot", "Entrance", "Foyer", "Gallery", "Hall"]
  static let people = ["Ada Adler", "Ivo Holm", "Jana Kowal", "Emil Falk", "Frida Dahl", "Goran Costa", "Lotte Brandt"]
  static let deeds = ["Receive", "Approve", "Archive", "Confirm", "Restock", "Inspect"]
  static let others = ["Details", "Report", "Share", "Print"]
  static let marks = ["Shelf", "Colour", "Grade", "State"]
  static let options = ["Low", "Normal", "High", "Urgent"]
  static let titles = ["Parcels", "Stock", "Loans", "Repairs", "Orders"]
}

extension Dice {
  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }
  mutating func some<Value>(_ values: [Value], _ range: ClosedRange<Int>) -> [Value] {
    Array(values.shuffled(using: &self).prefix(Int.random(in: range, using: &self)))
  }
  mutating func isHeads() -> Bool { Bool.random(using: &self) }
}
