"""Approving or rejecting an invoice. Nothing on the screen decides: it is the worker's own judgement."""

from week.desk import Desk, field, label
from worker.diary import Episode
from week.task import Pause, Task

REASONS = {
    "Approved": ["As ordered", "Checked with the shop", "Agreed by phone", "Fits the contract", "Small, no doubt"],
    "Rejected": ["No such order", "Asked for the papers", "Price is not the agreed one", "Looks like one we had"],
}


def decide(desk: Desk, episode: Episode):
    if not desk.is_at("/admin/invoices/invoice/"):
        desk.go_to("Invoices")
    desk.filter_by("Draft")
    invoice = desk.draw.choice(desk.rows()[:6])
    decision = "Approved" if desk.chance(0.6) else "Rejected"
    reason = desk.draw.choice(REASONS[decision])
    episode.parameters = {"number": invoice["number"], "decision": decision, "reason": reason}
    episode.judgements = ["decision", "reason"]
    desk.hand.follow(invoice["link"])
    desk.clock.read()
    yield Pause.PAGE
    desk.hand.click(label("status"))
    desk.choose("status", decision)
    desk.hand.tab_to(field("status"), field("reason"))
    desk.fill("reason", reason)
    if desk.chance(0.2):
        desk.hand.enter(field("reason"))
        desk.expect_success()
    else:
        desk.save()


DECIDE = Task("approve-invoice", "Invoices", decide)
