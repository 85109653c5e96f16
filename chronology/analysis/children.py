"""Who of those named is a child and who is grown, as the words beside a name tell; and who goes by a given name alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from chronology.analysis.people import TITLES, Mention, People, Piece
from chronology.analysis.records import NOT_RECORDED, YES

BEFORE_A_CHILD = frozenset(
    "baby infant toddler child little pupil unborn newborn daughter son girl boy grandson granddaughter nephew niece".split()
)
# “Foster carer Anna”, “Anna (carer)”, “Anna, foster carer”.
OF_WHOEVER_CARES = frozenset(
    "carer foster fostercarer landlady landlord childminder mentor stepfather stepmother stepdad stepmum".split()
)
# What belongs to a child: “Ida’s mother”, “Ida’s class”.
OF_A_CHILD = frozenset(
    """mum mummy mother dad daddy father parents parent carer carers teacher teachers class classroom tutor nursery keyworker
    nappy cot bottle pram buggy attendance immunisations birthday plan school teddy""".split()
)
# And to somebody grown: “Ida’s children”, “Ida’s tenancy”.
OF_A_GROWN = frozenset(
    """children child baby son sons daughter daughters tenancy licence probation benefits rent husband wife pregnancy scan
    house flat landlord drinking parenting sentence shift shifts employer""".split()
)
OF_AGE = 18
YEARS = frozenset("y yr yrs yo year years".split())
MONTHS = frozenset("m mo mos mth mths month months wk wks week weeks w day days".split())
FEWEST, SELDOM = 2, 0.02  # times that words must tell it, and of how many that name somebody
SEEN, TWICE, FEWEST_MARKED = 0.4, 2, 8  # share of the records that name somebody, and how many there must be
SEEN_IF_TOLD, MORE = 0.33, 1.6  # the same where the words beside the name tell it too, or others bear the surname or none does


def stage(words: Sequence[Piece], first: int, last: int) -> int:
    """1 where the words beside a name say that it is a child's, -1 where they say that somebody grown bears it, otherwise 0."""
    before = words[first - 1].low if first and not words[first].starts else ""
    if before in BEFORE_A_CHILD and words[first - 1].text != "Little":  # "Little Acorns" is a nursery
        return 1
    if words[first].low in TITLES or before in TITLES or before in OF_WHOEVER_CARES:
        return -1
    after, behind = [*(word.low for word in words[last : last + 2]), "", ""][:2]
    if after in {"(", ","} and behind in OF_WHOEVER_CARES:
        return -1
    if words[last - 1].text.endswith(("'s", "s'")) and after:
        return 1 if after in OF_A_CHILD else -1 if after in OF_A_GROWN else 0
    if after == "born":
        return 1
    return _by_age(words, last)


def of_several(people: People, words: Sequence[Piece], first: int, last: int) -> bool:
    """Whether a form of address stands before a surname alone that several bear: "Mr Baker" says nothing of Ida Baker."""
    surname = words[last - 1].low
    return (
        last - first == TWO_WORDS
        and words[first].low in TITLES
        and surname not in people.given
        and len(people.by_surname.get(people.surnames.get(surname, surname), ())) > 1
    )


TWO_WORDS = 2


def _by_age(words: Sequence[Piece], at: int) -> int:
    """By an age behind a name: “(7)”, “aged 7”, “7y”, “, 7 months”."""
    texts = [word.low for word in words[at : at + 5]] + [""] * 5
    is_apart = texts[0] in {"(", ","}
    rest = texts[is_apart:]
    is_said = rest[0] in {"age", "aged"}
    number, unit = rest[is_said], rest[is_said + 1]
    if not number.isdigit() or len(number) > 2:
        return 0
    if unit in MONTHS:
        return 1
    closed = texts[0] == "(" and unit in {")", ","}
    if not (is_said or unit in YEARS or closed or (texts[0] == "," and unit in {".", ",", ""})):
        return 0
    return 1 if int(number) < OF_AGE else -1


def name_by_given_alone(
    people: People, cut: Sequence[Sequence[Piece]], capitals: Sequence[Sequence[int]], names: set[str]
) -> None:
    """Somebody of whom no record has the surname, where an initial stands behind the name, or words beside it tell a child's."""
    known = people.given.keys() | people.surnames.keys()
    told: Counter[str] = Counter()
    for words, at in zip(cut, capitals, strict=True):
        for place in at:
            low = words[place].low
            if low in names and low not in known:
                told[low] += 1 if _has_initial(words, place) else stage(words, place, place + 1)
    alone: list[str] = []
    for low, count in told.most_common():
        if count >= FEWEST:
            usual = next((other for other in alone if other.startswith(low) or low.startswith(other)), low)
            people.given[low] = usual
            people.by_given[usual] = usual
            alone.append(usual)


def _has_initial(words: Sequence[Piece], at: int) -> bool:
    """ "Ida B" and "Ida B.", but not "Ward B 12" nor "Vitamin D"."""
    initial, behind = [*words[at + 1 : at + 3], None, None][:2]
    is_one = initial is not None and initial.capital and len(initial.low) == 1 and initial.low not in "aiykd"
    return bool(is_one) and not (behind is not None and behind.text[0].isdigit())


def told_children(small: Counter[str], working: Counter[str], total: Counter[str]) -> Iterable[str]:
    """Those of whom the words say it, not just once in a hundred times, and who are not mostly at work."""
    return (
        person for person, count in small.items() if count >= max(FEWEST, SELDOM * total[person]) and count > working[person] / 2
    )


def seen_children(
    mentions: Sequence[Sequence[Mention]], seen: Sequence[str], small: Counter[str], at_work: Container[str], people: People
) -> Iterator[str]:
    """Those whom records name that mark the child as seen, far more often than others do, unless words tell that one is grown.

    Of whoever shares a surname with others, or goes by a given name alone, less of it is asked.
    """
    marked: Counter[str] = Counter()
    with_child: Counter[str] = Counter()
    for found, mark in zip(mentions, seen, strict=False):
        if mark != NOT_RECORDED:
            persons = {person for person, _, _ in found}
            marked.update(persons)
            if mark == YES:
                with_child.update(persons)
    usual = seen.count(YES) / max(len(seen) - seen.count(NOT_RECORDED), 1)
    for person, count in with_child.items():
        share, told = count / marked[person], small[person]
        _, _, surname = person.rpartition(" ")
        kin = person == surname or len(people.by_surname.get(surname, ())) > 1
        often = share >= max(SEEN, TWICE * usual) or ((told >= FEWEST or kin) and share >= max(SEEN_IF_TOLD, MORE * usual))
        if marked[person] >= FEWEST_MARKED and often and told >= 0 and person not in at_work:
            yield person
