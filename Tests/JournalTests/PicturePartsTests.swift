import Foundation
import Planted
import Testing
import Trace

@testable import Journal

@Suite("A picture is kept as what the one before has not")
struct PicturePartsTests {
  @Test("Cut where its code begins anew, a picture is whole again when it is put together", arguments: 0..<50)
  func parts(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let picture = CutPicture(runs: Int.random(in: 2...40, using: &dice), using: &dice).bytes
    let parts = try #require(PictureParts(picture))
    #expect(parts.picture == picture)
    // Behind other bytes it is the same.
    #expect(PictureParts((Data([1, 2, 3]) + picture).dropFirst(3)) == parts)
  }

  @Test("What differs from the one before makes the later picture of the earlier one", arguments: 0..<50)
  func changes(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var picture = CutPicture(runs: Int.random(in: 2...600, using: &dice), using: &dice)
    let before = try #require(PictureParts(picture.bytes))
    let changed = picture.change(Int.random(in: 0...5, using: &dice), using: &dice)
    let after = try #require(PictureParts(picture.bytes))
    let changes = try #require(PictureChanges(from: before, to: after))
    #expect(Set(changes.runs.keys).isSubset(of: changed))
    let read = try #require(PictureChanges(bytes: changes.bytes))
    #expect(read == changes)
    #expect(read.applied(to: before) == after)
  }

  @Test("What is damaged is no picture and no change of one")
  func damaged() throws {
    var dice = Dice(seed: 7)
    let picture = CutPicture(runs: 12, using: &dice).bytes
    for count in 0..<picture.count { #expect(PictureParts(picture.prefix(count)) == nil) }
    #expect(PictureParts(picture + [0]) == nil)
    #expect(PictureParts(Data([0x89, 0x50, 0x4E, 0x47])) == nil)
    // Two runs in the wrong order are none of a picture.
    #expect(PictureParts(Data([0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 5, 0xFF, 0xD1, 6, 0xFF, 0xD9])) == nil)
    #expect(PictureChanges(bytes: Data([0, 200])) == nil)
    #expect(PictureChanges(bytes: Data([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0])) == nil)
    let parts = try #require(PictureParts(picture))
    let beyond = try #require(PictureChanges(bytes: Data([99, 1, 5])))
    #expect(beyond.applied(to: parts) == nil)
  }

  @Test("Of pictures that resemble each other the later take little room, and each is read back whole, in any order")
  func chain() async throws {
    let folder = try TemporaryHome()
    let pictures = try await record(into: folder.home)
    let sizes = try FileManager.default.subpathsOfDirectory(atPath: folder.home.frames.path).compactMap {
      try FileManager.default.attributesOfItem(atPath: folder.home.frames.appending(path: $0).path)
    }.filter { $0[.type] as? FileAttributeType == .typeRegular }.compactMap { $0[.size] as? Int }
    #expect(sizes.count == pictures.count)
    // The first of each window, and one where as many build upon each other as may.
    #expect(sizes.filter { $0 > 10_000 }.count == 3)
    let reader = try JournalReader(home: folder.home, key: Keys.unlock(in: folder.home))
    let frames = try await reader.events().events.compactMap(\.frame)
    for number in pictures.indices.reversed() { #expect(await reader.pixels(of: frames[number]) == pictures[number]) }
    for number in pictures.indices { #expect(await reader.pixels(of: frames[number]) == pictures[number]) }
  }

  @Test("Erasing events takes their pictures, and leaves those that build upon them readable")
  func erasing() async throws {
    let folder = try TemporaryHome()
    let home = folder.home
    let pictures = try await record(into: home)
    let before = try JournalReader(home: home, key: Keys.unlock(in: home))
    let first = try await before.events().events.compactMap(\.frame)
    let erased = Array(0..<10)
    let eraser = try Eraser(home: home, key: Keys.unlock(in: home))
    let selection = ErasureSelection(
      events: Set(erased.map { EventID(session: "20261123T090000Z-1", sequence: $0) }))
    _ = try await eraser.erase(selection, at: monday)
    let reader = try JournalReader(home: home, key: Keys.unlock(in: home))
    let left = try await reader.events().events
    #expect(left.map(\.id.sequence) == Array(10..<pictures.count))
    for event in left {
      #expect(await reader.pixels(of: try #require(event.frame)) == pictures[event.id.sequence])
    }
    for frame in first { #expect(await reader.pixels(of: frame) == nil) }
    let names = try Folder.names(in: FrameName.folder(of: "20261123T090000Z-1", in: home))
    #expect(names.count == pictures.count - erased.count)
  }

  /// Events that each show another picture of one window, then of another, then of both in turns; each resembles the one
  /// before of its window.
  private func record(into home: Home) async throws -> [Data] {
    try Keys.create(in: home, passphrase: nil)
    var tracker = try Tracker()
    let writer = try JournalWriter(
      home: home, keys: Keys.recorder(in: home), session: tracker.session, at: monday)
    var dice = Dice(seed: 3)
    var windows = [CutPicture(runs: 400, using: &dice), CutPicture(runs: 400, using: &dice)]
    var pictures: [Data] = []
    for number in 0..<130 {
      let window = number < 20 || number > 117 && number % 2 == 0 ? 0 : 1
      windows[window].change(4, using: &dice)
      let pixels = windows[window].bytes
      pictures.append(pixels)
      let frame = Frame(
        id: "f\(number)", mediaType: "image/jpeg", width: 8, height: 8, masked: [], pixels: pixels)
      try await writer.append([tracker.sanitized(number, frame: frame)])
    }
    await writer.end()
    return pictures
  }
}

/// A picture's bytes, with runs of code that mean nothing.
private struct CutPicture {
  private var head: [UInt8]
  private var runs: [[UInt8]] = []

  init(runs count: Int, using dice: inout Dice) {
    head = [0xFF, 0xD8, 0xFF, 0xE0, 0, 3, 0xFF, 0xFF, 0xDA, 0, 4, 1, 2]
    for _ in 0..<count { runs.append(Self.run(using: &dice)) }
  }

  /// Other code in some runs; which these are.
  @discardableResult
  mutating func change(_ count: Int, using dice: inout Dice) -> Set<Int> {
    let numbers = Set((0..<count).map { _ in Int.random(in: runs.indices, using: &dice) })
    for number in numbers { runs[number] = Self.run(using: &dice) }
    return numbers
  }

  var bytes: Data {
    var bytes = head
    for (number, run) in runs.enumerated() {
      if number > 0 { bytes += [0xFF, 0xD0 + UInt8((number - 1) % 8)] }
      bytes += run
    }
    return Data(bytes + [0xFF, 0xD9])
  }

  private static func run(using dice: inout Dice) -> [UInt8] {
    (0..<Int.random(in: 1...80, using: &dice)).flatMap { _ -> [UInt8] in
      let byte = UInt8.random(in: 0...255, using: &dice)
      return byte == 0xFF ? [0xFF, 0] : [byte]
    }
  }
}
