"""Who said it, and since when it was so, where one agency tells what another had heard."""

from __future__ import annotations

import datetime as dt
import re

from chronology.analysis.days import days_meant
from chronology.analysis.differences.between import Between, Difference, once, once_in_case, quoted, says, words_in
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, may_be_one
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import in_days
from chronology.analysis.words import fold

TOLD = re.compile(
    r"\b(?:(?:has|had|have) )?(?:told|disclosed|discloses|alleged|alleges|confided|revealed|blurted|shared|whispered|remarked|mentioned|tells|said to|says to|let slip|complained|admitted)\b(?! (?:by|off|to (?:leave|go|stop|stay|come|return|wait)|not to)\b)(?!(?<=told) [a-z]+ (?:not )?to\b)"
)
TELLING = frozenset(
    "told disclosed discloses alleged alleges confided revealed blurted shared whispered remarked mentioned tells said says slip complained admitted".split()
)


def by_sayer(between: Between) -> Difference | None:
    """A disclosure that one agency passed to another: by this child in the one, by somebody else in the other."""
    first, second = between.first, between.second
    if not (first.second_hand or second.second_hand) or any(TELLING.isdisjoint(words_in(each.words)) for each in (first, second)):
        return None
    case = between.case
    named = case.services.mentioned
    if not (named(first.services, first.people, second.agency) or named(second.services, second.people, first.agency)):
        return None
    mine, theirs = _sayers(case, first), _sayers(case, second)
    if len(mine) == len(theirs) == 1 and not may_be_one(case, *mine, *theirs):
        who = [min(each).removeprefix("=").title() for each in (mine, theirs)]
        return between.told("account", f"{who[0]} said it in the one, {who[1]} in the other.", 0.65)
    return None


@once_in_case
def _sayers(case: Case, facts: Facts) -> set[str]:
    """Who of the family told it, by name or as what he or she is to the child."""
    found: set[str] = set()
    for written in facts.sentences_as_written:
        match = TOLD.search(fold(written))
        if match is None:
            continue
        before = written[: match.start()]
        named = [person for person in case.people.named_in(before) if person not in case.people.professionals]
        if named:
            found.add(f"={named[-1]}")
            continue
        roles = [ROLES[word] for word in re.findall(r"[a-z]+", fold(before)) if word in ROLES]
        if roles and roles[-1] in OF_THE_FAMILY:
            found.add(roles[-1])
    return found


WEEKDAY = r"(?P<day>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
SINCE = re.compile(
    rf"\b(?:since|last seen|not seen since|gone (?:on|since|from)|missing (?:from|since|on)|went (?:missing )?on|left (?:on )?|from|(?:was |been )?(?:away|gone|out|absent)(?: \w+){{0,2}} (?:on|since|from))"
    rf" (?:about |around |the |last |early |late |by )*{WEEKDAY}\b"
)
HARM = frozenset({"poisoning", "self_harm", "injury", "incident", "sexual_harm", "collapse"})


def by_told_day(between: Between) -> Difference | None:
    """The day on which something is said to have happened, as each was told: "last night", "three days ago"."""
    first, second = between.first, between.second
    if not first.kinds & second.kinds & HARM or first.days or second.days:
        return None
    if abs((first.start - second.start).days) > between.thresholds.present_days:
        return None  # a paper of days later reckons from its own writing
    mine, theirs = _days_told(first), _days_told(second)
    for before, on in between.either_way():
        days = _days_told(before)
        if len(days) == 1 and before.start == on.start and not on.meant and says(TODAY, on) and not says(TODAY, before):
            return between.told("time", f"By the one it was on {in_days(min(days))}, by the other “{quoted(TODAY, on)}”.", 0.6)
    if len(mine) == len(theirs) == 1 and mine.isdisjoint(theirs) and first.start not in theirs and second.start not in mine:
        return between.told("date", f"By the one it was on {in_days(min(mine))}, by the other on {in_days(min(theirs))}.", 0.6)
    return None


@once
def _days_told(facts: Facts) -> frozenset[dt.date]:
    """The days that are meant in what happened, not in what is to be done next."""
    return days_meant(facts.told_of, facts.start) if facts.meant else frozenset()


# Of this very day, in a clause that tells what happened.
TODAY = re.compile(
    r"\b(?:took|taken|swallow\w*|happened|fell|hit|hurt|cut|cutting|did it|done|burn\w*|scald\w*|bit\w*|drank|pushed|punched|attack\w*|assault\w*|had)\b[^.;]{0,50}"
    r"\b(?:today|this (?:morning|afternoon|evening|lunchtime|dinner ?time)|at (?:lunch|lunchtime|dinner ?time|break|breakfast)|(?:an|one|two|three) hours? ago|just now|just before (?:lunch|school)|earlier today|before school|on the way (?:to|in))\b"
)
DAYS = "mon tue wed thu fri sat sun".split()


def by_since(between: Between) -> Difference | None:
    """Since which day of the week somebody was gone."""
    if not any("missing" in each.kinds or "missing" in words_in(each.words) for each in (between.first, between.second)):
        return None
    mine, theirs = _since(between.first), _since(between.second)
    if mine and theirs and mine.isdisjoint(theirs):
        days = f"{NAMES[min(mine)]} in {between.name(between.first)}, {NAMES[min(theirs)]} in {between.name(between.second)}"
        return between.told("date", f"Gone since {days}.", 0.65)
    return None


NAMES = dict(zip(DAYS, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(), strict=True))


@once
def _since(facts: Facts) -> set[str]:
    return {match["day"][:3] for match in SINCE.finditer(facts.words)}
