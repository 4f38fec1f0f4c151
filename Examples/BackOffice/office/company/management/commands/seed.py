from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import BaseCommand, call_command

from company import files, world
from customers.models import Customer


class Command(BaseCommand):
    help = "Makes a new office: its database, its customers, one person who works there, and a file nobody has seen."

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, seed, **_):
        settings.FOLDER.mkdir(parents=True, exist_ok=True)
        call_command("migrate", run_syncdb=True, verbosity=0)
        # The name and password of the one person who works in this sample.
        User.objects.create_superuser("alex", "alex@office.example", "works-here")
        Customer.objects.bulk_create(Customer(**vars(card)) for card in world.customers(seed))
        (settings.FOLDER / "invoices").mkdir()
        # The file of the Monday after: kept apart, so that nobody who watches the week has read it.
        files.write_invoices(settings.FOLDER / "later", 6, world.arrivals(seed, 6).file)
