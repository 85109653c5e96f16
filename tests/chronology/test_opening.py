"""An upgrade gives cases of an earlier version what they lack: the key, the panel's rooms, and their permissions."""

from __future__ import annotations

import pytest

from casework import access
from casework.upgrading import bring_up_to_date
from chronology.models import Analysis, IntegratedChronology, PersonKey
from tests.chronology.visiting import at
from tests.makers.cast import make_cast
from tests.makers.chronology import a_case, a_chronology, a_shared_chronology
from tests.visiting import as_

pytestmark = pytest.mark.django_db


def test_older_cases_get_their_key_and_their_rooms_at_once() -> None:
    cast = make_cast()
    shared, alone = a_case(cast), a_case(cast)
    a_shared_chronology(cast, case=shared)
    a_chronology(cast, "health", shared)
    a_chronology(cast, case=alone)
    for model in (Analysis, IntegratedChronology, PersonKey):  # as they stood before there was such a thing
        model.objects.all().delete()
    assert as_(cast.panel_member).get(at("case_key", shared)).status_code == 404
    assert bring_up_to_date() == (4, 0)
    assert bring_up_to_date() == (0, 0)
    for room in ("case_key", "case_proposals", "case_notes"):
        assert as_(cast.panel_member).get(at(room, shared)).status_code == 200
    assert [each.integrated.case for each in Analysis.objects.filter(stage="waiting")] == [shared]
    assert list(access.check()) == []
