"""A task as the worker carries it out: acts one after the other, with places where it may be left for a while."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from week.desk import Desk
from worker.diary import Episode


class Pause(Enum):
    """What an interruption at this point must leave alone."""

    # Nothing on the page would be lost: what comes in between may use this tab.
    NOTHING = auto()
    # Something is half typed: what comes in between needs a tab of its own.
    PAGE = auto()


@dataclass(frozen=True)
class Task:
    kind: str
    # The section of the application where it begins.
    section: str
    # Does the acts, says in the episode what it was about, and yields where it may be interrupted.
    steps: Callable[[Desk, Episode], Iterator[Pause]]
    # Tasks done in one go share a batch.
    batch: str | None = None
