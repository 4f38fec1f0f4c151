from django.contrib import admin

from tickets.models import Ticket


@admin.register(Ticket)
class TicketAdmin(admin.ModelAdmin):
    list_display = ["title", "reporter", "received", "priority", "assignee", "status"]
    list_filter = ["status", "priority", "assignee"]
    list_per_page = 100
    search_fields = ["title", "reporter"]
    actions = ["close"]
    readonly_fields = ["title", "body", "reporter", "received"]
    fieldsets = [
        (None, {"fields": ["title", "reporter", "received", "body"]}),
        ("Triage", {"fields": ["priority", "assignee", "status"]}),
    ]

    @admin.action(description="Close")
    def close(self, request, tickets):
        changed = tickets.update(status=Ticket.Status.CLOSED)
        self.message_user(request, f"{changed} tickets are closed.")
