"""Hours of the day in whatever words: "23.25", "8pm", "twenty to eleven", "just after nine last night", "half five"."""

from __future__ import annotations

import re
from typing import NamedTuple

from chronology.analysis.times import minutes_apart
from chronology.analysis.words import UNITS

NUMBERS = {word: n for word, n in UNITS.items() if n}
HOUR = "|".join(sorted(NUMBERS, key=len, reverse=True))
PAST_OR_TO = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty five": 25, "twenty-five": 25, "half": 30}
BITS = "|".join(sorted(PAST_OR_TO, key=len, reverse=True))
NEAR = r"(?:(?:just |shortly |soon |a (?:bit|little) )?(?:after|before|gone|past)|about|around|approx(?:imately)?|roughly|nearly|almost|at|@|by)"
DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PART = (
    rf"(?:,? (?:in the |at |on )?(?:the |that |this |last |same )*(?:{DAYS} )?(?P<part>morning|afternoon|evening|night|tonight))?"
)
PARTS = ("part", "parth", "partn", "partc")
OF_WORDS, OF_HALF, OF_HOUR, OF_CLOCK = (PART.replace("<part>", f"<{name}>") for name in PARTS)
END = rf"(?=(?:[.:](?!\d)| ?[,;)]|-?ish\b|$)| (?:in the\b|on\b|last\b|that\b|this\b|tonight\b|yesterday\b|{DAYS}\b|and\b(?! a (?:half|quarter)\b)|when\b|as\b|to (?:report|say|tell|ask)\b|because\b|while\b|but\b|she\b|he\b|they\b|saying\b|o'clock\b|before\b|after\b))"
# Four figures behind one of these are somebody's or something's number.
NO_NUMBER_OF = "".join(
    rf"(?<!\b{word} )" for word in "pc ps dc ds no pcso number log ref incident crew collar unit officer".split()
)
# By the clock; with am or pm; so many past or to; half five; a whole hour by itself.
SAID = re.compile(
    rf"(?<![\d./:£-])(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?![\d/]|[.:-]\d| ?(?:kg|cm|mm|ml|mg|mmol|%|x)\b) ?(?P<half>[ap]\.?m\b|hrs?\b|hours\b)?"
    rf"|(?<![\d./:£-])(?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d) ?(?:hrs?|hours|h)\b|(?:\bat |@ ?)(?P<ha>[01]\d|2[0-3])(?P<ma>[0-5]\d)(?![\d/.-])|(?<![\w./:£-]){NO_NUMBER_OF}(?P<hb>(?!19|20)(?:[01]\d|2[0-3]))(?P<mb>[0-5]\d)(?![\w/]|[.:-]\d| (?:mg|ml|g|calories|kcal))"
    rf"|(?<![\d./:£-])(?P<hp>1[0-2]|[1-9]) ?(?P<halfp>[ap]\.?m)\b"
    rf"|\b(?P<past>{BITS}|\d{{1,2}}(?= (?:minutes|mins|past)))(?: minutes| mins)? (?P<way>past|to) (?P<hw>{HOUR}|1[0-2]|[1-9])\b(?! (?:people|times|days|weeks|months|years|hours|minutes|mins|men|women|children|boys|girls|officers|tablets|pounds|of)\b)(?: o'clock)?(?: ?(?P<halfw>[ap]\.?m)\b)?{OF_WORDS}"
    rf"|\b{NEAR} half (?P<hh>{HOUR})\b{OF_HALF}"
    rf"|\b(?:{NEAR} )+(?P<whole>{HOUR}|1[0-2]|[1-9]){END}(?: o'clock)?(?:-?ish\b)?{OF_HOUR}"
    rf"|\b(?P<clock>{HOUR}|1[0-2]|[1-9])(?: o'clock|(?= in the (?:morning|afternoon|evening)\b)|(?= at night\b)){OF_CLOCK}"
    r"|\b(?P<name>midnight|midday|noon)\b"
)
CUE = re.compile(r"\d|\b(?:past|to|half|o'clock|midnight|midday|noon|after|before|about|around|at|by|in|gone|nearly|almost)\b")
EARLY = 5  # "one at night" is early, "nine at night" late
NOON, DAY = 12, 24 * 60


class Said(NamedTuple):
    """The minutes of the day that an hour in words may mean, and where it stands."""

    minutes: frozenset[int]
    start: int
    end: int


def hours_said(words: str) -> list[Said]:
    """Every hour of the day that a text tells of, in its order."""
    return [Said(_minutes(match), match.start(), match.end()) for match in SAID.finditer(words)] if CUE.search(words) else []


def _minutes(match: re.Match[str]) -> frozenset[int]:
    if match["name"]:
        return frozenset({0 if match["name"] == "midnight" else DAY // 2})
    written = next(match[name] for name in ("h", "h4", "ha", "hb", "hp", "hw", "hh", "whole", "clock") if match[name])
    hour = NUMBERS.get(written) or int(written)
    minute = int(match["m"] or match["m4"] or match["ma"] or match["mb"] or 0) + _past(match)
    half = (match["half"] or match["halfp"] or match["halfw"] or "")[:1]
    by_the_clock = any(match[name] for name in ("h", "h4", "ha", "hb"))
    if hour > NOON or (by_the_clock and half not in {"a", "p"} and (hour in {0, NOON} or len(written) > 1)):
        return frozenset({(hour * 60 + minute) % DAY})
    morning, evening = (hour % NOON * 60 + minute) % DAY, ((hour % NOON + NOON) * 60 + minute) % DAY
    part = half or next((part for name in PARTS if (part := match[name])), "")
    return {
        "a": frozenset({morning}),
        "p": frozenset({evening}),
        "": frozenset({morning, evening}),
        "morning": frozenset({morning}),
        "night": frozenset({morning if hour % NOON < EARLY else evening}),
    }.get(part, frozenset({evening}))


def _past(match: re.Match[str]) -> int:
    """The minutes past the hour in words; before it fewer than none."""
    if match["hh"]:
        return PAST_OR_TO["half"]
    if not (past := match["past"]):
        return 0
    minutes = PAST_OR_TO.get(past) or int(past)
    return minutes if match["way"] == "past" else -minutes


def hours_apart(one: frozenset[int], other: frozenset[int]) -> int:
    """Minutes between two hours, over midnight too, as near as they may be meant."""
    apart = [minutes_apart(here, there) for here in one for there in other]
    return min(min(each, DAY - each) for each in apart)
