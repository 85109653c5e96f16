"""An agency's chronology of a case: compiled by the agency alone, then shared with the panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from agencies.models import Agency, Person
from agencies.roles import Holder
from casework.access import Grant
from casework.machines import Awaited, Governed, Grants, act, act_permissions, guard, state_check, state_field
from casework.models.case import Case

CHRONOLOGY_STATES = [("compiling", "Being compiled"), ("shared", "Shared with the panel")]

# What those who compile may do; the rest follows from other acts and is granted to nobody.
COMPILING = frozenset(
    {
        "add_entry",
        "change_entry",
        "remove_entry",
        "restore_entry",
        "import_file",
        "read_again",
        "answer_rows",
        "apply_import",
        "set_aside",
        "name_people",
    }
)


@guard("The case is closed: its file is read and no longer changed.")
def case_is_open(chronology: Any, by: Person | None) -> bool:
    return bool(chronology.case.state == "open")


@guard("A file has been imported and nobody has answered it yet: take its rows in, or set it aside.")
def no_file_is_waiting(chronology: Any, by: Person | None) -> bool:
    return not chronology.imports.open().exists()


@guard("There is no entry yet. Add one, or import the agency's file.")
def has_entries(chronology: Any, by: Person | None) -> bool:
    return bool(chronology.entry_count)


class Chronology(Governed):
    """One agency's entries in one case. Until it is shared nobody else learns anything of it, not even a number.

    ``report_id`` names the agency's report whose author and countersigning officer work on it; without one the
    agency's lead compiles and shares it alone. ``entry_count`` counts the entries that stand, ``last_number`` is the
    last number given to an entry and is never given twice.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    report_id = models.UUIDField(null=True, blank=True)
    entry_count = models.PositiveIntegerField(default=0, editable=False)
    last_number = models.PositiveIntegerField(default=0, editable=False)
    shared_on = models.DateField(null=True, blank=True)
    state = state_field(CHRONOLOGY_STATES, "compiling")

    class Meta:
        verbose_name_plural = "chronologies"
        permissions = act_permissions(
            "chronology",
            *("add_entry", "change_entry", "remove_entry", "restore_entry"),
            *("import_file", "keep_reading", "read_again", "answer_rows", "apply_import", "set_aside"),
            *("name_people", "bind", "share", "unshare"),
        )
        constraints: ClassVar = [
            state_check("chronology", CHRONOLOGY_STATES),
            models.UniqueConstraint(fields=["case", "agency"], name="one_chronology_per_agency"),
        ]

    def __str__(self) -> str:
        return f"Chronology of {self.agency}"

    def get_absolute_url(self) -> str:
        return reverse("chronology:chronology", args=[self.pk])

    def grants(self) -> Grants:
        working = {"view"} | COMPILING
        opened: dict[Holder, set[str]] = {Holder("lead", self.agency_id): set(working)}
        if self.report_id:
            opened[Holder("author", self.report_id)] = set(working)
            opened[Holder("countersigner", self.report_id)] = set(working)
        else:
            opened[Holder("lead", self.agency_id)].add("share")
        if self.state == "shared":
            for holder in self.readers():
                opened[holder] = {"view"}
            if not self.report_id:
                opened[Holder("manager", self.case.board_id)].add("unshare")
        return opened

    def readers(self) -> list[Holder]:
        """Who reads the chronology of every agency, from the moment it is shared."""
        board, case = self.case.board_id, self.case_id
        return [
            Holder("manager", board),
            Holder("chair", board),
            Holder("panel_member", case),
            Holder("overview_author", case),
        ]

    def awaits(self) -> list[Awaited]:
        if self.state != "compiling":
            return []
        workers = [Holder("author", self.report_id)] if self.report_id else [Holder("lead", self.agency_id)]
        waited = [
            Awaited(each, "apply_import", "Answer the file that was imported")
            for each in workers
            if self.imports.waiting().exists()
        ]
        if not self.report_id:
            step = (
                ("share", "Share the agency’s chronology")
                if self.entry_count
                else ("import_file", "Compile the agency’s chronology")
            )
            waited.append(Awaited(workers[0], *step))
        return waited

    @act(source="compiling", label="Add an entry", done="Added an entry", guards=[case_is_open], quiet=True)
    def add_entry(self, by: Person, **facts: Any) -> None:
        """One more entry, written by hand."""
        self.last_number += 1
        self.entry_count += 1

    @act(source="compiling", label="Change an entry", done="Changed an entry", guards=[case_is_open], page=False, quiet=True)
    def change_entry(self, by: Person, **facts: Any) -> None:
        """An entry's words are put right; what they were is kept."""

    @act(source="compiling", label="Strike out an entry", done="Struck out an entry", guards=[case_is_open], page=False)
    def remove_entry(self, by: Person, entries: Callable[[], int] = lambda: 1, **facts: Any) -> None:
        """An entry (or as many as are counted) no longer stands; it is kept with the reason."""
        self.entry_count -= entries()

    @act(source="compiling", label="Restore an entry", done="Restored an entry", guards=[case_is_open], page=False)
    def restore_entry(self, by: Person, entries: Callable[[], int] = lambda: 1, **facts: Any) -> None:
        """An entry (or as many as are counted) that was struck out stands again."""
        self.entry_count += entries()

    @act(source="compiling", label="Import a file", done="Imported a file", guards=[case_is_open], primary=False)
    def import_file(self, by: Person, **facts: Any) -> None:
        """A file of the agency is kept and will be read."""

    @act(source="compiling", label="Keep what was read", done="Read a file", page=False)
    def keep_reading(self, by: Person | None, **facts: Any) -> None:
        """What the worker read in a file waits for the agency's answer."""

    @act(source="compiling", label="Read it again", done="Had a file read again", guards=[case_is_open], page=False)
    def read_again(self, by: Person, file: Any, **facts: Any) -> None:
        """A file is read once more, with the meaning of its columns put right."""
        file.must_be_readable_again()

    @act(
        source="compiling",
        label="Answer for rows",
        done="Answered for rows of a file",
        guards=[case_is_open],
        page=False,
        quiet=True,
    )
    def answer_rows(self, by: Person, file: Any, **facts: Any) -> None:
        """Somebody says what becomes of rows of a file: which reading is right, which are taken, which left out."""
        file.must_wait_for_an_answer()

    @act(source="compiling", label="Take the rows in", done="Took in a file’s rows", guards=[case_is_open], page=False)
    def apply_import(self, by: Person, file: Any, **facts: Any) -> None:
        """The new rows of a file become entries; entries are changed or struck out as far as that was confirmed."""
        file.must_wait_for_an_answer()
        taken = file.new_rows().count()
        self.last_number += taken
        self.entry_count += taken - file.gone_rows().filter(entry__struck_at__isnull=True).count()

    @act(source="compiling", label="Set the file aside", done="Set a file aside", guards=[case_is_open], page=False)
    def set_aside(self, by: Person, file: Any, **facts: Any) -> None:
        """Nothing of a file is taken."""
        file.must_be_open()

    @act(source="compiling", label="Name people", done="Named people", guards=[case_is_open], primary=False, quiet=True)
    def name_people(self, by: Person, **facts: Any) -> None:
        """The agency says whom its entries mean; nobody else learns of it before the chronology is shared."""

    @act(source=["compiling", "shared"], label="Bind to the report", done="Bound to the agency’s report", page=False)
    def bind(self, by: Person | None, report_id: Any, **facts: Any) -> None:
        """From now on the author of this report compiles it, and it is shared with the report."""
        self.report_id = report_id

    @act(
        source="compiling",
        target="shared",
        label="Share with the panel",
        done="Shared with the panel",
        guards=[case_is_open, no_file_is_waiting],
    )
    def share(self, by: Person, on: date, **facts: Any) -> None:
        """The panel, the chair and the overview author see it from now on; the agency cannot change it meanwhile."""
        self.shared_on = on

    @act(
        source="shared",
        target="compiling",
        label="Send back to the agency",
        done="Sent back to the agency",
        guards=[case_is_open],
        primary=False,
    )
    def unshare(self, by: Person, **facts: Any) -> None:
        """The agency works on it again, and nobody else sees it until it is shared anew."""
        self.shared_on = None


class ChronologyGrant(Grant):
    content_object = models.ForeignKey(Chronology, on_delete=models.CASCADE, related_name="grant_rows")
