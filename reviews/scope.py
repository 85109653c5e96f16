"""How the parts of the terms of reference are kept: saved one by one, compared before they are overwritten, photographed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from agencies.models import Agency, Person
from agencies.roles import Holder
from casework import deadlines
from casework.models import Deadline
from casework.refusals import Outdated, refuse
from casework.transitions import advance
from frameworks import calendars, clock
from reviews.models import AgreedTerms, Contributor, LineOfEnquiry, ScopePart, TermsOfReference
from reviews.models.terms import CONTRIBUTIONS, CONTRIBUTORS, ISSUES, PERIOD, TIMESCALES, digest_of

__all__ = ["CONTRIBUTORS", "ISSUES", "PERIOD", "TIMESCALES"]

OVERVIEW_IS_READY = "overviewreport.send_to_panel"


def write(terms: TermsOfReference, code: str, *, version: int, by: Person, yours: str, **facts: Any) -> TermsOfReference:
    """Save one part on top of the version it was opened at; raises Outdated with both texts when somebody was quicker."""
    before = TermsOfReference.objects.get(pk=terms.pk)
    terms = advance(terms, "write", by=by, **facts)
    part, _ = ScopePart.objects.select_for_update().get_or_create(terms=terms, code=code)
    if part.version != version:
        raise Outdated(about=terms, act="write", theirs=in_words(before, code), yours=yours, version=part.version)
    part.version += 1
    part.saved_by, part.saved_at = by, clock.now()
    part.save()
    return terms


def version_of(terms: TermsOfReference, code: str) -> int:
    """How often this part has been saved."""
    return ScopePart.objects.filter(terms=terms, code=code).values_list("version", flat=True).first() or 0


def put_lines(terms: TermsOfReference, questions: Sequence[tuple[int | None, str]]) -> None:
    """Renumber the lines of enquiry; one that is left out is dropped, not deleted."""
    standing = {line.pk: line for line in terms.lineofenquiry_set.all()}
    kept = {pk for pk, text in questions if pk is not None and text}
    if kept - standing.keys():
        refuse("This line of enquiry is not one of these terms of reference.")
    terms.lineofenquiry_set.exclude(pk__in=kept).update(is_dropped=True)
    for number, (pk, text) in enumerate(((pk, text) for pk, text in questions if text), start=1):
        line = standing[pk] if pk is not None else LineOfEnquiry(terms=terms)
        line.number, line.question, line.is_dropped = number, text, False
        line.save()


def put_contributors(terms: TermsOfReference, contributions: Mapping[Agency, str]) -> None:
    """Write down what each agency contributes."""
    unknown = set(contributions.values()) - dict(CONTRIBUTIONS).keys()
    if unknown:
        refuse("Choose for each agency what it contributes.")
    terms.contributor_set.exclude(agency__in=contributions.keys()).delete()
    for agency, what in contributions.items():
        Contributor.objects.update_or_create(terms=terms, agency=agency, defaults={"contribution": what})


def put_answer(terms: TermsOfReference, code: str, text: str) -> None:
    """Keep the text that answers a question of the pack."""
    if code not in {question.code for question in terms.questions()}:
        refuse("This is not a question of scope in this kind of review.")
    ScopePart.objects.filter(terms=terms, code=code).update(text=text)


def photograph(terms: TermsOfReference, *, note: str, by: Person) -> AgreedTerms:
    """Keep the terms as they are agreed today, with their hash."""
    facts = terms.as_facts()
    return AgreedTerms.objects.create(
        terms=terms,
        number=terms.agreedterms_set.count() + 1,
        facts=facts,
        sha256=digest_of(facts),
        note=note,
        agreed_on=terms.agreed_on,
        agreed_by=by,
    )


def promise_overview(terms: TermsOfReference, *, by: Person) -> None:
    """The date the terms give the overview author: a later one than was promised extends it and keeps the old one."""
    case, due_on = terms.case, terms.overview_due_on
    standing = Deadline.objects.standing().filter(case=case, ends=OVERVIEW_IS_READY).first()
    why = f"Agreed in the terms of reference on {calendars.written(terms.agreed_on)}."
    if standing is None or due_on < standing.due_on:
        deadlines.promise(
            case,
            case,
            rule=standing.rule if standing else "overview",
            label=standing.label if standing else terms.review.pack.terms.overview.title,
            ends=OVERVIEW_IS_READY,
            holder=Holder("overview_author", case.pk),
            due_on=due_on,
            why=why,
            source="Terms of reference",
        )
    elif due_on > standing.due_on:
        deadlines.extend(standing, to=due_on, reason=why, consulted="", by=by)


# --- the parts in words ---------------------------------------------------------------------------------------------


def in_words(terms: TermsOfReference, code: str) -> str:
    """What a part says now, as plain text."""
    if code == PERIOD:
        return period_in_words(terms.period_from, terms.period_to, terms.reason_for_period)
    if code == TIMESCALES:
        return dates_in_words(terms.reports_due_on, terms.overview_due_on)
    if code == ISSUES:
        return lines_in_words(line.question for line in terms.lines)
    if code == CONTRIBUTORS:
        return contributions_in_words({each.agency: each.contribution for each in terms.contributor_set.select_related("agency")})
    return terms.answers().get(code, "")


def period_in_words(period_from: date | None, period_to: date | None, reason_for_period: str) -> str:
    """ "1 June 2019 to 10 March 2023", and why."""
    if period_from is None or period_to is None:
        return reason_for_period
    return f"{calendars.written(period_from)} to {calendars.written(period_to)}\n{reason_for_period}"


def dates_in_words(reports_due_on: date | None, overview_due_on: date | None) -> str:
    """By when the agencies and the overview author report."""
    if reports_due_on is None or overview_due_on is None:
        return ""
    return (
        f"Agencies report by {calendars.written(reports_due_on)}.\nThe overview is due on {calendars.written(overview_due_on)}."
    )


def lines_in_words(questions: Iterable[str]) -> str:
    """The lines of enquiry, numbered."""
    return "\n".join(f"{number}. {text}" for number, text in enumerate((text for text in questions if text), start=1))


def contributions_in_words(contributions: Mapping[Agency, str]) -> str:
    """Who contributes what, a line for each agency."""
    labels = dict(CONTRIBUTIONS)
    return "\n".join(f"{agency}: {labels.get(what, what)}" for agency, what in contributions.items())
