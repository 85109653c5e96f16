"""One look of the analyst at the records of a case, from the first to the last step."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from chronology.analysis.contradictions import contradictions
from chronology.analysis.extracting import read_case
from chronology.analysis.gaps import gaps, silent
from chronology.analysis.hand_offs import hand_offs
from chronology.analysis.order import unusual_order
from chronology.analysis.proposals import KINDS, Proposal
from chronology.analysis.records import AgencyFacts, Record
from chronology.analysis.remembering import forget
from chronology.analysis.same_event import groups, same_events
from chronology.analysis.thresholds import Thresholds

Period = tuple[dt.date | None, dt.date | None]
Progress = Callable[[int, int], None]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for objects that hold each other meanwhile: a long case is made of a million, and none of them does.

    What was remembered of its words is forgotten behind it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        forget()
        if was_on:
            gc.enable()


@_undisturbed()
def analyse(
    records: Sequence[Record],
    *,
    agencies: Mapping[str, AgencyFacts],
    period: Period = (None, None),
    thresholds: Thresholds = Thresholds(),  # noqa: B008 - it cannot be changed
    progress: Progress | None = None,
) -> list[Proposal]:
    """Everything the analyst noticed in these records, in a fixed order: by kind, then by day.

    The same records give the same proposals, in whatever order they come. ``progress`` is told how many of twice as many
    steps as there are records are done.
    """
    ordered = sorted(records, key=lambda record: (record.start, record.end, record.agency, record.key))
    tell = _teller(progress, 2 * len(ordered))
    case = read_case(ordered, agencies, tell)
    found_groups = groups(case, thresholds, lambda done: tell(len(ordered) + done))
    proposals = [
        *same_events(case, found_groups),
        *contradictions(case, found_groups, thresholds),
        *hand_offs(case, found_groups, thresholds),
        *gaps(case, thresholds),
        *silent(case, period, thresholds),
        *unusual_order(case, found_groups, thresholds),
    ]
    if progress:
        progress(2 * len(ordered), 2 * len(ordered))
    return sorted(proposals, key=_place)


def _place(proposal: Proposal) -> tuple[int, dt.date, str, tuple[str, ...], str]:
    start = proposal.start or dt.date.min
    return KINDS.index(proposal.kind), start, proposal.agency or "", proposal.rows, proposal.aspect


def _teller(progress: Progress | None, total: int) -> Callable[[int], None]:
    """Tells every two hundredth step, so that telling costs nothing."""

    def tell(done: int) -> None:
        if progress and done % 200 == 0:
            progress(done, total)

    return tell
