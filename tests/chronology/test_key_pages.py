"""The key's pages, and the chronology with codes in place of names: who reads which, and that nothing stored is altered."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from casework.models import Document, LogEntry
from chronology import keeping, workflow
from chronology.models import Chronology, Entry, KeyedIdentifier, KeyedPerson, KeyedRelation, PersonKey
from frameworks import clock
from tests.chronology.visiting import at
from tests.makers.cast import Cast
from tests.makers.chronology import a_case, a_chronology, again, an_entry
from tests.visiting import as_

pytestmark = pytest.mark.django_db

EVENT = "Zita’s partner rang. Zita Quandle and Ivo were seen at home by the health visitor."
CODED = "Mother’s partner rang. Mother and Child A were seen at home by the health visitor."
MOTHER = {"code": "Mother", "name": "Zita Quandle", "spellings": ["Zee"], "kind": "family", "role": "Mother of Child A"}
CHILD = {"code": "Child A", "name": "Ivo Quandle", "kind": "child", "is_told": True}
REASON = {"reason": "To write to the coroner"}


@pytest.fixture
def police(cast: Cast) -> Chronology:
    """The police's chronology with an entry that names two people; the board has given both of them codes."""
    found = a_chronology(cast, case=a_case(cast))
    keeping.add_people(key_of(found), [MOTHER, CHILD], by=cast.manager)
    an_entry(found, cast.lead, event=EVENT, persons="Zita Quandle", raw={"Who": "Zita Quandle"})
    return again(found)


@pytest.fixture
def shared(cast: Cast, police: Chronology) -> Chronology:
    return workflow.share(police, by=cast.lead)


def key_of(chronology: Chronology) -> PersonKey:
    return PersonKey.objects.get(case=chronology.case_id)


def said(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def revealed(person: Any, key: PersonKey, **more: str) -> Any:
    client = as_(person)
    answer = client.post(at("personkey_reveal", key), REASON | more)
    assert answer.status_code == 302
    return client


def test_the_panel_reads_codes_and_the_stored_words_stay(cast: Cast, shared: Chronology) -> None:
    entry = Entry.objects.get()
    for part in ("panel_member", "manager", "chair", "overview_author"):
        client = as_(cast.people[part])
        for url in (at("case_chronology", shared.case), entry.get_absolute_url(), shared.get_absolute_url()):
            page = said(client.get(url))
            assert CODED in page
            assert "Zita" not in page
    assert Entry.objects.get().event == EVENT


def test_the_agency_reads_its_own_words_and_search_finds_them(cast: Cast, shared: Chronology) -> None:
    assert EVENT in said(as_(cast.lead).get(at("case_chronology", shared.case)))
    assert EVENT in said(as_(cast.lead).get(Entry.objects.get().get_absolute_url()))


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        *(({"words": "Zita"}, False), ({"words": "ZITAS"}, False), ({"words": "“Zita Quandle”"}, False)),
        *(({"words": "-Zita"}, True), ({"words": "Zita OR visitor"}, True), ({"words": '"health visitor" Ivo'}, False)),
        *(({"person": "Quandle"}, False), ({"theme": "Zita"}, False), ({"words": '"health visitor" home'}, True)),
    ],
)
def test_who_reads_codes_learns_nothing_by_looking_for_a_name(
    cast: Cast, shared: Chronology, asked: dict[str, str], is_found: bool
) -> None:
    Entry.objects.update(theme="Zita at home")
    where = at("case_chronology", shared.case)
    assert (CODED in said(as_(cast.panel_member).get(where, asked))) is is_found
    assert (CODED in said(as_(cast.panel_member).get(shared.get_absolute_url(), asked))) is is_found
    names = re.compile("zitas?|quandle|ivo|brenda", re.IGNORECASE)
    strange = {name: names.sub("Brenda", words) for name, words in asked.items()}
    told = [names.sub("", said(as_(cast.panel_member).get(where, each))) for each in (asked, strange)]
    assert told[0] == told[1]
    as_stored = EVENT in said(as_(cast.lead).get(where, asked))
    assert as_stored is ("-Zita" not in asked.values())
    assert (EVENT in said(revealed(cast.chair, key_of(shared)).get(where, asked))) is as_stored


def test_a_person_is_found_by_what_is_read_of_them(cast: Cast, shared: Chronology) -> None:
    where = at("case_chronology", shared.case)
    asked = [{"person": who} for who in ("Mother", "child  a", "Father", "zita quandle")]
    coded, named = as_(cast.panel_member), revealed(cast.chair, key_of(shared))
    assert [CODED in said(coded.get(where, each)) for each in asked] == [True, True, False, False]
    assert [EVENT in said(named.get(where, each)) for each in asked] == [True, True, False, True]
    assert [EVENT in said(as_(cast.lead).get(where, each)) for each in asked] == [False, False, False, True]
    keeping.add_people(key_of(shared), [{"code": "Cousin", "name": "Ivo Vark", "kind": "family"}], by=cast.manager)
    found = [said(coded.get(where, {"person": code})).count("health visitor") for code in ("Child A", "Cousin", "Mother")]
    assert found == [0, 0, 1]  # a first name that two have is neither's


def test_whoever_gives_a_reason_sees_names_for_an_hour_and_each_page_is_logged(cast: Cast, shared: Chronology) -> None:
    where = at("case_chronology", shared.case)
    client = as_(cast.chair)
    assert "Show names" in said(client.get(where))
    answer = client.post(at("personkey_reveal", key_of(shared)), REASON | {"next": where})
    assert (answer.status_code, answer["Location"]) == (302, where)
    assert EVENT in said(client.get(where))
    acts = LogEntry.objects.filter(object_id=key_of(shared).pk, actor_id=cast.chair.pk).order_by("seq")
    assert [each.act for each in acts] == ["personkey.reveal", "personkey.reason", "personkey.view"]
    assert '"page":"chronology, with names"' in acts[2].payload
    with time_machine.travel(clock.now() + timedelta(minutes=61)):
        assert CODED in said(client.get(where))
    assert client.post(at("personkey_hide", key_of(shared)), {"next": where}).status_code == 302
    assert CODED in said(client.get(where))


def test_nobody_is_led_to_another_house(cast: Cast, shared: Chronology) -> None:
    answer = as_(cast.chair).post(at("personkey_reveal", key_of(shared)), REASON | {"next": "//elsewhere.example/"})
    assert answer["Location"] == key_of(shared).get_absolute_url()


def test_a_panel_member_is_offered_no_names(cast: Cast, shared: Chronology) -> None:
    client = as_(cast.panel_member)
    assert "Show names" not in said(client.get(at("case_chronology", shared.case)))
    assert client.post(at("personkey_reveal", key_of(shared)), REASON).status_code == 403
    page = said(client.get(at("case_key", shared.case)))
    assert "Mother of Child A" in page
    assert "Quandle" not in page


def test_the_spreadsheet_holds_codes_unless_names_are_shown(cast: Cast, shared: Chronology) -> None:
    assert CODED in exported(as_(cast.panel_member), shared)
    assert EVENT in exported(as_(cast.lead), shared)
    assert EVENT in exported(revealed(cast.manager, key_of(shared)), shared)


def exported(client: Any, chronology: Chronology) -> str:
    answer = client.get(at("case_chronology_export", chronology.case))
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    sheet = load_workbook(BytesIO(content)).active
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)


def test_the_page_asks_no_more_of_the_database_for_more_people(
    cast: Cast, shared: Chronology, django_assert_max_num_queries: Any
) -> None:
    client, where = as_(cast.panel_member), at("case_chronology", shared.case)
    client.get(where)
    people = [{"code": f"P{number}", "name": f"Person Quan{number}dle", "kind": "other"} for number in range(30)]
    keeping.add_people(key_of(shared), people, by=cast.manager)
    client.get(where)
    with django_assert_max_num_queries(16):
        client.get(where)


def test_the_key_shows_names_once_a_reason_was_given(cast: Cast, shared: Chronology) -> None:
    client = revealed(cast.manager, key_of(shared))
    page = said(client.get(at("case_key", shared.case)))
    assert "Zita Quandle also Zee" in page
    assert as_(cast.colleague).get(at("case_key", shared.case)).status_code == 404


def test_the_manager_adds_changes_merges_relates_and_removes(cast: Cast, shared: Chronology) -> None:
    key, client = key_of(shared), revealed(cast.manager, key_of(shared))
    typed = {"code": "Adult M1", "name": "Bert Olp", "kind": "family", "spellings": "Bertie\nBert Olpe\n", "role": "Father"}
    assert client.post(at("personkey_add_person", key), typed).status_code == 302
    person = KeyedPerson.objects.get(code="Adult M1")
    assert person.identity.spellings == ["Bertie", "Bert Olpe"]
    page = client.post(at("personkey_add_person", key), typed)
    assert (page.status_code, "The code “Adult M1” stands for somebody else already." in said(page)) == (200, True)
    assert "Bert Olp" in client.get(at("keyedperson_change", person)).content.decode()
    assert client.post(at("keyedperson_change", person), typed | {"version": 1, "role": "Father of Child A"}).status_code == 302
    late = client.post(at("keyedperson_change", person), typed | {"version": 1, "role": "Stepfather"})
    assert (late.status_code, "It now says: Role: Father of Child A" in said(late)) == (409, True)
    mother = KeyedPerson.objects.get(code="Mother")
    assert client.post(at("keyedperson_relate", person), {"kind": "partner_of", "other": mother.pk}).status_code == 302
    relation = KeyedRelation.objects.get()
    assert "Adult M1 is or was the partner of Mother" in said(client.get(at("case_key", shared.case)))
    assert client.post(at("keyedperson_unrelate", person), {"relation": relation.pk}).status_code == 302
    assert not KeyedRelation.objects.exists()
    [double] = keeping.add_people(key, [{"code": "Adult M7", "name": "B. Olp"}], by=cast.manager)
    assert client.post(at("keyedperson_merge", person), {"other": double.pk}).status_code == 302
    assert KeyedPerson.objects.get(pk=double.pk).became == person
    assert client.post(at("keyedperson_remove", person)).status_code == 302
    assert client.get(at("keyedperson_change", person)).status_code == 404


def test_names_on_a_form_need_a_reason_first(cast: Cast, shared: Chronology) -> None:
    person = KeyedPerson.objects.get(code="Mother")
    answer = as_(cast.manager).get(at("keyedperson_change", person))
    assert answer["Location"].startswith(at("personkey_reveal", key_of(shared)))


def test_a_whole_list_is_pasted_or_refused_line_by_line(cast: Cast, shared: Chronology) -> None:
    key, client = key_of(shared), as_(cast.manager)
    wrong = "code; name\nAdult M1; Bert Olp\nSW1\nSW2; Ann Mole; ; ; yesterday"
    page = said(client.post(at("personkey_paste", key), {"lines": wrong}))
    assert "Line 3: it needs a code and a name, parted by a semicolon" in page
    assert "Line 4: “yesterday” is no date of birth: write 30/08/1994" in page
    good = "Adult M1; Bert Olp; Bertie | OLP, Bert; Father; 30.8.94\nSW1\tAnn Mole\t\tSocial worker\t"
    assert client.post(at("personkey_paste", key), {"lines": good}).status_code == 302
    people = {each.code: each for each in KeyedPerson.objects.select_related("identity")}
    assert people["Adult M1"].identity.spellings == ["Bertie", "OLP, Bert"]
    assert f"{people['Adult M1'].identity.date_of_birth:%d/%m/%Y}" == "30/08/1994"
    assert [people[code].kind for code in ("Adult M1", "SW1")] == ["family", "professional"]
    assert people["SW1"].role == "Social worker"


def test_an_agency_keeps_its_own_list_and_is_offered_codes_for_what_it_typed(cast: Cast, police: Chronology) -> None:
    client, entry = as_(cast.lead), Entry.objects.get()
    page = said(client.get(at("chronology_name_people", police)))
    assert "Child A" in page
    assert "Mother of Child A" not in page
    assert "“Ivo” is Child A" in said(client.get(entry.get_absolute_url()))
    typed = {"code": "Mum", "name": "Zita Quandle", "kind": "family"}
    assert client.post(at("chronology_name_people", police), typed).status_code == 302
    assert "“Zita” is Mum" in said(client.get(entry.get_absolute_url()))
    assert client.post(at("entry_use_codes", entry), {"version": entry.version}).status_code == 302
    assert Entry.objects.get().event == "Mum’s partner rang. Mum and Child A were seen at home by the health visitor."
    assert Entry.objects.get().versions.get().written["event"] == EVENT
    assert "whose code" not in said(client.get(entry.get_absolute_url()))


def test_a_name_that_is_typed_is_offered_its_code_at_once(cast: Cast, police: Chronology) -> None:
    client, told = as_(cast.lead), "It names somebody whose code is known: “Ivo” is Child A."
    typed = {"when": "4/3/2021", "source": "Log", "event": "Zita and Ivo seen.", "child_seen": "yes", "child_alone": "no"}
    added = client.post(at("chronology_add_entry", police), typed, follow=True)
    assert told in said(added)
    assert added.redirect_chain[-1][0] == Entry.objects.latest("number").get_absolute_url()
    row = {"key": str(uuid4()), "version": "0", "when": "5/3/2021", "source": "Log", "event": "Ivo seen again."}
    saved = client.post(at("chronology_save_row", police), row).json()
    assert (saved["named"], saved["entry"]) == (told, Entry.objects.latest("number").get_absolute_url())


def test_a_finished_file_is_looked_through_and_forgotten(cast: Cast, shared: Chronology) -> None:
    key, client = key_of(shared), revealed(cast.manager, key_of(shared))
    keeping.set_identifiers(key, ["07700 900142"], by=cast.manager)
    file = SimpleUploadedFile("Report.txt", b"Mother and Zee rang 07700900142.", "text/plain")
    page = said(client.post(at("personkey_leaks", key), {"file": file}))
    assert "2 places to look at" in page
    assert "Other spellings: 1" in page
    assert "Telephone numbers: 1" in page
    assert not Document.objects.filter(title="Report.txt").exists()
    assert '"found":2' in LogEntry.objects.get(act="personkey.check").payload
    clean = SimpleUploadedFile("Clean.txt", b"Mother rang.", "text/plain")
    assert "No known identifiers found" in said(client.post(at("personkey_leaks", key), {"file": clean, "is_kept": "on"}))
    assert Document.objects.filter(title="Clean.txt").count() == 1


def test_the_entries_are_looked_through_and_each_hit_leads_to_its_place(cast: Cast, shared: Chronology) -> None:
    client = revealed(cast.chair, key_of(shared))
    page = client.get(at("personkey_entries", key_of(shared)))
    assert f'href="{Entry.objects.get().get_absolute_url()}"' in page.content.decode()
    assert "4 places name somebody" in said(page)
    assert "Names: 2" in said(page)


def test_what_is_not_shared_is_neither_coded_counted_nor_checked(cast: Cast, police: Chronology) -> None:
    client = revealed(cast.manager, key_of(police))
    assert "No known identifiers found" in said(client.get(at("personkey_entries", key_of(police))))
    keeping.add_people(key_of(police), [{"code": "Neighbour 1", "name": "Una Vark"}], by=cast.lead, chronology=police)
    assert "Neighbour 1" not in said(client.get(reverse("chronology:case_key", args=[police.case_id])))
    assert "Named people" not in said(client.get(reverse("casework:case_history", args=[police.case_id])))


def test_the_board_s_addresses_are_kept_apart(cast: Cast, shared: Chronology) -> None:
    key, client = key_of(shared), revealed(cast.manager, key_of(shared))
    assert client.post(at("personkey_identifiers", key), {"words": "12 Elm Row\n\n07700 900142"}).status_code == 302
    assert [each.words for each in KeyedIdentifier.objects.all()] == ["12 Elm Row", "07700 900142"]
    assert "12 Elm Row" in said(client.get(at("case_key", shared.case)))
    assert "12 Elm Row" not in said(as_(cast.panel_member).get(at("case_key", shared.case)))
