from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=80, unique=True)
    contact = models.CharField("contact person", max_length=80)
    email = models.EmailField()
    address = models.CharField(max_length=120)
    notes = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
