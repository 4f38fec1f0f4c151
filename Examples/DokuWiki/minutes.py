"""Writing minutes: a new page for each row of the file."""

import csv
import sys
from datetime import date
from pathlib import Path

from worker import person
from worker.person import Worker

FILE = Path(__file__).resolve().parent / "minutes.csv"
NAME, PASSWORD = "alex", "works-here"


def sign_in(worker: Worker):
    worker.diary.begin("sign-in")
    worker.hand.follow("a", "Log In")
    worker.hand.click("[name=u]")
    worker.hand.type("[name=u]", NAME)
    worker.hand.tab_to("[name=u]", "[name=p]")
    worker.hand.type("[name=p]", PASSWORD)
    worker.hand.click("label[for=remember__me], label:has([name=r])")
    worker.hand.follow("#dw__login button[type=submit]", "Log In")


def write(worker: Worker, row: dict):
    worker.diary.begin("write-minutes").parameters = row
    worker.hand.click("#qsearch__in")
    worker.hand.type("#qsearch__in", row["page"])
    worker.hand.enter("#qsearch__in")
    worker.clock.read()
    # The page is not found; the wiki offers to make it.
    worker.hand.follow("#dokuwiki__content a.wikilink2", ":" + row["page"])
    worker.hand.click("#wiki__text")
    text = f"====== Minutes of {row['team']} ======\nPresent: {row['present']}\nDecision: {row['decision']}"
    worker.hand.type("#wiki__text", text)
    worker.hand.click("#edit__summary")
    worker.hand.clear("#edit__summary")
    worker.hand.type("#edit__summary", "Minutes")
    worker.hand.follow("button", "Save")


def work(worker: Worker):
    worker.clock.begin(date(2026, 11, 16))
    worker.diary.begin_day(1)
    worker.hand.type_address(worker.address + "/doku.php")
    sign_in(worker)
    worker.diary.open_file(FILE)
    with FILE.open(newline="") as file:
        for row in csv.DictReader(file):
            write(worker, row)
            worker.clock.idle()


if __name__ == "__main__":
    sys.exit(person.employ(person.options("minutes", "Writes minutes in DokuWiki.").parse_args(), work))
