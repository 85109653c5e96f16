"""How the people of a case are shown to somebody: by their codes, or as the agencies wrote them, for a reason that was given.

The stored words are never altered: codes are put in on the way to the page. Agencies read their own words as they wrote
them. The panel reads codes; whoever may look behind them says why, and then sees names for an hour.
"""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from agencies.models import Person
from casework import access, log
from casework.pages import person_of
from chronology.hiding import without_names
from chronology.models import Chronology, Entry, EntryVersion, KeyedIdentifier, KeyedPerson, PersonKey
from chronology.models.entry import WORDS
from chronology.naming.coding import NOT_CODED, code_of, coded, coded_again
from chronology.naming.leaks import Checker
from chronology.naming.people import Key, Named
from chronology.naming.recognising import Recogniser
from chronology.naming.tokens import folded
from chronology.wording import hour_in_words
from frameworks import clock

NAMED_FOR = timedelta(hours=1)
KEPT = 32  # keys made ready in this process
SESSION = "names_shown"

TOLD = frozenset({"part_of_day", "unclear"})  # times that are told in words
SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]+\b")

Coding = Callable[[str], str]

_ready: OrderedDict[Any, Checker] = OrderedDict()


@dataclass(frozen=True)
class Shown:
    """How one person is shown the people of one case, on one page."""

    key: PersonKey | None = None
    may_name: bool = False
    until: datetime | None = None
    own: frozenset[UUID] = frozenset()
    checker: Checker | None = None

    @property
    def is_named(self) -> bool:
        """Whether names are shown as they were written."""
        return self.until is not None

    @property
    def is_coded(self) -> bool:
        """Whether the key holds anybody whose name is hidden behind a code here."""
        return not self.is_named and self.checker is not None and bool(self.checker.recogniser.key.people)

    def hides_any_of(self, chronologies: Iterable[UUID]) -> bool:
        """Whether there are codes for names in these chronologies for this person, whichever of both is shown now."""
        return self.checker is not None and bool(self.checker.recogniser.key.people) and not self.own.issuperset(chronologies)

    def goes_out(self, chronologies: Iterable[UUID]) -> str:
        """How these chronologies may leave with this person: with "codes" alone, with "either", or as written ("")."""
        if not self.hides_any_of(chronologies):
            return ""
        return "either" if self.may_name else "codes"

    def with_codes(self) -> Shown:
        """The same person reading codes, although names are shown on the pages."""
        return replace(self, until=None)

    def of_one(self, chronology_id: UUID) -> Shown:
        """The same for the texts of one chronology alone, of which it is then known whether they stand as written."""
        if self.checker is None or self.is_named or chronology_id in self.own:
            return AS_WRITTEN
        return replace(self, own=frozenset())

    def words(self, text: str, chronology_id: UUID | None = None) -> str:
        """A text of an agency as this person reads it; one that is of no chronology is nobody's own."""
        if self.checker is None or self.is_named or (chronology_id is not None and chronology_id in self.own):
            return text
        return coded_again(self.checker.recogniser, text)

    def beginning(self, text: str, longest: int, chronology_id: UUID) -> str:
        """The same, cut: a name is coded before it can be cut in two."""
        if self.checker is None or self.is_named or chronology_id in self.own:
            return text if len(text) <= longest else f"{text[:longest]}…"
        begins = text if len(text) <= 2 * longest else text[: 2 * longest].rpartition(" ")[0] or text[:longest]
        read = coded_again(self.checker.recogniser, begins)
        return read if len(read) <= longest and begins is text else f"{read[:longest]}…"

    def ways_of_naming(self, person: str, chronologies: Collection[UUID]) -> tuple[str, ...]:
        """By what somebody may stand in these chronologies who is asked for as this person reads them.

        That is by code, and by name where names are shown. Who reads names in their own agency's words is not told by the
        way whose code each of them is.
        """
        if self.checker is None or not person or not (self.is_named or self.own.isdisjoint(chronologies)):
            return (person,) if person else ()
        asked = " ".join(person.split()).casefold()
        ways = _ways_of_naming(self.checker.recogniser.key)
        meant = [way for way in ways if asked in {each.casefold() for each in way[: None if self.is_named else 1]}]
        return tuple(dict.fromkeys([person, *(each for way in meant for each in way)]))

    def looked_for(self, asked: Sequence[str], chronologies: Iterable[UUID]) -> list[str]:
        """Words to look for in these chronologies, as far as they can stand in what this person is shown of them."""
        if self.checker is None or self.is_named or self.own.issuperset(chronologies):
            return list(asked)
        return without_names(self.checker.recogniser.key, asked)

    def hour(self, row: Any) -> str:
        """The time of an entry, which may be told in the agency's words."""
        words = self.words(row.time_words, row.chronology_id) if row.time_precision in TOLD else ""
        return hour_in_words(row.time, row.end_time, row.time_precision, words)

    def reason(self, text: str, chronology_id: UUID) -> str:
        """What the analyst says, which quotes single words of entries in small letters."""
        if self.checker is None or self.is_named or chronology_id in self.own:
            return text
        recogniser = self.checker.recogniser
        return SMALL.sub(lambda word: _named_in_small(recogniser, word[0]), coded(recogniser, text))

    def coding(self, chronologies: Iterable[UUID]) -> Coding | None:
        """What puts codes into whatever goes out of these chronologies; None where it goes out as written."""
        if self.checker is None or self.is_named or not self.hides_any_of(chronologies):
            return None
        return partial(coded, self.checker.recogniser)

    def entry(self, entry: Entry) -> Entry:
        """An entry as this person reads it. It is for the page alone and must not be saved."""
        if self.checker is not None and not self.is_named and entry.chronology_id not in self.own:
            own = entry.chronology_id
            for name in (*WORDS, "struck_because"):
                setattr(entry, name, self.words(getattr(entry, name), own))
            entry.raw = {self.words(str(head), own): self.words(str(cell), own) for head, cell in entry.raw.items()}
        return entry

    def version(self, version: EntryVersion) -> EntryVersion:
        """How an entry stood before, as this person reads it; for the page alone."""
        own = version.entry.chronology_id
        version.written = {
            name: self.words(value, own) if name in WORDS and isinstance(value, str) else value
            for name, value in version.written.items()
        }
        return version


def _named_in_small(recogniser: Recogniser, word: str) -> str:
    """The code for a word that would be a name with a capital, otherwise the word."""
    as_name = word.capitalize()
    read = coded(recogniser, as_name)
    return word if read == as_name else read


AS_WRITTEN = Shown()


def _ways_of_naming(key: Key) -> list[tuple[str, ...]]:
    """Of each person the code, every name, and the first name alone where nobody else has it."""
    firsts = [{name.split()[0] for name in each.written} for each in key.people]
    shared = Counter(folded(first) for each in firsts for first in each)
    alone = [sorted(first for first in each if shared[folded(first)] == 1) for each in firsts]
    return [(each.code, *each.written, *first) for each, first in zip(key.people, alone, strict=True)]


def shown_to(request: HttpRequest, opened: Mapping[str, Sequence[UUID]], *, page: str = "", also: Iterable[UUID] = ()) -> Shown:
    """How the signed-in person is shown the people of the case of which these things are opened to them.

    Whoever sees nothing but the chronologies of their own agency reads them as written. ``page`` is logged where names
    are shown. ``also`` are chronologies of which words are shown although they are not opened now.
    """
    keys = opened.get("personkey")
    if not keys:
        return AS_WRITTEN
    person = person_of(request)
    key = access.find(person, PersonKey, keys[0])
    may_name = access.may(person, key, "reveal")
    until = named_until(request, key) if may_name else None
    if until is not None and page:
        log.looked(key, f"{page}, with names", by=person)
    return Shown(key, may_name, until, _own_of(person), checker_of(key, [*opened.get("chronology", []), *also]))


def on_paper_for(person: Person, case_id: UUID) -> Shown:
    """The same for what is made for somebody on paper: always with codes for those who read the chronology of all agencies."""
    key = PersonKey.objects.visible_to(person).filter(case=case_id).first()
    if key is None:
        return AS_WRITTEN
    return Shown(key, own=_own_of(person), checker=checker_of(key, access.ids_opened(person, Chronology)))


def _own_of(person: Person) -> frozenset[UUID]:
    """The chronologies this person works on, read as written; asked when the first text of a chronology is shown."""
    own: Any = SimpleLazyObject(lambda: frozenset(access.ids_opened(person, Chronology, "change_entry")))
    return own  # type: ignore[no-any-return]


def in_codes(case_id: UUID, chronologies: Iterable[UUID], own: Iterable[UUID] = ()) -> Shown:
    """The same for whoever reads what rests on these chronologies, and not the key itself: codes, except in their own words."""
    key = PersonKey.objects.filter(case=case_id).first()
    return AS_WRITTEN if key is None else Shown(own=frozenset(own), checker=checker_of(key, chronologies))


# --- for an hour ---------------------------------------------------------------------------------------------------


def named_until(request: HttpRequest, key: PersonKey) -> datetime | None:
    """Until when this person sees names of this key; None where no reason was given or the hour is over."""
    said = request.session.get(SESSION, {}).get(str(key.pk))
    until = datetime.fromisoformat(said) if said else None
    return until if until is not None and until > clock.now() else None


def show_names(request: HttpRequest, key: PersonKey) -> None:
    """From now on, and for an hour, this person sees names: the reason has just been logged."""
    request.session[SESSION] = {**request.session.get(SESSION, {}), str(key.pk): (clock.now() + NAMED_FOR).isoformat()}


def show_codes(request: HttpRequest, key: PersonKey) -> None:
    """Back to codes."""
    request.session[SESSION] = {pk: until for pk, until in request.session.get(SESSION, {}).items() if pk != str(key.pk)}


# --- codes offered to whoever writes -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Offer:
    """A name that was typed, and the code the agency may use for it."""

    name: str
    code: str


def offers_for(entry: Entry) -> list[Offer]:
    """The names in an entry whose codes its agency knows, each once."""
    checker = checker_for(entry.chronology)
    if checker is None:
        return []
    recogniser = checker.recogniser
    found = (each for name in WORDS for each in recogniser.find(getattr(entry, name)) if each.sure not in NOT_CODED)
    return list(dict.fromkeys(Offer(each.text, code_of(recogniser, each)) for each in found))


def offered_in_words(entry: Entry) -> str:
    """The same in a sentence, for whoever has just typed it: “Ivo” is Child A; nothing where nobody is recognised."""
    told = ", ".join(f"“{offer.name}” is {offer.code}" for offer in offers_for(entry))
    return f"It names somebody whose code is known: {told}." if told else ""


def with_codes(entry: Entry) -> dict[str, str]:
    """The texts of an entry with the codes its agency knows, as far as that makes a difference."""
    checker = checker_for(entry.chronology)
    if checker is None:
        return {}
    texts = {name: coded(checker.recogniser, getattr(entry, name)) for name in WORDS if name not in {"date_words", "time_words"}}
    return {name: words for name, words in texts.items() if words != getattr(entry, name)}


# --- the key made ready --------------------------------------------------------------------------------------------


def checker_of(key: PersonKey, chronologies: Iterable[UUID]) -> Checker:
    """What recognises the board's people and those of the agencies whose chronologies are opened; made once for an edition."""
    among = frozenset(chronologies)
    return _made(("board", key.pk, key.edition, among), Q(chronology__isnull=True) | Q(chronology_id__in=among), key)


def checker_for(chronology: Chronology) -> Checker | None:
    """What recognises the people an agency may know by code: its own, and those of the board that agencies are told."""
    key = PersonKey.objects.filter(case=chronology.case_id).first()
    if key is None:
        return None
    theirs = Q(chronology=chronology) | Q(chronology__isnull=True, is_told=True)
    return _made(("agency", key.pk, key.edition, chronology.pk), theirs, key)


def _made(mark: Any, whose: Q, key: PersonKey) -> Checker:
    found = _ready.get(mark)
    if found is None:
        people = KeyedPerson.objects.standing().filter(whose, key=key).select_related("identity")
        told = KeyedIdentifier.objects.filter(whose & Q(key=key)) if mark[0] == "board" else KeyedIdentifier.objects.none()
        found = Checker(Key(_without_doubles(people), tuple(told.values_list("words", flat=True))))
        _ready[mark] = found
        while len(_ready) > KEPT:
            _ready.popitem(last=False)
    return found


def _without_doubles(people: Iterable[KeyedPerson]) -> tuple[Named, ...]:
    """The board's people, and those of an agency's whose name the board does not have: its code comes before an agency's."""
    found: list[Named] = []
    names: set[str] = set()
    for person in sorted(people, key=lambda each: each.chronology_id is not None):
        identity = person.identity
        if person.chronology_id is not None and folded(identity.name) in names:
            continue
        names.update(folded(each) for each in (identity.name, *identity.spellings))
        found.append(
            Named(
                code=person.code,
                name=identity.name,
                spellings=tuple(identity.spellings),
                role=person.role,
                born=identity.date_of_birth,
                died=identity.date_of_death,
                sex=person.sex,
            )
        )
    return tuple(found)
