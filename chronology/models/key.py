"""The key of a case: which code stands for whom. Codes and roles are read with the chronology; who is meant is held apart."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from agencies.models import Person
from agencies.roles import Holder
from casework import access
from casework.access import Grant
from casework.machines import Governed, Grants, act, act_permissions, state_check, state_field
from casework.models.case import Case
from chronology.models.chronology import Chronology, case_is_open

KEY_STATES = [("kept", "Kept")]

KINDS = [
    ("child", "A child of the family"),
    ("family", "An adult of the family, or close to it"),
    ("other", "Somebody else the records name"),
    ("professional", "Somebody who worked with the family"),
]
SEXES = [("", "Not recorded"), ("female", "Female"), ("male", "Male"), ("other", "Another")]
RELATIONS = [
    ("child_of", "is a child of"),
    ("partner_of", "is or was the partner of"),
    ("married_to", "is or was married to"),
    ("sibling_of", "is a sibling of"),
    ("cared_for_by", "is or was cared for by"),
    ("friend_of", "is a friend of"),
]
LONGEST_CODE = 40


class PersonKey(Governed):
    """One list of people for a case: a code for each, and, held apart, who that is.

    Those who read the chronology of all agencies see codes and roles. ``edition`` counts every change of the list, so
    that what was made ready from one edition is known to be out of date.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="+")
    edition = models.PositiveIntegerField(default=1, editable=False)
    state = state_field(KEY_STATES, "kept")

    class Meta:
        verbose_name = "key"
        permissions = act_permissions("personkey", "add_person", "change_person", "merge_people", "remove_person", "reveal")
        constraints: ClassVar = [state_check("personkey", KEY_STATES)]

    def __str__(self) -> str:
        return f"Key of {self.case}"

    def get_absolute_url(self) -> str:
        return reverse("chronology:case_key", args=[self.case_id])

    def grants(self) -> Grants:
        board, case = self.case.board_id, self.case_id
        keeping = {"add_person", "change_person", "merge_people", "remove_person"}
        return {
            Holder("manager", board): {"view", "reveal"} | keeping,
            Holder("chair", board): {"view", "reveal"},
            Holder("overview_author", case): {"view", "reveal"},
            Holder("panel_member", case): {"view"},
        }

    @act(source="kept", label="Add people", done="Added somebody", guards=[case_is_open], quiet=True)
    def add_person(self, by: Person, **facts: Any) -> None:
        """Somebody gets a code."""

    @act(source="kept", label="Change somebody", done="Changed somebody", guards=[case_is_open], page=False, quiet=True)
    def change_person(self, by: Person, **facts: Any) -> None:
        """A code, a role, a name or its spellings are put right."""

    @act(source="kept", label="Merge two", done="Merged two people into one", guards=[case_is_open], page=False, quiet=True)
    def merge_people(self, by: Person, **facts: Any) -> None:
        """Two of the list are one person: one code stays, with the spellings of both."""

    @act(source="kept", label="Remove somebody", done="Removed somebody", guards=[case_is_open], page=False, quiet=True)
    def remove_person(self, by: Person, **facts: Any) -> None:
        """A code no longer stands for anybody."""

    @act(source="kept", label="Show the names", done="Looked at the names", primary=False, quiet=True)
    def reveal(self, by: Person, **facts: Any) -> None:
        """Look behind the codes, for a reason that is logged."""


class PersonKeyGrant(Grant):
    content_object = models.ForeignKey(PersonKey, on_delete=models.CASCADE, related_name="grant_rows")


class OfTheKeyQuerySet(models.QuerySet[Any]):
    """Rows of a key, each the board's own or an agency's."""

    def visible_to(self, person: Person) -> OfTheKeyQuerySet:
        """The board's rows for those who may view the key; an agency's for those to whom its chronology is opened."""
        keys = access.ids_opened(person, PersonKey)
        chronologies = access.ids_opened(person, Chronology)
        return self.filter(Q(key_id__in=keys, chronology__isnull=True) | Q(chronology_id__in=chronologies))


class KeyedPersonQuerySet(OfTheKeyQuerySet):
    def standing(self) -> KeyedPersonQuerySet:
        """Those that have neither been removed nor found to be somebody else of the list."""
        return self.filter(removed_at__isnull=True)

    def told_to_agencies(self) -> KeyedPersonQuerySet:
        """The board's people whose codes agencies may use."""
        return self.filter(is_told=True, chronology__isnull=True)


class KeyedPerson(models.Model):
    """Somebody of the case, by code and role. Who it is stands in ``identity``.

    ``chronology`` is set where an agency named this person in its own chronology: until that is shared nobody else
    learns of it. ``is_told`` says that every agency of the case may use the code. ``became`` is the person this one was
    found to be.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.ForeignKey(PersonKey, on_delete=models.PROTECT, related_name="people")
    chronology = models.ForeignKey(Chronology, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=LONGEST_CODE)
    kind = models.CharField(max_length=16, choices=KINDS, default="other")
    role = models.CharField(max_length=160, blank=True)
    sex = models.CharField(max_length=8, choices=SEXES, blank=True)
    is_told = models.BooleanField("agencies may use this code", default=False)
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)
    became = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = KeyedPersonQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "keyed people"
        ordering: ClassVar = ["kind", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key", "chronology", "code"],
                condition=Q(removed_at__isnull=True),
                nulls_distinct=False,
                name="code_once_in_a_list",
            ),
            models.CheckConstraint(condition=~Q(code=""), name="keyed_person_has_a_code"),
        ]

    def __str__(self) -> str:
        return self.code


class KeyedIdentity(models.Model):
    """Who stands behind a code: shown only by the act ``reveal`` and its logged reason, and to the agency that named them."""

    person = models.OneToOneField(KeyedPerson, on_delete=models.PROTECT, related_name="identity")
    name = models.CharField(max_length=160)
    spellings = ArrayField(models.CharField(max_length=160), default=list, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    date_of_death = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"identity of {self.person}"

    def age_on(self, day: date) -> int | None:
        """Full years on a day; None where no date of birth is known."""
        born = self.date_of_birth
        if born is None:
            return None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class KeyedIdentifier(models.Model):
    """An address, a telephone or NHS number, an e-mail address that tells who somebody is; held apart like a name."""

    key = models.ForeignKey(PersonKey, on_delete=models.PROTECT, related_name="identifiers")
    chronology = models.ForeignKey(Chronology, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=200)

    objects = OfTheKeyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key", "chronology", "words"], nulls_distinct=False, name="identifier_once_in_a_list"
            ),
        ]

    def __str__(self) -> str:
        return f"identifier of {self.key}"


class KeyedRelationQuerySet(models.QuerySet["KeyedRelation"]):
    def between(self, people: Any) -> KeyedRelationQuerySet:
        """The relations among these people: seen by whoever sees both."""
        return self.filter(person__in=people, other__in=people)


class KeyedRelation(models.Model):
    """How two people of a key belong together: ``person`` *is a child of* ``other``, from a day and until a day where known."""

    person = models.ForeignKey(KeyedPerson, on_delete=models.PROTECT, related_name="relations")
    other = models.ForeignKey(KeyedPerson, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=RELATIONS)
    begins_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    objects = KeyedRelationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "other", "kind", "begins_on"], nulls_distinct=False, name="related_once"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="related_to_somebody_else"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_kind_display()} {self.other}"
