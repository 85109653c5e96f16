"""What people do with an overview report: write it, rest it on evidence, have it checked, sign it, send it out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from agencies.models import Agency, Person
from agencies.roles import Holder
from casework import access, deadlines, log, writing
from casework import workflow as casework
from casework.refusals import Outdated, refuse
from casework.statements import statement
from casework.transitions import advance, begin, settle, verb
from casework.worker import call_after_commit
from chronology.models import Entry
from frameworks import calendars, clock
from imr.models import Section
from overview import citing, text
from overview.models import (
    Basis,
    CopySent,
    Evidence,
    Explanation,
    FactsCheck,
    Finding,
    OverviewReport,
    OverviewSection,
    Paper,
    Recommendation,
)
from overview.models.findings import digest_of
from overview.telling import tell
from reviews import workflow as reviews
from reviews.models import LineOfEnquiry, Review

TASK = "overview.tasks.render"

# --- writing --------------------------------------------------------------------------------------------------------


@verb
def start(review: Review, *, by: Person) -> OverviewReport:
    """The overview author begins to write: a section for each heading of the pack."""
    review = advance(review, "start_overview", by=by)
    if OverviewReport.objects.filter(review=review).exists():
        refuse("The overview report has been begun already: go on with it.")
    report = begin(OverviewReport(case=review.case, review=review), by=by, following=review)
    OverviewSection.objects.bulk_create(
        OverviewSection(report=report, part=part, key=section.key)
        for part in ("overview", "summary")
        for section in report.written_sections(part)
    )
    casework.reach(report.case, "overview")
    return report


@verb
def write(report: OverviewReport, *, part: str, key: str, html: str, version: int, by: Person) -> OverviewSection:
    """Save the text under one heading, on top of the version it was written on. Raises Outdated when that is not the last."""
    report = advance(report, "write", by=by)
    section = next(iter(_held(report.pk, part, key)), None)
    if section is None:
        raise OverviewSection.DoesNotExist
    if section.version != version:
        raise Outdated(about=report, act="write", theirs=section.html, yours=html, version=section.version)
    section.html, section.version = html, section.version + 1
    section.saved_by, section.saved_at = by, clock.now()
    writing.update(section)
    return section


@statement
def _held(report: Any, part: Any, key: Any) -> Any:
    return OverviewSection.objects.select_for_update().filter(report=report, part=part, key=key)


# --- findings and what they rest on ---------------------------------------------------------------------------------


@verb
def add_finding(
    report: OverviewReport,
    *,
    title: str,
    html: str,
    lesson: str = "",
    theme: str = "",
    enquiry: LineOfEnquiry | None = None,
    by: Person,
) -> Finding:
    """Say what was found."""
    report = advance(report, "add_finding", by=by)
    number = report.finding_set.count() + 1
    return Finding.objects.create(
        report=report, number=number, title=title, html=html, lesson=lesson, theme=theme, enquiry=enquiry
    )


@verb
def change_finding(finding: Finding, *, version: int, by: Person, **facts: Any) -> Finding:
    """Say it better: ``title``, ``html``, ``lesson``, ``theme``, ``enquiry``. Raises Outdated."""
    advance(finding.report, "change_finding", by=by)
    locked = Finding.objects.select_for_update().get(pk=finding.pk)
    if locked.version != version:
        theirs, yours = locked.html, facts["html"]
        raise Outdated(about=finding.report, act="change_finding", theirs=theirs, yours=yours, version=locked.version)
    for name in ("title", "html", "lesson", "theme", "enquiry"):
        setattr(locked, name, facts[name])
    locked.version += 1
    locked.save()
    return locked


@verb
def remove_finding(finding: Finding, *, by: Person) -> None:
    """Take a finding out with its citations; the others move up."""
    report = advance(finding.report, "remove_finding", by=by)
    finding.delete()
    _number(report.finding_set.order_by("number"))


@verb
def cite_entry(finding: Finding, entry: Entry, *, note: str = "", by: Person) -> Evidence:
    """Rest a finding on an entry of a chronology that the author may see; what it says now is kept."""
    report = advance(finding.report, "cite", by=by)
    if not citing.entries_open_to(by, report).filter(pk=entry.pk).exists():
        refuse("This entry is not among the chronologies of this case that you may see.")
    if finding.evidence.filter(entry=entry).exists():
        refuse("The finding cites this entry already.")
    return Evidence.objects.create(finding=finding, note=note, cited_by=by, cited_at=clock.now(), **citing.of_entry(entry))


@verb
def cite_entries(finding: Finding, entries: Iterable[Entry], *, note: str = "", by: Person) -> list[Evidence]:
    """Rest a finding on several entries at once; those it cites already are left as they are."""
    cited = set(finding.evidence.values_list("entry_id", flat=True))
    return [cite_entry(finding, each, note=note, by=by) for each in entries if each.pk not in cited]


@verb
def cite_passage(finding: Finding, section: Section, *, passage: str = "", note: str = "", by: Person) -> Evidence:
    """Rest a finding on a passage of an agency's report, or on the whole section when no passage is given."""
    report = advance(finding.report, "cite", by=by)
    if not citing.sections_open_to(by, report).filter(pk=section.pk).exists():
        refuse("This section is not among the reports of this review that you may read.")
    if not citing.stands_in(section, passage):
        refuse(citing.NOT_THERE)
    kept = citing.of_passage(section, passage)
    return Evidence.objects.create(finding=finding, note=note, cited_by=by, cited_at=clock.now(), **kept)


@verb
def cite_again(evidence: Evidence, *, by: Person) -> Evidence:
    """Rest a finding on what an entry says now, instead of what it said when it was cited; both stay on record."""
    report = advance(evidence.finding.report, "cite", by=by)
    entry = citing.entries_open_to(by, report).filter(pk=evidence.entry_id).first()
    if entry is None:
        refuse("This entry no longer stands among the chronologies of this case that you may see. Take the citation out.")
    before = evidence.sha256
    for name, value in citing.of_entry(entry).items():
        setattr(evidence, name, value)
    evidence.cited_by, evidence.cited_at = by, clock.now()
    evidence.save()
    facts = {"entry": entry.pk, "version": entry.version, "before": before, "sha256": evidence.sha256}
    log.fact(evidence.finding.report, "overviewreport.cited_again", by=by, evidence=evidence.pk, **facts)
    return evidence


@verb
def uncite(evidence: Evidence, *, by: Person) -> None:
    """A finding no longer rests on this."""
    advance(evidence.finding.report, "uncite", by=by)
    evidence.delete()


@verb
def explain(report: OverviewReport, *, enquiry: LineOfEnquiry, words: str, by: Person) -> Explanation:
    """Say why a line of enquiry has no finding."""
    report = advance(report, "explain", by=by)
    explanation, _ = Explanation.objects.update_or_create(report=report, enquiry=enquiry, defaults={"words": words})
    return explanation


def _number(things: Iterable[Any]) -> None:
    """Number things from one, in the order they stand in."""
    for number, each in enumerate(things, start=1):
        if each.number != number:
            type(each)._default_manager.filter(pk=each.pk).update(number=number)


# --- recommendations ------------------------------------------------------------------------------------------------


@verb
def add_recommendation(
    report: OverviewReport,
    *,
    text: str,
    findings: Iterable[Finding] = (),
    agency: Agency | None = None,
    category: str = "",
    lever: str = "",
    expected_change: str = "",
    measure: str = "",
    carried_from: Section | None = None,
    by: Person,
) -> Recommendation:
    """Say what should change, and who is asked: an agency, or the board. A budget that refuses more is kept."""
    report = advance(report, "add_recommendation", by=by)
    _keep_to_budget(report, agency)
    recommendation = Recommendation(
        case=report.case,
        report=report,
        number=report.standing_recommendations().count() + 1,
        text=text,
        agency=agency,
        category=category,
        lever=lever,
        expected_change=expected_change,
        measure=measure,
        carried_from=carried_from,
    )
    begin(recommendation, by=by, following=report)
    _rest(recommendation, findings)
    return recommendation


@verb
def write_recommendation(
    recommendation: Recommendation, *, findings: Iterable[Finding], version: int, by: Person, **facts: Any
) -> Recommendation:
    """Say it better, ask somebody else, rest it on other findings. Raises Outdated."""
    recommendation = advance(recommendation, "write", by=by, on_top_of=version, **facts)
    _rest(recommendation, findings)
    return recommendation


@verb
def withdraw_recommendation(recommendation: Recommendation, *, by: Person) -> Recommendation:
    """Take a recommendation out; the others move up."""
    recommendation = advance(recommendation, "withdraw", by=by)
    _number(recommendation.report.standing_recommendations().order_by("number"))
    return recommendation


def _rest(recommendation: Recommendation, findings: Iterable[Finding]) -> None:
    """Only findings of the same report can stand behind its recommendations."""
    chosen = [each for each in findings if each.report_id == recommendation.report_id]
    recommendation.basis_set.exclude(finding__in=chosen).delete()
    Basis.objects.bulk_create([Basis(recommendation=recommendation, finding=each) for each in chosen], ignore_conflicts=True)


def _keep_to_budget(report: OverviewReport, agency: Agency | None) -> None:
    budget = report.pack.recommendations.budget
    if budget is None or budget.beyond != "refuse":
        return
    most = budget.agency if agency else budget.board
    if report.standing_recommendations().filter(agency=agency).count() >= most:
        refuse(f"{agency or report.case.board} has {most} recommendations already, and no more are allowed. Join two of them.")


# --- the report's way to the signature ------------------------------------------------------------------------------


@verb
def send_to_panel(report: OverviewReport, *, by: Person) -> OverviewReport:
    """The author has written it; the panel reads it, and the paper it reads is kept."""
    report = advance(report, "send_to_panel", by=by)
    _photograph(report, "overview", "draft", by)
    tell(report)
    return report


@verb
def ask_accuracy(report: OverviewReport, *, agencies: Iterable[Agency], due_on: date, by: Person) -> OverviewReport:
    """Ask agencies whether the facts are right, until a day; from now on their leads read the report."""
    chosen = list(agencies)
    if not chosen:
        refuse("Choose the agencies that check the facts.")
    if due_on < clock.today():
        refuse("The day for the answers must be today or later.")
    report = advance(report, "ask_accuracy", by=by, due_on=due_on)
    FactsCheck.objects.bulk_create(
        FactsCheck(report=report, agency=each, round=report.round, asked_on=clock.today(), due_on=due_on) for each in chosen
    )
    for agency in chosen:
        casework.involve(report.case, agency)
    _promise_answers(report, due_on, by)
    settle(report)
    tell(report)
    return report


def _promise_answers(report: OverviewReport, due_on: date, by: Person) -> None:
    deadlines.promise(
        report.case,
        report,
        rule="facts_check",
        label="Agencies’ check of the facts",
        ends="overviewreport.send_for_sign_off",
        holder=Holder("manager", report.case.board_id),
        due_on=due_on,
        why=f"Set by {by.name} when the agencies were asked on {calendars.written(clock.today())}.",
        source=report.pack.terms.manager.title,
    )


@verb
def check_accuracy(report: OverviewReport, *, agency: Agency, answer: str, correction: str = "", by: Person) -> FactsCheck:
    """An agency's lead says that the facts are right, or what must be corrected; it may say it again until it is answered."""
    report = advance(report, "check_accuracy", by=by)
    check = _own_check(report, agency, by)
    if check.is_taken_up is not None:
        refuse("The author has answered your correction. Talk to the board’s manager if something is still wrong.")
    if answer == "correction" and not correction.strip():
        refuse("Say what must be corrected.")
    check.answer, check.correction = answer, correction if answer == "correction" else ""
    check.text_sha256 = text.sha256_of(report)
    check.answered_by, check.answered_at = by, clock.now()
    check.save()
    settle(report)
    tell(report)
    return check


def _own_check(report: OverviewReport, agency: Agency, by: Person) -> FactsCheck:
    if not by.roles.current().filter(role="lead", about_id=agency.pk).exists():
        refuse("Only the agency’s own lead answers for it.")
    check: FactsCheck | None = report.checks().select_for_update().filter(agency=agency).first()
    if check is None:
        refuse("Your agency was not asked to check the facts.")
    return check


@verb
def answer_correction(check: FactsCheck, *, is_taken_up: bool, reply: str, by: Person) -> FactsCheck:
    """The author has corrected the report, or says why not."""
    report = advance(check.report, "answer_correction", by=by)
    locked = FactsCheck.objects.select_for_update().get(pk=check.pk)
    if locked.round != report.round or locked.answer != "correction":
        refuse("No correction is asked for here.")
    if not is_taken_up and not reply.strip():
        refuse("Say why the report is not corrected.")
    locked.is_taken_up, locked.reply = is_taken_up, reply
    locked.save()
    settle(report)
    tell(report)
    return locked


@verb
def send_for_sign_off(report: OverviewReport, *, by: Person) -> OverviewReport:
    """The facts are agreed; only the chair's signature is missing."""
    report = advance(report, "send_for_sign_off", by=by)
    report.review = reviews.send_for_sign_off(report.review, by=by, following=report)
    tell(report)
    return report


@verb
def send_back(report: OverviewReport, *, reasons: str, by: Person) -> OverviewReport:
    """Give the report back to its author with the reasons. What agencies said stays on the record."""
    was = report.state
    report = advance(report, "send_back", by=by, reasons=reasons)
    deadlines.drop(report)
    if was == "awaiting_sign_off":
        report.review = reviews.return_to_analysis(report.review, by=by, following=report)
    settle(report)
    tell(report)
    return report


@verb
def sign_off(report: OverviewReport, *, sha256: str, by: Person) -> OverviewReport:
    """The chair signs exactly the text whose hash they were shown. Its recommendations are agreed, the review is complete."""
    report = advance(report, "sign_off", by=by, sha256=sha256, stands=text.sha256_of(report), at=clock.now())
    for recommendation in report.recommendation_set.filter(state="drafted"):
        advance(recommendation, "agree", by=by, following=report)
    report.review = reviews.overview_signed_off(report.review, by=by, following=report)
    casework.reach(report.case, "sign_off", note=f"signed {calendars.written(clock.today())}")
    _photograph(report, "overview", "signed", by)
    tell(report)
    return report


# --- after the signature --------------------------------------------------------------------------------------------


@verb
def submit(report: OverviewReport, *, on: date, sent_to: Iterable[str], because: str = "", by: Person) -> OverviewReport:
    """Record who of those the framework names has which papers since when, and why anybody has none."""
    sent = set(sent_to)
    if on > clock.today():
        refuse("The day on which the copies were sent must be today or in the past.")
    missing = [each.to for each in report.pack.copies if each.to not in sent]
    report = advance(report, "submit", by=by, on=on, missing=missing, because=because)
    CopySent.objects.bulk_create(
        CopySent(report=report, to=each.to, documents=", ".join(each.documents), sent_on=on)
        for each in report.pack.copies
        if each.to in sent
    )
    tell(report)
    return report


@verb
def publish(report: OverviewReport, *, on: date, where: str, conditions: Iterable[str], by: Person) -> OverviewReport:
    """Publish what the framework makes public, once each of its conditions is met; the edition is made and filed."""
    report = advance(report, "publish", by=by, on=on, where=where, conditions=list(conditions))
    _photograph(report, report.pack.publication.what, "public", by)
    tell(report)
    return report


@verb
def withhold(report: OverviewReport, *, reasons: str, by: Person) -> OverviewReport:
    """Do not publish, for reasons that stay on the record."""
    return advance(report, "withhold", by=by, reasons=reasons)


@verb
def render(report: OverviewReport, *, part: str = "overview", by: Person) -> Paper:
    """Take a photograph of the report as it stands and have a PDF made of it."""
    report = advance(report, "render", by=by)
    return _photograph(report, part, "signed" if report.signed_sha256 else "draft", by)


def _photograph(report: OverviewReport, part: str, kind: str, by: Person) -> Paper:
    """The paper's own facts and who may read it, fixed from now on; the worker does the rest."""
    facts = text.photograph(report, part, kind)
    paper = Paper.objects.create(
        case=report.case,
        report=report,
        kind=kind,
        part=part,
        facts=facts,
        sha256=digest_of(facts),
        readers=[[holder.role, str(holder.about)] for holder, powers in report.grants().items() if "view" in powers],
        asked_by=by,
        asked_at=clock.now(),
    )
    access.bring_in_line(paper)
    call_after_commit(TASK, str(paper.pk))
    return paper
