import Foundation
import Surfaces
import Trace

/// Takes pictures of granted pages while they are recorded, where the grant allows pictures.
///
/// The browser sends one whenever the page looks different, so that the last one before an action shows what the
/// person saw, and the page never waits for it.
extension Chromium {
  private struct Screencast: Decodable {
    struct Metadata: Decodable {
      var deviceWidth: Double
      /// How much a touch screen has magnified the page.
      var pageScaleFactor: Double?
      /// Seconds since 1970.
      var timestamp: Double?
    }
    var data: String
    var metadata: Metadata
    var sessionId: Int
  }

  /// Begins or ends the pictures of a tab, as its document and the grant say.
  func adjustPictures(of tab: Tab) {
    guard settings.frames else { return }
    let wanted = state == .recording && isGranted(tab)
    guard wanted != (pictured[tab.id] != nil) else { return }
    if wanted {
      pictured[tab.id] = PicturePace(shortest: .milliseconds(200), most: 30, each: .seconds(8))
      connection.post("Page.startScreencast", Self.screencast, in: tab.session)
    } else {
      pictured[tab.id] = nil
      pictures.forget(tab.id)
      connection.post("Page.stopScreencast", in: tab.session)
    }
  }

  /// `Page.screencastFrame`
  func pictureTaken(_ event: DevToolsEvent, in session: SessionID) throws {
    let picture = try event.decode(as: Screencast.self)
    awaitNext(after: picture.sessionId, in: session)
    guard state == .recording, let tab = pages.sessions[session].flatMap({ pages.tabs[$0] }), isGranted(tab),
      let world = pages.frames[tab.mainFrame]?.world, let jpeg = Data(base64Encoded: picture.data),
      picture.metadata.pageScaleFactor ?? 1 == 1, let timestamp = picture.metadata.timestamp, abs(timestamp) < 1e12
    else { return }
    let width = picture.metadata.deviceWidth
    let reply = connection.send(
      "Runtime.evaluate", ["expression": PageScripts.drawn, "contextId": world, "returnByValue": true], in: session)
    Task { [weak self] in
      guard let page = try? await reply.value(as: Drawn.self).result.value else { return }
      await self?.add(jpeg, deviceWidth: width, at: Moment(seconds: timestamp), showing: page, to: tab.id)
    }
  }

  /// The next picture comes once this one is acknowledged. Before a longer time without pictures they are ended: begun
  /// again, the browser sends one of how the page looks then, where it would have told nothing of what changed meanwhile.
  private func awaitNext(after number: Int, in session: SessionID) {
    guard let tab = pages.sessions[session], let pace = pictured[tab], let wait = pictured[tab]?.taken(at: .now) else {
      return
    }
    guard wait > pace.shortest else {
      let acknowledge: DevToolsParameters = ["sessionId": number]
      Task { [connection] in
        try? await Task.sleep(for: wait)
        connection.post("Page.screencastFrameAck", acknowledge, in: session)
      }
      return
    }
    connection.post("Page.stopScreencast", in: session)
    Task {
      try? await Task.sleep(for: wait)
      guard pictured[tab] != nil, pages.tabs[tab]?.session == session else { return }
      connection.post("Page.startScreencast", Self.screencast, in: session)
    }
  }

  private struct Drawn: Decodable, Sendable {
    struct Value: Decodable, Sendable { var value: DrawnPage? }
    var result: Value
  }

  /// Keeps a picture once the page has said what is written in it.
  private func add(_ jpeg: Data, deviceWidth: Double, at time: Moment, showing page: DrawnPage, to tab: TabID) {
    guard state == .recording, pictured[tab] != nil else { return }
    let now = clock.now()
    guard !pictures.add(jpeg, of: tab, deviceWidth: deviceWidth, at: time, showing: page, asked: now) else { return }
    // A page that is still from now on sends no other one by itself. Where pictures are waited with, the next one shows it.
    guard pictured[tab]?.isQuick == true else { return }
    Task {
      try? await Task.sleep(for: .milliseconds(400))
      guard pictures.lastAsked(tab) == now, pictured[tab] != nil, let session = pages.tabs[tab]?.session else {
        return
      }
      connection.post("Page.stopScreencast", in: session)
      connection.post("Page.startScreencast", Self.screencast, in: session)
    }
  }

  private static let screencast: DevToolsParameters = [
    "format": "jpeg", "quality": 60, "maxWidth": 1600, "maxHeight": 1600, "everyNthFrame": 1,
  ]

  /// The picture that belongs to a report, where it may be kept.
  func picture(for report: Report, of frame: PageFrame, at time: Moment) -> Frame? {
    guard settings.frames else { return nil }
    pictures.page(of: frame.tab, isSafe: report.safe)
    // Of frames that cannot be read nothing is left in a picture.
    guard report.safe, report.embeds != .objects else { return nil }
    return pictures.last(of: frame.tab, before: time)
  }
}
