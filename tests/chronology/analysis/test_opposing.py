"""Kinds of opposition, whatever the words are of: figures behind names, who is to do it, where to, who called, who was told."""

from __future__ import annotations

import datetime as dt

import pytest

from chronology.analysis.days import days_meant
from tests.chronology.analysis.test_differing import Told, aspects

FRIDAY = dt.date(2018, 5, 4)

DISAGREE: list[tuple[str, Told, Told]] = [
    ("number", ("h", "Peak flow 140 in the waiting room."), ("v", "Hospital letter, peak flow 310 on arrival.")),
    ("number", ("h", "Blood pressure 148/96 at the day unit."), ("v", "Hospital letter: BP 118/70.")),
    ("number", ("h", "Twins 2.44 kg and 1.87 kg."), ("v", "Birth notification, 2.44 kg and 1.57 kg.")),
    ("number", ("n", "Says that he has the odd night out."), ("s", "Probation report that he goes out drinking every night.")),
    ("number", ("n", "Admits to half a bottle of sherry."), ("v", "Probation letter: three bottles of sherry.")),
    ("number", ("t", "Four adults sleeping in the flat."), ("s", "Housing found nine adults living there in the flat.")),
    ("outcome", ("s", "Review. School nurse to refit the splint."), ("e", "Review: physiotherapy will see to the splint.")),
    ("outcome", ("h", "Drunk, smelt of cider. Denies cannabis."), ("p", "He told us it was cannabis, no drink.")),
    ("outcome", ("s", "Placed with foster carers at short notice."), ("e", "Told that she is placed in a children's home.")),
    ("outcome", ("t", "Tenant moved to her cousin's in Whitby."), ("n", "Has moved to a hostel in Goole.")),
    ("outcome", ("p", "Let go under investigation."), ("s", "Police have put him on bail.")),
    ("outcome", ("s", "No child protection medical is needed."), ("p", "Child protection medical to take place tonight.")),
    ("outcome", ("v", "Slept through, settled night."), ("s", "Up all night by the carer's account, would not settle.")),
    ("outcome", ("t", "The back door was ajar."), ("p", "All secure, back door locked.")),
    ("outcome", ("s", "Curfew lifted at the review."), ("n", "Review: curfew stays in place.")),
    ("brought_by", ("t", "She came here in a taxi."), ("s", "Drove her there in my own car.")),
    ("account", ("p", "Call from a neighbour hearing screams."), ("s", "Police went out after mother rang 999.")),
    ("received", ("e", "Mother was rung about the exclusion."), ("s", "Mother says that nobody told her of the exclusion.")),
    ("outcome", ("v", "Trampoline unsecured in the garden."), ("t", "The trampoline was secured.")),
    ("outcome", ("s", "Registered as living at 8 Mill Lane."), ("e", "Moved to 31 Castle Street.")),
    ("date", ("s", "Due in court on 9 June."), ("n", "The hearing is listed for 19 June.")),
    ("number", ("h", "Wound closed, no stitches."), ("e", "Came back with seven stitches.")),
    ("date", ("h", "Admitted on 28 April."), ("v", "Letter: admitted 1 May.")),
    ("held", ("n", "Supervision session done, hours agreed."), ("e", "Probation session was cancelled by them.")),
    ("child_seen outcome", ("s", "Both boys seen and spoken to."), ("v", "With social worker: boys would not come down.")),
    ("outcome", ("n", "General advice only, no referral was taken."), ("s", "Rang probation and referred him.")),
    ("outcome", ("h", "Refused to sign the form."), ("s", "Ward: form signed.")),
    ("outcome", ("h", "Baby only on plan."), ("s", "Baby and brother both to have plans.")),
    ("account", ("p", "Interview. She said nothing of her uncle."), ("s", "In interview she described what her uncle did.")),
    ("time", ("t", "Police brought her to the door at ten past two in the morning."), ("p", "Handed to carers at 2325hrs.")),
    ("outcome", ("p", "Officers drove the boys to their aunt."), ("s", "Police took the boys to grandmother.")),
    ("condition", ("n", "No unsupervised contact."), ("s", "He can be alone with them.")),
    ("site", ("t", "Cuts along the left forearm."), ("h", "Cuts, all to right thigh. Arms looked at, no marks.")),
]  # fmt: skip

AGREE: list[tuple[Told, Told]] = [
    (("h", "Temp 38.9, given paracetamol 5 ml twice daily."), ("v", "Hospital letter: temperature 39, paracetamol.")),
    (("s", "Visit Monday at 10. Room 4 smelt of damp."), ("t", "Damp in the bedroom of flat 12.")),
    (("h", "Seen with a friend after a pint of cider."), ("e", "She had been drinking at a party.")),
    (("s", "Social worker to write to father by Friday."), ("v", "Health visitor to ring the nursery about the jab.")),
    (("p", "Suspended custodial sentence, nine months."), ("n", "Suspended sentence of nine months.")),
    (("p", "Caller was next door. Mother seen."), ("s", "Police: call from the neighbour, mother spoken to.")),
    (("h", "Broken thigh, no clear account."), ("s", "Hospital: account from mother is a fall.")),
    (("t", "Not back since Friday."), ("p", "Missing on Friday night.")),
    (("p", "Charge dropped. Told the carer."), ("t", "Officer rang, no charge. I have not told her.")),
    (("s", "Contact stopped."), ("p", "Bailed, no unsupervised contact.")),
    (("s", "Core group. No smoking in the house, candle wax on the carpet."), ("e", "Core group in the hall.")),
]


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=lambda each: each if isinstance(each, str) else each[1][:30])
def test_other_things_of_one_kind_exclude_each_other(aspect: str, one: Told, other: Told) -> None:
    assert aspects(one, other) & {*aspect.split()}
    assert aspects(one, other) == aspects(other, one)


@pytest.mark.parametrize(("one", "other"), AGREE, ids=lambda each: each[1][:30])
def test_what_is_told_of_one_thing_in_two_ways(one: Told, other: Told) -> None:
    assert aspects(one, other) == set()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("he ran off on tuesday", {dt.date(2018, 5, 1)}),
        ("nobody in, will call tuesday", set()),
        ("visit tuesday", set()),
        ("in the same shirt as yesterday", set()),
        ("bitten yesterday", {dt.date(2018, 5, 3)}),
    ],
)
def test_days_that_are_meant_lie_behind(words: str, meant: set[dt.date]) -> None:
    assert days_meant(words, FRIDAY) == meant
