"""Which professional, profession or agency was away from a meeting by the one record, and there by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.absences import CAME, COME, STAYED_AWAY, THERE, Absent, absent
from chronology.analysis.differences.between import Between, says
from chronology.analysis.differences.comers import came
from chronology.analysis.facts import Case, Facts


def by_profession(between: Between, away: Absent, one: Facts, other: Facts) -> str:
    """A professional by name, or an agency, where nobody else of it is there by the one."""
    case, services = between.case, between.case.services
    theirs = absent(case, other)
    for person in sorted(away.professionals & came(case, other).professionals - theirs.professionals):
        return person.title()
    meant = services.meant(away.services, sorted(away.professionals), one.agency)
    if theirs.itself or not meant.isdisjoint(services.meant(theirs.services, sorted(theirs.professionals), "")):
        return ""
    mine = agencies_there(case, one)
    of_it = services.mentioned(away.services, sorted(away.professionals), other.agency)
    by_name = is_called(between, other, away.words) and not is_called(between, one, away.words)
    offered = services.of_agency.get(other.agency, frozenset())
    of_it |= "health" in away.services and not offered.isdisjoint(HEALTH) and came(case, one).services.isdisjoint(HEALTH)
    not_one = by_name or (of_it and other.agency not in mine)
    if not_one and itself_there(other) and not (says(IN_THEIR_PLACE, one) and not away.services):
        return between.name(other)
    if (
        "health" in away.services
        and not came(case, other).services.isdisjoint(HEALTH)
        and came(case, one).services.isdisjoint(HEALTH)
    ):
        return "health"
    if outside := sorted(_of_no_agency(case, away) & came(case, other).services - came(case, one).services - theirs.services):
        return outside[0].removeprefix("*").replace("_", " ")
    both = sorted((meant & agencies_there(case, other)) - mine) if len(meant) == 1 else ()
    return case.names.get(both[0], both[0]) if both else ""


def _of_no_agency(case: Case, away: Absent) -> set[str]:
    """Whoever is away of a service that no agency of the case offers."""
    return {each for each in away.services if each[0] != "=" and not case.services.agencies_of.get(each)}


IN_THEIR_PLACE = re.compile(
    r"\b(?:in (?:her|his|their) (?:place|stead)|instead|deputis\w+|stood in|standing in|on behalf|covered by)\b"
)
HEALTH = frozenset({"hospital", "maternity", "gp", "health_visiting", "school_nursing", "children_nursing"})


def itself_there(facts: Facts) -> bool:
    """Whether an agency tells of having been at the meeting."""
    return (
        (not facts.heard or facts.attended or says(I_WAS_THERE, facts))
        and not facts.planned
        and (says(SITS, facts) or says(AT_IT, facts))
    )


def agencies_there(case: Case, facts: Facts) -> frozenset[str]:
    """The other agencies of which a record has somebody at the meeting."""
    found = came(case, facts)
    return case.services.meant(found.services, sorted(found.professionals), facts.agency)


# What is said of those who are there.
SITS = re.compile(
    rf"\b(?:{CAME}|{THERE}|attended|spoke|contributed|there|present|chaired|led|gave|presented|shared|reported|told (?:us|them|the meeting|everyone|all)|explained|read out|talked|confirmed|summarised|updated|(?:on|by|via|over|through) (?:the |a )?(?:video|phone|telephone|speaker\w*|teams|zoom|link|screen|line|skype)\b"
    r"|throughout|for (?:the whole|all) of|went|sat|stayed|raised|challenged|argued|said|asked|agreed|all|both|too|as well)\b"
)
I_WAS_THERE = re.compile(
    r"\b(?:i|we) (?:also |both )?(?:went|attended|read|gave|spoke|presented|reported|explained|raised|met|sat|chaired|joined|took part|saw)\b"
)
AT_IT = re.compile(r"\bat (?:the |this |today's |\w+'s )?(?:\w+ ){0,2}(?:conference|core group|meeting|review|marac|panel)\b")


def is_called(between: Between, facts: Facts, words: str) -> bool:
    """Whether the words have a longer word of an agency's name that is no other's by its nature."""
    return not (set(LONG.findall(between.name(facts).lower())) - ANY_AGENCY).isdisjoint(LONG.findall(words))


LONG = re.compile(r"[a-z]{5,}")
ANY_AGENCY = frozenset(
    """health school children childrens services service police hospital trust housing team county council social primary academy nursery centre family
    general community records chronology notes journal extract incident safeguarding group meeting north south central""".split()
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


def of_profession(one: Facts, other: Facts) -> str:
    """The title of somebody who is there, where the one has nobody of that profession."""
    for title, none in NONE_CAME.items():
        if not says(none, one) or TITLES[title].search(none.sub(" ", one.text)):
            continue
        for written, sentence in zip(other.sentences_as_written, other.sentences_in_full, strict=True):
            if (match := TITLES[title].search(written)) and SITS.search(sentence) and not STAYED_AWAY.search(sentence):
                return written[match.start() :].split(",")[0].split(".")[0][:NAME].rpartition(" ")[0] or match.group()
    return ""


NAME = 24
