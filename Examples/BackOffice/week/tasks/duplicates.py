"""An invoice that was entered twice is deleted: once in the whole week, and not to be undone."""

from week.desk import Desk, field
from worker.diary import Episode
from week.task import Pause, Task


def delete(desk: Desk, episode: Episode):
    if not desk.is_at("/admin/invoices/invoice/"):
        desk.go_to("Invoices")
    desk.filter_by("Rejected")
    invoice = desk.rows()[0]
    episode.parameters = {"number": invoice["number"]}
    episode.judgements = ["number"]
    desk.hand.click(f"{invoice['row']} input.action-select")
    desk.hand.click(".actions label")
    desk.hand.choose(field("action"), "Delete selected invoices")
    desk.hand.follow(".actions button", "Go")
    desk.clock.read()
    yield Pause.PAGE
    desk.hand.follow("input[type=submit]", "Yes, I’m sure")
    desk.expect_success()


DELETE = Task("delete-duplicate", "Invoices", delete)
