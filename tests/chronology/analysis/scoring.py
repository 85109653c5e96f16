"""How well the analyst does against a case's own truth: pairs of one event, contradictions, gaps, and pairs that are none."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from chronology.analysis import AgencyFacts, Proposal, Record
from chronology.analysis.analysing import analyse
from chronology.analysis.outside import agency_of, key_of, records_of
from chronology.reading.files import read
from tests.chronology.analysis.cases.weaving import Script, weave
from tests.chronology.reading.truth import ALDER, FILES, PERIOD, TRUTH

MOSTLY = 0.6  # of the days of a planned gap and a proposed one together, how many they must share


@dataclass(frozen=True, eq=False)
class Case:
    """Records as the command would make them, and what is true of them."""

    records: Sequence[Record]
    agencies: Mapping[str, AgencyFacts]
    period: tuple[dt.date, dt.date]
    same: frozenset[tuple[str, str]]
    decoys: frozenset[tuple[str, str]]
    contradictions: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    gaps: Sequence[tuple[str | None, dt.date, dt.date]]

    def proposals(self) -> list[Proposal]:
        return analyse(self.records, agencies=self.agencies, period=self.period)


@dataclass
class Score:
    """Shares of what was proposed that is right, and of what is right that was proposed."""

    same_precision: float
    same_recall: float
    contradiction_precision: float
    contradiction_recall: float
    gaps_found: float
    gaps_proposed: int
    decoys_joined: int
    missed: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"same events: precision {self.same_precision:.3f}, recall {self.same_recall:.3f}; "
            f"contradictions: precision {self.contradiction_precision:.3f}, recall {self.contradiction_recall:.3f}; "
            f"gaps: {self.gaps_found:.0%} of the planned ones, {self.gaps_proposed} proposed; decoys joined: {self.decoys_joined}"
        )


@cache
def alder() -> Case:
    """The case of the pack, read as the command reads it."""
    files = {entry["agency"]: entry["file"] for entry in TRUTH["files"]}
    records, keys = [], {}
    for file in FILES:
        report = read(ALDER / file, Path(file).name, period=PERIOD)
        records += records_of(file, report)
        keys |= {(file, *row.at.as_json().values()): key_of(file, row) for row in report.rows}
    gaps = [(files.get(gap["scope"]), gap["no_entry_from"], gap["no_entry_to"]) for gap in TRUTH["gaps"]]
    return _case(records, PERIOD, TRUTH, lambda row: keys[row["file"], *row["at"].values()], gaps)


@cache
def woven(script: Script) -> Case:
    """A case made from a script, written to files and read again."""
    made = weave(script)
    first, last = (dt.date.fromisoformat(day) for day in script.period)
    records, keys = [], {}
    with tempfile.TemporaryDirectory() as folder:
        for (name, agency), path in zip(script.agencies.items(), made.write(Path(folder)), strict=True):
            report = read(path, path.name, period=(first, last))
            records += records_of(agency.file, report)
            keys |= {id(row): key_of(agency.file, found) for row, found in zip(made.rows[name], report.rows, strict=True)}
    gaps = [(gap["file"], gap["no_entry_from"], gap["no_entry_to"]) for gap in made.truth["gaps"]]
    return _case(records, (first, last), made.truth, lambda row: keys[id(row["row"])], gaps)


def _case(
    records: Sequence[Record],
    period: tuple[dt.date, dt.date],
    truth: Mapping[str, Any],
    key: Callable[[Mapping[str, Any]], str],
    gaps: Iterable[tuple[str | None, str, str]],
) -> Case:
    return Case(
        records,
        {record.agency: agency_of(record.agency) for record in records},
        period,
        frozenset(pair for group in truth["match_groups"] for pair in _pairs(map(key, group["rows"]))),
        frozenset(pair for decoy in truth["decoys"] for pair in _pairs(map(key, decoy["rows"]))),
        {
            each["id"]: (
                frozenset(key(row) for row in each["rows"]),
                frozenset(key(row) for row in each["rows"] if row["changed_side"]),
            )
            for each in truth["contradictions"]
        },
        [(file, dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for file, first, last in gaps],
    )


@cache
def _proposed(case: Case) -> list[Proposal]:
    return case.proposals()


def measure(case: Case, proposals: Sequence[Proposal] | None = None) -> Score:
    proposals = _proposed(case) if proposals is None else proposals
    joined = {
        pair for each in proposals if each.kind == "same_event" and each.aspect != "entered_twice" for pair in _pairs(each.rows)
    }
    right = joined & case.same
    differing = [frozenset(each.rows) for each in proposals if each.kind == "contradiction"]
    hits = [{name for name, (rows, changed) in case.contradictions.items() if _names(each, rows, changed)} for each in differing]
    found = set().union(*hits)
    gaps = [each for each in proposals if each.kind == "gap" and each.aspect in {"nobody", "one_agency"}]
    planned = [gap for gap in case.gaps if any(_overlaps(each, gap) for each in gaps)]
    missed = [" = ".join(pair) for pair in sorted(case.same - joined)]
    missed += [*sorted(case.contradictions.keys() - found), *(str(gap) for gap in case.gaps if gap not in planned)]
    return Score(
        len(right) / max(len(joined), 1),
        len(right) / len(case.same),
        sum(map(bool, hits)) / max(len(hits), 1),
        len(found) / len(case.contradictions),
        len(planned) / len(case.gaps),
        len(gaps),
        len(joined & case.decoys),
        missed,
    )


def _pairs(keys: Iterable[str]) -> Iterable[tuple[str, str]]:
    return combinations(sorted(keys), 2)


def _names(proposed: frozenset[str], rows: frozenset[str], changed: frozenset[str]) -> bool:
    """Whether a proposed contradiction names two of the rows that disagree, the changed side among them."""
    return len(proposed & rows) >= 2 and bool(proposed & changed)


def _overlaps(proposal: Proposal, gap: tuple[str | None, dt.date, dt.date]) -> bool:
    agency, first, last = gap
    if proposal.agency != agency or proposal.start is None or proposal.end is None:
        return False
    shared = (min(last, proposal.end) - max(first, proposal.start)).days + 1
    both = (max(last, proposal.end) - min(first, proposal.start)).days + 1
    return shared / both >= MOSTLY
