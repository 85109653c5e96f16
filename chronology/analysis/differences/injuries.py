"""Where somebody was hurt, and whether."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, quoted, says, words_in
from chronology.analysis.differences.whose import Told, told_of_two
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.body import PARTS, by_one_word, is_one_place
from chronology.analysis.vocabulary.hearing import opens_with_news

# Left or right, a few words that tell more, and the part. "Hand" is such a word only in "right hand side of".
BETWEEN = (
    r"(?:(?:hand )?side[d]?(?: of)?(?: the| his| her)?|upper|lower|outer|inner|middle|mid|distal|proximal|medial|lateral|posterior|anterior|dorsal"
    r"|ventral|front|back|rear|top|bottom|of|to|the|his|her|aspect|aspect of|big|little|index|ring|small|large|fractured|broken|swollen|bruised|painful|dominant)"
)
SIDED = re.compile(rf"\b(left|right)\b[ -](?:{BETWEEN}[ -])*(\w+)")

SIDED_AFTER = re.compile(
    r"\b(\w+)(?: (?:fractures?|injur(?:y|ies)|bruis(?:e|es|ing)|pain|wound|burn|scald|swelling|marks?|break))?(?:(?: on| of| to) (?:the |his |her )?(left|right|lt|rt|l|r)\b(?! (?:\w+ )?(?:side )?of\b)| \((left|right|lt|rt|l|r)\)|, (left|right)(?=[.;,)]|$))"
)

SHORT_SIDE = re.compile(rf"(?<![\w/'+:])\(?(l|r|lt|rt|lhs|rhs)\b[).]? (?:{BETWEEN}[ -])*(\w+)")
ANY_SIDE = re.compile(r"\b(?:left|right|[lr](?:t|hs)?)\b")
LETTERS = {"l": "left", "lt": "left", "lhs": "left", "r": "right", "rt": "right", "rhs": "right"}
HURT = re.compile(
    r"\b(?:bruis\w*|marks?|graz\w+|cuts?(?![- ](?:off|down|back|out|up))|burn\w*|scald\w*|swelling|swollen|fractur\w+|injur\w+|bump\w*|red(?:ness)?|scratch\w*|bite\w*"
    r"|lacerat\w+|lacs?|lump|wound|broken|sore|dressing|dressed|stitche\w+|splint|sling|plaster|blister\w*|abscess\w*|abrasions?|contus\w+|haematoma\w*|haemorrhage\w*|gash\w*"
    r"|slash\w*|stab(?:bed|s)?|puncture\w*|welts?|weals?|wheals?|scars?|scab\w*|scarr\w+|rash\w*|lesions?|ulcer\w*|sprain\w*|strain(?:ed)|dislocat\w+|torn|staples?|sutur\w+"
    r"|tattoo\w*|pierc(?:ing|ed)|love bites?|hickeys?|ligature\w*|birthmark\w*|infected|weeping)\b"
)

NO_INJURY = re.compile(
    r"\bno (?:visible |obvious |apparent |new |other |physical )?(?:injur\w+|marks?|bruis\w*|sign of injury)\b(?! (?:is |are |were |was )?(?:known|reported|recorded|noted on|on (?:record|file)|shared))|\buninjured\b|\bunharmed\b"
)


def by_site(between: Between) -> Difference | None:
    """Left or right, and which part of the body."""
    mine, theirs = _sides(between.first), _sides(between.second)
    same = [(part, like) for part in sorted(mine) for like in sorted(theirs) if is_one_place(part, like)]
    agreed = [pair for pair in same if not mine[pair[0]].isdisjoint(theirs[pair[1]])]
    for part, like in same:
        if not any(part == one or like == other for one, other in agreed):
            here = f"the {min(mine[part])} one in {between.name(between.first)}"
            there = f"the {min(theirs[like])} one in {between.name(between.second)}"
            return between.told("site", f"The {part} is {here}, {there}.", 0.85)
    # Two small injuries of two days, each by who was there, are two injuries.
    if between.first.start != between.second.start and not (
        _tells_of(between.first, between.second) or _tells_of(between.second, between.first)
    ):
        return None
    if not (says(HURT, between.first) and says(HURT, between.second)):
        return None
    one, other = hurt_parts(between.first), hurt_parts(between.second)
    if len(one) > FEW or len(other) > FEW:
        return None
    if one and other and not any(is_one_place(a, b) for a in one for b in other):
        return between.told("site", f"The injury is to the {min(one)} in the one, to the {min(other)} in the other.", 0.75)
    return None


FEW = 2  # parts; whoever tells of more has looked at more


def _tells_of(facts: Facts, other: Facts) -> bool:
    """Whether a record of another day tells of what the other has: as it heard, by a paper or a call, or by the day it names."""
    if facts.days and (other.start.month, other.start.day) not in facts.days:
        return False
    return facts.second_hand or opens_with_news(facts.words) or facts.later or other.start in facts.meant


@once
def _sides(facts: Facts) -> dict[str, set[str]]:
    """The side of each part; a word that is no part of the body stands for itself: "the right drum"."""
    found: dict[str, set[str]] = {}
    if not says(ANY_SIDE, facts):
        return found
    words = by_one_word(UNMARKED.sub(" ", facts.words))
    for sign in (SIDED, SHORT_SIDE):
        for match in sign.finditer(words):
            part = PARTS.get(match.group(2), match.group(2))
            found.setdefault(part, set()).add(LETTERS.get(match.group(1), match.group(1)))
    for match in SIDED_AFTER.finditer(words):
        if match.group(1) in PARTS:
            after = match.group(2) or match.group(3) or match.group(4)
            found.setdefault(PARTS[match.group(1)], set()).add(LETTERS.get(after, after))
    return found


# The side that was looked at too, and on which nothing was: "left arm clear", "nothing behind the right".
UNMARKED = re.compile(
    r"\b(?:left|right)[- ]hand(?:ed|er)\b|\b(?:us(?:es|ed|ing)|writ(?:es|ing)|wrote)(?: with)? (?:his|her|the) (?:left|right|other) (?:hand|arm)\b"
    r"|\b(?:left|right|other|[lr]t?) (?:\w+ ){0,2}(?:(?:is|was|were|all|entirely|completely) )*(?:clear|normal|fine|unmarked|unaffected|unhurt|uninjured|unharmed|spared|okay|ok|intact|clean)\b"
    r"|\b(?:nothing|none|nil|no (?:marks?|bruis\w+|injur\w+|burns?|fractures?)) (?:on|to|over|behind|at|in|of) (?:the |his |her )?(?:left|right|other)(?: [a-z]+)?\b"
)
# What was not hurt.
NOT_HURT = re.compile(
    r"\b(?:no|without|nil|denie[sd]|not|old)(?: (?:\w+ ){0,3})?(?:injur\w+|bruis\w*|marks?|burns?|scalds?|cuts?|wounds?|fractur\w+|pain|swelling|redness|tenderness|scars?)\b(?: (?:to|on|of) (?:the |his |her )?(?:\w+ )?\w+)?"
    r"|\b(?:nothing|none|nil) (?:on|to|over) (?:the |his |her |either )?(?:\w+ )?\w+"
)
# What did it, not what was hurt.
BY_HAND = re.compile(
    r"\b(?:from|by|with|using|(?:mark|print|force|swipe|slap|blow|shape|outline)s? of) (?:an? |the |his |her |their )?(?:open |bare |both |adult )?(?:hands?|fists?|foot|feet|fingers?|knee|elbow|head|mouth|teeth)\b"
    r"|\b(?:hands?|foot|fists?|arms?) (?:marks?|prints?|(?:a?round|over|to|on|at) (?:\w+ ){0,2}(?:neck|throat|mouth|face|nose))|\bin (?:her|his|mother's|mum's) (?:arms|hands)\b|\bheld by\b"
)


# "Back" is mostly a word of coming and giving; here it is a part of the body.
ON_THE_BACK = re.compile(
    r"\b(?:lower|upper|mid|middle|(?:to|on|of|across|over) (?:the |his |her )?(?:\w+ )?) ?back\b(?! of the (?:car|house|room|class))|\bback (?:injur\w+|bruis\w+)\b"
)


@once
def hurt_parts(facts: Facts) -> set[str]:
    """Parts of the body in sentences that tell of an injury; the head by a head injury only where nothing more is said."""
    found: set[str] = set()
    for sentence in facts.sentences_in_full:
        found |= in_parts(sentence)
    if not found and says(HEAD_INJURY, facts):
        return {"head"}
    return found if says(ON_THE_BACK, facts) else found - {"back"} or found


def in_parts(sentence: str) -> set[str]:
    """The parts of the body in a sentence, if it tells of an injury."""
    told = NOT_HURT.sub(" ", UNMARKED.sub(" ", sentence)) if HURT.search(sentence) else ""
    if not HURT.search(told):
        return set()
    told = HEAD_INJURY.sub(" ", by_one_word(WORN_ON.sub(" ", BY_HAND.sub(" ", told))))
    return {PARTS[word] for word in re.findall(r"[a-z]+", told) if word in PARTS}


# What a sling, a strap or a drip is on is seldom what was hurt.
WORN_ON = re.compile(
    r"\b(?:slings?|collar|strapp(?:ed|ing)|drip|cannula|canula|line|crutch(?:es)?|blood(?:s)? (?:taken )?from)\b(?: (?:is |was |put |placed |now )*(?:on|to|in|for|round|around) (?:the |his |her )?(?:left |right |[lr]t? |upper |lower )*[a-z]+)"
)
HEAD_INJURY = re.compile(r"\bhead inj\w*(?: (?:advice|leaflets?|sheets?|card|instructions|obs|observations))*")


# What is broken or marked and is nobody's body: "window broken", "cut the wire".
OF_A_THING = re.compile(
    r"\b(?:windows?|panes?|doors?|locks?|glass|phones?|mirrors?|telly|tv|television|furniture|plates?|cups?|chairs?|tables?|fences?|walls?|cars?|windscreen|toys?|laptops?|xbox|screen|bed|cot|lights?|heating|boiler|cooker|promise\w*|rules?|bail|conditions?|order|curfew)"
    r" (?:(?:was|were|had been|been|is|are|also|got|all|put in and) )*(?:broken|cut|burnt|burned|marked|bumped|scratched|slashed|torn|stabbed|injured)\b"
    r"|\b(?:broken|cut|burnt|burned|scratched|slashed|torn|marked) (?:the |his |her |their |a |an |two |some )?(?:\w+ )?(?:windows?|panes?|doors?|locks?|glass|phones?|mirrors?|telly|tv|television|furniture|plates?|cups?|chairs?|tables?|fences?|walls?|cars?|windscreen|toys?|laptops?|xbox|screen|bed|cot|boiler|cooker|wires?|tyres?|clothes|hair)\b"
)


IN_PAIN = re.compile(r"\b(?:hurts|hurting|pain(?:ful)?|aches?|aching|tender\w*|limp(?:s|ing)?)\b")


def by_injury(between: Between) -> Difference | None:
    """One has an injury to a part of the body, the other says that the same person had none."""
    for without, other in between.either_way():
        if not says(NO_INJURY, without) or says(NO_INJURY, other) or not says(HURT, other):
            continue
        if says(IN_PAIN, without) or HURT.search(NO_INJURY.sub(" ", without.words)):
            continue
        unhurt = [Told(without, each, found[0]) for each in without.sentences_in_full if (found := NO_INJURY.search(each))]
        for sentence, hurt in _hurting(other):
            if any(not told_of_two(between, each, Told(other, sentence, hurt)) for each in unhurt):
                return between.told(
                    "injury",
                    f"{between.name(without)} says “{quoted(NO_INJURY, without)}”, {between.name(other)} has “{hurt}”.",
                    0.7,
                )
    return None


# What is looked at as a hurt is, and is none: "dressed", "nappy rash", "red in the face".
NO_HURT = re.compile(
    r"\b(?:dress(?:ed|ing)|rash\w*|tattoo\w*|pierc\w+|birthmark\w*|ulcers?|scar(?:s|red)?|infected|weeping|sore|red(?:ness)?)\b"
)


@once
def _hurting(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The sentences that tell of a part of the body that was hurt, with how; not of what was not hurt, or of things that were broken."""
    found = []
    for sentence in facts.sentences_in_full:
        told = NO_HURT.sub(" ", NOT_HURT.sub(" ", OF_A_THING.sub(" ", sentence)))
        if (hurt := HURT.search(told)) and not PARTS.keys().isdisjoint(words_in(told)):
            found.append((sentence, hurt.group()))
    return tuple(found)
