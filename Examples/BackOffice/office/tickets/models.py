from django.db import models


class Ticket(models.Model):
    class Priority(models.TextChoices):
        UNSET = "", "---------"
        LOW = "low", "Low"
        NORMAL = "normal", "Normal"
        HIGH = "high", "High"
        URGENT = "urgent", "Urgent"

    class Assignee(models.TextChoices):
        NOBODY = "", "---------"
        JONAS = "jonas", "Jonas (support)"
        LENA = "lena", "Lena (accounts)"
        MARA = "mara", "Mara (operations)"

    class Status(models.TextChoices):
        NEW = "new", "New"
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"

    title = models.CharField(max_length=100)
    body = models.TextField()
    reporter = models.CharField(max_length=80)
    received = models.DateTimeField()
    priority = models.CharField(max_length=10, choices=Priority, default=Priority.UNSET, blank=True)
    assignee = models.CharField(max_length=10, choices=Assignee, default=Assignee.NOBODY, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.NEW)

    class Meta:
        ordering = ["received"]

    def __str__(self):
        return self.title
