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
    guard wanted != pictured.contains(tab.id) else { return }
    if wanted {
      pictured.insert(tab.id)
      connection.post("Page.startScreencast", Self.screencast, in: tab.session)
    } else {
      pictured.remove(tab.id)
      pictures.forget(tab.id)
      connection.post("Page.stopScreencast", in: tab.session)
    }
  }

  /// `Page.screencastFrame`
  func pictureTaken(_ event: DevToolsEvent, in session: SessionID) throws {
    let picture = try event.decode(as: Screencast.self)
    // The next picture comes once this one is acknowledged: at most five a second.
    let acknowledge: DevToolsParameters = ["sessionId": picture.sessionId]
    Task { [connection] in
      try? await Task.sleep(for: .milliseconds(200))
      connection.post("Page.screencastFrameAck", acknowledge, in: session)
    }
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

  private struct Drawn: Decodable, Sendable {
    struct Value: Decodable, Sendable { var value: DrawnPage? }
    var result: Value
  }

  /// Keeps a picture once the page has said what is written in it.
  private func add(_ jpeg: Data, deviceWidth: Double, at time: Moment, showing page: DrawnPage, to tab: TabID) {
    guard state == .recording, pictured.contains(tab) else { return }
    let now = clock.now()
    guard !pictures.add(jpeg, of: tab, deviceWidth: deviceWidth, at: time, showing: page, asked: now) else { return }
    // A page that is still from now on sends no other one by itself.
    Task {
      try? await Task.sleep(for: .milliseconds(400))
      guard pictures.lastAsked(tab) == now, pictured.contains(tab), let session = pages.tabs[tab]?.session else {
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
