import Trace

extension LoopSite {
  /// A form for each row of a file: a name, a choice, a date that is written anew.
  static func form(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let table = rows(&dice)
    var site = LoopSite(kind: "form from a file", table: table)
    let fields =
      LoopPage.field("Name", "name") + LoopPage.choice("Grade", "grade", LoopWords.options)
      + LoopPage.field("Day", "day")
    site.pages[start] = page.page(
      page.title, LoopPage.form(fields, words: "saved", button: "Save", to: start))
    site.demonstration =
      [.open(start)]
      + table.rows.prefix(2).flatMap { row -> [Act] in
        [.fill("Name", row[0]), .choose("Grade", row[1]), .fill("Day", isoDay(row[2])), .click(.button, "Save")]
      }
    site.expected = table.rows.map { "saved: \($0[0]) | \($0[1]) | \(isoDay($0[2]))" }
    return site
  }

  /// A text that is put together of the cells of a row, on a page of its own.
  static func composed(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let table = rows(&dice)
    let (before, between) = (dice.pick(["About", "Minutes of", "Re:"]), dice.pick([" by ", ", told to ", " – "]))
    var site = LoopSite(kind: "text put together from a file", table: table)
    func text(_ row: [String]) -> String { "\(before) \(row[0])\(between)\(row[3])" }
    site.pages[start] = page.page(page.title, "<p>\(LoopPage.link("New entry", to: "new.html"))</p>")
    site.pages["new.html"] = page.page(
      "New entry", LoopPage.form(LoopPage.area("Text", "text"), words: "entry", button: "Send", to: start))
    site.demonstration =
      [.open(start)]
      + table.rows.prefix(2).flatMap { row -> [Act] in
        [.click(.link, "New entry"), .fill("Text", text(row)), .click(.button, "Send")]
      }
    site.expected = table.rows.map { "entry: \(text($0))" }
    return site
  }

  /// The item that a row names is opened among others, and another cell of the row entered there.
  static func lookedUp(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let table = rows(&dice)
    var site = LoopSite(kind: "item that a file names", table: table)
    let names = table.rows.map { $0[0] }.shuffled(using: &dice)
    site.pages[start] = page.page(
      page.title, page.list(names.map { ($0, LoopPage.link($0, to: "\($0.lowercased()).html")) }, hasName: false))
    for name in names {
      site.pages["\(name.lowercased()).html"] = page.page(
        name, LoopPage.form(LoopPage.field("Owner", "owner"), words: name, button: "Hand over", to: start))
    }
    site.demonstration =
      [.open(start)]
      + table.rows.prefix(2).flatMap { row -> [Act] in
        [.click(.link, row[0]), .fill("Owner", row[3]), .click(.button, "Hand over")]
      }
    site.expected = table.rows.map { "\($0[0]): \($0[3])" }
    return site
  }

  /// A box is ticked where a cell says so; shown often enough to be sure of it.
  static func conditional(_ dice: inout Dice) -> LoopSite { conditional(&dice, shown: 3) }

  /// The same, shown too seldom: the person is asked.
  static func asked(_ dice: inout Dice) -> LoopSite { conditional(&dice, shown: 2) }

  private static func conditional(_ dice: inout Dice, shown: Int) -> LoopSite {
    let page = LoopPage(&dice)
    let word = dice.pick(["Fragile", "Express", "Gift"])
    let marks = Array(repeating: [true, false], count: shown).flatMap { $0 } + (0..<4).map { _ in dice.isHeads() }
    let things = LoopWords.things.shuffled(using: &dice)
    let table = Table(
      name: "parcels.csv", columns: ["name", "handling"],
      rows: zip(things, marks).map { [$0, $1 ? word.lowercased() : "plain"] })
    var site = LoopSite(kind: shown < 3 ? "condition shown too seldom" : "condition", table: table)
    site.pages[start] = page.page(
      page.title,
      LoopPage.form(
        LoopPage.field("Name", "name") + LoopPage.box(word, "mark"), words: "added", button: "Add", to: start))
    site.demonstration =
      [.open(start)]
      + zip(table.rows, marks).prefix(2 * shown).flatMap { row, isMarked -> [Act] in
        [.fill("Name", row[0])] + (isMarked ? [.check(word)] : []) + [.click(.button, "Add")]
      }
    site.expected = zip(table.rows, marks).map { "added: \($0[0]) | \($1 ? "yes" : "no")" }
    site.answers = shown < 3 ? marks : nil
    return site
  }

  /// A form over two pages for each row.
  static func twoPages(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let table = rows(&dice)
    var site = LoopSite(kind: "form over two pages", table: table)
    site.pages[start] = page.page(
      page.title, LoopPage.form(LoopPage.field("Name", "name"), words: "first", button: "Go on", to: "second.html"))
    site.pages["second.html"] = page.page(
      "Second page",
      LoopPage.form(
        LoopPage.choice("Grade", "grade", LoopWords.options) + LoopPage.field("Owner", "owner"), words: "second",
        button: "Finish", to: start))
    site.demonstration =
      [.open(start)]
      + table.rows.prefix(2).flatMap { row -> [Act] in
        [
          .fill("Name", row[0]), .click(.button, "Go on"), .choose("Grade", row[1]), .fill("Owner", row[3]),
          .click(.button, "Finish"),
        ]
      }
    site.expected = table.rows.flatMap { ["first: \($0[0])", "second: \($0[1]) | \($0[3])"] }
    return site
  }

  // MARK: - Files

  private static func rows(_ dice: inout Dice) -> Table {
    let things = dice.some(LoopWords.things, 4...8)
    var rows: [[String]] = []
    for (number, thing) in things.enumerated() {
      // The first two rows show where everything comes from: no two cells of them are alike.
      let grade = number < 2 ? LoopWords.options[number * 2] : dice.pick(LoopWords.options)
      let person = number < 2 ? LoopWords.people[number] : dice.pick(LoopWords.people)
      let (day, month) = (Int.random(in: 13...28, using: &dice), Int.random(in: 1...9, using: &dice))
      rows.append([thing, grade, "\(day).0\(month).2027", person])
    }
    return Table(name: "rows.csv", columns: ["thing", "grade", "day", "person"], rows: rows)
  }

  private static func isoDay(_ text: String) -> String { text.split(separator: ".").reversed().joined(separator: "-") }
}
