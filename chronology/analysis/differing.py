"""In what two records of one event may disagree: one question each, answered by a sentence, or by nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from chronology.analysis.facts import Case, Facts
from chronology.analysis.known import opens_with_news
from chronology.analysis.records import NO, YES
from chronology.analysis.signs import (
    ABSENT_DAYS,
    ACCOUNT,
    ALONE_ADULT,
    APOLOGIES,
    BROUGHT_BY,
    CAME,
    CANCELLED,
    CHILD_AWAY,
    CHILD_NOT_SEEN,
    CHILD_NOUNS,
    CHILD_SEEN,
    COMPANY,
    CONDITIONS,
    COUNTS,
    DONE_BY,
    GRADE,
    HEALTH_NAMED,
    HELD,
    HOME_WITH,
    HURT,
    MEANS,
    MEASURED,
    MONEY,
    NO_CHILD,
    NO_INJURY,
    NOT_PASSED_ON,
    OFTEN,
    ONLY,
    OPPOSITES,
    PARTS,
    PLAINLY_SEEN,
    PRESENT,
    RESTRICTED,
    SAME_OFTEN,
    SIDED,
    SIDED_AFTER,
    SORE_GRADE,
    TODAY,
    WHEN,
    WITHIN,
)
from chronology.analysis.thresholds import Thresholds
from chronology.analysis.times import clock, in_days, minutes_apart
from chronology.analysis.vocabulary.kinds import TOGETHER, WORRY
from chronology.analysis.vocabulary.meetings import MEETING_WORDS
from chronology.analysis.vocabulary.services import SERVICE_WORDS
from chronology.analysis.words import fold, informative


@dataclass(frozen=True, slots=True)
class Difference:
    """Two records that disagree in one thing."""

    aspect: str
    first: Facts
    second: Facts
    sentence: str
    score: float


@dataclass(frozen=True, slots=True)
class Between:
    """Two records of one event with what is needed to compare them."""

    case: Case
    thresholds: Thresholds
    first: Facts
    second: Facts

    def told(self, aspect: str, sentence: str, score: float) -> Difference:
        return Difference(aspect, self.first, self.second, sentence, score)

    def name(self, facts: Facts) -> str:
        return self.case.names.get(facts.agency, facts.agency)

    def either_way(self) -> Iterable[tuple[Facts, Facts]]:
        yield self.first, self.second
        yield self.second, self.first


Question = Callable[[Between], Difference | None]


def differences(between: Between) -> list[Difference]:
    """Everything in which the two records disagree."""
    return [found for question in QUESTIONS if (found := question(between)) is not None]


# --- when --------------------------------------------------------------------------------------------------------


def by_date(between: Between) -> Difference | None:
    """Different days for something at which both were, or which both place at the same minute."""
    first, second = between.first, between.second
    days = abs((second.start - first.start).days)
    if not 0 < days <= between.thresholds.present_days or not (first.is_day and second.is_day):
        return None
    dates = f"{between.name(first)} gives {in_days(first.start)}, {between.name(second)} {in_days(second.start)}"
    if first.minute is not None and first.minute == second.minute:
        return between.told("date", f"{dates}, both at {clock(first.minute)}.", 0.85)
    earlier, later = (first, second) if first.start < second.start else (second, first)
    if earlier.news and _opens_with_news(earlier) and not later.news and not earlier.meetings:
        return between.told(
            "date",
            f"{between.name(earlier)} heard of it on {in_days(earlier.start)}, before {between.name(later)} has it happen.",
            0.6,
        )
    met = first.meetings & second.meetings and first.attended and second.attended
    together = met or (first.joint and second.joint and first.kinds & second.kinds)
    if together and not (first.second_hand or second.second_hand):
        return between.told("date", f"{dates}, for something at which both were.", 0.75)
    return None


def _opens_with_news(facts: Facts) -> bool:
    return opens_with_news(facts.words) and not any(day < facts.start for day in facts.meant)


def by_time(between: Between) -> Difference | None:
    """Exact times of one day that lie further apart than a call and its answer."""
    first, second = between.first, between.second
    one, other = first.minute, second.minute
    if one is None or other is None or first.start != second.start:
        return None
    apart = minutes_apart(one, other)
    if apart < between.thresholds.time_minutes:
        return None
    # Whoever only heard of it gives the time of hearing, unless that lies before the thing itself.
    if _two_moments(between.case, first, second):
        return None
    heard = first.second_hand or second.second_hand
    if heard and not _heard_too_early(first, second):
        return None
    return between.told(
        "time",
        f"{between.name(first)} has it at {clock(one)}, {between.name(second)} at {clock(other)}: {apart} minutes apart.",
        0.6 if heard else 0.75,
    )


def _two_moments(case: Case, first: Facts, second: Facts) -> bool:
    """A call and the arrival in hospital, or what happened and an examination or assessment after it."""
    later = first if (first.minute or 0) > (second.minute or 0) else second
    if case.services.of_agency.get(later.agency, frozenset()) & HOSPITAL and later.kinds & ARRIVAL:
        return True
    if bool(AFTERWARDS.search(first.words)) != bool(AFTERWARDS.search(second.words)):
        return True
    return ("medical" in first.kinds) != ("medical" in second.kinds)


HOSPITAL = frozenset({"hospital", "maternity"})
AFTERWARDS = re.compile(
    r"\b(?:assess(?:ed|ment)|reviewed on|on (?:the )?(?:\w+ )?ward|ward round|crisis team|follow[- ]up|debrief)\b"
)
ARRIVAL = frozenset({"ed_attendance", "admission", "emergency_call"})


def _heard_too_early(first: Facts, second: Facts) -> bool:
    if first.second_hand == second.second_hand or not first.kinds & second.kinds:
        return False
    told, own = (first, second) if first.second_hand else (second, first)
    return (told.minute or 0) < (own.minute or 0)


# --- who ---------------------------------------------------------------------------------------------------------


def by_child_seen(between: Between) -> Difference | None:
    """One saw the child. The other was there too and did not, or says in words that the child was not seen or elsewhere.

    Whoever only heard of it and has "not seen" by the mark says nothing of what the other saw.
    """
    for saw, missed in between.either_way():
        if not _saw(saw) or missed.record.child_seen == YES:
            continue
        if _denies(between.case, missed, saw) or (missed.record.child_seen == NO and _at_one_contact(saw, missed)):
            return between.told("child_seen", f"{between.name(saw)} has the child seen, {between.name(missed)} not seen.", 0.75)
    return None


def _saw(facts: Facts) -> bool:
    """Seen by the mark where there is one, else by the words."""
    mark = facts.record.child_seen
    return mark == YES or (mark != NO and bool(PLAINLY_SEEN.search(facts.words)) and not CHILD_NOT_SEEN.search(facts.words))


def _denies(case: Case, facts: Facts, saw: Facts) -> bool:
    """Whether the words say that the child was not seen, or not there. Of a child who is missing that says nothing."""
    if CHILD_NOT_SEEN.search(facts.words) and (facts.about_children or facts.people):
        return True
    if facts.kinds & UNSEEN_ANYWAY:
        return False
    both = set(facts.people) & set(saw.people) - case.people.professionals
    subjects = {part for child in both | case.people.children.intersection(facts.people) for part in child.split()} | CHILD_NOUNS
    return not subjects.isdisjoint(_away(facts)) and subjects.isdisjoint(_away(saw))


def _away(facts: Facts) -> set[str]:
    return {match[1] or match[2] for match in CHILD_AWAY.finditer(facts.words)}


UNSEEN_ANYWAY = frozenset({"missing", "absence"})
ON_THE_SCENE = frozenset({"police", "ambulance", "fire"})


def _at_one_contact(one: Facts, other: Facts) -> bool:
    """Whether both claim to have been there: on a visit together, or called to one emergency at about one time."""
    if one.news or other.news:
        return False
    if one.kinds & other.kinds & VISITS or one.meetings & other.meetings:
        return one.joint or other.joint
    if one.start != other.start or not one.kinds & other.kinds & TOGETHER:
        return False
    both_timed = one.minute is not None and other.minute is not None
    return both_timed and minutes_apart(one.minute or 0, other.minute or 0) <= ONE_SCENE


VISITS = frozenset({"visit", "joint_visit"})
ONE_SCENE = 45  # minutes


def by_child_present(between: Between) -> Difference | None:
    """One says that no child was there, the other has a child there."""
    for without, other in between.either_way():
        if _hours_apart(without, other) and not (without.news or other.news):
            continue
        if NO_CHILD.search(without.words) and (
            other.record.child_seen == YES or (CHILD_SEEN.search(other.words) and not NO_CHILD.search(other.words))
        ):
            return between.told(
                "present", f"{between.name(without)} says that no child was there, {between.name(other)} has a child there.", 0.75
            )
    return None


def _hours_apart(one: Facts, other: Facts) -> bool:
    """Whether exact hours show two moments: a call to the home, and an examination hours later."""
    if one.minute is None or other.minute is None:
        return False
    return one.start != other.start or minutes_apart(one.minute, other.minute) > MOMENT


MOMENT = 120  # minutes


def by_company(between: Between) -> Difference | None:
    """One has an adult alone, the other has a partner there."""
    for alone, other in between.either_way():
        if ALONE_ADULT.search(alone.words) and COMPANY.search(other.words) and not COMPANY.search(alone.words):
            who = _quoted(COMPANY, other)
            return between.told(
                "present", f"{between.name(alone)} has nobody else there, {between.name(other)} has “{who}”.", 0.65
            )
    return None


def by_bringer(between: Between) -> Difference | None:
    """Different people brought the child."""
    mine, theirs = (_brought_by(between.case, each) for each in (between.first, between.second))
    if mine and theirs and mine.isdisjoint(theirs) and {_is_role(each) for each in mine} == {_is_role(each) for each in theirs}:
        return between.told(
            "brought_by", f"Brought by {min(mine).title()} in the one, by {min(theirs).title()} in the other.", 0.65
        )
    return None


def _brought_by(case: Case, facts: Facts) -> set[str]:
    """The people, or failing them the relatives, by whom somebody was brought."""
    found: set[str] = set()
    for match in BROUGHT_BY.finditer(facts.text):
        named = case.people.named_in(match["who"])
        found |= set(named) or {token for token in informative(fold(match["who"])) if _is_role(token)}
    return found


def _is_role(word: str) -> bool:
    return word in RELATIVES


RELATIVES = frozenset(
    {"mother_", "father_", "grandmother_", "grandfather", "aunt", "uncle", "partner", "neighbour", "sister", "brother"}
)


def by_attendance(between: Between) -> Difference | None:
    """Who was at a meeting: lists that differ, an "only", apologies of somebody who says they came."""
    first, second = between.first, between.second
    if not first.meetings & second.meetings:
        return None
    for one, other in between.either_way():
        absent = _absent(between, one, other)
        if absent:
            return between.told("present", absent, 0.8)
        missed = _absent_services(between, one) & _attending(between, other)
        if missed:
            missed = missed & {"health"} or missed
            who = " and ".join(sorted(SERVICE_WORDS.get(each, each.replace("_", " ")) for each in missed)[:2])
            return between.told("present", f"{between.name(one)} has {who} absent, {between.name(other)} has it there.", 0.7)
    mine, mine_only = present(between.case, first)
    theirs, theirs_only = present(between.case, second)
    if len(mine) < 2 or len(theirs) < 2:
        return None
    staff = between.case.services.staff
    only_mine, only_theirs = _without_misspelt(mine - theirs, theirs - mine)
    missing = {person for person in only_theirs if staff.get(person) != second.agency}
    extra = {person for person in only_mine if staff.get(person) != first.agency}
    if (missing and extra) or (mine_only and only_theirs) or (theirs_only and only_mine):
        named = sorted(person.title() for person in (missing | extra) or (only_mine | only_theirs))
        return between.told("present", f"The lists of those present differ: {', '.join(named[:4])} on one of them only.", 0.7)
    return None


def _without_misspelt(mine: frozenset[str], theirs: frozenset[str]) -> tuple[set[str], set[str]]:
    """Two sets of names without those that differ by a slip of the pen, or are a part of one another."""

    def alike(one: str, other: str) -> bool:
        return ratio(one, other) >= ONE_NAME or not set(one.split()).isdisjoint(other.split())

    return (
        {one for one in mine if not any(alike(one, other) for other in theirs)},
        {other for other in theirs if not any(alike(one, other) for one in mine)},
    )


ONE_NAME = 80


def _absent(between: Between, one: Facts, other: Facts) -> str:
    """Whether the one has the other's agency, or somebody on its list, absent."""
    for sentence in one.sentences_in_full:
        match = APOLOGIES.search(sentence)
        if not match:
            continue
        before = sentence[: match.start()].rpartition(";")[2].rpartition(",")[2].rpartition(" and ")[2]
        after = sentence[match.end() : match.end() + 40]
        near = before if before.strip() else after
        services = between.case.services.named(near)
        if between.case.services.mentioned(services, (), other.agency) and not other.heard and not other.planned:
            return f"{between.name(one)} has {between.name(other)} absent, whose own record says that it was there."
    return ""


def _absent_services(between: Between, facts: Facts) -> frozenset[str]:
    """The services that a record has absent: "health did not attend", "apologies from the nursery"."""
    found: frozenset[str] = frozenset()
    for sentence in facts.sentences_in_full:
        match = APOLOGIES.search(sentence)
        if match:
            before = sentence[: match.start()].rpartition(";")[2].rpartition(",")[2]
            found |= _services_in(between, before if before.strip() else sentence[match.end() : match.end() + 40])
    return found


def _attending(between: Between, facts: Facts) -> frozenset[str]:
    """The services of which a record says in so many words that they came."""
    found: frozenset[str] = frozenset()
    for sentence in facts.sentences_in_full:
        match = CAME.search(sentence)
        if match and not APOLOGIES.search(sentence):
            found |= _services_in(between, sentence[: match.start()].rpartition(";")[2].rpartition(",")[2])
    return found


def _services_in(between: Between, words: str) -> frozenset[str]:
    named = between.case.services.named(words)
    return frozenset(each for each in named if each[0] != "=") | (
        HEALTH if HEALTH_NAMED.search(words) or named & HEALTH else frozenset()
    )


HEALTH = frozenset({"health"} | {"school_nursing", "health_visiting", "maternity"})


def present(case: Case, facts: Facts) -> tuple[frozenset[str], bool]:
    """The people on a record's list of those present, and whether it says that there was nobody else."""
    for sentence in facts.sentences_as_written:
        match = PRESENT.search(sentence)
        if match is None:
            continue
        listed = sentence[match.start() :]
        apology = APOLOGIES.search(listed)
        people = case.people.named_in(listed[: apology.start()] if apology else listed)
        professionals = [person for person in people if person in case.people.professionals or len(people) > 2]
        if len(professionals) >= 2:
            return frozenset(professionals), bool(ONLY.search(listed.lower()))
    return frozenset(), False


# --- what --------------------------------------------------------------------------------------------------------


def by_held(between: Between) -> Difference | None:
    """A meeting that one says was held and the other that it was not."""
    first, second = between.first, between.second
    same = first.meetings & second.meetings
    if not same:
        return None
    for off, on in between.either_way():
        if CANCELLED.search(off.told_of) and not CANCELLED.search(on.words) and HELD.search(on.words):
            name = MEETING_WORDS.get(min(same), "meeting")
            return between.told(
                "held", f"{between.name(on)} says that the {name} was held, {between.name(off)} that it was not.", 0.85
            )
    return None


def by_receipt(between: Between) -> Difference | None:
    """What one passed on, the other says it was not told."""
    for deaf, telling in between.either_way():
        rang = "phone_call" in telling.kinds and between.case.services.mentioned(telling.services, telling.people, deaf.agency)
        if (telling.second_hand and not rang) or not NOT_PASSED_ON.search(deaf.words) or NOT_PASSED_ON.search(telling.words):
            continue
        named = between.case.services.mentioned(deaf.services, deaf.people, telling.agency) or between.case.services.mentioned(
            telling.services, telling.people, deaf.agency
        )
        if named and (telling.kinds & WORRY or telling.said):
            return between.told(
                "received",
                f"{between.name(telling)} has it passed on, {between.name(deaf)} was not told of it, or not of all of it.",
                0.7,
            )
    return None


def by_outcome(between: Between) -> Difference | None:
    """Outcomes that exclude each other."""
    first, second = between.first, between.second
    for about, one, other in OPPOSITES:
        for yes, no in between.either_way():
            if one.search(yes.words) and not other.search(yes.words) and other.search(no.words) and not one.search(no.words):
                return between.told("outcome", f"They differ on {about}: “{_quoted(one, yes)}” and “{_quoted(other, no)}”.", 0.8)
    mine, theirs = _grades(first), _grades(second)
    if mine and theirs and mine.isdisjoint(theirs) and mine | theirs != {"high", "very high"}:
        return between.told("outcome", f"The risk is {min(mine)} in the one, {min(theirs)} in the other.", 0.6)
    return None


def _grades(facts: Facts) -> set[str]:
    return {next(filter(None, match.groups())) for match in GRADE.finditer(facts.words)}


def _quoted(pattern: re.Pattern[str], facts: Facts) -> str:
    match = pattern.search(facts.words)
    return match.group() if match else ""


def by_doer(between: Between) -> Difference | None:
    """Both say that one thing was done, each by another agency: "referral submitted by the police"."""
    mine, theirs = _done_by(between, between.first), _done_by(between, between.second)
    for thing in sorted(mine.keys() & theirs.keys()):
        one, other = mine[thing], theirs[thing]
        if one.isdisjoint(other):
            who = [SERVICE_WORDS.get(min(each), min(each).replace("_", " ")) for each in (one, other)]
            return between.told(
                "outcome",
                f"The {SHOUTED.sub(lambda each: each[0].upper(), thing)} is by {who[0]} in the one, by {who[1]} in the other.",
                0.65,
            )
    return None


SHOUTED = re.compile(r"\b(?:nrm|marac|mash)\b")


def _done_by(between: Between, facts: Facts) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for match in DONE_BY.finditer(facts.words):
        services = frozenset(each for each in between.case.services.named(match["who"]) if each[0] != "=")
        if services:
            found[match["thing"]] = found.get(match["thing"], frozenset()) | services
    return found


def by_condition(between: Between) -> Difference | None:
    """What was agreed: how often, and who is not allowed what."""
    first, second = between.first, between.second
    mine, theirs = _often(first), _often(second)
    if mine and theirs and mine.isdisjoint(theirs):
        return between.told("condition", f"How often differs: {min(mine)} in the one, {min(theirs)} in the other.", 0.7)
    for free, bound in between.either_way():
        for allowed, forbidden in CONDITIONS:
            if (
                allowed.search(free.words)
                and not forbidden.search(free.words)
                and forbidden.search(bound.words)
                and not allowed.search(forbidden.sub(" ", bound.words))
            ):
                quoted = f"“{_quoted(allowed, free)}” and “{_quoted(forbidden, bound)}”"
                return between.told("condition", f"What was agreed differs: {quoted}.", 0.7)
    for bound, free in between.either_way():
        if (
            RESTRICTED.search(bound.words)
            and HOME_WITH.search(free.words)
            and not RESTRICTED.search(free.words)
            and bound.meetings & free.meetings
        ):
            return between.told(
                "condition",
                f"{between.name(bound)} has a condition, “{_quoted(RESTRICTED, bound)}”, that {between.name(free)} has not.",
                0.65,
            )
    return None


def _often(facts: Facts) -> set[str]:
    return {SAME_OFTEN.get(match.group(1), match.group(1)) for match in OFTEN.finditer(facts.words)}


def by_number(between: Between) -> Difference | None:
    """Sums of money and counts that do not agree."""
    mine, theirs = numbers(between.first), numbers(between.second)
    for unit in sorted(mine.keys() & theirs.keys()):
        if mine[unit].isdisjoint(theirs[unit]):
            shown = [f"£{min(each):,.0f}" if unit == "£" else f"{min(each):g} {unit}" for each in (mine[unit], theirs[unit])]
            return between.told(
                "number", f"{between.name(between.first)} has {shown[0]}, {between.name(between.second)} {shown[1]}.", 0.75
            )
    return None


def numbers(facts: Facts) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for match in MONEY.finditer(facts.words):
        found.setdefault("£", set()).add(float((match.group(1) or match.group(2)).replace(",", "")))
    for match in SORE_GRADE.finditer(facts.words):
        found.setdefault("as the grade", set()).add(float(match.group(1) or match.group(2)))
    for match in ABSENT_DAYS.finditer(facts.words):
        found.setdefault("days", set()).add(COUNTS.get(match.group(1)) or float(match.group(1)))
    for match in MEASURED.finditer(facts.words):
        value = COUNTS.get(match.group(1))
        unit = {"%": "per cent", "siblings": "children", "pills": "tablets"}.get(match.group(2), match.group(2))
        found.setdefault(unit, set()).add(float(match.group(1)) if value is None else value)
    return found


def by_site(between: Between) -> Difference | None:
    """Left or right, and which part of the body."""
    mine, theirs = _sides(between.first), _sides(between.second)
    same = [(part, like) for part in sorted(mine) for like in sorted(theirs) if _one_place(part, like)]
    for part, like in same:
        if mine[part].isdisjoint(theirs[like]):
            here = f"the {min(mine[part])} one in {between.name(between.first)}"
            there = f"the {min(theirs[like])} one in {between.name(between.second)}"
            return between.told("site", f"The {part} is {here}, {there}.", 0.85)
    one, other = _hurt_parts(between.first), _hurt_parts(between.second)
    if one and other and not any(_one_place(a, b) for a in one for b in other):
        return between.told("site", f"The injury is to the {min(one)} in the one, to the {min(other)} in the other.", 0.75)
    return None


def _sides(facts: Facts) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for match in SIDED.finditer(facts.words):
        part = PARTS.get(match.group(2))
        if part:
            found.setdefault(part, set()).add(match.group(1))
    for match in SIDED_AFTER.finditer(facts.words):
        part = PARTS.get(match.group(1))
        if part:
            found.setdefault(part, set()).add(match.group(2))
    return found


def _hurt_parts(facts: Facts) -> set[str]:
    """Parts of the body in sentences that tell of an injury."""
    found = set()
    for sentence in facts.sentences_in_full:
        if HURT.search(sentence):
            found |= {PARTS[word] for word in re.findall(r"[a-z]+", sentence) if word in PARTS}
    return found - {"back"} or found


def _one_place(one: str, other: str) -> bool:
    return one == other or other in WITHIN.get(one, ()) or one in WITHIN.get(other, ())


def by_injury(between: Between) -> Difference | None:
    """One has an injury, the other says that there was none."""
    for without, other in between.either_way():
        if NO_INJURY.search(without.words) and not NO_INJURY.search(other.words) and HURT.search(other.words):
            hurt = _quoted(HURT, other)
            return between.told(
                "injury",
                f"{between.name(without)} says “{_quoted(NO_INJURY, without)}”, {between.name(other)} has “{hurt}”.",
                0.7,
            )
    return None


def by_account(between: Between) -> Difference | None:
    """How somebody explained what happened, and when."""
    mine, theirs = _account(between.first), _account(between.second)
    if mine is None or theirs is None:
        return None
    means, when = mine[0], mine[1]
    if means and theirs[0] and means.isdisjoint(theirs[0]):
        return between.told("account", f"The explanation differs: {min(means)} in the one, {min(theirs[0])} in the other.", 0.75)
    if when and theirs[1] and when.isdisjoint(theirs[1]) and (when | theirs[1]) - TODAY:
        return between.told("account", f"It is said to have happened {min(when)} in the one, {min(theirs[1])} in the other.", 0.7)
    return None


def _account(facts: Facts) -> tuple[set[str], set[str]] | None:
    """By what and when something happened, as far as somebody said so."""
    means: set[str] = set()
    when: set[str] = set()
    heard = False
    for sentence in facts.sentences_in_full:
        match = ACCOUNT.search(sentence)
        if match:
            heard = True
            after = sentence[match.start() :]
            means |= {MEANS[word] for word in re.findall(r"[a-z]+", after) if word in MEANS}
            when |= {found.group(1) for found in WHEN.finditer(after)}
    return (means, when) if heard else None


QUESTIONS: tuple[Question, ...] = (
    by_held,
    by_date,
    by_child_seen,
    by_site,
    by_number,
    by_outcome,
    by_doer,
    by_injury,
    by_child_present,
    by_company,
    by_bringer,
    by_attendance,
    by_account,
    by_condition,
    by_receipt,
    by_time,
)
