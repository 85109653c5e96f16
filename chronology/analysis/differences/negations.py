"""What the one denies and the other says, in the same word: "no key" and "key taken", "refused to sign" and "signed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronology.analysis.differences.between import Between, Difference, once_in_case, words_in
from chronology.analysis.differences.kin import ROLES
from chronology.analysis.facts import Case, Facts
from chronology.analysis.remembering import remembered
from chronology.analysis.vocabulary.phrases import CLAUSE_ENDS as SIGNS
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.words import informative, stem

NEGATIONS = frozenset(
    """not no never without nil neither nor isn't wasn't weren't didn't doesn't don't hasn't haven't hadn't couldn't wouldn't won't can't cannot
    nobody none nothing""".split()
)
REFUSALS = frozenset("refused refuses refusing declined declines unwilling failed unable cancelled".split())
# Behind these nothing is said to be so.
OPEN = frozenset(
    """if whether may might could should would will to possible query risk consider considering considered need needs needed awaiting plan
    until unless than likelier rather refused refuses declined declines unable failed denied denies denying re regarding about concern concerns concerned worry for advised
    advice discuss discussed history previous previously avoid prevent policy ask asked asks request requested suspected usually normally""".split()
)
# Nor where a thing is said to be away, spoilt or over.
SPOILT = frozenset(
    """broken off cut out disconnected missing removed stopped lost needed required excluded ruled absent negative unlikely lacking clear free empty
    unavailable to await poor poorly little hardly barely lack ends ended end stopping withdrawn dropped closed capped back""".split()
)
DOUBTS = OPEN | SPOILT
SMALL = frozenset(
    """a an the any of been be being is was are were have has had do did does yet by in on at with from his her their this that it he she they and or
    but so as further obvious visible signs sign evidence apparent current actually currently fully""".split()
)
# A denial reaches no further than to these: "not back since Friday" denies no Friday.
STOPS = frozenset(
    """in at on to from for with since after before of by though because as when and or until about into over under than that which who during re
    if unless so like via""".split()
)
# Behind these it is the thing itself that is denied: "has not made a referral".
LIGHT = frozenset(
    """make made take took taken give gave given get got have had has receive received do did done any a an the been be being was were is are his her
    their its""".split()
)
# Of a thing that is qualified only the quality is denied: "no clear account", "no further action".
QUALITIES = frozenset(
    """clear further working other new more formal specific significant real full proper serious immediate current known such onward adult longer""".split()
)
# What is denied in passing.
PASSING = frozenset(
    shorten(word)
    for word in """since back told tell said say saying written write letter report reported followed following follow until again quite very really always
    even ever only enough able come came going gone went want wanted wants know known knew think thought sure clear well good best right wrong much many more
    less least long later longer sooner other others another three four five six seven eight nine ten twelve able available reason reply answer response need
    needed needs required doubt problem problems issue issues idea matter change changes difference new early late today yesterday tonight tomorrow week month
    year time times number numbers point risk role place one two sleeping sleep collected adult adults school nursery trailer house home person people
    concern concerns worried worry help support further action possible involved involvement working work talk talking speak spoken speaking discuss discussed mention
    mentioned raise raised share shared notice noticed allow allowed accept accepted agree agreed like liked love loved like used using happy keen willing
    forthcoming obvious longer yet cause caused let letting give given gave make made take taken took open""".split()
)
DENIED_IN_PASSING = PASSING | {
    shorten(word)
    for word in """said told tells day days night nights weeks months years morning afternoon evening house flat monday tuesday wednesday
    thursday friday saturday sunday action disclosed disclosure disclosures""".split()
}
CLAUSE_ENDS = SIGNS | frozenset("but although while whereas".split())
WITHIN_NO = 3  # words that "no" may deny: "no child protection medical"
WITHIN = 1
# "Decided not to ask for a survey": what was decided against is denied, up to three words of it.
DECIDED = frozenset("decided agreed chose chosen opted resolved decision".split())
ASKING = frozenset("ask apply go proceed press call".split())
NOT_TO = "not to"
IN_DOUBT = 4  # words behind a word of doubt of which nothing is said
BESIDE = 2  # words up to the one that denies what stands before it


# What "no weapon" also denies.
KINDS = {
    stem(kind): frozenset(stem(word) for word in words.split())
    for kind, words in {
        "weapon": "knife knives machete blade bat hammer gun firearm axe sword",
        "drugs": "cannabis cocaine heroin crack ketamine amphetamine spice wraps",
        "pets": "dog cat puppy kitten rabbit snake parrot",
    }.items()
}
UNDONE = re.compile(
    r"un(?!able|aware|animous|born|cle|der|do|employ|fortunate|happ|ion|ique|it|ivers|iform|known|less|like|rest|son|til|til|us|well|wind)([a-z]{4,})"
)


def by_negation(between: Between) -> Difference | None:
    """The same word, denied by the one and said by the other, of one day."""
    first, second, case = between.first, between.second, between.case
    if first.start != second.start and not (first.news or second.news):
        return None
    for denying, saying in between.either_way():
        if DENYING.isdisjoint(words_in(denying.words)) and " un" not in denying.words:
            continue
        denied, said = _said(case, denying)
        others_denied, others_said = _said(case, saying) if denied else ({}, {})
        for word in sorted(denied.keys() & KINDS.keys() - said.keys()):
            if (meant := KINDS[word] & others_said.keys()) and meant.isdisjoint(said):
                return _told(between, denying, denied[word], saying, others_said[min(meant)])
        for word in sorted((denied.keys() & others_said.keys()) - said.keys() - others_denied.keys()):
            return _told(between, denying, denied[word], saying, others_said[word])
    return None


def _told(between: Between, denying: Facts, denied: str, saying: Facts, said: str) -> Difference:
    return between.told("outcome", f"{between.name(denying)} has “{denied}”, {between.name(saying)} has “{said}”.", 0.6)


@once_in_case
def _said(case: Case, facts: Facts) -> tuple[dict[str, str], dict[str, str]]:
    """The words that a record denies and those that it says, by their stems, each with how it stands there."""
    denied: dict[str, str] = {}
    said: dict[str, str] = {}
    reach = doubt = away = 0
    how = last = ""
    words = _decided_against(tokens_of(facts.words))
    for word, behind in zip(words, [*words[1:], ""], strict=True):
        away += 1
        if word in CLAUSE_ENDS:
            reach, doubt, last = 0, 0, ""
        elif word in DENYING:
            if word in REFUSALS and last and away <= BESIDE and behind != "to":
                _deny(last, f"{last} {word}", denied, said)
            reach, how = _reach(word, behind), word
        elif word in DOUBTS or word in STOPS:
            reach = reach if word not in STOPS or (word == "to" and how in REFUSALS) else 0
            doubt = IN_DOUBT if word in DOUBTS else doubt
            if word in SPOILT and last:
                _deny(last, "", {}, said)
        elif stems := () if reach and word in LIGHT else _telling(case, word):
            if reach and shorten(word) not in DENIED_IN_PASSING:
                denied.update((each, denied.get(each, f"{how} {word}")) for each in stems)
            elif not reach and not doubt:
                _say(word, stems, denied, said)
                last, away = word, 0
            reach, doubt = max(reach - 1, 0), max(doubt - 1, 0)
    return denied, said


def _decided_against(words: Sequence[str]) -> Sequence[str]:
    """The same words, with what somebody decided against denied at once: "decided not to ask for a survey"."""
    if "not" not in words or DECIDED.isdisjoint(words):
        return words
    found: list[str] = []
    rest = iter(range(len(words)))
    for at in rest:
        if words[at] == "not" and words[at + 1 : at + 2] == ("to",) and found and found[-1] in DECIDED:
            found.append(NOT_TO)
            asking = words[at + 2 : at + 3] and words[at + 2] in ASKING
            for _ in range(1 + (2 if asking and words[at + 3 : at + 4] and words[at + 3] in STOPS else 0)):
                next(rest)
        else:
            found.append(words[at])
    return found


def _reach(word: str, behind: str) -> int:
    """How many words behind it a word denies."""
    if word == NOT_TO:
        return WITHIN_NO
    if behind in QUALITIES or (word in NONE_OF and behind.isdigit()):
        return 0
    return WITHIN_NO if word in NONE_OF else WITHIN


def _telling(case: Case, word: str) -> tuple[str, ...]:
    """The stems of a word that says something by itself and is nobody's name."""
    bare = word.removesuffix("'s")
    return () if word in ROLES or bare in case.people.given or bare in case.people.surnames else _stems(word)


def _say(word: str, stems: tuple[str, ...], denied: dict[str, str], said: dict[str, str]) -> None:
    """A word is said to be so, and one with a denying beginning denies itself without it: "unsecured"."""
    said.update((each, said.get(each, word)) for each in stems)
    if (undone := UNDONE.fullmatch(word)) and shorten(undone[1]) not in DENIED_IN_PASSING:
        denied.update((each, denied.get(each, word)) for each in _stems(undone[1]))


def _deny(word: str, how: str, denied: dict[str, str], said: dict[str, str]) -> None:
    """What follows a word says that it is not so: "medical refused", "heating broken"."""
    for each in _stems(word) if shorten(word) not in DENIED_IN_PASSING else ():
        said.pop(each, None)
        denied.setdefault(each, how)


@remembered(8_192)
def _stems(word: str) -> tuple[str, ...]:
    """The stems of a word that says something by itself."""
    return tuple(each for each in informative(word) if each.isalpha())


NONE_OF = frozenset({"no", "without", "nil"})
DENYING = NEGATIONS | REFUSALS | {NOT_TO}


def is_name(case: Case, word: str) -> bool:
    """Whether a word without its ending is somebody's name."""
    people = case.people
    return any(word == shorten(name) for names in (people.given, people.surnames) for name in names)
