"""Reviews in each of their stages, reached by the verbs."""

from __future__ import annotations

from datetime import date, timedelta

from casework import workflow as casework
from casework.models import Case
from frameworks import clock
from reviews import scope, workflow
from reviews.models import OtherLearning, RecordsRequest, Review, TermsOfReference
from tests.makers.cast import Cast, may_be_kept

PERIOD = (date(2019, 6, 1), date(2023, 3, 10))


def a_case(cast: Cast, framework: str = "scr-2006") -> Case:
    """A case file with its panel member."""
    case = casework.open_case(cast.board, framework=framework, pseudonym="Child A", by=cast.manager)
    casework.appoint(case, person=cast.panel_member, role="panel_member", by=cast.manager)
    return case


def a_review(cast: Cast, framework: str = "scr-2006", case: Case | None = None) -> Review:
    """A review that has just begun, by the chair's decision."""
    case = case or a_case(cast, framework)
    return workflow.open_review(case, framework=framework, by=cast.chair, following=case)


def requests(cast: Cast, review: Review, *agencies: str) -> list[RecordsRequest]:
    """Agencies (by their part in the cast) told to secure their records."""
    return workflow.request_records(
        review, [cast.agencies[each] for each in agencies or ("police", "social_care")], by=cast.manager
    )


def draft_terms(cast: Cast, review: Review) -> TermsOfReference:
    """Terms of reference with nothing in them yet."""
    return workflow.draft_terms(review, by=cast.manager)


def write_terms(cast: Cast, terms: TermsOfReference, *agencies: str) -> TermsOfReference:
    """Everything the terms need before they can be agreed; the agencies named report."""
    due = clock.today() + timedelta(days=60)
    chosen = {cast.agencies[each]: "report" for each in agencies or ("police", "social_care")}
    workflow.write_period(
        terms,
        period_from=PERIOD[0],
        period_to=PERIOD[1],
        reason="From the first police call to the day after the injury.",
        version=scope.version_of(terms, scope.PERIOD),
        by=cast.manager,
    )
    workflow.write_lines(
        terms,
        questions=[(None, "Was the child seen and heard?"), (None, "Why was the skeletal survey not done?")],
        version=scope.version_of(terms, scope.ISSUES),
        by=cast.manager,
    )
    workflow.write_contributors(terms, contributions=chosen, version=scope.version_of(terms, scope.CONTRIBUTORS), by=cast.manager)
    return workflow.write_timescales(
        terms,
        reports_due_on=due,
        overview_due_on=due + timedelta(days=30),
        version=scope.version_of(terms, scope.TIMESCALES),
        by=cast.manager,
    )


def agreed_terms(cast: Cast, review: Review, *agencies: str) -> TermsOfReference:
    """Terms of reference as the panel agreed them; the review now gathers its reports."""
    return workflow.agree_terms(write_terms(cast, draft_terms(cast, review), *agencies), by=cast.manager)


def appointed(cast: Cast, review: Review) -> Review:
    """A review whose overview author is appointed."""
    statements = [statement.key for statement in review.pack.declarations.overview_author]
    workflow.appoint_overview_author(
        review,
        cast.overview_author,
        declared=statements,
        declared_on=clock.today(),
        experience="Twelve overview reports.",
        by=cast.manager,
    )
    return again(review)


@may_be_kept
def gathering(cast: Cast, framework: str = "scr-2006", *agencies: str) -> Review:
    """A review that waits for its agencies' reports: records asked for, scope agreed, overview author appointed."""
    review = a_review(cast, framework)
    requests(cast, review, *agencies)
    agreed_terms(cast, again(review), *agencies)
    return appointed(cast, again(review))


def tell_everybody(cast: Cast, review: Review) -> Review:
    """Whoever outside must have been told by now, told."""
    for owed in review.untold():
        workflow.record_notice(
            review, key=owed.notification.key, told_on=clock.today(), how="Letter by secure e-mail", by=cast.manager
        )
    return again(review)


def other_learning(cast: Cast, case: Case | None = None) -> OtherLearning:
    """A learning day that the chair decided on instead of a review."""
    case = case or a_case(cast)
    return workflow.track(
        case,
        decision="learning_day",
        label="Facilitated learning day",
        description="One day for the practitioners who knew the family.",
        lead="An independent facilitator",
        due_on=clock.today() + timedelta(days=40),
        by=cast.chair,
        following=case,
    )


def again(review: Review) -> Review:
    """The review as the database has it now."""
    return Review.objects.get(pk=review.pk)
