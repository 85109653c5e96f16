"""The kinds of review side by side, for practitioners who want to know which is which (S1-06)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from frameworks.facts import Fact
from frameworks.packs import Pack
from frameworks.vocabulary import SECTORS


class Row(NamedTuple):
    """A question, and what each pack answers."""

    question: str
    answers: tuple[tuple[str, ...], ...]


QUESTIONS: dict[str, Callable[[Pack], Iterable[str]]] = {
    "When must it be held?": lambda pack: _criteria(pack, "must") or ["The board may choose"],
    "When is it considered?": lambda pack: _criteria(pack, "consider") or ["Only when it must be held"],
    "What does it stand on?": lambda pack: (basis.text for basis in pack.legal_basis),
    "Who decides?": lambda pack: [pack.terms.decider.title],
    "Who runs it?": lambda pack: [pack.terms.panel.title],
    "Who must be in the room?": lambda pack: (SECTORS[sector] for sector in pack.panel.core_sectors),
    "What do agencies write?": lambda pack: [pack.terms.agency_report.title],
    "How long may it take?": lambda pack: (_with_doubt(timescale) for timescale in pack.timescales),
    "Who outside is told?": lambda pack: dict.fromkeys(each.to for each in pack.notifications) or ["Nobody"],
    "Who gets the papers?": lambda pack: (copy.to for copy in pack.copies) if pack.copies else ["Nobody outside the board"],
    "What is made public?": lambda pack: [pack.publication.text],
}


def compare(packs: Iterable[Pack]) -> tuple[Row, ...]:
    """Each question with the answers of these packs, in their order."""
    packs = tuple(packs)
    return tuple(Row(question, tuple(tuple(answer(pack)) for pack in packs)) for question, answer in QUESTIONS.items())


def _criteria(pack: Pack, weight: str) -> list[str]:
    return [criterion.text for criterion in pack.criteria if criterion.weight == weight]


def _with_doubt(fact: Fact) -> str:
    return fact.words if fact.confirmed else f"{fact.words} (not confirmed)"
