"""The pages of a referral: what a referrer is asked, one thing at a time, and may answer over days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, ClassVar
from uuid import uuid4

from django.db import models

from agencies.models import Agency
from casework.models import Subject
from casework.statements import Statement, statement
from frameworks import calendars
from frameworks.facts import Criterion

ANSWERS = [("yes", "Yes"), ("no", "No"), ("unknown", "Not known")]
GENDERS = [("female", "Female"), ("male", "Male"), ("other", "Other"), ("unknown", "Not known")]

WEEKS_ARE_SAID = 12  # younger than this in weeks, an age is said in weeks
MONTHS_ARE_SAID = 24  # and younger than this in months, in months


class Page(models.Model):
    """One page of a referral as far as it is answered. Everything may be left open until the referral is sent.

    ``version`` counts the saves of this page, so that two people (or one in two windows) cannot undo each other.
    """

    version = models.PositiveIntegerField(default=0, editable=False)

    bookkeeping: ClassVar = {"id", "referral", "version", "subject"}

    class Meta:
        abstract = True

    def standing(self) -> Any:
        """This page as the database has it now; None before it was ever saved."""
        return next(iter(_page_of(type(self))(self.referral_id)), None)  # type: ignore[attr-defined]

    def said(self) -> list[tuple[str, Any]]:
        """Each question in a word or two with what was answered."""
        return [(name, value) for name, value in self._answers() if value not in ("", None, [])]

    def words(self) -> str:
        """Everything answered on this page, as lines of text."""
        return "\n".join(f"{name}: {', '.join(value) if isinstance(value, list) else value}" for name, value in self.said())

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left open that the board will ask for."""
        raise NotImplementedError(type(self).__name__)

    def _answers(self) -> Iterator[tuple[str, Any]]:
        terms = self.referral.pack.terms  # type: ignore[attr-defined]
        for field in self._meta.fields:
            if field.name not in self.bookkeeping:
                yield _capital(str(field.verbose_name).format(t=terms)), self._shown(field)

    def _shown(self, field: Any) -> Any:
        value = getattr(self, field.name)
        if field.choices:
            return getattr(self, f"get_{field.name}_display")()
        if isinstance(value, date):
            return calendars.written(value)
        if isinstance(value, bool):
            return "Yes" if value else ""
        return value


class SinglePage(Page):
    """A page that each referral has once."""

    referral = models.OneToOneField("referrals.Referral", on_delete=models.PROTECT, related_name="%(class)s")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} of {self.referral}"


class Contact(SinglePage):
    """Who refers, as the board can reach them; they may have to present the case to the panel."""

    name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=160, blank=True)
    agency_name = models.CharField("agency", max_length=160, blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField("e-mail", blank=True)
    may_present = models.CharField("would present the case to the panel", max_length=8, choices=ANSWERS[:2], blank=True)

    @property
    def is_complete(self) -> bool:
        return bool(self.name and self.post)


class Consultation(SinglePage):
    """The talk with the designated professional of the referrer's organisation, without which nobody refers (S1-30)."""

    professional = models.CharField("who was consulted", max_length=160, blank=True)
    agency_name = models.CharField("their agency", max_length=160, blank=True)
    consulted_on = models.DateField("consulted on", null=True, blank=True)
    view = models.TextField("what they thought", blank=True)

    @property
    def is_complete(self) -> bool:
        return bool(self.professional and self.agency_name and self.consulted_on and self.view)


class Incident(SinglePage):
    """What happened that this referral is about."""

    happened_on = models.DateField("date", null=True, blank=True)
    is_approximate = models.BooleanField("date is approximate", default=False)
    place = models.CharField("where it happened", max_length=200, blank=True)
    carer = models.CharField("who was looking after the {t.subject}", max_length=200, blank=True)
    what_happened = models.TextField("what happened", blank=True)

    @property
    def is_complete(self) -> bool:
        return bool(self.happened_on and self.what_happened)


class Safety(SinglePage):
    """Whether other children are at risk now, and what was done about it: looked at before anything else."""

    at_risk = models.CharField("other children at risk", max_length=8, choices=ANSWERS, blank=True)
    done = models.TextField("what was done", blank=True)

    @property
    def is_complete(self) -> bool:
        return bool(self.at_risk == "no" or (self.at_risk and self.done))


class AgenciesKnown(SinglePage):
    """The agencies that had to do with the family, as far as the referrer knows: of the board's directory, and others."""

    agencies = models.ManyToManyField(Agency, related_name="+", blank=True)
    others = models.TextField("other bodies", blank=True)

    @property
    def is_complete(self) -> bool:
        return bool(self.others or self.agencies.exists())

    def _answers(self) -> Iterator[tuple[str, Any]]:
        yield "Known to be involved", [str(agency) for agency in self.agencies.all()]
        yield "Other bodies", [line.strip() for line in self.others.splitlines() if line.strip()]


class Proceedings(SinglePage):
    """Other proceedings about the same events: police, care, the coroner, an agency's own inquiry (S1-18)."""

    under_way = models.CharField("other proceedings", max_length=8, choices=ANSWERS, blank=True)
    details = models.TextField("which, and who leads them", blank=True)

    @property
    def is_complete(self) -> bool:
        return bool(self.under_way and (self.under_way != "yes" or self.details))


class HelpfulAnswers(SinglePage):
    """Answers to the questions that help to decide, by their code in the pack. They score nothing and decide nothing."""

    answers = models.JSONField(default=dict)

    @property
    def is_complete(self) -> bool:
        return bool(self.answers)

    def _answers(self) -> Iterator[tuple[str, Any]]:
        words = dict(ANSWERS)
        for item in self.referral.pack.helpful_questions:
            yield item.label, words.get(self.answers.get(item.code, ""), "")


class CriterionAnswer(Page):
    """One criterion of the pack put to the case: met, not met or not known, and why (S1-08 to S1-14)."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.PROTECT, related_name="criteria")
    code = models.CharField(max_length=60)
    answer = models.CharField(max_length=8, choices=ANSWERS, blank=True)
    reason = models.TextField(blank=True)

    bookkeeping: ClassVar = {*Page.bookkeeping, "code"}

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["referral", "code"], name="criterion_answered_once")]

    def __str__(self) -> str:
        return f"{self.code} of {self.referral}"

    def standing(self) -> Any:
        return next(iter(_answer_to(self.referral_id, self.code)), None)

    @property
    def criterion(self) -> Criterion:
        """The criterion as the referral's pack states it."""
        return self.referral.pack.criterion(self.code)

    @property
    def is_complete(self) -> bool:
        return bool(self.answer and self.reason)


class FamilyPage(Page):
    """Somebody of the family. Until the referral is sent their name is here; from then on it is kept apart (``subject``)."""

    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    name = models.CharField(max_length=160, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=8, choices=GENDERS, blank=True)
    ethnicity = models.CharField("ethnic background", max_length=80, blank=True)
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    bookkeeping: ClassVar = {*Page.bookkeeping, "key"}

    class Meta:
        abstract = True
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.subject.pseudonym if self.subject else self.name

    def standing(self) -> Any:
        return next(iter(_person_of(type(self))(self.key, self.referral_id)), None)  # type: ignore[attr-defined]

    @property
    def is_complete(self) -> bool:
        return bool(self.name or self.subject_id)

    def kept_apart(self, subject: Subject) -> None:
        """From now on only the pseudonym is here: who it is can be learnt from the case's identities alone."""
        self.subject = subject
        self.name = ""
        self.date_of_birth = None
        self.save()


class Child(FamilyPage):
    """A child the referral is about. Twins are two."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.PROTECT, related_name="children")
    has_died = models.CharField("has died", max_length=8, choices=ANSWERS[:2], blank=True)
    date_of_death = models.DateField(null=True, blank=True)
    known_to_social_care = models.CharField("known to children’s social care", max_length=8, choices=ANSWERS, blank=True)
    protection_plan = models.CharField("protection plan, now or before", max_length=200, blank=True)
    legal_status = models.CharField(max_length=120, blank=True)
    education = models.CharField("school, nursery or other setting", max_length=160, blank=True)

    class Meta(FamilyPage.Meta):
        verbose_name_plural = "children"

    def kept_apart(self, subject: Subject) -> None:
        self.date_of_death = None
        super().kept_apart(subject)


class Relative(FamilyPage):
    """A brother or sister, a parent, or somebody else who matters."""

    referral = models.ForeignKey("referrals.Referral", on_delete=models.PROTECT, related_name="relatives")
    relation = models.CharField("relation to the {t.subject}", max_length=80, blank=True)
    is_child = models.CharField("under 18", max_length=8, choices=ANSWERS, blank=True)
    in_household = models.CharField("lived with the {t.subject}", max_length=8, choices=ANSWERS, blank=True)
    known_as = models.CharField("called in the file", max_length=40, blank=True)

    @property
    def is_complete(self) -> bool:
        return bool(super().is_complete and self.relation)


def age_in_words(born: date | None, on: date | None) -> str:
    """How old somebody was on a day: "5 weeks", "7 months", "2 years"; nothing where a date is missing or makes no sense."""
    if born is None or on is None or on < born:
        return ""
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    if months >= MONTHS_ARE_SAID:
        return f"{months // 12} years"
    weeks = (on - born).days // 7
    amount, unit = (weeks, "week") if weeks < WEEKS_ARE_SAID else (months, "month")
    return f"{amount} {unit}" if amount == 1 else f"{amount} {unit}s"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


# --- a page as the database has it, for whatever kind of page --------------------------------------------------------


@cache
def _page_of(page: type[Page]) -> Statement:
    return statement(lambda referral: page._default_manager.filter(referral_id=referral))


@cache
def _person_of(page: type[FamilyPage]) -> Statement:
    return statement(lambda key, referral: page._default_manager.filter(key=key, referral_id=referral))


@statement
def _answer_to(referral: Any, code: Any) -> Any:
    return CriterionAnswer.objects.filter(referral_id=referral, code=code)
