"""Who is named: capital letters and forms of address, spellings of one name brought together over the whole case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chronology.analysis.initials import letters_in, named_by_initials
from chronology.analysis.remembering import remembered, up_to_stops
from chronology.analysis.vocabulary.forms import addressed
from chronology.analysis.words import QUOTES

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir", "lady", "rev", "uncle", "auntie", "aunt", "nanny", "nan", "grandma"})
PROFESSIONAL_TITLES = frozenset(
    """dr doctor pc dc ds di dci dcs sgt sergeant pcso mw prof professor nurse sister inspector insp judge councillor cllr
    constable sw hv detective matron""".split()
)
ANY_TITLE = TITLES | PROFESSIONAL_TITLES
# Titles that are no short forms: a full stop behind them ends the sentence, and what follows is somebody else.
WHOLE = frozenset(
    """miss sir lady uncle auntie aunt nanny nan grandma doctor nurse sister inspector judge councillor constable sw hv mw
    detective matron""".split()
)
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
    r"|view|park|green|fold|house|flats?|estate|rd|st|ave|primary|school|nursery|academy|hospital|surgery|centre"
    r"|infirmary|infants?|juniors?|college|clinic|ward|lodge|team|trust|services?|project|practice|council|refuge|hostel)$"
)
# A name, a number, a sign that ends a sentence or parts a list.
PIECE = re.compile(r"[A-Za-z][A-Za-z'\-]*\.?|\d+|[.!?:;]+|[,()\"/&\n]")
PARTICLES = frozenset("de van von del della di da du dos das do le la el al bin ibn ben ter ten".split())
PARTICLE = re.compile(
    r"\b([A-Z][\w'-]*\.?) ((?:de|van|von|del|della|di|da|du|dos|das|do|le|la|el|al|bin|ibn|ben|ter|ten)"
    r"(?: (?:der|den|la|las|los|het))?) (?=[A-Z])"
)
ROLE_CODE = re.compile(
    r"\b(?:(?:Child|Adult|Sibling|Sib|Person|Witness|Male|Female|Neighbour|Friend|Subject) (?:[A-Z]\d{0,2}|\d{1,2})"
    r"|(?:SW|HV|GP|MW|SM|PO|PC|TM|HO|PP|DSL|IDVA|Sch|MP|AP|FP|Sib|CPC|F|M|C)\d{1,2}|[MP]G[MF])\b"
)
ROLE = re.compile(
    r"\b(?:Mother|Father|(?:Maternal |Paternal )?(?:Grandmother|Grandfather|Aunt|Uncle)|Stepfather|Stepmother|Baby|Sibling)\b"
    r"(?! [A-Z])"
)
OFTEN_NAMED = 6  # times
# Without one of these no code stands in a text; they are looked for far sooner.
NUMBERED = re.compile(r"[A-Zbh]\d")
GRANDPARENT = re.compile(r"G[MF]")
CODED = re.compile(r"(?:Child|Adult|Sibling|Sib|Person|Witness|Male|Female|Neighbour|Friend|Subject) [A-Z\d]")
Mention = tuple[str, int, int]  # who, and the places of the first word of the name and of the first behind it


class Piece:
    """A word of a text as it stands: ``starts`` a sentence or not, begins with a capital or not; ``low`` in small letters."""

    __slots__ = ("capital", "is_word", "low", "starts", "text")

    def __init__(self, text: str, starts: bool) -> None:
        self.text = text
        self.starts = starts
        self.is_word = text[0].isalpha()
        self.capital = text[0].isupper()
        self.low = text.lower()
        if self.low[-1] in ".'":
            self.low = self.low.rstrip(".'")
        self.low = self.low.removesuffix("'s")


@remembered(200_000)
def _piece(text: str, starts: bool) -> tuple[Piece, bool]:
    """A piece, made once for all places where it stands, and whether a sentence starts behind it."""
    if not text[0].isalpha():
        return Piece(text, False), text[0] in '.!?:;\n"'
    low = text.rstrip(".").lower()
    ends = text.endswith(".") and len(low) > 1 and (low in WHOLE or low not in ANY_TITLE)
    return Piece(text, starts), ends


def _with_particles(text: str) -> str:
    """ "Anneke de Vries" as two words: the particle belongs to the surname."""
    if PARTICLES.isdisjoint(text.split(" ")):
        return text
    return PARTICLE.sub(lambda found: f"{found[1]} {found[2].replace(' ', '-').title()}-", text)


@remembered(8_192)
def _pieces_of(sentence: str, starts: bool) -> tuple[tuple[Piece, ...], bool]:
    """The pieces of what stands up to a full stop, which is often written again, and whether a sentence starts behind it."""
    found: list[Piece] = []
    for text in PIECE.findall(sentence):
        made, starts = _piece(text, starts)
        found.append(made)
    return tuple(found), starts


def pieces(text: str) -> list[Piece]:
    found: list[Piece] = []
    starts = True
    for sentence in up_to_stops(_with_particles(text if text.isascii() else text.translate(QUOTES))):
        made, starts = _pieces_of(sentence, starts)
        found += made
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
    forms: dict[str, Counter[str]] = field(default_factory=dict)

    def is_close(self, person: str) -> bool:
        """Whether somebody is of the family or one whom the case is about, as far as a name and how often it stands tell."""
        if person in self.professionals:
            return False
        kin = len(self.by_surname.get(person.rpartition(" ")[2], ())) > 1
        return kin or person in self.children or self.mentioned[person] >= OFTEN_NAMED

    def named_in(self, text: str) -> tuple[str, ...]:
        """The people named in a text, each once, in order. Codes such as "SW1" name people too."""
        return self.with_initials(
            letters_in(text),
            with_codes(text, [person for person, _, _ in self._mentioned(text)], codes_in(text), roles=self.coded),
        )

    def with_initials(self, letters: Sequence[str], people: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the family too who are named by their initials alone."""
        if not (letters and self.initials):
            return people
        found = named_by_initials(letters, self.initials)
        return tuple(dict.fromkeys([*people, *found])) if found else people

    def _mentioned(self, text: str) -> Iterable[Mention]:
        words = pieces(text)
        return self.mentions(words, [place for place, word in enumerate(words) if word.capital])

    def mentions(self, words: Sequence[Piece], capitals: Sequence[int]) -> Iterable[Mention]:
        """Each person named, with the places of the first word of the name and of the first behind it."""
        behind = 0
        for at in capitals:
            if at >= behind:
                length, person = self._one(words, at)
                if person:
                    yield person, at, at + length
                behind = at + max(length, 1)

    def _one(self, words: Sequence[Piece], at: int) -> tuple[int, str]:
        low = words[at].low
        if low not in self.surnames and low not in self.given and len(low) > 1 and low not in ANY_TITLE:
            return 1, ""
        if at and words[at - 1].low in UNNAMED and low in self.surnames and low not in self.given:
            return 1, ""
        nexts = [words[at + step] if at + step < len(words) else None for step in (1, 2, 3)]
        if low in ANY_TITLE:
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
        if at >= len(words) or not words[at].capital or words[at].starts:
            return 0, ""
        low, follower = words[at].low, words[at + 1] if at + 1 < len(words) else None
        if follower is not None and follower.capital and follower.low in self.surnames:
            surname = self.surnames[follower.low]
            given = self.given.get(low)
            return 2, f"{given} {surname}" if given else self._by_initial(low[0], surname)
        if low in self.surnames:
            return 1, self._by_initial("", self.surnames[low], titled=words[at - 1].low)
        if low in self.given:
            return 1, self.by_given.get(self.given[low], "")
        return 0, ""

    def _by_initial(self, initial: str, surname: str, *, titled: str = "") -> str:
        """The person of this surname whose given name begins so; the one named most often where several could be meant."""
        fitting = [person for person in self.by_surname.get(surname, []) if person.startswith(initial)]
        if not initial and not titled and len(fitting) > 1:
            return ""
        grown = [person for person in fitting if person not in self.children] if titled or initial else fitting
        if titled in TITLES and self.forms and len(fitting) > 1:
            return (addressed(self.forms, grown, titled) or [surname])[0]
        return (grown or fitting or [surname])[0]


def with_codes(text: str, people: Sequence[str], codes: Sequence[str], *, roles: bool) -> tuple[str, ...]:
    """The people, each once, and those whom codes of the text name; roles too, where people go by codes."""
    found = dict.fromkeys(people)
    if roles:
        found |= dict.fromkeys(match.group().lower() for match in ROLE.finditer(text))
    return tuple(found | dict.fromkeys(codes) if codes else found)


def codes_in(text: str) -> list[str]:
    """Codes that stand for people, as "SW1" or "Child A" does, in small letters."""
    if NUMBERED.search(text) or GRANDPARENT.search(text) or CODED.search(text):
        return [code.lower() for code in ROLE_CODE.findall(text)]
    return []
