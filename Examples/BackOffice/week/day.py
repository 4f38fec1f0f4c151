"""One day: what there is to do, in which order it is done, and what comes in between."""

import math
from datetime import date
from pathlib import Path

from week.desk import SECTION, Desk
from week.outside import let_arrive
from week.task import Pause, Task
from week.tasks import addresses, approvals, duplicates, invoices, letters, newcomers, signing, tickets, wandering

# How often a task is left half-way where it may be.
INTERRUPTION = 0.08


def spend(desk: Desk, number: int, day: date, seed: int):
    """A day from the morning to the evening."""
    desk.clock.begin(day)
    desk.diary.begin_day(number)
    post = let_arrive(desk.office, seed, number)
    desk.hand.type_address(desk.address + "/admin/")
    if desk.sees("#login-form"):
        signing.sign_in(desk)
    todo = plan(desk, number, post)
    noon = len(todo) // 2
    while todo:
        if len(todo) == noon:
            desk.clock.lunch()
        if desk.chance(0.16):
            wandering.wander(desk)
        task = todo.pop(0)
        carry_out(desk, task, todo)
        if not (todo and task.batch and task.batch == todo[0].batch):
            desk.clock.idle()
    desk.hand.close_other_tabs()
    if number == 3:
        signing.sign_out(desk)


def plan(desk: Desk, number: int, post: dict) -> list[Task]:
    """Everything that waits this morning, in the order of this day: alike things often, not always, together."""
    file = Path(post["file"])
    rows = invoices.read_file(file)
    half = math.ceil(len(rows) / 2)
    stays_on_form = desk.chance(0.7)
    runs = [
        invoices.batch(file, rows[:half], f"day-{number}-batch-1", stays_on_form),
        invoices.batch(file, rows[half:], f"day-{number}-batch-2", stays_on_form),
    ]
    runs += split(desk, [tickets.TRIAGE] * post["tickets"])
    runs += split(desk, [addresses.CHANGE] * post["moves"])
    runs += split(desk, [letters.FILE_AWAY] * post["letters"])
    runs += split(desk, [approvals.DECIDE] * desk.draw.randint(4, 6))
    if number == 4:
        runs += [[newcomers.add(*card)] for card in newcomers.NEWCOMERS[:2]]
    if number == 5:
        runs += [[newcomers.add(*card)] for card in newcomers.NEWCOMERS[2:]] + [[duplicates.DELETE]]
    desk.draw.shuffle(runs)
    return [task for run in runs for task in run]


def split(desk: Desk, tasks: list[Task]) -> list[list[Task]]:
    """Alike tasks in runs of one to four."""
    runs = []
    while tasks:
        length = desk.draw.randint(1, 4)
        runs.append(tasks[:length])
        tasks = tasks[length:]
    return runs


def carry_out(desk: Desk, task: Task, waiting: list[Task], in_new_tab: bool = False):
    """Does a task; where it may be left, another one that waits may come in between, of which nothing else does."""
    episode = desk.diary.begin(task.kind, task.batch)
    if in_new_tab:
        desk.hand.follow_in_new_tab(SECTION, task.section)
    for pause in task.steps(desk, episode):
        other = next((other for other in waiting if other.kind != task.kind and not other.batch), None)
        if other and desk.chance(INTERRUPTION):
            waiting.remove(other)
            desk.clock.idle()
            with desk.diary.aside():
                carry_out(desk, other, waiting=[], in_new_tab=pause is Pause.PAGE)
            desk.clock.idle()
    if in_new_tab:
        desk.hand.close_tab()
    desk.diary.end()
