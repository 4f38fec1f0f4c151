"""Work at the helpdesk: each row of the file becomes a ticket, which is then given to somebody."""

import csv
import sys
from datetime import date
from pathlib import Path

from worker import person
from worker.person import Worker

FILE = Path(__file__).resolve().parent / "tickets.csv"


def create(worker: Worker, row: dict):
    worker.hand.follow("#mainnav a", "New Ticket")
    worker.hand.click("#field-summary")
    worker.hand.type("#field-summary", row["summary"])
    worker.hand.click("#field-description")
    worker.hand.type("#field-description", row["description"])
    worker.hand.click("label[for=field-priority]")
    worker.hand.choose("#field-priority", row["priority"])
    worker.hand.click("label[for=field-component]")
    worker.hand.choose("#field-component", row["component"])
    worker.hand.follow("input[name=submit]", "Create ticket")


def triage(worker: Worker, row: dict):
    worker.hand.click("a", "Modify Ticket")
    worker.hand.click("#comment")
    worker.hand.type("#comment", "Please have a look.")
    worker.hand.click("#action_reassign")
    worker.hand.click("#action_reassign_reassign_owner")
    worker.hand.clear("#action_reassign_reassign_owner")
    worker.hand.type("#action_reassign_reassign_owner", row["owner"])
    worker.hand.follow("input[name=submit]", "Submit changes")


def work(worker: Worker):
    worker.clock.begin(date(2026, 11, 16))
    worker.diary.begin_day(1)
    worker.hand.type_address(worker.address + "/")
    worker.diary.open_file(FILE)
    with FILE.open(newline="") as file:
        for row in csv.DictReader(file):
            worker.diary.begin("handle-ticket").parameters = row
            create(worker, row)
            worker.clock.read()
            triage(worker, row)
            worker.clock.idle()


if __name__ == "__main__":
    sys.exit(person.employ(person.options("tickets", "Works at the helpdesk in Trac.").parse_args(), work))
