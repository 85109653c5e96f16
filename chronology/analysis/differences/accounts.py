"""How and when it is said to have happened."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, quoted
from chronology.analysis.facts import Facts
from chronology.analysis.words import informative

ACCOUNT = re.compile(
    r"\b(?:said|says|stated?|states|telling|told|explain\w*|account|claim\w*|puts? (?:it |this |them |that )?down to|claims|according to|history|described?|alleg\w+|reports?|reported|blam\w+|started (?:in|at|by)|seat of|caused by|cause|due to|origin\w*|believed to|thought to|put it down|insist\w*|maintain\w*|because|how it happened|mechanism)\b|: ?\""
)
FALL = re.compile(
    r"\b(?:fell|fallen|falls?|came off|tripped|slipped|tumbled|dropped|knocked (?:over|down|into)|banged|bumped|landed|crashed|kicked|hit (?:his|her|by))\b"
)
NO_FALL = re.compile(
    r"\b(?:no|not (?:had|have)(?: any| a)?|without(?: any| a)?|never had a|denie[sd](?: any| a)?|nil) (?:history of |recent |known |witnessed |reported )*(?:a )?"
    r"(?:falls?|trauma|accidents?|bumps?|knocks?|blow|mechanism|injury given|tumble|head injury)\b(?:(?:,| or| and| nor)+ (?:of )?(?:falls?|trauma|accidents?|bumps?|knocks?|injury)\b)*|\b(?:had|has|did) not (?:fallen|fall|bang|banged|been dropped|come off)\b"
    r"|\bperfectly well until\b"
)

MEANS = {
    **dict.fromkeys(("stairs", "stair", "steps", "downstairs"), "the stairs"),
    **dict.fromkeys(("sofa", "settee", "couch", "armchair"), "a sofa"),
    **dict.fromkeys(("bed", "bunk", "bunkbed"), "a bed"),
    **dict.fromkeys(("cot", "crib", "moses"), "a cot"),
    **dict.fromkeys(("bath", "shower", "sink"), "the bath"),
    **dict.fromkeys(("swing", "slide", "trampoline", "climbing", "playground"), "playing outside"),
    **dict.fromkeys(("toy", "toys", "brick", "lego"), "a toy"),
    **dict.fromkeys(("brother", "sister", "sibling", "cousin"), "another child"),
    **dict.fromkeys(("pushchair", "buggy", "pram"), "a pushchair"),
    **dict.fromkeys(("waking", "woke", "wakening"), "found on waking"),
    **dict.fromkeys(("dryer", "drier"), "a tumble dryer"),
    **dict.fromkeys(("cooker", "hob", "oven", "stove", "chip"), "a cooker"),
    **dict.fromkeys(("cigarette", "smoking", "cigarettes"), "smoking"),
    **dict.fromkeys(("candle", "candles"), "a candle"),
    **dict.fromkeys(("football", "rugby", "netball", "sport"), "playing sport"),
    **dict.fromkeys(("fight", "fighting", "scrap", "scuffle", "brawl", "mugged", "mugging", "punched", "assaulted", "attacked", "kicked"), "an assault"),
    **dict.fromkeys(("seizure", "fit", "fitting"), "a seizure"),
    **dict.fromkeys(("choked", "choking"), "choking"),
    **dict.fromkeys(("shaken", "shook"), "shaking"),
    **dict.fromkeys(("rolled",), "rolling over"),
    **dict.fromkeys(("slipped", "tripped"), "slipping"),
    **dict.fromkeys(("belt", "slipper", "stick", "spoon"), "being hit with a thing"),
    **dict.fromkeys(("wall", "floor"), "a wall or floor"),
    **dict.fromkeys(("teacher", "staff"), "staff"),
    "tea": "hot tea", "coffee": "hot coffee", "straighteners": "hair straighteners", "window": "a window", "car": "a car", "tree": "a tree", "heater": "a heater",
    "table": "a table", "door": "a door", "dog": "a dog", "bike": "a bike", "scooter": "a bike", "kettle": "a kettle", "iron": "an iron",
    "radiator": "a radiator", "highchair": "a high chair", "changing": "a changing table", "dropped": "having been dropped",
    "walker": "a walker", "fireplace": "a fireplace", "kerb": "a kerb", "fridge": "a fridge", "cupboard": "a cupboard",
}  # fmt: skip

WHEN = re.compile(
    r"\b(yesterday|last night|this morning|this afternoon|this evening|tonight|earlier today|today|overnight|last week(?:end)?|the day before|two days ago"
    r"|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|just now|at lunchtime|at bedtime)\b"
)

TODAY = frozenset(
    {"this morning", "this afternoon", "this evening", "tonight", "earlier today", "today", "just now", "at lunchtime"}
)


def by_fall(between: Between) -> Difference | None:
    """By the one there was a fall or a knock, by the other there was none."""
    for none, some in between.either_way():
        if NO_FALL.search(none.words) and FALL.search(some.words) and not NO_FALL.search(some.words):
            if FALL.search(NO_FALL.sub(" ", none.words)):
                continue
            return between.told(
                "account",
                f"{between.name(some)} has “{quoted(FALL, some)}”, {between.name(none)} “{quoted(NO_FALL, none)}”.",
                0.7,
            )
    return None


FOUND_BY = re.compile(r"\b(?:found|discovered|raised|reported|called) by (?P<who>[^.;,]{2,30})")
FOUND = re.compile(r"^(?:i |we |staff |worker )?(?:found|discovered) ")


def by_finder(between: Between) -> Difference | None:
    """Other people found somebody: a neighbour in the one, the agency itself in the other."""
    for one, other in between.either_way():
        mine, own = FOUND_BY.search(one.words), FOUND_BY.search(other.words)
        if mine is None or not mine.group().startswith(("found", "discovered")):
            continue
        who = set(informative(mine["who"])) & FINDERS
        theirs = set(informative(own["who"])) & FINDERS if own else set()
        itself = bool(FOUND.search(other.words)) and not other.second_hand
        if who and (itself or (theirs and who.isdisjoint(theirs))):
            finder = between.name(other) if itself else f"by the {min(theirs).strip('_')}"
            return between.told("account", f"Found by the {min(who).strip('_')} in the one, {finder} in the other.", 0.6)
    return None


FINDERS = frozenset(
    {
        "mother_",
        "father_",
        "grandmother_",
        "neighbour",
        "sibling",
        "aunt",
        "partner",
        "friend",
        "carer",
        "passer",
        "officer",
        "stranger",
    }
)


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
