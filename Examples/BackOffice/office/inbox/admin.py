from django.contrib import admin

from inbox.models import Message


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin):
    list_display = ["subject", "company", "received", "status"]
    list_filter = ["status"]
    list_per_page = 100
    search_fields = ["subject", "company"]
    actions = ["mark_as_done"]
    readonly_fields = ["subject", "sender", "company", "received", "body"]
    fields = ["subject", "sender", "company", "received", "body", "status"]

    def has_add_permission(self, request):
        """Messages come from customers."""
        return False

    @admin.action(description="Mark as done")
    def mark_as_done(self, request, messages):
        changed = messages.update(status=Message.Status.DONE)
        self.message_user(request, f"{changed} messages are done.")
