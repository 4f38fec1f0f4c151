"""The worker at the desk of the back office: what every task needs to be done."""

import random
from dataclasses import dataclass
from pathlib import Path

from worker.devtools import WorkerError
from worker.person import Worker

# A section's link, on the start page and in the side bar of all others.
SECTION = "tr[class*=model-] th a"
SECTIONS = ["Customers", "Invoices", "Tickets", "Messages"]


@dataclass
class Desk(Worker):
    # Where every choice comes from that is the worker's own.
    draw: random.Random
    office: Path

    def chance(self, share: float) -> bool:
        return self.draw.random() < share

    def rows(self) -> list[dict]:
        """The rows of the list on the page; `row` selects a row, `link` what opens it."""
        rows = self.browser.front.read("rows")
        return [{**row, "row": nth_row(index), "link": f"{nth_row(index)} th a"} for index, row in enumerate(rows)]

    def row(self, column: str, text: str) -> dict:
        """The first row that says this in a column."""
        for row in self.rows():
            if row[column] == text:
                return row
        raise WorkerError(f"No row of the list has “{text}” in its column {column}.")

    def is_at(self, path: str) -> bool:
        """Whether the page in front is this one, whatever its filters."""
        return self.browser.front.address.partition("?")[0] == self.address + path

    def is_on_form(self, name: str) -> bool:
        """Whether the form of this ticket, message … is in front."""
        return self.sees("#content h2", name)

    def go_to(self, section: str):
        """To the list of a section by its link; now and then to a wrong one first."""
        if self.chance(0.05):
            with self.diary.slip("wrong page"):
                wrong = self.draw.choice([name for name in SECTIONS if name != section])
                self.hand.follow(SECTION, wrong)
                if self.chance(0.5):
                    self.hand.go_back()
        self.hand.follow(SECTION, section)

    def filter_by(self, choice: str):
        """Narrows the list by a choice of its filter, where it is not narrowed by it yet."""
        if not self.sees("#changelist-filter li.selected a", choice):
            self.hand.follow("#changelist-filter li a", choice)

    def move_on(self, before: str, name: str):
        """From a field to the next one: by Tab, or with the mouse where the focus went elsewhere in between."""
        if self.browser.front.read("focus", field(before)):
            self.hand.tab_to(field(before), field(name))
        else:
            self.hand.click(label(name))

    def fill(self, name: str, text: str):
        """Types into the field that has the focus; now and then with a typo."""
        # A field for numbers takes nothing but digits.
        keys = "0123456789" if text[-1].isdigit() else "qwx"
        typo = self.draw.choice(keys) if self.chance(0.06) else None
        self.hand.type(field(name), text, typo)

    def replace(self, name: str, text: str):
        """Clicks into a field and types over what is there."""
        self.hand.click(field(name))
        if self.browser.front.read("value", field(name)):
            self.hand.clear(field(name))
        self.fill(name, text)

    def choose(self, name: str, label: str):
        """Chooses in the list that has the focus; now and then the wrong option first."""
        if self.chance(0.06):
            labels = self.browser.front.read("options", field(name))["labels"]
            others = [other for other in labels if other != label and not other.startswith("---")]
            with self.diary.slip("wrong option"):
                self.hand.choose(field(name), self.draw.choice(others))
            self.hand.correct_choice(field(name), label)
        else:
            self.hand.choose(field(name), label)

    def save(self, button: str = "Save"):
        """Saves, and makes sure that the application took it."""
        self.hand.follow("input[type=submit]", button)
        self.expect_success()

    def expect_success(self):
        if not self.sees(".messagelist .success, .messagelist .info"):
            raise WorkerError("The application did not take what was saved.")


def nth_row(index: int) -> str:
    return f"#result_list tbody tr:nth-child({index + 1})"


def field(name: str) -> str:
    return f"[name={name}]"


def label(name: str) -> str:
    return f"label[for=id_{name}]"
