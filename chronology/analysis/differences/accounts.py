"""How and when it is said to have happened."""

from __future__ import annotations

import re
from typing import NamedTuple

from chronology.analysis.differences.between import BORNE_OUT, Between, Difference, once, quoted, says, words_in
from chronology.analysis.differences.injuries import NO_INJURY, hurt_parts
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.body import PARTS, is_one_place
from chronology.analysis.vocabulary.causes import DEATHS, HANDS, MEANS, WEAPONS
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.words import informative

ACCOUNT = re.compile(
    r"\b(?:mother|mum|mam|father|dad|nan|nana|gran|grandmother|grandad|grandfather|aunt|auntie|uncle|parents?|carer|partner|stepfather|stepmother|stepdad|foster carer|he|she|pt|patient|child|girl|boy|stor(?:y|ies)|version|step|doorstep|door)(?: \w+){0,2}:(?!\d)|"
    r"\b(?:said|says?|saying|stated?|states|telling|tells|whisper(?:s|ed)|confid(?:es|ed)|relat(?:es|ed) that|recounts|describes|describing|told|explain\w*|explanation|disclos\w*|admits?|account|claim\w*|puts? (?:it |this |them |that )?down to|claims|according to|history|described?|alleg\w+|reports?|reported|blam\w+|started (?:in|at|by)|seat of|caused by|cause|due to|origin\w*|believed to|thought to|put it down|insist\w*|thinks?|thought|believes?|reckons?|suspects?|maintain\w*|because|how it happened|mechanism|definite|adamant|certain that|per (?:mother|mum|father|dad|parents?|staff|carer|pt|patient|aunt|uncle|gran|nan|grandmother|school|nursery)|hx)\b|: ?\""
    r"|\bto (?:the )?(?:\w+ ){0,2}?(?:crew|registrar|doctor|dr|nurse|officers?|paramedics?|consultant|staff|sister|midwife|paediatrician|pcs?|dcs?|ds|sgt|sergeant|wm|police|teacher|worker|sw|hv)(?: [\w'-]+)?:|\b(?:watched|witnessed|saw) (?:\w+ ){1,2}(?:carry|throw|push|hit|drop|fall|slip|shake|pull|drag|kick|punch|jump|climb|go|do)\b"
)
FALL = re.compile(
    r"\b(?:fell|fallen|falls?|came off|tripped|slipped|tumbled|dropped|knocked (?:over|down|into|off)|banged|bumped|landed|crashed|kicked|hit (?:his|her|by)"
    r"|stumbled|toppled|(?:rolled|rolling|slid|slipping|wriggled|pitched) (?:\w+ )?(?:off|out of|from|over|down)|went (?:over|flying|down|headlong|head first)|keeled over|lost (?:his|her) (?:footing|balance|grip)"
    r"|(?:knock(?:ed)?|bump(?:ed)?|bang(?:ed)?|blow) (?:to|on) (?:the|his|her) \w+|pulled (?:it|\w+ \w+) (?:over|down) on)\b"
)
NO_FALL = re.compile(
    r"\b(?:no|not (?:had|have)(?: any| a)?|without(?: any| a)?|never had a|denie[sd](?: any| a)?|nil) (?:(?:(?:history|account|report|mention|recollection|memory|suggestion|possibility|evidence|sign|knowledge|question) of |recent |known |witnessed |reported )(?:an? |any )?)*(?:a )?"
    r"(?:falls?|trauma|accidents?|bumps?|knocks?|blow|mechanism|injury given|tumble|head injury)\b(?:(?:,| or| and| nor)+ (?:of )?(?:falls?|trauma|accidents?|bumps?|knocks?|injury)\b)*|\b(?:had|has|did) not (?:fallen|fall|bang|banged|been dropped|come off)\b"
    r"|\bperfectly well until\b"
)

CAUSED = re.compile(
    r"\b(?:fell|came off|fall(?:en|ing)?|roll(?:ed|ing)|dropped|pulled|tripp?ed|slipped|trapped|caught|bang(?:ed)?|bumped|hits?|touched|climb\w+|jumped|push\w*|walked into|ran into"
    r"|slips?\b|collision|collided|lost (?:his|her) (?:footing|balance|grip)|(?:brushed|leant|leaned|backed) (?:against|on)|(?:going|went|vault\w*|scal(?:ed|ing)) over|stood up under|(?:jumped|mugged|ambushed) by|set (?:upon|on|about)|laid into|(?:thump|clout|wallop|whack|clobber)\w*|attacked|assaulted|hurl\w*|chuck\w*|fling\w*|flung|lobb\w*|scald\w*|burn\w*|bitten|bit|threw|thrown|shov\w+|bent|bend\w*|tipp?\w*|toppl\w+|pour\w+|lurch\w*|slamm\w+|spill\w*|spilt|went (?:over|down|under|flying|through|into)|trotted|reached|elbow\w*|kick\w+|punch\w+|slapp\w+|shak\w+|shook|squeez\w+|grabb\w+|chok\w+|landed|knocked|struck|stung|swallow\w*|drank|drunk|ingest\w+|ate|found|carr(?:y|ied|ying)|(?:walk|led|lead)(?:ed|ing|s)? (?:\w+ ){0,2}?into|drown\w*|plung\w+|stumbl\w+|tumbl\w+|twist\w*|yank\w*|slash\w*|stabb\w*|jump\w*|slid|did it|cut|(?:saw|seen|watched) \w+ (?:punch|kick|fall|slip|trip|push|pull|hit|drop|throw|jump|climb)|got (?:it|them|these|this|that|his|her|the (?:marks?|bruis\w+))|stood on|trod|stamp\w*|grab|swung|swing\w*|lifted|held (?:him|her|them|his|on)|wrestl\w*|play[ -]?fight\w*)\b"
)
HURT = re.compile(
    r"\b(?:bruis\w*|marks?|graz\w+|cuts?|burn\w*|scald\w*|swelling|swollen|fractur\w+|injur\w+|bump\w*|scratch\w*|bite\w*|lacerat\w+|lump|wound|broken|black eye"
    r"|lacs?|eye (?:is |was )?(?:black|closed|shut|bruised|swollen)|gash\w*|split lip|nosebleed\w*|nose ?bleed\w*|blister\w*|sprain\w*|dislocat\w+|splint\w*|sore (?:arm|leg|wrist|hand|head|neck|back|ankle|foot|knee)|lip|scar\w*|drowned|submersion|poison\w*|fire|head injury|concuss\w+|cut|bleeding|arrest|unresponsive|collapse\w*|not breathing|haematoma|haemorrhage|stitche\w+|sutur\w+|glued|in plaster|plaster cast|hurt (?:his|her|their|the)|painful|tender\w*|limp\w*)\b"
)

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
        if says(NO_FALL, none) and says(FALL, some) and not says(NO_FALL, some):
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
        if not says(FOUND_BY, one):
            continue
        mine, own = FOUND_BY.search(one.words), FOUND_BY.search(other.words)
        if mine is None or not mine.group().startswith(("found", "discovered")):
            continue
        who = set(informative(mine["who"])) & FINDERS
        theirs = set(informative(own["who"])) & FINDERS if own else set()
        itself = bool(says(FOUND, other)) and not other.second_hand
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
    """How somebody explained what happened, by whose hand, and when."""
    mine, theirs = _account(between.first), _account(between.second)
    if mine is None or theirs is None or not (_of_harm(between.first) or _of_harm(between.second)):
        return None
    one, other = mine.means - MANNERS, theirs.means - MANNERS  # two who slipped may have slipped on two things
    if mine.means and theirs.means and mine.means.isdisjoint(theirs.means):
        one, other = mine.means, theirs.means
    attacked = all(each.kinds & ATTACKED for each in (between.first, between.second))
    both_of_an_attack = ATTACK in one | other and attacked and MISHAP not in (mine.hands | theirs.hands)
    if both_of_an_attack or STRIKING in mine.means & theirs.means or not _of_one_part(between):
        return None
    if one and other and one.isdisjoint(other) and not _together(between, mine, theirs, one, other):
        means = min(one), min(other)
        return between.told("account", f"The explanation differs: {means[0]} in the one, {means[1]} in the other.", 0.75)
    if (by_hand := _by_hand(between, mine, theirs)) is not None:
        return by_hand
    one_day = not between.first.meant.isdisjoint(between.second.meant)
    if between.first.start != between.second.start:  # "this morning" of the one is the other's "yesterday"
        one_day = one_day or between.first.start in between.second.meant or between.second.start in between.first.meant
    if mine.when and theirs.when and mine.when.isdisjoint(theirs.when) and (mine.when | theirs.when) - TODAY and not one_day:
        when = min(mine.when), min(theirs.when)
        return between.told("account", f"It is said to have happened {when[0]} in the one, {when[1]} in the other.", 0.7)
    return None


def _by_hand(between: Between, mine: Account, theirs: Account) -> Difference | None:
    """A mishap, and another's hand; where nobody says whose hand it was, things alone are a mishap that a third must bear out."""
    if len(mine.hands) == len(theirs.hands) == 1 and mine.hands != theirs.hands:
        return between.told("account", f"By the one it was {min(mine.hands)}, by the other {min(theirs.hands)}.", 0.7)
    hands = {mine.hands or _implied(mine.means), theirs.hands or _implied(theirs.means)}
    if hands != {frozenset({MISHAP}), frozenset({BY_ANOTHER})}:
        return None
    # Whoever was pushed may have been hurt by any thing.
    if any(says(PUSHED, each) or not says(HURT, each) for each in (between.first, between.second)):
        return None
    if not mine.means.isdisjoint(theirs.means) or _together(between, mine, theirs, mine.means, theirs.means):
        return None
    return between.told("account", "By the one it was an accident with some thing, by the other another's hand.", BORNE_OUT)


def _implied(means: frozenset[str]) -> frozenset[str]:
    """By whose hand it was where nobody says it: things alone are a mishap."""
    return frozenset({MISHAP}) if means and means.isdisjoint(OF_ANOTHER) else frozenset()


# What does nothing unless somebody's hand is in it, or happens in some other way.
OF_ANOTHER = frozenset(
    {
        "another child", "being pulled or held", "rough play", "a thing that was thrown", "being stood on", "an assault", "shaking",
        "being hit with a thing", "staff", "being tied up", "a fire that was set", "an animal", "a knife or razor", "himself", "a medical cause",
        "a seizure", "a faint", "found on waking", "something swallowed", "a bed", "a sofa", "a cot", "a firework", "smoking",
    }
)  # fmt: skip


def _together(between: Between, mine: Account, theirs: Account, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what the one and the other name may both be told of one mishap."""
    for facts, here, there in ((between.first, mine.means, theirs.means), (between.second, theirs.means, mine.means)):
        if here <= MANNERS and not there.isdisjoint(SLIPPED_ON):
            return True
        if STRIKING in here and OTHERS in there:
            return False  # by his own fist, or by somebody else
        if OTHERS in here and there & STRUCK_AGAINST and says(PUSHED, facts):
            return True
    # Whoever was there may be told of by either; what they fell off or hit may not.
    return any({here, there} in TOGETHER for here in one - {OTHERS} or one for there in other - {OTHERS} or other)


# What somebody hits whom another pushed.
STRUCK_AGAINST = frozenset(
    {"a door", "a table", "a kerb", "a radiator", "a piece of furniture", "the stairs", "a bed", "a fence or roof", "a tree"}
)
PUSHED = re.compile(r"\b(?:push|shov|tripp?|knock|barg|bump|shunt)\w*")
MISHAP, BY_ANOTHER = "mishap", "another's hand"
ATTACK, ROUGH, OTHERS, STRIKING = "an assault", "rough play", "another child", "hitting out at a thing"
ATTACKED = frozenset({"incident", "strangling", "arrest"})


# Whoever gave first one account and then another is told of by each in either.
CHANGED = re.compile(
    r"\b(?:first|initially|at first|originally) (?:said|says|told|stated|states|claimed|claims)\b[^.;]*\b(?:then|later|now|but|afterwards)\b"
    r"|\bchanged (?:his|her|their|the) (?:story|account|version|explanation)\b"
)


def _of_harm(facts: Facts) -> bool:
    """Whether a record tells of somebody hurt or of what hurts, or names a part of the body."""
    words = NO_INJURY.sub(" ", facts.words)
    return bool(HURT.search(words) or CAUSED.search(words)) or not PARTS.keys().isdisjoint(words_in(words))


def _of_one_part(between: Between) -> bool:
    """Whether both may tell of one part of the body that was hurt."""
    mine, theirs = hurt_parts(between.first), hurt_parts(between.second)
    return not (mine and theirs) or any(is_one_place(one, other) for one in mine for other in theirs)


# What may be told of one mishap by two: a ball game with others, a toy in the playground.
TOGETHER = tuple(
    {*pair.split("|")}
    for pair in (
        "a toy|playing outside;playing sport|playing outside;another child|playing outside;another child|playing sport;another child|a toy;"
        "another child|an assault;a window|glass;a door|glass;a car|the road;a door|a door it ran into;a kerb|the road;"
        "being pulled or held|the road;being pulled or held|a kerb;being pulled or held|a car;being pulled or held|an assault;being pulled or held|shaking;"
        "being pulled or held|staff;being pulled or held|a buckle;being pulled or held|having been dropped;"
        "rough play|another child;rough play|a sofa;rough play|a bed;rough play|a toy;rough play|playing outside;rough play|playing sport;rough play|a mat;"
        "a thing that was thrown|an assault;a thing that was thrown|another child;a thing that was thrown|a toy;a thing that was thrown|glass;"
        "being stood on|an assault;being stood on|another child;being stood on|playing sport;being stood on|rough play;"
        "hitting out at a thing|a door;hitting out at a thing|a window;hitting out at a thing|glass;hitting out at a thing|a piece of furniture;"
        "hitting out at a thing|a table;swimming|the bath;a cooker|hot food;a kettle|a hot drink;a bike|a kerb;a bike|the road;the stairs|a piece of furniture"
    ).split(";")
)
# How somebody went down, not on what.
SLIPPED_ON = frozenset({"the stairs", "a kerb", "ice", "a mat", "the bath", "the road", "playing outside", "swimming"})
MANNERS = frozenset({"slipping", "rolling over", "having been dropped", "a wall or floor"})


class Account(NamedTuple):
    """By what, by whose hand and when something happened."""

    means: frozenset[str]
    hands: frozenset[str]
    when: frozenset[str]


@once
def _account(facts: Facts) -> Account | None:
    """What a record says of how something happened: behind words of telling, and in sentences of what is hurt and what hurts."""
    of_a_hurt = says(HURT, facts) or says(FELL, facts)
    if says(CHANGED, facts) or not (says(ACCOUNT, facts) or of_a_hurt):
        return None
    told: list[str] = []
    causes: list[str] = []
    means: set[str] = set()
    for sentence in facts.sentences_in_full:
        if UNHURT.search(sentence):
            continue  # where a child lay that came to no harm is no account of what hurt another
        match = ACCOUNT.search(sentence)
        if match:
            told.append(sentence[match.start() :])
            means |= _means(told[-1], sentence)
        if CAUSED.search(sentence) and (match or of_a_hurt):
            causes.append(sentence)
            means |= _means(sentence, sentence)
    if not (told or causes):
        return None
    words = tokens_of("\n".join(causes or told))
    return Account(
        frozenset(each.removesuffix(" it ran into") for each in means),
        HANDS.names(words),
        frozenset(found.group(1) for each in told for found in WHEN.finditer(each)),
    )


# Whoever fell or was pushed off, out of or down something may be hurt, whether it is said or not.
FELL = re.compile(
    r"\b(?:fell|fallen|fall|jumped|pushed|thrown|tumbled|rolled|came|slipped|knocked|tripped) (?:\w+ )?(?:off|out of|from|down|over|through|against|on to|onto|into) (?:the|a|an|his|her|some|their|first|second|third|top|upstairs|ladder|stairs|steps|bike|bed|swing|slide|scooter|trampoline|sofa|settee|chair|horse|wall|roof)\b"
)
# Where somebody may have been meanwhile; only what somebody fell out of or was hurt in is what did it.
PLACES = frozenset({"a sofa", "a bed", "a cot", "a pushchair", "playing outside", "a car", "a bus or van"})


def _means(words: str, sentence: str) -> frozenset[str]:
    """What is named as what did it in some words of a sentence; a place only where the sentence is of a hurt."""
    found = MEANS.names(tokens_of(words)) | ({STRIKING} if STRUCK_OUT.search(words) else frozenset())
    if ROUGH in found:
        found -= {ATTACK}  # who fights in play is not attacked
    return found if CAUSED.search(sentence) or HURT.search(sentence) else found - PLACES


# Whoever thumps a wall hurts himself.
STRUCK_OUT = re.compile(
    r"\b(?:(?:punch|kick|thump|headbutt|lash)(?:ed|es|ing|s)?|hit(?:s|ting)?(?= (?:the|a) (?:lockers?|walls?)))(?: out)?(?: at| into| through)? (?:[a-z']+ ){0,2}?(?:locker|wall|window|door|desk|post|mirror|fence|cupboard|wardrobe|fridge|bin|panel|pane|glass)s?\b"
    r"|\b(?:fist|hand) (?:through|into) (?:an? |the )?(?:\w+ )?(?:wall|window|door|pane|mirror|glass)\b"
)
UNHURT = re.compile(r"\b(?:unhurt|unharmed|uninjured)\b")
OF_DEATH = re.compile(
    r"\b(?:post[- ]?mortem|pm|cause of death|died (?:of|from|as a result)|death (?:due to|from|by)|inquest|coroner\w*|autopsy|1a)\b"
)


def by_death(between: Between) -> Difference | None:
    """Of what somebody died, as two have heard it."""
    mine, theirs = _death(between.first), _death(between.second)
    if mine and theirs and mine.isdisjoint(theirs):
        return between.told("outcome", f"The cause of death is {min(mine)} in the one, {min(theirs)} in the other.", 0.65)
    return None


@once
def _death(facts: Facts) -> frozenset[str]:
    if not says(OF_DEATH, facts):
        return frozenset()
    told = [sentence for sentence in facts.sentences_in_full if OF_DEATH.search(sentence)]
    return DEATHS.names(tokens_of("\n".join(told))) if told else frozenset()


def by_weapon(between: Between) -> Difference | None:
    """With what somebody was attacked or threatened."""
    if not all(each.kinds & ATTACKS for each in (between.first, between.second)):
        return None
    mine, theirs = _weapons(between.first), _weapons(between.second)
    if len(mine) == len(theirs) == 1 and mine.isdisjoint(theirs):
        return between.told("account", f"With {min(mine)} in the one, with {min(theirs)} in the other.", 0.65)
    return None


ATTACKS = frozenset({"weapon", "incident"})


@once
def _weapons(facts: Facts) -> frozenset[str]:
    return frozenset(each.name for each in WEAPONS.in_text(facts.words)[1])
