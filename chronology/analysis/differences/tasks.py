"""Who is to do it, by the one and by the other: "school nurse to tell mother", "social worker will speak to mother"."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once_in_case, words_in
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, may_be_one
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.services import SERVICE_WORDS
from chronology.analysis.words import informative, stem

TO_DO = re.compile(
    r"\b(?:(?=(?:do|arrange|book|provide)\b)|(?:is to|are to|to|will|would|shall|has agreed to|have agreed to|agreed to|undertook to|offered to|asked to|(?:took|takes|taking|take) on) )"
    r"(?P<what>(?!be\b|have\b|see if\b|(?:the|an?|his|her|their|our|conference|court|panel|meeting|mash|marac|ed|a&e|hospital|school|nursery|police|clinic|(?:[\w-]+ ){1,3}(?:meetings?|conference|group|review|panel|clinic|hearing|court|discussion|marac|round|centre|unit|ward|school))\b)[a-z](?:(?! and for (?:[\w'-]+ ){1,3}to\b)[^.;:]){3,90})"
)
# "Midwife to see her alone, letter to be sent": behind the comma another task begins.
ANOTHER = re.compile(r", (?=(?:[\w'-]+ ){1,4}(?:to|will|would|shall)\b)")
BEFORE = re.compile(r"[.;,:]")
DONE_BY = re.compile(
    r"(?P<what>[^.;:]{3,60}?) (?:is |are )?to be (?:done|made|arranged|provided|completed|fitted|booked|paid|organised|collected|sent|supervised) by (?P<who>[^.;:,]{2,30})"
)
SENT = re.compile(  # "statement to landlord" is no task
    r"\b(?:statement|letter|call|report|referral|reply|response|note|copy|copies|e-?mail|message|text|sent|spoke|gave|given|went|visit|apology|apologies|thanks|due|up|next|back) $"
)
DOING = frozenset("to on will would shall agreed undertook offered".split())
OWN = re.compile(r"\b(?:(?:i|we)(?: (?:were|was|are|am))?|me|us)\s*$|^\s*(?:i|we)\b")
# What stands with a task and says nothing of which it is.
ANY_TASK = frozenset(
    stem(word)
    for word in """make do complete get give take see tell speak ask contact ring call send arrange follow check chase discuss share visit attend provide
    mother father parents child family home school report plan review update inform week today tomorrow next date worker meeting back alone together safe safety conference core group strategy""".split()
) | {"conference_"}
RARE = 2.5

PART = r"(?P<part>lead (?:professional|agency|worker|practitioner)|key ?worker|single point of contact|named (?:nurse|person|worker)|chair(?:ed by)?|point of contact)"
HAS_PART = re.compile(rf"\b{PART}(?: (?:is|was|to be|will be|remains?)(?: the)?| by|:| -| =)? (?P<who>[^.;,:]{{2,30}})")
IS_PART = re.compile(
    r"(?P<who>[^.;:,]{2,30}?) (?:is|was|to be|will be|as|to act as|named as|remains?|to take on|taking)(?: the| as)? "
    + PART.replace("(?:ed by)?", "")
    + r"\b"
)
PARTS = frozenset("lead keyworker worker contact named chair chaired".split())


def by_task(between: Between) -> Difference | None:
    """One task, and another agency that is to do it; or another that has the lead."""
    case, first, second = between.case, between.first, between.second
    mine = _tasks(case, first)
    theirs = _tasks(case, second) if mine else []
    for who, what in mine:
        for other, same in theirs:
            shared = (what & same) - ANY_TASK
            rare = [case.rarity(word) for word in shared]
            if who.isdisjoint(other) and rare and max(rare) >= RARE and not _is_one(case, who, other):
                return _told(between, who, other)
    lead, another = _leads(case, first), _leads(case, second)
    for part in sorted(lead.keys() & another.keys()):
        if lead[part].isdisjoint(another[part]) and not _is_one(case, lead[part], another[part]):
            return _told(between, lead[part], another[part])
    return _not_for_it(between)


def _not_for_it(between: Between) -> Difference | None:
    """An agency says that nothing is for it to do, and by the other, of the same meeting, it has a task."""
    case, first, second = between.case, between.first, between.second
    if first.start != second.start or not (first.meetings & second.meetings or first.minute == second.minute is not None):
        return None
    for free, giving in between.either_way():
        it = frozenset({f"={free.agency}"})
        said = NOTHING_FOR_US.search(free.words) or NOTHING.search(free.words)
        whose = it if said is None or said.re is NOTHING_FOR_US else case.services.named(said["who"])
        if said is not None and whose and any(_is_one(case, whose, who) for who, _ in _tasks(case, giving)):
            agency = _called(case, min(whose))
            return between.told(
                "outcome",
                f"{between.name(giving)} has something for {agency} to do, {between.name(free)} has “{said.group()}”.",
                0.75,
            )
    return None


# "Nothing for us beyond the tests", "no weighing by us", "nothing was asked of the clinic".
NO = r"\b(?:nothing|none|no (?:[a-z]+ ){0,2}[a-z]+)(?: [a-z]+){0,3} (?:asked of|for|by|from|to be done by|required of|expected of|wanted from|(?:put|laid|placed) on)"
NOTHING = re.compile(rf"{NO} (?P<who>[a-z][^.;,]{{1,25}})")
NOTHING_FOR_US = re.compile(
    rf"{NO} (?:us|me|our (?:part|side|team|service))\b|\bnot (?:for|by) (?:us|me)\b|\bno(?:ne| actions?| tasks?)(?: of [a-z ]{{3,20}})? (?:is|are|was|were) (?:ours|mine)\b"
    r"|\b(?:we|i) (?:have|had|took|take|came away with|(?:was|were) given) no (?:actions?|tasks?|part in)\b|\b(?:we|i) (?:was|were|am|are) not (?:asked|to) (?!told|aware|there|surprised|happy|sure)[a-z]+"
)


def _told(between: Between, one: frozenset[str], other: frozenset[str]) -> Difference:
    who = [_called(between.case, min(each)) for each in (one, other)]
    return between.told("outcome", f"It is for {who[0]} by the one, for {who[1]} by the other.", 0.6)


def _called(case: Case, service: str) -> str:
    return (
        case.names.get(service[1:], service[1:]) if service[0] == "=" else SERVICE_WORDS.get(service, service.replace("_", " "))
    )


def _is_one(case: Case, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether services of two names may be one agency's: its own name, and what it offers; or two of the family one person."""
    if any(here in OF_THE_FAMILY and there in OF_THE_FAMILY and may_be_one(case, here, there) for here in one for there in other):
        return True
    if OF_THE_FAMILY.isdisjoint(one) != OF_THE_FAMILY.isdisjoint(other):
        return True  # what one of the family does is no agency's task
    of_agency = case.services.of_agency
    widened = [
        each | {service for agency in each if agency[0] == "=" for service in of_agency.get(agency[1:], ())}
        for each in (one, other)
    ]
    return not widened[0].isdisjoint(widened[1])


@once_in_case
def _tasks(case: Case, facts: Facts) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Who is to do what: the services that are named or the agency itself, and the words of the task."""
    if DOING.isdisjoint(words_in(facts.words)):
        return []
    found = []
    for written, sentence in zip(facts.sentences_as_written, facts.sentences_in_full, strict=True):
        for match in TO_DO.finditer(sentence):
            if match.group().startswith("to ") and SENT.search(sentence[: match.start()]):
                continue
            who = _who(case, facts, BEFORE.split(sentence[max(0, match.start() - WIDE) : match.start()])[-1], written)
            if who:
                found.append((who, frozenset(informative(ANOTHER.split(match["what"])[0]))))
        found += [
            (who, frozenset(informative(match["what"])))
            for match in DONE_BY.finditer(sentence)
            if (who := _who(case, facts, match["who"], written))
        ]
    return found


def _who(case: Case, facts: Facts, words: str, written: str) -> frozenset[str]:
    relative = A_RELATIVE.search(words)
    if relative is not None or ALONGSIDE.search(words):
        return frozenset({ROLES[relative[1]]} if relative is not None else ())
    if OWN.search(words):
        return frozenset({f"={facts.agency}"})
    services = case.services
    named = services.named(words[-NEAR:])
    if not named and HEALTH.search(words[-NEAR:]):
        return frozenset({"health", *OF_HEALTH})
    if named:
        return named
    staff = {
        services.staff[person] for person in case.people.named_in(written) if person in services.staff and _in(person, words)
    }
    if staff:
        return frozenset(f"={agency}" for agency in staff) if len(staff) == 1 else frozenset()
    roles = [ROLES[word] for word in words.split() if word in ROLES]
    return frozenset(roles[-1:]) if roles and roles[-1] in OF_THE_FAMILY else frozenset()


# "Nana Jean to stay": whoever else is called Jean.
A_RELATIVE = re.compile(rf"\b({'|'.join(word for word, role in ROLES.items() if role in OF_THE_FAMILY)}) [a-z'-]+ ?$")
# "Joint visit with police to see the hoist": those beside whom somebody does it are not all who do it.
ALONGSIDE = re.compile(r"\b(?:with|alongside|together with) [^.;:,]*$")


def _in(person: str, words: str) -> bool:
    return any(part in words for part in person.split())


HEALTH = re.compile(r"\bhealth\b(?! (?:and safety|visit))")
OF_HEALTH = frozenset(
    {"hospital", "gp", "health_visiting", "school_nursing", "maternity", "mental_health", "children_nursing", "therapy"}
)
WIDE = 40
NEAR = 30  # letters before a task in which its doer is named


@once_in_case
def _leads(case: Case, facts: Facts) -> dict[str, frozenset[str]]:
    """Who has a part that only one has: the lead professional, the key worker."""
    found: dict[str, frozenset[str]] = {}
    if PARTS.isdisjoint(words_in(facts.words)):
        return found
    for written, sentence in zip(facts.sentences_as_written, facts.sentences_in_full, strict=True):
        for sign in (HAS_PART, IS_PART):
            for match in sign.finditer(sentence):
                who = _who(case, facts, match["who"], written)
                if who:
                    found.setdefault(match["part"].split()[0], who)
    return found
