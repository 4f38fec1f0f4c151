"""The scripted worker, and how its program is started: options, what it says, what goes wrong."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from worker.browser import Browser
from worker.clock import Clock
from worker.devtools import DevTools, WorkerError
from worker.diary import Diary
from worker.hand import Hand


@dataclass
class Worker:
    hand: Hand
    browser: Browser
    clock: Clock
    diary: Diary
    # The application's address, without a slash at its end.
    address: str

    def sees(self, selector: str, text: str | None = None) -> bool:
        return self.browser.front.read("exists", selector, text)


def options(program: str, description: str) -> argparse.ArgumentParser:
    """The options that every worker has."""
    parser = argparse.ArgumentParser(prog=program, description=description)
    parser.add_argument("--profile", type=Path, required=True, help="the profile folder of the browser to work in")
    parser.add_argument("--address", required=True, help="the address that start printed")
    parser.add_argument("--truth", type=Path, required=True, help="where to write what was done and why")
    parser.add_argument("--acknowledge", action="store_true", help="wait for a line on standard input after each line")
    return parser


def employ(chosen: argparse.Namespace, work, seed: int = 1) -> int:
    """Lets a worker do what `work(worker)` says, in the browser that uses the profile; returns the exit status."""
    clock = Clock()
    diary = Diary(clock, chosen.acknowledge)
    try:
        browser = Browser(DevTools(chosen.profile))
        work(Worker(Hand(browser, diary, clock), browser, clock, diary, chosen.address.rstrip("/")))
    except WorkerError as error:
        print(f"work: at act {len(diary.acts) - 1}: {error}", file=sys.stderr)
        return 1
    diary.write(chosen.truth, seed, chosen.address)
    return 0
