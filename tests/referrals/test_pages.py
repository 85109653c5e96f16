"""The referral's pages, as each person meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import Agency, Listing
from casework.models import Case, LogEntry
from frameworks import clock
from referrals import workflow
from referrals.forms.acts import members_of
from referrals.models import (
    AgenciesKnown,
    Child,
    Consultation,
    CriterionAnswer,
    HelpfulAnswers,
    Incident,
    Referral,
    Relative,
    Safety,
)
from reviews.models import OtherLearning, Review
from tests.makers import referrals as make
from tests.makers.cast import Cast, add_stranger, make_cast
from tests.visiting import as_

pytestmark = pytest.mark.django_db

ON = datetime(2026, 3, 3, 10, tzinfo=UTC)
MOST_QUERIES = 20


@pytest.fixture(scope="module")
def world(kept: None) -> Cast:
    with clock.travelling(to=ON):
        return make_cast()


@pytest.fixture
def cast(world: Cast, db: None, settings: Any) -> Iterator[Cast]:
    settings.SECOND_FACTOR_REQUIRED = False
    with clock.travelling(to=ON):
        yield world.again()


def page(referral: Referral, key: str) -> str:
    return reverse("referrals:referral_write", args=[referral.pk, key])


def act(referral: Referral, name: str) -> str:
    return reverse(f"referrals:referral_{name}", args=[referral.pk])


def words(answer: Any) -> str:
    return unescape(answer.content.decode())


def title(answer: Any) -> str:
    return words(answer).partition("<title>")[2].partition("</title>")[0]


CONSULTED = {
    "version": "0",
    "professional": "Blessing Ekong",
    "agency_name": "Hospital",
    "consulted_on_0": "13",
    "consulted_on_1": "2",
    "consulted_on_2": "2026",
    "view": "It should be referred.",
}


# --- beginning ----------------------------------------------------------------------------------------------------


def test_whoever_works_with_one_board_starts_at_once(cast: Cast) -> None:
    client = as_(cast.owner)
    assert 'type="hidden" name="board"' in words(client.get(reverse("referrals:start")))
    answer = client.post(reverse("referrals:start"), {"board": cast.board.pk})
    referral = Referral.objects.get()
    assert answer["Location"] == page(referral, "about-you")
    assert f'href="/referrals/{referral.pk}/"' in words(client.get(reverse("referrals:start")))


def test_whoever_works_with_two_boards_says_which(cast: Cast) -> None:
    other = add_stranger(cast)
    Listing.objects.create(board=other.board, agency=cast.agencies["police"])
    client = as_(cast.owner)
    assert "Which board is it for?" in words(client.get(reverse("referrals:start")))
    answer = client.post(reverse("referrals:start"), {})
    assert (answer.status_code, "Choose a board" in words(answer)) == (200, True)
    client.post(reverse("referrals:start"), {"board": other.board.pk})
    assert Referral.objects.get().board == other.board


def test_another_board_is_not_on_offer(cast: Cast) -> None:
    add_stranger(cast)
    answer = as_(cast.stranger).post(reverse("referrals:start"), {"board": cast.board.pk})
    assert (answer.status_code, Referral.objects.exists()) == (200, False)


def test_a_page_asked_for_changes_nothing_but_the_log(cast: Cast) -> None:
    referral = make.filled(cast)
    before = Referral.objects.values().get()
    for address in (act(referral, "submit"), referral.get_absolute_url(), page(referral, "incident")):
        as_(cast.owner).get(address)
    assert Referral.objects.values().get() == before
    looks = LogEntry.objects.filter(act="referral.view").order_by("id").values_list("payload", flat=True)
    assert list(looks) == ['{"page":"check"}', '{"page":"draft"}', '{"page":"incident"}']


# --- one question a page ------------------------------------------------------------------------------------------


def test_every_question_has_a_page_and_leads_to_the_next(cast: Cast) -> None:
    referral = make.filled(cast)
    client = as_(cast.owner)
    headings = []
    address = page(referral, "about-you")
    while address != act(referral, "submit"):
        shown = client.get(address)
        assert shown.status_code == 200
        headings.append(shown.context["question"].heading)
        form = shown.context.get("form")
        if form is None:
            address = shown.context["next"]
            continue
        answer = client.post(address, _as_typed(form))
        assert answer.status_code == 302, (address, answer.context["form"].errors)
        address = answer["Location"]
    assert headings == [
        "About you",
        "Whom did you consult?",
        "Which child is this about?",
        "What happened?",
        "Are other children safe?",
        "Who else belongs to the family?",
        "Which agencies were involved?",
        "Criterion 1 of 6",
        "Criterion 2 of 6",
        "Criterion 3 of 6",
        "Criterion 4 of 6",
        "Criterion 5 of 6",
        "Criterion 6 of 6",
        "Questions that help to decide",
        "Other proceedings",
    ]


def _as_typed(form: Any) -> dict[str, Any]:
    """What a browser would send if the page were sent as it is shown."""
    typed: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, date):
            typed |= {f"{bound.html_name}_{place}": part for place, part in enumerate((value.day, value.month, value.year))}
        elif value not in (None, False):
            typed[bound.html_name] = value
    return typed


def test_what_is_missing_is_asked_for_and_everything_typed_stays(cast: Cast) -> None:
    referral = make.a_draft(cast)
    typed = CONSULTED | {"professional": "", "consulted_on_0": "31"}
    answer = as_(cast.owner).post(page(referral, "consultation"), typed)
    shown = words(answer)
    assert title(answer) == "Error: Referral: page 2 of 15 – Chapter Eight"
    for sentence in ("Enter whom you consulted", "Enter a real date, for example 27 3 2026"):
        assert f">{sentence}</a>" in shown
    assert 'value="31"' in shown
    assert "It should be referred.</textarea>" in shown
    assert not Consultation.objects.exists()


def test_a_page_saved_for_later_may_have_gaps(cast: Cast) -> None:
    referral = make.a_draft(cast)
    answer = as_(cast.owner).post(page(referral, "consultation"), CONSULTED | {"professional": "", "later": "yes"})
    assert answer["Location"] == referral.get_absolute_url()
    assert (Consultation.objects.get().professional, Consultation.objects.get().consulted_on) == ("", date(2026, 2, 13))


def test_a_page_that_saves_itself_answers_with_its_version(cast: Cast) -> None:
    referral = make.a_draft(cast)
    client = as_(cast.owner)
    assert f'data-autosave="{page(referral, "safety")}"' in words(client.get(page(referral, "safety")))
    saved = client.post(page(referral, "safety"), {"version": "0", "done": "We went"}, headers={"X-Autosave": "1"})
    assert (saved.status_code, saved.json()) == (200, {"version": 1})
    late = client.post(page(referral, "safety"), {"version": "0", "done": "We"}, headers={"X-Autosave": "1"})
    assert (late.status_code, "data-theirs" in words(late), "We went" in words(late)) == (409, True, True)
    wrong = {"version": "0", "consulted_on_0": "31"}
    unread = client.post(page(referral, "consultation"), wrong, headers={"X-Autosave": "1"})
    assert (unread.status_code, list(unread.json()["errors"])) == (422, ["consulted_on"])


def test_two_windows_lose_nothing(cast: Cast) -> None:
    referral = make.a_draft(cast)
    make.fill(referral, Safety(), at_risk="yes", done="They are with an aunt.")
    answer = as_(cast.owner).post(page(referral, "safety"), {"version": "0", "at_risk": "no", "done": "Nobody is at risk."})
    shown = words(answer)
    assert answer.status_code == 409
    assert "They are with an aunt." in shown
    assert "Nobody is at risk.</textarea>" in shown
    assert '<input type="hidden" name="version" value="1"' in shown
    again = {"version": "1", "at_risk": "no", "done": "Nobody is at risk."}
    assert as_(cast.owner).post(page(referral, "safety"), again).status_code == 302
    assert Safety.objects.get().done == "Nobody is at risk."


def test_a_page_written_after_it_was_sent_keeps_what_was_typed(cast: Cast) -> None:
    referral = make.submitted(cast)
    answer = as_(cast.owner).post(page(referral, "safety"), {"version": "1", "at_risk": "yes", "done": "One thing more."})
    assert answer.status_code == 409
    assert "One thing more.</textarea>" in words(answer)
    assert "“Write the referral” is not possible now" in words(answer)
    opened = as_(cast.owner).get(page(referral, "safety"))
    assert opened.status_code == 409
    assert "Its pages cannot be changed now: the referral is submitted." in words(opened)


def test_a_criterion_shows_its_words_and_where_they_stand(cast: Cast) -> None:
    shown = words(as_(cast.owner).get(page(make.a_draft(cast), "criterion-death")))
    assert "A child has died, by suicide or otherwise" in shown
    assert "If this is so, the board must hold a review. Medway guide 2007, also London procedures 2007, 19.1.4." in shown


def test_the_helpful_questions_are_kept_by_their_code(cast: Cast) -> None:
    referral = make.a_draft(cast)
    as_(cast.owner).post(page(referral, "questions"), {"version": "0", "custody": "no", "missing": "unknown"})
    assert HelpfulAnswers.objects.get().answers == {"custody": "no", "missing": "unknown"}


def test_only_agencies_of_the_boards_directory_can_be_ticked(cast: Cast) -> None:
    referral = make.a_draft(cast)
    foreign = Agency.objects.create(name="Elsewhere Police", sector="police")
    answer = as_(cast.owner).post(page(referral, "agencies"), {"version": "0", "agencies": [str(foreign.pk)]})
    assert (answer.status_code, AgenciesKnown.objects.exists()) == (200, False)
    as_(cast.owner).post(
        page(referral, "agencies"), {"version": "0", "agencies": [str(cast.agencies["police"].pk)], "others": "GP"}
    )
    assert [str(agency) for agency in AgenciesKnown.objects.get().agencies.all()] == ["Testshire Police"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, "Enter the name, or “not known”"),
        ({"known_as": "Mum Kayleigh"}, "The file must not call them by their name"),
        ({"known_as": "Mother"}, "Somebody else of the family is called that in the file"),
    ],
)
def test_somebody_of_the_family_is_asked_about_with_care(cast: Cast, typed: dict[str, str], sentence: str) -> None:
    referral = make.filled(cast)
    address = reverse("referrals:referral_add_person", args=[referral.pk, "family"])
    said = {"version": "0", "name": "Kayleigh Vose", "relation": "Aunt"} | typed
    assert sentence in words(as_(cast.owner).post(address, said))
    assert referral.relatives.count() == 2


def test_a_child_who_died_before_birth_is_a_mistake(cast: Cast) -> None:
    referral = make.a_draft(cast)
    address = reverse("referrals:referral_add_person", args=[referral.pk, "children"])
    typed = {
        "version": "0",
        "name": "Ann",
        "has_died": "yes",
        **_day("date_of_birth", 9, 3, 2023),
        **_day("date_of_death", 8, 3, 2023),
    }
    assert "The date of death is before the date of birth" in words(as_(cast.owner).post(address, typed))
    as_(cast.owner).post(address, typed | _day("date_of_death", 9, 3, 2023))
    assert Child.objects.get().date_of_death == date(2023, 3, 9)


def _day(name: str, day: int, month: int, year: int) -> dict[str, str]:
    return {f"{name}_{place}": str(part) for place, part in enumerate((day, month, year))}


def test_people_are_listed_changed_and_removed(cast: Cast) -> None:
    referral = make.filled(cast)
    client = as_(cast.owner)
    shown = words(client.get(reverse("referrals:referral_people", args=[referral.pk, "family"])))
    assert ("Skye Alder" in shown, "Kayleigh Alder" in shown, "Ronan" in shown) == (True, True, False)
    sister = referral.relatives.get(name="Skye Alder")
    address = reverse("referrals:referral_person", args=[referral.pk, "family", sister.key])
    client.post(address, {"version": str(sister.version), "name": "Skye Alder", "relation": "Sister"})
    assert Relative.objects.get(pk=sister.pk).relation == "Sister"
    remove = reverse("referrals:referral_remove_person", args=[referral.pk, "family", sister.key])
    assert "Remove Skye Alder?" in words(client.get(remove))
    client.post(remove)
    assert not Relative.objects.filter(pk=sister.pk).exists()


def test_a_person_is_found_on_their_own_referrals_list_only(cast: Cast) -> None:
    referral, other = make.filled(cast), make.filled(cast)
    sister = other.relatives.get(name="Skye Alder")
    client = as_(cast.owner)
    for key, person in (("family", sister), ("children", sister), ("incident", sister)):
        address = reverse("referrals:referral_person", args=[referral.pk, key, person.key])
        assert client.get(address).status_code == 404
    assert client.get(page(referral, "children")).status_code == 404
    assert client.get(page(referral, "no-such-page")).status_code == 404


# --- checking and sending -----------------------------------------------------------------------------------------


def test_what_is_missing_is_listed_with_links(cast: Cast) -> None:
    referral = make.filled(cast, leave_out="criteria")
    make.fill(referral, CriterionAnswer(code="death"), answer="no", reason="He lives.")
    shown = words(as_(cast.owner).get(act(referral, "submit")))
    assert "Still without an answer and a reason: criteria 2, 3, 4, 5 and 6." in shown
    assert f'href="{page(referral, "criterion-sexual-abuse")}?then=check"' in shown
    assert "Send to the board</button>" not in shown


def test_changing_an_answer_leads_back_to_the_check(cast: Cast) -> None:
    referral = make.filled(cast)
    client = as_(cast.owner)
    assert f'href="{page(referral, "incident")}?then=check"' in words(client.get(act(referral, "submit")))
    form = client.get(page(referral, "incident") + "?then=check").context["form"]
    assert client.post(page(referral, "incident") + "?then=check", _as_typed(form))["Location"] == act(referral, "submit")
    people = client.get(reverse("referrals:referral_people", args=[referral.pk, "family"]) + "?then=check")
    assert people.context["next"] == act(referral, "submit")


def test_names_in_the_wrong_place_are_pointed_out(cast: Cast) -> None:
    referral = make.filled(cast)
    assert "Names seem to stand" not in words(as_(cast.owner).get(act(referral, "submit")))
    make.fill(referral, Incident(), what_happened="Kayleigh rang at 07:52.")
    assert "Names seem to stand in what you wrote under What happened." in words(as_(cast.owner).get(act(referral, "submit")))


def test_sending_tells_what_happens_next(cast: Cast) -> None:
    referral = make.filled(cast)
    client = as_(cast.owner)
    answer = client.post(act(referral, "submit"))
    assert answer["Location"] == act(referral, "sent")
    shown = client.get(answer["Location"])
    assert title(shown) == "Referral sent, TSCB-2026-001 – Chapter Eight"
    told = words(shown)
    assert "<strong>TSCB-2026-001</strong>" in told
    assert "the Independent Chair decides by 3 April 2026." in told
    assert (
        "one month after the referral was received on 3 March 2026 (Working Together 2006, chapter 8, not yet confirmed)" in told
    )
    assert "mailto:manager.tscb@example.test?subject=TSCB-2026-001" in told


def test_sending_twice_is_one_case_and_a_clear_message(cast: Cast) -> None:
    referral = make.filled(cast)
    client = as_(cast.owner)
    client.post(act(referral, "submit"))
    again = client.post(act(referral, "submit"))
    assert (again.status_code, Case.objects.count()) == (409, 1)
    assert (
        "“Check and send to the board” is not possible now: the referral is submitted since 3 March 2026, 10:00 (Owner)."
        in words(again)
    )


def test_sending_too_early_is_refused_with_reasons(cast: Cast) -> None:
    answer = as_(cast.owner).post(act(make.filled(cast, leave_out="children"), "submit"))
    assert (answer.status_code, Case.objects.count()) == (409, 0)
    assert "No child has been added: say who the referral is about." in words(answer)


# --- who sees what ------------------------------------------------------------------------------------------------


def test_a_draft_does_not_exist_for_anybody_else(cast: Cast) -> None:
    add_stranger(cast)
    referral = make.filled(cast)
    found = {part: as_(person).get(referral.get_absolute_url()).status_code for part, person in cast.people.items()}
    assert {part for part, status in found.items() if status != 404} == {"owner", "lead"}
    lead = as_(cast.lead)
    assert "Owner is writing this referral." in words(lead.get(referral.get_absolute_url()))
    assert lead.get(page(referral, "incident")).status_code == 403
    assert lead.get(act(referral, "submit")).status_code == 403


def test_the_tab_of_the_case_shows_each_what_is_theirs(cast: Cast) -> None:
    add_stranger(cast)
    referral = make.recommended(cast, dissenters="Police", dissent="It stands alone.")
    address = referral.get_absolute_url()
    assert address == reverse("referrals:case_referral", args=[referral.case_id])
    seen = {part: as_(person).get(address) for part, person in cast.people.items()}
    assert {part for part, answer in seen.items() if answer.status_code == 200} == {
        "owner",
        "lead",
        "manager",
        "chair",
        "panel_member",
        "countersigner",
    }
    deliberation = {part for part, answer in seen.items() if "It stands alone." in words(answer)}
    assert deliberation == {"manager", "chair", "panel_member", "countersigner"}
    assert not [part for part, answer in seen.items() if "Alder" in words(answer)]
    assert title(seen["chair"]) == "Referral, TSCB-2026-001 – Chapter Eight"
    assert ("Decide</a>" in words(seen["chair"]), "Decide</a>" in words(seen["manager"])) == (True, False)


def test_the_referrer_reads_the_decision_and_its_reasons_and_not_the_panel(cast: Cast) -> None:
    referral = make.recommended(cast, "no_review", reasons="The panel’s own words.")
    workflow.decide(
        referral,
        decision="serious_case_review",
        reasons="It is met.",
        reasons_for_differing="The panel missed the scan.",
        by=cast.chair,
    )
    referrer, panel = (words(as_(person).get(referral.get_absolute_url())) for person in (cast.owner, cast.panel_member))
    for said, seen in {"It is met.": True, "The panel missed the scan.": False, "The panel’s own words.": False}.items():
        assert ((said in referrer), (said in panel)) == (seen, True), said


def test_the_returned_referral_shows_the_question_and_its_pages_can_be_changed(cast: Cast) -> None:
    referral = make.returned(cast)
    client = as_(cast.owner)
    shown = words(client.get(referral.get_absolute_url()))
    assert "Which hospital was it?" in shown
    assert f'href="{page(referral, "incident")}?then=check"' in shown
    child = referral.children.get()
    form = words(client.get(reverse("referrals:referral_person", args=[referral.pk, "children", child.key])))
    assert ('name="name"' in form, 'name="ethnicity"' in form) == (False, True)
    answer = client.post(act(referral, "answer"), {"reply": "St Anne’s."}, follow=True)
    assert "St Anne’s." in words(answer)
    assert make.again(referral).state == "submitted"
    assert f'href="{page(referral, "incident")}' not in words(answer)


# --- the board's pages --------------------------------------------------------------------------------------------


def test_the_manager_takes_it_to_the_panel(cast: Cast) -> None:
    referral = make.submitted(cast)
    client = as_(cast.manager)
    offered = {str(person) for person in client.get(act(referral, "consider")).context["form"].fields["members"].queryset}
    assert offered == {"Health Lead", "Panel Member", "Colleague", "Author", "Countersigner", "Lead", "Owner"}
    nobody = client.post(act(referral, "consider"), _day("panel_meets_on", 17, 3, 2026))
    assert "Choose who is on the panel" in words(nobody)
    members = {"members": [str(cast.panel_member.pk), str(cast.countersigner.pk)]}
    client.post(act(referral, "consider"), _day("panel_meets_on", 17, 3, 2026) | members)
    assert make.again(referral).panel_meets_on == date(2026, 3, 17)
    convene = client.get(act(referral, "convene"))
    assert "On the panel already: Countersigner (police), Panel Member (health)." in words(convene)
    client.post(act(referral, "convene"), _day("panel_meets_on", 18, 3, 2026))
    assert make.again(referral).panel_meets_on == date(2026, 3, 18)


def recommendation(referral: Referral, **more: Any) -> dict[str, Any]:
    members = [str(role.pk) for role in members_of(referral)]
    return {
        **_day("met_on", 3, 3, 2026),
        "present": members,
        "others-TOTAL_FORMS": "4",
        "others-INITIAL_FORMS": "0",
        "others-0-name": "Orla Dunne",
        "others-0-sector": "local_authority",
        "declared": "no",
        "criteria_met": "yes",
        "decision": "serious_case_review",
        "reasons": "Both limbs are met.",
        "unanimous": "yes",
    } | more


def test_the_recommendation_is_recorded(cast: Cast) -> None:
    referral = make.under_consideration(cast)
    answer = as_(cast.manager).post(act(referral, "recommend"), recommendation(referral))
    assert answer["Location"] == referral.get_absolute_url()
    recorded = make.again(referral).recommendation()
    assert recorded is not None
    present = [(each.name, each.sector) for each in recorded.present.all()]
    assert present == [("Countersigner", "police"), ("Panel Member", "health"), ("Orla Dunne", "local_authority")]


@pytest.mark.parametrize(
    ("typed", "status", "sentence"),
    [
        (
            {"others-0-name": "", "others-0-sector": ""},
            409,
            "The meeting was not quorate: nobody was there from local authority.",
        ),
        ({"others-0-sector": ""}, 200, "Choose whom Orla Dunne speaks for"),
        ({"others-0-name": ""}, 200, "Enter the name"),
        ({"declared": "yes", "interests": ""}, 200, "Say who declared which interest, and what was agreed about it"),
        ({"unanimous": "no", "dissent": "Too early."}, 200, "Say who disagreed"),
        ({"reasons": ""}, 200, "Give the panel’s reasons"),
    ],
)
def test_a_recommendation_refused_keeps_every_word(cast: Cast, typed: dict[str, str], status: int, sentence: str) -> None:
    referral = make.under_consideration(cast)
    answer = as_(cast.manager).post(act(referral, "recommend"), recommendation(referral, interests="None of note.") | typed)
    shown = words(answer)
    assert (answer.status_code, sentence in shown) == (status, True)
    kept = {"interests": "None of note.", "reasons": "Both limbs are met."} | typed
    assert all(f"{kept[name]}</textarea>" in shown for name in ("interests", "reasons"))
    assert make.again(referral).state == "under_consideration"


def decision(referral: Referral, **more: str) -> dict[str, str]:
    current = referral.recommendation()
    return {"on": str(current.pk if current else ""), "decision": "learning_day", "reasons": "Because\r\nof this."} | more


ASKED = {
    "asked": "learning_day",
    "ask-facilitator": "Dr Vose",
    "ask-focus": "Bruises",
    "ask-invited": "Everybody",
    "ask-due_0": "1",
    "ask-due_1": "6",
    "ask-due_2": "2026",
}


def test_the_chair_decides_over_three_pages(cast: Cast) -> None:
    referral = make.recommended(cast, "learning_day")
    client = as_(cast.chair)
    opened = words(client.get(act(referral, "decide")))
    assert "Recommended by the panel." in opened
    assert "Both limbs of the criteria were looked at." in opened
    asks = client.post(act(referral, "decide"), decision(referral))
    assert "Who facilitates it?" in words(asks)
    assert "There is a problem" not in words(asks)
    incomplete = client.post(act(referral, "decide"), decision(referral) | ASKED | {"ask-due_0": ""})
    assert "The date must include a day, a month and a year" in words(incomplete)
    confirm = client.post(act(referral, "decide"), decision(referral) | ASKED)
    assert "A decision cannot be undone." in words(confirm)
    assert title(confirm) == "Decide, TSCB-2026-001 – Chapter Eight"
    carried = _hidden(confirm)
    assert carried["reasons"] == "Because\r\nof this."
    assert make.again(referral).state == "recommended"
    changed = client.post(act(referral, "decide"), carried | {"change": "yes"})
    assert "Because\r\nof this.</textarea>" in words(changed)
    assert _hidden(changed)["ask-facilitator"] == "Dr Vose"
    answers = client.post(act(referral, "decide"), carried | {"change_asks": "yes"})
    assert 'value="Dr Vose"' in words(answers)
    done = client.post(act(referral, "decide"), carried)
    assert done["Location"] == referral.get_absolute_url()
    learning = OtherLearning.objects.get()
    assert (learning.decision, learning.due_on) == ("learning_day", date(2026, 6, 1))
    assert make.again(referral).decision.reasons == "Because\r\nof this."


def _hidden(answer: Any) -> dict[str, str]:
    """The hidden fields of a page, as a browser would send them back."""
    found = {}
    for field in answer.content.decode().split('<input type="hidden" name="')[1:]:
        name, _, rest = field.partition('" value="')
        found[name] = unescape(rest.partition('"')[0])
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}


def test_deciding_otherwise_asks_for_reasons_and_keeps_the_rest(cast: Cast) -> None:
    referral = make.recommended(cast, "no_review")
    client = as_(cast.chair)
    typed = decision(referral, decision="serious_case_review")
    refused = words(client.post(act(referral, "decide"), typed))
    assert ">Say why you decide otherwise than the panel recommends</a>" in refused
    assert "Because\r\nof this.</textarea>" in refused
    client.post(act(referral, "decide"), typed | {"reasons_for_differing": "The scan.", "confirmed": "yes"})
    assert Review.objects.get().case_id == referral.case_id


def test_whoever_decides_second_is_told_who_was_first(cast: Cast) -> None:
    referral = make.recommended(cast, "no_review")
    client = as_(cast.chair)
    typed = decision(referral, decision="no_review", confirmed="yes")
    client.post(act(referral, "decide"), typed)
    second = client.post(act(referral, "decide"), typed)
    assert second.status_code == 409
    assert "“Decide” is not possible now: the referral is decided since 3 March 2026, 10:00 (Chair)." in words(second)
    assert "Because\r\nof this.</textarea>" in words(second)
    assert client.get(act(referral, "decide")).status_code == 409


def test_the_chair_sends_it_back_with_a_question(cast: Cast) -> None:
    referral = make.recommended(cast, "no_review")
    client = as_(cast.chair)
    empty = client.post(act(referral, "send_back_to_panel"), {"question": ""})
    assert "Say what the panel should look at again" in words(empty)
    answer = client.post(act(referral, "send_back_to_panel"), {"question": "Why no learning day?"}, follow=True)
    assert "Why no learning day?" in words(answer)
    assert "Sent back by the chair" in words(answer)


@pytest.mark.parametrize(
    ("state", "pages"),
    [
        ("submitted", {"consider": {"manager"}, "ask_for_information": {"manager"}}),
        ("under_consideration", {"convene": {"manager"}, "recommend": {"manager", "panel_member", "countersigner"}}),
        ("recommended", {"decide": {"chair"}, "send_back_to_panel": {"chair"}}),
    ],
)
def test_the_boards_pages_are_the_boards(cast: Cast, state: str, pages: dict[str, set[str]]) -> None:
    add_stranger(cast)
    referral = make.IN_STATE[state](cast)
    sees = {"owner", "lead", "manager", "chair"} | ({"panel_member", "countersigner"} if state != "submitted" else set())
    for name, owners in pages.items():
        found = {part: as_(person).get(act(referral, name)).status_code for part, person in cast.people.items()}
        assert {part for part, status in found.items() if status == 200} == owners, name
        assert {part for part, status in found.items() if status == 403} == sees - owners, name
        assert set(found.values()) == {200, 403, 404}, name


def test_a_page_opened_too_late_says_so_before_anything_is_typed(cast: Cast) -> None:
    answer = as_(cast.manager).get(act(make.recommended(cast), "recommend"))
    assert answer.status_code == 409
    assert "This is not possible now: the referral is recommended." in words(answer)


def test_withdrawing_asks_first(cast: Cast) -> None:
    referral = make.submitted(cast)
    client = as_(cast.owner)
    assert "Withdraw this referral?" in words(client.get(act(referral, "withdraw")))
    assert "Say why you withdraw the referral" in words(client.post(act(referral, "withdraw"), {"reason": ""}))
    answer = client.post(act(referral, "withdraw"), {"reason": "Sent twice."}, follow=True)
    assert "Withdrawn by the referrer: Sent twice." in words(answer)


# --- how much it costs --------------------------------------------------------------------------------------------

COSTLY: dict[str, tuple[str, dict[str, Callable[[Referral], str]]]] = {
    "filled": (
        "owner",
        {
            "draft": Referral.get_absolute_url,
            "page": lambda referral: page(referral, "incident"),
            "agencies": lambda referral: page(referral, "agencies"),
            "people": lambda referral: reverse("referrals:referral_people", args=[referral.pk, "family"]),
            "check": lambda referral: act(referral, "submit"),
        },
    ),
    "decided": ("manager", {"case tab": Referral.get_absolute_url}),
    "recommended": ("chair", {"decide": lambda referral: act(referral, "decide")}),
    "under_consideration": ("manager", {"recommend": lambda referral: act(referral, "recommend")}),
}


@pytest.mark.parametrize("state", list(COSTLY))
def test_no_page_asks_the_database_too_much(cast: Cast, state: str) -> None:
    part, pages = COSTLY[state]
    referral = getattr(make, state)(cast)
    client = as_(cast.people[part])
    for address in pages.values():
        _asks_no_more_for_more(client, referral, address)


def _asks_no_more_for_more(client: Any, referral: Referral, address: Callable[[Referral], str]) -> None:
    client.get(address(referral))
    with CaptureQueriesContext(connection) as few:
        assert client.get(address(referral)).status_code == 200
    for name in ("Ann", "Bea", "Cal"):
        subject = {} if referral.case_id is None else {"subject": referral.case.subject_set.create(pseudonym=name)}
        Relative.objects.create(referral=referral, name=name, relation="Aunt", **subject)
    with CaptureQueriesContext(connection) as many:
        assert client.get(address(referral)).status_code == 200
    assert len(many) == len(few)
    assert len(few) <= MOST_QUERIES, "\n".join(query["sql"][:160] for query in few)
