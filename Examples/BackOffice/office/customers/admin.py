from django.contrib import admin

from customers.models import Customer


@admin.register(Customer)
class CustomerAdmin(admin.ModelAdmin):
    list_display = ["name", "contact", "address"]
    list_per_page = 20
    search_fields = ["name", "contact"]
    fieldsets = [
        (None, {"fields": ["name"]}),
        ("Reach", {"fields": ["contact", "email", "address"]}),
        ("Notes", {"fields": ["notes"], "classes": ["collapse"]}),
    ]
