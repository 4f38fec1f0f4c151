"""The files that the office works from."""

import csv
from pathlib import Path

from company import world


def write_invoices(folder: Path, day: int, papers: list[world.Paper]) -> Path:
    """The invoices of a day as the bank's portal exports them: days first, a point before the cents."""
    folder.mkdir(exist_ok=True)
    path = folder / f"invoices-{world.day_of(day)}.csv"
    with path.open("w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["number", "customer", "date", "amount"])
        for paper in papers:
            rows.writerow([paper.number, paper.customer, f"{paper.date:%d.%m.%Y}", f"{paper.amount:.2f}"])
    return path
