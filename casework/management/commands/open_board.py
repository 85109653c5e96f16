"""Sets up a board and its first administrator."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from agencies.models import Board, Person
from casework import directory
from frameworks.vocabulary import NATIONS


class Command(BaseCommand):
    help = "Open a board: its name, the prefix of its references, its area, and who administers it first."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("name")
        parser.add_argument("prefix", help="two to eight capital letters, such as NSCB")
        parser.add_argument("area")
        parser.add_argument("--nation", choices=list(NATIONS), default="england_wales")
        parser.add_argument("--administrator-name", required=True)
        parser.add_argument("--administrator-email", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        if Board.objects.filter(prefix=options["prefix"]).exists():
            raise CommandError(f"A board with the prefix {options['prefix']} is already there.")
        email = options["administrator_email"].lower()
        person = Person.objects.filter(email=email).first()
        person = person or Person.objects.create_user(email, None, name=options["administrator_name"])
        board = directory.open_board(
            name=options["name"],
            prefix=options["prefix"],
            area=options["area"],
            nation=options["nation"],
            administrator=person,
        )
        self.stdout.write(f"{board.name} is open. {person.name} chooses a password at /account/password/reset/.")
