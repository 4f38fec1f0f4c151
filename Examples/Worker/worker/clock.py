"""The time of the scripted week. It goes on by jumps: nobody waits for a pause that is only played."""

import random
from datetime import date, datetime, time, timedelta


class Clock:
    def __init__(self):
        self.draw = random.Random(0)
        self.now = datetime.min

    def begin(self, day: date):
        """Shortly before nine."""
        self.now = datetime.combine(day, time(8, 50)) + timedelta(seconds=self.draw.uniform(0, 600))

    def act(self):
        """The moment between two acts of somebody who knows what to do."""
        self.pass_(self.draw.lognormvariate(0.7, 0.5))

    def read(self):
        """Reading a page or a message."""
        self.pass_(self.draw.uniform(4, 25))

    def idle(self):
        """A call, a colleague, a coffee: what happens between two pieces of work."""
        self.pass_(60 * self.draw.lognormvariate(2.6, 0.7))

    def lunch(self):
        self.pass_(60 * self.draw.uniform(35, 55))

    def pass_(self, seconds: float):
        self.now += timedelta(milliseconds=max(1, round(seconds * 1000)))
