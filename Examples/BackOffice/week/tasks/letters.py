"""Messages that ask for nothing are read and marked as done."""

from week.desk import Desk
from worker.diary import Episode
from week.task import Pause, Task
from week.tasks import addresses


def asks_for_nothing(message: dict) -> bool:
    return message["status"] == "New" and "(" not in message["subject"]


def file_away(desk: Desk, episode: Episode):
    if not desk.is_at("/admin/inbox/message/"):
        desk.go_to("Messages")
    message = next(row for row in desk.rows() if asks_for_nothing(row))
    episode.parameters = {"subject": message["subject"]}
    desk.hand.follow(message["link"])
    desk.clock.read()
    yield Pause.PAGE
    addresses.mark_on_form(desk)


FILE_AWAY = Task("file-letter", "Messages", file_away)
