"""The key of a case: codes and roles for those who read the chronology, names for a reason, and the list itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST

from casework import access
from casework.pages import case_page, find, open_case, person_of
from casework.refusals import Blocked, Outdated
from casework.transitions import acts
from chronology import keeping, shown
from chronology.key_forms import IdentifiersForm, MergeForm, PasteForm, PersonForm, ReasonForm, RelateForm
from chronology.models import Chronology, KeyedIdentifier, KeyedPerson, KeyedRelation, PersonKey

TAB = "Chronology"
SAVE_OVER = "Save my text over theirs"


@login_required
def case_key(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The list of a case: codes and roles, or for an hour after a reason was given the names as well."""
    bar = open_case(request, pk, TAB)
    keys = bar.opened.get("personkey")
    if not keys:
        raise Http404
    person = person_of(request)
    view = shown.shown_to(request, bar.opened, page="key")
    key = access.find(person, PersonKey, keys[0], "case")
    people = KeyedPerson.objects.visible_to(person).filter(key=key).standing().select_related("identity", "chronology__agency")
    seen = list(people.order_by("kind", "code"))
    facts = {
        "bar": bar,
        "key": key,
        "view": view,
        "people": seen,
        "acts": [each for each in acts(key, person) if not (view.is_named and each.name == "reveal")],
        "keeps": access.may(person, key, "change_person"),
        "relations": KeyedRelation.objects.between(seen).select_related("person", "other"),
        "identifiers": _identifiers(key, person) if view.is_named else [],
    }
    return render(request, "chronology/key.html", facts)


def _identifiers(key: PersonKey, person: Any) -> list[str]:
    seen = KeyedIdentifier.objects.visible_to(person).filter(key=key)
    return list(seen.values_list("words", flat=True))


# --- names for a reason --------------------------------------------------------------------------------------------


@login_required
def personkey_reveal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say why the names are needed; they are then shown for an hour, here and in the chronology."""
    key = find(PersonKey, request, pk, "case__board")
    access.demand(person_of(request), key, "reveal")
    form = ReasonForm(request.POST or None, initial={"next": request.GET.get("next", "")})
    if request.method == "POST" and form.is_valid():
        keeping.reveal(key, reason=form.cleaned_data["reason"], by=person_of(request))
        shown.show_names(request, key)
        return redirect(_onwards(request, key, form.cleaned_data["next"]))
    return _form(
        request, key, form, "Show the names", "Show the names", where=_onwards(request, key, request.GET.get("next", ""))
    )


@login_required
def personkey_hide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Back to codes."""
    key = find(PersonKey, request, pk, "case__board")
    if request.method == "POST":
        shown.show_codes(request, key)
    return redirect(_onwards(request, key, request.POST.get("next", "")))


def _onwards(request: HttpRequest, key: PersonKey, asked: str) -> str:
    """Where this person came from, if that is a page of this house; otherwise the key."""
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if asked.startswith("/") and is_ours else key.get_absolute_url()


# --- the board's list ----------------------------------------------------------------------------------------------


@login_required
def personkey_add_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give somebody a code."""
    key = find(PersonKey, request, pk, "case__board")
    access.demand(person_of(request), key, "add_person")
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _done(form, lambda: _added(request, key, [form.cleaned_data])):
        return redirect(key)
    paste = reverse("chronology:personkey_paste", args=[key.pk])
    return _form(request, key, form, "Add somebody", "Add to the key", aside=("Paste a whole list instead", paste))


@login_required
def personkey_paste(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A whole list at once: all of it or nothing."""
    key = find(PersonKey, request, pk, "case__board")
    access.demand(person_of(request), key, "add_person")
    form = PasteForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _done(form, lambda: _added(request, key, form.people()), field="lines"):
        return redirect(key)
    return _form(request, key, form, "Paste a list of people", "Add them to the key")


def _added(request: HttpRequest, key: PersonKey, people: list[dict[str, Any]]) -> None:
    added = keeping.add_people(key, people, by=person_of(request))
    messages.success(request, f"{added[0].code} was added." if len(added) == 1 else f"{len(added)} people were added.")


@login_required
def personkey_identifiers(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What else tells who somebody is: the board's list of addresses and numbers."""
    key = find(PersonKey, request, pk, "case__board")
    access.demand(person_of(request), key, "change_person")
    if not shown.named_until(request, key):
        return _reason_first(request, key)
    own = KeyedIdentifier.objects.filter(key=key, chronology__isnull=True).values_list("words", flat=True)
    form = IdentifiersForm(request.POST or None, initial={"words": "\n".join(own)})
    if request.method == "POST" and form.is_valid():
        keeping.set_identifiers(key, form.cleaned_data["words"], by=person_of(request))
        messages.success(request, "The list was saved.")
        return redirect(key)
    return _form(request, key, form, "Addresses and numbers", "Save")


# --- one person ----------------------------------------------------------------------------------------------------


@login_required
def keyedperson_change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a code, a role or a name right; when somebody else did so meanwhile, both texts are shown."""
    found = _find_person(request, pk)
    if _must_say_why(request, found):
        return _reason_first(request, found.key)
    form = PersonForm(request.POST or None, person=found, of_agency=_is_own(request, found))
    if request.method == "POST" and form.is_valid():
        try:
            if _done(form, lambda: _changed(request, found, form)):
                return redirect(_list_of(request, found))
        except Outdated as outdated:
            form.add_error(None, f"Somebody else changed this while you were writing. It now says: {outdated.theirs}")
            return _person_form(request, found, form, f"Change {found.code}", SAVE_OVER, version=outdated.version, status=409)
    return _person_form(request, found, form, f"Change {found.code}", "Save", version=found.version)


def _changed(request: HttpRequest, found: KeyedPerson, form: PersonForm) -> None:
    typed = request.POST.get("version", "")
    version = int(typed) if typed.isdecimal() and len(typed) < 9 else 0
    keeping.change_person(found, version=version, by=person_of(request), **form.cleaned_data)
    messages.success(request, f"{form.cleaned_data['code']} was changed.")


@login_required
def keyedperson_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take somebody off the list, after a page that says what that means."""
    found = _find_person(request, pk)
    if request.method == "POST":
        keeping.remove_person(found, by=person_of(request))
        messages.success(request, f"{found.code} was taken off the key.")
        return redirect(_list_of(request, found))
    bar = case_page(request, found.key.case, TAB, thing=_log_at(request, found))
    return render(request, "chronology/key_remove.html", {"bar": bar, "person": found, "back": _list_of(request, found)})


@login_required
def keyedperson_merge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Find that two of the list are one person."""
    found = _find_person(request, pk, "merge_people")
    others = KeyedPerson.objects.visible_to(person_of(request)).standing().filter(key=found.key).exclude(pk=found.pk)
    form = MergeForm(request.POST or None, people=others)
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"]
        if _done(form, lambda: keeping.merge_people(found, other, by=person_of(request)), field="other"):
            messages.success(request, f"{other.code} is {found.code} from now on, with all spellings of both.")
            return redirect(found.key)
    return _person_form(request, found, form, f"Who is the same person as {found.code}?", "Merge the two")


@login_required
def keyedperson_relate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how two people belong together, for the genogram."""
    found = _find_person(request, pk)
    others = KeyedPerson.objects.visible_to(person_of(request)).standing().filter(key=found.key).exclude(pk=found.pk)
    form = RelateForm(request.POST or None, people=others)
    if request.method == "POST" and form.is_valid():
        keeping.relate(found, by=person_of(request), **form.cleaned_data)
        messages.success(request, f"How {found.code} belongs to {form.cleaned_data['other']} is noted.")
        return redirect(_list_of(request, found))
    return _person_form(request, found, form, f"How does {found.code} belong to others?", "Save")


@login_required
@require_POST
def keyedperson_unrelate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a relation back, sent with its number."""
    found = _find_person(request, pk)
    typed = request.POST.get("relation", "")
    number = int(typed) if typed.isdecimal() and len(typed) < 15 else 0
    relation = KeyedRelation.objects.filter(person=found, pk=number).first()
    if relation is not None:
        keeping.unrelate(relation, by=person_of(request))
        messages.success(request, "The relation was taken back.")
    return redirect(_list_of(request, found))


# --- an agency's own list ------------------------------------------------------------------------------------------


@login_required
def chronology_name_people(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whom an agency's entries mean: its own list, seen by nobody else before it shares, and the codes the board has told."""
    found = find(Chronology, request, pk, "case__board", "agency")
    person = person_of(request)
    access.demand(person, found, "name_people")
    key = PersonKey.objects.get(case=found.case)
    form = PersonForm(request.POST or None, of_agency=True)
    if request.method == "POST" and form.is_valid() and _done(form, lambda: _named(request, found, key, form)):
        return redirect("chronology:chronology_name_people", found.pk)
    facts = {
        "bar": case_page(request, found.case, TAB, thing=found),
        "chronology": found,
        "people": KeyedPerson.objects.standing().filter(chronology=found).select_related("identity"),
        "told": KeyedPerson.objects.standing().told_to_agencies().filter(key=key),
        "form": form,
    }
    return render(request, "chronology/key_agency.html", facts)


def _named(request: HttpRequest, found: Chronology, key: PersonKey, form: PersonForm) -> None:
    [added] = keeping.add_people(key, [form.cleaned_data], by=person_of(request), chronology=found)
    messages.success(request, f"{added.code} was added to the people your agency names.")


# --- what these pages share ----------------------------------------------------------------------------------------


def _find_person(request: HttpRequest, pk: UUID, power: str = "change_person") -> KeyedPerson:
    """Somebody of the list, if this person sees them and keeps the list they are on."""
    person = person_of(request)
    seen = KeyedPerson.objects.visible_to(person).standing()
    found = seen.select_related("identity", "key__case__board", "chronology").filter(pk=pk).first()
    if found is None:
        raise Http404
    if power == "merge_people" or not _is_own(request, found):
        if access.find(person, PersonKey, found.key_id) is None:
            raise Http404
        access.demand(person, found.key, power)
    return found


def _is_own(request: HttpRequest, found: KeyedPerson) -> bool:
    """Whether this person's own agency named them."""
    return found.chronology is not None and access.may(person_of(request), found.chronology, "name_people")


def _must_say_why(request: HttpRequest, found: KeyedPerson) -> bool:
    return not _is_own(request, found) and shown.named_until(request, found.key) is None


def _reason_first(request: HttpRequest, key: PersonKey) -> HttpResponse:
    return redirect(f"{reverse('chronology:personkey_reveal', args=[key.pk])}?{urlencode({'next': request.path})}")


def _list_of(request: HttpRequest, found: KeyedPerson) -> str:
    if _is_own(request, found):
        return reverse("chronology:chronology_name_people", args=[found.chronology_id])
    return found.key.get_absolute_url()


def _log_at(request: HttpRequest, found: KeyedPerson) -> Any:
    """Where a look at somebody is logged: nobody but the agency learns of its own people."""
    return found.chronology if _is_own(request, found) else found.key


def _done(form: Any, act: Any, *, field: str = "code") -> bool:
    """Do it; a refusal is said at the field, so that nothing typed is lost. A closed file and the like stay refusals."""
    try:
        act()
    except Blocked as blocked:
        if not form.is_bound or blocked.about is not None:
            raise
        form.add_error(field, blocked.sentences[0])
        return False
    return True


def _form(
    request: HttpRequest,
    key: PersonKey,
    form: Any,
    heading: str,
    button: str,
    *,
    where: str = "",
    aside: tuple[str, str] | None = None,
) -> HttpResponse:
    bar = case_page(request, key.case, TAB, thing=key)
    facts = {
        "bar": bar,
        "form": form,
        "heading": heading,
        "button": button,
        "back": where or key.get_absolute_url(),
        "aside": aside,
    }
    return render(request, "chronology/key_form.html", facts)


def _person_form(
    request: HttpRequest, found: KeyedPerson, form: Any, heading: str, button: str, *, version: int = 0, status: int = 200
) -> HttpResponse:
    bar = case_page(request, found.key.case, TAB, thing=_log_at(request, found))
    facts = {"bar": bar, "form": form, "heading": heading, "button": button, "back": _list_of(request, found), "version": version}
    return render(request, "chronology/key_form.html", facts, status=status)
