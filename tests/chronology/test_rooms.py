"""The row of links above the chronology: a door only for whoever may open it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

from chronology.rooms import ROOMS, rooms_of


def test_a_room_is_offered_to_whoever_may_see_one_of_its_kinds() -> None:
    case = SimpleNamespace(pk=uuid4())
    nothing: Any = SimpleNamespace(case=case, opened={})
    everything: Any = SimpleNamespace(case=case, opened={kind: [uuid4()] for each in ROOMS for kind in each.kinds})
    assert rooms_of(nothing) == []
    assert [label for label, _ in rooms_of(everything)] == [each.label for each in ROOMS]
