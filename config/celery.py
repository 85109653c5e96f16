"""The worker and the clock. Redis only wakes them: what is to be done is written in PostgreSQL."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("chapter8")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
