"""A week of work: python -m week --help"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

from week import day
from week.desk import Desk
from worker import person
from worker.person import Worker

MONDAY = date(2026, 11, 16)


def days(text: str) -> range:
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def main() -> int:
    parser = person.options("work", "A scripted week of office work in a real browser.")
    parser.add_argument("--office", type=Path, required=True, help="the folder given to start")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same week")
    parser.add_argument("--days", type=days, default=range(1, 6), help="for example 1-5 (the default), or 3")
    chosen = parser.parse_args()

    def work(worker: Worker):
        # Each day has its own luck, so that a day is the same whether or not those before it were played.
        for number in chosen.days:
            worker.clock.draw = random.Random(f"{chosen.seed} clock {number}")
            desk = Desk(**vars(worker), draw=random.Random(f"{chosen.seed} worker {number}"), office=chosen.office)
            day.spend(desk, number, MONDAY + timedelta(days=number - 1), chosen.seed)

    return person.employ(chosen, work, chosen.seed)


if __name__ == "__main__":
    sys.exit(main())
