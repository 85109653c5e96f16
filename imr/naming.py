"""Whether the author's own name stands in the agency's chronology, though they declared no part in the case."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q

from imr.models import IMR

PLACES = ("professional", "persons", "event", "action", "told")


def entries_naming_the_author(imr: IMR) -> Any:
    """The entries of the agency's chronology that name the author; somebody looks whether it is the same person."""
    chronology = imr.chronology
    if chronology is None or imr.author is None:
        return ()
    surname = imr.author.name.split()[-1]
    named = Q()
    for place in PLACES:
        named |= Q(**{f"{place}__iregex": rf"\m{re.escape(surname)}\M"})
    return chronology.entries.standing().filter(named).order_by("number")
