import Testing

@testable import Distill

@Suite("Where a stream comes apart")
struct BoundaryTests {
  private let letters = "abcdefgh".map(String.init)

  /// Five tasks, done in an order that nobody can foretell, each in the same steps.
  private func stream(seed: UInt64, interrupted: Int = .max) -> (kinds: [String], starts: Set<Int>) {
    var state = seed
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var kinds: [String] = []
    var starts: Set<Int> = []
    func `do`(_ task: Int, _ steps: Range<Int>) {
      if steps.lowerBound == 0 { starts.insert(kinds.count) }
      kinds += steps.map { letters[task] + letters[$0] }
    }
    for number in 0..<100 {
      let (task, other, place) = (below(5), below(5), 1 + below(7))
      guard number % interrupted == interrupted - 1, other != task else {
        `do`(task, 0..<8)
        continue
      }
      `do`(task, 0..<place)
      `do`(other, 0..<8)
      `do`(task, place..<8)
    }
    return (kinds, starts)
  }

  @Test("A stream is cut at the same places wherever it begins", arguments: 1...6)
  func middle(seed: Int) {
    let (kinds, starts) = stream(seed: UInt64(seed))
    for dropped in 0..<8 {
      let rest = Array(kinds.dropFirst(dropped))
      let reading = WorkModel.learn(from: Observations(columns: [rest])).reading
      let found = Set(reading.episodes.indices.dropFirst().filter { reading.episodes[$0] != reading.episodes[$0 - 1] })
      #expect(found == Set(starts.map { $0 - dropped }.filter { $0 > 0 }), "\(dropped) steps dropped")
    }
  }

  @Test("Interruptions do not hide where tasks begin", arguments: 1...6)
  func interruptions(seed: Int) {
    let (kinds, starts) = stream(seed: UInt64(seed), interrupted: 10)
    let reading = WorkModel.learn(from: Observations(columns: [Array(kinds.dropFirst(3))])).reading
    #expect(abs(reading.tasks.count - starts.count) <= starts.count / 25)
    #expect(Set(reading.tasks).count == 5)
  }
}
