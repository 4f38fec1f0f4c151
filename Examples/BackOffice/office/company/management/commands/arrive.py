import json

from django.conf import settings
from django.core.management import BaseCommand

from company import files, world
from customers.models import Customer
from inbox.models import Message
from invoices.models import Invoice
from tickets.models import Ticket


class Command(BaseCommand):
    help = (
        "Lets arrive what comes in from outside before a day: a file of invoices, tickets, messages, and drafts "
        "entered by colleagues. Prints how much there is, as JSON."
    )

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--day", type=int, required=True, help="1 for the Monday of the week, 5 for its Friday")

    def handle(self, *, seed, day, **_):
        arrivals = world.arrivals(seed, day)
        customers = Customer.objects.in_bulk(field_name="name")
        Invoice.objects.bulk_create(
            Invoice(number=paper.number, customer=customers[paper.customer], date=paper.date, amount=paper.amount)
            for paper in arrivals.drafts
        )
        Ticket.objects.bulk_create(
            Ticket(title=letter.subject, body=letter.body, reporter=letter.sender, received=letter.received)
            for letter in arrivals.tickets
        )
        Message.objects.bulk_create(Message(**vars(letter)) for letter in arrivals.messages)
        moves = sum("(" in letter.subject for letter in arrivals.messages)
        post = {
            "file": str(files.write_invoices(settings.FOLDER / "invoices", day, arrivals.file)),
            "drafts": len(arrivals.drafts),
            "tickets": len(arrivals.tickets),
            "moves": moves,
            "letters": len(arrivals.messages) - moves,
        }
        self.stdout.write(json.dumps(post))
