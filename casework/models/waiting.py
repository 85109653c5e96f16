"""Who is waited for: the rows of "my work", written by the corridor from what each thing says of itself."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import Group
from django.db import models

from agencies.models import Person, Role
from casework import access
from casework.models.case import Case
from casework.statements import AnyOf, statement


class WaitingQuerySet(models.QuerySet["Waiting"]):
    def visible_to(self, person: Person) -> WaitingQuerySet:
        """What waits for this person, by the roles they hold today."""
        return self.filter(group_id__in=access.groups_of(person))


@statement
def waiting_in(case: Any, groups: Any) -> Any:
    """What of one case waits for the holders of any of these roles."""
    return Waiting.objects.filter(group_id=AnyOf(groups), case=case)


class Waiting(models.Model):
    """That the holders of a role are waited for to do an act on a thing, since when, until when."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    act = models.CharField(max_length=40)
    title = models.CharField(max_length=160)
    label = models.CharField(max_length=80)
    url = models.CharField(max_length=160)
    since = models.DateTimeField()
    due_on = models.DateField(null=True)

    objects = WaitingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = [models.F("due_on").asc(nulls_last=True), "since"]
        indexes: ClassVar = [models.Index(fields=["group", "due_on"], name="waiting_group_due")]
        constraints: ClassVar = [models.UniqueConstraint(fields=["about_id", "group", "act"], name="waited_for_once")]

    def __str__(self) -> str:
        return self.title

    def holders(self) -> Any:
        """The people waited for."""
        return Person.objects.filter(roles__in=Role.objects.current().filter(group=self.group))
