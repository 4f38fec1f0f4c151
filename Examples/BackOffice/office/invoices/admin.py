from django.contrib import admin

from invoices.models import Invoice


@admin.register(Invoice)
class InvoiceAdmin(admin.ModelAdmin):
    list_display = ["number", "customer", "date", "amount", "status"]
    list_filter = ["status"]
    list_per_page = 100
    search_fields = ["number", "customer__name"]
    actions = ["back_to_draft"]
    fieldsets = [
        (None, {"fields": ["customer", "number", "date", "amount"]}),
        ("Approval", {"fields": ["status", "reason"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        """Who enters an invoice sees what is on the paper; approving comes later."""
        return self.fieldsets if obj else self.fieldsets[:1]

    @admin.action(description="Back to draft")
    def back_to_draft(self, request, invoices):
        changed = invoices.update(status=Invoice.Status.DRAFT, reason="")
        self.message_user(request, f"{changed} invoices are drafts again.")
