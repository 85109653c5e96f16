"""The questions of a referral in their order, what has been answered to each, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import Http404
from django.urls import reverse

from frameworks.facts import Criterion
from referrals.forms import pages as forms
from referrals.forms.pages import names_within
from referrals.models import (
    AgenciesKnown,
    Child,
    Consultation,
    Contact,
    CriterionAnswer,
    FamilyPage,
    HelpfulAnswers,
    Incident,
    Page,
    Proceedings,
    Referral,
    Relative,
    Safety,
)


@dataclass(frozen=True)
class Question:
    """One page to answer, or one list of people (each of them is ``one``); ``label`` is its line in the list of pages."""

    key: str
    label: str
    heading: str
    form: type[forms.PageForm]
    hint: str = ""
    criterion: Criterion | None = None
    is_list: bool = False
    one: str = ""
    is_optional: bool = False

    @property
    def model(self) -> Any:
        return self.form._meta.model

    def page(self, referral: Referral) -> Page:
        """The page as far as it is answered, or an empty one."""
        empty: Page = self.model(referral=referral, **({"code": self.criterion.code} if self.criterion else {}))
        return empty.standing() or empty

    def people(self, referral: Referral) -> Any:
        """Those who are on a list of people, in the order they were added."""
        return self.model.objects.filter(referral=referral).select_related("subject")


@dataclass(frozen=True)
class Answered:
    """A question with the pages that answer it: one, or for a list as many as there are people."""

    question: Question
    pages: tuple[Any, ...]
    url: str

    @property
    def label(self) -> str:
        return self.question.label

    @property
    def hint(self) -> str:
        """The words of a criterion, beside its number in the list of pages."""
        return self.question.criterion.text if self.question.criterion else ""

    @property
    def status(self) -> str:
        if self.pages and all(page.is_complete for page in self.pages):
            return "Completed"
        if any(page.said() for page in self.pages):
            return "In progress"
        return "Optional" if self.question.is_optional else "Not started"

    @property
    def is_open(self) -> bool:
        """Whether the board will ask for what is missing here."""
        return self.status not in {"Completed", "Optional"}


def questions_of(referral: Referral) -> list[Question]:
    """What is asked, in the order of the pages; the criteria are those of the referral's pack."""
    terms = referral.pack.terms
    before = [
        Question("about-you", "About you", "About you", forms.ContactForm),
        Question(
            "consultation",
            f"The {terms.designated_lead}",
            "Whom did you consult?",
            forms.ConsultationForm,
            f"Talk to the {terms.designated_lead} of your organisation before you refer a case.",
        ),
        Question(
            "children",
            f"The {terms.subject} or {terms.subject.many}",
            f"Which {terms.subject} is this about?",
            forms.ChildForm,
            "Twins are two. Brothers and sisters who were not harmed come with the family.",
            is_list=True,
            one=terms.subject.title,
        ),
        Question("incident", "What happened", "What happened?", forms.IncidentForm),
        Question(
            "safety",
            "Safety now",
            f"Are other {terms.subject.many} safe?",
            forms.SafetyForm,
            "This comes before anything else: if you do not know, find out today.",
        ),
        Question(
            "family",
            "Family and others",
            "Who else belongs to the family?",
            forms.RelativeForm,
            "Brothers and sisters, parents, partners, and others who matter.",
            is_list=True,
            one="Family:",
            is_optional=True,
        ),
        Question(
            "agencies",
            "Agencies known to be involved",
            "Which agencies were involved?",
            forms.AgenciesForm,
            "As far as you know. Nobody is told of the case because you name them here.",
        ),
    ]
    after = [
        Question(
            "questions",
            "Questions that help to decide",
            "Questions that help to decide",
            forms.HelpfulForm,
            "Answer what you can. Several times yes suggests that a review would be useful; nothing is counted.",
            is_optional=True,
        ),
        Question("proceedings", "Other proceedings", "Other proceedings", forms.ProceedingsForm),
    ]
    if not referral.pack.helpful_questions:
        after = after[1:]
    return [*before, *_criteria(referral), *after]


def _criteria(referral: Referral) -> Iterator[Question]:
    criteria = referral.pack.criteria
    for place, criterion in enumerate(criteria, start=1):
        yield Question(
            f"criterion-{criterion.code.replace('_', '-')}",
            f"Criterion {place}",
            f"Criterion {place} of {len(criteria)}",
            forms.CriterionForm,
            criterion.hint,
            criterion,
        )


def asked(referral: Referral, key: str) -> Question:
    """The question with this key; nothing else can be answered."""
    for question in questions_of(referral):
        if question.key == key:
            return question
    raise Http404


def following(referral: Referral, question: Question) -> Question | None:
    """The next question after this one."""
    questions = questions_of(referral)
    place = questions.index(question) + 1
    return questions[place] if place < len(questions) else None


def answers_of(referral: Referral) -> list[Answered]:
    """Every question with what was answered."""
    full = with_answers(Referral.objects.all()).get(pk=referral.pk)
    return answers_in(full)


def with_answers(referrals: Any) -> Any:
    """Referrals with all their pages, in few queries."""
    return referrals.select_related(*_singles()).prefetch_related(
        Prefetch("children", Child.objects.select_related("subject")),
        Prefetch("relatives", Relative.objects.select_related("subject")),
        "criteria",
        "agenciesknown__agencies",
    )


def answers_in(full: Referral) -> list[Answered]:
    """Every question with what was answered, of a referral that was read with its pages."""
    return [Answered(question, _pages(full, question), address(full, question)) for question in questions_of(full)]


def criteria_of(referral: Referral) -> list[Answered]:
    """The criteria with what the referrer answered, to have before one's eyes."""
    rows = {row.code: row for row in referral.criteria.all()}
    return [Answered(each, (rows[each.criterion.code],), "") for each in _criteria(referral) if each.criterion]


def address(referral: Referral, question: Question) -> str:
    """Where a question is answered."""
    name = "referrals:referral_people" if question.is_list else "referrals:referral_write"
    return reverse(name, args=[referral.pk, question.key])


def cards(answers: Iterable[Answered], *, may_change: bool) -> Iterator[dict[str, Any]]:
    """What was answered, as summary cards: one for each page and each person."""
    for answered in answers:
        url = f"{answered.url}?then=check" if may_change else ""
        if not answered.pages:
            yield {"title": answered.label, "url": url, "rows": [("Answer", "Not answered yet")]}
        for place, page in enumerate(answered.pages, start=1):
            rows = page.said() or [("Answer", "Not answered yet")]
            if answered.question.criterion:
                rows = [
                    (answered.question.criterion.text, page.get_answer_display() or "Not answered yet"),
                    ("Reason", page.reason),
                ]
            yield {"title": _title(answered, page, place), "url": url, "rows": rows}


def named_in_words(answers: Iterable[Answered]) -> list[str]:
    """The pages whose words seem to name somebody of the family, by their labels."""
    listed = list(answers)
    names = [page.name for answered in listed if answered.question.is_list for page in answered.pages]
    texts = [answered for answered in listed if not answered.question.is_list and answered.question.key != "about-you"]
    return [each.label for each in texts if any(names_within(page.words(), names) for page in each.pages)]


def _title(answered: Answered, page: Any, place: int) -> str:
    if not isinstance(page, FamilyPage):
        return answered.label
    if page.subject:
        return page.subject.pseudonym
    return f"{answered.question.one} {place}"


def _singles() -> list[str]:
    singles = (Contact, Consultation, Incident, Safety, AgenciesKnown, HelpfulAnswers, Proceedings)
    return [model._meta.model_name or "" for model in singles]


def _pages(full: Referral, question: Question) -> tuple[Page, ...]:
    if question.model is Child:
        return tuple(full.children.all())
    if question.model is Relative:
        return tuple(full.relatives.all())
    if question.model is CriterionAnswer:
        code = question.criterion.code if question.criterion else ""
        return tuple(page for page in full.criteria.all() if page.code == code)
    page = getattr(full, question.model._meta.model_name, None)
    return (page,) if page else ()
