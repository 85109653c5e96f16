"""The case file's own pages, as each person meets them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import Person, Role
from agencies.roles import Holder
from casework import deadlines, pages, workflow
from casework.models import Case, Deadline, Document, Involvement, LogEntry
from casework.models.deadline import DeadlineGrant
from frameworks import clock
from tests.makers.cast import PASSWORD, Cast, add_stranger, make_cast
from tests.visiting import as_


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    cast = make_cast()
    add_stranger(cast)
    return cast


@pytest.fixture
def cast(world: Cast, db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.SECOND_FACTOR_REQUIRED = False
    settings.FILE_STORE = tmp_path
    return world.again()


@pytest.fixture
def case(cast: Cast) -> Case:
    opened = workflow.open_case(cast.board, framework=cast.board.packs[0], pseudonym="Child A", by=cast.manager)
    workflow.reach(opened, "referral")
    workflow.add_subject(opened, pseudonym="Child A", name="Real Name", by=cast.manager)
    for agency in ("police", "social_care"):
        workflow.involve(opened, cast.agencies[agency])
    return Case.objects.get(pk=opened.pk)


def test_the_strip_says_the_year_of_a_day_that_is_not_of_this_year(cast: Cast, case: Case) -> None:
    reached, later = clock.now(), clock.now() + timedelta(days=400)
    shown = f"{reached:%-d %B}"
    assert [step.day for step in pages.strip_of(case, with_notes=False)][:2] == [shown, ""]
    with clock.travelling(later):
        assert pages.strip_of(case, with_notes=False)[0].day == f"{shown} {reached:%Y}"


def test_signing_in_with_the_password_leads_to_my_work(cast: Cast) -> None:
    answer = Client().post(reverse("account_login"), {"login": cast.manager.email, "password": PASSWORD}, follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[-1][0] == "/"


def test_a_password_alone_opens_no_page_where_a_second_factor_is_required(cast: Cast, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    answer = as_(cast.manager).get(reverse("casework:cases"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_activate_totp"))


def test_what_a_page_refuses_is_logged_like_an_act_that_is_refused(cast: Cast, case: Case) -> None:
    """Once each: the page asks before the verb would, and an address that was tried is there for no stranger."""
    before = LogEntry.objects.filter(chain=case.pk).count()
    assert as_(cast.auditor).get(reverse("casework:case_reveal", args=[case.pk])).status_code == 403
    assert as_(cast.stranger).get(reverse("casework:case", args=[case.pk])).status_code == 404
    assert as_(cast.stranger).get(reverse("casework:case_reveal", args=[case.pk])).status_code == 404
    left = LogEntry.objects.filter(chain=case.pk).order_by("seq").values_list("act", "actor_id", "object_id")[before:]
    assert list(left) == [
        ("case.reveal.forbidden", cast.auditor.pk, case.pk),
        ("case.view.hidden", cast.stranger.pk, case.pk),
        ("case.view.hidden", cast.stranger.pk, case.pk),
    ]


def test_whoever_was_signed_out_while_writing_gets_the_words_back(cast: Cast, case: Case) -> None:
    where = reverse("casework:case_reveal", args=[case.pk])
    words = "The court asked for the child’s name in a letter of May.\nIt needs it by Friday."
    answer = Client().post(where, {"reason": words})
    assert answer.status_code == 403
    assert "It needs it by Friday.</textarea>" in answer.content.decode()
    assert f"{reverse('account_login')}?next={where}" in answer.content.decode()
    assert case.reference not in answer.content.decode()
    short = Client().post(where, {"reason": "Court"})
    assert (short.status_code, short["Location"]) == (302, f"{reverse('account_login')}?next={where}")


def test_a_password_is_never_given_back(cast: Cast) -> None:
    words = "a password of many words that is longer than a sentence"
    sent = {"oldpassword": words, "password1": words, "password2": words}
    answer = Client().post(reverse("account_change_password"), sent)
    assert answer.status_code == 302
    assert words not in answer.content.decode()


def test_the_next_date_is_the_soonest_that_one_may_see(cast: Cast, case: Case) -> None:
    """However many others are due before it."""
    facts = {"label": "x", "why": "x", "source": "x", "ends": "case.close", "due_on": clock.today()}
    manager = Holder("manager", case.board_id)
    for number in range(7):
        hidden = deadlines.promise(case, case, rule=f"r{number}", holder=manager, **facts)
        if number < 6:
            DeadlineGrant.objects.filter(content_object=hidden).exclude(group__name=manager.group_name).delete()
    Deadline.objects.filter(pk=hidden.pk).update(due_on=clock.today() + timedelta(days=9), label="Seen by the lead")
    page = as_(cast.lead).get(reverse("casework:case_documents", args=[case.pk])).content.decode()
    assert "Seen by the lead" in page


def test_words_that_came_too_late_are_given_back(cast: Cast, case: Case) -> None:
    where = reverse("casework:case_close", args=[case.pk])
    words = "Everything that was asked for has been done by the agencies."
    manager = as_(cast.manager)
    manager.post(where)
    late = manager.post(where, {"note": words, "password": "A secret that is longer than forty characters."})
    assert late.status_code == 409
    assert f"{words}</textarea>" in late.content.decode()
    assert "A secret" not in late.content.decode()


def test_the_file_shows_what_the_role_opens(cast: Cast, case: Case) -> None:
    seen = {}
    for role in ("manager", "lead", "colleague", "health_lead", "stranger"):
        seen[role] = as_(cast.people[role]).get(case.get_absolute_url())
    assert {role: answer.status_code for role, answer in seen.items()} == {
        "manager": 200,
        "lead": 200,
        "colleague": 200,
        "health_lead": 404,
        "stranger": 404,
    }
    assert [str(row.agency) for row in seen["manager"].context["agencies"]] == [
        str(cast.agencies["social_care"]),
        str(cast.agencies["police"]),
    ]
    assert [row.agency for row in seen["lead"].context["agencies"]] == [cast.agencies["police"]]
    assert b"Real Name" not in seen["manager"].content


def test_a_foreign_file_answers_with_the_bytes_of_no_file(cast: Cast, case: Case) -> None:
    client = as_(cast.stranger)
    foreign = client.get(case.get_absolute_url())
    nothing = client.get(reverse("casework:case", args=["00000000-0000-4000-8000-000000000000"]))
    assert (foreign.status_code, nothing.status_code) == (404, 404)
    assert _without_numbers(foreign) == _without_numbers(nothing)


def test_a_look_into_the_file_is_logged_before_the_page_is_sent(cast: Cast, case: Case) -> None:
    as_(cast.manager).get(case.get_absolute_url())
    last = LogEntry.objects.filter(chain=case.pk).latest("seq")
    assert (last.act, last.actor_id, last.payload) == ("case.view", cast.manager.pk, '{"page":"summary"}')


def test_an_identity_is_shown_for_a_reason_and_the_reason_is_kept(cast: Cast, case: Case) -> None:
    client = as_(cast.manager)
    page = client.post(reverse("casework:case_reveal", args=[case.pk]), {"reason": ""})
    assert "Say why you need to know" in page.content.decode()
    page = client.post(reverse("casework:case_reveal", args=[case.pk]), {"reason": "To write to the coroner"})
    assert "Real Name" in page.content.decode()
    acts = list(LogEntry.objects.filter(chain=case.pk).order_by("-seq").values_list("act", flat=True)[:3])
    assert acts == ["case.view", "case.reason", "case.reveal"]


def test_a_document_is_filed_and_read_by_those_who_see_the_case(cast: Cast, case: Case) -> None:
    where = reverse("casework:case_file", args=[case.pk])
    file = SimpleUploadedFile("minutes.txt", b"The panel met.")
    assert as_(cast.manager).post(where, {"title": "Minutes", "file": file}).status_code == 302
    paper = Document.objects.get()
    answer = as_(cast.manager).get(paper.get_absolute_url())
    assert b"".join(answer.streaming_content) == b"The panel met."
    assert answer["Content-Disposition"] == f'attachment; filename="{case.reference}-{paper.pk.hex[:8]}.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert as_(cast.stranger).get(paper.get_absolute_url()).status_code == 404
    assert as_(cast.chair).post(where, {"title": "x", "file": file}).status_code == 403


def test_a_file_the_gate_refuses_is_not_filed(cast: Cast, case: Case) -> None:
    where = reverse("casework:case_file", args=[case.pk])
    sent = {"title": "Minutes of May", "file": SimpleUploadedFile("run.exe", b"MZ" + b"0" * 100)}
    answer = as_(cast.manager).post(where, sent)
    assert answer.context["form"].errors["file"]
    assert "Minutes of May" in answer.content.decode()
    assert not Document.objects.exists()


def test_a_later_date_keeps_the_old_one_and_why(cast: Cast, case: Case) -> None:
    due = clock.today() + timedelta(days=10)
    deadline = deadlines.promise(
        case,
        case,
        rule="answer",
        label="An answer",
        ends="case.close",
        holder=Holder("manager", case.board_id),
        due_on=due,
        why="agreed",
        source="meeting",
    )
    to = due + timedelta(days=20)
    asked = {
        "deadline": deadline.pk,
        "to_0": to.day,
        "to_1": to.month,
        "to_2": to.year,
        "reason": "A trial",
        "consulted": "The coroner",
    }
    assert as_(cast.manager).post(reverse("casework:case_extend", args=[case.pk]), asked).status_code == 302
    deadline.refresh_from_db()
    kept = deadline.extension_set.get()
    assert (deadline.first_due_on, deadline.due_on, kept.from_on, kept.to_on, kept.reason) == (due, to, due, to, "A trial")


@pytest.mark.parametrize("page", ["my_work", "cases"])
def test_lists_ask_the_same_number_of_questions_of_few_and_of_many(
    cast: Cast, case: Case, page: str, django_assert_num_queries: Any
) -> None:
    client = as_(cast.manager)
    client.get(reverse(f"casework:{page}"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse(f"casework:{page}"))
    for _ in range(12):
        workflow.open_case(cast.board, framework=cast.board.packs[0], pseudonym="Child B", by=cast.manager)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(f"casework:{page}"))
    assert len(many) == len(few) <= 20


def test_the_manager_keeps_the_directory(cast: Cast) -> None:
    client = as_(cast.manager)
    at = [cast.board.pk]
    client.post(
        reverse("casework:board_add_agency", args=at), {"name": "Mill Lane Surgery", "sector": "health", "is_member": "no"}
    )
    agency = cast.board.agencies.get(name="Mill Lane Surgery")
    asked = {"name": "Jo Bright", "email": "Jo.Bright@example.test", "post": "Practice manager", "agency": agency.pk}
    client.post(reverse("casework:board_add_person", args=at), asked)
    jo = Person.objects.get(email="jo.bright@example.test")
    assert [message.to for message in mail.outbox] == [["jo.bright@example.test"]]
    client.post(reverse("casework:board_appoint", args=at), {"person": jo.pk, "role": "lead"})
    role = Role.objects.get(person=jo)
    assert (role.role, role.about_id, role.appointed_by) == ("lead", agency.pk, cast.manager)
    client.post(reverse("casework:board_end_role", args=at), {"role": role.pk})
    assert not Role.objects.current().filter(person=jo).exists()
    assert as_(cast.stranger).get(reverse("casework:board", args=at)).status_code == 404
    assert as_(cast.chair).get(reverse("casework:board", args=at)).status_code == 404


def test_nobody_gives_a_role_to_themselves(cast: Cast) -> None:
    answer = as_(cast.manager).post(
        reverse("casework:board_appoint", args=[cast.board.pk]), {"person": cast.manager.pk, "role": "chair"}
    )
    assert answer.status_code == 409
    assert "Nobody can give a role to themselves" in answer.content.decode()


def _without_numbers(answer: Any) -> bytes:
    """The body without what differs between any two requests: the request's number and the form's token."""
    return re.sub(rb'(name="csrfmiddlewaretoken" value="[^"]+"|[0-9a-f]{32})', b"", answer.content)


def test_progress_of_an_agency_is_written_for_the_table(cast: Cast, case: Case) -> None:
    workflow.progress(case, cast.agencies["police"], secured_on=clock.today(), report="Being written", entries=7)
    row = Involvement.objects.get(case=case, agency=cast.agencies["police"])
    assert (row.secured_on, row.report, row.entries) == (clock.today(), "Being written", 7)


def test_a_thousandth_case_of_a_year_has_a_reference_of_its_own(cast: Cast, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(reference=f"TSCB-{clock.today().year}-999")
    opened = [
        workflow.open_case(cast.board, framework=cast.board.packs[0], pseudonym="Child B", by=cast.manager) for _ in range(2)
    ]
    assert [each.reference.rsplit("-", 1)[1] for each in opened] == ["1000", "1001"]
