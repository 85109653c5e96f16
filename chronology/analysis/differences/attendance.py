"""Who was at a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chronology.analysis.differences.between import Between, Difference, once_in_case, says
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.services import SERVICE_WORDS

PRESENT = re.compile(
    r"(?i:\b(?:present|attendees?|attendance|those (?:there|present|attending|on)|attended by|others? on (?:the )?call|also there|took part|taking part|at the table|in the room|who came|sat round"
    r"|in attendance(?: with)?|invited|around the table|participants?|on the line|joined by)\b(?: were| was| are)?[:\s])|\bwith (?=[A-Z])"
)

ONLY = re.compile(r"\bonly\b|\balone\b|\bno ?(?:one|body) else\b|\bjust\b")

APOLOGIES = re.compile(
    r"\b(?:sent (?:their |her |his )?apologies|apologies|absent|did not (?:attend|come)|(?:could|can|would) not (?:attend|come|join|make it|be there)|not (?:present|there|represented|invited|in attendance|available)"
    r"|no (?:representation|representative|one) from|(?:nobody|no ?one|none|not one person) (?:\w+ ){0,2}from|(?:did not|didn't|could not|couldn't|failed to|unable to) (?:send|turn up|show|join|dial in|make it|participate|take part|sit in|get there|be there|appear|come along)(?: (?:anybody|anyone|a representative|their apologies))?|(?:was|were) not (?:there|present|represented|invited|in attendance)|without(?= (?:the )?(?:school|nursery|health|police|social|gp|hv|sw|housing|probation|midwi|camhs|mental|drug|alcohol|education|idva|the school))|missing from|nobody from|no-?one from|sent (?:nobody|no ?one|no (?:worker|representative|report)|neither)|unrepresented|was unable to (?:attend|come)|unable to attend|failed to attend|non-attendance)\b"
)

# "No health visitor", where a list of those present may end so.
NONE_OF_THEM = re.compile(
    r"(?:^|[.;,:] )no (?P<who>(?:\w+ ){0,2}(?:visitor|nurse|worker|officer|police|gp|midwife|teacher|doctor|school|housing|probation))(?=[.;,]|$| there\b| present\b| today\b)"
)

CAME = re.compile(
    r"\b(?:attended|came|was there|were there|was present|were present|took part|gave (?:\w+ ){0,2}(?:report|summary|update)|reported|spoke|talked|read out|presented)\b"
)

HEALTH_NAMED = re.compile(r"\bhealth\b(?! visit)")


def by_attendance(between: Between) -> Difference | None:
    """Who was at a meeting: an "only" on a list, apologies of somebody who says they came."""
    first, second = between.first, between.second
    if not (first.meetings & second.meetings or (first.gathering and second.gathering and first.start == second.start)):
        return None
    for one, other in between.either_way():
        if found := _without(between, one, other):
            return found
    return None


def _without(between: Between, one: Facts, other: Facts) -> Difference | None:
    """Whether the one has somebody absent, or others only, whom the other has there."""
    absent = _absent(between, one, other)
    if absent:
        return between.told("present", absent, 0.8)
    if listed := _listed(between, one, other):
        there = f"{between.name(one)} has {listed[1]} absent, {between.name(other)} lists {listed[0].title()} of it."
        return between.told("present", there, 0.7)
    missed = _absent_services(between, one) & _attending(between, other)
    if missed:
        missed = missed & {"health"} or missed
        who = " and ".join(sorted(SERVICE_WORDS.get(each, each.replace("_", " ")) for each in missed)[:2])
        return between.told("present", f"{between.name(one)} has {who} absent, {between.name(other)} has it there.", 0.7)
    if _leaves_out(between.case, one, other):
        away = f"{between.name(one)} lists others only, {between.name(other)} says that it was there."
        return between.told("present", away, 0.7)
    return None


WE_CAME = re.compile(
    r"\b(?:attended|took part|joined|dialled in|chaired|presented|sat (?:in|through)|went to|came to|contributed|was at|were at|read out|spoke up)\b(?! by)"
)


def _listed(between: Between, one: Facts, other: Facts) -> tuple[str, str] | None:
    """Somebody on the one's list of an agency that the other has absent."""
    services = between.case.services
    missed = services.meant(_absent_services(between, one), (), one.agency)
    if len(missed) != 1:
        return None
    (agency,) = missed
    there = sorted(person for person in present(between.case, other)[0] if services.staff.get(person) == agency)
    return (there[0], between.case.names.get(agency, agency)) if there and there[0] not in one.people else None


def _leaves_out(case: Case, one: Facts, other: Facts) -> bool:
    """Whether a list says that nobody else was there, and the other, who is on it by no name, tells of having been there."""
    if other.heard or other.second_hand or other.planned or not says(WE_CAME, other) or says(APOLOGIES, other):
        return False
    listed, only = present(case, one)
    if not only or any(case.services.staff.get(person) == other.agency for person in listed):
        return False
    of_it = {person for person in other.people if case.services.staff.get(person) == other.agency}
    return not case.services.mentioned(one.services, one.people, other.agency) and of_it.isdisjoint(one.people)


def _absent(between: Between, one: Facts, other: Facts) -> str:
    """Whether the one has the other's agency, or somebody on its list, absent."""
    itself = f"{between.name(one)} has {between.name(other)} absent, whose own record says that it was there."
    if _has_none_of(between, one, other):
        return itself
    for sentence, match in _absences(one):
        near = _who_is_meant(sentence, match)
        services = between.case.services.named(near)
        if between.case.services.mentioned(services, (), other.agency) and not (
            other.heard or other.planned or _tells_its_own(between.case, other)
        ):
            return itself
        named = {word.lower() for word in re.findall(r"\b[A-Z][a-z]{2,}\b", one.text)} & set(re.findall(r"[a-z]{3,}", near))
        for name in sorted(named - NO_NAMES):
            if re.search(
                rf"\b{name}\b[^.;,]{{0,25}} (?:attended|came|was there|was present|took part|gave (?:a |the |verbal )*(?:report|update))\b",
                other.words,
            ):
                return f"{between.name(one)} has {name.title()} absent, {between.name(other)} has {name.title()} there."
        social_worker = "social_care" in services and "disability" in between.case.services.of_agency.get(other.agency, ())
        if social_worker and "team" in between.name(other).lower() and says(I_CAME, other):
            return f"{between.name(one)} has the social worker absent, {between.name(other)} was there."
    return ""


def _tells_its_own(case: Case, facts: Facts) -> bool:
    """Whether an agency itself writes that it was not there: "practice had sent apologies"."""
    return says(OWN_ABSENCE, facts) or any(
        case.services.mentioned(case.services.named(_who_is_meant(sentence, match)), (), facts.agency)
        for sentence, match in _absences(facts)
    )


def _has_none_of(between: Between, one: Facts, other: Facts) -> bool:
    """Whether a list ends with "no health visitor", and the other is a health visitor's own record."""
    services = between.case.services
    return not (other.heard or other.planned) and any(
        services.mentioned(services.named(match["who"]), (), other.agency) for match in NONE_OF_THEM.finditer(one.words)
    )


def _absences(facts: Facts) -> Iterator[tuple[str, re.Match[str]]]:
    """Every absence that a record tells of, in its sentence: "apologies from the one, nobody from the other"."""
    for sentence in facts.sentences_in_full:
        yield from ((sentence, match) for match in APOLOGIES.finditer(sentence) if not WHENEVER.search(sentence[: match.end()]))


# What is so each time: "the home slips when the workers are not there".
WHENEVER = re.compile(r"\b(?:when(?:ever)?|if|unless)\b[^,;]{0,40}\b(?:is|are)\b[^,;]{0,12}$")


def _who_is_meant(sentence: str, match: re.Match[str]) -> str:
    """The words beside an absence that say whose it is: before it, behind it, or before the comma."""
    after = sentence[match.end() : match.end() + BEHIND]
    if match.group().endswith(" from") and FROM_THERE.match(after):
        return sentence[: match.start()]  # "housing had been invited, nobody from there came"
    if match.group().endswith((" from", "without")):
        return after
    clause = sentence[: match.start()].rpartition(";")[2]
    before = clause.rpartition(",")[2].rpartition(" and ")[2]
    return before if before.strip() else clause.rstrip(" ,").rpartition(",")[2] or after


BEHIND = 45  # letters behind an absence in which it is said whose it is
FROM_THERE = re.compile(r" (?:there|them|that (?:team|service|agency|side|office)|its side)\b")
NO_NAMES = frozenset(
    "the and from social worker school health police nursery team mother father parents mum dad gp nurse visitor".split()
)
I_CAME = re.compile(r"\b(?:i|we) (?:also )?(?:attended|went|chaired|was there|took part|joined)\b|^attended\b")

NONE_OF_US = re.compile(
    r"\b(?:none of (?:us|the (?:doctors|team|staff|nurses|teachers|officers))|nobody from (?:here|this (?:team|service|practice|school|agency|office)|our (?:team|service|side))|no ?one from (?:here|our|the|this)|no staff|we (?:did not|were unable to|could not)|unable to send (?:anyone|staff|a worker)|i (?:did not|was unable to|could not|couldn't|didn't))"
    r"(?: \w+){0,3}? ?(?:went|go|dialled in|was in the room|could|attend(?:ed)?|available|came|come|was there|were there|send|spare|make it|join|get there|be there)\b"
    r"|\b(?:nobody|no ?one) (?:had |has )?(?:asked|invited|told) (?:me|us)(?: along| to (?:come|attend))?\b|\b(?:i|we) (?:was|were) not (?:asked|invited|told of it|present|there)\b"
    r"|\b(?:i|we)(?: was| were)?(?: asked to)? (?:waited|wait|sat|stayed|stay) (?:outside|in (?:the )?(?:car|reception|waiting room|corridor|foyer|car park)|downstairs|next door)\b|\b(?:i was|we were|was|were) not (?:let|allowed) in\b"
)
# Of a meeting, without anybody's name before it: whoever writes so was not there.
OWN_ABSENCE = re.compile(
    r"(?:^|[.;,:] )(?:(?:my |our |own )?apologies (?:given|sent|made|tendered|submitted|from me|for)|(?:(?:i|we|practice|surgery|team|service|school|department) )?(?:had |have )?sent (?:my |our )?apologies|gave (?:my |our )?apologies|unable to (?:attend|join|make|send|go|come|be represented)"
    r"|could not (?:attend|make|send|get (?:to|there))|not able to (?:attend|send|get (?:to|there)|make|join|be (?:there|at))|(?:so )?did not (?:attend|go)|not (?:attended|represented|invited|present)|no (?:capacity|one|body|rep|representative|staff|worker)(?: \w+){0,2} (?:to (?:attend|join|send)|available|could attend|attended)"
    r"|missed (?:the |this )?(?:meeting|conference|core group|review)|nobody from (?:here|this|our)|(?:nobody|no ?one) (?:could|was able to|were able to) (?:get (?:to|there|away)|go|attend|make it|come|join|be (?:there|spared|released))|(?:not|wasn't|weren't) (?:there|aware of (?:the |this )?meeting))\b|\bno capacity to (?:attend|join)\b|\breport (?:sent|submitted) (?:instead|in lieu|in absence)\b"
)
WITH_THEM = re.compile(
    r"\b(?:appropriate adult|accompanied|attended|present|supported by|in attendance|escorted|came|sat with|sat in|supporter|stayed with|with|dialled in|joined|took part|gave|confirmed|reported)\b"
)


def by_own_absence(between: Between) -> Difference | None:
    """An agency says that none of its people went, the other has one of them there."""
    for absent, other in between.either_way():
        met = bool(absent.meetings | absent.planned) and bool(other.meetings)
        if not (says(NONE_OF_US, absent) or (met and says(OWN_ABSENCE, absent)) or _has_itself_away(between.case, absent)):
            continue
        if _has_there(between.case, other, absent.agency, met=met) or (met and _came_though_away(between.case, absent, other)):
            return between.told(
                "present",
                f"{between.name(absent)} says that nobody of it went, {between.name(other)} has somebody of it there.",
                0.7,
            )
    return None


def _has_itself_away(case: Case, facts: Facts) -> bool:
    """Whether an agency writes by its own name that nobody of it was there."""
    return any(
        case.services.mentioned(case.services.named(match["who"] or match["itself"] or match["rep"]), (), facts.agency)
        for match in NOBODY_FROM.finditer(facts.words)
    )


NOBODY_FROM = re.compile(
    r"\b(?:nobody|no ?one|none) (?:from|of) (?:the )?(?P<who>\w+(?: \w+)?) (?:was|were|came|went|could|attended|in|there|present)\b"
    r"|(?:^|[.;:,] )(?P<itself>\w+(?: \w+)?) (?:was |were )?(?:unable to|could not|not able to) (?:attend|send|join|come|be (?:there|represented))\b"
    r"|\bno (?P<rep>\w+) (?:rep|representative|representation)\b"
)


def _came_though_away(case: Case, absent: Facts, other: Facts) -> bool:
    """Whether somebody of whom the one says that he or she was away speaks or sits there in the other."""
    away = {
        person
        for written, sentence in zip(absent.sentences_as_written, absent.sentences_in_full, strict=True)
        if AWAY.search(sentence)
        for person in case.people.named_in(written)
        if not case.people.is_close(person)
    }
    return bool(away) and any(
        not away.isdisjoint(case.people.named_in(written))
        for written, sentence in zip(other.sentences_as_written, other.sentences_in_full, strict=True)
        if (WITH_THEM.search(sentence) or THERE.search(sentence)) and not (APOLOGIES.search(sentence) or AWAY.search(sentence))
    )


AWAY = re.compile(
    r"\b(?:on (?:annual |sick |study |maternity )?leave|off (?:sick|ill)|poorly|away|on holiday|off today|stuck|unwell)\b"
)
THERE = re.compile(
    r"\b(?:came through|on the (?:speakerphone|line|screen|call)|talked us|spoke|chaired|told (?:us|the meeting|everyone)|led|explained)\b"
)


def _has_there(case: Case, facts: Facts, agency: str, *, met: bool) -> bool:
    """Whether a record has somebody of an agency there: behind a word of being there, or on the list of a meeting."""
    for written, sentence in zip(facts.sentences_as_written, facts.sentences_in_full, strict=True):
        match = WITH_THEM.search(sentence)
        listed = met and (PRESENT.search(written) or sentence.count(",") > 1)
        if not (match or listed) or APOLOGIES.search(sentence):
            continue
        words = sentence if met or match is None else sentence[match.start() :]
        by_name = listed or (match is not None and match.group() in {"sat in", "supporter", "stayed with"})
        if case.services.mentioned(case.services.named(words), case.people.named_in(written) if by_name else (), agency):
            return True
    return False


def _absent_services(between: Between, facts: Facts) -> frozenset[str]:
    """The services that a record has absent: "health did not attend", "apologies from the nursery"."""
    found: frozenset[str] = frozenset()
    for sentence in facts.sentences_in_full:
        match = APOLOGIES.search(sentence)
        if match and not WHENEVER.search(sentence[: match.end()]):
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
    return found | ({"health"} if found & HEALTH else frozenset())


def _services_in(between: Between, words: str) -> frozenset[str]:
    named = frozenset(each for each in between.case.services.named(words) if each[0] != "=")
    return named | ({"health"} if HEALTH_NAMED.search(words) else frozenset())


HEALTH = frozenset({"school_nursing", "health_visiting", "maternity"})  # each of which is there for "health"


@once_in_case
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
