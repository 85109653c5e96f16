"""What the tests of the chronology start from."""

from __future__ import annotations

from typing import Any

import pytest

from chronology.models import Chronology
from tests.makers.cast import Cast, make_cast
from tests.makers.chronology import a_chronology


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def chronology(cast: Cast) -> Chronology:
    return a_chronology(cast)


@pytest.fixture(autouse=True)
def a_password_is_enough(settings: Any) -> None:
    """The second factor has tests of its own."""
    settings.SECOND_FACTOR_REQUIRED = False
