import Learn
import Testing
import Trace

@Suite("A locator")
struct LocatorTests {
  /// A page of a table of invoices with buttons under it.
  static func page(buttons: [String] = ["Save", "Save and add another", "Delete"], shift: Double = 0) -> [Element] {
    let rows = ["Adler", "Braun", "Celik"].enumerated().flatMap { row, customer in
      let surroundings = Surroundings(row: customer, column: "Customer", rowIndex: row, columnIndex: 0, rowCount: 3)
      let around = [
        Ancestor(role: .cell, attributes: ["tag": "td"], index: 0),
        Ancestor(role: .row, name: "\(customer) \(row + 1)00.00", attributes: ["tag": "tr"], index: row),
        Ancestor(role: "table", attributes: ["tag": "table", "id": "result_list"]),
      ]
      return [
        Element(
          role: .link, name: customer,
          attributes: ["tag": "a", "href": "/invoice/\(row + 11)/change/", "text": customer],
          ancestors: around, surroundings: surroundings,
          bounds: Bounds(x: 50, y: 100 + Double(row) * 30 + shift, width: 60, height: 20)),
        Element(
          role: .checkbox, name: "Select", attributes: ["tag": "input", "type": "checkbox", "name": "_selected"],
          ancestors: around, surroundings: surroundings,
          bounds: Bounds(x: 10, y: 100 + Double(row) * 30 + shift, width: 16, height: 16)),
      ]
    }
    let below = buttons.enumerated().map { number, name in
      Element(
        role: .button, name: name,
        attributes: ["tag": "input", "type": "submit", "name": "_" + name.lowercased().prefix(6)],
        ancestors: [Ancestor(role: .generic, attributes: ["tag": "div", "id": "bottom"], index: 3)],
        bounds: Bounds(x: 10 + Double(number) * 120, y: 400 + shift, width: 100, height: 30))
    }
    return rows + below
  }

  @Test("The same page gives the same element, surely")
  func unchanged() throws {
    let page = Self.page()
    for (index, element) in page.enumerated() {
      guard case .found(let found, let score, _) = Locator(examples: [element]).locate(in: page) else {
        Issue.record("\(element.name) was not found")
        continue
      }
      #expect(found == index)
      #expect(score > 0.9)
    }
  }

  @Test("A page that moved down by a banner gives the same elements")
  func moved() {
    let moved = Self.page(shift: 180)
    for (index, element) in Self.page().enumerated() {
      #expect(Locator(examples: [element]).locate(in: moved).index == index)
    }
  }

  @Test("Of two links called alike the one in the region of the page that the old one was in is found")
  func regions() {
    func link(in region: String, _ number: Int) -> Element {
      Element(
        role: .link, name: "Contact", attributes: ["tag": "a", "text": "Contact"],
        ancestors: [
          Ancestor(role: .generic, attributes: ["tag": "li"], index: number),
          Ancestor(role: .generic, attributes: ["tag": region]),
        ])
    }
    let rebuilt = Self.page() + [link(in: "footer", 5), link(in: "header", 3)]
    #expect(Locator(examples: [link(in: "header", 1)]).locate(in: rebuilt).index == rebuilt.count - 1)
    #expect(Locator(examples: [link(in: "footer", 1)]).locate(in: rebuilt).index == rebuilt.count - 2)
  }

  @Test("Of elements that are alike in all else, the one at the same place among its siblings is found")
  func siblings() {
    let alike = (0..<3).map { number in
      Element(
        role: .link, attributes: ["tag": "a"],
        ancestors: [Ancestor(role: .generic, attributes: ["tag": "div", "id": "stores"])], index: number)
    }
    for (number, element) in alike.enumerated() {
      #expect(Locator(examples: [element]).locate(in: Self.page() + alike).index == Self.page().count + number)
    }
  }

  @Test("A button that is gone is not found, and its neighbour is not taken for it")
  func gone() {
    let delete = Self.page()[8]
    #expect(Locator(examples: [delete]).locate(in: Self.page(buttons: ["Save", "Save and add another"])).index == nil)
    #expect(Locator(examples: [delete]).locate(in: []) == .absent)
    #expect(Locator(examples: []).locate(in: Self.page()) == .absent)
  }

  @Test("Two copies of an element are ambiguous")
  func twice() {
    let page = Self.page()
    guard case .ambiguous(let candidates) = Locator(examples: [page[6]]).locate(in: page + [page[6]]) else {
      Issue.record("one of two equal elements was chosen")
      return
    }
    #expect(Set(candidates.map(\.index)) == [6, 9])
  }

  @Test("A value names the link, whichever was seen", arguments: ["Adler", "Braun", "Celik"])
  func byName(customer: String) {
    let page = Self.page()
    let locator = Locator(examples: [page[0]], variable: .init(part: .name, value: customer))
    #expect(locator.locate(in: page).index.map { page[$0].name } == customer)
  }

  @Test("A value that names no link finds none")
  func byUnknownName() {
    let locator = Locator(examples: [Self.page()[0]], variable: .init(part: .name, value: "Duman"))
    #expect(locator.locate(in: Self.page()) == .absent)
  }

  @Test("A value names the row, and the box in it is found", arguments: ["Adler", "Braun", "Celik"])
  func byRow(customer: String) {
    let page = Self.page()
    let locator = Locator(examples: [page[1]], variable: .init(part: .row, value: customer))
    let found = locator.locate(in: page).index.map { page[$0] }
    #expect(found?.role == .checkbox)
    #expect(found?.surroundings.row == customer)
  }

  @Test("A number chooses among the alike elements, and one too high finds none")
  func byIndex() {
    let page = Self.page()
    let indices = (0...3).map {
      Locator(examples: [page[0]], variable: .init(part: .index, value: String($0))).locate(in: page).index
    }
    #expect(indices == [0, 2, 4, nil])
    #expect(Locator(examples: [page[0]]).alike(in: page) == [0, 2, 4])
  }

  @Test("Of several controls of each item those count that are called like the examples")
  func alikeByName() {
    let page = (0..<6).map { number in
      Element(
        role: .button, name: ["Edit", "Delete"][number % 2], attributes: ["tag": "button"],
        surroundings: Surroundings(rowIndex: number / 2))
    }
    #expect(Locator(examples: [page[2], page[0]]).alike(in: page) == [0, 2, 4])
  }

  @Test("What varied among the examples counts for less")
  func varied() {
    // The submit button's id is made anew on every visit; its name stays.
    func button(_ id: String, _ name: String) -> Element {
      Element(role: .button, name: name, attributes: ["tag": "button", "id": id])
    }
    let locator = Locator(examples: [button("x81", "Send"), button("k27", "Send"), button("q05", "Send")])
    #expect(locator.locate(in: [button("x81", "Discard"), button("m44", "Send")]).index == 1)
  }
}
