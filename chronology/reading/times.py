"""Times of day as agencies write them: exact, rough, a part of the day, or none."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

ROUGHLY = re.compile(
    r"^(?:\?+|~|c\b\.?|ca\b\.?|circa\b|approx(?:imately|\.)?|app\.|(?:about|abt|around|roughly"
    r"|estimated|est|just before|just after|before|after|by|from|shortly before|shortly after|pre"
    r"|post|soon after)\b\.?) *-?",
    re.IGNORECASE,
)
ROUGHLY_AFTER = re.compile(r"(?: *\?+| *\(?approx(?:imately|\.)?\)?| *ish| *\(?est\)?| *onwards?)$", re.IGNORECASE)
LEADING = re.compile(r"^(?:at|@|time|from) *:? *", re.IGNORECASE)
HOURS = r"(?P<hours>\d{1,2})"
HALF = r"(?P<half>[ap])\.? ?m\.?"
UNIT = r"(?:hrs?|hours?|h|hr\.?|z|gmt|bst|utc)\.?"
FORMS = (
    re.compile(
        rf"{HOURS} ?[:;.,h-] ?(?P<minutes>\d{{2}})(?:[:.](?P<seconds>\d{{2}})(?:\.\d+)?)?(?: ?{HALF})?(?: ?{UNIT})?",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<hours>\d{{1,2}})(?P<minutes>\d{{2}})(?: ?{HALF})?(?: ?{UNIT})?", re.IGNORECASE),
    re.compile(rf"{HOURS} ?{HALF}", re.IGNORECASE),
    re.compile(rf"{HOURS} ?(?:o'? ?clock) ?{HALF}", re.IGNORECASE),
    re.compile(rf"{HOURS} ?{UNIT}", re.IGNORECASE),
)
NAMED = {
    **dict.fromkeys(("noon", "midday", "mid-day", "mid day", "12 noon", "12noon", "12 midday"), dt.time(12)),
    **dict.fromkeys(("midnight", "12 midnight", "12midnight"), dt.time(0)),
}
PARTS = re.compile(
    r"(?:in |during |over |at |by |the |of |all |whole |school |working )*"
    r"(?:early|late|mid|later|middle|end|start|first|last|before|after|around|whole|all)?[ -]*(?:in |of |the )*"
    r"(?:a\.? ?m\.?|p\.? ?m\.?|morning|mornings|afternoon|aft|evening|eve|evenings|night|nights?time"
    r"|overnight|day|daytime|day time|hours|early hours|small hours"
    r"|lunch(?:[ -]?time)?|tea[ -]?time|bed[ -]?time|breakfast|dinner(?:[ -]?time)?"
    r"|break(?:[ -]?time)?|playtime|home ?time|school|work|dusk|dawn|tonight|today|registration"
    r"|pick ?up|drop ?off|shift|pm/eve|am/pm)"
    r"(?: (?:of|hours|time|session|shift|period|school|register))*",
    re.IGNORECASE,
)
UNKNOWN = re.compile(
    r"(?:[-\u2013\u2014_.?*/ ]+|n[/ .]?k\.?|n[/ .]?a\.?|n[/ .]?r\.?|n[/ .]?s\.?|nil|none|null|tbc|tba"
    r"|blank|not (?:known|recorded|stated|given|specified|noted|documented|available|applicable|clear"
    r"|logged|provided|entered)"
    r"|time (?:not (?:known|recorded|stated|given)|unknown)|un(?:known|recorded|timed|stated|clear"
    r"|specified)|no time(?: (?:given|recorded|stated))?|unk|various|multiple|several)",
    re.IGNORECASE,
)
RANGE = re.compile(r"\s*(?:-|\bto\b|\buntil\b|\btill\b|/|&|\band\b)\s*", re.IGNORECASE)
BETWEEN = re.compile(r"^(?:between|from|btwn|b/w) ", re.IGNORECASE)


SHORT_FRACTION = len("0.25")


@dataclass(frozen=True, slots=True)
class TimeReading:
    """``precision``: exact, approx, part_of_day, invalid, or None for no time. ``midnight``: written as 24:00."""

    time: dt.time | None = None
    precision: str | None = None
    end: dt.time | None = None
    midnight: bool = False


NO_TIME = TimeReading()
INVALID = TimeReading(precision="invalid")


def fold(text: str) -> str:
    words = unicodedata.normalize("NFKC", text).strip().lower()
    words = re.sub(r"[\u2010-\u2015\u2212]", "-", words).replace("\u2019", "'")
    return re.sub(r"\s+", " ", words)


def read_time(text: str) -> TimeReading:
    """What a time cell says. Words that are no time are ``invalid``: the text is kept and the author asked."""
    words = fold(text).strip(" ,;")
    if not words or UNKNOWN.fullmatch(words):
        return NO_TIME
    rough = False
    bare = words.strip("()[]")
    for pattern in (ROUGHLY, ROUGHLY_AFTER):
        shorter = pattern.sub("", bare).strip(" .")
        rough, bare = rough or shorter != bare.strip(" ."), shorter or bare
    bare = LEADING.sub("", bare).strip()
    exact = _clock(bare)
    if exact is not None:
        return exact if not rough or exact.time is None else TimeReading(exact.time, "approx", midnight=exact.midnight)
    if PARTS.fullmatch(words) or PARTS.fullmatch(bare):
        return TimeReading(precision="part_of_day")
    stretch = _stretch(bare, rough or bool(BETWEEN.match(words)))
    return stretch or INVALID


def _stretch(words: str, rough: bool) -> TimeReading | None:
    """A time from one hour to another: it begins where it begins."""
    pieces = RANGE.split(BETWEEN.sub("", words), maxsplit=1)
    if len(pieces) != 2:
        return None
    last = _clock(pieces[1])
    first = (
        _clock(pieces[0] + pieces[1][-2:])
        if pieces[1][-2:] in {"am", "pm"} and pieces[0].isdigit() and len(pieces[0]) < 3
        else _clock(pieces[0])
    )
    if first is None or last is None or first.time is None or last.time is None:
        return TimeReading(precision="part_of_day") if all(PARTS.fullmatch(piece) for piece in pieces) else None
    return TimeReading(first.time, "approx" if rough else "exact", last.time)


def _clock(words: str) -> TimeReading | None:
    """The reading where the words have the shape of a clock time (valid or not), else None."""
    if words in NAMED:
        return TimeReading(NAMED[words], "exact")
    for pattern in FORMS:
        match = pattern.fullmatch(words)
        if match:
            return _valid(match)
    return None


def _valid(match: re.Match[str]) -> TimeReading:
    groups = match.groupdict()
    hours, minutes, seconds = int(groups["hours"]), int(groups.get("minutes") or 0), int(groups.get("seconds") or 0)
    half = groups.get("half")
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    if hours == 24 and not minutes:
        return TimeReading(dt.time(0), "exact", midnight=True)
    if hours > 23 or minutes > 59 or seconds > 59:
        return INVALID
    return TimeReading(dt.time(hours, minutes), "exact")


def read_time_number(number: float, text: str) -> TimeReading:
    """A bare number in a time cell: 910 for 09:10, 9.3 for 9.30, a part of a day; 0.15 could be either and is asked."""
    if 0 < number < 1:
        if len(text) <= SHORT_FRACTION:
            return INVALID
        since_midnight = round(number * 24 * 60) % (24 * 60)
        return TimeReading(dt.time(since_midnight // 60, since_midnight % 60), "exact")
    if number == int(number) and 0 <= number < 2_400:
        whole = int(number)
        return read_time(f"{whole:04d}") if whole > 24 else read_time(f"{whole}:00")
    hours, _, minutes = text.partition(".")
    return read_time(f"{hours}:{minutes.ljust(2, '0')}") if 1 <= len(minutes) <= 2 else INVALID
