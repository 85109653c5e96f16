"""Counts that are not just a number before a thing: one of it, the third missed, twice, so many of so many, people on the spot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

COUNTS = {"both": 2.0} | {
    word: float(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(),
        start=2,
    )
}
COUNTS |= {
    word: float(number)
    for number, word in zip(range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(), strict=True)
}


TIMES = frozenset(
    """day days week weeks month months year years hour hours minute minutes yr yrs am pm times time night nights occasion occasions
    session sessions visits visit sibling siblings child children people adult adults others weekly monthly daily term terms centile centiles
    weekend weekends january february march april may june july august september october november december o'clock""".split()
)


# What is more than one without an s.
IRREGULAR = frozenset("teeth feet mice lice geese knives".split())
# Words of professions for one thing that is counted.
SAME_THING = {
    "sutures": "stitches", "suture": "stitches", "detectors": "alarms", "pills": "tablets", "tabs": "tablets", "capsules": "tablets", "caplets": "tablets",
    "jabs": "injections", "vaccinations": "injections", "immunisations": "injections", "vaccines": "injections", "shots": "injections",
    "fags": "cigarettes", "tooth": "teeth", "beers": "cans", "lagers": "cans", "tinnies": "cans", "mobiles": "phones", "handsets": "phones",
    "lads": "boys", "lasses": "girls", "cops": "officers", "constables": "officers", "pcs": "officers", "pups": "puppies", "joints": "spliffs",
    "engines": "pumps", "appliances": "pumps", "crews": "pumps", "lacerations": "cuts", "gashes": "cuts", "contusions": "bruises",
    "convulsions": "seizures", "fits": "seizures", "bedrooms": "rooms",
}  # fmt: skip
# "Three teeth for extraction", "two ribs are broken": what is done to what is counted is counted too.
FOR_WHAT = re.compile(
    r"(?<![\w./:£-])(?P<many>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:(?:baby|milk|adult|back|front|more|further|of (?:her|his)) )?[a-z]{3,}"
    r" (?:for|to be|being|were|was|are|need(?:s|ing)?|had|having|requiring|awaiting|due(?: for)?|listed for) (?:an? |all |been |be |to be )?(?P<what>[a-z]{6,})\b"
)

ONE = re.compile(
    r"\b(?:one|1|single|only one) (?:(?:missed|failed|further|other|unauthorised|small|large|old|new|open|visible|previous|separate|single|smoke|black|police) ){0,2}([a-z]{4,})\b"
)
NTH = re.compile(
    r"\b(second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th) (?:(?:consecutive|missed|failed|unauthorised|such) )+([a-z]{4,})\b"
)
NTHS = {word: float(n) for n, word in enumerate("second third fourth fifth sixth".split(), 2)} | {
    f"{n}{end}": float(n) for n, end in ((2, "nd"), (3, "rd"), (4, "th"), (5, "th"), (6, "th"))
}
TIMES_OF = re.compile(r"\b([a-z]{3,}s) x ?(\d{1,3})\b(?! ?(?:mg|ml|g|cm|mm|\d|daily|weekly|day))")
OF_HOW_MANY = re.compile(r"\b(\d{1,3}) (?:out )?of (\d{1,3})\b(?!/|\.)")
A_DAY = re.compile(
    r"\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w+ )?(?:a|per|every|each) (day|night|week|month)\b"
)
PREVIOUS = re.compile(
    r"\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:previous|prior|earlier|past) (?:\w+ )?(call\w*|incidents?|attendances?|referrals?|occasions?|reports?|episodes?|contacts?)\b"
    r"|\b(?:attended|called|reported|referred|seen|happened)(?: \w+){0,4} (\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve) times (?:previously|before|already|in the past)\b"
)
PERSONS = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six) (?:other |young |unknown |adult |masked |older )?(man|men|woman|women|male|males|female|females|youth|youths|teenagers?)\b(?! (?:old|half|at))"
)
ON_THE_SPOT = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six) (?:other |small |young |unknown )?(adult|male|female|officer|child|children|men|women)s?(?: \w+){0,4}? (?:present|(?:at|on) (?:the )?scene|there|in the (?:house|home|flat|property|address|car|vehicle)|attended|seen)\b"
)
# How many live, sleep or are kept in a place.
HOUSEHOLD = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:other |foster |more |small |young )*(people|persons|occupants|adults|children|kids|men|tenants|lodgers|residents|dogs|cats)"
    r"(?: \w+){0,2}? (?:living|live|lives|staying|sleeping|sharing|placed|resident|crammed|in (?:the |a |one |that )?(?:\w+ ){0,2}(?:flat|house|home|room|bedroom|caravan|trailer|property|address|household|placement|car|van))\b"
)
HOUSEHOLD_OTHER = re.compile(
    r"\b(?:with|have|has|are|were) (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:other |foster |more )+(children|people|adults|kids|young people|residents)\b"
)
HOW_OFTEN = re.compile(
    r"\b([a-z]{2,}(?:ed|it|ot|ck|ept|aw|eat|rang|ent|ought))(?: \w+){0,4}? (once|twice|thrice|(?:two|three|four|five|six|\d) times)\b"
)
HOME = "living live lives staying sleeping sharing placed resident crammed flat house home room bedroom caravan trailer property address household placement car van".split()
PEOPLE = {"persons": "people", "occupants": "people", "kids": "children"}
ONCE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
PERSON = {"men": "man", "women": "woman", "male": "man", "female": "woman", "males": "man", "females": "woman"}


def _number(word: str) -> float:
    return 1.0 if word == "one" else COUNTS.get(word) or float(word)


def _often(words: str) -> float:
    return ONCE.get(words) or _number(words.split(maxsplit=1)[0])


def _one_of(match: re.Match[str]) -> tuple[str, float]:
    thing = match[1]
    return ("", 1.0) if thing in TIMES or thing.endswith("s") or f"{thing}s" in OF_PEOPLE else (f"{thing}s", 1.0)


# Each with the words without one of which it finds nothing, how it reads what it finds, and how.
READINGS: tuple[tuple[frozenset[str], re.Pattern[str], Callable[[re.Match[str]], tuple[str, float]]], ...] = (
    (frozenset({"one", "1", "single"}), ONE, _one_of),
    (frozenset(NTHS), NTH, lambda match: (f"{match[2].removesuffix('s')}s", NTHS[match[1]])),
    (
        frozenset({"present", "scene", "there", "in", "attended", "seen"}),
        ON_THE_SPOT,
        lambda match: (f"{match[2]} on the spot", _number(match[1])),
    ),
    (frozenset(HOME), HOUSEHOLD, lambda match: (f"{PEOPLE.get(match[2], match[2])} in the home", _number(match[1]))),
    (frozenset({"other", "foster", "more"}), HOUSEHOLD_OTHER, lambda match: (f"other {match[2]}", _number(match[1]))),
    (frozenset(), TIMES_OF, lambda match: (match[1], float(match[2]))),
    (frozenset({"of"}), OF_HOW_MANY, lambda match: (f"of {match[2]}", float(match[1]))),
    (frozenset({"day", "night", "week", "month"}), A_DAY, lambda match: (f"a {match[2]}", _number(match[1]))),
    (
        frozenset({"previous", "prior", "earlier", "past", "times"}),
        PREVIOUS,
        lambda match: ("before", _number(match[1] or match[3])),
    ),
    (
        frozenset({*PERSON, "man", "woman", "youth", "youths", "teenager", "teenagers"}),
        PERSONS,
        lambda match: (PERSON.get(match[2], match[2].removesuffix("s")), _number(match[1])),
    ),
    (frozenset({"once", "twice", "thrice", "times"}), HOW_OFTEN, lambda match: (f"times {match[1]}", _often(match[2]))),
)


MULTIPLIED = " x"
OF_PEOPLE = frozenset(
    "man woman youth teenager boys girls men women males females adults youths teenagers officers friends relatives pupils students neighbours".split()
)
ON_THE_SPOT_ENDS = " on the spot"
# Behind somebody who is named, others are counted: "with Gary and two men", "her friend and one other girl".
BESIDES = re.compile(r"\b(?:and|plus|also)(?: with)? $")
OTHERS = re.compile(r"\b(?:other|another|further|more)\b")


def of_whom(words: str, match: re.Match[str], thing: str) -> str:
    """What is counted; of people who are counted besides somebody, the others."""
    if thing not in OF_PEOPLE and not thing.endswith(ON_THE_SPOT_ENDS):
        return thing
    besides = OTHERS.search(match.group()) or BESIDES.search(words[max(0, match.start() - len("also with ")) : match.start()])
    return f"other {thing}" if besides else thing


# So many strips of so many: what is in them is counted.
IN_PACKS = re.compile(
    r"(?:\b(?P<packs>\d{1,2}|one|two|three|four|five|six) (?:\w+ )?)?\b(?:strips?|packs?|packets?|boxes|box|blisters?|sheets?|bottles?|tubs?|pots?) of (?P<each>\d{1,3})\b"
)


def unpacked(words: str) -> str:
    """The words with what several packs hold together; without what one pack holds where nobody says how many there were."""
    return IN_PACKS.sub(lambda match: f"{_number(match['packs']) * float(match['each']):g}" if match["packs"] else "packs", words)


def counted_otherwise(words: str, among: frozenset[str]) -> Iterator[tuple[str, float]]:
    """What is counted, and how many; ``among`` are the words of the text by themselves."""
    for needed, pattern, read in READINGS:
        if needed.isdisjoint(among) if needed else MULTIPLIED not in words:
            continue
        for match in pattern.finditer(words):
            thing, number = read(match)
            if thing:
                yield of_whom(words, match, thing), number
