"""Settings of the back office: one company, one machine, reached over loopback only."""

import os
from pathlib import Path

# Everything that changes (the database, the day's files) lives here, never beside the code.
FOLDER = Path(os.environ.get("BACKOFFICE_HOME", ".backoffice")).resolve()

# A sample that is never reachable from outside the machine; its sessions are worth nothing.
SECRET_KEY = "a-sample-application-on-loopback"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
# Off, so that errors and speed are those of an installed application; `serve` hands out the static files itself.
DEBUG = False

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "company",
    "customers",
    "invoices",
    "tickets",
    "inbox",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "urls"
STATIC_URL = "static/"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FOLDER / "office.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = False
