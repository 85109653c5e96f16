"""Brings the database to this version of the product."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from casework import access
from casework.database import give_rights


class Command(BaseCommand):
    help = (
        "Migrate as the database's owner, give the application's role its rights (and none to change the log), "
        "and bring permissions in line with what this version grants."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        call_command("createcachetable", verbosity=options["verbosity"])
        give_rights(connection, settings.DATABASE_APP_ROLE)
        mended = access.mend()
        if mended and options["verbosity"]:
            self.stdout.write(f"{mended} permissions were brought in line with what this version grants.")
