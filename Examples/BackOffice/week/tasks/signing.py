"""Signing in and out."""

from week.desk import Desk, field

NAME, PASSWORD = "alex", "works-here"


def sign_in(desk: Desk):
    episode = desk.diary.begin("sign-in")
    episode.parameters = {"name": NAME}
    desk.hand.click(field("username"))
    desk.hand.type(field("username"), NAME)
    desk.hand.tab_to(field("username"), field("password"))
    desk.hand.type(field("password"), PASSWORD)
    desk.hand.follow("input[type=submit]", "Log in")


def sign_out(desk: Desk):
    desk.diary.begin("sign-out")
    desk.hand.follow("#logout-form button")
