"""What the one denies and the other says, in the same word, of the same thing, person and moment: "refused to sign" and "signed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chronology.analysis.differences.between import Between, Difference, words_in
from chronology.analysis.differences.clauses import clauses_of
from chronology.analysis.differences.denials import Stands, said_in, stems_of
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, may_be_one, person_of
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import minutes_apart
from chronology.analysis.vocabulary.denying import (
    ANYWHERE,
    AT_THE_END,
    DENYING,
    LIGHT,
    NOT_TO,
    OTHER_TIME,
    REFUSALS,
    STOPS,
    WITHIN_A_PLACE,
)
from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.words import stem

# What "no weapon" also denies.
KINDS = {
    stem(kind): frozenset(stem(word) for word in words.split())
    for kind, words in {
        "weapon": "knife knives machete blade bat hammer gun firearm axe sword",
        "drugs": "cannabis cocaine heroin crack ketamine amphetamine spice wraps",
        "pets": "dog cat puppy kitten rabbit snake parrot",
    }.items()
}
RARE = 3.0
ALIKE = 3  # first letters that a doing and its denial have in common
OF_NAMES = frozenset({"no", "without", "nil", "nor", "neither"})  # what denies a thing, not a doing


def by_negation(between: Between) -> Difference | None:
    """The same word, denied by the one and said by the other, of one day."""
    first, second = between.first, between.second
    if first.start != second.start and not (first.news or second.news):
        return None
    for denying, saying in between.either_way():
        if DENYING.isdisjoint(words_in(denying.words)) and " un" not in denying.words:
            continue
        for denied, said in _against(between, denying, saying):
            words = f"{between.name(denying)} has “{denied.quoted}”, {between.name(saying)} has “{said.quoted}”."
            return between.told("outcome", words, 0.6)
    return None


def _against(between: Between, denying: Facts, saying: Facts) -> Iterator[tuple[Stands, Stands]]:
    """What the one denies, and how the other says it."""
    mine, theirs = said_in(between.case, denying), said_in(between.case, saying)
    for word in sorted(mine.denied.keys() & KINDS.keys() - mine.said.keys()):
        if (meant := KINDS[word] & theirs.said.keys()) and meant.isdisjoint(mine.said):
            yield mine.denied[word], theirs.said[min(meant)]
    for word in sorted((mine.denied.keys() & theirs.said.keys()) - mine.said.keys() - theirs.denied.keys() - theirs.open):
        # what was offered and turned down both have refused
        refused_by_both = not REFUSALS.isdisjoint(mine.denied[word].quoted.split()) and REFUSED_TOO.search(saying.words)
        if (
            not refused_by_both
            and not _said_too(between.case, denying, word)
            and _of_one_matter(between, mine.denied[word], theirs.said[word])
        ):
            yield mine.denied[word], theirs.said[word]
    if denying.meetings & saying.meetings:
        open_to = mine.said.keys() | mine.planned.keys() | theirs.denied.keys() | theirs.open
        for word in sorted((mine.denied.keys() & theirs.planned.keys()) - open_to):
            of_name = mine.denied[word].quoted.split()[0] in OF_NAMES  # what somebody cannot do may be planned for another
            if of_name and _of_one_matter(between, mine.denied[word], theirs.planned[word]):
                yield mine.denied[word], theirs.planned[word]
    if denying.meetings & saying.meetings or denying.start == saying.start:
        for word in sorted((mine.decided & theirs.planned.keys()) - mine.planned.keys() - theirs.denied.keys() - theirs.open):
            yield mine.denied[word], theirs.planned[word]


def _said_too(case: Case, facts: Facts, word: str) -> bool:
    """Whether a record that denies a word has it elsewhere in a clause that denies nothing: "a scan of the hip … a hip click, no scan"."""
    return any(word in each.stems and DENYING.isdisjoint(words_in(each.words)) for each in clauses_of(case, facts))


REFUSED_TOO = re.compile(
    r"\b(?:refus\w+|declin\w+|turned (?:it |this |them )?down|rejected|unwilling|(?:would|did|does|do)(?: not|n't) (?:want|accept|take|have)|won't (?:have|take|accept)|will not (?:have|take|accept)|said no|no thank you|not wanted)\b"
)


def _of_one_matter(between: Between, denied: Stands, said: Stands) -> bool:
    """Whether the same is said of the same person, place and moment."""
    case = between.case
    if denied.quoted.startswith(NOT_TO):
        return True  # what was decided may be done tomorrow
    if not _in_like_form(denied, said) or _at_other_times(between, denied, said) or _said_by_two(case, denied, said):
        return False
    where, there = _bounds(case, denied), _bounds(case, said)
    if where and there and where.isdisjoint(there):
        return False
    if not _borne_out(between, denied, said):
        return False
    if denied.quoted.split()[0] in OF_NAMES:
        return _compound(denied) <= {each for word in said.clause for each in stems_of(word)}
    mine, theirs = _people(case, denied.clause[: denied.at]), _people(case, said.clause[: said.at])
    return not mine or not theirs or any(may_be_one(case, one, other) for one in mine for other in theirs)


def _said_by_two(case: Case, denied: Stands, said: Stands) -> bool:
    """Whether each is only what somebody else said: "mother says that she has it from father", "father says that he has given none"."""
    before = [stands.clause[: stands.at] for stands in (denied, said)]
    if any(SAYING.isdisjoint(words) for words in before):
        return False
    mine, theirs = (_people(case, words[: max(at for at, word in enumerate(words) if word in SAYING)]) for words in before)
    return not any(may_be_one(case, one, other) for one in mine for other in theirs)


SAYING = frozenset("says said saying tells told reports reported states stated claims claimed denies denied".split())


def _in_like_form(denied: Stands, said: Stands) -> bool:
    """Whether the two words are of one form: "unsecured" and "secured", not "unlatched" and "latch", nor "argued" and "verbal"."""
    first, *_ = denied.quoted.split()
    if first in OF_NAMES:
        return True
    if first.startswith("un") and first not in DENYING:
        return said.word == denied.word
    if said.word[:ALIKE] != denied.word[:ALIKE] or (said.at and said.clause[said.at - 1] in WITHIN_A_PLACE):
        return False  # "did not turn up" and "in turn"
    return denied.word == said.word or not denied.word.endswith("ed") or said.word.endswith(("ed", "ing"))


def _at_other_times(between: Between, denied: Stands, said: Stands) -> bool:
    """Whether one of them is of a later or an earlier moment, by its words or by the hours of both."""
    first, second = between.first, between.second
    if OTHER_TIME & ({*said.clause} ^ {*denied.clause}) or AT_THE_END in (said.clause[-1], denied.clause[-1]):
        return True
    if first.start != second.start or first.minute is None or second.minute is None or first.news or second.news:
        return False
    return not first.meetings & second.meetings and minutes_apart(first.minute, second.minute) >= between.thresholds.time_minutes


def _bounds(case: Case, stands: Stands) -> frozenset[str]:
    """What stands behind a preposition directly behind the word: "no boiler in December", "children with grandmother"."""
    behind = stands.clause[stands.at + 1 :]
    if not behind or behind[0] not in WITHIN_A_PLACE:
        return frozenset()
    near = [word.removesuffix("'s") for word in behind[1:5]]
    found = [word for word in near if word in ROLES or word.isdigit() or person_of(case, word) or stems_of(word)]
    return frozenset(shorten(word) for word in found if word not in ANYWHERE)


def _borne_out(between: Between, denied: Stands, said: Stands) -> bool:
    """Whether more than the one word is of one thing: one meeting, another word of both clauses, or the word is rare."""
    if between.first.meetings & between.second.meetings or _others(between.case, denied) & _others(between.case, said):
        return True
    return between.case.rarity(stem(denied.word)) >= RARE


def _compound(denied: Stands) -> set[str]:
    """All of the name of a thing that is denied: "no protection medical" denies no other medical."""
    found: set[str] = set()
    start = max((at for at in range(denied.at) if denied.clause[at] in OF_NAMES), default=denied.at - 1) + 1
    for at, word in enumerate(denied.clause[start:], start):
        if at > denied.at and (word in LIGHT or word in STOPS or word.endswith("ed") or not stems_of(word)):
            break
        found.update(stems_of(word))
    return found


def _others(case: Case, stands: Stands) -> set[str]:
    words = (*stands.clause[: stands.at], *stands.clause[stands.at + 1 :])
    return {each for word in words for each in stems_of(word)} | _people(case, words)


def _people(case: Case, words: Sequence[str]) -> set[str]:
    """Those of the family whom these words name, by role or full name."""
    found = {ROLES[word] for word in words if ROLES.get(word) in OF_THE_FAMILY}
    for word in words:
        person = person_of(case, word.removesuffix("'s"))
        if person and person not in case.people.professionals:
            found.add(f"={person}")
    return found
