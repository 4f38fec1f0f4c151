import Foundation
import Learn
import Testing

@Suite("A back-off count model")
struct CountModelTests {
  @Test("What followed the longest context comes first")
  func longest() {
    var model = CountModel<String>(order: 3)
    for _ in 0..<5 { model.learn(["open", "fill", "save", "close"]) }
    for _ in 0..<9 { model.learn(["search", "fill", "cancel"]) }
    #expect(model.predict(after: ["fill"]).top(1) == ["cancel"])
    #expect(model.predict(after: ["open", "fill"]).top(1) == ["save"])
  }

  @Test("Before anything was learned, everything is unseen")
  func empty() {
    let prediction = CountModel<String>().predict(after: ["anything"])
    #expect(prediction.unseen == 1)
    #expect(prediction.ranked.isEmpty)
    #expect(prediction.bits(of: "something") == 0)
  }

  @Test("Probabilities of all symbols and of the unseen sum up to 1", arguments: 0..<20)
  func proper(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let sequence = (0..<200).map { _ -> Int in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % (2 + seed)
    }
    var model = CountModel<Int>(order: seed % 7)
    model.learn(sequence)
    for end in [0, 1, 5, 50, 200] {
      let prediction = model.predict(after: sequence[..<end])
      #expect(abs(prediction.ranked.reduce(prediction.unseen) { $0 + $1.probability } - 1) < 1e-9)
      #expect(prediction.ranked.allSatisfy { $0.probability > 0 })
      #expect(prediction.unseen > 0)
    }
  }

  @Test("What was never seen gets half a count for each different symbol")
  func escape() {
    var model = CountModel<String>(order: 0)
    model.learn(["a", "a", "b"])
    let prediction = model.predict(after: [String]())
    #expect(prediction.probability(of: "a") == 2.0 / 4)
    #expect(prediction.probability(of: "b") == 1.0 / 4)
    #expect(prediction.unseen == 1.0 / 4)
    #expect(prediction.bits(of: "c") == 2)
  }

  @Test("It learns which contexts can be trusted: a regular sequence surprises less and less")
  func surprise() {
    let sequence: [String] = (0..<600).map { (place: Int) -> String in "s\((place % 7) * (place % 7) % 5)" }
    var model = CountModel<String>(order: 6)
    var bits: [Double] = []
    for (place, symbol) in sequence.enumerated() {
      bits.append(model.predict(after: sequence[..<place]).bits(of: symbol))
      model.learn(symbol, after: sequence[..<place])
    }
    let first = bits.prefix(100).reduce(0, +)
    let last = bits.suffix(100).reduce(0, +)
    #expect(last < 5)
    #expect(last < first / 4)
  }

  @Test("Sets that are said to hold the next symbol nine times of ten do so", arguments: [1, 3, 8])
  func coverage(noise: Int) {
    var state: UInt64 = 11
    var symbol = 0
    let sequence = (0..<2000).map { _ -> Int in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      symbol = Int(state >> 33) % 10 < noise ? Int(state >> 40) % 6 : (symbol + 1) % 6
      return symbol
    }
    var model = CountModel<Int>(order: 4)
    var sets = PredictionSets(coverage: 0.9)
    var hits = 0
    for (place, symbol) in sequence.enumerated() {
      let isHit = sets.set(from: model.predict(after: sequence[..<place])).contains(symbol)
      if isHit { hits += 1 }
      sets.note(isHit)
      model.learn(symbol, after: sequence[..<place])
    }
    #expect(abs(Double(hits) / 2000 - 0.9) < 0.02)
  }

  @Test("It survives being written and read, and equal models are written equally")
  func coding() throws {
    var model = CountModel<String>(order: 4)
    model.learn((0..<300).map { "s\(($0 * $0 + $0 / 7) % 11)" })
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(model)
    let read = try JSONDecoder().decode(CountModel<String>.self, from: data)
    #expect(read == model)
    #expect(try encoder.encode(read) == data)
    #expect(read.predict(after: ["s3", "s1"]).top(3) == model.predict(after: ["s3", "s1"]).top(3))
  }
}
