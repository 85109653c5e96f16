"""Who of those named is of the family, who is there by profession, and who is a child."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from chronology.analysis.children import of_several, seen_children, stage, told_children
from chronology.analysis.people import PROFESSIONAL_TITLES, Mention, People, Piece

LISTS = frozenset({"present", "attendees", "attendance", "attended", "attending", "apologies", "invited"})
AT_WORK = frozenset(
    """received attended chaired completed given review check visit signed led seen contact sent appointment undertaken shared
    assessment reviewed booking session medical note entry summary discussion""".split()
)
AT_WORK_SHARE = 0.12
MEETINGS = frozenset("meeting conference group marac mappa strategy strat icpc rcpc panel discussion forum core".split())
ROLES = frozenset(
    "worker visitor adviser advisor officer midwife manager lead idva gp dsl headteacher practitioner supervisor".split()
)
FEWEST_IN_A_LIST = 3
FEWEST_IN_A_FAMILY = 3
# Somebody may sit at many meetings whose case it is: so many of all records name him or her, and of the times of whom most do.
OF_THE_CASE, OF_THE_MOST = 0.12, 0.5
OFTEN_AT_HOME = 60  # times that somebody is named who is not there by profession: a name that others bear is the family's
OF_ONE, OF_ITS_RECORDS, FEWEST_AGENCIES = 0.9, 0.3, 3  # shares of a name's places, and of an agency's records


def of_one_agency(mentions: Sequence[Sequence[Mention]], agencies: Sequence[str]) -> set[str]:
    """Whom one agency names in a third of its records, and hardly any other: its own worker, and nobody of the family."""
    records = Counter(agencies)
    if len(records) < FEWEST_AGENCIES:
        return set()
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found, agency in zip(mentions, agencies, strict=False):
        for person in {person for person, _, _ in found}:
            named[person][agency] += 1
    own = set()
    for person, counted in named.items():
        agency, count = counted.most_common(1)[0]
        if count >= max(OF_ITS_RECORDS * records[agency], OF_ONE * counted.total()):
            own.add(person)
    return own


def _listing(words: Sequence[Piece]) -> list[bool]:
    """For each word whether it stands in a list of those present, as far as the words tell."""
    inside, found = False, []
    for word in words:
        if word.starts or word.text[0] in ".!?;\n":
            inside = False
        if word.low in LISTS:
            inside = True
        found.append(inside)
    return found


def sort_out(
    people: People,
    cut: Sequence[Sequence[Piece]],
    mentions: Sequence[Sequence[Mention]],
    at_work: set[str],
    seen: Sequence[str],
) -> None:
    """Who of them is there by profession, and who is a child."""
    total: Counter[str] = Counter()
    working: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    small: Counter[str] = Counter()
    plainly: Counter[str] = Counter()
    for words, found in zip(cut, mentions, strict=True):
        if not found:
            continue
        lows = {word.low for word in words}
        listing = None if LISTS.isdisjoint(lows) else _listing(words)
        meeting = not MEETINGS.isdisjoint(lows)
        together: set[str] = set()
        for person, first, last in found:
            total[person] += 1
            before = words[first - 1].low if first and not words[first].starts else ""
            if words[first].low in PROFESSIONAL_TITLES or before in PROFESSIONAL_TITLES or before in ROLES:
                working[person] += 2
            elif (listing and listing[first]) or (before == "by" and first > 1 and words[first - 2].low in AT_WORK):
                working[person] += 1
            elif meeting:
                together.add(person)
            told = stage(words, first, last)
            small[person] += told
            plainly[person] += 0 if of_several(people, words, first, last) else told
        if len(together) >= FEWEST_IN_A_LIST:
            listed.update(together)
    whose_case = max(OF_THE_CASE * len(cut), OF_THE_MOST * max(total.values(), default=0))
    known = {
        person
        for person, count in total.items()
        if working[person] + listed[person] >= max(2, AT_WORK_SHARE * count)
        and (count < whose_case or working[person] >= AT_WORK_SHARE * count)
    }
    kin = {each for persons in people.by_surname.values() if len(persons) >= FEWEST_IN_A_FAMILY for each in persons}
    sure = [
        [each for each in found if not of_several(people, words, *each[1:])] for words, found in zip(cut, mentions, strict=True)
    ]
    seen_often = seen_children(sure, seen, plainly, (known - kin) | at_work, people)
    people.children = frozenset({*told_children(small, working, total), *seen_often})
    families = {
        surname
        for surname, persons in people.by_surname.items()
        if len(persons) >= FEWEST_IN_A_FAMILY
        or people.children & {*persons}
        or any(total[each] >= OFTEN_AT_HOME and each not in known for each in persons)
    }
    relatives = {person for surname in families for person in people.by_surname[surname]}
    relatives |= {surname for surname in families if working[surname] < total[surname]}  # "Mr Baker", but not "PC Baker"
    people.professionals = frozenset((known - relatives) | at_work) - people.children
