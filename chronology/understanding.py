"""What somebody typed about when: understood, said back in words, and asked about where it may mean two things."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chronology.reading import read_date
from chronology.reading.dates import DateReading
from chronology.reading.moments import Calendar
from chronology.reading.times import NO_TIME, TimeReading, read_time
from chronology.wording import day_in_full, hour_in_words, period_in_full
from frameworks import clock

NO_DATE = "Enter a date, for example 27 March 2021 or early March 2021"
NOT_YET = "The date must be today or in the past"
NO_TIME_OF_DAY = "Enter a time, for example 22:14, about 9am or evening"
WHICH_YEAR = "The year is missing. Choose the year that is meant"
RELATIVE = re.compile(
    r".*\b(?:yesterday|today|tomorrow|last (?:week|month|year|night)|this (?:week|month|year|morning)|days? ago"
    r"|weeks? ago|months? ago|the (?:day|week) before|(?:next|following) (?:day|week))\b.*",
    re.IGNORECASE,
)
YEARS_BACK = 4
MOST_CHOICES = 8
NUMBERS = re.compile(r"(?P<first>\d{1,2})\s?[/.-]\s?(?P<second>\d{1,2})\s?[/.-]\s?(?P<year>\d{4}|\d{2})")
TWO_YEARS = re.compile(r"(?P<first>\d{4})\s?[/-]\s?(?P<second>\d{2}|\d{4})")
WINTER = re.compile(r"\bwinter\b\D*(?P<year>\d{4})", re.IGNORECASE)
QUARTER = re.compile(r"\b(?:q|quarter)\s?(?P<quarter>[1-4])\D*(?P<year>\d{4})", re.IGNORECASE)
QUARTERS = ("January to March", "April to June", "July to September", "October to December")


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that the words may mean: the words that say so, and the period they give."""

    typed: str
    said: str

    @property
    def label(self) -> str:
        """As it is offered: with its own words where those name what is meant ("school year 2020/21")."""
        return f"{self.typed}: {self.said}" if self.typed[:1].isalpha() and self.typed not in self.said else self.said


@dataclass(frozen=True, slots=True)
class Understood:
    """What typed words say about when. Without ``problem`` there is a date; ``question`` asks which of the choices is meant."""

    words: str
    reading: DateReading
    problem: str = ""
    question: str = ""
    choices: tuple[Choice, ...] = ()

    @property
    def said(self) -> str:
        """The period in words, for the eye to check: "between 1 and 10 March 2021, early in the month"."""
        read = self.reading
        if self.problem or read.start is None or read.end is None:
            return ""
        return period_in_full(read.start, read.end, read.precision or "day")

    def settled(self, chosen: str) -> Understood:
        """The same once somebody has chosen what is meant; what was not offered settles nothing."""
        if chosen not in {choice.typed for choice in self.choices}:
            return self
        meant = self if chosen == self.words else understand(chosen)
        return replace(meant, question="", choices=())


Years = Callable[[], Sequence[int]]


def years_before(today: date) -> Sequence[int]:
    """The years that a date without one may belong to where nothing else is known, latest first."""
    return range(today.year, today.year - YEARS_BACK, -1)


def years_within(period: tuple[date | None, date | None] | None) -> Sequence[int]:
    """The years of the period under review, where one has been agreed."""
    first, last = period or (None, None)
    if first is None or last is None:
        return years_before(clock.today())
    return range(first.year, last.year + 1)


def understand(words: str, years: Years | None = None) -> Understood:
    """What the words say; ``years`` gives the years to try where they name none."""
    reading = read_date(words, Calendar(today=clock.today()))
    if reading.start is None or reading.end is None:
        return _without_year(words, reading, years) or _no_date(words, reading)
    if reading.start > clock.today():
        return Understood(words, reading, NOT_YET)
    if not reading.questions:
        return Understood(words, reading)
    return Understood(words, reading, question=_asked(reading), choices=_choices(words, reading))


def _no_date(words: str, reading: DateReading) -> Understood:
    if RELATIVE.fullmatch(words.strip()):
        return Understood(words, reading, f"“{words.strip()}” depends on the day of writing. Enter the date itself")
    swapped = _swapped(words)
    sentence = reading.sentence or NO_DATE
    return Understood(words, reading, sentence, choices=tuple(_offered([swapped]) if swapped else ()))


def _without_year(words: str, reading: DateReading, years: Years | None) -> Understood | None:
    """ "3 May" in each year it may have been: taken where there is one, asked where there are several."""
    if reading.as_above or re.search(r"\d{4}", words) or RELATIVE.fullmatch(words.strip()):
        return None
    tried = years or (lambda: years_before(clock.today()))
    if not _is_complete_with(words, clock.today().year - 1):
        return None
    offered = _offered([_with_year(words, year) for year in tried()], fits=_on_its_weekday)
    if len(offered) == 1:
        return replace(understand(offered[0].typed), words=words)
    return Understood(words, reading, question=WHICH_YEAR, choices=offered[:MOST_CHOICES]) if offered else None


def _is_complete_with(words: str, year: int) -> bool:
    read = read_date(_with_year(words, year), Calendar(today=clock.today()))
    return read.start is not None and read.precision != "year" and not any(each.code == "date_words" for each in read.questions)


def _with_year(words: str, year: int) -> str:
    return f"{words.strip().rstrip(',')} {year}"


def _on_its_weekday(read: DateReading) -> bool:
    return all(query.code != "weekday_differs" for query in read.questions)


def _offered(typed: Sequence[str], fits: Callable[[DateReading], bool] = lambda _: True) -> tuple[Choice, ...]:
    """Those of these words that give a date that has come, each with what it says."""
    found = [(words, read_date(words, Calendar(today=clock.today()))) for words in typed]
    return tuple(
        Choice(words, period_in_full(read.start, read.end, read.precision or "day"))
        for words, read in found
        if read.start is not None and read.end is not None and read.start <= clock.today() and fits(read)
    )


def _asked(reading: DateReading) -> str:
    said = " ".join(dict.fromkeys(query.sentence for query in reading.questions))
    return said.replace("the cell says otherwise", "the words say otherwise") + " Choose what is meant"


def _choices(words: str, reading: DateReading) -> tuple[Choice, ...]:
    """What else the words may mean, and last what they were taken for as they stand."""
    others = [*_school_or_financial(words), *_winters(words), *_quarters(words)]
    codes = {query.code for query in reading.questions}
    if "open_ended" in codes and reading.start is not None:
        others.append(f"about {day_in_full(reading.start, with_weekday=False)}")
    if "weekday_differs" in codes:
        swapped = _swapped(words)
        others += [swapped] if swapped else []
    assert reading.start is not None  # noqa: S101 - only a reading with a date has questions
    assert reading.end is not None  # noqa: S101 - the same
    as_it_stands = Choice(words, period_in_full(reading.start, reading.end, reading.precision or "day"))
    offered = [choice for choice in _offered(others) if choice.said != as_it_stands.said]
    return (*offered, as_it_stands)


def _swapped(words: str) -> str:
    """The day with its month and day the other way round."""
    match = NUMBERS.search(words)
    if match is None or int(match["first"]) > 12:
        return ""
    read = read_date(match[0], Calendar(order="MDY", today=clock.today()))
    return day_in_full(read.start, with_weekday=False) if read.start is not None else ""


def _school_or_financial(words: str) -> list[str]:
    match = TWO_YEARS.fullmatch(words.strip())
    return [f"{kind} year {match[0]}" for kind in ("school", "financial")] if match else []


def _winters(words: str) -> list[str]:
    match = WINTER.search(words)
    if match is None:
        return []
    year = int(match["year"])
    return [f"winter {year - 1}/{year % 100:02d}", f"winter {year}/{(year + 1) % 100:02d}"]


def _quarters(words: str) -> list[str]:
    match = QUARTER.search(words)
    if match is None:
        return []
    quarter, year = int(match["quarter"]), int(match["year"])
    of_finance = quarter % 4
    return [f"{QUARTERS[quarter - 1]} {year}", f"{QUARTERS[of_finance]} {year + (quarter == 4)}"]


# --- the time of day -----------------------------------------------------------------------------------------------


def time_in(words: str, within: DateReading | None = None) -> TimeReading:
    """The time that was typed, or the one that stood in the words of the date."""
    if words.strip():
        return read_time(words)
    return within.time if within is not None and within.time.precision else NO_TIME


def time_said(read: TimeReading, words: str) -> str:
    """The time in words; that it is not known is said too, where somebody typed so."""
    if read.precision is None:
        return "time not known" if words.strip() else ""
    return hour_in_words(read.time, read.end, read.precision, words.strip())
