"""Browsing that belongs to no task: looking something up, looking around, and once in a while something private."""

from week.desk import Desk


def look_at_history(desk: Desk):
    """What has been done to something, out of curiosity."""
    desk.go_to(desk.draw.choice(["Customers", "Invoices", "Tickets"]))
    desk.hand.follow(desk.draw.choice(desk.rows())["link"])
    desk.hand.follow("a.historylink", "History")
    desk.clock.read()
    desk.hand.go_back()


def read_help(desk: Desk):
    """The rules of the office, once more."""
    desk.hand.type_address(desk.address + "/help/")
    desk.hand.scroll(200)
    desk.clock.read()
    desk.hand.follow("a", "Back to the work")


def look_around(desk: Desk):
    """The start page, then some list, to see how much there is to do."""
    desk.hand.follow("#site-name a")
    desk.clock.read()
    desk.go_to(desk.draw.choice(["Messages", "Tickets", "Invoices"]))


def search_for_nothing(desk: Desk):
    """A search whose result is looked at and left."""
    desk.go_to("Customers")
    desk.hand.click("#searchbar")
    desk.hand.type("#searchbar", desk.draw.choice(["kiel", "lane", "bremen", "holm"]))
    desk.hand.enter("#searchbar")
    desk.clock.read()


def read_news(desk: Desk):
    """Nobody's business: a page under another host name, for which there is no grant."""
    desk.hand.type_address(desk.address.replace("127.0.0.1", "localhost") + "/news/")
    desk.hand.click("a", "A late goal decides the derby")
    desk.clock.read()
    desk.hand.type_address(desk.address + "/admin/")


WAYS = [look_at_history, read_help, look_around, search_for_nothing, read_news]
SHARES = [3, 2, 3, 2, 1]


def wander(desk: Desk):
    way = desk.draw.choices(WAYS, SHARES)[0]
    with desk.diary.noise(way.__name__.replace("_", " ")):
        way(desk)
