import Foundation
import Trace

/// What every browser surface must record and perform.
///
/// ```swift
/// let server = try PageServer(folder: BrowserContract.pages)
/// for one in BrowserContract.cases { … }
/// ```
public enum BrowserContract {
  /// The folder of the pages that the cases begin in.
  public static let pages = Bundle.module.resourcePath.map { $0 + "/Pages" } ?? "Pages"

  /// Stands for the origin of the server that serves ``pages``.
  public static let site = "http://site.example"

  /// An expression whose value is the page's state after an act, to compare what was done twice.
  public static let state = "state()"

  public static let cases: [ContractCase<BrowserHand>] =
    pointerCases + fieldCases + keyCases + clipboardCases + navigationCases + windowCases + fileCases

  // MARK: - Expected events

  /// Numbers events that are written down as expected, in their order.
  static func events(_ events: Event...) -> [Event] {
    events.enumerated().map { number, event in
      var event = event
      event.id = EventID(session: "", sequence: number)
      return event
    }
  }

  /// Something that was done to an element.
  static func did(_ action: Action, _ element: Element? = nil, in place: Place = contractPage) -> Event {
    Event(
      id: EventID(session: "", sequence: 0), time: Moment(microseconds: 0), surface: .browser, place: place,
      occurrence: .action(action), element: element)
  }

  /// Something that followed.
  static func followed(_ signal: Signal, in place: Place = contractPage) -> Event {
    Event(
      id: EventID(session: "", sequence: 0), time: Moment(microseconds: 0), surface: .browser, place: place,
      occurrence: .signal(signal))
  }

  static let contractPage = page("contract.html", title: "Contract")

  static func page(_ path: String, title: String, query: String = "", window: String = "1") -> Place {
    Place(
      application: "Chromium", window: window, title: title, document: "\(site)/\(path)", query: query)
  }
}
