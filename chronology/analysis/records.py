"""What the analyst reads: entries as plain facts and words, and what is known of the agencies that wrote them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

YES, NO, NOT_APPLICABLE, NOT_RECORDED = "yes", "no", "not_applicable", "not_recorded"


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of one agency's chronology.

    ``key`` is its identity: the entry's id inside a case, "file#place" outside. ``agency`` is the identity of the
    agency that wrote it. ``start`` and ``end`` are the first and last day it may have happened on, ``precision`` and
    ``time_precision`` are the entry's own ("day", "month" …; "exact", "approx" …). ``child_seen`` and ``child_alone``
    are "yes", "no", "not_applicable" or "not_recorded". The words are as the agency wrote them.
    """

    key: str
    agency: str
    start: dt.date
    end: dt.date
    precision: str = "day"
    time: dt.time | None = None
    end_time: dt.time | None = None
    time_precision: str = ""
    known_on: dt.date | None = None
    child_seen: str = NOT_RECORDED
    child_alone: str = NOT_RECORDED
    source: str = ""
    professional: str = ""
    persons: str = ""
    contact_type: str = ""
    event: str = ""
    child_views: str = ""
    action: str = ""
    outcome: str = ""
    told: str = ""
    standard: str = ""
    comment: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """An agency as other agencies' words may name it. ``sector`` is one of the house's sectors, or empty."""

    name: str
    sector: str = ""
