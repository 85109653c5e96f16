"""The report itself: the workspace, the text to read, the sections, and its way to the signature and beyond."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from agencies.models import Role
from casework import access
from casework.models import Case, Deadline
from casework.pages import case_page, find, person_of, two_texts
from casework.refusals import Outdated
from casework.transitions import acts
from overview import codes, outline, text, workflow
from overview.forms import (
    AccuracyForm,
    CheckForm,
    CorrectionForm,
    PublishForm,
    ReasonsForm,
    SectionForm,
    SignForm,
    SubmitForm,
    parts_of,
)
from overview.models import Evidence, OverviewReport, OverviewSection, Paper
from overview.models.report import WRITING
from overview.views.doors import demand, report_in, report_of
from reviews.models import Review

# --- the workspace --------------------------------------------------------------------------------------------------


@login_required
def case_overview(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The overview report of a case: what is written, found and recommended, and what it still needs."""
    case = find(Case, request, pk, "board")
    person = person_of(request)
    report = report_in(person, case)
    bar = case_page(request, case, "Overview", thing=report)
    if report is None:
        return render(request, "overview/not_begun.html", {"bar": bar, "review": _review_to_begin(request, case)})
    return render(request, "overview/report.html", {"bar": bar} | _workspace(request, report, bar.opened))


def _workspace(request: HttpRequest, report: OverviewReport, opened: dict[str, list[UUID]]) -> dict[str, Any]:
    person = person_of(request)
    powers = access.powers(person, report)
    writes = "write_overviewreport" in powers and report.state in WRITING
    papers = Paper.objects.filter(pk__in=opened.get("paper", []), report=report).select_related("document", "asked_by", "case")
    access.keep_powers(person, report, powers)
    thread = outline.thread_of(report)
    return {
        "report": report,
        "pack": report.pack,
        "acts": acts(report, person),
        "writes": writes,
        "outline": [outline.part_of(report, part, label) for part, label in parts_of(report)] if writes else [],
        "findings": thread.findings,
        "recommendations": thread.recommendations,
        "opened": opened,
        "loose_ends": outline.loose_ends(thread) if "add_finding_overviewreport" in powers else [],
        "over_budget": outline.over_budget(thread) if writes else [],
        "checks": report.checks().select_related("agency") if report.round else [],
        "may_answer": writes and report.state == "factual_accuracy",
        "may_open_plan": "open_plan_overviewreport" in powers and report.signed_sha256 and report.plan_opened_on is None,
        "papers": papers,
        "copies": report.copysent_set.all(),
        "deadlines": Deadline.objects.standing().filter(pk__in=opened.get("deadline", []), ends__startswith="overviewreport."),
    }


def _review_to_begin(request: HttpRequest, case: Case) -> Review | None:
    """The review for which this person may begin the report."""
    person = person_of(request)
    for review in Review.objects.visible_to(person).filter(case=case):
        if access.may(person, review, "start_overview") and review.state in {"gathering", "analysis"}:
            found: Review = review
            return found
    return None


@login_required
def start(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin the report of a review."""
    review = find(Review, request, pk, "case__board")
    access.demand(person_of(request), review, "start_overview")
    if request.method == "POST":
        report = workflow.start(review, by=person_of(request))
        messages.success(request, "The report is begun: its headings are those of the framework.")
        return redirect(report)
    return redirect("overview:case_overview", review.case_id)


@login_required
def read(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole text as it now stands, with numbered findings and recommendations."""
    report = report_of(request, pk)
    part = request.GET.get("part", "overview")
    if part not in dict(parts_of(report)):
        raise Http404
    person = person_of(request)
    writes = report.state in WRITING and access.may(person, report, "write")
    bar = case_page(request, report.case, "Overview", thing=report)
    view = codes.reading(request, report, bar.opened, "overview report")
    facts = {
        "bar": bar,
        "view": view,
        "report": report,
        "paper": codes.on_page(view, text.as_written(report, part, "draft")),
        "parts": parts_of(report),
        "part": part,
        "acts": [] if writes else acts(report, person),
    }
    return render(request, "overview/read.html", facts)


# --- sections -------------------------------------------------------------------------------------------------------


@login_required
def section(request: HttpRequest, pk: UUID, part: str, key: str) -> HttpResponse:
    """Write a section with its guidance beside it; it saves itself as it is typed."""
    report = report_of(request, pk)
    found = report.overviewsection_set.filter(part=part, key=key).first()
    if found is None:
        raise Http404
    found.report = report
    demand(request, report, "write")
    form = SectionForm(request.POST or None, heading=found.heading, initial={"html": found.html, "version": found.version})
    if request.method == "POST":
        return _saved(request, found, form) if form.is_valid() else _not_saved(request, found, form)
    return _section_page(request, found, form)


def _saved(request: HttpRequest, found: OverviewSection, form: SectionForm) -> HttpResponse:
    saves_itself = "X-Autosave" in request.headers
    given = form.cleaned_data
    try:
        saved = workflow.write(
            found.report, part=found.part, key=found.key, html=given["html"], version=given["version"], by=person_of(request)
        )
    except Outdated as outdated:
        if saves_itself:
            return JsonResponse({"theirs": outdated.theirs, "version": outdated.version}, status=409)
        report = found.report
        bar = case_page(request, report.case, "Overview", thing=report)
        return two_texts(request, bar, outdated, field="html", back=report.get_absolute_url())
    if saves_itself:
        return JsonResponse({"version": saved.version})
    messages.success(request, f"“{found.title}” is saved.")
    return redirect(found.report)


def _not_saved(request: HttpRequest, found: OverviewSection, form: SectionForm) -> HttpResponse:
    if "X-Autosave" in request.headers:
        return JsonResponse({"errors": form.errors}, status=422)
    return _section_page(request, found, form)


def _section_page(request: HttpRequest, found: OverviewSection, form: SectionForm) -> HttpResponse:
    report = found.report
    bar = case_page(request, report.case, "Overview", thing=report)
    view = codes.reading(request, report, bar.opened, "section")
    findings = report.finding_set.prefetch_related(Prefetch("evidence", Evidence.objects.select_related("entry")))
    facts = {
        "bar": bar,
        "report": report,
        "section": found,
        "heading": found.heading,
        "form": form,
        "findings": [(each, codes.as_read(view, each.evidence.all())) for each in findings],
    }
    return render(request, "overview/section.html", facts)


# --- its way --------------------------------------------------------------------------------------------------------


@login_required
def send_to_panel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send the report to the panel."""
    report = report_of(request, pk)
    demand(request, report, "send_to_panel")
    panel = report.pack.terms.panel
    if request.method == "POST":
        workflow.send_to_panel(report, by=person_of(request))
        messages.success(request, f"The report is with the {panel}. You can write again if it comes back to you.")
        return redirect(report)
    facts = {
        "heading": f"Send the report to the {panel.brief}",
        "text": f"The {panel} reads it as it now stands. You cannot change it unless it comes back to you.",
        "button": "Send it",
        "loose_ends": outline.loose_ends(outline.thread_of(report)),
        "named": codes.named_in(report),
    }
    return _form_page(request, report, None, facts)


@login_required
def ask_accuracy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask agencies whether the facts are right."""
    report = report_of(request, pk)
    demand(request, report, "ask_accuracy")
    form = AccuracyForm(request.POST or None, report=report)
    if request.method == "POST" and form.is_valid():
        workflow.ask_accuracy(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The agencies are asked. Their leads hear of it at once.")
        return redirect(report)
    return _form_page(request, report, form, {"heading": "Ask agencies to check the facts", "button": "Ask them"})


@login_required
def check_accuracy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer for one's agency whether the facts are right."""
    report = report_of(request, pk)
    demand(request, report, "check_accuracy")
    person = person_of(request)
    led = Role.objects.current().filter(person=person, role="lead").values_list("about_id", flat=True)
    check = report.checks().filter(agency_id__in=list(led)).select_related("agency").first()
    if check is None:
        raise Http404
    initial = {"answer": check.answer, "correction": check.correction}
    form = CheckForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        workflow.check_accuracy(report, agency=check.agency, by=person, **form.cleaned_data)
        messages.success(request, "Your agency’s answer is recorded.")
        return redirect(report)
    facts = {
        "heading": f"Are the facts right that the report tells of {check.agency}?",
        "text": "You are asked about facts: dates, what was done, by whom. What the author makes of them is theirs.",
        "button": "Answer",
        "reading": True,
        "check": check,
    }
    return _form_page(request, report, form, facts)


@login_required
def correction(request: HttpRequest, pk: UUID, check: int) -> HttpResponse:
    """Answer a correction that an agency asked for."""
    report = report_of(request, pk)
    demand(request, report, "answer_correction")
    found = report.checks().filter(pk=check, answer="correction").select_related("agency").first()
    if found is None:
        raise Http404
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.answer_correction(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"{found.agency} can read your answer.")
        return redirect(report)
    facts = {"heading": f"Answer {found.agency}", "button": "Answer", "quoted": found.correction}
    return _form_page(request, report, form, facts)


@login_required
def send_for_sign_off(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send the report to the chair."""
    report = report_of(request, pk)
    demand(request, report, "send_for_sign_off")
    if request.method == "POST":
        workflow.send_for_sign_off(report, by=person_of(request))
        messages.success(request, "The chair has it.")
        return redirect(report)
    text_ = "From now on nobody can change the text, unless the report is sent back to its author."
    facts = {"heading": "Send the report for sign-off", "text": text_, "button": "Send it", "named": codes.named_in(report)}
    return _form_page(request, report, None, facts)


@login_required
def send_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the report back to its author."""
    report = report_of(request, pk)
    demand(request, report, "send_back")
    form = ReasonsForm(request.POST or None, label="What should the author change, and why?")
    if request.method == "POST" and form.is_valid():
        workflow.send_back(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The author has the report again, with your reasons.")
        return redirect("overview:case_overview", report.case_id)
    return _form_page(request, report, form, {"heading": "Send the report back to its author", "button": "Send it back"})


@login_required
def sign_off(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Sign exactly the text that was read, after a page that says what that means."""
    report = report_of(request, pk)
    demand(request, report, "sign_off")
    stands = text.sha256_of(report)
    form = SignForm(request.POST or None, initial={"sha256": stands})
    if request.method == "POST" and form.is_valid():
        workflow.sign_off(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The report is signed off. Its PDF is being made and will be among the documents.")
        return redirect(report)
    facts = {
        "findings": report.finding_set.count(),
        "recommendations": report.standing_recommendations().count(),
        "stands": stands,
        "button": "Sign the report off",
    }
    return _interruption(request, report, "overview/sign_off.html", form, facts)


@login_required
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record who has which papers."""
    report = report_of(request, pk)
    demand(request, report, "submit")
    everybody = [each.to for each in report.pack.copies]
    form = SubmitForm(request.POST or None, report=report, initial={"sent_to": everybody})
    if request.method == "POST" and form.is_valid():
        workflow.submit(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, "Who has which papers is on the record.")
        return redirect(report)
    return _form_page(request, report, form, {"heading": "Who has their copies?", "button": "Record it"})


@login_required
def publish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Publish, after a page that says what that means."""
    report = report_of(request, pk)
    demand(request, report, "publish")
    form = PublishForm(request.POST or None, report=report)
    if request.method == "POST" and form.is_valid():
        workflow.publish(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, "Publication is recorded. The edition for publication is being made.")
        return redirect(report)
    return _interruption(request, report, "overview/publish.html", form, {"button": "Publish"})


@login_required
def withhold(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withhold publication, after a page that says what that means."""
    report = report_of(request, pk)
    demand(request, report, "withhold")
    form = ReasonsForm(request.POST or None, label="Why is nothing published?", hint="The reasons stay on the record.")
    if request.method == "POST" and form.is_valid():
        workflow.withhold(report, by=person_of(request), **form.cleaned_data)
        messages.success(request, "Publication is withheld, and the reasons are on the record.")
        return redirect(report)
    return _interruption(request, report, "overview/withhold.html", form, {"button": "Withhold publication"})


def _form_page(request: HttpRequest, report: OverviewReport, form: Any, facts: dict[str, Any]) -> HttpResponse:
    bar = case_page(request, report.case, "Overview", thing=report)
    common = {"bar": bar, "report": report, "form": form, "back": report.get_absolute_url()}
    return render(request, "overview/form.html", common | facts)


def _interruption(request: HttpRequest, report: OverviewReport, template: str, form: Any, facts: dict[str, Any]) -> HttpResponse:
    bar = case_page(request, report.case, "Overview", thing=report)
    common = {"bar": bar, "report": report, "pack": report.pack, "form": form, "back": report.get_absolute_url()}
    return render(request, template, common | facts)
