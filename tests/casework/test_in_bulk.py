"""Rows written in bulk are as those written one by one, and judged by the same constraints."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.forms.models import model_to_dict

from agencies.models import Listing
from casework.in_bulk import write_new
from casework.models import Case, Milestone
from tests.makers import reviews
from tests.makers.cast import Cast, make_cast

WORDS = "“Tab”:\t, backslash \\N \\, line\nbreak, none: "


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def case(cast: Cast) -> Case:
    return reviews.a_case(cast)


def test_they_stand_as_they_were_made(case: Case) -> None:
    made = [Milestone(case=case, stage=f"s{number}", reached_on=date(2026, 4, number), note=WORDS) for number in (1, 2, 3)]
    write_new(made)
    write_new([])
    kept = Milestone.objects.filter(case=case, stage__startswith="s").order_by("reached_on")
    assert [model_to_dict(each, exclude=["id"]) for each in kept] == [model_to_dict(each, exclude=["id"]) for each in made]
    assert len({each.pk for each in kept}) == 3


def test_what_a_constraint_refuses_leaves_nothing(cast: Cast) -> None:
    listing = Listing.objects.all()[0]
    fresh = [Listing(board=cast.board, agency=listing.agency), Listing(board=listing.board, agency=listing.agency)]
    before = Listing.objects.count()
    with pytest.raises(IntegrityError), transaction.atomic():
        write_new(fresh)
    assert Listing.objects.count() == before
