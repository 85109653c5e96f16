"""Where somebody went to live or to learn, and how he or she came."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, once_in_case, words_in
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, may_be_one, relations
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.phrases import Phrasebook, tokens_of
from chronology.analysis.words import fold

GOING = {
    "living": r"(?:moved|moving|gone|placed|placement|staying|stay|stayed|housed|rehoused|relocated|live|living|residing|bailed|discharged|returned|released|transferred|going)",
    "learning": r"(?:start(?:s|ed|ing)?|enrol\w*|on roll|roll|transfer\w*|attend(?:s|ing)?|place|admitted|pupil|moves?|moved|goes|going|gone|now)",
}
PLACE = r"(?P<place>[A-Z][\w']+(?: (?:[A-Z][\w']+|of|on|upon|le))*)"
SIGNS = {
    slot: re.compile(
        rf"\b(?i:{verb})\b(?:(?! (?:from|out)\b) [a-z][\w'-]*){{0,5}}? (?:to|at|in|with|into|for|near) (?:a |an |the |her |his |their |new |carers |family |[a-z']+ )*?{PLACE}"
    )
    for slot, verb in GOING.items()
}
SCHOOL = re.compile(
    r"\b(?:nursery|school|primary|academy|college|pre-?school|unit|pru|infants?|juniors?|high|childminder)\b", re.IGNORECASE
)
TO_WHOM = re.compile(
    r"\b(?i:moved|gone|goes|going|staying|stay|stayed|living|live|lives|placed|went|discharged|returned|bailed|released|taken|took|conveyed|drove|driven|brought|left|handed|dropped|sent)\b"
    r"(?: (?!from\b)[\w'-]+){0,7}? (?:to|with|in(?:to)? the care of) (?:live with |stay with )?"
    r"(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?|(?:(?:his|her|their|the|a|maternal|paternal|great|older|elder|own) )*[a-z]+(?! (?:and|or)\b))"
)
NO_PLACE = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday mr mrs ms miss dr
    gp sw hv pc ds dc lac cin cp mum dad nan mother father england section year""".split()
)
VERBS = frozenset(
    """moved moving gone placed placement staying stay stayed housed rehoused relocated live living residing bailed discharged returned released transferred going
    start starts started starting enrol enrolled enrolling roll transfer attend attends attending place admitted pupil taken took conveyed drove driven brought left handed dropped sent move moves goes went now lives address""".split()
)


def by_destination(between: Between) -> Difference | None:
    """Another town, another school, another relative to whom somebody went."""
    case, first, second = between.case, between.first, between.second
    if any(VERBS.isdisjoint(words_in(each.words)) for each in (first, second)):
        return None
    mine, theirs = _destinations(case, first), _destinations(case, second)
    for slot in sorted(mine.keys() & theirs.keys()):
        one, other = mine[slot], theirs[slot]
        if any(here & there for here in one for there in other) or _is_named(one, second) or _is_named(other, first):
            continue
        where = [" ".join(word.title() for word in sorted(min(each, key=sorted))) for each in (one, other)]
        return between.told("outcome", f"Where to: {where[0]} in the one, {where[1]} in the other.", 0.6)
    if (found := _addresses(between)) is not None:
        return found
    kin, others = _kin(case, first), _kin(case, second)
    if kin and others and not any(_may_be_one(case, here, there) for here in kin for there in others):
        return between.told("outcome", f"To whom: {min(kin)} in the one, {min(others)} in the other.", 0.6)
    return None


def _may_be_one(case: Case, one: str, other: str) -> bool:
    """Of somebody by name and a relative without one also where the case tells of nobody else who is that relative."""
    if {one, other} in OF_ANOTHER:
        return True
    name, role = (one, other) if one[0] == "=" else (other, one)
    if name[0] != "=" or role[0] == "=":
        return may_be_one(case, one, other)
    named = any(role in roles for person, roles in relations(case).items() if person != name[1:])
    return not named or may_be_one(case, one, other)


# Mother's sister is the child's aunt.
OF_ANOTHER = ({"sister", "aunt"}, {"brother", "uncle"}, {"mother", "grandmother"}, {"father", "grandfather"})


def _addresses(between: Between) -> Difference | None:
    """Another street where somebody now lives."""
    mine, theirs = _lives_at(between.first), _lives_at(between.second)
    if len(mine) == len(theirs) == 1 and mine.isdisjoint(theirs):
        where = [" ".join(reversed(min(each))).title() for each in (mine, theirs)]
        return between.told("outcome", f"Where to: {where[0]} in the one, {where[1]} in the other.", 0.6)
    return None


LIVES = re.compile(
    r"\b(?:living|lives|live|moved|moving|residing|staying|rehoused|new address|address (?:is|given|now)|now at|relocated|moves|placed)\b"
)


@once
def _lives_at(facts: Facts) -> frozenset[tuple[str, str]]:
    return facts.addresses if facts.addresses and LIVES.search(facts.words) else frozenset()


def _is_named(places: set[frozenset[str]], facts: Facts) -> bool:
    return any(word in facts.words for place in places for word in place)


@once_in_case
def _destinations(case: Case, facts: Facts) -> dict[str, set[frozenset[str]]]:
    """For living and learning the places, each as its words; people and agencies are none."""
    found: dict[str, set[frozenset[str]]] = {}
    people = case.people
    for sentence in facts.sentences_as_written:
        for slot, sign in SIGNS.items():
            for match in sign.finditer(sentence):
                words = frozenset(fold(match["place"]).split()) - SMALL
                is_school = bool(SCHOOL.search(match["place"]) or SCHOOL.match(sentence[match.end() :].lstrip()))
                if is_school != (slot == "learning") or not words or words & NO_PLACE:
                    continue
                words = frozenset(word for word in words if not SCHOOL.fullmatch(word))
                if words and not any(word in people.given or word in people.surnames for word in words):
                    found.setdefault(slot, set()).add(words)
    return found


SMALL = frozenset("of on upon le the street road house lane close avenue st rd".split())


@once_in_case
def _kin(case: Case, facts: Facts) -> set[str]:
    """The relative to whom somebody went or was brought, as a role or by name."""
    found: set[str] = set()
    outside = case.people.professionals | case.people.children
    for match in TO_WHOM.finditer(facts.text):
        who = match["who"]
        role = ROLES.get(who.rpartition(" ")[2].lower(), "")
        if role in OF_THE_FAMILY:
            found.add(role)
        elif who[0].isupper():
            named = case.people.named_in(who)[:1]
            found |= {f"={person}" for person in named if person in case.people.full and person not in outside}
    return found


TRANSPORT = Phrasebook(
    {
        "a taxi": "by taxi|cab|uber|minicab; in a|the taxi|cab; taxi arrived|brought|dropped; cab brought|dropped",
        "an ambulance": "by|via ambulance|crew|999; ambulance brought|conveyed; conveyed by|in _1 ambulance; blue lighted; brought in by ambulance|crew|paramedics",
        "a police car": "in a|the police car|van|vehicle; by police car|van; patrol car",
        "bus or train": "by|on|off a|the? bus|train|tram; public transport; caught|got a|the bus|train|tram",
        "on foot": "on foot; walked here|home|to; walking home",
        "somebody's car": "in|by my|own|our|his|her _1 car; drove her|him|them; gave her|him|them a lift; lift from; own car|transport; by car",
    }
)
CAME = re.compile(
    r"\b(?:arriv\w+|came|come|brought|got (?:to|here|in|back|home)|fetched|collected|conveyed|took|taken|transported|travel\w+|returned|dropped|left|attended|presented|walked|drove|lift)\b"
)


def by_transport(between: Between) -> Difference | None:
    """By taxi in the one, in a worker's own car in the other."""
    if between.first.start != between.second.start and not (between.first.news or between.second.news):
        return None
    mine, theirs = _transport(between.first), _transport(between.second)
    if len(mine) == len(theirs) == 1 and mine != theirs and _by_himself(between.first) == _by_himself(between.second):
        return between.told("brought_by", f"By {min(mine)} in the one, by {min(theirs)} in the other.", 0.6)
    return None


@once
def _by_himself(facts: Facts) -> frozenset[str]:
    """Who of the grown came in some way of his own, while somebody else was brought: "father arrived on foot"."""
    sentences = [each for each in facts.sentences_in_full if TRANSPORT.names(tokens_of(each))]
    return frozenset(ROLES[match[1]] for each in sentences for match in CAME_HIMSELF.finditer(each))


CAME_HIMSELF = re.compile(
    r"\b(mother|mum|mam|father|dad|uncle|aunt|auntie|grandmother|nan|grandfather|grandad|partner) (?:then |later |also |had |who )?(?:arrived|came|walked|travelled|followed|left|got here)\b"
)


@once
def _transport(facts: Facts) -> frozenset[str]:
    return TRANSPORT.names(tokens_of(facts.words)) if CAME.search(facts.words) else frozenset()
