"""Findings and the evidence they rest on: the thread, walked in both directions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from agencies.models import Agency
from casework import access
from casework.pages import CasePage, case_page, person_of, two_texts
from casework.refusals import Outdated
from chronology import shown
from chronology.models import Entry
from chronology.models.entry import between
from chronology.shown import Shown
from frameworks.calendars import counted
from imr.models import Section
from overview import citing, codes, workflow
from overview.forms import CiteEntriesForm, CitePassageForm, EntriesFilter, ExplainForm, FindingForm
from overview.models import Evidence, Finding, OverviewReport
from overview.models.report import WRITING
from overview.views.doors import demand, finding_of, report_of
from reviews.models import LineOfEnquiry

SHOWN = 20


@login_required
def finding(request: HttpRequest, report_id: UUID, pk: int) -> HttpResponse:
    """A finding with what it rests on and what it leads to."""
    found = finding_of(request, report_id, pk)
    report = found.report
    bar = case_page(request, report.case, "Overview", thing=report)
    evidence = list(found.evidence.select_related("entry__chronology__agency", "section__imr__agency", "cited_by"))
    person = person_of(request)
    entries = citing.entries_open_to(person, report).filter(pk__in=[each.entry_id for each in evidence])
    sections = citing.sections_open_to(person, report).filter(pk__in=[each.section_id for each in evidence])
    seen = {*entries.values_list("pk", flat=True), *sections.values_list("pk", flat=True)}
    changed = [citing.has_changed(each) for each in evidence]
    view = codes.reading(request, report, bar.opened, "finding")
    read = zip(codes.as_read(view, evidence), changed, strict=True)
    facts = {
        "view": view,
        "bar": bar,
        "report": report,
        "finding": found,
        "evidence": [(each, has_changed, (each.entry_id or each.section_id) in seen) for each, has_changed in read],
        "recommendations": _led_to(found, bar.opened),
        "writes": _writes(request, report),
    }
    return render(request, "overview/finding.html", facts)


def _led_to(found: Finding, opened: dict[str, list[UUID]]) -> list[tuple[Any, bool]]:
    """The recommendations that rest on a finding, each with whether this person may open it."""
    standing = found.report.standing_recommendations().filter(findings=found).select_related("agency", "case__board")
    return [(each, each.pk in opened.get("recommendation", [])) for each in standing]


def _writes(request: HttpRequest, report: OverviewReport) -> bool:
    return report.state in WRITING and access.may(person_of(request), report, "add_finding")


@login_required
def add_finding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what was found."""
    report = report_of(request, pk)
    demand(request, report, "add_finding")
    form = FindingForm(request.POST or None, report=report, initial={"enquiry": request.GET.get("enquiry")})
    if request.method == "POST" and form.is_valid():
        made = workflow.add_finding(report, by=person_of(request), **_typed(form))
        messages.success(request, f"Finding {made.number} is added. Say now what it rests on.")
        return redirect(made)
    return _form(request, report, form, "Add a finding", "Save the finding", report.get_absolute_url())


@login_required
def change_finding(request: HttpRequest, report_id: UUID, pk: int) -> HttpResponse:
    """Say it better."""
    found = finding_of(request, report_id, pk)
    report = found.report
    demand(request, report, "change_finding")
    stands = {name: getattr(found, name) for name in ("title", "html", "lesson", "theme", "enquiry", "version")}
    form = FindingForm(request.POST or None, report=report, initial=stands)
    if request.method == "POST" and form.is_valid():
        try:
            workflow.change_finding(found, version=form.cleaned_data["version"] or 0, by=person_of(request), **_typed(form))
        except Outdated as outdated:
            bar = case_page(request, report.case, "Overview", thing=report)
            return two_texts(request, bar, outdated, field="html", back=found.get_absolute_url())
        messages.success(request, f"Finding {found.number} is saved.")
        return redirect(found)
    return _form(request, report, form, f"Finding {found.number}", "Save the finding", found.get_absolute_url())


def _typed(form: FindingForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("title", "html", "lesson", "theme", "enquiry")}


@login_required
def remove_finding(request: HttpRequest, report_id: UUID, pk: int) -> HttpResponse:
    """Take a finding out, after a page that says what goes with it."""
    found = finding_of(request, report_id, pk)
    demand(request, found.report, "remove_finding")
    if request.method == "POST":
        workflow.remove_finding(found, by=person_of(request))
        messages.success(request, "The finding is taken out, and those after it have moved up.")
        return redirect(found.report)
    citations = counted(found.evidence.count(), "citation")
    text = f"“{found.title}” goes, with {citations}. Recommendations that rest on it lose it."
    facts = {"text": text, "final": True}
    heading = f"Take finding {found.number} out"
    return _form(request, found.report, None, heading, "Take it out", found.get_absolute_url(), **facts)


# --- evidence -------------------------------------------------------------------------------------------------------


@login_required
def cite_entry(request: HttpRequest, report_id: UUID, pk: int) -> HttpResponse:
    """Look through the chronologies and choose the entries a finding rests on."""
    found = finding_of(request, report_id, pk)
    report = found.report
    demand(request, report, "cite")
    person = person_of(request)
    entries = citing.entries_open_to(person, report)
    agencies = Agency.objects.filter(pk__in=entries.order_by().values("chronology__agency_id"))
    narrow = EntriesFilter(request.GET or None, agencies=agencies)
    bar = case_page(request, report.case, "Overview", thing=report)
    view = codes.reading(request, report, bar.opened, "entries to cite")
    if narrow.is_valid():
        entries = _narrowed(entries, report, narrow.cleaned_data, view)
    page = Paginator(entries, SHOWN).get_page(request.GET.get("page"))
    form = CiteEntriesForm(request.POST or None, shown=[str(each.pk) for each in page])
    if request.method == "POST" and form.is_valid():
        chosen = [each for each in page if str(each.pk) in form.cleaned_data["entry"]]
        workflow.cite_entries(found, chosen, note=form.cleaned_data["note"], by=person)
        messages.success(request, f"Finding {found.number} now rests on {counted(found.evidence.count(), 'piece')} of evidence.")
        return redirect(found)
    page.object_list = [view.entry(each) for each in page.object_list]
    facts = {
        "bar": bar,
        "view": view,
        "finding": found,
        "page": page,
        "filter": narrow,
        "form": form,
        "cited": set(found.evidence.values_list("entry_id", flat=True)),
    }
    return render(request, "overview/cite_entry.html", facts)


def _narrowed(entries: Any, report: OverviewReport, asked: dict[str, Any], view: Shown) -> Any:
    if asked["words"]:
        among = entries.order_by().values_list("chronology_id", flat=True).distinct()
        entries = entries.saying(*view.looked_for([asked["words"]], among), report.case_id)
    if asked["agency"]:
        entries = entries.filter(chronology__agency=asked["agency"])
    return entries.filter(between(asked["since"], asked["until"]))


@login_required
def cite_passage(request: HttpRequest, report_id: UUID, pk: int) -> HttpResponse:
    """Choose a section of an agency's report, then the passage a finding rests on."""
    found = finding_of(request, report_id, pk)
    report = found.report
    demand(request, report, "cite")
    sections = citing.sections_open_to(person_of(request), report)
    chosen = chosen_section(sections, request.GET.get("section", ""))
    form = CitePassageForm(request.POST or None, section=chosen)
    if request.method == "POST" and chosen and form.is_valid():
        workflow.cite_passage(found, chosen, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"Finding {found.number} rests on it now.")
        return redirect(found)
    facts = {
        "bar": case_page(request, report.case, "Overview", thing=report),
        "finding": found,
        "sections": sections,
        "chosen": chosen,
        "form": form,
    }
    return render(request, "overview/cite_passage.html", facts)


def chosen_section(sections: Any, pk: str) -> Section | None:
    try:
        wanted = UUID(pk)
    except ValueError:
        return None
    found: Section | None = sections.filter(pk=wanted).first()
    return found


@login_required
def cite_again(request: HttpRequest, report_id: UUID, pk: int, evidence: int) -> HttpResponse:
    """What a cited entry said then and says now; the author confirms that the finding rests on what it says now."""
    found = finding_of(request, report_id, pk)
    demand(request, found.report, "cite")
    cited = found.evidence.select_related("finding__report__case", "entry__chronology").filter(pk=evidence).first()
    now = citing.entries_open_to(person_of(request), found.report).filter(pk=cited.entry_id).first() if cited else None
    if cited is None or now is None:
        raise Http404
    if request.method == "POST":
        workflow.cite_again(cited, by=person_of(request))
        messages.success(request, f"Finding {found.number} rests on what the entry says now.")
        return redirect(found)
    bar = case_page(request, found.report.case, "Overview", thing=found.report)
    view = codes.reading(request, found.report, bar.opened, "citation")
    [cited] = codes.as_read(view, [cited])
    now = view.entry(now)
    facts = {"bar": bar, "view": view, "finding": found, "evidence": cited, "entry": now, "when": citing.when(now)}
    return render(request, "overview/cite_again.html", facts)


@login_required
def uncite(request: HttpRequest, report_id: UUID, pk: int, evidence: int) -> HttpResponse:
    """Take a citation out."""
    found = finding_of(request, report_id, pk)
    demand(request, found.report, "uncite")
    cited = found.evidence.select_related("entry").filter(pk=evidence).first()
    if cited is None:
        raise Http404
    if request.method == "POST":
        workflow.uncite(cited, by=person_of(request))
        messages.success(request, "The citation is taken out.")
        return redirect(found)
    heading = f"Take a citation out of finding {found.number}"
    view = codes.reading(request, found.report, access.opened_in(person_of(request), found.report.case_id)[0], "citation")
    [cited] = codes.as_read(view, [cited])
    return _form(request, found.report, None, heading, "Take it out", found.get_absolute_url(), text=f"{cited}: {cited.said}")


@login_required
def explain(request: HttpRequest, pk: UUID, enquiry: int) -> HttpResponse:
    """Say why a line of enquiry has no finding."""
    report = report_of(request, pk)
    demand(request, report, "explain")
    line = LineOfEnquiry.objects.filter(terms__review_id=report.review_id, pk=enquiry).first()
    if line is None:
        raise Http404
    form = ExplainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        workflow.explain(report, enquiry=line, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The explanation stands beside the line of enquiry.")
        return redirect(report)
    heading = f"Line of enquiry {line.number}"
    return _form(request, report, form, heading, "Save", report.get_absolute_url(), text=line.question)


# --- and back again -------------------------------------------------------------------------------------------------


@login_required
def evidence_of_entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which findings rest on an entry of a chronology."""
    person = person_of(request)
    entry = Entry.objects.visible_to(person).select_related("case__board", "chronology__agency").filter(pk=pk).first()
    if entry is None:
        raise Http404
    bar = case_page(request, entry.case, "Chronology")
    view = shown.shown_to(request, bar.opened, page="what rests on an entry", also=[entry.chronology_id])
    read = view.entry(entry)
    facts = {"heading": f"What rests on this entry of {read.chronology.agency}", "said": read.event, "when": citing.when(read)}
    back = entry.get_absolute_url()
    return _resting_on(request, bar, Evidence.objects.filter(entry=entry), facts | {"view": view, "back": back})


@login_required
def evidence_of_section(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which findings rest on a section of an agency's report."""
    section = Section.objects.select_related("imr__case__board", "imr__agency").filter(pk=pk).first()
    if section is None or not citing.may_read(person_of(request), section):
        raise Http404
    bar = case_page(request, section.imr.case, "Chronology")
    facts = {"heading": f"What rests on “{section.title}” of {section.imr.agency}", "back": section.get_absolute_url()}
    return _resting_on(request, bar, Evidence.objects.filter(section=section), facts)


def _resting_on(request: HttpRequest, bar: CasePage, evidence: Any, facts: dict[str, Any]) -> HttpResponse:
    """The findings of reports this person may see; of others nothing, not even a number."""
    seen = evidence.filter(finding__report__in=bar.opened.get("overviewreport", []))
    cited = Finding.objects.filter(pk__in=seen.values("finding_id"))
    found = cited.select_related("report").prefetch_related("recommendation_set")
    return render(request, "overview/resting_on.html", {"bar": bar, "findings": found} | facts)


def _form(
    request: HttpRequest, report: OverviewReport, form: Any, heading: str, button: str, back: str, **facts: Any
) -> HttpResponse:
    bar = case_page(request, report.case, "Overview", thing=report)
    common = {"bar": bar, "report": report, "form": form, "heading": heading, "button": button, "back": back}
    return render(request, "overview/form.html", common | facts)
