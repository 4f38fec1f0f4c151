import Trace

extension LoopSite {
  /// A button in each item of a list, perhaps beside another one.
  static func pressed(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let (things, deed, other) = (
      dice.some(LoopWords.things, 4...9), dice.pick(LoopWords.deeds), dice.pick(LoopWords.others)
    )
    let hasOther = dice.isHeads()
    var site = LoopSite(kind: "button in each item")
    let items = things.map { thing in
      (
        thing,
        LoopPage.button(deed, noting: "\(deed) \(thing)")
          + (hasOther ? LoopPage.button(other, noting: "\(other) \(thing)") : "")
      )
    }
    site.pages[start] = page.page(page.title, page.list(items))
    site.demonstration = [.open(start)] + (0..<2).map { .click(.button, deed, row: $0) }
    site.expected = things.map { "\(deed) \($0)" }
    return site
  }

  /// A link in each item leads to a page with a button, and a link back.
  static func detailed(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let (things, deed) = (dice.some(LoopWords.things, 4...8), dice.pick(LoopWords.deeds))
    var site = LoopSite(kind: "page for each item")
    site.pages[start] = page.page(
      page.title, page.list(things.map { ($0, LoopPage.link($0, to: "\($0.lowercased()).html")) }, hasName: false))
    for thing in things {
      site.pages["\(thing.lowercased()).html"] = page.page(
        thing,
        "<p>\(LoopPage.button(deed, noting: "\(deed) \(thing)"))</p><p>\(LoopPage.link("Back to the list", to: start))</p>"
      )
    }
    site.demonstration =
      [.open(start)]
      + things.prefix(2).flatMap { thing -> [Act] in
        [.click(.link, thing), .click(.button, deed), .click(.link, "Back to the list")]
      }
    site.expected = things.map { "\(deed) \($0)" }
    return site
  }

  /// A field to choose in and a button in each item.
  static func chosen(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let (things, option) = (dice.some(LoopWords.things, 3...7), dice.pick(LoopWords.options))
    let mark = dice.pick(LoopWords.marks)
    var site = LoopSite(kind: "choice in each item")
    let items = things.map { thing in
      let options = ([""] + LoopWords.options).map { "<option>\($0)</option>" }.joined()
      return (
        thing,
        "<select aria-label=\"\(mark)\">\(options)</select>"
          + "<button type=\"button\" onclick=\"note('\(thing): ' + this.previousElementSibling.value)\">Set</button>"
      )
    }
    site.pages[start] = page.page(page.title, page.list(items))
    site.demonstration =
      [.open(start)]
      + (0..<2).flatMap { row -> [Act] in [.choose(mark, option, row: row), .click(.button, "Set", row: row)] }
    site.expected = things.map { "\($0): \(option)" }
    return site
  }

  /// A list of lists: each room has a page with a list of its own.
  static func nested(_ dice: inout Dice) -> LoopSite {
    let (outer, inner) = (LoopPage(&dice), LoopPage(&dice))
    let (rooms, deed) = (dice.some(LoopWords.rooms, 3...5), dice.pick(LoopWords.deeds))
    var site = LoopSite(kind: "list in a list")
    site.pages[start] = outer.page(
      outer.title, outer.list(rooms.map { ($0, LoopPage.link($0, to: "\($0.lowercased()).html")) }, hasName: false))
    for (number, room) in rooms.enumerated() {
      let things = dice.some(LoopWords.things, 2...4)
      let items = things.map { ($0, LoopPage.button(deed, noting: "\(deed) \($0) in \(room)")) }
      site.pages["\(room.lowercased()).html"] = inner.page(
        room, inner.list(items) + "<p>\(LoopPage.link("All rooms", to: start))</p>")
      if number == 0 { site.demonstration = [.open(start)] }
      if number < 2 {
        site.demonstration += [.click(.link, room)] + things.indices.map { .click(.button, deed, row: $0) }
        site.demonstration += [.click(.link, "All rooms")]
      }
      site.expected += things.map { "\(deed) \($0) in \(room)" }
    }
    return site
  }

  /// A list over several pages; the last one has no link to a next one, or one that cannot be pressed.
  static func paged(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let deed = dice.pick(LoopWords.deeds)
    let (count, isDisabled) = (Int.random(in: 3...5, using: &dice), dice.isHeads())
    let things = LoopWords.things.shuffled(using: &dice)
    var site = LoopSite(kind: "list over pages")
    site.demonstration = [.open(start)]
    for number in 0..<count {
      let own = things[(number * 3)..<(number * 3 + Int.random(in: 2...3, using: &dice))]
      let next = "page-\(number + 2).html"
      let turn =
        isDisabled
        ? "<button type=\"button\" onclick=\"location.href='\(next)'\"\(number + 1 == count ? " disabled" : "")>Next page</button>"
        : number + 1 < count ? LoopPage.link("Next page", to: next) : ""
      site.pages[number == 0 ? start : "page-\(number + 1).html"] = page.page(
        page.title, page.list(own.map { ($0, LoopPage.button(deed, noting: "\(deed) \($0)")) }) + "<p>\(turn)</p>")
      site.expected += own.map { "\(deed) \($0)" }
      guard number < 2 else { continue }
      site.demonstration += own.indices.map { .click(.button, deed, row: $0 - own.startIndex) }
      if number == 0 { site.demonstration += [.click(isDisabled ? .button : .link, "Next page")] }
    }
    return site
  }

  /// A list over several pages, and a page for each item.
  static func pagedWithDetails(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let deed = dice.pick(LoopWords.deeds)
    let count = Int.random(in: 3...4, using: &dice)
    let things = LoopWords.things.shuffled(using: &dice)
    var site = LoopSite(kind: "list over pages, page for each item")
    site.demonstration = [.open(start)]
    for number in 0..<count {
      let own = Array(things[(number * 3)..<(number * 3 + Int.random(in: 2...3, using: &dice))])
      let name = number == 0 ? start : "page-\(number + 1).html"
      site.pages[name] = page.page(
        page.title,
        page.list(own.map { ($0, LoopPage.link($0, to: "\($0.lowercased()).html")) }, hasName: false)
          + (number + 1 < count ? "<p>\(LoopPage.link("Older", to: "page-\(number + 2).html"))</p>" : ""))
      for thing in own {
        site.pages["\(thing.lowercased()).html"] = page.page(
          thing, LoopPage.form(LoopPage.box("Seen", "seen"), words: thing, button: deed, to: name))
      }
      site.expected += own.map { "\($0): yes" }
      guard number < 2 else { continue }
      site.demonstration += own.flatMap { thing -> [Act] in
        [.click(.link, thing), .check("Seen"), .click(.button, deed)]
      }
      if number == 0 { site.demonstration += [.click(.link, "Older")] }
    }
    return site
  }

  /// A button that shows more as long as there is more.
  static func more(_ dice: inout Dice) -> LoopSite {
    let page = LoopPage(&dice)
    let count = Int.random(in: 4...8, using: &dice)
    var site = LoopSite(kind: "as long as there is more")
    site.pages[start] = page.page(
      page.title,
      """
      <ul id="all"></ul><p><button type="button" onclick="more(this)">Show more</button></p><script>
      let shown = 0
      function more(button) {
        shown += 1
        note('more ' + shown)
        document.getElementById('all').innerHTML += '<li>Number ' + shown + '</li>'
        if (shown == \(count)) button.remove()
      }
      </script>
      """)
    site.demonstration = [.open(start), .click(.button, "Show more"), .click(.button, "Show more")]
    site.expected = (1...count).map { "more \($0)" }
    return site
  }
}
