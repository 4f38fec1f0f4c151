"""What the worker did and why: said line by line while it happens, and written down as the truth at the end."""

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from worker.clock import Clock


@dataclass
class Act:
    number: int
    time: str
    day: int
    tab: int
    verb: str
    role: str
    name: str
    value: str | None
    address: str
    episode: str | None
    slip: str | None
    noise: str | None


@dataclass
class Episode:
    id: str
    kind: str
    day: int
    first: int = -1
    last: int = -1
    # What differs from one episode of this kind to the next.
    parameters: dict = field(default_factory=dict)
    # Names of parameters that no source on the screen decides.
    judgements: list = field(default_factory=list)
    # Episodes done between two acts of this one.
    interrupted_by: list = field(default_factory=list)
    # Episodes done in one go share a batch.
    batch: str | None = None


class Diary:
    def __init__(self, clock: Clock, acknowledge: bool):
        self._clock = clock
        self._acknowledge = acknowledge
        self._day = 0
        self._slip = None
        self._noise = None
        self.days = []
        self.acts = []
        self.episodes = []
        self.current = None

    def begin_day(self, number: int):
        self._day = number
        self.days.append({"day": number, "date": str(self._clock.now.date()), "first": len(self.acts)})
        self._say(kind="day", day=number, date=str(self._clock.now.date()), time=self._time())

    def open_file(self, path: Path):
        self._say(kind="file", path=str(path), time=self._time())

    def act(self, verb, role, name, address, tab, value=None):
        """Announces an act, right before it is done."""
        episode = None if self._noise else self.current
        act = Act(
            len(self.acts), self._time(), self._day, tab, verb, role, name, value, address,
            episode and episode.id, self._slip, self._noise,
        )  # fmt: skip
        self.acts.append(act)
        if episode:
            episode.first = act.number if episode.first < 0 else episode.first
            episode.last = act.number
        self._say(kind="act", number=act.number, time=act.time, what=f"{verb} {role} “{name}”".strip())

    def begin(self, kind: str, batch: str | None = None) -> Episode:
        """An episode of this kind begins: what follows belongs to it, until another begins or `end`."""
        count = sum(episode.kind == kind and episode.day == self._day for episode in self.episodes)
        self.current = Episode(f"day-{self._day}-{kind}-{count + 1}", kind, self._day, batch=batch)
        self.episodes.append(self.current)
        return self.current

    def end(self):
        self.current = None

    @contextmanager
    def aside(self):
        """Something else is done before the current episode goes on."""
        interrupted, count = self.current, len(self.episodes)
        yield
        if interrupted:
            interrupted.interrupted_by += [episode.id for episode in self.episodes[count:]]
        self.current = interrupted

    @contextmanager
    def slip(self, kind: str):
        """A mistake and its correction."""
        self._slip = kind
        yield
        self._slip = None

    @contextmanager
    def noise(self, kind: str):
        """Something that belongs to no task."""
        self._noise = kind
        yield
        self._noise = None

    def write(self, path: Path, seed: int, origin: str):
        truth = {
            "seed": seed,
            "origin": origin,
            "days": self.days,
            "acts": [asdict(act) for act in self.acts],
            "episodes": [asdict(episode) for episode in self.episodes],
        }
        path.write_text(json.dumps(truth, indent=1, ensure_ascii=False))
        self._say(kind="done", acts=len(self.acts), episodes=len(self.episodes), truth=str(path))

    def _time(self) -> str:
        return self._clock.now.isoformat(timespec="milliseconds")

    def _say(self, **line):
        print(json.dumps(line, ensure_ascii=False), flush=True)
        if self._acknowledge:
            sys.stdin.readline()
