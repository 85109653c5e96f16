"""The action plan's pages, as each person meets them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actionplans import workflow
from actionplans.models import Action, Response
from casework.models import Notice
from frameworks import clock
from tests.makers import actionplans as plans
from tests.makers import overview as reports
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.visiting import MOST_QUERIES, as_, day, questions, title, words


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    cast = make_cast()
    add_stranger(cast)
    return cast.keep(reports.signed_off)


@pytest.fixture
def cast(world: Cast, db: None, settings: Any, tmp_path: Any) -> Cast:
    settings.SECOND_FACTOR_REQUIRED = False
    settings.FILE_STORE = tmp_path
    return world.again()


def page(thing: Action | Response, act: str = "") -> str:
    return reverse(f"actionplans:{thing._meta.model_name}{act and '_'}{act}", args=[thing.pk])


SOON = {f"due_on_{place}": part for place, part in enumerate(("1", "2", "2099"))}

# --- responses --------------------------------------------------------------------------------------------------------


def test_the_manager_asks_from_the_signed_report(cast: Cast) -> None:
    report = reports.signed_off(cast)
    manager = as_(cast.manager)
    asking = reverse("actionplans:open_plan", args=[report.pk])
    assert "Check at every call whether the children were seen." in words(manager.get(asking))
    half = manager.post(asking, SOON | {"due_on_0": ""})
    assert "The date must include a day, a month and a year" in words(half)
    past = manager.post(asking, day("due_on", clock.today() - timedelta(days=1)))
    assert past.status_code == 200
    assert not Response.objects.exists()
    asked = manager.post(asking, SOON, follow=True)
    assert asked.redirect_chain[-1][0] == reverse("actionplans:case_actions", args=[report.case_id])
    assert "2 responses are asked for." in words(asked)
    again = manager.post(asking, SOON)
    assert again.status_code == 409
    assert "Those whom the recommendations address were asked on" in words(again)


def test_less_than_a_yes_takes_a_reason_and_what_was_typed_stays(cast: Cast) -> None:
    response = plans.asked(cast)
    lead = as_(cast.lead)
    answer = lead.post(page(response, "answer"), {"answer": "rejected", "reasons": "  "})
    assert title(answer) == f"Error: Actions, {response.case} – Chapter Eight"
    assert "Say why it is not accepted as a whole" in words(answer)
    assert 'value="rejected" checked' in " ".join(answer.content.decode().split())
    done = lead.post(page(response, "answer"), {"answer": "partly_accepted", "reasons": "Not at night."}, follow=True)
    assert "Your answer is recorded." in words(done)
    assert "Not at night." in words(as_(cast.manager).get(page(response)))


def test_a_challenged_answer_says_why(cast: Cast) -> None:
    response = plans.rejected(cast)
    chair = as_(cast.chair)
    assert "Say why the answer is not enough" in words(chair.post(page(response, "ask_again"), SOON))
    asked = chair.post(page(response, "ask_again"), SOON | {"because": "Nobody looked at the nights."}, follow=True)
    assert "Testshire Police is asked again." in words(asked)
    assert "Nobody looked at the nights." in words(as_(cast.lead).get(page(response)))


# --- actions ----------------------------------------------------------------------------------------------------------


def test_an_action_begins_with_what_the_recommendation_wants(cast: Cast) -> None:
    response = plans.accepted(cast)
    planning = as_(cast.lead).get(page(response, "add_action"))
    shown = words(planning)
    assert "Children are seen at every call." in shown
    assert "A dip sample of fifty logs each quarter." in shown
    assert cast.owner in planning.context["form"].fields["owner"].queryset
    assert cast.colleague not in planning.context["form"].fields["owner"].queryset


def test_an_action_without_a_measure_is_proposed_and_cannot_be_agreed(cast: Cast) -> None:
    response = plans.accepted(cast)
    planned = as_(cast.lead).post(page(response, "add_action"), {"what": "Change the prompt.", "measure": ""}, follow=True)
    assert "Action 1.1 is proposed." in words(planned)
    action = Action.objects.get()
    manager = as_(cast.manager)
    shown = words(manager.get(page(action)))
    for sentence in ("The action has no measure", "The action has no target date.", "Nobody owns the action"):
        assert sentence in shown
    refused = manager.post(page(action, "agree"))
    assert refused.status_code == 409
    assert "The action has no target date." in words(refused)
    action.refresh_from_db()
    assert action.state == "proposed"


def test_evidence_goes_through_the_gate_and_a_refused_file_loses_no_word(cast: Cast) -> None:
    action = plans.started(cast)
    owner = as_(cast.owner)
    typed = {"kind": "dip_sample", "note": "Fifty logs read in June."}
    empty = owner.post(page(action, "add_evidence"), {"kind": "dip_sample", "note": " "})
    assert "Add a document, or write down what was seen" in words(empty)
    program = SimpleUploadedFile("logs.xlsx", b"MZ\x90\x00\x03" + b"\x00" * 200)
    refused = owner.post(page(action, "add_evidence"), typed | {"file": program})
    assert title(refused).startswith("Error: ")
    assert "Fifty logs read in June." in words(refused)
    assert not action.actionevidence_set.exists()
    paper = SimpleUploadedFile("logs.csv", b"log,seen\n1,yes\n")
    filed = owner.post(page(action, "add_evidence"), typed | {"file": paper}, follow=True)
    assert "The evidence is filed." in words(filed)
    document = action.actionevidence_set.get().document
    assert as_(cast.auditor).get(document.get_absolute_url()).status_code == 200
    assert as_(cast.colleague).get(document.get_absolute_url()).status_code == 404


def test_the_owner_is_told_why_somebody_else_must_look(cast: Cast) -> None:
    action = plans.implemented(cast)
    seen = as_(cast.auditor).post(page(action, "verify"), {"looked_at": "Twenty logs", "found": ""})
    assert "Say what you found" in words(seen)
    assert "Twenty logs" in seen.content.decode()
    assert as_(cast.owner).post(page(action, "verify"), {"looked_at": "x", "found": "y"}).status_code == 403
    done = as_(cast.auditor).post(page(action, "verify"), {"looked_at": "Twenty logs", "found": "Good."}, follow=True)
    assert "The action is verified." in words(done)
    action.refresh_from_db()
    assert action.state == "verified"


def test_a_reopened_action_says_why_and_until_when(cast: Cast) -> None:
    action = plans.verified(cast)
    auditor = as_(cast.auditor)
    heard = Notice.objects.filter(to=cast.owner).count()
    typed = {"looked_at": "Twenty logs of September", "reasons": "The prompt was taken out."}
    assert "Enter the day" in words(auditor.post(page(action, "reopen"), typed))
    reopened = auditor.post(page(action, "reopen"), typed | SOON, follow=True)
    shown = words(reopened)
    assert "The prompt was taken out." in shown
    assert "1 February 2099" in shown
    assert Notice.objects.filter(to=cast.owner).count() == heard + 1


def test_an_action_that_is_superseded_says_what_takes_its_place(cast: Cast) -> None:
    action = plans.agreed(cast)
    manager = as_(cast.manager)
    assert "Say what takes its place" in words(manager.post(page(action, "supersede"), {"reasons": " "}))
    done = manager.post(page(action, "supersede"), {"reasons": "A national log replaces it."}, follow=True)
    assert "A national log replaces it." in words(done)


# --- lists ------------------------------------------------------------------------------------------------------------


def test_the_list_is_narrowed_and_sorted_by_what_people_ask(cast: Cast) -> None:
    response = plans.accepted(cast)
    late = plans.agreed(cast, plans.proposed(cast, response, due_on=clock.today()))
    plans.proposed(cast, response, what="Brief every team.", owner=None)
    gone = plans.proposed(cast, response, what="Read the old form.", due_on=clock.today())
    gone = workflow.supersede(gone, reasons="There is no old form.", by=cast.manager)
    url = reverse("actionplans:actions")
    with clock.travelling(clock.now() + timedelta(days=9)):
        manager = as_(cast.manager)
        shown = {
            query: [row.action.reference for row in manager.get(url + query).context["rows"]]
            for query in (
                "",
                "?when=overdue",
                "?state=proposed",
                "?words=brief",
                "?whose=mine",
                "?sort=due",
                "?sort=-due",
                "?sort=nonsense",
            )
        }
        assert [row.action for row in as_(cast.owner).get(f"{url}?whose=mine").context["rows"]] == [late, gone]
    assert shown == {
        "": ["1.1", "1.2", "1.3"],
        "?when=overdue": ["1.1"],
        "?state=proposed": ["1.2"],
        "?words=brief": ["1.2"],
        "?whose=mine": [],
        "?sort=due": ["1.1", "1.3", "1.2"],
        "?sort=-due": ["1.2", "1.1", "1.3"],
        "?sort=nonsense": ["1.1", "1.3", "1.2"],
    }


def test_each_sees_the_actions_that_concern_them(cast: Cast) -> None:
    action = plans.agreed(cast)
    url = reverse("actionplans:actions")
    seen = [part for part in cast.people if action.what in words(as_(cast.people[part]).get(url))]
    assert seen == ["manager", "chair", "auditor", "lead", "panel_member", "owner"]


def test_lists_and_pages_ask_no_more_questions_for_more_actions(cast: Cast) -> None:
    response = plans.accepted(cast)
    action = plans.agreed(cast, plans.proposed(cast, response))
    manager = as_(cast.manager)
    urls = [
        reverse("actionplans:actions"),
        reverse("actionplans:case_actions", args=[action.case_id]),
        page(response),
        page(action),
    ]
    few = {url: questions(manager, url) for url in urls}
    for number in range(8):
        plans.agreed(cast, plans.proposed(cast, response, what=f"Do {number} more."))
    for number in range(4):
        workflow.note_progress(action, text=f"Note {number}", by=cast.owner)
    for url in urls:
        many = questions(manager, url)
        assert len(many) == len(few[url]) <= MOST_QUERIES, f"{url}\n" + "\n".join(many)


def test_titles_hold_the_reference_and_nothing_else(cast: Cast) -> None:
    action = plans.agreed(cast)
    for part in ("manager", "owner"):
        client = as_(cast.people[part])
        assert title(client.get(page(action))) == f"Actions, {action.case} – Chapter Eight"
        assert title(client.get(reverse("actionplans:actions"))) == "Actions – Chapter Eight"


def test_the_owner_reads_the_action_and_not_the_report(cast: Cast) -> None:
    action = plans.agreed(cast)
    owner = as_(cast.owner)
    shown = owner.get(page(action))
    assert "Recommendation 1" in words(shown)
    report = action.response.recommendation.report
    assert report.get_absolute_url() not in shown.content.decode()
    assert "Nothing to read yet" in words(owner.get(report.get_absolute_url()))
    assert owner.get(reverse("overview:read", args=[report.pk])).status_code == 404


# --- the end ----------------------------------------------------------------------------------------------------------


def test_the_plan_says_what_stands_between_the_review_and_its_end(cast: Cast) -> None:
    action = plans.agreed(cast)
    url = reverse("actionplans:case_actions", args=[action.case_id])
    shown = words(as_(cast.manager).get(url))
    assert "What still stands between the review and its end" in shown
    assert "Action 1.1 is agreed, and nobody has verified it." in shown
    assert "What still stands" not in words(as_(cast.lead).get(url))
    closing = reverse("actionplans:close", args=[action.response.recommendation.report.review_id])
    refused = as_(cast.manager).post(closing)
    assert refused.status_code == 409
    assert "Action 1.1 is agreed, and nobody has verified it." in words(refused)
