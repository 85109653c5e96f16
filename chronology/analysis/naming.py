"""Finding everybody who is named in a case: the spellings of one name, who is there by profession, who is a child."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from rapidfuzz.distance import OSA

from chronology.analysis.addressed import learn_forms
from chronology.analysis.children import name_by_given_alone
from chronology.analysis.households import of_one_agency, sort_out
from chronology.analysis.initials import initials_of, letters_in
from chronology.analysis.people import (
    ANY_TITLE,
    NOBODY,
    STREET,
    Mention,
    People,
    Piece,
    codes_in,
    pieces,
    with_codes,
)
from chronology.analysis.vocabulary.nicknames import as_it_sounds, is_short_for

MOSTLY_CODED = 0.1  # share of texts with codes from which on roles stand for people too
LONG_NAME, SHORT_NAME, PREFIX = 5, 3, 3
MOSTLY_CAPITAL = 0.2
MIXED = re.compile(r"[a-z][A-Z]{2}")  # "MenACWY" is nobody's name
BEFORE_A_PLACE = frozenset({"in", "near", "at", "around", "outside"})
PLACED = 0.3  # share of a word's places that stand behind one of these, from which on it is a town


def find_people(
    texts: Sequence[str], at_work: Sequence[str] = (), by_agency: Sequence[str] = (), seen: Sequence[str] = ()
) -> tuple[People, list[tuple[str, ...]], list[list[Piece]], list[list[Mention]]]:
    """Everybody named in these texts, the spellings of one name brought together, who is named in each, its words and where.

    ``at_work`` are texts that name people in their work, as a column of professionals does; ``by_agency`` is who wrote each text,
    ``seen`` whether the child was seen, as each record is marked.
    """
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    cut = [pieces(text) for text in [*texts, *at_work]]
    written = {}
    for word, count in Counter(chain.from_iterable(cut)).items():
        written[word.text] = word.low
        if word.is_word and not word.capital:
            lower[word.low] += count
    capitals = [[place for place, word in enumerate(words) if word.capital] for words in cut]
    for words, at in zip(cut, capitals, strict=True):
        for place in at:
            if words[place].starts:
                continue
            low = words[place].low
            capital[low] += 1
            before = words[place - 1] if place else words[place]
            if before.low in BEFORE_A_PLACE:
                placed[low] += 1
            if before.text.isdigit() and place > 1:
                before = words[place - 2]
            if before.low in ANY_TITLE:
                titled[low] += 1
    shouted = _acronyms(written)
    mixed = {low for text, low in written.items() if MIXED.search(text)}
    places = {word for word, count in placed.items() if count >= PLACED * capital[word]}
    names = {
        word
        for word, count in capital.items()
        if len(word) > 1
        and lower[word] <= MOSTLY_CAPITAL * count
        and word not in NOBODY
        and word not in ANY_TITLE
        and word not in shouted
        and word not in mixed
    }
    pairs: Counter[tuple[str, str]] = Counter()
    for words, at in zip(cut, capitals, strict=True):
        _count_pairs(words, at, names, pairs)
    people = _settle(pairs, names, titled, capital, places)
    name_by_given_alone(people, cut, capitals, names - places)
    codes = [codes_in(text) for text in texts]
    people.coded = sum(map(bool, codes)) > MOSTLY_CODED * len(texts)
    mentions = [list(people.mentions(words, at)) for words, at in zip(cut, capitals, strict=True)]
    working = {person for found in mentions[len(texts) :] for person, _, _ in found}
    sort_out(people, cut, mentions, working | of_one_agency(mentions, by_agency or ()), seen)
    learn_forms(people, cut, capitals, mentions)
    people.mentioned = Counter(person for found in mentions for person, _, _ in found)
    letters = [letters_in(text) for text in texts]
    people.initials = initials_of(people.mentioned, people.professionals, letters, by_agency or [""] * len(texts), mentions)
    named = [
        people.with_initials(its_letters, with_codes(text, [person for person, _, _ in found], its_codes, roles=people.coded))
        for text, found, its_letters, its_codes in zip(texts, mentions, letters, codes, strict=False)
    ]
    return people, named, cut, mentions


def _acronyms(written: Mapping[str, str]) -> frozenset[str]:
    """Words that stand in capital letters only, wherever they stand: MARAC, EMIS. Each is given as written, and folded."""
    always: set[str] = set()
    sometimes_not: set[str] = set()
    for text, low in written.items():
        bare = text.removesuffix("'s").removesuffix("s'")
        if bare.isupper() and len(bare) > 1:
            always.add(low)
        elif text[0].isalpha():
            sometimes_not.add(low)
    return frozenset(always - sometimes_not)


def _count_pairs(words: Sequence[Piece], capitals: Sequence[int], names: set[str], pairs: Counter[tuple[str, str]]) -> None:
    for at in capitals:
        first = words[at]
        if first.low not in names or first.text.endswith((".", "'s", "’s")):
            continue
        second, third = [*words[at + 1 : at + 3], None, None][:2]
        if second is None:
            continue
        shouted = first.text.isupper() and len(first.text) > 1
        if second.text == "," and shouted and third is not None and third.capital and third.low in names:
            if not third.text.isupper():
                pairs[third.low, first.low] += 1
        elif shouted and second.capital and not second.text.isupper() and second.low in names:
            pairs[second.low, first.low] += 1
        elif (
            second.capital
            and second.low in names
            and not STREET.match(second.low)
            and not (third is not None and STREET.match(third.low))
        ):
            pairs[first.low, second.low] += 1


def _settle(
    pairs: Counter[tuple[str, str]], names: set[str], titled: Counter[str], capital: Counter[str], places: set[str]
) -> People:
    """Given names and surnames, the rarer spellings under the commoner ones."""
    people = People()
    chosen, givens, lasts = _parted(pairs)
    for word, count in titled.items():
        if word in names and word not in givens:
            lasts[word] += count
    people.surnames = _spellings(lasts, lasts)
    people.given = _spellings(givens, givens)
    for (first, last), count in chosen:
        people.full[f"{people.given[first]} {people.surnames[last]}"] += count
    _join_spellings_of_one_surname(people)
    _join_double_surnames(people)
    for person, _ in people.full.most_common():
        first, last = person.split(" ", 1)
        people.by_given.setdefault(first, person)
        people.by_surname.setdefault(last, []).append(person)
    for last in dict.fromkeys(people.surnames.values()):
        people.by_surname.setdefault(last, [])
    for word in sorted(names - places - set(people.given) - set(people.surnames)):
        short_for = _short_for(word, people, capital[word])
        if short_for:
            people.given[word] = short_for
    return people


def _parted(pairs: Counter[tuple[str, str]]) -> tuple[list[tuple[tuple[str, str], int]], Counter[str], Counter[str]]:
    """The pairs that are names, and how often each word is a given name and a surname in them."""
    chosen: list[tuple[tuple[str, str], int]] = []
    givens: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    begun = {first for first, _ in pairs if "-" in first}  # "Mary-Ann", who may be written "Mary Ann"
    for (first, last), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if STREET.match(last) or STREET.match(first) or f"{first}-{last}" in begun:
            continue
        # A pair the wrong way round: a word known as a surname does not begin a name.
        if lasts[first] > givens[first] + count or givens[last] > lasts[last] + count:
            continue
        chosen.append(((first, last), count))
        givens[first] += count
        lasts[last] += count
    return chosen, givens, lasts


def _spellings(counts: Counter[str], known: Counter[str]) -> dict[str, str]:
    """Each spelling with the commoner one it is a slip of, or itself."""
    usual: dict[str, str] = {}
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        near = [
            other
            for other in by_start[word[:2]]
            if len(word) >= LONG_NAME and OSA.distance(word, other) <= (1 if len(word) < 8 else 2) and known[other] >= 3 * count
        ]
        usual[word] = near[0] if near else word
        if not near:
            by_start[word[:2]].append(word)
    return usual


def _join_spellings_of_one_surname(people: People) -> None:
    """ "Annie Baker" and "Anne Baker" are one when the one is much rarer and its given name alike."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for person, _ in people.full.most_common():
        groups[person.split(" ", 1)[1]].append(person)
    for last, persons in groups.items():
        kept: list[str] = []
        for person in persons:
            first = person.split(" ", 1)[0]
            like = [
                other for other in kept if people.full[other] >= 2 * people.full[person] and _alike(first, other.split(" ", 1)[0])
            ]
            if not like:
                kept.append(person)
                continue
            usual = like[0].split(" ", 1)[0]
            people.full[f"{usual} {last}"] += people.full.pop(person)
            for spelling, meant in list(people.given.items()):
                if meant == first:
                    people.given[spelling] = usual


def _join_double_surnames(people: People) -> None:
    """Who bears both parents' surnames is often called by one of the two: "Ida Marsh-Bell" and "Ida Bell" are one."""
    for last in [last for last in dict.fromkeys(people.surnames.values()) if "-" in last]:
        bearers = [person.rpartition(" ")[0] for person in people.full if person.rpartition(" ")[2] == last]
        halves = {half: sum(people.full[f"{first} {half}"] for first in bearers) for half in last.split("-")}
        usual = max(halves, key=lambda half: (halves[half], half))
        if not halves[usual]:
            continue
        for spelling in [spelling for spelling, meant in people.surnames.items() if meant == last]:
            people.surnames[spelling] = usual
        for first in bearers:
            people.full[f"{first} {usual}"] += people.full.pop(f"{first} {last}")


def _alike(short: str, long: str) -> bool:
    """Whether two given names may be one: a beginning, or one slip."""
    if len(short) > len(long):
        short, long = long, short
    if long.startswith(short) or is_short_for(short, long):
        return True
    if len(short) >= SHORT_NAME and as_it_sounds(long).startswith(as_it_sounds(short)):
        return True
    if len(short) < SHORT_NAME or short[:PREFIX] != long[:PREFIX]:
        return False
    return (
        OSA.distance(short, long) <= 2
        or len(short) <= LONG_NAME
        or (len(short) < LONG_NAME + 3 and short[: PREFIX + 1] == long[: PREFIX + 1])
    )


def _short_for(word: str, people: People, count: int) -> str:
    """The given name for which a short or fond one stands, where there is only one it may be."""
    firsts = {person.split(" ", 1)[0]: number for person, number in reversed(people.full.most_common())}
    fitting = [first for first in firsts if _alike(word, first) and first != word]
    if not fitting:
        return ""
    best = max(fitting, key=lambda first: (firsts[first], first))
    return best if len(fitting) == 1 or firsts[best] > 3 * count else ""
