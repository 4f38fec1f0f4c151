"""A new customer. It happens late in the week only, so that there is something nobody could have learned before."""

from week.desk import Desk, field
from worker.diary import Episode
from week.task import Pause, Task

NEWCOMERS = [
    ("Lantern Theatre", "Rosa Winter", "office@lantern.example", "Gate Street 4, 24103 Kiel"),
    ("Mistral Sails", "Theo Lang", "office@mistral.example", "Pier Road 19, 18055 Rostock"),
    ("Old Forge Inn", "Nina Stark", "office@oldforge.example", "Smithy Lane 2, 28195 Bremen"),
    ("Pelican Toys", "Max Berg", "office@pelican.example", "Duck Pond 7, 04109 Leipzig"),
    ("Raven Antiques", "Eva Thorn", "office@raven.example", "Tower Hill 31, 23552 Luebeck"),
]


def add(name: str, contact: str, email: str, address: str) -> Task:
    def steps(desk: Desk, episode: Episode):
        episode.parameters = {"name": name, "contact": contact, "email": email, "address": address}
        if not desk.is_at("/admin/customers/customer/"):
            desk.go_to("Customers")
        desk.hand.follow("a.addlink", "Add customer")
        desk.hand.click(field("name"))
        desk.fill("name", name)
        yield Pause.PAGE
        before = "name"
        for column, text in (("contact", contact), ("email", email), ("address", address)):
            desk.move_on(before, column)
            desk.fill(column, text)
            before = column
        desk.save()

    return Task("add-customer", "Customers", steps)
