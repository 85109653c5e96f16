"""Who is named: capital letters and forms of address, spellings of one name brought together over the whole case."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from chronology.analysis.initials import initials_of, named_by_initials
from chronology.analysis.words import QUOTES

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir", "lady", "rev", "uncle", "auntie", "aunt", "nanny", "nan", "grandma"})
PROFESSIONAL_TITLES = frozenset(
    """dr doctor pc dc ds di dci dcs sgt sergeant pcso mw prof professor nurse sister inspector insp judge councillor cllr
    constable sw hv detective matron""".split()
)
BEFORE_A_CHILD = frozenset({"baby", "infant", "toddler", "child", "little", "pupil", "unborn"})
UNNAMED = frozenset({"baby", "infant", "unborn"})  # before a surname alone: a child who is not one of the grown of that name
# What begins with a capital and names nobody.
NOBODY = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday christmas easter ramadan eid police housing health school nursery hospital social care children
    child mother father court trust practice street road the and mum dad nan council board team unit ward house clinic english
    british form red book general primary academy high east west north south upper lower saint st university royal
    emergency department service services family tree council county city borough town hall present attendees""".split()
)
STREET = re.compile(
    r"^(?:road|street|rise|lane|close|avenue|drive|court|way|place|terrace|crescent|gardens|grove|hill|walk|row|square|mews"
    r"|view|park|green|fold|house|flats?|estate|rd|st|ave|primary|school|nursery|academy|hospital|surgery|centre|infirmary)$"
)
# A name, a number, a sign that ends a sentence or parts a list.
PIECE = re.compile(r"[A-Za-z][A-Za-z'\-]*\.?|\d+|[.!?:;]+|[,()\"/&\n]")
ROLE_CODE = re.compile(
    r"\b(?:(?:Child|Adult|Sibling|Sib|Person|Witness|Male|Female|Neighbour|Friend|Subject) (?:[A-Z]\d{0,2}|\d{1,2})"
    r"|(?:SW|HV|GP|MW|SM|PO|PC|TM|HO|PP|DSL|IDVA|Sch|MP|AP|FP|Sib|CPC|F|M|C)\d{1,2}|[MP]G[MF])\b"
)
ROLE = re.compile(
    r"\b(?:Mother|Father|(?:Maternal |Paternal )?(?:Grandmother|Grandfather|Aunt|Uncle)|Stepfather|Stepmother|Baby|Sibling)\b"
    r"(?! [A-Z])"
)
MOSTLY_CODED = 0.1  # share of texts with codes from which on roles stand for people too
LONG_NAME, SHORT_NAME, PREFIX = 5, 3, 3
MOSTLY_CAPITAL = 0.2
LISTS = frozenset({"present", "attendees", "attendance", "attended", "attending", "apologies", "invited"})
AT_WORK = frozenset(
    """received attended chaired completed given review check visit signed led seen contact sent appointment undertaken shared
    assessment reviewed booking session medical note entry summary discussion""".split()
)
AT_WORK_SHARE = 0.12
MEETINGS = frozenset("meeting conference group marac mappa strategy strat icpc rcpc panel discussion forum core call".split())
ROLES = frozenset(
    "worker visitor adviser advisor officer midwife manager lead idva gp dsl headteacher practitioner supervisor".split()
)
OFTEN_NAMED = 6  # times
FEWEST_IN_A_LIST = 3
FEWEST_IN_A_FAMILY = 3
DIGIT = re.compile(r"\d|\b[A-Z][a-z]+ [A-Z]\b")
AGED = re.compile(r"^(?:aged?|\d{1,2})$")


Mention = tuple[str, int, int]  # who, and the places of the first word of the name and of the first behind it


class Piece:
    """A word of a text as it stands: ``starts`` a sentence or not, begins with a capital or not; ``low`` in small letters."""

    __slots__ = ("capital", "low", "starts", "text")

    def __init__(self, text: str, starts: bool) -> None:
        self.text = text
        self.starts = starts
        self.capital = text[0].isupper()
        self.low = text.lower()
        if self.low[-1] in ".'":
            self.low = self.low.rstrip(".'")
        self.low = self.low.removesuffix("'s")


@lru_cache(maxsize=200_000)
def _piece(text: str, starts: bool) -> tuple[Piece, bool]:
    """A piece, made once for all places where it stands, and whether a sentence starts behind it."""
    if not text[0].isalpha():
        return Piece(text, False), text[0] in '.!?:;\n"'
    low = text.rstrip(".").lower()
    ends = text.endswith(".") and len(low) > 1 and low not in TITLES and low not in PROFESSIONAL_TITLES
    return Piece(text, starts), ends


def pieces(text: str) -> list[Piece]:
    found: list[Piece] = []
    starts = True
    for piece in PIECE.findall(text.translate(QUOTES)):
        made, starts = _piece(piece, starts)
        found.append(made)
    return found


@dataclass(slots=True)
class People:
    """Everybody who is named in the case. ``surname_of`` and ``given_of`` bring other spellings to the usual one."""

    given: dict[str, str] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    by_given: dict[str, str] = field(default_factory=dict)
    by_surname: dict[str, list[str]] = field(default_factory=dict)
    full: Counter[str] = field(default_factory=Counter)
    professionals: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()
    coded: bool = False
    initials: dict[str, str] = field(default_factory=dict)
    mentioned: Counter[str] = field(default_factory=Counter)

    def is_close(self, person: str) -> bool:
        """Whether somebody is of the family or one whom the case is about, as far as a name and how often it stands tell."""
        if person in self.professionals:
            return False
        kin = len(self.by_surname.get(person.rpartition(" ")[2], ())) > 1
        return kin or person in self.children or self.mentioned[person] >= OFTEN_NAMED

    def named_in(self, text: str) -> tuple[str, ...]:
        """The people named in a text, each once, in order. Codes such as "SW1" name people too."""
        return self.with_initials(
            text, with_codes(text, (person for person, _, _ in self.mentions(pieces(text))), roles=self.coded)
        )

    def with_initials(self, text: str, people: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the family too who are named by their initials alone."""
        if not self.initials:
            return people
        return tuple(dict.fromkeys([*people, *named_by_initials(text, self.initials)]))

    def mentions(self, words: Sequence[Piece]) -> Iterable[Mention]:
        """Each person named, with the places of the first and the last word of the name."""
        at, count = 0, len(words)
        while at < count:
            if not words[at].capital:
                at += 1
                continue
            length, person = self._one(words, at)
            if person:
                yield person, at, at + length
            at += max(length, 1)

    def _one(self, words: Sequence[Piece], at: int) -> tuple[int, str]:
        low = words[at].low
        if at and words[at - 1].low in UNNAMED and low in self.surnames and low not in self.given:
            return 1, ""
        nexts = [words[at + step] if at + step < len(words) else None for step in (1, 2, 3)]
        if low in TITLES or low in PROFESSIONAL_TITLES:
            length, person = self._after_title(words, at + 1)
            return (1 + length, person) if person else (1, "")
        return self._full_name(low, nexts) or self._part_of_name(low, nexts[0])

    def _full_name(self, low: str, nexts: Sequence[Piece | None]) -> tuple[int, str] | None:
        """ "BAKER, Anne", "Anne Baker", "A Baker"."""
        follower = nexts[0]
        if low in self.surnames and follower is not None and follower.text == "," and nexts[1] is not None:
            given = self.given.get(nexts[1].low) if nexts[1].capital else None
            if given and f"{given} {self.surnames[low]}" in self.full:
                return 3, f"{given} {self.surnames[low]}"
        if follower is not None and follower.capital and follower.low in self.surnames:
            surname = self.surnames[follower.low]
            if low in self.given:
                return 2, f"{self.given[low]} {surname}"
            if len(low) == 1:
                return 2, self._by_initial(low, surname)
        return None

    def _part_of_name(self, low: str, follower: Piece | None) -> tuple[int, str]:
        """ "Anne B", "Anne", "Baker"."""
        if low in self.given and self.given[low] in self.by_given:
            initial = follower is not None and len(follower.low) == 1 and follower.capital
            return 1 + initial, self.by_given[self.given[low]]
        if low in self.surnames:
            return 1, self._by_initial("", self.surnames[low])
        return 1, ""

    def _after_title(self, words: Sequence[Piece], at: int) -> tuple[int, str]:
        if at < len(words) and words[at].text.isdigit():
            length, person = self._after_title(words, at + 1)
            return 1 + length, person
        if at >= len(words) or not words[at].capital:
            return 0, ""
        low, follower = words[at].low, words[at + 1] if at + 1 < len(words) else None
        if follower is not None and follower.capital and follower.low in self.surnames:
            surname = self.surnames[follower.low]
            given = self.given.get(low)
            return 2, f"{given} {surname}" if given else self._by_initial(low[0], surname)
        if low in self.surnames:
            return 1, self._by_initial("", self.surnames[low], titled=True)
        if low in self.given:
            return 1, self.by_given.get(self.given[low], "")
        return 0, ""

    def _by_initial(self, initial: str, surname: str, *, titled: bool = False) -> str:
        """The person of this surname whose given name begins so; the one named most often where several could be meant."""
        fitting = [person for person in self.by_surname.get(surname, []) if person.startswith(initial)]
        grown = [person for person in fitting if person not in self.children] if titled or initial else fitting
        if not initial and not titled and len(fitting) > 1:
            return ""
        return (grown or fitting or [surname])[0]


def with_codes(text: str, people: Iterable[str], *, roles: bool) -> tuple[str, ...]:
    """The people, each once, and those whom codes of the text name; roles too, where people go by codes."""
    found = dict.fromkeys(people)
    if roles:
        found |= dict.fromkeys(match.group().lower() for match in ROLE.finditer(text))
    if DIGIT.search(text) or "G" in text:
        found |= dict.fromkeys(match.group().lower() for match in ROLE_CODE.finditer(text))
    return tuple(found)


def find_people(texts: Sequence[str], at_work: Sequence[str] = ()) -> tuple[People, list[tuple[str, ...]]]:
    """Everybody named in these texts, the spellings of one name brought together, and who is named in each.

    ``at_work`` are texts that name people in their work, as a column of professionals does.
    """
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    cut = []
    for text in [*texts, *at_work]:
        words = pieces(text)
        cut.append(words)
        for place, word in enumerate(words):
            if not word.text[0].isalpha():
                continue
            if not word.capital:
                lower[word.low] += 1
            elif not word.starts:
                capital[word.low] += 1
                before = words[place - 1] if place else word
                if before.text.isdigit() and place > 1:
                    before = words[place - 2]
                if before.low in TITLES or before.low in PROFESSIONAL_TITLES:
                    titled[word.low] += 1
    shouted = _acronyms(cut)
    names = {
        word
        for word, count in capital.items()
        if len(word) > 1
        and lower[word] <= MOSTLY_CAPITAL * count
        and word not in NOBODY
        and word not in TITLES
        and word not in PROFESSIONAL_TITLES
        and word not in shouted
    }
    pairs: Counter[tuple[str, str]] = Counter()
    for words in cut:
        _count_pairs(words, names, pairs)
    people = _settle(pairs, names, titled, capital)
    people.coded = sum(bool(ROLE_CODE.search(text)) for text in texts) > MOSTLY_CODED * len(texts)
    mentions = [list(people.mentions(words)) for words in cut]
    _sort_out(people, cut, mentions, {person for found in mentions[len(texts) :] for person, _, _ in found})
    people.mentioned = Counter(person for found in mentions for person, _, _ in found)
    people.initials = initials_of(people.mentioned, people.professionals)
    return people, [
        people.with_initials(text, with_codes(text, (person for person, _, _ in found), roles=people.coded))
        for text, found in zip(texts, mentions, strict=False)
    ]


def _acronyms(cut: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """Words that stand in capital letters only, wherever they stand: MARAC, EMIS."""
    always: set[str] = set()
    sometimes_not: set[str] = set()
    for words in cut:
        for word in words:
            if word.text.isupper() and len(word.text) > 1:
                always.add(word.low)
            elif word.text[0].isalpha():
                sometimes_not.add(word.low)
    return frozenset(always - sometimes_not)


def _count_pairs(words: Sequence[Piece], names: set[str], pairs: Counter[tuple[str, str]]) -> None:
    for first, second, third in zip(words, [*words[1:], None], [*words[2:], None, None], strict=False):
        if second is None or not first.capital or first.low not in names or first.text.endswith("."):
            continue
        if second.text == "," and first.text.isupper() and third is not None and third.capital and third.low in names:
            if not third.text.isupper():
                pairs[third.low, first.low] += 1
        elif (
            second.capital
            and second.low in names
            and not STREET.match(second.low)
            and not (third is not None and STREET.match(third.low))
        ):
            pairs[first.low, second.low] += 1


def _settle(pairs: Counter[tuple[str, str]], names: set[str], titled: Counter[str], capital: Counter[str]) -> People:
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
    for person, _ in people.full.most_common():
        first, last = person.split(" ", 1)
        people.by_given.setdefault(first, person)
        people.by_surname.setdefault(last, []).append(person)
    for last in dict.fromkeys(people.surnames.values()):
        people.by_surname.setdefault(last, [])
    for word in sorted(names - set(people.given) - set(people.surnames)):
        short_for = _short_for(word, people, capital[word])
        if short_for:
            people.given[word] = short_for
    return people


def _parted(pairs: Counter[tuple[str, str]]) -> tuple[list[tuple[tuple[str, str], int]], Counter[str], Counter[str]]:
    """The pairs that are names, and how often each word is a given name and a surname in them."""
    chosen: list[tuple[tuple[str, str], int]] = []
    givens: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for (first, last), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if STREET.match(last) or STREET.match(first):
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


def _alike(short: str, long: str) -> bool:
    """Whether two given names may be one: a beginning, or one slip."""
    if len(short) > len(long):
        short, long = long, short
    if long.startswith(short):
        return True
    if len(short) < SHORT_NAME or short[:PREFIX] != long[:PREFIX]:
        return False
    return OSA.distance(short, long) <= 2 or len(short) <= LONG_NAME or short[: PREFIX + 1] == long[: PREFIX + 1]


def _short_for(word: str, people: People, count: int) -> str:
    """The given name for which a short or fond one stands, where there is only one it may be."""
    firsts = {person.split(" ", 1)[0]: number for person, number in reversed(people.full.most_common())}
    fitting = [first for first in firsts if _alike(word, first) and first != word]
    if not fitting:
        return ""
    best = max(fitting, key=lambda first: (firsts[first], first))
    return best if len(fitting) == 1 or firsts[best] > 3 * count else ""


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


def _sort_out(people: People, cut: Sequence[Sequence[Piece]], mentions: Sequence[Sequence[Mention]], at_work: set[str]) -> None:
    """Who of them is there by profession, and who is a child."""
    total: Counter[str] = Counter()
    working: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for words, found in zip(cut, mentions, strict=True):
        if not found:
            continue
        listing = _listing(words)
        meeting = not MEETINGS.isdisjoint(word.low for word in words)
        together: set[str] = set()
        for person, first, last in found:
            total[person] += 1
            before = words[first - 1].low if first else ""
            after = words[last].low if last < len(words) else ""
            if words[first].low in PROFESSIONAL_TITLES or before in PROFESSIONAL_TITLES or before in ROLES:
                working[person] += 2
            elif listing[first] or (before == "by" and first > 1 and words[first - 2].low in AT_WORK):
                working[person] += 1
            elif meeting:
                together.add(person)
            if before in BEFORE_A_CHILD or AGED.match(after) or after == "born":
                small[person] += 1
        if len(together) >= FEWEST_IN_A_LIST:
            working.update(together)
    people.children = frozenset(person for person, count in small.items() if count >= 2 and count > working[person] / 2)
    known = {person for person, count in total.items() if working[person] >= max(2, AT_WORK_SHARE * count)}
    families = {
        surname
        for surname, persons in people.by_surname.items()
        if len(persons) >= FEWEST_IN_A_FAMILY or people.children & {*persons}
    }
    relatives = {person for surname in families for person in people.by_surname[surname]}
    people.professionals = frozenset((known - relatives) | at_work) - people.children
