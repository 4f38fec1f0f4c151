import Foundation
import Guard
import SurfaceTesting
import Surfaces
import Testing
import Trace

@testable import BrowserSurface

@Suite("Pictures of pages", .serialized)
struct PictureTests {
  @Test("A picture shows the page, but nothing in it that would be withheld from a text, and no image")
  func masked() async throws {
    let tried = try await RecordedBrowser("shown.html", folder: RecordedBrowser.pages, frames: true)
    let frame = try await Self.picture(of: tried) { try await tried.hand.click("#press") }
    let darkest = try await Self.darkest(
      in: frame,
      of: [
        "#open", "#heading", "#account", "#city", "#far", "#said", "#cell", "#card", "#key", "#part >> #inner",
        "#image",
        "#frame",
      ], on: tried)
    for (place, dark) in darkest {
      if ["#open", "#heading", "#account", "#city", "#far"].contains(place) {
        #expect(dark < 90, "\(place) should be seen")
      } else {
        #expect(dark > 100, "\(place) should be painted over")
      }
    }
    await tried.end()
  }

  @Test("What a page showed a moment ago, scrolled away or took away is not in a picture of it either")
  func changing() async throws {
    let tried = try await RecordedBrowser("shown.html", folder: RecordedBrowser.pages, frames: true)
    let before = try await Self.picture(of: tried) { try await tried.hand.click("#press") }
    // The place of the secret is taken by a text that may be seen, at once before the next click.
    let _: Bool = try await tried.hand.evaluate(
      "(() => { document.getElementById('said').textContent = 'The weather is fine'; return true; })()")
    try await tried.hand.click("#press")
    let after = try await tried.events.next(1).last?.frame
    if let after, let kept = try Self.sanitized(after, origin: tried.origin) {
      // An older picture, or none: either way what was there is painted over in it.
      let dark = try await Self.darkest(in: kept, of: ["#said"], on: tried)
      #expect(kept.id == before.id || dark.allSatisfy { $0.1 > 100 })
    }
    // Once the page is still, the new text is seen.
    try await Task.sleep(for: .milliseconds(1500))
    let _: Bool = try await tried.hand.evaluate(
      "(() => { document.getElementById('far').textContent = 'Something else'; return true; })()")
    let later = try await Self.picture(of: tried) { try await tried.hand.click("#press") }
    #expect(try await Self.darkest(in: later, of: ["#said"], on: tried).allSatisfy { $0.1 < 90 })
    await tried.end()
  }

  /// What the guard leaves of the picture of an act, which is repeated until there is one.
  private static func picture(of tried: RecordedBrowser, after act: () async throws -> Void) async throws -> Frame {
    var frame: Frame?
    try await until {
      try await Task.sleep(for: .milliseconds(500))
      try await act()
      frame = try await tried.events.next(1).last?.frame
      return frame != nil
    }
    let taken = try #require(frame)
    return try #require(try sanitized(taken, origin: tried.origin))
  }

  private static func sanitized(_ frame: Frame, origin: String) throws -> Frame? {
    let scope = Scope(
      places: [try PlacePattern(origin)], surfaces: [.browser], keepsFrames: true, keepsText: true,
      from: Moment(seconds: 0))
    var sanitizer = Sanitizer(scopes: [scope], pseudonyms: Pseudonyms(key: 0..<16))
    let event = Event(
      id: EventID(session: "s", sequence: 0), time: Moment(seconds: 1), surface: .browser,
      place: Place(application: "Chromium", window: "1", document: "\(origin)/shown.html"),
      occurrence: .action(.click(Click())), frame: frame)
    return sanitizer.sanitize(event)?.value.frame
  }

  /// The darkest pixel of what a picture shows of some elements: texts are black, and what is painted over is grey.
  private static func darkest(
    in frame: Frame, of elements: [String], on tried: RecordedBrowser
  ) async throws -> [(String, Double)] {
    let jpeg = try #require(frame.pixels).base64EncodedString()
    let names = String(decoding: try JSONEncoder().encode(elements), as: UTF8.self)
    let found: [Double] = try await tried.hand.evaluate(
      """
      (async () => {
        const image = await createImageBitmap(await (await fetch("data:image/jpeg;base64,\(jpeg)")).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const drawing = canvas.getContext("2d");
        drawing.drawImage(image, 0, 0);
        const scale = image.width / innerWidth;
        return \(names).map((name) => {
          let root = document, element = null;
          for (const part of name.split(" >> ")) { element = root.querySelector(part); root = element.shadowRoot; }
          const box = element.getBoundingClientRect();
          const { data } = drawing.getImageData(
            Math.ceil(box.x * scale) + 2, Math.ceil(box.y * scale) + 4, Math.floor(box.width * scale) - 4, Math.floor(box.height * scale) - 8);
          let low = 255;
          for (let index = 0; index < data.length; index += 4) {
            low = Math.min(low, data[index + 1]);
          }
          return low;
        });
      })()
      """)
    return Array(zip(elements, found))
  }
}
