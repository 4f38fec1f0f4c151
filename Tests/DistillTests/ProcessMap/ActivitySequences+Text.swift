import Distill

extension ActivitySequences {
  /// Sequences from traces written as words apart by spaces, each an activity.
  static func of(_ traces: [String]) -> ActivitySequences {
    var names: [String] = []
    var codes: [UInt32] = []
    var starts = [0]
    for trace in traces {
      for name in trace.split(separator: " ").map(String.init) {
        if !names.contains(name) { names.append(name) }
        codes.append(UInt32(names.firstIndex(of: name) ?? 0))
      }
      starts.append(codes.count)
    }
    return ActivitySequences(activities: names, codes: codes, starts: starts)
  }
}

/// Values made from a seed (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
