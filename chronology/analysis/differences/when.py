"""When: other days and other hours of one thing."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import clock, in_days, minutes_apart
from chronology.analysis.vocabulary.hearing import OPENING, opens_with_news


def by_date(between: Between) -> Difference | None:
    """Different days for something at which both were, or which both place at the same minute."""
    first, second = between.first, between.second
    days = abs((second.start - first.start).days)
    if not 0 < days <= between.thresholds.present_days or not (first.is_day and second.is_day):
        return None
    if first.start in second.meant or second.start in first.meant:
        return None
    dates = f"{between.name(first)} gives {in_days(first.start)}, {between.name(second)} {in_days(second.start)}"
    if first.minute is not None and first.minute == second.minute and _of_one_thing(first, second):
        return between.told("date", f"{dates}, both at {clock(first.minute)}.", 0.85)
    if (
        first.hour is not None
        and first.hour == second.hour
        and _together(first)
        and _together(second)
        and _of_one_thing(first, second)
    ):
        return between.told("date", f"{dates}, both at about {clock(first.hour)}.", 0.75)
    earlier, later = (first, second) if first.start < second.start else (second, first)
    # Whoever names that day, or one before it, tells of a thing that was then under way.
    named = any(day <= (earlier.start.month, earlier.start.day) for day in later.days)
    if (
        earlier.news
        and _opens_with_news(earlier)
        and not (
            later.news
            or named
            or earlier.meetings
            or _two_moments(between.case, first, second)
            or LATER_WORD.search(later.words[:OPENING])
            or PAPER_CAME.search(later.words)
            or BROKEN_TO.search(later.words)
        )
    ):
        return between.told(
            "date",
            f"{between.name(earlier)} heard of it on {in_days(earlier.start)}, before {between.name(later)} has it happen.",
            0.6,
        )
    why = _why_on_one_day(first, second)
    return between.told("date", f"{dates}, {why}.", 0.7) if why else None


def _why_on_one_day(first: Facts, second: Facts) -> str:
    """Why two records of different days must be of one: each tells of its own doing, or both were there."""
    plainly = not any(
        (each.news or each.later or says(STATE, each) or says(TALK_OF_IT, each)) and not says(I_DID, each)
        for each in (first, second)
    )
    timed = first.minute is not None and second.minute is not None
    if plainly and timed and _once(first.kinds) & _once(second.kinds) and not _steps(first, second):
        return "each as its own doing"
    met = first.meetings & second.meetings and first.attended and second.attended
    if met and not (first.second_hand or second.second_hand):
        return "for something at which both were"
    # Whoever says that he went with the other was there, whatever else the record begins with.
    joint = _together(first) and _together(second) and _of_one_thing(first, second)
    return (
        "for something that both did together"
        if joint and not any(opens_with_news(each.words) for each in (first, second))
        else ""
    )


def _together(facts: Facts) -> bool:
    return facts.joint or says(WITH_ME, facts)


WITH_ME = re.compile(
    r"\b(?:came|went|visited|attended|there|along|drove|called|travelled) (?:along |out |there |round )?with (?:me|us)\b|\b(?:joined|accompanied|met) (?:me|us)\b|\b[a-z'-]+ and i (?:visited|went|called|saw|attended|met|inspected|did|walked|drove|made)\b"
    r"|\b(?:with me|beside me|alongside me|in tow|the two of us|the pair of us|both of us|we both|between us|side by side|in company)\b"
)


# What befalls somebody once, so that two who were there cannot both be right about the day.
ONCE = frozenset(
    {"birth", "arrest", "release", "placement", "moved", "eviction", "death", "exclusion", "police_protection", "early_birth"}
)


ENTERED = frozenset({"placement", "moved", "admission"})
I_DID = re.compile(
    r"\b(?:i|we) (?:drove|took|moved|collected|visited|met|saw|placed|arrested|brought|transported|attended|delivered|admitted)\b|^(?:[\w'-]+ ){0,3}(?:admitted|arrived|moved in|booked in|welcomed)\b(?! by)"
)


# Where somebody is by then, not how he came there.
STATE = re.compile(
    r"\b(?:is|are|still|now|remains?|currently|was already|being) (?:in|on|at|an?)\b|\bin (?:hospital|custody|prison|care)\b"
)


def _once(kinds: frozenset[str]) -> frozenset[str]:
    return (kinds & ONCE) | (frozenset({"moved"}) if kinds & ENTERED else frozenset())


def _steps(first: Facts, second: Facts) -> bool:
    return bool(says(AFTERWARDS, first)) != bool(says(AFTERWARDS, second))


def _of_one_thing(first: Facts, second: Facts) -> bool:
    """Whether more than the hour is the same: a kind of event, a meeting, or two words that are nobody's name."""
    if first.kinds & second.kinds or first.meetings & second.meetings:
        return True
    return len(first.features.intersection(second.tokens)) > 1


# A paper or a decision that comes to each on its own day.
PAPER_CAME = re.compile(
    r"^(?:[\w/'&-]+ ){0,4}?(?:reports?|letters?|results?|minutes|decision|summary|e-?mail|copy|notice|form|order|certificate|outcome)(?: (?:is|has|have|now|was|were|been))* (?:in|received|back|through|reached|arrived|came|come|here|read)\b"
    r"|\b(?:writes|reached us|copied in|copied to|cc'?d)\b|^(?:[\w'-]+ ){0,5}(?:positive|negative|conclusive|granted|refused|approved|declined)(?:[.,;]|$)"
)
# Who tells others of it later: boasting, laughing, gossip.
TALK_OF_IT = re.compile(
    r"\b(?:boast\w*|brag\w*|jok(?:ed|ing)|laugh(?:ed|ing) about|gossip\w*|overheard|rumours?|talk (?:of|about)|talking about|saying (?:that|she|he)|showing off|telling (?:friends|others|peers|everyone|staff))\b"
)
LATER_WORD = re.compile(
    r"\b(?:discharged?|messaged|texted|text|told|tells|rang|says|said|texts|wrote|confirmed|reported|discussed|spoke|letters?|summary)\b"
)


# The day on which it was told to the one whom it concerns.
BROKEN_TO = re.compile(
    r"\b(?:sat|sit) (?:\w+ ){1,2}down\b|\bbroke the news\b|\bbroke it to\b|\bexplained to\b|\bshared with (?:him|her|them)\b"
)


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
    if _two_moments(between.case, first, second) or _each_its_own(between.case, first, second):
        return None
    if not _at_one_moment(between.case, first, second):
        return None
    # Whoever only heard of it gives the time of hearing, unless that lies before the thing itself.
    heard = (first.second_hand or second.second_hand or says(HAS_DONE, first) or says(HAS_DONE, second)) and not _all_called_out(
        between.case, first, second
    )
    if heard and not _heard_too_early(first, second):
        return None
    return between.told(
        "time",
        f"{between.name(first)} has it at {clock(one)}, {between.name(second)} at {clock(other)}: {apart} minutes apart.",
        0.6 if heard else 0.75,
    )


def _at_one_moment(case: Case, first: Facts, second: Facts) -> bool:
    """Whether both were at it: at a meeting, together, called out to one place, at the two ends of a call, or one names the other."""
    if first.meetings & second.meetings or (first.gathering and second.gathering) or first.joint or second.joint:
        return True
    if _all_called_out(case, first, second):
        return True
    if first.kinds & second.kinds and (says(WATCHED, first) or says(WATCHED, second)):
        return not (first.news or second.news)
    # A ward or clinic is where somebody is brought later, or rang from.
    if any(case.services.of_agency.get(each.agency, frozenset()) & HOSPITAL for each in (first, second)):
        return False
    named = case.services.mentioned
    told = named(first.services, first.people, second.agency) or named(second.services, second.people, first.agency)
    return told and _of_one_thing(first, second)


def _all_called_out(case: Case, *both: Facts) -> bool:
    return all(case.services.of_agency.get(each.agency, frozenset()) & CALLED_OUT for each in both)


WATCHED = re.compile(r"\b(?:seen|witnessed|watched|observed) by\b|\b(?:i|we) (?:saw|watched|witnessed|heard)\b")
CALLED_OUT = frozenset({"police", "ambulance", "fire"})


def _each_its_own(case: Case, first: Facts, second: Facts) -> bool:
    """Whether the hours are of two steps of one thing, of coming when called, or of hearing."""
    called_out = _all_called_out(case, first, second)
    if not called_out and (
        _a_step_apart(first.words, second.words) or _a_step_apart(first.words[:OPENING], second.words[:OPENING])
    ):
        return True
    if _tells_the_hour_of(first, second) or _tells_the_hour_of(second, first):
        return True
    return _answered(case, first, second) or all(says(HEARING, each) for each in (first, second))


def _tells_the_hour_of(facts: Facts, other: Facts) -> bool:
    """Whether a record that begins at another hour also tells of that of the other: "taken in at 10"."""
    return any(minutes_apart(told, other.minute or 0) <= ONE_MOMENT for told in _all_hours(facts))


@once
def _all_hours(facts: Facts) -> set[int]:
    found = set()
    for match in ANY_HOUR.finditer(facts.words):
        hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
        found |= {hour * 60 + minute, (hour + NOON) % 24 * 60 + minute} if hour <= NOON else {hour * 60 + minute}
    return found


ANY_HOUR = re.compile(
    r"\bat (?:about |around )?(2[0-3]|1?\d)(?:[.:]([0-5]\d))?\b(?! ?(?:weeks|months|years|days|mg|ml|\w+ (?:road|street)|/))|(?<!\bp[cs] )(?<!\bd[cs] )(?<!\bpcso )(?<!\bno )(?<!\bnumber )\b([01]\d|2[0-3])[.:]?([0-5]\d)(?:hrs|h)?\b"
)
NOON = 12


# Each gives the hour at which it heard.
HEARING = re.compile(
    r"\b(?:rang|phoned|called|texted|messaged|e-?mailed|told|informed|notified|rings|phones) (?:me|us|in|at|to say)\b|\b(?:told|informed|notified|advised|heard|learn\w*) (?:at|by|of|from|that)\b|\bnews\b"
)
CALLS = re.compile(
    r"\b(?:rung|rang|called|phoned|telephoned|contacted|informed|told|notified|alerted|999|101|requested|summoned|reported)\b"
)


def _answered(case: Case, first: Facts, second: Facts) -> bool:
    """Whether the earlier rang the later's agency, and that one came: its hour is that of its own coming."""
    earlier, later = (first, second) if (first.minute or 0) < (second.minute or 0) else (second, first)
    if later.second_hand or _all_called_out(case, first, second) or not says(CALLS, earlier):
        return False
    called = case.services.of_agency.get(later.agency, frozenset()) & COME_WHEN_CALLED
    return bool(called) and case.services.mentioned(earlier.services, earlier.people, later.agency)


COME_WHEN_CALLED = frozenset({"police", "ambulance", "hospital", "fire", "social_care"})


# What follows a thing: fetched from where somebody was taken, moved in where somebody left.
A_STEP_LATER = re.compile(
    r"\b(?:drove|fetched|collected|moved in|moved into|home from|is back|back (?:at|in)|has left|left with|is in hospital|in theatre|cancelled by|taken away by|asked me to look"
    r"|under arrest|(?:admitted|moved|transferred|conveyed|taken|brought) (?:\w+ )?(?:to|onto|under|from)|sent home|allowed home|came (?:home|back)|returned|discharged|at (?:\w+ )?request|as requested|following (?:a |the )?(?:call|request)|not let in|arrived for|arrived from|first call at)\b"
)


LEAVING = re.compile(r"\b(?:left|departed|set off|going|collected from)\b")
ARRIVING = re.compile(r"\b(?:moved in\w*|arrived|admitted|placed|placement|delivered to|handed over|settled in)\b")
SIGNED = re.compile(r"\bsign(?:ed|s|ing)\b")


# Words of one step: whoever has it collected and whoever has it picked up tell of the same.
FETCHED = re.compile(
    r"\b(?:collect\w*|fetch\w*|pick\w*(?: \w+){0,2} up|came (?:for|and got)|took (?:him|her|them)|drove|taken away by)\b"
)


def _a_step_apart(one: str, other: str) -> bool:
    if FETCHED.search(one) and FETCHED.search(other):
        return False
    if bool(A_STEP_LATER.search(one)) != bool(A_STEP_LATER.search(other)):
        return True
    if any(
        SIGNED.search(here) and ARRIVING.search(there) and not SIGNED.search(there)
        for here, there in ((one, other), (other, one))
    ):
        return True
    return any(LEAVING.search(here) and ARRIVING.search(there) for here, there in ((one, other), (other, one)))


def _two_moments(case: Case, first: Facts, second: Facts) -> bool:
    """A call and the arrival in hospital, or what happened and an examination or assessment after it."""
    later = first if (first.minute or 0) > (second.minute or 0) else second
    if case.services.of_agency.get(later.agency, frozenset()) & HOSPITAL and later.kinds & ARRIVAL:
        return True
    if bool(first.meetings) != bool(second.meetings):
        return True
    if says(LATER_TODAY, first if later is second else second) or says(BEFORE_TODAY, later):
        return True
    if bool(says(AFTERWARDS, first)) != bool(says(AFTERWARDS, second)):
        return True
    return ("medical" in first.kinds) != ("medical" in second.kinds)


HOSPITAL = frozenset({"hospital", "maternity"})
LATER_TODAY = re.compile(
    r"\b(?:this (?:afternoon|evening)|later (?:today|on)|tonight|to follow|to be (?:seen|examined|assessed|taken)|medical (?:booked|arranged|to)|booked for|arranged for)\b"
)

# What had been before on that day: its hour is that of the telling.
BEFORE_TODAY = re.compile(
    r"\b(?:had|went|gone|been|was|found|did|done) (?:[\w']+ ){1,6}(?:this (?:morning|afternoon)|earlier today|at lunchtime|before school|after school)\b"
)
AFTERWARDS = re.compile(
    r"\b(?:early hours|overnight|last night|(?:half|all|most of|up in|during|through|in|through) the night|up all night|earlier|yesterday|reported missing by|edt|assess(?:ed|ment)|reviewed on|on (?:the )?(?:\w+ )?ward|ward round|crisis team|follow[- ]up|debrief|sud[ic]c?|sudden (?:infant |unexpected |unexplained )?death|scene (?:[\w ]{0,25} )?(?:guard|log|secured|preserved|exam\w+)|pronounced|death of|post[- ]?mortem|rapid response|passed away)\b"
)

ARRIVAL = frozenset({"ed_attendance", "admission", "emergency_call"})


def _heard_too_early(first: Facts, second: Facts) -> bool:
    if first.second_hand == second.second_hand or not first.kinds & second.kinds:
        return False
    told, own = (first, second) if first.second_hand else (second, first)
    return (told.minute or 0) < (own.minute or 0)


# What is told as done tells no hour of the doing: "has had her baby", "have been evicted".
HAS_DONE = re.compile(
    r"^(?:[\w'-]+ ){1,4}(?:has|have|'s) (?!just\b|this\b|no\b|not\b|an?\b)(?:now |already |finally |safely )*(?:had|given birth|been|got|gone|left|moved|died|passed|delivered|taken|arrived|come|told|\w{3,}ed)\b"
)
ONE_MOMENT = 30  # minutes within which two tell of one moment
REPORTED = re.compile(
    r"\b(?:reported|reports?) (?:\w+ ){0,4}?to\b|\b(?:police|edt|mash|social worker|social care|999|ambulance|hospital|school|duty) (?:were |was )?(?:called|rung|informed|told|contacted|notified|alerted|phoned)"
    r"|\b(?:rang|called|phoned|telephoned|informed|notified|contacted|told|alerted) (?:the )?(?:police|edt|mash|social worker|social care|ambulance|999|101|hospital|school|duty)\b"
)
FIRST_REPORTED = re.compile(
    r"\bfirst (?:report|call|notification|contact|notice|informed|told|reported|notified|heard|known)\b|\bnot (?:reported|told|informed|notified|called|rung) (?:\w+ )?until\b"
    r"|\b(?:late|delayed) (?:report\w*|notification|call)\b|\bdelay (?:in|queried|of)\b|\bonly (?:reported|told|called|informed|rung|notified)\b|\bwhy (?:not|so late|the delay)\b"
)


def by_report(between: Between) -> Difference | None:
    """When it was reported: the one has it done, and the other has the first report an hour or more later."""
    for told, late in between.either_way():
        if told.minute is None or late.minute is None or not says(REPORTED, told) or not says(FIRST_REPORTED, late):
            continue
        services = between.case.services
        if not services.mentioned(told.services, told.people, late.agency):
            continue
        apart = (late.start - told.start).days * 1440 + late.minute - told.minute
        if between.thresholds.time_minutes <= apart <= MOST_LATE:
            hours = f"at {clock(told.minute)}, {between.name(late)} the first report at {clock(late.minute)}"
            return between.told("time", f"{between.name(told)} has it reported {hours}.", 0.7)
    return None


MOST_LATE = 2 * 1440
