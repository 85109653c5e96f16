"""A case that was made long in bulk is as sound as any other, and every filter of its chronology is measured."""

from __future__ import annotations

import pytest

from bench.long_case import case_of, lengthen
from bench.places import FILTERS
from casework import access, verification
from casework.models import Involvement
from casework.transitions import advance
from chronology.forms import EntryFilter
from chronology.models import Chronology, Entry
from tests.makers import reviews
from tests.makers.cast import make_cast
from tests.makers.chronology import a_shared_chronology

pytestmark = pytest.mark.django_db


def test_a_case_becomes_long_and_stays_sound() -> None:
    cast = make_cast()
    review = reviews.gathering(cast)
    a_shared_chronology(cast, case=review.case, entries=2)
    a_shared_chronology(cast, case=reviews.a_case(cast), entries=3)
    advance(reviews.again(review), "begin_analysis", by=cast.manager, reason="Two reports are late.")
    assert lengthen(cast.board.prefix, agencies=5, entries=21)
    assert case_of(cast.board.prefix).pk == review.case_id
    standing = Chronology.objects.filter(case=review.case_id)
    assert set(standing.values_list("state", flat=True)) == {"shared"}
    assert [each.entry_count for each in standing] == [each.entries.count() for each in standing]
    assert (standing.count(), Entry.objects.filter(case=review.case_id).count()) == (5, 21)
    shown = Involvement.objects.filter(case=review.case_id, entries__isnull=False)
    assert sum(shown.values_list("entries", flat=True)) == 21
    assert (list(access.check()), list(verification.problems())) == ([], [])
    assert not lengthen(cast.board.prefix, agencies=5, entries=21)


def test_every_filter_is_measured() -> None:
    assert set(FILTERS) == set(EntryFilter.base_fields)
