"""A week of work: python -m week --help"""

import argparse
import random
import sys
from datetime import date, timedelta
from pathlib import Path

from week import day
from worker.browser import Browser
from worker.clock import Clock
from week.desk import Desk
from worker.devtools import DevTools, WorkerError
from worker.diary import Diary
from worker.hand import Hand
from week.outside import let_arrive

MONDAY = date(2026, 11, 16)


def arguments():
    parser = argparse.ArgumentParser(prog="work", description="A scripted week of office work in a real browser.")
    parser.add_argument("--profile", type=Path, required=True, help="the profile folder of the browser to work in")
    parser.add_argument("--office", type=Path, required=True, help="the folder given to start")
    parser.add_argument("--address", required=True, help="the address that start printed")
    parser.add_argument("--truth", type=Path, required=True, help="where to write what was done and why")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same week")
    parser.add_argument("--days", type=days, default=range(1, 6), help="for example 1-5 (the default), or 3")
    parser.add_argument("--acknowledge", action="store_true", help="wait for a line on standard input after each line")
    return parser.parse_args()


def days(text: str) -> range:
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def work(options, diary: Diary, clock: Clock):
    browser = Browser(DevTools(options.profile))
    hand = Hand(browser, diary, clock)
    for number in options.days:
        draw = random.Random(f"{options.seed} worker {number}")
        clock.draw = random.Random(f"{options.seed} clock {number}")
        desk = Desk(hand, browser, clock, diary, draw, options.office, options.address.rstrip("/"))
        post = let_arrive(options.office, options.seed, number)
        day.spend(desk, number, MONDAY + timedelta(days=number - 1), post)


def main() -> int:
    options = arguments()
    clock = Clock()
    diary = Diary(clock, options.acknowledge)
    try:
        work(options, diary, clock)
    except WorkerError as error:
        print(f"work: at act {len(diary.acts) - 1}: {error}", file=sys.stderr)
        return 1
    diary.write(options.truth, options.seed, options.address)
    return 0


if __name__ == "__main__":
    sys.exit(main())
