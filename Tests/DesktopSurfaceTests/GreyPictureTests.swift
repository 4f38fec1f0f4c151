import Planted
import Testing
import Trace

@testable import DesktopSurface

@Suite("Pictures in shades of grey")
struct GreyPictureTests {
  @Test(
    "An enlarged one has so many times the pixels, none brighter or darker, and the same in its mirror",
    arguments: 1...5)
  func enlarges(factor: Int) {
    var dice = Dice(seed: UInt64(factor))
    for _ in 0..<20 {
      let width = Int.random(in: 1...9, using: &dice), height = Int.random(in: 1...9, using: &dice)
      let picture = GreyPicture(
        width: width, height: height, values: (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &dice) })
      let enlarged = picture.enlarged(by: factor)
      #expect((enlarged.width, enlarged.height) == (width * factor, height * factor))
      #expect(enlarged.values.allSatisfy { (picture.values.min() ?? 0)...(picture.values.max() ?? 0) ~= $0 })
      #expect(picture.mirrored.enlarged(by: factor) == enlarged.mirrored)
      #expect(factor > 1 || enlarged == picture)
    }
  }

  @Test("Between two pixels it goes over from one to the other")
  func between() {
    let edge = GreyPicture(width: 2, height: 1, values: [0, 240]).enlarged(by: 3)
    #expect(edge.values == Array(repeating: [0, 0, 80, 160, 240, 240], count: 3).flatMap(\.self))
    #expect(Array("P5\n6 3\n255\n".utf8) + edge.values == edge.portableGreyMap)
  }

  @Test("Green is brightest, and black and white are what they are")
  func shades() {
    let pixels = [[255, 255, 255, 0], [0, 0, 0, 0], [255, 0, 0, 0], [0, 255, 0, 0], [0, 0, 255, 0]].flatMap {
      $0 as [UInt8]
    }
    let picture = ScreenPicture(bounds: Bounds(x: 0, y: 0, width: 5, height: 1), width: 5, height: 1, pixels: pixels)
    #expect(GreyPicture(picture).values == [255, 0, 28, 149, 76])
  }
}

extension GreyPicture {
  fileprivate var mirrored: GreyPicture {
    GreyPicture(
      width: width, height: height,
      values: (0..<height).flatMap { row in values[row * width..<(row + 1) * width].reversed() })
  }
}
