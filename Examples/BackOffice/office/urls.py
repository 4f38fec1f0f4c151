"""The admin at its usual address, and a page that says how the office works."""

from django.contrib import admin
from django.urls import path
from django.views.generic import RedirectView, TemplateView

admin.site.site_header = "Back office"
admin.site.site_title = "Back office"
admin.site.index_title = "Today's work"

urlpatterns = [
    path("", RedirectView.as_view(url="/admin/")),
    path("help/", TemplateView.as_view(template_name="company/help.html")),
    path("news/", TemplateView.as_view(template_name="company/news.html")),
    path("admin/", admin.site.urls),
]
