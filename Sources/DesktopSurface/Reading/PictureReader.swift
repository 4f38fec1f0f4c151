import Surfaces
import Trace

/// Reads the texts in small pictures: one at a time, at a pace, and what was read lately not again.
actor PictureReader {
  /// How much a picture is enlarged.
  private static let factor = 3
  private static let mostKnown = 48

  private let program: Tesseract?
  private var pace: PicturePace
  /// From when on a picture may be read.
  private var next: ContinuousClock.Instant?
  private var isReading = false
  /// How many times all was forgotten.
  private var forgotten = 0
  private var language: String?
  /// What was read lately, the latest at the end, with its places in the picture.
  private var known: [(look: PictureDigest, words: [ReadWord])] = []

  init(_ settings: ReadingSettings) {
    program = settings.program.map { Tesseract(program: $0, locale: settings.locale) }
    pace = settings.pace
  }

  /// The words in a picture, where they are on the screen; nil where it is not read: the program is not there or late, a
  /// picture is being read, or there were many lately.
  ///
  /// Nobody is sure of words at the picture's edge, or at what is painted over in it: they are cut off.
  func words(in picture: ScreenPicture, at now: ContinuousClock.Instant = .now) async -> [ReadWord]? {
    let look = PictureDigest(picture.atOrigin)
    let origin = Point(x: picture.bounds.x, y: picture.bounds.y)
    if let index = known.firstIndex(where: { $0.look == look }) {
      let read = known.remove(at: index)
      known.append(read)
      return read.words.map { $0.placed(at: origin, enlarged: 1) }
    }
    guard let program, !isReading, next.map({ now >= $0 }) ?? true else { return nil }
    isReading = true
    defer { isReading = false }
    let before = forgotten
    next = now + pace.taken(at: now)
    if language == nil { language = program.language(among: await program.languages()) }
    guard let language,
      let read = await program.words(in: GreyPicture(picture).enlarged(by: Self.factor), language)
    else { return nil }
    guard before == forgotten else { return nil }
    let words = read.map { read in
      var word = read.placed(at: Point(x: 0, y: 0), enlarged: Self.factor)
      if !picture.atOrigin.holdsWhole(word.bounds) { word.confidence = 0 }
      return word
    }
    known.append((look, words))
    if known.count > Self.mostKnown { known.removeFirst() }
    return words.map { $0.placed(at: origin, enlarged: 1) }
  }

  /// Forgets what was read, and what is being read.
  func forget() {
    known = []
    forgotten += 1
  }
}

extension ScreenPicture {
  /// The same pixels, wherever they are on the screen.
  fileprivate var atOrigin: ScreenPicture {
    var picture = ScreenPicture(
      bounds: Bounds(x: 0, y: 0, width: bounds.width, height: bounds.height), width: width, height: height,
      pixels: pixels)
    for area in masked {
      picture.mask(Bounds(x: area.x - bounds.x, y: area.y - bounds.y, width: area.width, height: area.height))
    }
    return picture
  }

  /// Whether nothing of what is at a place is cut off.
  fileprivate func holdsWhole(_ place: Bounds) -> Bool {
    let around = Bounds(x: place.x - 1, y: place.y - 1, width: place.width + 2, height: place.height + 2)
    return around.x >= bounds.x && around.y >= bounds.y && around.x + around.width <= bounds.x + bounds.width
      && around.y + around.height <= bounds.y + bounds.height && !masked.contains(where: around.intersects)
  }
}
