"""Entering invoices from the file of the day: the rows are typed one by one, each date in the form's own order."""

import csv
from datetime import datetime
from pathlib import Path

from week.desk import Desk, field, label
from worker.diary import Episode
from week.task import Pause, Task


def read_file(path: Path) -> list[dict]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def batch(path: Path, rows: list[dict], name: str, stays_on_form: bool) -> list[Task]:
    """Some rows of the file in one go: from form to form, or each time by way of the list."""
    return [
        Task("enter-invoice", "Invoices", entering(row, opens=None if index else path, continues=stays_on_form and row is not rows[-1]), name)
        for index, row in enumerate(rows)
    ]


def entering(row: dict, opens: Path | None, continues: bool):
    def steps(desk: Desk, episode: Episode):
        episode.parameters = row
        if opens:
            desk.diary.open_file(opens)
            # Once more, where one looks: whoever watches granted files sees it being opened.
            opens.read_bytes()
        if not desk.is_at("/admin/invoices/invoice/add/"):
            if not desk.is_at("/admin/invoices/invoice/"):
                desk.go_to("Invoices")
            desk.hand.follow("a.addlink", "Add invoice")
        yield from fill_form(desk, row)
        desk.save("Save and add another" if continues else "Save")

    return steps


def fill_form(desk: Desk, row: dict):
    # The file has the day first, the form the year.
    date = datetime.strptime(row["date"], "%d.%m.%Y").date().isoformat()
    forgets_date = desk.chance(0.05)
    desk.hand.click(label("customer"))
    desk.choose("customer", row["customer"])
    desk.hand.click(field("number"))
    desk.fill("number", row["number"])
    yield Pause.PAGE
    if not forgets_date:
        desk.move_on("number", "date")
        desk.fill("date", date)
    desk.hand.click(field("amount"))
    desk.fill("amount", row["amount"])
    if forgets_date:
        with desk.diary.slip("forgotten field"):
            desk.hand.follow("input[type=submit]", "Save")
            desk.clock.read()
            desk.replace("date", date)
