"""At what time of the day it was, in whatever words: before midnight, in time for tea, at first playtime, in the dead of night."""

from __future__ import annotations

import re
from typing import NamedTuple

from chronology.analysis.differences.between import BORNE_OUT, Between, Difference, once_in_case, words_in
from chronology.analysis.differences.clauses import read
from chronology.analysis.differences.telling_time import DAY, hours_said
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import clock

HALF = 30  # minutes
# Words for a time of the day, with the minutes between which it lies.
PARTS = tuple(
    (re.compile(rf"\b(?:{words})\b"), first * HALF, last * HALF)
    for words, first, last in (  # in half hours
        (
            r"small hours|dead of (?:the )?night|middle of the night|pitch (?:dark|black)|early hours|past midnight|after midnight",
            0,
            11,
        ),
        (r"first light|dawn|daybreak|sunrise", 9, 16),
        (
            r"breakfast(?: time)?|before school|first thing|(?:on|at) registration|start of (?:the )?(?:school )?day|on the way to school",
            13,
            19,
        ),
        (r"mid-?morning|(?:morning|first) (?:break|play ?time|play)|(?:at|during) (?:break|play ?time)", 19, 24),
        (r"(?:this|that|in the|saturday|sunday) morning", 10, 24),
        (r"mid-?day|middle of the day|lunch ?time|(?:at|over|after|before) lunch|dinner ?time", 22, 29),
        (r"(?:this|that|in the|saturday|sunday|mid-?) ?afternoon", 24, 36),
        (
            r"home ?time|after (?:school|lessons|college)|end of (?:the )?school(?: day)?|(?:school|lessons) (?:had )?(?:finished|ended)|school run|when school (?:came|let) out",
            29,
            34,
        ),
        (r"tea ?time|(?:for|before|after|over) (?:his|her|their) tea", 31, 38),
        (r"(?:this|that|in the|saturday|sunday|early) evening|dusk|nightfall", 33, 46),
        (r"bed ?time", 36, 45),
        (
            r"late at night|late evening|closing time|last orders|chucking[- ]out time|pubs? (?:shut|closed|turned out)|(?:day|evening) was (?:all but|nearly|almost) over|end of the evening",
            43,
            50,
        ),
    )
)
PART_WORDS = frozenset(
    """hours dead middle pitch midnight light dawn daybreak sunrise breakfast school thing registration start break playtime play morning
    midday lunch lunchtime dinner dinnertime afternoon home hometime lessons tea teatime evening dusk nightfall bed bedtime late closing
    last chucking pub pubs past to half after before about around at by gone nearly almost noon clock""".split()
)
# Of another thing than what happened: until then, since then, to come, or told of then.
OF_ANOTHER = re.compile(
    r"\b(?:since|until|till|missing|last (?:seen|saw|well)|due|curfew|by|appointment|appt|clinic|session|slot|hearing|court|(?:brought|taken|conveyed|transferred) (?:in )?to (?:the )?(?:hospital|ed|ward|unit|custody|station|theatre)|meeting|booked|tomorrow|next|usually|every|rang|phoned|called|texted|told|reported|will|to (?:be|visit|see|come|go|attend|ring|call|collect|return|meet)"
    r"|discharg\w+|handover|handed over|admitted|released|bailed|bail|arriv\w+|walked|awake|left|leav\w+|set off|went (?:out|off))\b[^.;,]{0,40}$|\b(?:from|home|back)(?: (?:at|by|about))? $"
)
FAR, ONE_MOMENT = 150, 120  # minutes by which two hours are another; within which a record's own are of one moment


class At(NamedTuple):
    """A time of the day, with the words that say something in its sentence."""

    spans: tuple[tuple[int, int], ...]  # in which it may lie
    stems: frozenset[str]


def by_part_of_day(between: Between) -> Difference | None:
    """Hours apart by the words of both; the clock may be that of hearing of it. Shown only where a third bears one of them out."""
    case, first, second = between.case, between.first, between.second
    if any(each.meetings or each.gathering for each in (first, second)):
        return None  # what was agreed there is of many hours
    mine, theirs = _told(case, first), _told(case, second)
    if not mine or not theirs or not _of_one_thing(case, mine, theirs):
        return None
    if any(_apart(here, there) < FAR for here in mine for there in theirs):
        return None
    hours = [f"about {clock(each[0].spans[0][0] % DAY)}" for each in (mine, theirs)]
    told = f"{between.name(first)} has it at {hours[0]}, {between.name(second)} at {hours[1]}"
    return between.told("time", f"{told}.", BORNE_OUT)


def _of_one_thing(case: Case, mine: tuple[At, ...], theirs: tuple[At, ...]) -> bool:
    """Whether each tells of one moment alone, or the sentences with the hours share a rather rare word."""
    alone = all(_apart(one, other) <= ONE_MOMENT for told in (mine, theirs) for one in told for other in told)
    return alone or any(case.rarity(stem) >= RARE for here in mine for there in theirs for stem in here.stems & there.stems)


RARE = 4.0


def _apart(one: At, other: At) -> int:
    """Minutes between two times, over midnight too; none where they may be one."""
    return min(_between(here, there) for here in one.spans for there in other.spans)


def _between(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(max(0, other[0] + shift - one[1], one[0] - other[1] - shift) for shift in (-DAY, 0, DAY))


@once_in_case
def _told(case: Case, facts: Facts) -> tuple[At, ...]:
    """The times of the day of what happened: each in its sentence."""
    found: list[At] = []
    if PART_WORDS.isdisjoint(words_in(facts.words)):
        return ()
    for sentence in facts.sentences_in_full:
        parts = [
            (first, last)
            for sign, first, last in PARTS
            for match in sign.finditer(sentence)
            if not OF_ANOTHER.search(sentence, 0, match.start())
        ]
        hours = [each.minutes for each in hours_said(sentence) if not OF_ANOTHER.search(sentence, 0, each.start)]
        if (parts or hours) and "as usual" not in sentence:
            stems = read(case, sentence).stems
            found += [At(tuple((each, each) for each in _within(minutes, parts)), stems) for minutes in hours]
            found += [At((part,), stems) for part in parts if not hours]
    return tuple(found)


def _within(minutes: frozenset[int], parts: list[tuple[int, int]]) -> list[int]:
    """Which of the minutes that an hour may mean lie in a part of the day that its sentence names."""
    lying = [minute for minute in sorted(minutes) if any(_between((minute, minute), part) <= 2 * HALF for part in parts)]
    return lying or sorted(minutes)
