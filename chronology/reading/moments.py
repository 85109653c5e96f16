"""One point or stretch of time as it is written: a day, a week, a part of a month, a month, a term, a year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from chronology.reading.calendar_words import (
    CODES,
    EASTER_DAYS,
    HALF_TERMS,
    NAMED_DAYS,
    SEASONS,
    SIX_TERMS,
    TERM_NAMES,
    TERMS,
    easter_sunday,
    last_day,
)

EARLIEST_YEAR, LATEST_YEAR = 1900, 2200
YEARS_AHEAD = 10
SECOND_TENTH, THIRD_TENTH = 11, 21


class Impossible(Exception):
    """The words have the shape of a date, but there is no such day."""


@dataclass(frozen=True, slots=True)
class Moment:
    """First and last day and how exactly it is known; ``question`` is asked where the words leave something open."""

    start: dt.date
    end: dt.date
    precision: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """How this file's numbers are read: the order of day and month, the century, where serial numbers count from."""

    order: str = "DMY"
    today: dt.date = dt.date.max
    period: tuple[dt.date | None, dt.date | None] = (None, None)
    epoch: dt.date = dt.date(1899, 12, 30)

    def year(self, digits: str) -> int:
        """Four digits as they stand; two digits in the century that the period or today suggests."""
        if len(digits) == 4:
            return int(digits)
        recent, earlier = 2000 + int(digits), 1900 + int(digits)
        inside = [year for year in (recent, earlier) if self._is_inside(year)]
        if len(inside) == 1:
            return inside[0]
        return recent if recent <= self.today.year + YEARS_AHEAD else earlier

    def _is_inside(self, year: int) -> bool:
        start, end = self.period
        return start is not None and end is not None and start.year <= year <= end.year

    def day(self, year: int, month: int, day: int) -> dt.date:
        if not EARLIEST_YEAR <= year <= LATEST_YEAR:
            raise Impossible(f"The year {year} cannot be right.")
        if not 1 <= month <= 12:
            swapped = (
                f" If day and month are swapped, it is {month} {CODES[day - 1].title()} {year}."
                if 1 <= day <= 12 and 1 <= month <= last_day(year, day)
                else ""
            )
            raise Impossible(f"There is no month {month}.{swapped}")
        if not 1 <= day <= last_day(year, month):
            raise Impossible(f"There is no {day} {CODES[month - 1].title()} {year}.")
        return dt.date(year, month, day)


MONTH = "(?P<month>" + "|".join(CODES) + ")"
YEAR = r"'?(?P<year>\d{4}|\d{2})"
FULL_YEAR = r"(?P<year>\d{4})"
DAY = r"(?P<day>\d{1,2})"
SEP = r"(?: ?[/.,\\:-]+ ?| )"
EARLY = "early|beginning|begining|begin|start|beg|first part"
MIDDLE = "mid|middle"
LATE = "late|end|latter part|latter"
PART = f"(?P<part>{EARLY}|{MIDDLE}|{LATE})"
WEEK = (
    r"w ?[/.]? ?[cb]\b|wk ?/? ?c\b|(?:week|wk)(?: ?/? ?(?:commencing|comencing|comm|com|beginning"
    r"|begining|starting|start|from))?"
)
WEEK_ENDING = r"w ?[/.]? ?e\b|(?:week|wk) (?:ending|ended|end)"
COUNTED = {"first": 1, "1": 1, "second": 2, "2": 2, "third": 3, "3": 3, "fourth": 4, "4": 4, "last": 5}

Form = Callable[[re.Match[str], Calendar], Moment]
FORMS: list[tuple[re.Pattern[str], Form]] = []


def form(pattern: str) -> Callable[[Form], Form]:
    """Register one way of writing a moment."""

    def register(read: Form) -> Form:
        FORMS.append((re.compile(pattern), read))
        return read

    return register


def read_moment(words: str, calendar: Calendar) -> Moment | None:
    """The moment that the folded words name, or None where they have no known form. Raises Impossible."""
    for pattern, read in FORMS:
        match = pattern.fullmatch(words)
        if match:
            return read(match, calendar)
    return None


def _one_day(day: dt.date, question: str = "") -> Moment:
    return Moment(day, day, "day", question)


def _month(match: re.Match[str]) -> int:
    return CODES.index(match["month"]) + 1


def _whole_month(calendar: Calendar, year: int, month: int) -> Moment:
    first = calendar.day(year, month, 1)
    return Moment(first, first.replace(day=last_day(year, month)), "month")


def _span(first: dt.date, last: dt.date, question: str = "") -> Moment:
    return Moment(first, last, "range", question)


@form(rf"(?P<a>\d{{1,2}}){SEP}(?P<b>\d{{1,2}}){SEP}{YEAR}")
def _numbers(match: re.Match[str], calendar: Calendar) -> Moment:
    first, second = int(match["a"]), int(match["b"])
    day, month = (first, second) if calendar.order == "DMY" else (second, first)
    return _one_day(calendar.day(calendar.year(match["year"]), month, day))


@form(rf"{FULL_YEAR}{SEP}(?P<month>\d{{1,2}}){SEP}{DAY}")
def _year_first(match: re.Match[str], calendar: Calendar) -> Moment:
    return _one_day(calendar.day(int(match["year"]), int(match["month"]), int(match["day"])))


@form(r"\d{8}")
def _eight_digits(match: re.Match[str], calendar: Calendar) -> Moment:
    digits = match[0]
    if digits[:2] in {"19", "20"} and 1 <= int(digits[4:6]) <= 12:
        return _one_day(calendar.day(int(digits[:4]), int(digits[4:6]), int(digits[6:])))
    first, second = int(digits[:2]), int(digits[2:4])
    day, month = (first, second) if calendar.order == "DMY" else (second, first)
    return _one_day(calendar.day(int(digits[4:]), month, day))


@form(rf"{DAY},? {MONTH},? {YEAR}")
def _day_month_year(match: re.Match[str], calendar: Calendar) -> Moment:
    return _one_day(calendar.day(calendar.year(match["year"]), _month(match), int(match["day"])))


@form(rf"(?P<day>\d{{1,2}}) {MONTH} (?P<day2>\d{{1,2}}) {MONTH.replace('month', 'month2')},? {YEAR}")
def _two_days_run_together(match: re.Match[str], calendar: Calendar) -> Moment:
    year = calendar.year(match["year"])
    first = calendar.day(year, _month(match), int(match["day"]))
    last = calendar.day(year, CODES.index(match["month2"]) + 1, int(match["day2"]))
    return _span(first, last) if first <= last else _span(first.replace(year=year - 1), last)


@form(r"(?P<first>\S*\d{2}) (?P<second>\d\S*[/.-]\d{2,4})")
def _two_dates_one_below_the_other(match: re.Match[str], calendar: Calendar) -> Moment:
    days = sorted(_inner_day(match[name], calendar) for name in ("first", "second"))
    return _span(days[0], days[1], "The cell names several days. The entry covers all of them.")


@form(
    rf"{MONTH} {DAY},? ?{FULL_YEAR}"
    rf"|{FULL_YEAR.replace('year', 'year2')},? {MONTH.replace('month', 'month2')} {DAY.replace('day', 'day2')}"
)
def _month_day_year(match: re.Match[str], calendar: Calendar) -> Moment:
    year, month, day = match["year"] or match["year2"], match["month"] or match["month2"], match["day"] or match["day2"]
    return _one_day(calendar.day(int(year), CODES.index(month) + 1, int(day)))


@form(rf"{MONTH} {DAY}, ?'?(?P<year>\d{{2}})")
def _month_day_short_year(match: re.Match[str], calendar: Calendar) -> Moment:
    return _one_day(calendar.day(calendar.year(match["year"]), _month(match), int(match["day"])))


@form(rf"(?:month )?{MONTH},? ?{YEAR}|{FULL_YEAR.replace('year', 'year2')} {MONTH.replace('month', 'month2')}")
def _month_year(match: re.Match[str], calendar: Calendar) -> Moment:
    month = match["month"] or match["month2"]
    return _whole_month(calendar, calendar.year(match["year"] or match["year2"]), CODES.index(month) + 1)


@form(
    rf"(?P<month>\d{{1,2}}) ?[/.-] ?{FULL_YEAR}"
    rf"|{FULL_YEAR.replace('year', 'year2')} ?(?P<sign>[/.-]) ?(?P<month2>0[1-9]|1[0-2])"
)
def _month_in_digits(match: re.Match[str], calendar: Calendar) -> Moment:
    if match["sign"] == "/" and int(match["month2"]) == (int(match["year2"]) + 1) % 100:
        return _either_year(calendar, int(match["year2"]))
    return _whole_month(calendar, int(match["year"] or match["year2"]), int(match["month"] or match["month2"]))


@form(rf"(?:[?x_]{{1,2}}|dd) ?[/.-] ?(?P<month>\d{{1,2}}) ?[/.-] ?{YEAR}")
def _day_left_open(match: re.Match[str], calendar: Calendar) -> Moment:
    return _whole_month(calendar, calendar.year(match["year"]), int(match["month"]))


@form(rf"(?:year )?{FULL_YEAR}|(?:[?x_]{{1,2}} ?[/.-] ?){{2}}(?P<year2>\d{{4}})")
def _year(match: re.Match[str], calendar: Calendar) -> Moment:
    year = int(match["year"] or match["year2"])
    first = calendar.day(year, 1, 1)
    return Moment(first, first.replace(month=12, day=31), "year")


@form(
    r"(?P<kind>academic year|school year|financial year|tax year|fy|ay)? ?"
    r"(?P<first>\d{4}) ?[/-] ?(?P<second>\d{2}|\d{4})(?P<kind2> (?:academic|school|financial|tax) year)?"
)
def _double_year(match: re.Match[str], calendar: Calendar) -> Moment:
    first = int(match["first"])
    second = int(match["second"]) if len(match["second"]) == 4 else first // 100 * 100 + int(match["second"])
    if second <= first:
        raise Impossible(f"{first} to {second} is no stretch of years.")
    kind = ((match["kind"] or match["kind2"] or "").strip().split() or [""])[0]
    if second != first + 1 or (not kind and len(match["second"]) == 4):
        return _span(calendar.day(first, 1, 1), calendar.day(second, 12, 31))
    if kind in {"academic", "school", "ay"}:
        return _span(calendar.day(first, 9, 1), calendar.day(second, 8, 31))
    if kind in {"financial", "tax", "fy"}:
        return _span(calendar.day(first, 4, 1), calendar.day(second, 3, 31))
    return _either_year(calendar, first)


def _either_year(calendar: Calendar, first: int) -> Moment:
    return _span(
        calendar.day(first, 4, 1),
        calendar.day(first + 1, 8, 31),
        "It is not said whether a school year or a financial year is meant.",
    )


@form(rf"{PART} ?-? ?(?:of )?{MONTH},? {YEAR}")
def _part_of_month(match: re.Match[str], calendar: Calendar) -> Moment:
    whole = _whole_month(calendar, calendar.year(match["year"]), _month(match))
    return _tenth(whole, match["part"])


@form(rf"{PART} ?-? ?(?:of )?(?P<month>\d{{1,2}}) ?[/.-] ?{FULL_YEAR}")
def _part_of_month_in_digits(match: re.Match[str], calendar: Calendar) -> Moment:
    return _tenth(_whole_month(calendar, int(match["year"]), int(match["month"])), match["part"])


def _tenth(whole: Moment, part: str) -> Moment:
    if re.fullmatch(EARLY, part):
        return Moment(whole.start, whole.start.replace(day=SECOND_TENTH - 1), "part_month")
    if re.fullmatch(MIDDLE, part):
        return Moment(whole.start.replace(day=SECOND_TENTH), whole.start.replace(day=THIRD_TENTH - 1), "part_month")
    return Moment(whole.start.replace(day=THIRD_TENTH), whole.end, "part_month")


@form(rf"(?P<part>{EARLY}|{MIDDLE}|{LATE}) ?(?:-|/|to) ?(?P<other>{EARLY}|{MIDDLE}|{LATE}) (?:of )?{MONTH},? {YEAR}")
def _parts_of_month(match: re.Match[str], calendar: Calendar) -> Moment:
    whole = _whole_month(calendar, calendar.year(match["year"]), _month(match))
    return _span(_tenth(whole, match["part"]).start, _tenth(whole, match["other"]).end)


@form(rf"(?P<half>first|second|1|2) half (?:of )?{MONTH},? {YEAR}")
def _half_of_month(match: re.Match[str], calendar: Calendar) -> Moment:
    whole = _whole_month(calendar, calendar.year(match["year"]), _month(match))
    middle = whole.start.replace(day=15)
    return _span(whole.start, middle) if match["half"] in {"first", "1"} else _span(middle + dt.timedelta(days=1), whole.end)


@form(rf"(?P<count>first|second|third|fourth|last|[1-4]) (?:week|wk) (?:of |in )?{MONTH},? {YEAR}")
def _week_of_month(match: re.Match[str], calendar: Calendar) -> Moment:
    whole = _whole_month(calendar, calendar.year(match["year"]), _month(match))
    count = COUNTED[match["count"]]
    if count == COUNTED["last"]:
        return _span(whole.end - dt.timedelta(days=6), whole.end)
    first = whole.start + dt.timedelta(days=7 * (count - 1))
    return _span(first, first + dt.timedelta(days=6))


@form(rf"{PART} ?-? ?(?:of )?{FULL_YEAR}")
def _part_of_year(match: re.Match[str], calendar: Calendar) -> Moment:
    year = int(match["year"])
    first = 1 if re.fullmatch(EARLY, match["part"]) else 5 if re.fullmatch(MIDDLE, match["part"]) else 9
    return _span(calendar.day(year, first, 1), calendar.day(year, first + 3, last_day(year, first + 3)))


@form(rf"(?:(?:week|wk) (?:no )?)(?P<number>\d{{1,2}}),? (?:of )?{FULL_YEAR}")
def _numbered_week(match: re.Match[str], calendar: Calendar) -> Moment:
    calendar.day(int(match["year"]), 1, 1)
    try:
        monday = dt.date.fromisocalendar(int(match["year"]), int(match["number"]), 1)
    except ValueError as error:
        raise Impossible(f"There is no week {match['number']} in {match['year']}.") from error
    return Moment(monday, monday + dt.timedelta(days=6), "week")


@form(rf"(?:{WEEK_ENDING})[ .:-]*(?:of )?(?P<rest>(?:[a-z]+,? )?\d.*)")
def _week_ending(match: re.Match[str], calendar: Calendar) -> Moment:
    last = _inner_day(match["rest"], calendar)
    return Moment(last - dt.timedelta(days=6), last, "week")


@form(rf"(?:{WEEK})[ .:-]*(?:of )?(?P<rest>\d.*)")
def _week_commencing(match: re.Match[str], calendar: Calendar) -> Moment:
    first = _inner_day(match["rest"], calendar)
    if first.weekday() < 5:
        first -= dt.timedelta(days=first.weekday())
    return Moment(first, first + dt.timedelta(days=6), "week")


@form(r"(?:weekend|week end|wkend)[ .:-]*(?:of )?(?P<rest>\d.*)")
def _weekend(match: re.Match[str], calendar: Calendar) -> Moment:
    """A weekend named by one of its days; one named by both is a stretch and read as such."""
    day = _inner_day(match["rest"], calendar)
    saturday = (
        day - dt.timedelta(days=(day.weekday() - 5) % 7) if day.weekday() >= 5 else day + dt.timedelta(days=5 - day.weekday())
    )
    return _span(saturday, saturday + dt.timedelta(days=1))


def _inner_day(words: str, calendar: Calendar) -> dt.date:
    inner = read_moment(words, calendar)
    if inner is None or inner.precision != "day":
        raise Impossible("The week is not named by a day.")
    return inner.start


TERM_WORDS = "|".join(TERM_NAMES)
TERM_YEAR = r"(?P<year>\d{4}|\d{2})(?: ?[/-] ?(?P<next>\d{2,4}))?"


@form(
    rf"(?P<term>{TERM_WORDS}) (?:half )?term(?: [12])?,? {TERM_YEAR}"
    rf"|(?P<term2>{TERM_WORDS}),? (?P<year2>\d{{4}}) (?:school )?term"
    rf"|(?P<term3>{TERM_WORDS}) [12],? (?P<year3>\d{{4}})(?: ?[/-] ?(?P<next3>\d{{2,4}}))?"
    rf"|(?P<year4>\d{{4}})(?: ?[/-] ?(?P<next4>\d{{2,4}}))? (?P<term4>{TERM_WORDS}) term"
)
def _term(match: re.Match[str], calendar: Calendar) -> Moment:
    name = TERM_NAMES[match["term"] or match["term2"] or match["term3"] or match["term4"]]
    year = calendar.year(match["year"] or match["year2"] or match["year3"] or match["year4"])
    return _term_of(calendar, name, year, bool(match["next"] or match["next3"] or match["next4"]))


@form(rf"term (?P<number>[1-6]),? {TERM_YEAR}")
def _numbered_term(match: re.Match[str], calendar: Calendar) -> Moment:
    return _term_of(calendar, SIX_TERMS[int(match["number"])], calendar.year(match["year"]), bool(match["next"]))


def _term_of(calendar: Calendar, name: str, year: int, is_school_year: bool) -> Moment:
    """The term's days; "Spring term 2020/21" lies in the second of the two years."""
    year += is_school_year and name != "autumn"
    (first_month, first_day), (end_month, end_day) = TERMS[name]
    return Moment(calendar.day(year, first_month, first_day), calendar.day(year, end_month, end_day), "term")


@form(rf"(?P<season>spring|summer|autumn|fall),? {FULL_YEAR}")
def _season(match: re.Match[str], calendar: Calendar) -> Moment:
    year = int(match["year"])
    first, last = SEASONS[match["season"]]
    return _span(calendar.day(year, first, 1), calendar.day(year, last, last_day(year, last)))


@form(rf"winter,? {FULL_YEAR}(?: ?[/-] ?(?P<next>\d{{2}}|\d{{4}}))?")
def _winter(match: re.Match[str], calendar: Calendar) -> Moment:
    year = int(match["year"])
    question = "" if match["next"] else "A winter has two years; it was read as the one that begins in December."
    return _span(calendar.day(year, 12, 1), calendar.day(year + 1, 2, last_day(year + 1, 2)), question)


@form(
    rf"(?:q ?|quarter )(?P<quarter>[1-4]) ?(?:of )?{FULL_YEAR}"
    rf"|{FULL_YEAR.replace('year', 'year2')} ?q ?(?P<quarter2>[1-4])"
)
def _quarter(match: re.Match[str], calendar: Calendar) -> Moment:
    year, quarter = int(match["year"] or match["year2"]), int(match["quarter"] or match["quarter2"])
    last = quarter * 3
    return _span(
        calendar.day(year, last - 2, 1),
        calendar.day(year, last, last_day(year, last)),
        "The quarter was read as one of the calendar year.",
    )


@form(rf"(?P<named>{'|'.join([*NAMED_DAYS, *EASTER_DAYS])}),? {FULL_YEAR}")
def _named_day(match: re.Match[str], calendar: Calendar) -> Moment:
    year = int(match["year"])
    if match["named"] in NAMED_DAYS:
        return _one_day(calendar.day(year, *NAMED_DAYS[match["named"]]))
    calendar.day(year, 1, 1)
    return _one_day(easter_sunday(year) + dt.timedelta(days=EASTER_DAYS[match["named"]]))


@form(rf"(?:christmas|xmas)(?: (?:holidays?|break|period|time))?,? {FULL_YEAR}")
def _christmas(match: re.Match[str], calendar: Calendar) -> Moment:
    year = int(match["year"])
    return _span(calendar.day(year, 12, 20), calendar.day(year + 1, 1, 3), "No day is given.")


@form(rf"easter(?: (?:holidays?|break|weekend|period|time))?,? {FULL_YEAR}")
def _easter(match: re.Match[str], calendar: Calendar) -> Moment:
    calendar.day(int(match["year"]), 1, 1)
    sunday = easter_sunday(int(match["year"]))
    return _span(sunday - dt.timedelta(days=9), sunday + dt.timedelta(days=8), "No day is given.")


@form(rf"(?:{MONTH} half ?-?term|half ?-?term {MONTH.replace('month', 'month2')}),? {FULL_YEAR}")
def _half_term(match: re.Match[str], calendar: Calendar) -> Moment:
    month = match["month"] or match["month2"]
    if month not in HALF_TERMS:
        raise Impossible("There is no half term in that month.")
    first, last = HALF_TERMS[month]
    return _span(calendar.day(int(match["year"]), *first), calendar.day(int(match["year"]), *last), "No day is given.")


@form(rf"summer (?:holidays?|break|vacation),? {FULL_YEAR}")
def _summer_holidays(match: re.Match[str], calendar: Calendar) -> Moment:
    year = int(match["year"])
    return _span(calendar.day(year, 7, 18), calendar.day(year, 9, 7), "No day is given.")


DAY_WITHOUT_YEAR = re.compile(
    rf"(?P<day>\d{{1,2}}) {MONTH}|{MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}})"
    rf"|(?P<a>\d{{1,2}})[/.\\-](?P<b>\d{{1,2}})"
)


def read_without_year(words: str, calendar: Calendar) -> tuple[int, int] | None:
    """Month and day of a date that somebody wrote without its year."""
    match = DAY_WITHOUT_YEAR.fullmatch(words)
    if not match:
        return None
    if match["a"]:
        first, second = int(match["a"]), int(match["b"])
        day, month = (first, second) if calendar.order == "DMY" else (second, first)
    else:
        day, month = int(match["day"] or match["day2"]), CODES.index(match["month"] or match["month2"]) + 1
    return (month, day) if 1 <= month <= 12 and 1 <= day <= last_day(2000, month) else None


SERIAL = re.compile(r"(?P<serial>\d{5})(?:\.\d+)?")
SERIALS = range(20_000, 60_000)


def read_serial(words: str, calendar: Calendar) -> Moment | None:
    """The day a spreadsheet counts from its epoch, where the author's program showed the bare number."""
    match = SERIAL.fullmatch(words)
    if not match or int(match["serial"]) not in SERIALS:
        return None
    return _one_day(calendar.epoch + dt.timedelta(days=int(match["serial"])))
