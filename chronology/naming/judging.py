"""Whether one word is somebody's name here: decided by its case, its neighbours and where it stands, not by a list alone.

Each sign counts for or against; the sum decides. A name that is no ordinary word is a name in any case. One that is
("Grace", "Mark", "Lee") is a word in small letters, a name in the middle of a sentence with a capital unless its
neighbours make it a month, a place or a title, and at the beginning of a sentence whatever stands after it says.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from chronology.naming.tokens import APOSTROPHES, Token, begins_sentence
from chronology.naming.vocabulary import (
    ABBREVIATIONS,
    BASE_VERBS,
    DETERMINERS,
    DOING,
    EVERYDAY,
    IMPERATIVES,
    KIN,
    MODALS,
    MONTHS,
    NUMBER_WORDS,
    ORDINARY,
    PLACES_AFTER,
    PLACES_BEFORE,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
)

SURE, LIKELY, POSSIBLE = "sure", "likely", "possible"
FOR_A_FAMILY = 5
FOR_A_NAME_IN_SMALL = 3
SHORTEST_IN_SMALL = 4  # letters of a name that is recognised in small letters, too
UNSURE_TITLES = frozenset({"father", "sister", "officer", "judge", "justice"})
FAMILY = frozenset(
    {
        "family",
        "families",
        "children",
        "household",
        "siblings",
        "parents",
        "brothers",
        "sisters",
        "twins",
        "boys",
        "girls",
        "baby",
    }
)
ORDERED = frozenset({"to", "on", "for", "that", "all"})
WHERE = frozenset({"in", "at", "with", "from", "by", "has"})
HEADS = frozenset({"house", "isle", "forest", "city", "university", "bishop", "college", "school", "bay", "vale", "act", "lord"})


def judge(text: str, tokens: Sequence[Token], place: int, *, is_caseless: bool, is_surname: bool, is_word: bool) -> str | None:
    """How sure it is that this one token names a person; None where it does not. ``is_word``: seen used as a common noun."""
    token = tokens[place]
    before = _neighbour(text, tokens, place, -1)
    after = _neighbour(text, tokens, place, +1)
    if is_titled(tokens, place):
        return SURE
    is_ordinary = token.fold in ORDINARY or is_word
    if _is_place(text, tokens, place, before, after):
        return None if is_ordinary or is_surname else POSSIBLE
    if not is_ordinary:
        return _of_a_plain_name(token, after, is_caseless=is_caseless)
    if token.text.islower() and not is_caseless:
        return _of_a_word_in_small(text, tokens, place, before, after)
    score = _score(text, tokens, place, before, after, is_caseless=is_caseless)
    if is_surname:
        is_family = after is not None and after.fold in FAMILY
        score += FOR_A_FAMILY if is_family else -_against_a_surname(before, begins_sentence(text, token.start))
    return _graded(score, token)


def _of_a_word_in_small(text: str, tokens: Sequence[Token], place: int, before: Token | None, after: Token | None) -> str | None:
    """A rare word in small letters may be a name typed in haste: behind "partner", or doing what only people do."""
    if tokens[place].fold in EVERYDAY:
        return None
    score = _of_what_stands_before(text, tokens, place, before)
    score += _of_what_stands_after(text, tokens, place, after, starts=True)
    return POSSIBLE if score >= FOR_A_NAME_IN_SMALL else None


def judge_initials(text: str, tokens: Sequence[Token], place: int, known: Container[str]) -> str | None:
    """Two or three capitals without stops are somebody where somebody stands: doing something, spoken to, or beside another."""
    if tokens[place].fold in ABBREVIATIONS:
        return None
    before, after = _neighbour(text, tokens, place, -1), _neighbour(text, tokens, place, +1)
    acts = after is not None and after.fold in DOING
    is_met = before is not None and before.fold in PREPOSITIONS | KIN
    near = [each for each in (*tokens[max(0, place - 2) : place], *tokens[place + 1 : place + 3]) if each.text.isupper()]
    is_beside = any(each.fold in known and each.fold not in ABBREVIATIONS for each in near)
    return LIKELY if acts or is_met or is_beside else POSSIBLE


def is_titled(tokens: Sequence[Token], place: int) -> bool:
    """Behind a title, or behind the number that an officer has behind the title."""
    if place > 1 and tokens[place - 1].fold.isdigit():
        place -= 1
    return place > 0 and tokens[place - 1].fold in TITLES - UNSURE_TITLES and tokens[place].start - tokens[place - 1].end < 4


def _against_a_surname(before: Token | None, starts: bool) -> int:
    """A surname that is an ordinary word hardly begins a sentence, and does not follow a strange name or thing."""
    follows_a_name = before is not None and before.text.istitle() and before.fold not in TITLES | KIN | PREPOSITIONS
    return 3 if follows_a_name else 1 if starts else 0


def _of_a_plain_name(token: Token, after: Token | None, *, is_caseless: bool) -> str | None:
    if token.text.islower() and len(token.text) < (3 if is_caseless else SHORTEST_IN_SMALL):
        return POSSIBLE
    is_other = after is not None and after.text.istitle() and len(after.text) > 2 and after.fold not in DOING | MONTHS.keys()
    return LIKELY if is_other else SURE


def _graded(score: int, token: Token) -> str | None:
    if score >= 2:
        return SURE
    if score == 1:
        return LIKELY
    return POSSIBLE if score == 0 and token.fold not in MODALS | MONTHS.keys() else None


def _score(
    text: str, tokens: Sequence[Token], place: int, before: Token | None, after: Token | None, *, is_caseless: bool
) -> int:
    token = tokens[place]
    starts = begins_sentence(text, token.start)
    if is_caseless:
        score = -1 if token.text.islower() and token.fold in EVERYDAY else 0
    elif starts:
        score = 0 if token.fold in EVERYDAY else 1
    else:
        score = 2
    score += _of_what_stands_before(text, tokens, place, before)
    score += _of_what_stands_after(text, tokens, place, after, starts=starts or is_caseless)
    if token.fold in MONTHS:
        score += _of_a_month(tokens, place)
    return score


def _of_what_stands_before(text: str, tokens: Sequence[Token], place: int, before: Token | None) -> int:
    if before is None:
        return 1 if text[: tokens[place].start].rstrip().endswith((",", ":", ";", "&", "/", "+")) else 0
    if before.fold in KIN:
        return 3
    if before.fold in DETERMINERS and not _tells_what_was_said(before, tokens[place]):
        return -4
    if before.fold in PREPOSITIONS:
        return 1
    return 0


def _tells_what_was_said(before: Token, token: Token) -> bool:
    """ "Reported that Lee was…": no thing is pointed at, for what follows has a capital that the sentence does not ask for."""
    return before.text == "that" and token.text[0].isupper()


def _of_what_stands_after(text: str, tokens: Sequence[Token], place: int, after: Token | None, *, starts: bool) -> int:
    token = tokens[place]
    rest = text[token.end :].lstrip(" \t\u00a0")
    if rest[:1] in APOSTROPHES and rest[1:2] in {"s", "S"}:
        return 1 if token.fold in MONTHS else 2
    if after is None:
        return 1 if not rest or rest[0] in (",&:/" if starts else ",.;:)&/+!?") else 0
    is_small = after.text.islower()
    signs = (
        (token.fold in MODALS and after.fold in BASE_VERBS | PRONOUNS, -3),
        (token.fold in IMPERATIVES and starts and after.fold in PRONOUNS | DETERMINERS | ORDERED, -3),
        (after.fold == "of", -3),
        (after.fold in DOING or (is_small and len(after.fold) > 4 and after.fold.endswith("ed")), 2),
        (is_small and len(after.fold) > 5 and after.fold.endswith("ing"), 1),
        (after.text.istitle() and len(after.text) > 2 and not starts, -2),
        (after.text.isupper() and len(after.text) > 1 and not token.text.isupper(), -2),
        (starts and after.fold not in WHERE and token.fold in EVERYDAY, -1),
    )
    return next((weight for holds, weight in signs if holds), 0)


def _of_a_month(tokens: Sequence[Token], place: int) -> int:
    """Against a name that is a month: a number beside it, a word for a part of it, another month near by."""
    near = [*tokens[max(0, place - 3) : place], *tokens[place + 1 : place + 4]]
    before = tokens[place - 1].fold if place else ""
    after = tokens[place + 1].fold if place + 1 < len(tokens) else ""
    if before.isdigit() or after.isdigit() or before in {"st", "nd", "rd", "th"} or before in NUMBER_WORDS:
        return -6
    if any(each.fold in MONTHS and each.fold not in {"may", "mar", "jan"} for each in near):
        return -6
    return -1 if before in {"by", "to", "from", "of", "before", "after", "and"} else 0


def _neighbour(text: str, tokens: Sequence[Token], place: int, step: int) -> Token | None:
    """The word beside this one with only a space (or a hyphen, or the stop of a title) between; otherwise nobody."""
    other = place + step
    if not 0 <= other < len(tokens):
        return None
    first, second = (tokens[other], tokens[place]) if step < 0 else (tokens[place], tokens[other])
    between = text[first.end : second.start]
    if len(between) > 3:
        return None
    if between.strip(" \t\u00a0_-\u2010\u2011") == "" and "\n" not in between:
        return tokens[other]
    return tokens[other] if step < 0 and between.strip() == "." and first.fold in TITLES | PLACES_BEFORE else None


def _is_place(text: str, tokens: Sequence[Token], place: int, before: Token | None, after: Token | None) -> bool:
    """Part of the name of a place, a school, a company: "Grace Road", "Forest of Dean", "St Mark's", "Sky TV"."""
    token = tokens[place]
    if token.text.islower():
        return False
    if after is not None and after.fold in PLACES_AFTER and after.text[0].isupper():
        return True
    if before is None:
        return False
    if before.fold in PLACES_BEFORE and before.text[0].isupper() and not before.text.isdigit():
        return True
    return before.fold == "of" and place > 1 and tokens[place - 2].fold in HEADS and tokens[place - 2].text[0].isupper()
