"""Who did it, and to whom: one of the family by the one record, another by the other, in one doing of which a third tells too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from chronology.analysis.differences.between import BORNE_OUT, Between, Difference, once_in_case, words_in
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, of_an_adult, person_of
from chronology.analysis.differences.whose import CHILD, may_be_child_or_one
from chronology.analysis.facts import Case, Facts

# For each doing its words: what somebody does to somebody or something.
DOINGS = {
    name: re.compile(rf"\b(?:{words})\b")
    for name, words in {
        "found": r"(?:found|discovered|spotted|located|traced)(?= (?:by|him|her|them|the (?:baby|child|boy|girl)|[a-z]+ (?:at|in|on|by|near|outside|asleep|lying|wandering)))|came across|tracked (?:him |her |them )?down|stumbled (?:on|upon|across)",
        "fetched": r"collected|fetched|fetching|picked (?:him |her |them |[a-z]+ )?up|came (?:back )?for (?:him|her|them)",
        "hit": r"hit(?:ting)?(?! out| the roof)|punch(?:ed|ing)|slapp(?:ed|ing)|smack(?:ed|ing)|struck|kick(?:ed|ing)(?! (?:off|out of|through|in|down)\b)|headbutt(?:ed|ing)|swung|swinging|land(?:ed|ing|s)? (?:the |a |one |first )*(?:punch|blow)"
        r"|threw (?:the |a |one |first )*punch|lashed out|attacked|assaulted|pushed|shoved|catching|grabbed|bit|strangled|choked|stabbed|thumped|hurt",
        "threw": r"threw|thrown|throwing|chuck(?:ed|ing)|hurl(?:ed|ing)|flung|flinging|lobb(?:ed|ing)|launched",
        "broke": r"broke(?! (?:down|up|off|the news))|smash(?:ed|ing)|kick(?:ed|ing) (?:in|down|through|off)|put (?:his|her|a) (?:foot|fist|boot|shoulder|head) through|forc(?:ed|ing) (?:his|her) way|forced (?:the )?(?:door|window|entry)|damaged|ripped",
        "opened": r"(?:opened|answered|came to) (?:the |her |his )?(?:front )?door|let (?:me|us|them|officers|police|the \w+) in",
        "drove": r"drove|(?:was |were )?(?:driving|at the wheel|behind the wheel)",
        "minded": r"(?:was |were |had been )?(?:minding|babysitting|looking after|in charge of)|left in charge of",
        "shouted": r"shout(?:ed|ing)|scream(?:ed|ing) at|yell(?:ed|ing)|swore|threaten(?:ed|ing)",
        "signed": r"signed",
    }.items()
}
DOING_WORDS = frozenset(
    """found discovered spotted located traced came tracked stumbled collected fetched fetching picked hit hitting punched punching slapped
    slapping smacked struck kicked kicking headbutted swung swinging land landed lands landing threw lashed attacked assaulted pushed shoved
    catching grabbed bit strangled choked stabbed thumped hurt thrown throwing chucked chucking hurled hurling flung flinging lobbed launched
    broke smashed smashing put forced forcing damaged ripped opened answered let drove driving wheel minding babysitting looking charge
    shouted shouting screamed screaming yelled swore threatened threatening signed""".split()
)
TO_SOMEBODY = "hit"  # of which it is also asked to whom it was done
# What somebody had on him or her, by more than one word for it.
HELD = {
    "drugs": "cannabis weed drugs wrap wraps crack heroin cocaine spliff spliffs ketamine",
    "a weapon": "knife blade machete weapon screwdriver",
    "drink": "vodka alcohol cider whisky",
    "a vape": "vape vapes",
}
HELD_BY_WORD = {word: thing for thing, words in HELD.items() for word in words.split()}
HAVING = re.compile(
    r"\b(?:had|has|carrying|holding|concealed|belong\w*|in (?:the )?(?:\w+ )?(?:coat|jacket|bag|rucksack|pocket|locker|hood|sock|waistband|possession|room)|on)\b"
)
DONE = re.compile(r"\b(?:was|were|been|being|got|is|are)(?: \w+)? $")
DONE_TO = re.compile(r", $")  # "Anna, slapped on the stairs"
BY = re.compile(r"[^.;,]{0,24}?\bby (?:the |her |his |their |an? )*$")
DENIED = re.compile(r"\b(?:not|never|nobody|no one|denie[sd]|denying|without|nor|if|to|would|might|could)(?: \w+){0,2} $")
HE = re.compile(r"\b(?:he|she|they|who|i|we|it|police|officers?|staff|crew|paramedics?|neighbours?|school)\b")
HIMSELF = re.compile(r"\b(?:he|she)\b(?: \w+)? $")
DID_IT = re.compile(r"(?P<who>[a-z'-]+) (?:had )?(?:did|done) (?:it|this|that)\b|\b(?P<whose>[a-z-]+)'s doing\b")
FAR, NEAR = 60, 24  # letters between somebody and what he did, or what was done to him
PLACE = re.compile(r"\b(?:on|in|at|near) (?:the )?$")  # whose name a street or a field may bear
WORD = re.compile(r"[a-z][a-z'-]*")
CHILDREN = dict.fromkeys("son daughter boy girl child toddler baby lad".split(), CHILD)
EX = dict.fromkeys(("ex", "ex-partner"), "partner")
CLAUSE = re.compile(r"[,;:]| but ")


class Mention(NamedTuple):
    """Somebody of the family or a child, and where he or she stands in a sentence."""

    start: int
    end: int
    who: str


def by_doing(between: Between) -> Difference | None:
    """In one doing another person did it, or it was done to another; shown only where a third bears one of them out."""
    case, first, second = between.case, between.first, between.second
    mine, theirs = _doings(case, first), _doings(case, second)
    for doing in sorted(mine.keys() & theirs.keys()):
        one, other = mine[doing], theirs[doing]
        if not any(_may_be_one(case, here, there) for here in one for there in other):
            who = [min(each).removeprefix("=").title() for each in (one, other)]
            return between.told("account", f"Who {doing}: {who[0]} by the one, {who[1]} by the other.", BORNE_OUT)
    return None


def _may_be_one(case: Case, one: str, other: str) -> bool:
    """Whether two may be the same person; "the son" is any child of the case, and nobody grown."""
    child, who = (one, other) if one == CHILD else (other, one)
    if child == CHILD and who[0] == "=":
        return who[1:] in case.people.children
    return may_be_child_or_one(case, one, other)


@once_in_case
def _doings(case: Case, facts: Facts) -> dict[str, set[str]]:
    """For each doing of a record who of the family did it, and to whom."""
    found: dict[str, set[str]] = {}
    words = words_in(facts.words)
    may_have = not HELD_BY_WORD.keys().isdisjoint(words)
    if DOING_WORDS.isdisjoint(words) and not may_have:
        return found
    known: list[str] = []  # who was named before
    of_nobody: set[str] = set()
    for sentence in facts.sentences_in_full:
        mentions = _mentions(case, facts, sentence)
        for doing, who in (*_done(sentence, mentions, known), *(_holders(sentence, mentions) if may_have else ())):
            if who:
                found.setdefault(doing, set()).add(who)
            else:
                of_nobody.add(doing)
        known += [each.who for each in mentions]
    for doing in of_nobody - found.keys() if (blamed := _blamed(case, facts)) else ():
        found[doing] = set(blamed)
    return found


def _done(sentence: str, mentions: list[Mention], known: list[str]) -> Iterator[tuple[str, str]]:
    """Each doing of a sentence with who did it, or nobody, and to whom."""
    for name, sign in DOINGS.items():
        for match in sign.finditer(sentence):
            if DENIED.search(sentence, 0, match.start()):
                continue
            doer, whom = _who(sentence, match, mentions, known)
            yield f"{name} somebody or something", doer
            if whom and name == TO_SOMEBODY and whom != doer:
                yield "was hurt", whom


def _mentions(case: Case, facts: Facts, sentence: str) -> list[Mention]:
    """Everybody of the family in a sentence, a name beside a role by the name: "Uncle Ben", "Ben, mother's brother"."""
    found: list[Mention] = []
    before = ""
    for match in WORD.finditer(sentence):
        word = match[0]
        bare = word.removesuffix("'s")
        role = ROLES.get(bare) or CHILDREN.get(bare) or EX.get(bare)
        if role in OF_THE_FAMILY or role == CHILD:
            who = of_an_adult(case, before, str(role)) if role != CHILD else CHILD
        else:
            who = _named(case, facts, bare) if role is None else ""
        if who:
            last = found[-1] if found else None
            gap = sentence[last.end : match.start()] if last else "."
            if who[0] == "=" and bare not in case.people.given and PLACE.search(sentence, 0, match.start()):
                before = word
                continue
            if last and gap.strip(" (") == "":
                owner = sentence[last.start : last.end].endswith("'s")
                who = who if owner or last.who[0] != "=" else last.who
                found[-1] = Mention(last.start, match.end(), who)
                if len(found) > 1 and owner and sentence[found[-2].end : last.start] == ", ":
                    found[-2:] = [Mention(found[-2].start, match.end(), found[-2].who)]
            else:
                found.append(Mention(match.start(), match.end(), who))
        before = word
    return found


def _named(case: Case, facts: Facts, word: str) -> str:
    """One of the family by a name; by a surname of several whoever of them the record names in full."""
    people = case.people
    if word not in people.given and word not in people.surnames:
        return ""
    person = person_of(case, word) or next((each for each in facts.people if each.endswith(f" {word}")), "")
    return f"={person}" if person and person not in people.professionals else ""


def _who(sentence: str, match: re.Match[str], mentions: list[Mention], known: list[str]) -> tuple[str, str]:
    """Who did it and to whom, as far as the sentence has them beside the doing."""
    before = next((each for each in reversed(mentions) if each.end <= match.start()), None)
    behind = next((each for each in mentions if each.start >= match.end()), None)
    gap = sentence[before.end : match.start()] if before else ""
    if behind and BY.fullmatch(sentence[match.end() : behind.start]):
        return behind.who, before.who if before and len(gap) <= NEAR else ""
    whom = (
        behind.who
        if behind and len(sentence[match.end() : behind.start]) <= NEAR and not CLAUSE.search(sentence, match.end(), behind.start)
        else ""
    )
    if DONE.search(sentence, 0, match.start()) or (match[0].endswith("ed") and DONE_TO.search(sentence, 0, match.start())):
        return "", before.who if before and len(gap) <= NEAR else ""
    if before is None or HE.search(gap.replace("who ", "")):
        only = {*known, *(each.who for each in mentions if each.end <= match.start())}
        return (min(only) if len(only) == 1 and HIMSELF.search(sentence, 0, match.start()) else ""), whom
    return (before.who if len(gap) <= FAR else ""), whom


def _holders(sentence: str, mentions: list[Mention]) -> Iterator[tuple[str, str]]:
    """What somebody had, where only one of the family is named in the clause, or in the sentence."""
    start = 0
    for clause in CLAUSE.split(sentence):
        first = sentence.index(clause, start)
        start = first + len(clause)
        things = {HELD_BY_WORD[word] for word in WORD.findall(clause) if word in HELD_BY_WORD}
        if not things or not HAVING.search(clause) or DENIED.search(clause):
            continue
        named = {each.who for each in mentions if first <= each.start < start} or {each.who for each in mentions}
        if len(named) == 1:
            yield from ((f"had {thing}", min(named)) for thing in things)


def _blamed(case: Case, facts: Facts) -> set[str]:
    """Who did it, where that is all that is said."""
    found = set()
    for match in DID_IT.finditer(facts.words):
        word = match["who"] or match["whose"]
        role = ROLES.get(word) or CHILDREN.get(word)
        who = role if role in OF_THE_FAMILY or role == CHILD else _named(case, facts, word)
        if who:
            found.add(str(who))
    return found
