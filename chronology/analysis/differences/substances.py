"""What somebody had drunk or taken, and what he or she says, or a test shows, was not taken."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, words_in
from chronology.analysis.facts import Facts

SUBSTANCES = {
    "alcohol": "alcohol|drink|drinking|drunk|vodka|cider|beers?|lagers?|wine|gin|whisky|rum|spirits|cans|pissed|tipsy|hungover|sober|booze",
    "cannabis": "cannabis|weed|thc|marijuana|spliffs?|joints?|skunk|hash|puff",
    "cocaine": "cocaine|coke|crack",
    "heroin": "heroin|opiates?|opioids?|brown|gear|smack|morphine",
    "ketamine": "ketamine|ket",
    "amphetamine": "amphetamines?|speed|meth|mdma|ecstasy|pills",
    "spice": "spice|mamba|monkey dust",
    "nitrous oxide": "nitrous oxide|nos|balloons|laughing gas|canisters",
    "drugs": "drugs|substances|illicits",
    "tobacco": "smokes|smoker|smoking|cigarettes?|tobacco|vapes?|vaping|non[- ]smoker",
}
SUBSTANCE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in SUBSTANCES.items()) + r")\b"
)
NONE = re.compile(
    r"\b(?:no|nil|not|never|denie[sd]|denying|without|non|negative for|clear of|free of|given up|quit|abstinent|abstained|nothing|isn't|wasn't|hadn't|didn't|doesn't|hasn't|nor|neither)\b(?:(?!, (?:and|but) )[^.;:]){0,28}$|\bstopped (?:\w+ ){0,2}$"
)
# "Drug screen" and "alcohol service" tell of no drinking; nor does what may be or was once.
OPEN = re.compile(
    r"\b(?:last|if|whether|risks? of|advice|advised|discuss\w*|history|previous\w*|past|query|possible|\?|buy\w*|sell\w*|suppl\w*|deal\w*|about|re|for|service|work|support|help with|concern\w*|smell\w*|smelt|found|seized)\b[^.;:]{0,20}$"
)
NOT_TAKEN = re.compile(
    r" (?:free|negative|clear|nil|none|zero|service|team|worker|advice|withdrawal|withdrawing|detox|misuse|use|screen|test|work|cessation|liaison|support|free home|shop|debt|dealer|supply|and drugs? (?:service|team))\b"
)
WORDS = frozenset(word for words in SUBSTANCES.values() for word in re.findall(r"[a-z]{2,}", words.replace("s?", "")))


def by_substance(between: Between) -> Difference | None:
    """By the one it was drink and no drugs, by the other a drug and no drink."""
    if between.first.start != between.second.start and not (between.first.news or between.second.news):
        return None
    for denying, saying in between.either_way():
        denied, said = _taken(denying)
        if not denied:
            continue
        others_denied, others_said = _taken(saying)
        if "drugs" in denied and not said & DRUGS:
            denied |= DRUGS
        for name in sorted((denied & others_said) - said - others_denied):
            what = name.replace("_", " ")
            return between.told("outcome", f"{between.name(saying)} has {what}, {between.name(denying)} has none.", 0.65)
    return None


@once
def _taken(facts: Facts) -> tuple[frozenset[str], frozenset[str]]:
    """The substances that a record denies and those that it says were taken."""
    denied, said = set(), set()
    if PLAIN.isdisjoint(words_in(facts.words)):
        return frozenset(), frozenset()
    for match in SUBSTANCE.finditer(facts.words):
        name = match.lastgroup or ""
        before = facts.words[max(0, match.start() - 45) : match.start()]
        if match[0] in NEGATIVE_WORDS or NONE.search(before) or NOT_SO.match(facts.words, match.end()):
            denied.add(name)
        elif not OPEN.search(before) and not NOT_TAKEN.match(facts.words, match.end()):
            said.add(name)
    return frozenset(denied), frozenset(said)


NOT_SO = re.compile(r" (?:was |is |were )?(?:not (?:suspected|involved|taken|detected|a factor)|ruled out|denied)\b")
DRUGS = frozenset({"cannabis", "cocaine", "heroin", "ketamine", "amphetamine", "spice"})
NEGATIVE_WORDS = frozenset({"sober", "non smoker", "non-smoker"})
PLAIN = WORDS | {f"{word}s" for word in WORDS}
