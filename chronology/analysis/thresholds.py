"""The numbers on which the analyst's proposals depend. Each may be set for a case; all are shown beside what they gave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Days, minutes and scores (0 to 1).

    More ``receipt_days``, ``present_days`` and ``chance_gaps`` propose more; more of any other proposes less.
    """

    receipt_days: int = 12
    """Days within which another agency's record of an event may follow it, when that agency learned of it by a notice."""
    present_days: int = 2
    """Days by which two agencies' dates of an event at which both were present may differ."""
    same_event_score: float = 0.5
    """From which score on two entries are proposed as one event."""
    time_minutes: int = 60
    """Minutes by which two exact times of one event must differ to be a contradiction."""
    hand_off_days: int = 10
    """Days within which an agency that was told is expected to have an entry about it."""
    chance_gaps: float = 5.0
    """How many gaps may be proposed in a case by mere chance; the fewer, the longer a gap must be to stand out."""
    nobody_days: int = 14
    """Days without an entry of any agency from which on they may be a gap."""
    agency_days: int = 21
    """Days without an entry of one agency, while it held the case, from which on they may be a gap."""
    child_seen_days: int = 60
    """Days in which nobody saw the child, from which on they are a gap."""
    outcome_days: int = 28
    """Days within which the answer to a referral that was still awaited is expected in somebody's entry."""
    silent_days: int = 180
    """Days at the end of the period from which on an agency that had held the case is called silent."""
