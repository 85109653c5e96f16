"""Words for days, months and seasons as people in British agencies write them, right and wrong."""

from __future__ import annotations

import calendar
import datetime as dt
import functools

from rapidfuzz.distance import OSA

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
CODES = tuple(name[:3] for name in MONTHS)
SHORT_FORMS = {"sept": 9, "janu": 1, "febr": 2, "apri": 4, "augu": 8, "octo": 10, "novem": 11, "decem": 12}
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        )
    )
    for word in words.split()
}
SHORTEST_MISSPELT = 4
# The days a British school year gives to its three terms, wide enough for every council.
TERMS = {"autumn": ((9, 1), (12, 31)), "spring": ((1, 1), (4, 15)), "summer": ((4, 16), (8, 31))}
TERM_NAMES = {
    "autumn": "autumn",
    "christmas": "autumn",
    "michaelmas": "autumn",
    "spring": "spring",
    "easter": "spring",
    "lent": "spring",
    "summer": "summer",
}
SIX_TERMS = {1: "autumn", 2: "autumn", 3: "spring", 4: "spring", 5: "summer", 6: "summer"}
HALF_TERMS = {
    "feb": ((2, 8), (2, 28)),
    "may": ((5, 22), (6, 7)),
    "jun": ((5, 22), (6, 7)),
    "oct": ((10, 15), (11, 5)),
    "nov": ((10, 15), (11, 5)),
}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
NAMED_DAYS = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "xmas day": (12, 25), "boxing day": (12, 26),
    "new year eve": (12, 31), "new years eve": (12, 31), "new year day": (1, 1), "new years day": (1, 1),
    "bonfire night": (11, 5), "halloween": (10, 31), "valentines day": (2, 14),
}  # fmt: skip
EASTER_DAYS = {"good friday": -2, "easter saturday": -1, "easter sunday": 0, "easter monday": 1, "easter day": 0}


@functools.lru_cache(maxsize=4_096)
def month_number(word: str) -> int:
    """1 to 12 for a month's name, short form or plain misspelling; 0 for any other word."""
    if word in CODES:
        return CODES.index(word) + 1
    if word in SHORT_FORMS:
        return SHORT_FORMS[word]
    starts = [number for number, name in enumerate(MONTHS, start=1) if len(word) > 3 and name.startswith(word)]
    if len(starts) == 1:
        return starts[0]
    if len(word) < SHORTEST_MISSPELT or word in WEEKDAYS or word in NOT_MONTHS:
        return 0
    near = sorted(
        (OSA.distance(word, name), number) for number, name in enumerate(MONTHS, start=1) if len(name) >= SHORTEST_MISSPELT
    )
    allowed = 1 if len(word) < 7 else 2
    return near[0][1] if near[0][0] <= allowed and near[0][0] < near[1][0] else 0


# Words one letter away from a month that mean something else.
NOT_MONTHS = frozenset(
    [
        "match",
        "marsh",
        "larch",
        "starch",
        "reach",
        "macho",
        "jury",
        "duly",
        "jolly",
        "july's",
        "mary",
        "many",
        "maya",
        "maybe",
        "ample",
    ]
)


def last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def easter_sunday(year: int) -> dt.date:
    """The Gregorian rule of 1876, in one line per step of the almanac."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return dt.date(year, month, day + 1)
