import Foundation
import Surfaces
import Trace

/// Turns what the in-page recorder reports into events.
extension Chromium {
  private struct BindingCall: Decodable {
    var name: String
    var payload: String
    var executionContextId: ContextID
  }

  /// `Runtime.bindingCalled`: a report, of a frame that may or may not be recorded.
  func reported(_ event: DevToolsEvent, in session: SessionID) async throws {
    let call = try event.decode(as: BindingCall.self)
    guard call.name == PageScripts.binding, state == .recording,
      let frame = pages.frame(session: session, world: call.executionContextId), isGranted(frame)
    else { return }
    let payload = Data(secretTexts.scrubbed(call.payload).utf8)
    guard let report = try? JSONDecoder().decode(Report.self, from: payload) else {
      emit(.signal(.gap("The browser's recorder said something that is not understood.")), at: frame)
      return
    }
    if (0...60_000).contains(report.cost) { pageCost.add(.seconds(report.cost / 1000)) }
    if let title = report.title { pages.retitled(frame.tab, title: title, address: Address(report.url)) }
    let place = place(of: frame, url: report.url, title: report.title)
    let time = clock.now().earlier(byMilliseconds: report.age)
    let picture = picture(for: report, of: frame, at: time)
    let named = await named(report, of: frame)
    // It may have been paused meanwhile.
    guard state == .recording else { return }
    take(named, of: frame, at: time, in: place, picture)
  }

  private func take(_ report: Report, of frame: PageFrame, at time: Moment, in place: Place, _ picture: Frame?) {
    switch report.kind {
    case .dragStart:
      drag = StartedDrag(time: time, place: place, element: report.element, frame: picture)
    case .drop:
      dropped(report, at: time, in: place)
    case .copy, .cut:
      let id = emit(report, at: time, in: place, picture)
      clipboard.took(
        report.text ?? "", from: Clipping(place: place, element: report.element, event: id))
    case .paste:
      let text = report.text ?? ""
      if let secret = clipboard.secretText(in: text) { secretTexts.add(secret) }
      emit(.action(clipboard.paste(text)), at: time, in: place, element: report.element, frame: picture)
    case .shown:
      cameToFront(frame, at: time, in: place)
    case .submitted:
      emit(.signal(.submitted), at: time, in: place)
    case .ready, .unsafe:
      break
    case .late:
      let reason = "This page had begun before it was watched: what it keeps to itself may be missing."
      emit(.signal(.notRecorded(reason)), at: time, in: place)
    case .hidden:
      emit(.signal(.gap(report.reason ?? "The recording indicator cannot be shown.")), at: time, in: place)
    case .trouble:
      emit(
        .signal(.gap("The browser's recorder failed here (\(report.reason ?? "")).")), at: time, in: place)
    default:
      emit(report, at: time, in: place, picture)
      if let opaque = report.opaque { lookInside(opaque, report: report, of: frame, at: time, in: place) }
    }
  }

  /// A report that is one action.
  @discardableResult
  private func emit(_ report: Report, at time: Moment, in place: Place, _ picture: Frame?) -> EventID? {
    guard let action = report.action else { return nil }
    lastAction[place.window] = time
    return emit(.action(action), at: time, in: place, element: report.element, frame: picture)
  }

  /// From the element where it began, in whatever frame, to the one where it ended.
  private func dropped(_ report: Report, at time: Moment, in place: Place) {
    guard let target = report.element else { return }
    defer { drag = nil }
    guard let drag else {
      emit(.signal(.notRecorded("Something from outside the browser was dropped here.")), at: time, in: place)
      return
    }
    emit(.action(.drag(to: target)), at: drag.time, in: drag.place, element: drag.element, frame: drag.frame)
  }

  /// Hands an event on.
  @discardableResult
  func emit(
    _ occurrence: Event.Occurrence, at time: Moment, in place: Place, element: Element? = nil, frame: Frame? = nil
  ) -> EventID {
    feed.emit { id in
      Event(
        id: id, time: time, surface: .browser, place: place, occurrence: occurrence, element: element,
        frame: frame, agent: acting.covers(time) ? .machine : .person)
    }
  }

  /// Hands on an event of a frame as a whole.
  func emit(_ occurrence: Event.Occurrence, at frame: PageFrame) {
    emit(occurrence, at: clock.now(), in: place(of: frame))
  }
}

/// A drag whose end is not known yet.
struct StartedDrag: Sendable {
  var time: Moment
  var place: Place
  var element: Element?
  var frame: Frame?
}

extension Moment {
  /// The moment so long before; a time that no page can have waited is none.
  func earlier(byMilliseconds age: Double) -> Moment {
    guard (0...86_400_000).contains(age) else { return self }
    return Moment(microseconds: microseconds - Int64(age * 1000))
  }
}
