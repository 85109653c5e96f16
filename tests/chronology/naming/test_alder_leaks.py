"""The leak check on the Alder pack: nothing that must not survive is missed, and false alarms are counted and printed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from chronology.naming.files import pieces_of
from chronology.naming.judging import POSSIBLE
from chronology.naming.leaks import Checker, Piece, nouns_of
from chronology.naming.people import read_key
from chronology.naming.process import check_file
from tests.chronology.reading.truth import ALDER, TRUTH

TOLD: dict[str, Any] = TRUTH["anonymisation"]
FILES = sorted([*ALDER.glob("chronologies/*"), *ALDER.glob("imrs/*"), ALDER / "actions.xlsx"])
KINDS = {"csv": "csv", "docx": "docx", "xlsx": "xlsx", "ods": "ods", "odt": "odt"}
HARMLESS = {"address", "date_of_birth", "initials", "surname", "misspelling", "phone"}


@cache
def checker() -> Checker:
    return Checker(read_key((ALDER / "truth.json").read_bytes()))


def wanted(words: str) -> re.Pattern[str]:
    written = re.escape(words).replace("'", "['’]").replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){written}(?!\w)", re.IGNORECASE)


NAMES = [wanted(words) for words in TOLD["must_not_survive"]]
WANTED = [(words, wanted(words)) for words in [*TOLD["must_not_survive"], *TOLD["other_identifiers"]]]


def spans(piece: Piece, nouns: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    for found in checker().recogniser.find(piece.text, nouns):
        yield found.start, found.end, found.kind, found.sure
    for mark in checker().identifiers.find(piece.text):
        yield mark.start, mark.end, mark.kind, mark.sure


def test_every_name_is_found_wherever_it_stands_and_false_alarms_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    stands, missed, shown, alarms = 0, [], [], Counter[tuple[str, str, str]]()
    for file in FILES:
        pieces = [each for each in pieces_of(file.read_bytes(), KINDS[file.suffix[1:]], file.name) if each.day is None]
        nouns = nouns_of(pieces)
        for piece in pieces:
            found = list(spans(piece, nouns))
            truth = [(each.start(), each.end()) for _, pattern in WANTED for each in pattern.finditer(piece.text)]
            stands += len(truth)
            missed += [
                piece.text[start:end]
                for start, end in truth
                if not any(first < end and start < last for first, last, _, _ in found)
            ]
            named = [(start, end) for pattern in NAMES for start, end in map(re.Match.span, pattern.finditer(piece.text))]
            shown += [
                piece.text[start:end]
                for start, end in named
                if not any(first < end and start < last and sure != POSSIBLE for first, last, _, sure in found)
            ]
            alarms.update(
                (piece.text[first:last], kind, sure)
                for first, last, kind, sure in found
                if not any(first < end and start < last for start, end in truth)
            )
    with capsys.disabled():
        sys.stdout.write(
            f"\nleak check on Alder: {stands} places, {len(missed)} missed, {sum(alarms.values())} hits beside them\n"
        )
        sys.stdout.writelines(f"  {count:3} × {text} ({kind}, {sure})\n" for (text, kind, sure), count in alarms.most_common())
    assert stands > 4000
    assert missed == []
    assert shown == []  # on the coded view
    assert {kind for _, kind, _ in alarms} <= HARMLESS


def test_places_and_the_panel_s_own_people_are_left_alone() -> None:
    names = [*TOLD["must_survive"], *TOLD["panel_and_authors"]["names"]]
    assert {name: checker().recogniser.find(name) for name in names} == {name: [] for name in names}


def test_a_file_is_looked_through_in_a_process_of_its_own() -> None:
    hits = check_file(ALDER / "actions.xlsx", "Kayleigh_Alder_actions.xlsx", checker().recogniser.key)
    assert [(hit.text, hit.code, hit.where, hit.sure) for hit in hits] == [("Kayleigh Alder", "Mother", "file name", "sure")]
