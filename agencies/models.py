"""Boards, agencies, people, and the roles people hold on things."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

import frameworks
from agencies.roles import ROLES, Holder
from frameworks import clock
from frameworks.vocabulary import NATIONS, SECTORS, Nation


def default_packs() -> list[str]:
    """The kinds of review that a new board works with: those whose pack says so."""
    return [pack.code for pack in frameworks.default_packs()]


def default_reminders() -> list[int]:
    """Working days from the due date on which a reminder goes out: before (negative), on the day, after."""
    return [-5, -1, 0, 1, 5, 10]


class BoardQuerySet(models.QuerySet["Board"]):
    def visible_to(self, person: Person) -> BoardQuerySet:
        """The boards this person works with: by a role there, or through their agency."""
        held = Role.objects.current().filter(person=person)
        return self.filter(
            Q(pk__in=list(held.values_list("about_id", flat=True)))
            | Q(pk__in=list(Listing.objects.filter(agency__person=person).values_list("board_id", flat=True)))
        )


class Board(models.Model):
    """A safeguarding board: the body that runs reviews, and the wall between its cases and every other board's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=160, unique=True)
    prefix = models.CharField(
        "reference prefix",
        max_length=8,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2,8}$", "Use two to eight capital letters.")],
    )
    area = models.CharField(max_length=120)
    nation: models.CharField[Nation, Nation] = models.CharField(
        max_length=20, choices=list(NATIONS.items()), default="england_wales"
    )
    packs = ArrayField(models.CharField(max_length=40), default=default_packs)
    reminders = ArrayField(models.SmallIntegerField(), default=default_reminders)
    agencies: models.ManyToManyField[Agency, Listing] = models.ManyToManyField("Agency", through="Listing")

    objects = BoardQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class AgencyQuerySet(models.QuerySet["Agency"]):
    def visible_to(self, person: Person) -> AgencyQuerySet:
        """The agencies listed by the boards this person works with: a directory, not a secret."""
        boards = list(Board.objects.visible_to(person).values_list("pk", flat=True))
        return self.filter(Q(listing__board_id__in=boards) | Q(pk=person.agency_id)).distinct()


class Agency(models.Model):
    """A body that works with families: a force, a trust, a practice, a charity. External ones are no board's member."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=160)
    sector = models.CharField(max_length=20, choices=list(SECTORS.items()))

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class Listing(models.Model):
    """An agency in a board's directory: as a member of the board, or from outside it (S1-40)."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    is_member = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["board", "agency"], name="listed_once")]

    def __str__(self) -> str:
        return f"{self.agency} in {self.board}"


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **facts: Any) -> Person:
        """A person who can sign in with this e-mail address, compared without regard to case."""
        person = self.model(email=self.normalize_email(email).lower(), **facts)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person with this e-mail address, however it was capitalised."""
        return self.get(email=(username or "").lower())

    def visible_to(self, person: Person) -> models.QuerySet[Person]:
        """The colleagues of the boards this person works with."""
        boards = list(Board.objects.visible_to(person).values_list("pk", flat=True))
        agencies = list(Listing.objects.filter(board_id__in=boards).values_list("agency_id", flat=True))
        held = Role.objects.current().filter(about_id__in=[*boards, *agencies])
        return self.filter(Q(agency_id__in=agencies) | Q(pk__in=list(held.values_list("person_id", flat=True))) | Q(pk=person.pk))


class Person(AbstractBaseUser):
    """Somebody who signs in. What they may see follows from the roles they hold, and from nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField("e-mail address", unique=True)
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=160, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        ordering: ClassVar = ["name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class RoleQuerySet(models.QuerySet["Role"]):
    def current(self, on: date | None = None) -> RoleQuerySet:
        """Roles that hold on this day (today unless told)."""
        on = on or clock.today()
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gt=on), from_on__lte=on)

    def of(self, *holders: Holder) -> RoleQuerySet:
        """Roles of any of these holders."""
        return self.filter(group__name__in=[holder.group_name for holder in holders])


class Role(models.Model):
    """That a person holds a role on a thing, from a day, until a day, by whose word.

    ``about_kind`` and ``about_id`` name the thing (board, agency, case, imr...); ``until_on`` is the first day
    on which the role no longer holds. ``group`` carries what the role opens: see ``casework.access``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=24, choices=[(key, kind.label) for key, kind in ROLES.items()])
    about_kind = models.CharField(max_length=24)
    about_id = models.UUIDField()
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    appointed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = RoleQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["person", "group"], name="role_person_group"),
            models.Index(fields=["group"], name="role_group"),
            models.Index(fields=["about_id"], name="role_about"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on")), name="role_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["person", "group"], condition=Q(until_on__isnull=True), name="role_held_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"

    @property
    def holder(self) -> Holder:
        """Who this role makes its person."""
        return Holder(self.role, self.about_id)
