/// A part of a log while it is mined: its distinct sequences, how often each was taken, and only the activities that
/// are in it, numbered from 0 in the order of their names.
struct VariantLog {
  private(set) var names: [String]
  private(set) var sequences: SequenceSet

  /// Takes over a set of sequences whose numbers stand for these names, and leaves out the names that do not occur.
  init(_ set: SequenceSet, names: [String]) {
    var occurs = Array(repeating: false, count: names.count)
    for symbol in set.symbols { occurs[Int(symbol)] = true }
    guard occurs.contains(false) else {
      self.names = names
      self.sequences = set
      return
    }
    var numbers = Array(repeating: UInt32(0), count: names.count)
    self.names = []
    for symbol in names.indices where occurs[symbol] {
      numbers[symbol] = UInt32(self.names.count)
      self.names.append(names[symbol])
    }
    sequences = SequenceSet()
    for number in set.indices {
      for symbol in set[number] { sequences.push(numbers[Int(symbol)]) }
      sequences.close(weight: set.weights[number])
    }
  }

  var isEmpty: Bool { sequences.isEmpty }

  /// How many traces it stands for.
  var weight: Int { sequences.weights.reduce(0, +) }

  /// The name of the only activity, where every trace is that activity once; nil otherwise.
  var onlyActivity: String? {
    sequences.indices.count == 1 && sequences.symbols.count == 1 ? names[0] : nil
  }

  /// Takes out the traces without events, and returns how many they were; nil where there are none.
  mutating func removeEmpty() -> Int? {
    guard let empty = sequences.indices.first(where: { sequences[$0].isEmpty }) else { return nil }
    let weight = sequences.weights[empty]
    var rest = SequenceSet()
    for number in sequences.indices where number != empty {
      for symbol in sequences[number] { rest.push(symbol) }
      rest.close(weight: sequences.weights[number])
    }
    sequences = rest
    return weight
  }

  /// The log of one activity alone, and the log without it.
  func split(off activity: UInt32) -> [VariantLog] {
    let cut = Cut(kind: .parallel, groups: names.indices.map { $0 == activity ? 0 : 1 }, count: 2)
    return parts(cut)
  }
}
