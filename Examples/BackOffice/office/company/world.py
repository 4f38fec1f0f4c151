"""The invented world: who the customers are, and what arrives on each day. The same seed gives the same world."""

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from company import words

MONDAY = date(2026, 11, 16)


@dataclass(frozen=True)
class CustomerCard:
    name: str
    contact: str
    email: str
    address: str


@dataclass(frozen=True)
class Paper:
    """An invoice as it comes in, on paper or as a row of a file."""

    number: str
    customer: str
    date: date
    amount: Decimal


@dataclass(frozen=True)
class Letter:
    """A message or a ticket, as it comes in."""

    subject: str
    sender: str
    company: str
    received: datetime
    body: str


@dataclass(frozen=True)
class Arrivals:
    """What comes in from outside during the night before a day."""

    file: list[Paper]
    drafts: list[Paper]
    tickets: list[Letter]
    messages: list[Letter]


def day_of(number: int) -> date:
    """The date of a working day, counted from 1; the sixth is the Monday of the week after."""
    weeks, weekday = divmod(number - 1, 5)
    return MONDAY + timedelta(weeks=weeks, days=weekday)


def customers(seed: int) -> list[CustomerCard]:
    draw = random.Random(f"{seed} customers")
    return [
        CustomerCard(name, person(draw), f"office@{name.split()[0].lower()}.example", address(draw))
        for name in words.COMPANIES
    ]


def arrivals(seed: int, day: int) -> Arrivals:
    draw = random.Random(f"{seed} day {day}")
    today = day_of(day)
    numbers = iter(draw.sample(range(100, 1000), 40))

    def paper() -> Paper:
        written = today - timedelta(days=draw.randint(1, 12))
        amount = Decimal(draw.randint(2_000, 900_000)) / 100
        return Paper(f"R-{today:%m%d}-{next(numbers)}", draw.choice(words.COMPANIES), written, amount)

    return Arrivals(
        file=[paper() for _ in range(draw.randint(6, 8))],
        drafts=[paper() for _ in range(draw.randint(4, 6))],
        tickets=[
            ticket(draw, received, number=100 * day + index)
            for index, received in enumerate(mornings(draw, today, draw.randint(5, 7)), start=1)
        ],
        messages=[
            moving(draw, received, company)
            for company, received in zip(movers(seed, day), mornings(draw, today, draw.randint(3, 4)))
        ]
        + [pleasantry(draw, received) for received in mornings(draw, today, 1)],
    )


def mornings(draw: random.Random, today: date, count: int) -> list[datetime]:
    """Moments between six and nine in the morning, the earliest first."""
    minutes = sorted(draw.sample(range(180), count))
    return [datetime.combine(today, time(6)) + timedelta(minutes=minute) for minute in minutes]


def movers(seed: int, day: int) -> list[str]:
    """The customers who move that day; nobody moves twice in these weeks."""
    order = random.Random(f"{seed} movers").sample(words.COMPANIES, len(words.COMPANIES))
    return order[4 * (day - 1) : 4 * day]


def ticket(draw: random.Random, received: datetime, number: int) -> Letter:
    kind = draw.choice(list(words.TICKETS))
    trouble = draw.choice(words.TICKETS[kind])
    company = draw.choice(words.COMPANIES)
    body = f"Hello, {trouble}. Seen at {company} this morning. Please have a look."
    return Letter(f"{kind}: {trouble} (T-{number})", person(draw), company, received, body)


def moving(draw: random.Random, received: datetime, company: str) -> Letter:
    name, place = person(draw), address(draw)
    subject = draw.choice(["We have moved", "New address", "Please change our address"])
    body = f"Dear office,\n\nfrom now on please write to us at:\n{place}\n\nKind regards\n{name}, {company}"
    return Letter(f"{subject} ({company})", name, company, received, body)


def pleasantry(draw: random.Random, received: datetime) -> Letter:
    subject, body = draw.choice(words.PLEASANTRIES)
    name, company = person(draw), draw.choice(words.COMPANIES)
    return Letter(f"{subject}, {received:%A}", name, company, received, f"Dear office,\n\n{body}\n\nKind regards\n{name}, {company}")


def person(draw: random.Random) -> str:
    return f"{draw.choice(words.FIRST_NAMES)} {draw.choice(words.LAST_NAMES)}"


def address(draw: random.Random) -> str:
    return f"{draw.choice(words.STREETS)} {draw.randint(1, 120)}, {draw.choice(words.TOWNS)}"
