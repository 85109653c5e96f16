"""A moment, or a stretch from one moment to another in which each half may lend the other its month or year."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from chronology.reading.calendar_words import CODES
from chronology.reading.moments import Calendar, Impossible, Moment, read_moment

CONNECTORS = re.compile(r" - | to | until | till | through | thru | and | & |&|\+| ?/ ?| ?- ?|, ?")
LIST_OF_DAYS = re.compile(r"(?:\d{1,2}(?:, ?| ?& ?| ?/ ?| and | ?\+ ?)){1,30}(?P<rest>\d{1,2} .*|\d{1,2}[/.-].*)")
GLUED = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")


def tidy(words: str) -> str:
    """One space between words and numbers, no hyphen between a number and a month."""
    months = "|".join(CODES)
    words = re.sub(rf"(?<=\d)(?=(?:{months})\b)", " ", GLUED.sub(" ", words))
    words = re.sub(rf"(?<!\d{{3}})(?<=\d)[-/.,](?=(?:{months})\b)|(?<=\b(?:{months}))[-/.,] ?(?='?\d)", " ", words)
    words = re.sub(rf"(?<=\d) - ({months}) - (?=\d)", r" \1 ", words)
    words = re.sub(rf"\b({months}) ?\.", r"\1 ", words)
    words = re.sub(r"([/.\\,-])\1+", r"\1", words)
    words = re.sub(rf"\bof (?={months}|\d{{4}})", "", words)
    return re.sub(r" +", " ", words).strip(" .,;")


def read_stretch(words: str, calendar: Calendar) -> Moment | None:
    """A moment, or a stretch from one to another in which the second may lend the first its month and year."""
    moment = _weekend_of_two_days(words, calendar) or read_moment(words, calendar)
    if moment:
        return moment
    listed = _listed_days(words, calendar)
    if listed:
        return listed
    impossible: Impossible | None = None
    for connector in sorted(CONNECTORS.finditer(words), key=_preference):
        left, right = words[: connector.start()].strip(), words[connector.end() :].strip()
        try:
            found = _joined(left, right, calendar)
        except Impossible as error:
            impossible = impossible or error
            continue
        if found:
            return found
    if (
        impossible
        and re.search(r"\d{4}|\d[/.-]\d{2}$", words)
        and re.fullmatch(rf"(?:[\d/.\-, '&+]|to|and|until|{'|'.join(CODES)})+", words)
    ):
        raise impossible
    return None


def _weekend_of_two_days(words: str, calendar: Calendar) -> Moment | None:
    """A weekend or working week that names its first and its last day."""
    match = re.fullmatch(r"(?:weekend|week end|wkend|week|wk)[ .:-]*(?:of )?(\d{1,2} ?[/&+-].*|\d{1,2} (?:and|to) .*)", words)
    inner = read_stretch(match[1], calendar) if match else None
    return inner if inner and inner.precision == "range" else None


def _preference(connector: re.Match[str]) -> int:
    """Connectors that stand apart are likelier to part two dates than signs inside a date."""
    sign = connector[0]
    return (
        0
        if sign in {" - ", " to ", " until ", " till ", " through ", " thru "}
        else 1
        if len(sign) > 2
        else 2
        if sign.strip() in {"&", "+"}
        else 3
    )


def _listed_days(words: str, calendar: Calendar) -> Moment | None:
    """Several days in one cell: "12, 13 and 15 March 2021"."""
    match = LIST_OF_DAYS.fullmatch(words)
    last = read_quietly(match["rest"], calendar) if match else None
    if match is None or last is None or last.precision != "day":
        return None
    days = [int(day) for day in re.findall(r"\d{1,2}", words[: match.start("rest")])]
    if not all(1 <= day <= last.start.day for day in days):
        return None
    first = last.start.replace(day=min(days))
    gaps = sorted([*days, last.start.day])
    together = all(later - earlier <= 1 for earlier, later in pairwise(gaps))
    return Moment(first, last.end, "range", "" if together else "The cell names several days. The entry covers all of them.")


def _joined(left: str, right: str, calendar: Calendar) -> Moment | None:
    if not left or not right:
        return None
    later = read_moment(right, calendar)
    earlier = read_moment(left, calendar) if later is None or not _lacks_year(left) else None
    if later and not earlier:
        earlier = _completed(left, later, calendar)
    elif earlier and not later:
        later = _continued(right, earlier, calendar)
    if not earlier or not later or "week" in {earlier.precision, later.precision}:
        return None
    if later.end < earlier.start:
        return Moment(
            later.start,
            earlier.end,
            "range",
            "The second date is before the first. They were taken the other way round.",
        )
    return Moment(earlier.start, later.end, "range")


def _lacks_year(words: str) -> bool:
    return (
        re.fullmatch(
            rf"\d{{1,2}}|\d{{1,2}}[/.\\-]\d{{1,2}}|\d{{1,2}} (?:{'|'.join(CODES)})|(?:[a-z]+ )?(?:{'|'.join(CODES)})",
            words,
        )
        is not None
    )


def _completed(left: str, later: Moment, calendar: Calendar) -> Moment | None:
    """The first half of a stretch with the month or year that it leaves to the second half."""
    year, month = later.start.year, CODES[later.start.month - 1]
    if re.fullmatch(r"\d{1,2}", left):
        if later.precision != "day" or int(left) > 31:
            return None
        earlier = (
            read_moment(f"{left} {month} {year}", calendar)
            if int(left) <= later.start.day
            else _month_before(int(left), later, calendar)
        )
    elif re.fullmatch(r"\d{1,2}[/.\\-]\d{1,2}", left):
        sign = re.sub(r"\d", "", left)
        earlier = read_moment(f"{left}{sign}{year}", calendar)
    else:
        earlier = read_moment(f"{left} {year}", calendar)
    if earlier and earlier.start > later.end and not re.fullmatch(r"\d{1,2}", left):
        return _a_year_before(left, year, calendar)
    return earlier


def _month_before(day: int, later: Moment, calendar: Calendar) -> Moment | None:
    """ "30-2 March" begins in February's last days only where February has them; otherwise it is no stretch."""
    before = later.start.replace(day=1) - dt.timedelta(days=1)
    return Moment(calendar.day(before.year, before.month, day), before, "day") if day <= before.day else None


def _a_year_before(left: str, year: int, calendar: Calendar) -> Moment | None:
    sign = re.sub(r"\d", "", left) if re.fullmatch(r"\d{1,2}[/.\\-]\d{1,2}", left) else " "
    return read_moment(f"{left}{sign}{year - 1}", calendar)


def _continued(right: str, earlier: Moment, calendar: Calendar) -> Moment | None:
    """The second half of a stretch whose month or year stands in the first half."""
    year, month = earlier.start.year, CODES[earlier.start.month - 1]
    if re.fullmatch(r"\d{1,2}", right):
        return (
            read_moment(f"{right} {month} {year}", calendar)
            if earlier.precision == "day" and int(right) > earlier.start.day
            else None
        )
    if re.fullmatch(r"\d{1,2}[/.\\-]\d{1,2}", right):
        return read_moment(f"{right}{re.sub(r'[0-9]', '', right)}{year}", calendar)
    return read_moment(f"{right} {year}", calendar) if re.fullmatch(rf"(?:\d{{1,2}} )?(?:{'|'.join(CODES)})", right) else None


def read_quietly(words: str, calendar: Calendar) -> Moment | None:
    try:
        return read_stretch(tidy(words), calendar)
    except Impossible:
        return None
