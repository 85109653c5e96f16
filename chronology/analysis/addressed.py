"""How records learn to tell who is meant by "Mr Baker" where several bear the name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from chronology.analysis.people import TITLES, Mention, People, Piece
from chronology.analysis.vocabulary.forms import OF_MEN, OF_WOMEN


def learn_forms(
    people: People, cut: Sequence[Sequence[Piece]], capitals: Sequence[Sequence[int]], mentions: list[list[Mention]]
) -> None:
    """Learn how each of those who share a surname is addressed, and name those anew who are addressed by the surname alone."""
    shared = {last for last, persons in people.by_surname.items() if len(persons) > 1}
    spelt = {word for word, usual in people.surnames.items() if usual in shared}
    if not spelt:
        return
    people.forms = _forms(people, shared, cut, mentions)
    for place, (words, at) in enumerate(zip(cut, capitals, strict=True)):
        if any(words[each - 1].low in TITLES for each in at if each and words[each].low in spelt):
            mentions[place] = list(people.mentions(words, at))


def _forms(
    people: People, shared: set[str], cut: Sequence[Sequence[Piece]], mentions: Sequence[Sequence[Mention]]
) -> dict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words, named in zip(cut, mentions, strict=True):
        for person, first, last in named:
            if person.rpartition(" ")[2] not in shared:
                continue
            form = words[first].low
            if form in TITLES:
                if last - first > SURNAME_ALONE or words[last - 1].low in people.given:
                    found[person][form] += 1
            elif first and not words[first].starts and (before := words[first - 1].low) in OF_MEN | OF_WOMEN:
                found[person][before] += 1
    return dict(found)


SURNAME_ALONE = 2  # words
