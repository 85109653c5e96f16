"""Who is said to have stayed away from a meeting, by name or by profession, and sits in it by another's record."""

from __future__ import annotations

import re

from chronology.analysis.differences.attendance import WHENEVER
from chronology.analysis.differences.between import Between, Difference, once_in_case, says
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES
from chronology.analysis.facts import Case, Facts
from chronology.analysis.people import NOBODY

COME = (
    r"(?:attend|come|join(?: (?:us|in))?|show(?: up)?|turn up|take part|appear|dial in|get there|make it|be there|participate|sit in|connect|log (?:on|in)|arrive"
    r"|manage (?:it|to come)|be spared|be released|be free|get away|get off (?:work|shift)|get (?:the )?(?:time|day) off)"
)
CAME = (
    r"(?:attended|came(?: along)?|joined(?: us| in)?|showed up|turned up|took part|appeared|dialled in|got there|made it|participated|sat in|connected"
    r"|logged (?:on|in)|arrived|managed it|spoke|contributed)"
)
THERE = r"(?:there|present|in attendance|in the room|at the (?:table|meeting)|on the (?:call|line|screen|link)|round the table|available|free|represented|able to \w+)"
STAYED_AWAY = re.compile(
    rf"\b(?:(?:did|could|would|can|was|were|is|had)(?: not|n't) (?:able to )?{COME}|(?:was|were|is)(?: not|n't) {THERE}|(?:failed|unable|not able|too (?:ill|busy)) to {COME}|never {CAME}"
    r"|(?:sent|sends|gave|offered|tendered|made) (?:\w+ ){0,2}(?:apolog\w+|regrets)|(?:(?:was|were) )?(?:absent|missing(?! (?:person|from (?:home|care|school)))|a no[- ]show)|apolog(?:ies|y|ised|ising)|(?:stayed|kept|staying|keeping) away|pulled out|cried off|dropped out|not (?:present|there|in attendance|on the (?:call|line|link)|represented)"
    r"|(?:is|was|being|off|away) (?:on (?:annual |sick |maternity )?leave|off sick|ill))\b"
)
OF_WHOM = re.compile(
    r"\b(?:apolog(?:ies|y) (?:were |was )?(?:\w+ )?(?:from|for|by)|absent:?|missing:?|no sign of|nothing from|without|regrets from|not (?:present|there|in attendance):) (?=\w)"
)
PROFESSIONS = {
    "dr": r"(?:doctors?|paediatricians?|consultants?|gps?|registrars?|psychiatrists?|medics?)",
    "pc": r"(?:police(?: officers?)?|officers?(?! of)|detectives?|constables?)",
    "midwife": r"(?:midwife|midwives)",
    "nurse": r"(?:nurses?|health visitors?)",
    "teacher": r"(?:teachers?|head ?teachers?|heads? of year)",
    "worker": r"(?:social workers?)",
}
TITLES = {
    "dr": re.compile(r"\b(?:Drs?|Doctor|Prof)\.? [A-Z]|\b(?i:paediatrician|psychiatrist)\b"),
    "pc": re.compile(r"\b(?:PCs?|DCs?|DS|DI|DCI|Sgt|PS|PCSO|Insp|Inspector|Sergeant|Detective)\.? [A-Z]"),
    "midwife": re.compile(r"\b(?:MW|RM|Midwife|midwife) [A-Z]"),
    "nurse": re.compile(r"\b(?:Nurse|nurse|Sister|HV|SN|SCPHN|(?:health|Health) visitor) [A-Z]"),
    "teacher": re.compile(r"\b(?:[Hh]ead(?: ?teacher)?|[Tt]eacher|DSL) [A-Z]"),
    "worker": re.compile(r"\b(?:SW|[Ss]ocial worker) [A-Z]"),
}
NONE_CAME = {
    title: re.compile(
        rf"\b(?:no|not (?:one|a single)|none of the|neither of the|there was no|without (?:a|any)|we had no) (?:[\w'-]+ ){{0,2}}?{words}\b"
        rf" ?(?:(?:had|was|were|being|could(?: be)?|able to|managed to|felt able to|who could|to) ?)*(?:{CAME}|{COME}|{THERE}|invited|involved|asked|spared|released|from (?:there|any)|(?=[.;,]|$))"
    )
    for title, words in PROFESSIONS.items()
}
# What is said of those who are there.
SITS = re.compile(
    rf"\b(?:{CAME}|{THERE}|there|present|chaired|led|gave|presented|shared|reported|told (?:us|them|the meeting|everyone|all)|explained|read out|talked|confirmed|summarised|updated|(?:on|by|via|over|through) (?:the |a )?(?:video|phone|telephone|speaker\w*|teams|zoom|link|screen|line|skype)\b"
    r"|throughout|for (?:the whole|all) of|went|sat|stayed|raised|challenged|argued|said|asked|agreed|all|both|too|as well)\b"
)
NOT_SITTING = re.compile(
    r"\b(?:apolog\w+|absent|to be invited|not invited|invite|copy|copies|copied|circulat\w+|minutes (?:to|sent)|reports? (?:from|by|of|sent)|sent (?:a |her |his |their )?(?:report|letter)|letter|e-?mail\w*|rang|phoned|allocated|will|next|before|after|afterwards|later|told of it|decided|views of|wishes)\b"
)


def by_named_away(between: Between) -> Difference | None:
    """Somebody stayed away from a meeting by the one, and was in it by the other."""
    first, second = between.first, between.second
    if first.start != second.start or not (first.meetings & second.meetings or (first.gathering and second.gathering)):
        return None
    for one, other in between.either_way():
        if other.planned & one.meetings:
            continue
        away = _away(between.case, one) if says(STAYED_AWAY, one) or says(OF_WHOM, one) else frozenset()
        if _agency_stayed_away(between, one, other):
            itself = f"{between.name(one)} has {between.name(other)} absent, whose own record says that it was there."
            return between.told("present", itself, 0.75)
        found = sorted(away & sitting(between.case, other) - sitting(between.case, one))
        who = found[0].title() if found else _of_profession(one, other)
        if who:
            return between.told("present", f"{between.name(one)} has {who} absent, {between.name(other)} has {who} there.", 0.75)
    return None


NOBODY_CAME = re.compile(
    rf"\b(?:nobody|no ?one|not one of them|none(?: of them)?|neither|they|but|and|who)(?: (?:from|of|for) (?:there|them|it|that \w+|its side|their side))?(?: \w+)? (?:(?:had|has|have) )?(?:{CAME}|(?:could|was able to|would|managed to|did(?: not|n't)|could(?: not|n't)|failed to|were(?: not|n't)|was(?: not|n't)) (?:{COME}|{THERE})|sent (?:nobody|no ?one|no \w+)|stayed away|cried off|pulled out)"
    r"(?: along)?(?: (?:for|from|of) (?P<whom>(?:[\w'-]+ ?){1,5}))?"
)
ASKED = re.compile(r"\b(?:asked|invited|expected|due|told of it|sent (?:an )?invit\w+|on the list|meant to be)\b")
DENIAL = re.compile(r"\b(?:nobody|no ?one|not|n't|none|neither|failed|away|off|out|no)\b")


# Nobody there for somebody, an empty chair, no input.
EMPTY_CHAIR = re.compile(
    r"\b(?:nobody|no ?one|no \w+) (?:was |were |had been )?(?:there|present|on the (?:call|line|link)|in the room|at the table|available|around the table) (?:for|from|to speak for) (?:the )?(?P<who>[\w' -]{2,30})"
    r"|\bempty (?:chair|seat|place)s? (?:where|for) (?:the )?(?P<whose>[\w' -]{2,30})|\bno (?P<whom>(?:[\w'-]+ ){1,3})(?:input|presence|representation|representative|rep|attendance|voice|colleague|seat)\b"
)
I_WAS_THERE = re.compile(r"\b(?:i|we) (?:went|attended|read|gave|spoke|presented|reported|explained|raised)\b")
LONG = re.compile(r"[a-z]{5,}")
ANY_AGENCY = frozenset(
    """health school children childrens services service police hospital trust housing team county council social primary academy nursery centre family
    general community records chronology notes journal extract incident safeguarding group meeting north south central""".split()
)


def _agency_stayed_away(between: Between, one: Facts, other: Facts) -> bool:
    """Whether an agency was asked and nobody came of it, which tells of having been there."""
    if (other.heard and not (other.attended or says(I_WAS_THERE, other))) or not says(SITS, other) or says(STAYED_AWAY, other):
        return False
    services = between.case.services
    for sentence in one.sentences_in_full:
        for match in EMPTY_CHAIR.finditer(sentence):
            if services.mentioned(services.named(match["who"] or match["whose"] or match["whom"]), (), other.agency):
                return True
        for match in (each for each in STAYED_AWAY.finditer(sentence) if not WHENEVER.search(sentence[: each.end()])):
            subject = CLAUSES.split(sentence[: match.start()])[-1]
            if services.mentioned(services.named(subject), (), other.agency) or is_called(between, other, subject):
                return True
        for match in NOBODY_CAME.finditer(sentence):
            behind = match["whom"] or ""
            before = sentence[: match.start()] if ASKED.search(sentence[: match.start()]) else ""
            if not DENIAL.search(match.group()) or not (behind or before):
                continue
            named = services.named(behind) or services.named(before)
            called = is_called(between, other, f"{behind} {before}")
            if called or services.mentioned(named, (), other.agency) or not services.of_agency.get(other.agency):
                return True
    return False


def is_called(between: Between, facts: Facts, words: str) -> bool:
    """Whether the words have a longer word of an agency's name that is no other's by its nature."""
    return not (set(LONG.findall(between.name(facts).lower())) - ANY_AGENCY).isdisjoint(LONG.findall(words))


def _of_profession(one: Facts, other: Facts) -> str:
    """The title of somebody who is there, where the one has nobody of that profession."""
    for title, none in NONE_CAME.items():
        if not says(none, one) or TITLES[title].search(none.sub(" ", one.text)):
            continue
        for written, sentence in zip(other.sentences_as_written, other.sentences_in_full, strict=True):
            if (match := TITLES[title].search(written)) and SITS.search(sentence) and not STAYED_AWAY.search(sentence):
                return written[match.start() :].split(",")[0].split(".")[0][:NAME].rpartition(" ")[0] or match.group()
    return ""


NAME = 24


@once_in_case
def _away(case: Case, facts: Facts) -> frozenset[str]:
    """Who is said not to have come: the one named before it in its clause, or behind "apologies from"."""
    found: set[str] = set()
    kin: set[str] = set()
    for written in facts.sentences_as_written:
        words = written.lower()
        for match in OF_WHOM.finditer(words):
            found |= set(case.people.named_in(ENDS.split(written[match.end() :])[0]))
        for match in STAYED_AWAY.finditer(words):
            found |= set(case.people.named_in(_subject(written[: match.start()])))
        kin |= {role for part in PARTS.split(words) if STAYED_AWAY.search(part) for role in _roles(part)}
    return frozenset(found - NOBODY) | kin


PARTS = re.compile(r"[.;:,]\s| and | but | while ")


def _roles(words: str) -> set[str]:
    """Which of the grown of the family begin these words: "grandmother kept away"."""
    return {ROLES[word] for word in words.split()[:2] if ROLES.get(word) in GROWN}


GROWN = OF_THE_FAMILY - {"brother", "sister", "cousin", "partner"}


def _subject(before: str) -> str:
    """The words before a verb that say who: behind the last comma that is no part of an insertion."""
    clauses = [each for each in CLAUSES.split(before) if each.strip()]
    far = 2 if before.rstrip().endswith(",") else 1  # "Jo Platt, midwife, sent apologies", but "Jo Platt, housing apologies"
    return next((each for each in reversed(clauses[-far:]) if CAPITAL.search(each)), "")


CAPITAL = re.compile(r"[A-Z]")
ENDS = re.compile(r"[.;:(]|, (?=[a-z])| but | who ")
CLAUSES = re.compile(r"[;:,]\s| and (?=[A-Z])| but | with ")


@once_in_case
def sitting(case: Case, facts: Facts) -> frozenset[str]:
    """Who is in a meeting: on a list of names, or with what only those do who are there."""
    found: set[str] = set()
    for written, sentence in zip(facts.sentences_as_written, facts.sentences_in_full, strict=True):
        if STAYED_AWAY.search(sentence) or NOT_SITTING.search(sentence):
            continue
        found |= {role for part in PARTS.split(written.lower()) if SITS.search(part) for role in _roles(part)}
        people = case.people.named_in(written)
        if len(people) >= LIST and LISTED.search(written):
            found |= {person for person in people if _is_item(written, person)}
        elif people and SITS.search(sentence):
            found |= set(people[:1]) | ({*people} if len(people) == LIST - 1 and " and " in sentence else set())
    return frozenset(found)


LIST = 3  # names that make a list
LISTED = re.compile(r"[A-Z][\w'-]+(?:, | and |; )(?:\w+ ){0,2}[A-Z]")


def _is_item(written: str, person: str) -> bool:
    """Whether somebody stands in a list, and does not begin what he is to do."""
    last = person.rpartition(" ")[2]
    first = person.partition(" ")[0]
    return any(
        not TO_DO.match(written[match.end() :])
        for match in re.finditer(rf"\b(?:{re.escape(last)}|{re.escape(first)})\b", written, re.IGNORECASE)
    ) and not TO_DO.match(_behind(written, last))


def _behind(written: str, name: str) -> str:
    at = written.lower().find(name)
    return written[at + len(name) :] if at >= 0 else ""


TO_DO = re.compile(r"(?:'s)? (?:to|will|would|should|is to|has|had|was to|needs)\b|'s\b")
