"""Triage: the first word of a ticket's title decides its priority and who takes it."""

from week.desk import Desk, field, label
from worker.diary import Episode
from week.task import Pause, Task

RULES = {
    "Outage": ("Urgent", "Mara (operations)"),
    "Error": ("High", "Jonas (support)"),
    "Billing": ("Normal", "Lena (accounts)"),
    "Question": ("Low", "Jonas (support)"),
}


def triage(desk: Desk, episode: Episode):
    if not desk.is_at("/admin/tickets/ticket/"):
        desk.go_to("Tickets")
    desk.filter_by("New")
    ticket = desk.rows()[0]
    title = ticket["title"]
    priority, assignee = RULES[title.partition(":")[0]]
    episode.parameters = {"title": title, "priority": priority, "assignee": assignee}
    desk.hand.follow(ticket["link"])
    desk.clock.read()
    yield Pause.NOTHING if desk.chance(0.3) else Pause.PAGE
    if not desk.is_on_form(title):
        desk.go_to("Tickets")
        desk.hand.follow(desk.row("title", title)["link"])
    desk.hand.click(label("priority"))
    desk.choose("priority", priority)
    desk.hand.tab_to(field("priority"), field("assignee"))
    desk.choose("assignee", assignee)
    desk.hand.tab_to(field("assignee"), field("status"))
    desk.choose("status", "Open")
    desk.save()


TRIAGE = Task("triage-ticket", "Tickets", triage)
