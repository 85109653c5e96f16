"""Finding the people of a key in a text, however they are written. A recogniser is made once for an edition of the key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from secrets import token_bytes
from typing import NamedTuple

from rapidfuzz.distance import OSA

from chronology.naming.judging import LIKELY, POSSIBLE, SURE, is_titled, judge, judge_initials
from chronology.naming.people import Key
from chronology.naming.spellings import Form, forms_of, taken_apart
from chronology.naming.tokens import APOSTROPHES, BETWEEN, WORD, Token, begins_sentence, folded, tokens_of
from chronology.naming.vocabulary import (
    DETERMINERS,
    DOING,
    FEMALE_TITLES,
    KIN,
    MALE_TITLES,
    MONTHS,
    ORDINARY,
    PLACES_AFTER,
    TITLES,
)

SHORTEST_MISSPELT = 5
LONG_ENOUGH_FOR_TWO = 8
HONORIFICS = TITLES - {"father", "sister", "officer", "judge", "justice", "consultant", "registrar", "teacher", "headteacher"}
MOST_KNOWN = 50_000
FEW_LETTERS, A_LINE = 12, 30  # in shorter texts it is no accident that there is no capital
NO_NAMES = ORDINARY | DOING | DETERMINERS | KIN | TITLES | PLACES_AFTER | MONTHS.keys()


class Found(NamedTuple):
    """Somebody in a text: where, in which writing, who it can be (more than one where the name is shared), how sure."""

    start: int
    end: int
    text: str
    people: tuple[int, ...]
    kind: str
    sure: str


class Recogniser:
    """Knows the people of one key. Holds no text; what it remembers of words it has met is bounded.

    ``salt`` is its own: what others remember of texts that it has read they keep under hashes made with it.
    """

    def __init__(self, key: Key) -> None:
        self.key = key
        self.salt = token_bytes(16)
        self._forms: dict[str, list[tuple[tuple[str, ...], list[Form]]]] = {}
        self._words: set[str] = set()
        self._surnames: set[str] = set()
        self._initials: set[str] = set()
        self._rows: list[list[str]] = []
        self._meant: dict[str, tuple[str, ...]] = {}
        self._seen: dict[str, bool] = {}
        self._learn()

    def _learn(self) -> None:
        forms: dict[tuple[str, ...], dict[int, Form]] = {}
        for number, person in enumerate(self.key.people):
            for form in forms_of(number, person):
                known = forms.setdefault(form.words, {})
                if number not in known or form.stated:
                    known[number] = form
            self._surnames.update(word for each in person.written for word in taken_apart(each).surname)
        for words, by_person in forms.items():
            self._forms.setdefault(words[0], []).append((words, list(by_person.values())))
            if next(iter(by_person.values())).kind == "initials":
                self._initials.update(words if len(words) == 1 else ())
            else:
                self._words.update(word for word in words if len(word) >= SHORTEST_MISSPELT and word not in NO_NAMES)
        for each in self._forms.values():
            each.sort(key=lambda pair: -len(pair[0]))

    # --- the words of a text ---------------------------------------------------------------------------------

    def find(self, text: str, words: Iterable[str] = ()) -> list[Found]:
        """Everybody in a text, in its order; ``words`` were seen used as ordinary nouns in the papers it belongs to."""
        if not self._may_name_somebody(text):
            return []
        tokens = tokens_of(text)
        caseless = _is_caseless(text)
        return list(self._walk(text, tokens, caseless, frozenset(words)))

    def _may_name_somebody(self, text: str) -> bool:
        seen = self._seen
        for word in WORD.findall(text):
            known = seen.get(word)
            if known is None:
                known = self._remember(word)
            if known:
                return True
        return False

    def _remember(self, word: str) -> bool:
        if len(self._seen) > MOST_KNOWN:
            self._seen.clear()
            self._meant.clear()
        fold = folded(word)
        if fold not in self._meant:
            self._meant[fold] = self._means(fold)
        known = fold in self._forms or bool(self._meant[fold])
        self._seen[word] = known
        return known

    def _means(self, fold: str) -> tuple[str, ...]:
        """The words of names that this word may be a misspelling of."""
        if len(fold) < SHORTEST_MISSPELT or fold in self._forms or fold in NO_NAMES or not fold.isalpha():
            return ()
        return tuple(word for word in self._words if _is_misspelt(fold, word))

    def _walk(self, text: str, tokens: list[Token], caseless: bool, nouns: frozenset[str]) -> Iterator[Found]:
        place = 0
        while place < len(tokens):
            if not self._seen.get(tokens[place].text, True) and tokens[place].text in self._seen:
                place += 1
                continue
            found, length = self._at(text, tokens, place, caseless, nouns)
            if found is not None:
                yield found
            place += max(length, 1)

    def _at(self, text: str, tokens: list[Token], place: int, caseless: bool, nouns: frozenset[str]) -> tuple[Found | None, int]:
        """Whoever begins at this token, and how many tokens that takes."""
        fold = tokens[place].fold
        meant = self._meant.get(fold)
        if meant is None:
            self._remember(tokens[place].text)
            meant = self._meant[fold]
        for first in (fold, *meant):
            for words, forms in self._forms.get(first, ()):
                errors = self._fits(text, tokens, place, words)
                if errors is None:
                    continue
                found = self._found(text, tokens, place, words, forms, errors, caseless, nouns)
                if found is not None:
                    return found, len(words)
        return None, 1

    def _fits(self, text: str, tokens: list[Token], place: int, words: tuple[str, ...]) -> int | None:
        """How many words are misspelt where the form stands here; None where it does not."""
        if place + len(words) > len(tokens):
            return None
        errors = 0
        for number, word in enumerate(words):
            token = tokens[place + number]
            if number and not self._joins(text, tokens[place + number - 1], token, words[0]):
                return None
            if (
                number
                and "," in text[tokens[place + number - 1].end : token.start]
                and _is_next(tokens, place + len(words), words[0])
            ):
                return None
            if token.fold != word:
                if word not in self._meanings(token):
                    return None
                errors += 1
        return errors

    def _meanings(self, token: Token) -> tuple[str, ...]:
        if token.fold not in self._meant:
            self._remember(token.text)
        return self._meant[token.fold]

    def _joins(self, text: str, first: Token, second: Token, opening: str) -> bool:
        between = text[first.end : second.start]
        if between == " ":
            return True
        if not between or not BETWEEN.match(between):
            return not between and first.text.isdigit() != second.text.isdigit()
        if "." in between:
            return len(first.text) == 1 or first.fold in TITLES
        return "," not in between or opening in self._surnames

    # --- what is made of it ----------------------------------------------------------------------------------

    def _found(
        self,
        text: str,
        tokens: list[Token],
        place: int,
        words: tuple[str, ...],
        forms: list[Form],
        errors: int,
        caseless: bool,
        nouns: frozenset[str],
    ) -> Found | None:
        form = min(forms, key=lambda each: (not each.stated, each.kind != "name"))
        used = tokens[place : place + len(words)]
        if form.kind == "initials" and not form.stated:
            sure = _initials(text, used) if len(used) > 1 else judge_initials(text, tokens, place, self._initials)
            sure = None if caseless or any(not token.text.isupper() for token in used) else sure
        elif len(words) > 1:
            sure = _of_several(text, used, form, errors, caseless)
        elif errors:
            sure = _misspelt(text, tokens, place, nouns, caseless)
        else:
            is_surname = used[0].fold in self._surnames
            sure = judge(text, tokens, place, is_caseless=caseless, is_surname=is_surname, is_word=used[0].fold in nouns)
        if sure is None:
            return None
        title = _title_before(text, tokens, place)
        people = self._narrowed(forms, title.fold if title else "")
        start, end = (title or used[0]).start, used[-1].end
        kind = "misspelling" if errors else ("spelling" if form.stated and form.kind == "spelling" else form.kind)
        return Found(start, end, text[start:end], people, kind, sure)

    def _narrowed(self, forms: Sequence[Form], title: str) -> tuple[int, ...]:
        """Who of those that share a name is meant, as far as a title tells."""
        people = [form.person for form in forms]
        stated = [form.person for form in forms if form.stated]
        if len(stated) == 1:
            return (stated[0],)
        sex = "male" if title in MALE_TITLES else "female" if title in FEMALE_TITLES else ""
        if len(people) > 1 and sex:
            titled = [number for number in people if self._is_called(number, sex)]
            people = titled or people
        return tuple(sorted(set(people)))

    def _is_called(self, number: int, sex: str) -> bool:
        """Whether this person is known to have that sex, or is written somewhere with such a title."""
        person = self.key.people[number]
        titles = MALE_TITLES if sex == "male" else FEMALE_TITLES
        return person.sex == sex or any(taken_apart(each).title in titles for each in person.written)


def _is_next(tokens: list[Token], place: int, surname: str) -> bool:
    """Whether the surname follows once more: "Moor, Ann Moor" is two people of a list and not one written backwards."""
    return place < len(tokens) and tokens[place].fold == surname


def _is_misspelt(fold: str, word: str) -> bool:
    if abs(len(fold) - len(word)) > 2 or (fold[0] != word[0] and fold[:2] != word[1::-1]):
        return False
    if fold == f"{word}s":
        return False
    most = 2 if min(len(word), len(fold)) >= LONG_ENOUGH_FOR_TWO else 1
    return OSA.distance(fold, word, score_cutoff=most) <= most


def _is_caseless(text: str) -> bool:
    """Whether capitals say nothing in this text, because there are none or nothing else."""
    return (text.islower() and len(text) > A_LINE) or (text.isupper() and len(text) > FEW_LETTERS)


def _initials(text: str, used: list[Token]) -> str | None:
    between = {text[first.end : second.start] for first, second in pairwise(used)}
    return LIKELY if between <= {".", ". "} else None


def _of_several(text: str, used: list[Token], form: Form, errors: int, caseless: bool) -> str | None:
    if form.kind == "initialled" and not form.stated and not _initial_stands(text, used, caseless):
        return None
    is_small = all(token.text.islower() for token in used)
    if is_small and not caseless and all(token.fold in ORDINARY or len(token.fold) < 3 for token in used):
        return None
    if all(token.fold in ORDINARY for token in used) and any(token.text.islower() for token in used) and not caseless:
        return None
    return SURE if errors < len(used) else LIKELY


def _initial_stands(text: str, used: list[Token], caseless: bool) -> bool:
    """A single capital beside a name is an initial, unless it begins "A&E" or is the article."""
    if caseless:
        return False
    for token in used:
        if len(token.text) == 1:
            following = text[token.end : token.end + 1]
            if not token.text.isupper() or following in {"&", "/", *APOSTROPHES} or following.isdigit():
                return False
        elif not token.text[0].isupper():
            return False
    return not (used[0].fold == "a" and begins_sentence(text, used[0].start) and used[-1].fold in ORDINARY)


def _misspelt(text: str, tokens: list[Token], place: int, nouns: frozenset[str], caseless: bool) -> str | None:
    """One word alone that is nearly a name: behind a title, or with a capital that the sentence does not ask for."""
    token = tokens[place]
    if not token.text[0].isupper() or caseless or token.fold in nouns:
        return None
    if is_titled(tokens, place):
        return SURE
    if begins_sentence(text, token.start):
        return POSSIBLE
    return LIKELY if len(token.fold) > SHORTEST_MISSPELT else POSSIBLE


def _title_before(text: str, tokens: list[Token], place: int) -> Token | None:
    """The title that belongs to a name, so that a code does not stand behind a "Mr"."""
    near = {tokens[place - 1].fold} if place else set()
    if place > 1 and tokens[place - 1].text.isdigit():
        near = {tokens[place - 2].fold}
    if not near & HONORIFICS or tokens[place].fold in HONORIFICS:
        return None
    first = place - 1 if tokens[place - 1].fold in HONORIFICS else place - 2
    before = tokens[first]
    between = text[before.end : tokens[first + 1].start]
    is_title = before.text[0].isupper() and between.strip() in {"", "."} and 0 < len(between) < 4 and "\n" not in between
    return before if is_title else None


__all__ = ["LIKELY", "POSSIBLE", "SURE", "Found", "Recogniser"]
