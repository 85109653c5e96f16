"""Days that words name or mean: "on 11 July", "yesterday", "at the weekend", "three days ago"."""

from __future__ import annotations

import datetime as dt
import re

from chronology.analysis.words import UNITS

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
DAY_OF_MONTH = re.compile(r"\b(?:the|on) (\d{1,2})(?:st|nd|rd|th)\b(?! (?:meeting|conference|review|visit|time|call))")
DAY_NAMED = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTHS})\b|\b(\d{{1,2}})[/.](\d{{1,2}})[/.](?:\d{{4}}|\d{{2}})\b"
    r"|(?<![\d/.])(\d{1,2})/(\d{1,2})(?![\d/.])"
)
# Without one of these no day is named; they are looked for far sooner.
MAY_BE_NAMED = re.compile(r"\d(?:[/.]\d|st|nd|rd|th| (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))")
MONTH_NUMBER = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
WEEKDAYS = {day[:3]: number for number, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
DAY_MEANT = re.compile(
    r"\b(?:(yesterday|last (?:night|evening)|the (?:day|night|evening) before"
    r"|overnight(?! (?:feed\w*|rate|fee|stay\w*|carers?|care|contact|respite|bag|pump)\b)"
    r"|(?:out|away|gone) all night)"
    r"|(?:on |last |this |since )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?<=on )(?:mon|wed|sat|sun)\b|(?<=last )(?:mon|wed|sat|sun)\b"
    r"|(?:mon|wed|sat|sun)(?= (?:night|evening|morning|afternoon|[ap]m|\d)))(?: night| evening| morning| afternoon)?"
    r"|((?:at |over |last |this |during |all |on )(?:the )?weekend|^weekend(?=:| report| log| update))"
    r"|(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) (?:days|nights) (?:ago|earlier|previously))\b"
)

# "Visit Monday", "until Friday": a day to come; "the same clothes as yesterday": nothing that happened yesterday.
AHEAD = frozenset(
    "will to visit see due for until till by next booked review again try call go tomorrow every each before".split()
)
# "Today, Monday": the entry's own day.
TODAY_ITSELF = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)),? \(?$")
COMPARING = frozenset("as than like".split())


def days_named(words: str) -> frozenset[tuple[int, int]]:
    """Days that the words name, as month and day; the year is seldom written."""
    found: set[tuple[int, int]] = set()
    if MAY_BE_NAMED.search(words) is None:
        return frozenset()
    for match in DAY_NAMED.finditer(words):
        if match.group(1):
            found.add((MONTH_NUMBER[match.group(2)[:3]], int(match.group(1))))
        else:
            found.add((int(match.group(4) or match.group(6)), int(match.group(3) or match.group(5))))
    found.update((0, int(match.group(1))) for match in DAY_OF_MONTH.finditer(words))
    return frozenset(found)


def days_meant(words: str, on: dt.date) -> frozenset[dt.date]:
    """Earlier days that the words mean: yesterday, on Sunday, at the weekend."""
    found: set[dt.date] = set()
    for match in DAY_MEANT.finditer(words):
        if words[: match.start()].rpartition(" ")[0].rpartition(" ")[2] in (AHEAD if match.group(2) else COMPARING):
            continue
        if match.group(2) and TODAY_ITSELF.search(words[: match.start()]):
            continue
        if match.group(1):
            found.add(on - dt.timedelta(1))
        elif match.group(4):
            found.add(on - dt.timedelta(UNITS.get(match.group(4), 0) or int(match.group(4))))
        elif match.group(2):
            found.add(on - dt.timedelta((on.weekday() - WEEKDAYS[match.group(2)[:3]]) % 7 or 7))
        else:
            sunday = on - dt.timedelta((on.weekday() - 6) % 7 or 7)
            found |= {sunday - dt.timedelta(before) for before in range(3)}  # it begins on Friday evening
    return frozenset(found)
