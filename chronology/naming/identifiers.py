"""What tells who somebody is beside a name: dates of birth in any usual writing, addresses, telephone and NHS numbers, e-mail."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from chronology.naming.judging import LIKELY, POSSIBLE, SURE
from chronology.naming.people import Key
from chronology.naming.tokens import folded
from chronology.naming.vocabulary import MONTHS, STREETS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SEP = r"[ \t\u00a0]*[/.\-\u2010-\u2013 \u00a0][ \t\u00a0]*"
DATES = re.compile(
    rf"(?<!\d)(?P<y1>(?:19|20)\d\d){_SEP}(?P<m1>\d\d?){_SEP}(?P<d1>\d\d?)(?!\d)"
    rf"|(?<!\d)(?P<d2>\d\d?){_SEP}(?P<m2>\d\d?){_SEP}(?P<y2>(?:19|20)\d\d|\d\d)(?!\d)"
    rf"|(?<!\d)(?P<d3>\d\d?)(?:st|nd|rd|th)?(?:[ \t\u00a0]+(?:day[ \t]+)?of)?[ \t\u00a0.,/\-]*"
    rf"(?P<m3>{_MONTH})\b\.?[ \t\u00a0.,/\-\u2019']*(?P<y3>(?:19|20)\d\d|\d\d)(?!\d)"
    rf"|\b(?P<m4>{_MONTH})\b\.?[ \t\u00a0]+(?P<d4>\d\d?)(?:st|nd|rd|th)?[ \t\u00a0,]+(?P<y4>(?:19|20)\d\d|\d\d)(?!\d)"
    r"|(?<!\d)(?P<packed>\d{8}|\d{6})(?!\d)",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+'\u2019-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w.])(?:\+44[ \-.]?(?:\(0\))?|\(?0)(?:[ \-.()]{0,2}\d){9,10}(?![\d])")
NHS = re.compile(r"(?<![\d.])\d{3}[ \-\u00a0\u2013]?\d{3}[ \-\u00a0\u2013]?\d{4}(?!\d)")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]?\d[A-Z]{2}\b")
NINO = re.compile(r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ ]?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?[A-D]\b")
DIGEST = re.compile(r"\b(?:(?=\d*[a-f])[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b", re.IGNORECASE)
_STREET = "|".join(sorted((word.capitalize() for word in STREETS if len(word) > 3), key=len, reverse=True))
ADDRESS = re.compile(
    r"\b(?:(?:Flat|Apartment|Apt|Unit|Room)[ ]\w{1,4},?[ ])?\d{1,4}[A-Za-z]?,?[ ]"
    rf"(?:[A-Z][\w\u2019'\-]+[ ]){{1,3}}(?:{_STREET})\b"
)
NUMBER = re.compile(r"\d+")
PLACE_WORD = re.compile(r"[^\W\d_]+|\d+[A-Za-z]?\b|\d+")
GENERAL = (
    (EMAIL, "email", LIKELY),
    (NINO, "national_insurance_number", LIKELY),
    (ADDRESS, "address", POSSIBLE),
    (POSTCODE, "postcode", POSSIBLE),
)


class Mark(NamedTuple):
    """An identifier in a text: where, what it is, whose code where that is known, how sure."""

    start: int
    end: int
    text: str
    kind: str
    code: str
    sure: str


class Identifiers:
    """Knows the dates and identifiers of one key."""

    def __init__(self, key: Key) -> None:
        self._born: dict[dt.date, list[str]] = {}
        self._died: dict[dt.date, list[str]] = {}
        self._stated: list[tuple[re.Pattern[str], str, str]] = []
        for person in key.people:
            if person.born:
                self._born.setdefault(person.born, []).append(person.code)
            if person.died:
                self._died.setdefault(person.died, []).append(person.code)
        for words in key.identifiers:
            self._learn(words)

    def _learn(self, words: str) -> None:
        day = _iso(words)
        if day is not None:
            self._born.setdefault(day, [])
        else:
            self._stated.extend(_patterns(words))

    def find(self, text: str) -> list[Mark]:
        """Every identifier in a text, in its order; what lies within a larger one is left out.

        The digits of a hash or of a row's identity are nobody's number, whatever they happen to look like.
        """
        text = DIGEST.sub(lambda found: " " * len(found.group()), text)
        marks = [*self._dates(text), *self._of_the_key(text), *_of_any_kind(text)]
        return _without_overlaps(marks)

    def _of_the_key(self, text: str) -> Iterator[Mark]:
        for pattern, kind, sure in self._stated:
            for found in pattern.finditer(text):
                yield Mark(found.start(), found.end(), found.group(), kind, "", sure)

    def _dates(self, text: str) -> Iterator[Mark]:
        if not (self._born or self._died) or not NUMBER.search(text):
            return
        for found in DATES.finditer(text):
            for day, sure in _days_of(found):
                for kind, known in (("date_of_birth", self._born), ("date_of_death", self._died)):
                    if day in known:
                        code = " or ".join(dict.fromkeys(known[day]))
                        yield Mark(found.start(), found.end(), found.group(), kind, code, sure)

    def of_day(self, day: dt.date) -> tuple[str, str] | None:
        """The kind and the code of a day that is stored as a day, not as words."""
        for kind, known in (("date_of_birth", self._born), ("date_of_death", self._died)):
            if day in known:
                return kind, " or ".join(dict.fromkeys(known[day]))
        return None


def _iso(words: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(words.strip())
    except ValueError:
        return None


def _days_of(found: re.Match[str]) -> Iterator[tuple[dt.date, str]]:
    """The days a written date may mean: day first; with the month first only where that is another day, and less sure."""
    named = found.groupdict()
    if named["packed"]:
        yield from _packed(named["packed"])
        return
    for number in "1234":
        if named[f"y{number}"]:
            month = named[f"m{number}"]
            day, m = int(named[f"d{number}"]), int(month) if month.isdigit() else MONTHS[month.lower()]
            for year in _years(named[f"y{number}"]):
                yield from _real(year, m, day, SURE)
                if month.isdigit() and day != m and number == "2":
                    yield from _real(year, day, m, POSSIBLE)


def written_day(words: str, today: dt.date) -> dt.date | None:
    """The past day that somebody wrote down, and nothing else; "30.8.94" is a day of the latest century it can be of."""
    found = DATES.fullmatch(words.strip())
    days = [day for day, sure in _days_of(found) if sure == SURE and day <= today] if found else []
    return max(days, default=None)


def _packed(digits: str) -> Iterator[tuple[dt.date, str]]:
    day, month, year = digits[:2], digits[2:4], digits[4:]
    for each in _years(year):
        yield from _real(each, int(month), int(day), LIKELY if len(digits) == 8 else POSSIBLE)
    if len(digits) == 8:
        yield from _real(int(digits[:4]), int(digits[4:6]), int(digits[6:]), LIKELY)


def _years(written: str) -> tuple[int, ...]:
    return (int(written),) if len(written) == 4 else (1900 + int(written), 2000 + int(written))


def _real(year: int, month: int, day: int, sure: str) -> Iterator[tuple[dt.date, str]]:
    try:
        yield dt.date(year, month, day), sure
    except ValueError:
        return


def _patterns(words: str) -> Iterator[tuple[re.Pattern[str], str, str]]:
    """How an identifier of the key may be written."""
    digits = "".join(NUMBER.findall(words))
    letters = [each for each in words if each.isalpha()]
    if "@" in words:
        yield re.compile(rf"(?<![\w.]){re.escape(words.strip())}(?!\w)", re.IGNORECASE), "email", SURE
    elif not letters and len(digits) >= 6:
        yield _spaced(digits), _number_kind(digits), SURE
    elif POSTCODE.fullmatch(words.strip().upper()):
        bare = re.sub(r"\s", "", words)
        yield (
            re.compile(rf"(?<!\w){re.escape(bare[:-3])}[\s\u00a0]*{re.escape(bare[-3:])}(?!\w)", re.IGNORECASE),
            "postcode",
            SURE,
        )
    else:
        yield from _address(words)


def _spaced(digits: str) -> re.Pattern[str]:
    """The same digits however they are grouped; a telephone number also with the country's code."""
    between = r"[\s\u00a0.\-\u2010-\u2013()/]{0,2}"
    body = between.join(digits)
    if digits.startswith("0"):
        rest = between.join(digits[1:])
        return re.compile(rf"(?<![\d])(?:\(?{body}|(?:\+|00)44{between}(?:\(?0\)?)?{between}{rest})(?!\d)")
    return re.compile(rf"(?<!\d){body}(?!\d)")


def _number_kind(digits: str) -> str:
    if digits.startswith("0") and len(digits) in {10, 11}:
        return "phone"
    return "nhs_number" if len(digits) == 10 else "number"


def _address(words: str) -> Iterator[tuple[re.Pattern[str], str, str]]:
    """An address with its number is sure; its street alone is told, less sure."""
    first = words.partition(",")[0]
    pieces = PLACE_WORD.findall(first if any(each.isdigit() for each in first) else words)
    if not pieces:
        return
    gap = r"[\s\u00a0,.\-_]{1,3}"
    body = [_street_word(folded(piece)) for piece in pieces]
    yield re.compile(rf"(?<!\w){gap.join(body)}(?!\w)", re.IGNORECASE), "address", SURE
    street = [part for piece, part in zip(pieces, body, strict=True) if not piece[0].isdigit()]
    if 1 < len(street) < len(body):
        yield re.compile(rf"(?<!\w){gap.join(street)}(?!\w)", re.IGNORECASE), "address", POSSIBLE


def _street_word(word: str) -> str:
    for long, shorts in STREETS.items():
        known = [long, *shorts.split()]
        if word in known and len(known) > 1:
            return rf"(?:{long}|(?:{'|'.join(known[1:])})\.?)"
    return re.escape(word)


def _of_any_kind(text: str) -> Iterator[Mark]:
    for pattern, kind, sure in GENERAL:
        for found in pattern.finditer(text):
            yield Mark(found.start(), found.end(), found.group(), kind, "", sure)
    if not NUMBER.search(text):
        return
    for found in PHONE.finditer(text):
        if len("".join(NUMBER.findall(found.group()))) >= 10:
            yield Mark(found.start(), found.end(), found.group(), "phone", "", LIKELY)
    for found in NHS.finditer(text):
        if _is_nhs_number("".join(NUMBER.findall(found.group()))):
            yield Mark(found.start(), found.end(), found.group(), "nhs_number", "", LIKELY)


def _is_nhs_number(digits: str) -> bool:
    """Whether the last digit is the check digit of the nine before it."""
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)) % 11
    return check != 10 and (0 if check == 11 else check) == int(digits[9]) and len(set(digits)) > 1


def _without_overlaps(marks: list[Mark]) -> list[Mark]:
    order = {SURE: 0, LIKELY: 1, POSSIBLE: 2}
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda each: (order[each.sure], each.start - each.end, each.start)):
        if all(mark.end <= other.start or mark.start >= other.end for other in kept):
            kept.append(mark)
    return sorted(kept)
