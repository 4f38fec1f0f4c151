import csv

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import BaseCommand, call_command

from company import world
from customers.models import Customer


class Command(BaseCommand):
    help = "Makes the database of a new office: its customers, one person who works there, and the files of each day."

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, seed, **_):
        settings.FOLDER.mkdir(parents=True, exist_ok=True)
        call_command("migrate", run_syncdb=True, verbosity=0)
        # The name and password of the one person who works in this sample.
        User.objects.create_superuser("alex", "alex@office.example", "works-here")
        Customer.objects.bulk_create(Customer(**vars(card)) for card in world.customers(seed))
        for day in range(1, 7):
            self.write_file(seed, day)

    def write_file(self, seed, day):
        """The invoices of a day as the bank's portal exports them: days first, a point before the cents."""
        path = settings.FOLDER / f"invoices-{world.day_of(day)}.csv"
        with path.open("w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(["number", "customer", "date", "amount"])
            for paper in world.arrivals(seed, day).file:
                rows.writerow([paper.number, paper.customer, f"{paper.date:%d.%m.%Y}", f"{paper.amount:.2f}"])
