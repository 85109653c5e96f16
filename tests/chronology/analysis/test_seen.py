"""Whether the child was seen: by whom it was not, at which contact, and by somebody who was waited for."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from .test_differing import Told, aspects

SEEN: dict[str, Any] = {"child_seen": "yes"}
UNSEEN: dict[str, Any] = {"child_seen": "no"}


def at(hour: int, minute: int = 0) -> dict[str, Any]:
    return {"time": dt.time(hour, minute)}


OTHERWISE: list[tuple[Told, Told]] = [
    (("h", "Girl left the ward with her nan at 13.40 before the health visitor arrived.", at(14) | SEEN), ("v", "Seen on the ward, girl seen on her own for half an hour.", at(13) | SEEN)),
    (("h", "Went home without being seen by the doctor.", at(14) | UNSEEN), ("s", "Taken to hospital by nan, examined by Dr Moro who found nothing.", at(17))),
    (("h", "Boy seen by Dr Moro, two bruises mapped.", at(14) | SEEN), ("e", "Nan says they went home after four hours without him being seen by a doctor.", at(16))),
    (("h", "Boy self-discharged before police interview.", at(14) | SEEN), ("p", "Boy spoken to on the ward by officers.", at(13) | SEEN)),
    (("e", "The social worker never met him, he was on a trip.", at(14)), ("s", "Met with him at school. Boy seen.", at(14) | SEEN)),
    (("t", "Police came to see the boy, he stayed in the bathroom till they had gone.", at(16) | SEEN), ("p", "Boy seen and spoken to in the flat.", at(16) | SEEN)),
    (("s", "Police form: domestic call. Mother said that the boys were in bed and officers took her word.", UNSEEN), ("p", "Domestic call. Both boys seen in bed.", SEEN)),
    (("s", "Visit with the health visitor. Baby asleep upstairs, we agreed not to wake her.", at(10)), ("v", "Joint visit with social worker. Baby fed well, alert.", at(10) | SEEN)),
    (("s", "Health visitor rang after her visit: she had not been able to see the baby.", at(15)), ("v", "Home visit. Baby seen, babbling.", at(11) | SEEN)),
    (("n", "She said that the police never even looked at the children.", at(15)), ("p", "Domestic call. Children awake, spoken to.", at(2) | SEEN)),
    (("e", "Social worker came to see him but he was out on a trip.", at(11) | SEEN), ("s", "Visited the school. Boy seen, he likes swimming.", at(11) | SEEN)),
    (("h", "Police gave telephone advice only.", at(21) | SEEN), ("p", "Boy spoken to on the ward by officers.", at(21) | SEEN)),
    (("e", "Health visitor came for the girl but she was off, so a wasted trip.", at(11) | UNSEEN), ("v", "Girl seen alone at school for an hour, chatty.", at(11) | SEEN)),
    (("t", "Police here for the boy, who refused to open his door.", at(16) | SEEN), ("p", "Boy seen and spoken to in the flat.", at(16) | SEEN)),
    (("n", "The social worker went away without meeting him.", at(16) | SEEN), ("s", "Boy seen, we walked round the block.", at(16) | SEEN)),
]  # fmt: skip

OF_ANOTHER_LOOK: list[tuple[Told, Told]] = [
    (("p", "Woman found on the bridge, detained, conveyed with ambulance. Children found at home by officers, safe.", at(3, 50) | SEEN), ("a", "Adult female, acute mania. Police section 136. Conveyed with officer.", at(4, 5) | UNSEEN)),
    (("h", "Bruise mapped, boy seen.", at(14) | SEEN), ("s", "Hospital rang: bruise mapped. I have not seen him yet.", at(15) | UNSEEN)),
    (("v", "No access, nobody in. Baby not seen.", at(10) | UNSEEN), ("s", "Visit. Baby seen in the lounge.", at(15) | SEEN)),
    (("e", "Mum rang, can he stay till Monday, there was a row at home.", SEEN), ("n", "Police referral for the weekend. She says that the child was away.", {})),
    (("h", "Rash, seen, viral.", at(9) | SEEN), ("s", "Mother says that the doctor has seen her about the rash. Not seen by me.", at(12) | UNSEEN)),
    (("p", "Domestic call. Children in beds, both seen.", at(21) | SEEN), ("e", "Call from police. Children were at home and did not see it.", at(8) | UNSEEN)),
    (("t", "Police asked for, as the boy would not come down from the tree. Calm by ten.", at(19) | SEEN), ("p", "Boy up a tree, came down, spoken to.", at(20) | SEEN)),
    (("h", "Left before the doctor came. Not seen by the doctor.", at(9)), ("s", "Hospital rang: she left before the doctor came.", at(12))),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), OTHERWISE, ids=lambda each: each[1][:40])
def test_the_child_was_seen_by_the_one_and_not_by_the_other(one: Told, other: Told) -> None:
    assert "child_seen" in aspects(one, other)
    assert "child_seen" in aspects(other, one)


@pytest.mark.parametrize(("one", "other"), OF_ANOTHER_LOOK, ids=lambda each: each[1][:40])
def test_who_did_not_look_does_not_deny_what_another_saw(one: Told, other: Told) -> None:
    assert "child_seen" not in aspects(one, other)
