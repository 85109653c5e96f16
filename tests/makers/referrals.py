"""Referrals in each of their states, reached by the verbs. The referrer is a practitioner of the police."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from agencies.models import Agency, Listing, Person
from casework.models import Case
from frameworks import clock
from referrals import workflow
from referrals.models import (
    AgenciesKnown,
    Attendance,
    Child,
    Consultation,
    Contact,
    CriterionAnswer,
    Incident,
    Page,
    Proceedings,
    Referral,
    Relative,
    Safety,
)
from tests.makers.cast import Cast

ALDER = Path(__file__).resolve().parent.parent / "material" / "alder" / "referral.json"

CONSULTED = {
    "professional": "Blessing Ekong, designated nurse",
    "agency_name": "Testshire Hospital Trust",
    "consulted_on": date(2023, 3, 13),
    "view": "The case should be referred: both limbs of the criteria seem to be met.",
}
INCIDENT = {
    "happened_on": date(2023, 3, 9),
    "place": "At home",
    "carer": "The mother and her partner",
    "what_happened": "The child was brought to hospital fitting and not responding.",
}
CHILD = {
    "name": "Ronan Alder",
    "date_of_birth": date(2020, 11, 14),
    "gender": "male",
    "has_died": "no",
    "known_to_social_care": "yes",
}
SISTER = {"name": "Skye Alder", "relation": "Half-sister", "is_child": "yes", "date_of_birth": date(2014, 6, 3)}
MOTHER = {"name": "Kayleigh Alder", "relation": "Mother", "is_child": "no", "known_as": "Mother"}
SAFETY = {"at_risk": "yes", "done": "Both older children were placed with an aunt on the day."}
PROCEEDINGS = {"under_way": "yes", "details": "Criminal investigation; care proceedings."}
REASONS = "Agencies knew parts of this and did not put them together."


def again(referral: Referral) -> Referral:
    """The referral as it now stands."""
    return Referral.objects.select_related("case__board", "board").get(pk=referral.pk)


def referrer_of(cast: Cast) -> Person:
    """A practitioner with no part in the board's work."""
    return cast.owner


def a_draft(cast: Cast, by: Person | None = None) -> Referral:
    """A referral with nothing on its pages but who refers."""
    return workflow.create_draft(cast.board, by=by or referrer_of(cast))


def fill(referral: Referral, page: Page, by: Person | None = None, many: Mapping[str, Any] | None = None, **said: Any) -> Page:
    """Answer one page, whatever it said before."""
    page.referral = referral  # type: ignore[attr-defined]
    page = page.standing() or page
    for name, value in said.items():
        setattr(page, name, value)
    return workflow.write(referral, page=page, version=page.version, by=by or referral.referrer, many=many)


def filled(cast: Cast, *, leave_out: str = "") -> Referral:
    """A draft with every page answered, but for the one that is left out."""
    referral = a_draft(cast)
    fill(referral, Contact(), post="Detective sergeant")
    if leave_out != "consultation":
        fill(referral, Consultation(), **CONSULTED)
    if leave_out != "children":
        fill(referral, Child(), **CHILD)
    if leave_out != "incident":
        fill(referral, Incident(), **INCIDENT)
    fill(referral, Relative(), **SISTER)
    fill(referral, Relative(), **MOTHER)
    fill(referral, Safety(), **SAFETY)
    fill(referral, Proceedings(), **PROCEEDINGS)
    fill(referral, AgenciesKnown(), many={"agencies": [cast.agencies["police"], cast.agencies["social_care"]]})
    if leave_out != "criteria":
        answer_criteria(referral)
    return again(referral)


def answer_criteria(referral: Referral, by: Person | None = None) -> None:
    """Every criterion of the pack answered with a reason: the serious injury and the joint working are met."""
    for criterion in referral.pack.criteria:
        met = "yes" if criterion.code in {"serious_injury", "joint_working"} else "no"
        fill(referral, CriterionAnswer(code=criterion.code), by, answer=met, reason=REASONS)


def submitted(cast: Cast) -> Referral:
    return again(workflow.submit(filled(cast), by=referrer_of(cast)))


def members(cast: Cast) -> list[Person]:
    """The panel's members who are appointed: from health and the police."""
    return [cast.panel_member, cast.countersigner]


def under_consideration(cast: Cast, referral: Referral | None = None) -> Referral:
    referral = referral or submitted(cast)
    day = clock.today() + timedelta(days=14)
    return again(workflow.consider(referral, panel_meets_on=day, members=members(cast), by=cast.manager))


def room(cast: Cast, *, without: str = "") -> list[Attendance]:
    """Who was in the room: health, the police and the local authority, but for the sector left out."""
    everybody = [
        Attendance(person=cast.panel_member, name=cast.panel_member.name, sector="health"),
        Attendance(person=cast.countersigner, name=cast.countersigner.name, sector="police"),
        Attendance(name="Orla Dunne, head of safeguarding", sector="local_authority"),
    ]
    return [each for each in everybody if each.sector != without]


def recommended(cast: Cast, decision: str = "serious_case_review", referral: Referral | None = None, **said: Any) -> Referral:
    referral = referral or under_consideration(cast)
    facts: dict[str, Any] = {
        "met_on": clock.today(),
        "present": room(cast),
        "criteria_met": decision == "serious_case_review",
        "decision": decision,
        "reasons": "Both limbs of the criteria were looked at.",
    }
    return again(workflow.recommend(referral, by=cast.manager, **facts | said))


def decided(cast: Cast, decision: str = "serious_case_review", answers: Mapping[str, Any] | None = None) -> Referral:
    """A referral decided as the panel recommended."""
    referral = recommended(cast, decision)
    said = answers if answers is not None else answers_for(cast, referral, decision)
    return again(workflow.decide(referral, decision=decision, reasons="I agree with the panel.", answers=said, by=cast.chair))


def answers_for(cast: Cast, referral: Referral, decision: str) -> dict[str, Any]:
    """Something for everything that a decision asks."""
    kinds = {"date": clock.today() + timedelta(days=60), "agency": cast.agencies["police"]}
    return {ask.code: kinds.get(ask.kind, f"{ask.code} said") for ask in referral.pack.decision(decision).asks}


def returned(cast: Cast) -> Referral:
    question = "Which hospital was it?"
    return again(workflow.ask_for_information(submitted(cast), question=question, by=cast.manager))


def withdrawn(cast: Cast) -> Referral:
    return again(workflow.withdraw(submitted(cast), reason="It was sent to the wrong board.", by=referrer_of(cast)))


IN_STATE = {
    "draft": filled,
    "submitted": submitted,
    "under_consideration": under_consideration,
    "recommended": recommended,
    "decided": decided,
    "returned": returned,
    "withdrawn": withdrawn,
}


# --- the Alder case -----------------------------------------------------------------------------------------------


def alder_draft(cast: Cast, source: Path = ALDER) -> Referral:
    """The referral of the Alder case as it was sent, page by page; the referrer is the cast's colleague from social care."""
    facts = json.loads(source.read_text())["referral"]
    by = cast.colleague
    referral = workflow.create_draft(cast.board, by=by)
    sender = facts["referred_by"]
    fill(referral, Contact(), by, name=sender["name"], post=sender["role"], email=sender["email"], telephone=sender["telephone"])
    fill(referral, Consultation(), by, **CONSULTED)
    fill(referral, Incident(), by, happened_on=day(facts["incident_date"]), what_happened=facts["narrative"])
    child = facts["child"]
    fill(referral, Child(), by, name=child["name"], date_of_birth=day(child["date_of_birth"]), has_died="no", gender="male")
    for sibling in facts["other_children"]:
        born = day(sibling["date_of_birth"])
        fill(
            referral,
            Relative(),
            by,
            name=sibling["name"],
            relation="Half-sibling",
            is_child="yes",
            date_of_birth=born,
            known_as=sibling["code"],
        )
    for adult in facts["adults"]:
        fill(referral, Relative(), by, name=adult["name"], relation=adult["relationship"], is_child="no", known_as=adult["code"])
    fill(referral, Safety(), by, **SAFETY)
    fill(referral, Proceedings(), by, under_way="yes", details="\n".join(facts["other_proceedings"]))
    fill(referral, AgenciesKnown(), by, many={"agencies": [directory(cast, name) for name in facts["agencies_known"]]})
    answer_criteria(referral, by)
    return again(referral)


def alder_decided(cast: Cast, source: Path = ALDER) -> Case:
    """The Alder case on the day of the chair's decision: a review begins."""
    facts = json.loads(source.read_text())["decision"]
    referral = workflow.submit(alder_draft(cast, source), by=cast.colleague)
    referral = workflow.consider(referral, panel_meets_on=day(facts["panel_date"]), members=members(cast), by=cast.manager)
    reasons = facts["recommendation_reasons"]
    workflow.recommend(
        referral,
        met_on=day(facts["panel_date"]),
        present=room(cast),
        criteria_met=True,
        decision="serious_case_review",
        reasons=reasons,
        by=cast.manager,
    )
    decision = workflow.decide(again(referral), decision="serious_case_review", reasons=reasons, by=cast.chair)
    return again(decision).case  # type: ignore[return-value]


def directory(cast: Cast, name: str) -> Agency:
    """An agency of the board's directory by its name, added from outside where it is missing."""
    agency, is_new = Agency.objects.get_or_create(name=name, defaults={"sector": "other"})
    if is_new:
        Listing.objects.create(board=cast.board, agency=agency, is_member=False)
    return agency


def day(written: str) -> date:
    return date.fromisoformat(written)
