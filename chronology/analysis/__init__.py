"""The analyst: what no single agency's chronology shows. It proposes with reasons, people dispose. No database, no Django.

``docs/analyst.md`` has the rules in words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from chronology.analysis.proposals import KINDS, Proposal
from chronology.analysis.records import AgencyFacts, Record
from chronology.analysis.thresholds import Thresholds

__all__ = ["KINDS", "AgencyFacts", "Proposal", "Record", "Thresholds", "analyse"]

Period = tuple[date | None, date | None]
Progress = Callable[[int, int], None]


def analyse(
    records: Sequence[Record],
    *,
    agencies: Mapping[str, AgencyFacts],
    period: Period = (None, None),
    thresholds: Thresholds = Thresholds(),  # noqa: B008 - it cannot be changed
    progress: Progress | None = None,
) -> list[Proposal]:
    """Everything the analyst noticed in these records, in a fixed order: by kind, then by day."""
    return []
