"""Reading one date cell: what the author wrote becomes a first and a last day with the precision the words have."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace

from chronology.reading.calendar_words import CODES, WEEKDAYS, month_number
from chronology.reading.moments import Calendar, Impossible, Moment, read_moment, read_serial, read_without_year
from chronology.reading.stretches import read_quietly, read_stretch, tidy
from chronology.reading.times import NO_TIME, TimeReading, read_time

MISSING, UNREADABLE, IMPOSSIBLE = "missing_date", "unreadable_date", "impossible_date"


@dataclass(frozen=True, slots=True)
class Query:
    """Something the author should confirm about a row that was taken: a word for it and the sentence."""

    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DateReading:
    """First and last day and precision; or the ``problem`` (a reason class) with a sentence.

    ``without_year`` is month and day where only the year is missing; ``as_above`` a date that points to the row above.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    precision: str | None = None
    problem: str = ""
    sentence: str = ""
    questions: tuple[Query, ...] = ()
    time: TimeReading = NO_TIME
    without_year: tuple[int, int] | None = None
    as_above: bool = False


DASHES = re.compile("[-\u2010-\u2015\u2212]")
NOTHING = re.compile(r"[-_./ ]*")
DITTO_MARKS = frozenset({'"', "\u201c", "\u201d", "\u3003", "''", ",,", '" "', '""'})
DITTO = re.compile(r"do\.?|ditto|as above|same(?: (?:day|date)(?: as above)?)?|as previous|see above")
BEFORE_CLOCK = r"(?<![\d/.\\-])" + rf"(?<!(?:{'|'.join(CODES)}) )"
CLOCK_TIME = (
    r"(?:12 ?(?:noon|midday|midnight)\b"
    r"|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.? ?m\b\.?)?(?: ?(?:hrs?|hours|h|gmt|bst|utc"
    r"|z)\b\.?)?|\d{1,2}[.]\d{2} ?(?:[ap]\.? ?m\b\.?|hrs?\b|hours\b)|\d{1,2} ?[ap]\.? ?m\b\.?"
    r"|\d{4} ?(?:hrs?|hours|h)\b)"
)
PART_OF_DAY = (
    r"(?:(?:in|during|on) the )?(?:(?:early|late|mid)[ -]?(?=morning|afternoon|evening|hours"
    r"|night))?(?:\b(?:morning|afternoon|evening|eve(?= of|$)|night(?! time)|overnight|early hours"
    r"|hours|lunch ?time|tea ?time|midday|noon|midnight|am|pm|a\.m\.|p\.m\.)(?!\w))(?: (?:of|on)\b)?"
)
CLOCK = re.compile(
    rf"(?:,? ?(?:\bat|@|-|,)? *)(?P<clock>{BEFORE_CLOCK}(?:(?:approx\w*|about|circa"
    rf"|c)\.? )?{CLOCK_TIME})(?: ?(?:-|to|until) ?{CLOCK_TIME})?|(?P<part>{PART_OF_DAY})"
)
BARE_CLOCK = re.compile(r"(?P<day>.*\d{2}),? ?(?:at )?(?P<clock>(?:[01]\d|2[0-4])[0-5]\d)")
ROUGHLY = re.compile(
    r"^(?:on or (?:about|around)\b|(?:c|ca|circa|approx(?:imately)?|appox|aprox|about|abt|around"
    r"|roughly|est(?:imated)?|probably|possibly|prob|poss|maybe|perhaps|presumed|believed(?: to be)?"
    r"|thought to be|likely|nominally)\b[. ]*|[?~\u2248]+ *)+"
)
ROUGHLY_AFTER = re.compile(r"(?:[ ,]*(?:\?+|\b(?:approx(?:imately)?|circa|est(?:imated)?|or thereabouts|ish)\b\.?))+$")
OPEN_ENDED = re.compile(
    r"^(?:on or )?(?:before|prior to|pre|after|post|since|from|by|until|up to|till|following"
    r"|ongoing (?:from|since))\b[ :-]*|(?:[ ,-]*\b(?:onwards?|ongoing|to date|to present|present"
    r"|to now|until now|continuing)|[ ]-)$"
)
FILLERS = re.compile(r"\b(?:on|the|in|during|dated|date|at|sometime|some time|of the|year of|period|throughout|over|between)\b")
BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
DATE_UNKNOWN = re.compile(r".*\b(?:exact|date|day|unknown|not known|n/?k|unclear|tbc|recorded|no date|year)\b.*")
ORDINAL = re.compile(r"(\d{1,2}) ?(?:st|nd|rd|th|ths)(?=[^a-z]|$|[a-z]{3,})")
WORD = re.compile(r"[a-z']+")
MISTYPED_DIGITS = re.compile(r"(?<![a-z0-9])(?=[0-9oil|]*\d)[0-9oil|]{1,4}(?:[/.\\-][0-9oil|]{1,4}){2}(?![a-z])")
DAY_LEFT_OPEN = re.compile(r"[?x_]{1,2} ?[/.-]")
POSSIBLY = re.compile(r"\bmay (?:have been|be|not)\b")
# Words that belong to a date; any other word beside one is a remark.
KNOWN_WORDS = frozenset(
    (
        "early beginning begining begin start beg first part mid middle late end latter week wk wc wb we w c e b "
        "commencing comencing comm com starting from ending ended weekend wkend half term terms spring summer autumn "
        "fall winter christmas xmas easter michaelmas lent academic school financial tax year fy ay q quarter month to "
        "until till through and or of good friday saturday sunday monday eve day boxing new bonfire night halloween "
        "valentines holiday holidays break vacation period time last second third fourth no x dd"
    ).split()
) | frozenset(CODES)
LONGEST_DATE = 120


def fold(text: str) -> str:
    """Small letters, plain dashes and spaces, months by their first three letters, ordinals without endings."""
    words = DASHES.sub("-", unicodedata.normalize("NFKC", text)).lower()
    words = words.replace("\u2019", "'").replace("\u2018", "'").replace("`", "'")
    words = re.sub(r"(?<=\d)t(?=\d{2}:)", " ", re.sub(r"(?<=:\d{2})(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})$", "", words.strip()))
    words = re.sub(r"\s+", " ", words).strip(" ;:,\"'*")
    words = MISTYPED_DIGITS.sub(lambda match: match[0].translate(DIGIT_SHAPES), words)
    words = ORDINAL.sub(r"\1 ", words).replace(" ,", ",")
    words = re.sub(r"(?<=[a-z])'s\b", "s", words)
    words = WORD.sub(_short_month, POSSIBLY.sub("perhaps ", words))
    return re.sub(r" +", " ", words).strip()


DIGIT_SHAPES = str.maketrans({"o": "0", "i": "1", "l": "1", "|": "1"})


def _short_month(match: re.Match[str]) -> str:
    word = match[0].strip("'")
    if word in WEEKDAYS:
        return match[0]
    number = month_number(word)
    return match[0].replace(word, CODES[number - 1]) if number else match[0]


def read_date(text: str, calendar: Calendar) -> DateReading:
    """What the cell says about when. Never raises: a cell that gives no date says which kind of none."""
    words = fold(text[: LONGEST_DATE * 4])
    if DITTO.fullmatch(words) or text.strip() in DITTO_MARKS:
        return DateReading(problem=UNREADABLE, sentence="The date refers to the row above.", as_above=True)
    if NOTHING.fullmatch(words):
        return DateReading(problem=MISSING, sentence="The date is empty.")
    if len(text) > LONGEST_DATE * 4:
        return _unreadable(text)
    serial = read_serial(words, calendar)
    if serial:
        return DateReading(serial.start, serial.end, serial.precision)
    return Cell(words, text, calendar).read()


def _unreadable(text: str) -> DateReading:
    shown = text.strip() if len(text.strip()) <= LONGEST_DATE else text.strip()[:LONGEST_DATE] + "\u2026"
    return DateReading(problem=UNREADABLE, sentence=f"\u201c{shown}\u201d gives no date.")


class Cell:
    """One date cell while it is taken apart: clock, markers and remarks come off until the moment is bare."""

    def __init__(self, words: str, text: str, calendar: Calendar) -> None:
        self.words = words
        self.text = text
        self.calendar = calendar
        self.rough = False
        self.questions: list[Query] = []
        self.time = NO_TIME
        self.weekday: int | None = None

    def read(self) -> DateReading:
        self._take_brackets()
        self._take_weekday()
        self._take_clock()
        self._take_markers()
        try:
            moment = self._moment()
        except Impossible as error:
            return DateReading(problem=IMPOSSIBLE, sentence=str(error), time=self.time)
        if moment is None:
            return replace(
                _unreadable(self.text), time=self.time, without_year=read_without_year(tidy(self.words), self.calendar)
            )
        return self._reading(moment)

    def _take_brackets(self) -> None:
        bare = self.words.strip("()[] ")
        if not BRACKETS.search(self.words) or not BRACKETS.sub("", self.words).strip(" -,"):
            self.words = bare
            return
        for match in BRACKETS.finditer(self.words):
            self._take_remark((match[1] or match[2] or "").strip())
        self.words = re.sub(r" +", " ", BRACKETS.sub(" ", self.words)).strip(" ,-")

    def _take_remark(self, remark: str) -> None:
        if not remark or remark in WEEKDAYS or DATE_UNKNOWN.fullmatch(remark):
            return
        if not ROUGHLY.sub("", remark) or not ROUGHLY_AFTER.sub("", remark):
            self.rough = True
            return
        time = read_time(remark)
        if time.precision in {"exact", "approx", "part_of_day"}:
            self.time = time
            return
        self.questions.append(Query("date_words", f"There are words beside the date: \u201c{remark}\u201d."))

    def _take_weekday(self) -> None:
        """A weekday helps to check the day; it is not needed to read it."""
        found = []

        def out(match: re.Match[str]) -> str:
            if match[0] in WEEKDAYS and not self.words[max(0, match.start() - 7) : match.start()].rstrip().endswith(
                ("good", "easter")
            ):
                found.append(WEEKDAYS[match[0]])
                return " "
            return match[0]

        self.words = re.sub(r" +", " ", WORD.sub(out, self.words)).strip(" ,.-")
        self.weekday = found[0] if len(found) == 1 else None

    def _take_clock(self) -> None:
        match = CLOCK.search(self.words)
        while match and not match[0].strip():
            match = CLOCK.search(self.words, match.end() + 1)
        if match and not self._is_named_day(match):
            self.time = read_time(match["clock"] or match["part"].removesuffix(" of").removesuffix(" on"))
            self.words = re.sub(r" +", " ", self.words[: match.start()] + " " + self.words[match.end() :]).strip(" ,-@")
            self.words = (
                CLOCK.sub(" ", self.words).strip(" ,-@")
                if CLOCK.search(self.words) and not self._is_named_day(CLOCK.search(self.words))
                else self.words
            )

    def _is_named_day(self, match: re.Match[str] | None) -> bool:
        return (
            match is not None
            and match["part"] is not None
            and bool(re.search(r"(?:christmas|years?|bonfire) ?$", self.words[: match.start("part")]))
        )

    def _take_markers(self) -> None:
        shorter = ROUGHLY_AFTER.sub("", ROUGHLY.sub("", self.words))
        if shorter != self.words and not DAY_LEFT_OPEN.match(self.words):
            self.rough, self.words = True, shorter.strip(" ,-")
        shorter = OPEN_ENDED.sub("", self.words).strip(" ,")
        inner = read_quietly(shorter, self.calendar) if shorter != self.words else None
        if inner and not read_quietly(self.words, self.calendar):
            self.words = shorter
            if inner.precision == "day":
                self.questions.append(
                    Query("open_ended", "The date says only before or after when. It was taken as the day named.")
                )
        self.words = (
            re.sub(r" +", " ", FILLERS.sub(" ", self.words)).strip(" ,-")
            if not _quietly(self.words, self.calendar)
            else self.words
        )
        shorter = ROUGHLY.sub("", self.words)
        if shorter != self.words and shorter and not DAY_LEFT_OPEN.match(self.words):
            self.rough, self.words = True, shorter

    def _moment(self) -> Moment | None:
        moment = read_stretch(tidy(self.words), self.calendar)
        if moment:
            return moment
        bare = BARE_CLOCK.fullmatch(self.words)
        if bare and self.time is NO_TIME:
            moment = read_quietly(tidy(bare["day"]), self.calendar)
            if moment and moment.precision == "day":
                self.time = read_time(bare["clock"])
                return moment
        return self._among_words()

    def _among_words(self) -> Moment | None:
        """A date with other words around it is taken, and the words are asked about."""
        plain = tidy(self.words)
        strange = [word for word in WORD.findall(plain) if word not in KNOWN_WORDS and word not in WEEKDAYS]
        if not strange:
            return None
        bare = WORD.sub(lambda match: " " if match[0] in strange else match[0], plain)
        moment = read_stretch(re.sub(r" +", " ", bare).strip(" ,.-:;/'"), self.calendar) or self._first_date(plain)
        if moment is None or moment.precision == "year":
            return None
        if not all(DATE_UNKNOWN.fullmatch(word) for word in strange):
            self.questions.append(Query("date_words", f"There are words beside the date: \u201c{self.text.strip()}\u201d."))
        return moment

    def _first_date(self, words: str) -> Moment | None:
        for pattern in (
            r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b",
            r"\d{4}-\d{2}-\d{2}",
            rf"\d{{1,2}} (?:{'|'.join(CODES)}) (?:\d{{4}}|'?\d{{2}})\b",
        ):
            found = re.search(pattern, words)
            if found:
                return read_moment(found[0], self.calendar)
        return None

    def _reading(self, moment: Moment) -> DateReading:
        precision = moment.precision
        if self.rough:
            precision = {"day": "approx_day", "month": "approx_month"}.get(precision, precision)
        if moment.question and not (moment.precision == "range" and "between" in self.text.lower()):
            self.questions.append(Query("date_words", moment.question))
        if self.weekday is not None and moment.precision == "day" and moment.start.weekday() != self.weekday:
            self.questions.append(
                Query("weekday_differs", f"{moment.start:%-d %B %Y} was a {moment.start:%A}, but the cell says otherwise.")
            )
        return DateReading(moment.start, moment.end, precision, questions=tuple(self.questions), time=self.time)


def _quietly(words: str, calendar: Calendar) -> bool:
    try:
        return read_stretch(tidy(words), calendar) is not None
    except Impossible:
        return True
