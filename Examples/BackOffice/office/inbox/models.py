from django.db import models


class Message(models.Model):
    class Status(models.TextChoices):
        NEW = "new", "New"
        DONE = "done", "Done"

    subject = models.CharField(max_length=100)
    sender = models.CharField(max_length=80)
    company = models.CharField(max_length=80)
    received = models.DateTimeField()
    body = models.TextField()
    status = models.CharField(max_length=10, choices=Status, default=Status.NEW)

    class Meta:
        ordering = ["received"]

    def __str__(self):
        return self.subject
