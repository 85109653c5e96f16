"""An entry: what an agency's records say happened, in the agency's own words, and where it stands in time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import (
    CombinedSearchVector,
    SearchQuery,
    SearchVector,
    SearchVectorField,
)
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Left
from django.urls import reverse

from agencies.models import Person
from casework import access
from casework.models.case import Case
from chronology.models.chronology import Chronology
from chronology.ordering import PLACES_IN_A_DAY, first_key, order_key
from chronology.wording import hour_in_words, when_in_words

PRECISIONS = [
    ("day", "Exact day"),
    ("approx_day", "About this day"),
    ("range", "From one day to another"),
    ("week", "The week of"),
    ("part_month", "Part of a month"),
    ("month", "The month"),
    ("approx_month", "About this month"),
    ("term", "School term"),
    ("year", "The year"),
]
TIME_PRECISIONS = [
    ("exact", "Exact"),
    ("approx", "About"),
    ("part_of_day", "Part of the day"),
    ("unclear", "Unclear"),
]
SEEN = [
    ("yes", "Yes"),
    ("no", "No"),
    ("not_applicable", "Not applicable"),
    ("not_recorded", "Not recorded"),
]

# Everything the agency wrote, in the order of the page; a change keeps all of it as it was.
WORDS = (
    *("date_words", "time_words", "source", "agency_words", "professional", "persons", "contact_type"),
    *("event", "child_views", "action", "outcome", "told", "standard", "comment"),
    *("line_of_enquiry", "theme", "significance", "reference"),
)
FACTS = (
    *("start", "end", "precision", "time", "end_time", "time_precision", "known_on"),
    *("child_seen", "child_alone", "lines", "is_significant"),
)
SEARCHED = (
    *("event", "professional", "persons", "source", "agency_words", "contact_type", "action", "outcome"),
    *("child_views", "told", "standard", "comment", "theme", "significance", "reference"),
)
LONGEST_SEARCHED = 20_000  # letters of one field; PostgreSQL refuses a search vector of more than a megabyte


class CaseLexeme(Func):
    """The case's own id as a lexeme, so that one index answers "these words in this case" whatever else is stored."""

    template = "array_to_tsvector(ARRAY[replace(%(expressions)s::text, '-', '')])"
    output_field = SearchVectorField()


class InCase(SearchQuery):
    """Asks for a case's own lexeme, which is its id in figures alone."""

    def __init__(self, lexeme: Any) -> None:
        super().__init__(lexeme, search_type="raw")

    def as_sql(self, compiler: Any, connection: Any, function: Any = None, template: Any = None) -> Any:
        return super(SearchQuery, self).as_sql(compiler, connection, template="(%(expressions)s)::tsquery")


def _searched() -> CombinedSearchVector:
    words = SearchVector(*(Left(name, LONGEST_SEARCHED) for name in SEARCHED), config="english")
    return CombinedSearchVector(words, "||", CaseLexeme(F("case")), None)


def _asking(words: Any) -> SearchQuery:
    return SearchQuery(words, config="english", search_type="websearch")


# A search for what is not said would look at every entry; it is quicker to find those that say it and leave them out.
WITHOUT = re.compile(r'-(?!or\b)("[^"]*"|[^\s"-][^\s"]*)')
ONLY_WITHOUT = re.compile(rf"\s*(?:{WITHOUT.pattern}\s*)+")


def left_out(words: str) -> str:
    """What shall not be said, as a search for any of it; empty where something is asked that shall be said."""
    return " or ".join(WITHOUT.findall(words)) if ONLY_WITHOUT.fullmatch(words) else ""


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, person: Person) -> EntryQuerySet:
        """The entries of the chronologies that a role of this person opens."""
        return self.filter(chronology_id__in=access.ids_opened(person, Chronology))

    def standing(self) -> EntryQuerySet:
        """Those that have not been struck out."""
        return self.filter(struck_at__isnull=True)

    def by_time(self) -> EntryQuerySet:
        """In the order of events; within the same moment each agency's own order."""
        return self.order_by("order_key", "number", "pk")

    def saying(self, words: str, case_id: UUID) -> EntryQuerySet:
        """Those of a case with these words: all of them, "in this order" in quotes, -without, one OR other."""
        unsaid = left_out(words)
        return self.not_saying(unsaid, case_id.hex) if unsaid else self.said(words, case_id.hex)

    # --- by the index, for a case's lexeme and words that may both be given later -----------------------------------

    def said(self, words: Any, lexeme: Any) -> EntryQuerySet:
        """Those of a case with these words."""
        return self.filter(search=_asking(words) & InCase(lexeme))

    def not_saying(self, words: Any, lexeme: Any) -> EntryQuerySet:
        """All but those of a case with any of these words."""
        said = Entry.objects.filter(search=InCase(lexeme)).filter(search=_asking(words))
        return self.exclude(pk__in=said.values("pk"))

    def naming(self, person: Any, pattern: Any, lexeme: Any) -> EntryQuerySet:
        """Those of a case in whose event, persons or professional somebody stands by one of these codes, roles or names.

        The index finds those with the words; which of them have them together and whole ("Child A") the pattern tells.
        """
        named = Q(event__iregex=pattern) | Q(persons__iregex=pattern) | Q(professional__iregex=pattern)
        return self.said(person, lexeme).filter(named)

    def about_theme(self, theme: Any, lexeme: Any) -> EntryQuerySet:
        """Those of a case whose theme has these words."""
        words = SearchQuery(theme, config="english", search_type="plain")
        return self.filter(search=words & InCase(lexeme)).filter(theme__icontains=theme)


def any_of(names: Iterable[str]) -> str:
    """A search for any of these names."""
    return " or ".join('"{}"'.format(name.replace('"', " ")) for name in names)


def whole(names: Iterable[str]) -> str:
    """A pattern for any name that stands by itself, whatever its case and the spaces in it: "SW1" is not "SW12"."""
    spaced = (r"\s+".join(re.escape(word) for word in name.split()) for name in names)
    return rf"(^|\W)({'|'.join(spaced)})($|\W)"


class Entry(models.Model):
    """One thing that happened, as one agency's records have it.

    ``start`` and ``end`` are the first and last day it may have happened on (equal for a day), ``date_words`` the date
    as it was written. ``order_key`` follows from them. ``number`` is the entry's own within its chronology for ever.
    ``comment`` is the author's, kept apart from fact. ``raw`` is the row of the file it came from, cell by cell, and
    ``digest`` that row's identity: a row once taken is never taken again. What is struck out stays, with the reason.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    chronology = models.ForeignKey(Chronology, on_delete=models.PROTECT, related_name="entries", db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()

    start = models.DateField()
    end = models.DateField()
    precision = models.CharField(max_length=12, choices=PRECISIONS, default="day")
    date_words = models.TextField(blank=True)
    time = models.TimeField(null=True, blank=True)
    end_time = models.TimeField(null=True, blank=True)
    time_precision = models.CharField(max_length=12, choices=TIME_PRECISIONS, blank=True)
    time_words = models.TextField(blank=True)
    order_key = models.BigIntegerField(editable=False)

    source = models.TextField()
    agency_words = models.TextField("agency named in the record", blank=True)
    professional = models.TextField(blank=True)
    persons = models.TextField("persons concerned", blank=True)
    contact_type = models.TextField("kind of contact", blank=True)
    event = models.TextField()
    child_seen = models.CharField(max_length=16, choices=SEEN, default="not_recorded")
    child_alone = models.CharField("child seen alone", max_length=16, choices=SEEN, default="not_recorded")
    child_views = models.TextField("child’s wishes and feelings", blank=True)
    action = models.TextField("action or response", blank=True)
    outcome = models.TextField(blank=True)
    known_on = models.DateField("the agency came to know on", null=True, blank=True)
    told = models.TextField("who was told", blank=True)
    standard = models.TextField("expected standard", blank=True)
    comment = models.TextField("author’s comment", blank=True)
    line_of_enquiry = models.TextField("line of enquiry", blank=True)
    lines = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    theme = models.TextField(blank=True)
    significance = models.TextField(blank=True)
    is_significant = models.BooleanField("key episode", default=False)
    reference = models.TextField("reference in the record", blank=True)

    import_file = models.ForeignKey(
        "chronology.ImportFile", on_delete=models.PROTECT, null=True, blank=True, related_name="entries"
    )
    place = models.JSONField(default=dict, blank=True)
    place_words = models.CharField(max_length=200, blank=True)
    raw = models.JSONField(default=dict, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    version = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    struck_because = models.TextField(blank=True)

    search = models.GeneratedField(expression=_searched(), output_field=SearchVectorField(), db_persist=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chronology", "number"], name="entry_numbered_once"),
            models.UniqueConstraint(fields=["chronology", "digest"], condition=~Q(digest=""), name="row_taken_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="entry_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(source=""), name="entry_has_a_source"),
            models.CheckConstraint(condition=~Q(event=""), name="entry_tells_something"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["case", "order_key", "number", "id"],
                include=["chronology", "start", "end", "child_seen", "is_significant", "lines"],
                condition=Q(struck_at__isnull=True),
                name="entries_of_a_case_by_time",
            ),
            models.Index(
                fields=["chronology", "order_key", "number", "id"],
                condition=Q(struck_at__isnull=True),
                name="entries_of_an_agency_by_time",
            ),
            GinIndex(fields=["search"], name="entries_by_words"),
        ]

    def __str__(self) -> str:
        return f"entry {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.stand_in_time()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("chronology:entry", args=[self.pk])

    def stand_in_time(self) -> None:
        """Derive the place in the order of events from the dates and the time."""
        part = self.time_words if self.time_precision == "part_of_day" else ""
        self.order_key = order_key(self.start, self.end, self.time, part)

    @property
    def when(self) -> str:
        """The date in words, with how exactly it is known."""
        return when_in_words(self.start, self.end, self.precision)

    @property
    def hour(self) -> str:
        """The time in words."""
        return hour_in_words(self.time, self.end_time, self.time_precision, self.time_words)

    def as_written(self) -> dict[str, Any]:
        """Every fact and word of the entry as it now stands, for its version's record."""
        return {name: getattr(self, name) for name in (*FACTS, *WORDS)}


class EntryVersion(models.Model):
    """How an entry stood before it was changed, struck out or restored: nothing that was written is lost."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    written = models.JSONField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    changed_because = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "version"], name="entry_version_once")]

    def __str__(self) -> str:
        return f"{self.entry}, version {self.version}"


def between(first: date | None, last: date | None) -> Q:
    """Entries whose period touches the days from ``first`` to ``last``; either may be open."""
    touched = Q() if first is None else Q(end__gte=first)
    return touched if last is None else touched & Q(start__lte=last, order_key__lt=first_key(last) + PLACES_IN_A_DAY)
