"""Who came to a meeting by a record of it: on its list, or as the one of whom it is told what only those do who are there."""

from __future__ import annotations

import re
from typing import NamedTuple

from chronology.analysis.differences.absences import PARENTS, STAYED_AWAY, outsiders
from chronology.analysis.differences.between import once_in_case
from chronology.analysis.differences.presence import grown
from chronology.analysis.facts import Case, Facts
from chronology.analysis.words import fold


class Came(NamedTuple):
    """The family by name behind an equals sign or as roles, professionals by name, services as they were named."""

    family: frozenset[str]
    professionals: frozenset[str]
    services: frozenset[str]


PARTS = re.compile(r"[.;!?](?:\s|$)|\n| - | but | while | whilst | although | though | because ")
LIST = re.compile(
    r"\b(?:[Pp]resent|[Ii]n attendance|[Aa]ttended by|[Aa]ttendees|[Aa]ttending|[Tt]here|[Ii]n (?:the )?room|[Oo]n (?:the )?(?:call|line|Teams)|[Rr]ound the table)\b(?: were| was|:)?(?= ?[A-Z(\w])(?P<listed>.*)|\b(?:meeting|mtg|conference|group|review|discussion|marac|MARAC|ICPC|RCPC|call|held|attended|ward|school|today)(?: \w+){0,3} with (?P<along>.*)"
)
COMMAS = re.compile(r", | and | & |; ")
VERB = re.compile(r"\b(?:was|were|is|are|had|has|did|came|said|to|not|no|who|that|about|for)\b")
DID = (
    r"(?:attended|came|joined|took (?:the|his|her|their) (?:seat|place|chair)s?|had (?:(?:his|her|their) say|(?:a lot|plenty|much|little|nothing) to say)|arrived|turned up|dialled in|logged (?:on|in)|took part|sat|stood|spoke|said|told (?:us|them|the (?:meeting|group|conference)|everyone|all)|asked|agreed|disagreed|accepted|described|explained|reported|read|presented"
    r"|gave|shared|raised|challenged|argued|confirmed|updated|went through|talked|contributed|chaired|led|took the chair|cried|wept|became|broke down|got (?:upset|angry|cross)|listened|walked out|left (?:upset|early|angry|in tears)|stayed|shouted|thanked|promised|objected|nodded|signed|answered|brought|summarised|fed back|outlined|offered|volunteered|pressed|pushed|queried|questioned|insisted|disputed|contested|apologised|pleaded|begged|laughed|smiled|interrupted|corrected|praised|responded|replied|observed|chipped in|piped up|stood up|walked in|put (?:her|him|them)sel(?:f|ves) (?:down|forward)|put (?:his|her|their) (?:hand|case|view)|lost (?:his|her) temper|raised (?:his|her) voice|made (?:a|the|his|her|several) (?:point|case|statement|offer)s?|drove over|travelled|engaged|participated|held (?:the |her |his )?(?:baby|child)|nursed|introduced|met with us|beside|next to"
    r"|(?:was|were|all|both|is|also)? ?(?:there|present|in attendance|in the room|on the (?:call|line|screen|link)|around the table|at the (?:table|meeting)|tearful|upset|angry|quiet|cross|distressed|anxious|supportive|able to attend)"
    r"|(?:on|by|via|over) (?:the )?(?:phone|telephone|teams|video\w*|zoom|link|speaker\w*|laptop|tablet|screen)|in person|face to face|dialling in|sitting|seated|on (?:his|her) best behaviour|too\b|as well\b)"
)
DOING = re.compile(
    rf"^(?:and |also |then |only )?(?P<who>(?:[\w'’.&()-]+,? ){{1,7}}?)(?:also |both |all |again |then |each |very |only |briefly |just |quietly |even |still |had |who |who'd |on (?:the )?(?=video|laptop|screen|phone)|driven |travelled )*{DID}\b"
)
NOT_SO = re.compile(
    r"\b(?:no|not|n't|nobody|none|never|neither|without|will|to be|should|would|could|may|might|if|next|apolog\w+|absent|unable|failed|(?:the|draft|await|no|meeting) minutes|minutes (?:to|of|sent|received|circulated|from|show|read|say|record|note)|copy|copied|circulated|report(?:s)? (?:from|of|by|sent)|letter|e-?mail\w*|rang|phoned|telephoned|previous\w*|last (?:time|week|month|year|night|meeting|review|core|conference|one)|says|afterwards|later|except|apart from|bar|other than|exception)\b|n't\b"
)
OBJECT = re.compile(r"\b(?:for|about|re|regarding|of|from|that|to|by|against|on) (?=\S)")


@once_in_case
def came(case: Case, facts: Facts) -> Came:
    """Everybody of whom a record tells that they were at the meeting."""
    family: set[str] = set()
    professionals: set[str] = set()
    services: set[str] = set()
    for sentence in (each.replace("’", "'") for each in facts.sentences_as_written):
        for part in PARTS.split(sentence):
            for whom in _who(part):
                words = fold(whom)
                family |= grown(case, whom, words) - {"man"}
                family |= {"mother", "father"} if PARENTS.search(words) else set()
                professionals |= {each for each in case.people.named_in(whom) if each in case.people.professionals}
                services |= case.services.named(words) | outsiders(words)
    return Came(frozenset(family), frozenset(professionals), frozenset(services))


def _who(part: str) -> list[str]:
    """The words of a part of a sentence that name those who were there."""
    found: list[str] = []
    listed = LIST.search(part)
    bare = TAIL.split(part, maxsplit=1)[0]
    if listed:
        whom = listed["listed"] or listed["along"] or ""
        denied = NOT_SO.search(whom.lower())
        found = [whom[: denied.start()].rpartition(",")[0] if denied else whom]
    elif _is_list(bare):
        denied = NOT_SO.search(bare.lower())
        found = [bare[: denied.start()].rpartition(",")[0] if denied else bare]
    pieces = PIECES.split(part)
    for piece in (part, *pieces[1:]) if len(pieces) > 1 and not _is_list(bare) else (part,):
        if NOT_SO.search(piece.lower()):
            continue
        doing = DOING.match(fold(piece).strip())
        stayed = doing and STAYED_AWAY.search(fold(piece).strip()[: doing.end() + BEHIND])
        if doing and not stayed and not PASSIVE.search(doing["who"]) and (whom := piece.strip()[: doing.end("who")]):
            behind = OBJECT.search(whom)
            found.append(whom[: behind.start()] if behind else whom)
        found += [match["whom"] for match in BROUGHT_BY.finditer(piece)]
    return found


# What is told of the last of a list, and of those who came with others: "Anne, DC Hale and Jo Platt, who brought the book".
TAIL = re.compile(
    r",? (?:who\b|who'd\b|whom\b|each of\b|for (?:her|his|the) (?:first|last)\b)|(?: all| both| each| were| was)* (?:in the room|there|present|(?:a)?round the table|on the (?:call|line)|in attendance|at the (?:table|meeting))$"
)
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be) $")  # "the school was asked"
BEHIND = 12  # letters behind a verb in which "away" makes it another
PIECES = re.compile(r"[,;] (?=[A-Z]|the |both |mum\b|dad\b|mother\b|father\b|nan\b|gran|health |school |police |housing )")
BROUGHT_BY = re.compile(
    r"\b(?:[Aa]ccompanied|[Bb]rought(?: in| along| there)?|[Ee]scorted|[Dd]riven(?: there)?|[Ss]upported|[Jj]oined|[Cc]haired|[Rr]epresented|[Aa]ttended|[Ll]ed|[Ff]acilitated) by (?P<whom>(?:(?:his|her|their|the|a|an|own|maternal|paternal) )*(?:[\w'-]+ ?){1,4})"
)


def _is_list(part: str) -> bool:
    """Whether nothing but names and roles stand here: "Anne Reed, DC Hale and the health visitor"."""
    pieces = COMMAS.split(part)
    return len(pieces) >= FEWEST and all(
        len(each.split()) <= (DESCRIBED if each.startswith(("the ", "a ", "her ", "his ")) else LONGEST)
        and not VERB.search(each.lower())
        for each in pieces
    )


FEWEST, LONGEST, DESCRIBED = 3, 5, 7  # names of a list, and words of one of them with its role, or described
