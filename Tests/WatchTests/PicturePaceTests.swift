import Surfaces
import Testing

@Suite("How often pictures are taken")
struct PicturePaceTests {
  @Test("Some follow each other quickly, then each waits for its time; after a rest some are quick again")
  func pace() {
    var pace = PicturePace(shortest: .seconds(1), most: 3, each: .seconds(10))
    var now = ContinuousClock.now
    func take() -> Int {
      let wait = pace.taken(at: now)
      now += wait
      return Int((wait / .seconds(1)).rounded())
    }
    #expect((0..<7).map { _ in take() } == [1, 1, 1, 7, 10, 10, 10])
    now += .seconds(25)
    #expect((0..<4).map { _ in take() } == [1, 1, 3, 10])
    now += .seconds(3_600)
    #expect((0..<4).map { _ in take() } == [1, 1, 1, 7])
  }

  @Test("One of which much is new is waited after for longer, four times as long at most")
  func weight() {
    var pace = PicturePace(shortest: .seconds(1), most: 3, each: .seconds(10), size: 1_000)
    var now = ContinuousClock.now
    let waits = [500, 1_500, 1_500, 2_000, 1_000, 90_000, 100].map { bytes in
      let wait = pace.taken(at: now, adding: bytes)
      now += wait
      return Int((wait / .seconds(1)).rounded())
    }
    #expect(waits == [1, 1, 8, 20, 10, 40, 10])
  }

  @Test("One that is taken before its time is not made up for")
  func early() {
    var pace = PicturePace(shortest: .seconds(1), most: 1, each: .seconds(10))
    let now = ContinuousClock.now
    _ = (0..<9).map { _ in pace.taken(at: now) }
    #expect(pace.taken(at: now) == .seconds(10))
    #expect(pace.taken(at: now + .seconds(20)) == .seconds(1))
  }
}
