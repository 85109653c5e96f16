"""The pages of agencies' reports, as each person meets them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q
from django.urls import reverse

from casework.models import Document, LogEntry, Notice, Waiting
from chronology import workflow as chronologies
from imr import workflow
from imr.models import IMR, Section
from tests.makers import imr as reports
from tests.makers import reviews
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.visiting import as_, words

CANARY = "Zilpzalp"


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    cast = make_cast()
    add_stranger(cast)
    return cast.keep(reviews.gathering)


@pytest.fixture
def cast(world: Cast, db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.SECOND_FACTOR_REQUIRED = False
    settings.FILE_STORE = tmp_path
    return world.again()


def page(imr: IMR, name: str = "imr") -> str:
    return reverse(f"imr:{name}", args=[imr.pk])


# --- asking, naming, declaring --------------------------------------------------------------------------------------


def test_the_manager_asks_the_agencies_that_the_terms_name(cast: Cast) -> None:
    review = reviews.gathering(cast)
    manager = as_(cast.manager)
    asking = manager.get(reverse("imr:review_commission", args=[review.pk]))
    assert asking.context["form"].initial["agencies"] == [str(cast.agencies[each].pk) for each in ("social_care", "police")]
    answer = manager.post(asking.request["PATH_INFO"], {"agencies": asking.context["form"].initial["agencies"]}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("imr:case_reports", args=[review.case_id])
    assert "2 agencies were asked for a report." in words(answer)
    assert IMR.objects.filter(review=review).count() == 2


def test_each_sees_the_agencies_that_concern_them(cast: Cast) -> None:
    review = reviews.gathering(cast)
    reports.commissioned(cast, review)
    reports.commissioned(cast, review, "social_care")
    url = reverse("imr:case_reports", args=[review.case_id])
    seen = {}
    for part in ("manager", "panel_member", "lead", "colleague"):
        said = words(as_(cast.people[part]).get(url))
        seen[part] = [name for name in ("Testshire Police", "Testshire Children’s Social Care") if name in said]
    assert seen == {
        "manager": ["Testshire Police", "Testshire Children’s Social Care"],
        "panel_member": ["Testshire Police", "Testshire Children’s Social Care"],
        "lead": ["Testshire Police"],
        "colleague": ["Testshire Children’s Social Care"],
    }
    assert [as_(cast.people[part]).get(url).status_code for part in ("author", "auditor", "stranger")] == [404, 404, 404]


def test_the_lead_names_somebody_of_the_agency_or_somebody_else(cast: Cast) -> None:
    imr = reports.commissioned(cast)
    lead = as_(cast.lead)
    url = page(imr, "imr_name_author")
    assert "Choose somebody of the agency, or enter somebody’s e-mail address" in words(lead.post(url, {"post": "Inspector"}))
    wrong = lead.post(url, {"email": "nobody@example.test", "post": "Inspector"})
    assert "Nobody has an account with this address" in words(wrong)
    lead.post(url, {"person": cast.author.pk, "post": "Inspector"})
    lead.post(page(imr, "imr_name_countersigner"), {"email": cast.health_lead.email.upper(), "post": "Director"})
    imr = reports.again(imr)
    assert (imr.author, imr.countersigner) == (cast.author, cast.health_lead)


def test_the_author_declares_every_statement(cast: Cast) -> None:
    imr = reports.named(cast)
    author = as_(cast.author)
    part = author.post(page(imr, "imr_declare"), {"declared": ["senior"]})
    assert "You can go on only if you can declare every one of these" in words(part)
    keys = [each.key for each in imr.pack.declarations.agency_author]
    assert author.post(page(imr, "imr_declare"), {"declared": keys}).status_code == 302
    assert reports.again(imr).state == "drafting"


# --- writing --------------------------------------------------------------------------------------------------------


def test_the_workspace_lists_every_section_with_its_status(cast: Cast) -> None:
    imr = reports.drafting(cast)
    first, second = imr.section_set.all()[:2]
    workflow.write(first, html="<p>Words.</p>", version=0, is_ready=True, by=cast.author)
    workflow.write(second, html="<p>Words.</p>", version=0, by=cast.author)
    answer = as_(cast.author).get(page(imr))
    tasks = [(task["label"], task["status"]) for chapter in answer.context["chapters"] for task in chapter["tasks"]]
    assert tasks[:3] == [
        ("The author", "Completed"),
        ("How it was done", "In progress"),
        ("What the service was like at the time", "Not started"),
    ]
    assert len(tasks) == len(imr.pack.agency_report.sections)
    assert f"1 of {len(tasks)} sections finished" in words(answer)


def test_what_is_written_waits_to_be_sent(cast: Cast) -> None:
    imr = reports.written(cast)
    offered = as_(cast.author).get(page(imr)).context["acts"]
    assert [(act.name, act.allowed) for act in offered if act.primary] == [("send_for_countersignature", True)]


def test_a_section_has_its_guidance_beside_it_and_saves(cast: Cast) -> None:
    imr = reports.drafting(cast)
    section = imr.section_set.get(key="lines_of_enquiry")
    author = as_(cast.author)
    answer = author.get(section.get_absolute_url())
    assert section.heading.guidance in words(answer)
    assert "Was the child seen and heard?" in words(answer)
    assert f'data-autosave="{reverse("imr:section_save", args=[section.pk])}"' in answer.content.decode()
    saved = author.post(section.get_absolute_url(), {"text": "## A heading\n\nA paragraph.", "version": 0, "is_ready": "on"})
    assert saved["Location"] == page(imr)
    section.refresh_from_db()
    assert (section.html, section.version, section.is_ready) == ("<h3>A heading</h3><p>A paragraph.</p>", 1, True)
    gone_on = author.post(section.get_absolute_url(), {"text": "More.", "version": 1, "next": "1"})
    following = Section.objects.get(imr=imr, place=section.place + 1)
    assert gone_on["Location"] == following.get_absolute_url()


def test_what_saves_itself_answers_with_its_version(cast: Cast) -> None:
    section = reports.drafting(cast).section_set.first()
    author, url = as_(cast.author), reverse("imr:section_save", args=[section.pk])
    answer = author.post(url, {"text": "<p>Typed.</p>", "version": 0}, headers={"X-Autosave": "1"})
    assert (answer.status_code, answer.json()) == (200, {"version": 1})
    wrong = author.post(url, {"text": "<p>Typed.</p>"})
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["version"])
    assert author.get(url).status_code == 405


def test_two_people_typing_lose_neither_text(cast: Cast) -> None:
    section = reports.drafting(cast).section_set.first()
    author = as_(cast.author)
    author.post(section.get_absolute_url(), {"text": "Theirs.", "version": 0})
    for url in (section.get_absolute_url(), reverse("imr:section_save", args=[section.pk])):
        answer = author.post(url, {"text": "Yours.", "version": 0})
        body = answer.content.decode()
        assert answer.status_code == 409
        assert re.search(r"data-theirs><p>Theirs.</p></div>", body)
        assert "&lt;p&gt;Yours.&lt;/p&gt;" in body
        assert '<input type="hidden" name="version" value="1">' in body
    over = author.post(section.get_absolute_url(), {"text": "Both.", "version": 1})
    assert over.status_code == 302
    section.refresh_from_db()
    assert section.html == "<p>Both.</p>"


def test_a_section_that_waits_for_its_signature_is_read_and_not_written(cast: Cast) -> None:
    imr = reports.awaiting(cast)
    section = imr.section_set.first()
    author = as_(cast.author)
    assert author.get(section.get_absolute_url())["Location"] == f"{page(imr, 'read')}#{section.key}"
    refused = author.post(reverse("imr:section_save", args=[section.pk]), {"text": "Late.", "version": section.version})
    assert refused.status_code == 409
    assert "the report is awaiting countersignature since" in words(refused)


def test_earlier_versions_can_be_read(cast: Cast) -> None:
    section = reports.drafting(cast).section_set.first()
    author = as_(cast.author)
    author.post(section.get_absolute_url(), {"text": "Once.", "version": 0})
    author.post(section.get_absolute_url(), {"text": "Now.", "version": 1})
    earlier = author.get(reverse("imr:section_version", args=[section.pk, 1]))
    assert "Once." in words(earlier)


def test_several_documents_are_attached_at_once(cast: Cast) -> None:
    imr = reports.drafting(cast)
    files = [SimpleUploadedFile("original.txt", b"Words.\n"), SimpleUploadedFile("policy.txt", b"More words.\n")]
    answer = as_(cast.author).post(page(imr, "imr_attach"), {"files": files}, follow=True)
    assert "2 documents are beside the report." in words(answer)
    assert sorted(Document.objects.filter(about_id=imr.pk).values_list("filename", flat=True)) == ["original.txt", "policy.txt"]
    assert "Choose a file" in words(as_(cast.author).post(page(imr, "imr_attach"), {"files": ""}))


# --- signing --------------------------------------------------------------------------------------------------------


def test_signing_asks_to_read_then_to_declare_then_once_more(cast: Cast) -> None:
    imr = reports.awaiting(cast)
    signer, url = as_(cast.countersigner), page(imr, "imr_countersign")
    reading = signer.get(url)
    assert "This is the first version." in words(reading)
    assert "What we found: lessons." in words(reading)
    digest = reading.context["form"].initial["digest"]
    assert digest == imr.digest()
    keys = [each.key for each in imr.pack.declarations.countersigner]
    part = signer.post(url, {"digest": digest, "declared": keys[:1]})
    assert "You can go on only if you can declare every one of these" in words(part)
    asked = signer.post(url, {"digest": digest, "declared": keys})
    assert "You are about to sign for Testshire Police" in words(asked)
    assert reports.again(imr).signature is None
    sent = dict(re.findall(r'<input type="hidden" name="(digest|is_sure)" value="([^"]*)"', asked.content.decode()))
    declared = re.findall(r'<input type="hidden" name="declared" value="([^"]*)"', asked.content.decode())
    signed = signer.post(url, sent | {"declared": declared}, follow=True)
    assert signed.redirect_chain == [(page(imr, "countersigned"), 302)]
    assert reports.again(imr).signature.sha256 == digest


def test_what_changed_since_the_last_signature_is_shown(cast: Cast) -> None:
    imr = reports.returned(cast)
    section = imr.section_set.get(key="lessons")
    workflow.write(section, html="<p>A better lesson.</p>", version=section.version, by=cast.author)
    workflow.send_for_countersignature(reports.again(imr), by=cast.author)
    answer = as_(cast.countersigner).get(page(imr, "imr_countersign"))
    assert [
        (changed.title, [(change.kind, change.lines) for change in changed.changes]) for changed in answer.context["changes"]
    ] == [("Lessons for how we work", [("gone", ("What we found: lessons.",)), ("new", ("A better lesson.",))])]
    assert not answer.context["chronology_changed"]


def test_what_changed_meanwhile_cannot_be_signed(cast: Cast) -> None:
    imr = reports.awaiting(cast)
    seen = imr.digest()
    reports.add_entry(cast, imr, "A second visit.")
    keys = [each.key for each in imr.pack.declarations.countersigner]
    answer = as_(cast.countersigner).post(page(imr, "imr_countersign"), {"digest": seen, "declared": keys, "is_sure": "True"})
    assert answer.status_code == 409
    assert "has changed since you opened it. Read it again before you sign." in words(answer)


# --- judging --------------------------------------------------------------------------------------------------------


def test_the_agency_reads_why_it_came_back(cast: Cast) -> None:
    imr = reports.submitted(cast)
    panel = as_(cast.panel_member)
    assert "Say why" in words(panel.post(page(imr, "imr_send_back"), {"reasons": ""}))
    reasons = "Why was the medical not followed up?"
    panel.post(page(imr, "imr_send_back"), {"reasons": reasons})
    for part in ("lead", "author", "manager"):
        assert reasons in words(as_(cast.people[part]).get(page(imr)))


def test_the_panel_reads_the_version_it_had_while_the_agency_writes_the_next(cast: Cast) -> None:
    imr = reports.returned(cast)
    section = imr.section_set.get(key="lessons")
    workflow.write(section, html=f"<p>{CANARY}</p>", version=section.version, by=cast.author)
    panel = as_(cast.panel_member)
    said = words(panel.get(page(imr, "read")))
    assert "What we found: lessons." in said
    assert CANARY not in said
    assert CANARY in words(as_(cast.author).get(page(imr, "read")))
    assert panel.get(reverse("imr:signed", args=[imr.pk, 1])).status_code == 200


def test_pressing_twice_gives_one_change_and_one_clear_sentence(cast: Cast) -> None:
    imr = reports.submitted(cast)
    panel = as_(cast.panel_member)
    assert panel.post(page(imr, "imr_accept")).status_code == 302
    second = panel.post(page(imr, "imr_accept"))
    assert second.status_code == 409
    assert "“Accept the report” is not possible now: the report is accepted since" in words(second)
    assert LogEntry.objects.filter(object_id=imr.pk, act="imr.accept").count() == 1


def test_the_manager_excuses_an_agency(cast: Cast) -> None:
    imr = reports.commissioned(cast)
    answer = as_(cast.manager).post(page(imr, "imr_excuse"), {"reasons": "Nothing was held."}, follow=True)
    assert "Excused: Nothing was held." in words(answer)


# --- what nobody outside the agency learns --------------------------------------------------------------------------

INSIDE = ("lead", "author", "countersigner")
OUTSIDE = ("manager", "chair", "panel_member", "overview_author", "auditor", "colleague", "stranger", "administrator")


def every_address(imr: IMR) -> list[str]:
    """Every page on which a word of this report, of its chronology or of its papers might stand."""
    section = imr.section_set.first()
    names = [
        "imr",
        "read",
        "countersigned",
        *(f"imr_{act}" for act in ("name_author", "name_countersigner", "declare", "attach", "say_nothing_held")),
        *(f"imr_{act}" for act in ("send_for_countersignature", "recall", "hand_back", "countersign", "submit")),
        *(f"imr_{act}" for act in ("accept", "send_back", "excuse", "commission")),
    ]
    papers = Document.objects.filter(about_id=imr.pk).values_list("pk", flat=True)
    return [
        *(page(imr, name) for name in names),
        *(reverse("imr:signed", args=[imr.pk, number]) for number in (1, 2)),
        reverse("imr:section", args=[section.pk]),
        reverse("imr:section_save", args=[section.pk]),
        *(reverse("imr:section_version", args=[section.pk, version]) for version in (1, 2)),
        *(reverse("casework:document", args=[pk]) for pk in papers),
        *(reverse(name, args=[imr.case_id]) for name in ("imr:case_reports", "reviews:case_review")),
        *(reverse(f"casework:{name}", args=[imr.case_id]) for name in ("case", "case_documents", "case_history")),
        reverse("casework:my_work"),
    ]


def canaries(cast: Cast) -> IMR:
    """A report with one strange word in its text, its earlier versions, its chronology, its papers and its returns."""
    imr = reports.written(cast)
    section = imr.section_set.first()
    workflow.write(section, html=f"<p>{CANARY} in the text.</p>", version=section.version, by=cast.author)
    workflow.write(section, html=f"<p>{CANARY} in the next.</p>", version=section.version + 1, by=cast.author)
    reports.add_entry(cast, imr, f"{CANARY} in the chronology.")
    workflow.attach(imr, title=CANARY, filename=f"{CANARY}.txt", data=f"{CANARY} in a paper.\n".encode(), by=cast.author)
    workflow.send_for_countersignature(imr, by=cast.author)
    return workflow.hand_back(reports.again(imr), reasons=f"{CANARY} in a reason.", by=cast.countersigner)


def heard(cast: Cast, imr: IMR, parts: tuple[str, ...]) -> list[tuple[str, str]]:
    found = []
    for part in parts:
        client = as_(cast.people[part])
        for url in every_address(imr):
            answer = client.get(url)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if CANARY.encode() in body + repr(answer.headers).encode():
                found.append((part, url))
    return found


def test_nobody_outside_the_agency_learns_a_word_before_it_is_submitted(cast: Cast) -> None:
    imr = canaries(cast)
    assert heard(cast, imr, OUTSIDE) == []
    workflow.send_for_countersignature(imr, by=cast.author)
    reports.sign(cast, reports.again(imr))
    assert heard(cast, imr, OUTSIDE) == []
    assert {part for part, _ in heard(cast, imr, INSIDE)} == set(INSIDE)
    assert not Notice.objects.filter(Q(subject__contains=CANARY) | Q(body__contains=CANARY)).exists()
    assert not LogEntry.objects.filter(payload__contains=CANARY).exists()
    assert not Waiting.objects.filter(title__contains=CANARY).exists()


def test_once_submitted_the_board_reads_it_and_other_agencies_do_not(cast: Cast) -> None:
    imr = canaries(cast)
    workflow.send_for_countersignature(imr, by=cast.author)
    reports.sign(cast, reports.again(imr))
    workflow.submit(reports.again(imr), by=cast.author)
    readers = {part for part, _ in heard(cast, imr, OUTSIDE)}
    assert readers == {"manager", "chair", "panel_member", "overview_author"}
    reasons = "in a reason"
    assert [part for part in OUTSIDE[:4] if reasons in words(as_(cast.people[part]).get(page(imr)))] == []


def test_titles_and_addresses_hold_the_reference_and_nothing_else(cast: Cast) -> None:
    imr = reports.submitted(cast)
    client = as_(cast.manager)
    for url in every_address(imr):
        answer = client.get(url)
        if answer.status_code == 200 and not answer.streaming and "html" in answer["Content-Type"]:
            title = re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)
            assert title
            assert "Child A" not in title[1], url
            assert "Testshire Police" not in title[1], url


def test_a_shared_chronology_is_the_panels_and_comes_back_with_the_report(cast: Cast) -> None:
    imr = reports.submitted(cast)
    workflow.send_back(imr, reasons="More.", by=cast.panel_member)
    chronologies.add_entry(
        reports.again(imr).chronology, by=cast.author, start=date(2022, 1, 1), end=date(2022, 1, 1), source="x", event=CANARY
    )
    assert heard(cast, imr, OUTSIDE) == []
