import Foundation
import Trace

/// Recorded work of any length, as a browser would report it: forms of several kinds that are filled and sent, by
/// turns, with slips, interruptions and looking around; made from a seed.
struct GeneratedWork {
  private(set) var events: [Event] = []
  private var dice: Dice
  private var seconds = 1_893_999_600.0
  private var place = Place(application: "Chromium", window: "tab 1")
  private var record = 1000

  /// How many kinds of work there are, and how many pieces of it a day.
  static let kinds = 12
  static let perDay = 60

  init(events count: Int, seed: UInt64) {
    dice = Dice(seed: seed)
    events.reserveCapacity(count + 64)
    var number = 0
    while events.count < count {
      if number % GeneratedWork.perDay == 0 { seconds += 50_000 }
      let kind = draw(GeneratedWork.kinds)
      let steps = piece(kind)
      if draw(20) == 0 {
        let other = piece((kind + 1 + draw(GeneratedWork.kinds - 1)) % GeneratedWork.kinds)
        let left = 1 + draw(steps.count - 1)
        (steps[..<left] + other + steps[left...]).forEach { perform($0) }
      } else {
        steps.forEach { perform($0) }
      }
      if draw(12) == 0 { perform(.look(draw(30))) }
      number += 1
    }
    events.removeLast(events.count - count)
  }

  private enum Act {
    case follow(String, path: String, title: String)
    case fill(String, String)
    case choose(String, String)
    case send(String, path: String, title: String)
    case look(Int)
  }

  private mutating func draw(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &dice) }

  /// One piece of work of a kind: to the form, fill it in, send it.
  private mutating func piece(_ kind: Int) -> [Act] {
    let thing = ["invoice", "order", "ticket", "customer", "offer", "claim"][kind % 6]
    let verb = kind < 6 ? "Add" : "Change"
    record += 1
    let form = kind < 6 ? "/\(thing)s/add/" : "/\(thing)s/\(record)/change/"
    let title = "\(verb) \(thing)"
    var acts: [Act] = [.follow("\(thing.capitalized)s", path: "/\(thing)s/", title: "\(thing.capitalized)s")]
    acts.append(.follow(kind < 6 ? title : "\(thing) \(record)", path: form, title: title))
    for field in 0..<(2 + kind % 4) {
      if draw(40) == 0 { acts.append(.fill("Field \(field) of \(thing)", "slip \(draw(9))")) }
      acts.append(.fill("Field \(field) of \(thing)", "\(thing) \(draw(5000))"))
    }
    if draw(3) > 0 { acts.append(.choose("State", ["Open", "Waiting", "Closed"][draw(3)])) }
    acts.append(.send("Save", path: "/\(thing)s/", title: "\(thing.capitalized)s"))
    return acts
  }

  private mutating func perform(_ act: Act) {
    switch act {
    case .follow(let name, let path, let title):
      add(
        .action(.click(Click())),
        Element(role: .link, name: name, attributes: ["tag": "a", "href": path, "text": name]))
      go(to: path, title, .link)
    case .fill(let label, let text):
      add(
        .action(.fill(text)),
        Element(
          role: .textbox, name: label, value: "",
          attributes: ["tag": "input", "name": label.lowercased(), "id": "id_" + label.lowercased()],
          surroundings: Surroundings(label: label)))
    case .choose(let label, let option):
      add(
        .action(.select([option])),
        Element(role: .combobox, name: label, attributes: ["tag": "select", "name": label.lowercased()]))
    case .send(let name, let path, let title):
      add(.action(.click(Click())), Element(role: .button, name: name, attributes: ["tag": "input", "type": "submit"]))
      add(.signal(.submitted), after: 0.1)
      go(to: path, title, .form)
    case .look(let page):
      perform(.follow("News \(page)", path: "/news/\(page)/", title: "News"))
    }
  }

  private mutating func go(to path: String, _ title: String, _ cause: NavigationCause) {
    add(.signal(.navigation(to: "https://office.example" + path, cause: cause)), after: 0.1)
    place.document = "https://office.example" + path
    place.title = title + " | Office"
  }

  private mutating func add(_ occurrence: Event.Occurrence, _ element: Element? = nil, after pause: Double = 2) {
    seconds += pause
    events.append(
      Event(
        id: EventID(session: "week", sequence: events.count), time: Moment(seconds: seconds), surface: .browser,
        place: place, occurrence: occurrence, element: element))
  }
}
