"""Brings the database to this version of the product."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from casework.database import give_rights
from casework.upgrading import bring_up_to_date


class Command(BaseCommand):
    help = (
        "Migrate as the database's owner, give the application's role its rights (and none to change the log), "
        "open what older cases lack, and bring permissions in line with what this version grants."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        call_command("createcachetable", verbosity=options["verbosity"])
        give_rights(connection, settings.DATABASE_APP_ROLE)
        begun, mended = bring_up_to_date()
        if begun and options["verbosity"]:
            self.stdout.write(f"{begun} things that older cases lacked were begun.")
        if mended and options["verbosity"]:
            self.stdout.write(f"{mended} permissions were brought in line with what this version grants.")
