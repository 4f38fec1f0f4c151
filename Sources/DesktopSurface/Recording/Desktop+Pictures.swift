import Surfaces
import Trace

/// Takes pictures of granted windows while they are recorded, where the grant allows pictures.
///
/// One is taken once a window has come to rest after something was done in it, so that the last one before an action
/// shows what the person saw, and the action never waits for it. There is none where it cannot be told what is written
/// in the window.
extension Desktop {
  /// A window's looks may have changed: its picture is taken once it rests.
  func wantPicture(of window: UInt32?) {
    guard state == .recording, let window, let known = places[window], known.isGranted,
      settings.keepsFrames(known.place)
    else { return }
    pictures.want(window)
    pictures.worked = window
    guard !isPicturing else { return }
    isPicturing = true
    Task {
      await takeWanted()
      isPicturing = false
    }
  }

  /// The same for the window that has the keyboard.
  func wantPictureOfFront() async {
    guard let front = try? await windowSystem.activeWindow() else { return }
    if places[front.id] == nil { _ = await granted(front) }
    wantPicture(of: front.id)
  }

  private func takeWanted() async {
    while state == .recording, let window = pictures.next() {
      await pause(Self.rest)
      guard await isWorkedIn(window) else { continue }
      let start = ContinuousClock.now
      pictures.latest = start
      // A window that is gone, or moves all the time, has no picture.
      var added: Int?
      do { added = try await takePicture(of: window) } catch { pictures.forget(window) }
      let end = added.map { start + picturePace.taken(at: start, adding: $0) } ?? .now + Self.rest
      // A window that has come up is not waited with for long.
      while .now < end, !(pictures.wantsFirst && .now > start + .seconds(1)) {
        await pause(min(end - .now, Self.rest * 4))
      }
    }
  }

  /// A window that was left lies behind others, and some toolkits fade it: its last picture shows better what it looks
  /// like when it is worked in again.
  private func isWorkedIn(_ window: UInt32) async -> Bool {
    if pictures.worked == window { return true }
    return (try? await windowSystem.activeWindow())?.id == window
  }

  /// How long a window is left to itself before its picture is taken.
  private static let rest = Duration.milliseconds(100)

  /// Returns how many bytes of a new one are new; nil where there is none.
  private func takePicture(of id: UInt32) async throws -> Int? {
    guard let window = try await windowSystem.window(id), let place = await granted(window),
      settings.keepsFrames(place), indicator.isShown, try await !windowSystem.isLocked()
    else { return forgetPictures(of: id) }
    let generation = pictures.generation
    let time = clock.now()
    // What is in front is another window's, even where that one is granted, too: its texts are not asked for here.
    let picture = try await camera.picture(of: id) { $0.id == id }
    let look = PictureDigest(picture)
    guard !pictures.shows(look, of: id) else { return nil }
    let unlike = pictures.areas(changedIn: look, of: id)
    guard let writing = await reading.writing(in: window, changed: unlike) else { return forgetPictures(of: id) }
    // Where it has changed meanwhile, nobody knows whether what was told is what is shown.
    let after = try await camera.picture(of: id) { $0.id == id }
    guard after.bounds == picture.bounds, after.masked == picture.masked, await isStillGranted(place) else {
      return forgetPictures(of: id)
    }
    let changed = PictureDigest(after).areas(changedSince: look)
    let texts = pictures.texts(writing.texts, of: id, at: clock.now())
    let (frame, added) = await camera.frame(of: id, picture, showing: texts, hiding: writing.secrets + changed)
    guard state == .recording, generation == pictures.generation, settings.keepsFrames(place) else {
      return forgetPictures(of: id)
    }
    pictures.add(frame, looking: look, of: id, at: time, unread: changed)
    if !changed.isEmpty { pictures.want(id) }
    return added
  }

  private func forgetPictures(of id: UInt32) -> Int? {
    pictures.forget(id)
    return nil
  }

  /// The picture that belongs to an event: the last one of its window before it.
  func picture(of place: Place, before time: Moment, _ element: Element?) -> Frame? {
    // Whatever an element is that nobody tells of, it counts as secret, wherever it is.
    guard element != Self.unknown, let window = UInt32(place.window), settings.keepsFrames(place) else { return nil }
    return pictures.last(of: window, before: time)
  }
}
