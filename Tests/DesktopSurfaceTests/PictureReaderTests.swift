import Foundation
import Surfaces
import Testing
import Trace

@testable import DesktopSurface

@Suite("Reading pictures")
struct PictureReaderTests {
  @Test("Five clicks a second on what always looks different are read at the pace, and one that was read costs nothing")
  func keepsPace() async throws {
    let program = try Program("printf '5\\t1\\t1\\t1\\t1\\t1\\t30\\t60\\t90\\t30\\t96\\tSave\\n'")
    defer { program.remove() }
    let reader = PictureReader(ReadingSettings(program: program.path, locale: "C"))
    let start = ContinuousClock.now
    var read = 0
    for click in 0..<150 {
      let words = await reader.words(in: picture(click), at: start + .milliseconds(200) * click)
      if words != nil { read += 1 }
    }
    // Ten at once, and one every six seconds of thirty.
    #expect((10...15).contains(read))
    #expect(try program.runs == read + 1, "Its languages are asked once.")
    let known = try #require(await reader.words(in: picture(0, at: Point(x: 7, y: 9)), at: start + .seconds(31)))
    #expect(known.map(\.text) == ["Save"])
    #expect(known.first?.bounds == Bounds(x: 17, y: 29, width: 30, height: 10))
    #expect(try program.runs == read + 1)
    await reader.forget()
    #expect(await reader.words(in: picture(0), at: start + .seconds(90)) != nil)
    #expect(try program.runs == read + 2)
  }

  @Test("Of what is cut off at the edge, or by what is painted over, nobody is sure")
  func cutOff() async throws {
    let rows = [(0, "left"), (90, "whole"), (300, "covered"), (860, "right")]
    let lines = rows.map { "5\\t1\\t1\\t1\\t1\\t1\\t\($0)\\t60\\t100\\t30\\t96\\t\($1)\\n" }.joined()
    let program = try Program("printf '\(lines)'")
    defer { program.remove() }
    var shown = picture(1)
    shown.mask(Bounds(x: 120, y: 0, width: 20, height: 80))
    let reader = PictureReader(ReadingSettings(program: program.path, locale: "C"))
    #expect(await reader.words(in: shown)?.filter(\.isSure).map(\.text) == ["whole"])
  }

  @Test(
    "A program that is not there, or fails, reads nothing",
    arguments: [nil, "/nowhere/tesseract", "no-such-program", "false"])
  func isNotThere(program: String?) async {
    let settings = ReadingSettings(program: program)
    #expect(await PictureReader(settings).words(in: picture(1)) == nil)
    #expect(await Desktop.languagesRead(settings) == [])
  }

  @Test("One that is late is not waited for")
  func isLate() async throws {
    let program = try Program("exec sleep 600")
    defer { program.remove() }
    let start = ContinuousClock.now
    #expect(await PictureReader(ReadingSettings(program: program.path)).words(in: picture(1)) == nil)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test(
    "It reads in the locale's language where that is installed, else in English",
    arguments: [
      ("de_AT.UTF-8", ["deu", "eng"], "deu"), ("fr_FR", ["deu", "eng"], "eng"), ("C.UTF-8", ["deu", "eng"], "eng"),
      ("", ["eng"], "eng"), ("de_DE", ["fra"], nil), ("sr@latin", ["srp", "eng"], "srp"),
    ] as [(String, [String], String?)])
  func languages(locale: String, installed: [String], language: String?) {
    #expect(Tesseract(program: "tesseract", locale: locale).language(among: installed) == language)
  }

  /// The size of a crop, and different for each number.
  private func picture(_ number: Int, at origin: Point = Point(x: 0, y: 0)) -> ScreenPicture {
    var pixels = [UInt8](repeating: 255, count: 320 * 80 * 4)
    pixels[number * 4] = 0
    return ScreenPicture(
      bounds: Bounds(x: origin.x, y: origin.y, width: 320, height: 80), width: 320, height: 80, pixels: pixels)
  }
}

/// Stands for the program that reads, and counts how often it is run.
private struct Program {
  let folder: URL
  var path: String { folder.appending(path: "reads").path }

  init(_ reads: String) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "understudy-reads-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = """
      #!/bin/sh
      echo run >>"$0.runs"
      if [ "$1" = --list-langs ]; then printf 'List:\\neng\\nosd\\n'; exit; fi
      cat >/dev/null
      \(reads)
      """
    try script.write(to: folder.appending(path: "reads"), atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  var runs: Int {
    get throws { try String(contentsOfFile: path + ".runs", encoding: .utf8).split(separator: "\n").count }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
