"""Before an agency shares, nobody else learns anything of its chronology: by page, count, filter, export or log."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from casework import access
from casework.models import Case, Document, Involvement, LogEntry
from chronology import workflow
from chronology.models import Chronology, Entry, ImportFile
from tests.chronology.visiting import at
from tests.makers.cast import Cast, add_stranger
from tests.makers.chronology import a_case, a_chronology, a_chronology_with_report, a_csv, a_shared_chronology, again, an_entry
from tests.visiting import as_

pytestmark = pytest.mark.django_db
CANARY = "zwergdommel"
OUTSIDERS = ("manager", "chair", "panel_member", "overview_author", "auditor", "administrator", "colleague", "stranger", "owner")
READERS = ("manager", "chair", "panel_member", "overview_author")


@pytest.fixture
def case(cast: Cast) -> Case:
    """The police compile, with a canary in every field; social care has shared one entry."""
    add_stranger(cast)
    case = a_case(cast)
    police = a_chronology(cast, case=case)
    words = dict.fromkeys(("event", "source", "persons", "professional", "action", "outcome", "comment", "theme", "told"), CANARY)
    an_entry(police, cast.lead, **words, child_seen="no", is_significant=True)
    workflow.import_now(again(police), f"{CANARY}.csv", a_csv([5, CANARY, "No"], [6, "", ""]), cast.lead)
    a_shared_chronology(cast, "social_care", case=case)
    return case


def everything_read_by(person: Any, case: Case) -> str:
    """What every page that this person can open says, with the search and the filters turned on the canary."""
    client = as_(person)
    entries = [entry.get_absolute_url() for entry in Entry.objects.all()]
    files = [file.get_absolute_url() for file in ImportFile.objects.all()]
    own = [each.get_absolute_url() for each in Chronology.objects.filter(agency__name__contains="Police")]
    integrated = at("case_chronology", case)
    police = Chronology.objects.get(case=case, agency__name__contains="Police")
    queries = ["", f"?words={CANARY}", f"?agency={police.pk}", "?seen=no", "?key=yes", "?first=2021", "?page=2"]
    rooms = [
        "/",
        reverse("casework:cases"),
        *(reverse(f"casework:{name}", args=[case.pk]) for name in ("case", "case_documents", "case_history")),
        reverse("casework:case_history", args=[case.pk]) + "?looks=yes",
        *(integrated + query for query in queries),
        *(at("case_chronology_export", case) + query for query in queries),
        *own,
        *entries,
        *files,
        *(document.get_absolute_url() for document in Document.objects.all()),
    ]
    return "\n".join(_said(client.get(url)) for url in rooms)


def _said(answer: Any) -> str:
    if answer.status_code != 200:
        return ""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content[:2] == b"PK":
        return "\n".join(
            str(cell.value) for row in load_workbook(BytesIO(content)).active.iter_rows() for cell in row if cell.value
        )
    text: str = content.decode()
    return text.replace(f'value="{CANARY}"', "").replace(f"words={CANARY}", "").replace(f"Words: {CANARY}", "")


def test_no_word_of_a_chronology_that_is_compiled_reaches_anybody_else(cast: Cast, case: Case) -> None:
    assert [part for part in OUTSIDERS if CANARY in everything_read_by(cast.people[part], case)] == []


def test_the_agency_itself_reads_its_words_on_those_pages(cast: Cast, case: Case) -> None:
    """That the canary is found where it may stand, so that its absence elsewhere says something."""
    assert everything_read_by(cast.lead, case).count(CANARY) > 20


def test_neither_a_number_nor_the_agency_s_name_tells_that_entries_exist(cast: Cast, case: Case) -> None:
    police = Chronology.objects.get(case=case, agency=cast.agencies["police"])
    assert Involvement.objects.get(case=case, agency=cast.agencies["police"]).entries is None
    for part in READERS:
        client = as_(cast.people[part])
        answer = client.get(at("case_chronology", case))
        assert "1 entry from 1 agency" in answer.content.decode()
        assert [str(each.agency) for each in answer.context["chronologies"]] == ["Testshire Children’s Social Care"]
        assert answer.context["page"].paginator.count == 1
        assert client.get(at("case_chronology", case) + f"?words={CANARY}").context["page"].paginator.count == 0
        by_agency = client.get(at("case_chronology", case) + f"?agency={police.pk}")
        unknown = client.get(at("case_chronology", case) + "?agency=00000000-0000-0000-0000-000000000000")
        assert by_agency.context["page"].paginator.count == unknown.context["page"].paginator.count == 1


def test_what_is_not_shared_is_the_same_as_nothing(cast: Cast, case: Case) -> None:
    police = Chronology.objects.get(case=case, agency=cast.agencies["police"])
    entry = Entry.objects.filter(chronology=police)[0]
    rooms = [
        *(
            (name, police)
            for name in ("chronology", "chronology_add_entry", "chronology_struck", "chronology_share", "chronology_unshare")
        ),
        *((name, police) for name in ("chronology_import_file", "chronology_apply_import")),
        *((name, entry) for name in ("entry", "entry_change", "entry_remove", "entry_restore")),
    ]
    for part in OUTSIDERS:
        client = as_(cast.people[part])
        nothing = _without_number(client.get(f"/chronology/entry/{case.pk}/").content)
        for name, thing in rooms:
            for answer in (client.get(at(name, thing)), client.post(at(name, thing), {"reason": "x"})):
                assert (answer.status_code, _without_number(answer.content)) == (404, nothing), (part, name)


def _without_number(page: bytes) -> bytes:
    """The page without the token and the number of the request, which differ from one to the next."""
    return re.sub(rb'value="[A-Za-z0-9]{64}"|[0-9a-f]{32}', b"", page)


def test_once_shared_the_panel_reads_and_changes_nothing(cast: Cast, case: Case) -> None:
    police = workflow.share(Chronology.objects.get(case=case, agency=cast.agencies["police"]), by=cast.lead)
    entry = Entry.objects.filter(chronology=police)[0]
    for part in READERS:
        client = as_(cast.people[part])
        assert CANARY in client.get(at("case_chronology", case)).content.decode()
        assert client.get(entry.get_absolute_url()).status_code == 200
        assert client.get(at("chronology_add_entry", police)).status_code == 403
        assert client.get(at("entry_change", entry)).status_code == 403
        typed = {"when": "2021", "source": "x", "event": "x", "child_seen": "no", "child_alone": "no"}
        assert client.post(at("entry_change", entry), typed).status_code == 403
        assert client.post(at("entry_restore", entry)).status_code == 403
    assert Involvement.objects.get(case=case, agency=cast.agencies["police"]).entries == 2
    assert CANARY not in everything_read_by(cast.colleague, case)
    assert CANARY not in everything_read_by(cast.stranger, case)


def test_sent_back_it_is_gone_again_with_its_number(cast: Cast, case: Case) -> None:
    police = workflow.share(Chronology.objects.get(case=case, agency=cast.agencies["police"]), by=cast.lead)
    workflow.unshare(police, by=cast.manager)
    assert CANARY not in everything_read_by(cast.manager, case)
    assert Involvement.objects.get(case=case, agency=cast.agencies["police"]).entries is None


def test_the_report_s_author_and_officer_work_on_it_and_only_the_report_shares_it(cast: Cast) -> None:
    chronology = a_chronology_with_report(cast)
    for part in ("lead", "author", "countersigner"):
        an_entry(again(chronology), cast.people[part])
        assert as_(cast.people[part]).post(at("chronology_share", chronology)).status_code == 403
    assert again(chronology).entry_count == 3
    shared = workflow.share(again(chronology), by=cast.countersigner, following=chronology.case)
    assert shared.state == "shared"
    assert as_(cast.manager).post(at("chronology_unshare", chronology)).status_code == 403


def test_stored_and_derived_permissions_agree(cast: Cast, case: Case) -> None:
    for chronology in Chronology.objects.all():
        assert access.differences(chronology) == []
    for document in Document.objects.all():
        assert access.differences(document) == []


def test_an_export_is_logged_with_what_went_out(cast: Cast, case: Case) -> None:
    answer = as_(cast.panel_member).get(at("case_chronology_export", case))
    entry = LogEntry.objects.get(act="case.export")
    assert entry.actor_id == cast.panel_member.pk
    assert '"entries":1' in entry.payload
    assert answer["Content-Disposition"] == f'attachment; filename="{case.reference}.xlsx"'


def test_the_log_holds_no_word_of_a_chronology(cast: Cast, case: Case) -> None:
    assert not LogEntry.objects.filter(payload__icontains=CANARY).exists()
