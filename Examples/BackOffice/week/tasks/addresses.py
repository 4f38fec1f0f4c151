"""A customer has moved and writes where to: the new address goes from the message to the customer's card."""

from week.desk import SECTION, Desk, field, label
from worker.diary import Episode
from week.task import Pause, Task


def asks_for_change(message: dict) -> bool:
    return message["status"] == "New" and "(" in message["subject"]


def change(desk: Desk, episode: Episode):
    if not desk.is_at("/admin/inbox/message/"):
        desk.go_to("Messages")
    message = next(row for row in desk.rows() if asks_for_change(row))
    desk.hand.follow(message["link"])
    desk.clock.read()
    address = desk.browser.front.read("lines")[2]
    episode.parameters = {"customer": message["company"], "address": address}
    by_clipboard = desk.chance(0.7)
    if by_clipboard:
        desk.hand.copy_line(address)
    yield Pause.NOTHING
    in_new_tab = desk.is_on_form(message["subject"]) and desk.chance(0.4)
    if in_new_tab:
        message_tab = desk.browser.front
        desk.hand.follow_in_new_tab(SECTION, "Customers")
    else:
        desk.go_to("Customers")
    yield from write_address(desk, message["company"], address, by_clipboard)
    if in_new_tab:
        if desk.chance(0.7):
            desk.hand.close_tab()
        else:
            desk.hand.switch_tab(message_tab)
        mark_on_form(desk)
    else:
        desk.go_to("Messages")
        if desk.chance(0.5):
            desk.hand.follow(desk.row("subject", message["subject"])["link"])
            mark_on_form(desk)
        else:
            mark_in_list(desk, message["subject"])


def write_address(desk: Desk, customer: str, address: str, by_clipboard: bool):
    desk.hand.click("#searchbar")
    desk.hand.type("#searchbar", customer)
    desk.hand.enter("#searchbar")
    desk.hand.follow(desk.row("name", customer)["link"])
    yield Pause.PAGE
    if by_clipboard:
        desk.hand.click(field("address"))
        desk.hand.clear(field("address"))
        desk.hand.paste(field("address"), address)
    else:
        desk.replace("address", address)
    desk.save()


def mark_on_form(desk: Desk):
    desk.hand.click(label("status"))
    desk.hand.choose(field("status"), "Done")
    desk.save()


def mark_in_list(desk: Desk, subject: str):
    desk.hand.click(f"{desk.row('subject', subject)['row']} input.action-select")
    desk.hand.click(".actions label")
    desk.hand.choose(".actions select", "Mark as done")
    desk.hand.follow(".actions button", "Go")
    desk.expect_success()


CHANGE = Task("change-address", "Messages", change)
