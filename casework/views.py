"""My work, the cases, and the case file's own pages."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from agencies.models import Person
from casework import access, appointments, documents, history, log, workflow
from casework.forms import AppointForm, CaseFilter, DismissForm, ExtendForm, FileForm, RevealForm, SubjectForm
from casework.models.case import Case, Involvement, Subject
from casework.models.deadline import Extension, extensions_of
from casework.models.document import Document
from casework.models.waiting import waiting_in
from casework.pages import case_page, find, open_case, person_of
from casework.statements import AnyOf, statement
from casework.transitions import acts
from casework.work import Desk, desk_of
from frameworks import clock

SORTS = {"reference": "reference", "opened": "opened_on", "stage": "stage"}
DATES_SHOWN = 6


@login_required
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for me, by date, each with its own button; then my cases."""
    person = person_of(request)
    desk: Desk = desk_of(person, clock.today())
    return render(request, "casework/my_work.html", {"desk": desk, "person": person})


@login_required
def cases(request: HttpRequest) -> HttpResponse:
    """Every case a role of mine opens."""
    narrow = CaseFilter(request.GET or None)
    found = Case.objects.visible_to(person_of(request))
    if narrow.is_valid():
        found = _narrowed(found, narrow.cleaned_data)
    sort = request.GET.get("sort", "-opened")
    key = SORTS.get(sort.removeprefix("-"), "opened_on")
    found = found.order_by(f"-{key}" if sort.startswith("-") else key, "reference")
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    return render(request, "casework/cases.html", {"page": page, "filter": narrow})


def _narrowed(found: Any, asked: dict[str, Any]) -> Any:
    if asked["words"]:
        words = asked["words"].strip()
        found = found.filter(Q(reference__icontains=words) | Q(pseudonym__icontains=words))
    if asked["framework"]:
        found = found.filter(framework=asked["framework"])
    if asked["state"]:
        found = found.filter(state=asked["state"])
    return found


@login_required
def case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The cover of the file: who is asked for what, the agencies and how far they are, the dates, what happened lately."""
    bar = open_case(request, pk, "Summary")
    found, person = bar.case, person_of(request)
    oversees = "oversee_case" in bar.powers
    dates = bar.deadlines if "dates" in request.GET else bar.deadlines[:DATES_SHOWN]
    extensions = _extensions([each.pk for each in dates if each.is_extended])
    facts = {
        "bar": bar,
        "acts": acts(found, person),
        "oversees": oversees,
        "waiting": waiting_in(found.pk, access.groups_of(person)),
        "agencies": _agencies(found, person, oversees),
        "subjects": _index_subjects(found.pk),
        "roles": appointments.who_serves(found) if oversees else [],
        "dates": [(date, extensions.get(date.pk, ())) for date in dates],
        "later_dates": len(bar.deadlines) - len(dates),
        "lately": history.in_words(history.lately(found.pk, bar.opened, 5)),
    }
    return render(request, "casework/case.html", facts)


def _agencies(found: Case, person: Person, oversees: bool) -> list[Involvement]:
    """Overseers see every agency's row; a lead sees their own agency's."""
    if oversees:
        return _involved(found.pk)
    return _involved_among(found.pk, [held.about_id for held in access.roles_of(person) if held.role == "lead"])


@statement
def _involved(case: Any) -> Any:
    return Involvement.objects.filter(case=case).select_related("agency")


@statement
def _involved_among(case: Any, agencies: Any) -> Any:
    return Involvement.objects.filter(case=case, agency_id=AnyOf(agencies)).select_related("agency")


@statement
def _index_subjects(case: Any) -> Any:
    return Subject.objects.filter(case=case, is_index=True)


def _extensions(dates: list[UUID]) -> dict[UUID, list[Extension]]:
    """The later dates that were agreed for each of these promises."""
    found: dict[UUID, list[Extension]] = {}
    for each in extensions_of(dates) if dates else ():
        found.setdefault(each.deadline_id, []).append(each)
    return found


@login_required
def case_documents(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The papers of the case that this person may read."""
    bar = open_case(request, pk, "Documents")
    papers = Document.objects.filter(pk__in=bar.opened.get("document", [])).select_related("filed_by")
    page = Paginator(papers, 50).get_page(request.GET.get("page"))
    return render(request, "casework/documents.html", {"bar": bar, "page": page, "may_file": "file_case" in bar.powers})


@login_required
def document(request: HttpRequest, pk: UUID) -> FileResponse:
    """Give out a document: after the permission check, logged before a byte is sent, as a download that cannot act."""
    paper = find(Document, request, pk, "case")
    data = BytesIO(documents.read(paper))
    log.looked(paper, "document", by=person_of(request))
    response = FileResponse(data, as_attachment=True, filename=paper.download_name, content_type=paper.media_type)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@login_required
def case_history(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything that was done with what this person may see, and on request every look into it."""
    bar = open_case(request, pk, "History")
    looks = request.GET.get("looks") == "yes"
    page = Paginator(history.of_case(pk, bar.opened, with_looks=looks), 50).get_page(request.GET.get("page"))
    entries = history.in_words(list(page.object_list))
    return render(request, "casework/history.html", {"bar": bar, "page": page, "entries": entries, "looks": looks})


@login_required
def case_appoint(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Appoint a panel member."""
    found = find(Case, request, pk, "board")
    form = AppointForm(request.POST or None, case=found)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        workflow.appoint(found, person=person, role="panel_member", by=person_of(request))
        messages.success(request, f"{person.name} is now a panel member of this case.")
        return redirect(found)
    return _form(request, found, "appoint", "Appoint a panel member", form, "Appoint")


@login_required
def case_dismiss(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End an appointment."""
    found = find(Case, request, pk, "board")
    form = DismissForm(request.POST or None, case=found)
    if request.method == "POST" and form.is_valid():
        workflow.dismiss(found, role=form.cleaned_data["role"], by=person_of(request))
        messages.success(request, "The appointment has ended.")
        return redirect(found)
    return _form(request, found, "dismiss", "End an appointment", form, "End the appointment")


@login_required
def case_add_subject(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a child who is found to belong to the case."""
    found = find(Case, request, pk, "board")
    form = SubjectForm(request.POST or None, case=found)
    if request.method == "POST" and form.is_valid():
        workflow.add_subject(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The child was added.")
        return redirect(found)
    return _form(request, found, "add_subject", "Add a child", form, "Add the child")


@login_required
def case_reveal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show who is behind the pseudonyms, once, for a reason."""
    found = find(Case, request, pk, "board")
    form = RevealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        identities = workflow.reveal(found, reason=form.cleaned_data["reason"], by=person_of(request))
        bar = case_page(request, found, "Summary")
        return render(request, "casework/identities.html", {"bar": bar, "identities": identities})
    return _form(request, found, "reveal", "Who is this about?", form, "Show the identity")


@login_required
def case_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """File a document."""
    found = find(Case, request, pk, "board")
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        workflow.file_document(
            found,
            title=form.cleaned_data["title"],
            kind="paper",
            filename=file.name,
            data=file.read(),
            by=person_of(request),
        )
        messages.success(request, "The document is on the file.")
        return redirect("casework:case_documents", found.pk)
    return _form(request, found, "file", "File a document", form, "File it", tab="Documents")


@login_required
def case_extend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Agree a later date."""
    found = find(Case, request, pk, "board")
    form = ExtendForm(request.POST or None, case=found)
    if request.method == "POST" and form.is_valid():
        workflow.extend(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, "The new date stands; the old one stays on the record.")
        return redirect(found)
    return _form(request, found, "extend", "Change a date", form, "Agree the new date")


@login_required
def case_close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close the file, after a page that says what that means."""
    found = find(Case, request, pk, "board")
    access.demand(person_of(request), found, "close")
    if request.method == "POST":
        workflow.close(found, by=person_of(request))
        messages.success(request, "The case is closed.")
        return redirect(found)
    bar = case_page(request, found, "Summary")
    return render(request, "casework/close.html", {"bar": bar, "back": found.get_absolute_url(), "button": "Close the case"})


def _form(
    request: HttpRequest, found: Case, act: str, heading: str, form: Any, button: str, tab: str = "Summary"
) -> HttpResponse:
    access.demand(person_of(request), found, act)
    bar = case_page(request, found, tab)
    facts = {"bar": bar, "heading": heading, "form": form, "button": button, "back": found.get_absolute_url()}
    return render(request, "casework/form.html", facts)
