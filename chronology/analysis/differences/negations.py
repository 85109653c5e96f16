"""What the one denies and the other says, in the same word: "no key" and "key taken", "refused to sign" and "signed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

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
    unavailable to await poor poorly little hardly barely lack ends ended end stopping withdrawn dropped closed capped back interrupted suspended deferred postponed paused delayed shelved lapsed expired
    gone dead dying died bust faulty leaking condemned""".split()
)
# "The boiler went yesterday": it is no more. "Went to clinic" says nothing of the kind.
WENT = "went"
BEHIND_WENT = frozenset(". ; ! ? yesterday today overnight again off wrong down and".split()) | {""}
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
    even ever only enough able come came going gone went return returned returns returning want wanted wants know known knew think thought sure clear well good best right wrong much many more
    less least long later longer sooner other others another three four five six seven eight nine ten twelve able available reason reply answer response need
    needed needs required doubt problem problems issue issues idea matter change changes difference new early late today yesterday tonight tomorrow week month
    year time times number numbers point risk role place one two sleeping sleep collected adult adults school nursery trailer house home person people
    concern concerns worried worry help support further action possible involved involvement working work talk talking speak spoken speaking discuss discussed mention
    mentioned raise raised share shared notice noticed set allow allowed accept accepted agree agreed like liked love loved like used using happy keen willing
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
    r"un(?!able|aware|animous|born|cle|der|do|employ|fortunate|happ|ion|ique|it|ivers|iform|known|less|like|named|rest|son|til|til|us|well|wind)([a-z]{4,})"
)


def by_negation(between: Between) -> Difference | None:
    """The same word, denied by the one and said by the other, of one day."""
    first, second, case = between.first, between.second, between.case
    if first.start != second.start and not (first.news or second.news):
        return None
    for denying, saying in between.either_way():
        if DENYING.isdisjoint(words_in(denying.words)) and " un" not in denying.words:
            continue
        mine, theirs = _said(case, denying), _said(case, saying)
        for word in sorted(mine.denied.keys() & KINDS.keys() - mine.said.keys()):
            if (meant := KINDS[word] & theirs.said.keys()) and meant.isdisjoint(mine.said):
                return _told(between, denying, mine.denied[word], saying, theirs.said[min(meant)])
        for word in sorted((mine.denied.keys() & theirs.said.keys()) - mine.said.keys() - theirs.denied.keys()):
            if REFUSED_TOO.search(saying.words) and not REFUSALS.isdisjoint(mine.denied[word].split()):
                continue  # offered and turned down: both have it refused
            return _told(between, denying, mine.denied[word], saying, theirs.said[word])
        if first.meetings & second.meetings or first.start == second.start:
            for word in sorted((mine.decided & theirs.planned.keys()) - mine.planned.keys() - theirs.denied.keys()):
                return _told(between, denying, mine.denied[word], saying, theirs.planned[word])
    return None


REFUSED_TOO = re.compile(
    r"\b(?:refus\w+|declin\w+|turned (?:it |this |them )?down|rejected|unwilling|(?:would|did|does|do)(?: not|n't) (?:want|accept|take|have)|won't (?:have|take|accept)|will not (?:have|take|accept)|said no|no thank you|not wanted)\b"
)


def _told(between: Between, denying: Facts, denied: str, saying: Facts, said: str) -> Difference:
    return between.told("outcome", f"{between.name(denying)} has “{denied}”, {between.name(saying)} has “{said}”.", 0.6)


@dataclass(slots=True)
class Said:
    """What a record denies, says and plans, each word by its stem with how it stands there; gone through word by word."""

    denied: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    planned: dict[str, str] = field(default_factory=dict)
    decided: set[str] = field(default_factory=set)  # of what is denied, what was decided against
    reach: int = 0
    doubt: int = 0
    how: str = ""
    to_be: bool = False
    last: tuple[str, ...] = ()
    away: int = 0

    def end(self) -> None:
        """A clause ends."""
        self.reach = self.doubt = 0
        self.how, self.last = "", ()

    def denies(self, word: str, behind: str) -> None:
        if word == "failed" and behind in WHOSE:
            return  # who failed a test took it
        if word in REFUSALS and self.last and self.away <= BESIDE and behind != "to":
            _deny(self.last[-1], f"{self.last[-1]} {word}", self)
        self.reach, self.how = _reach(word, behind), word

    def leaves_open(self, word: str, behind: str) -> None:
        """Behind this nothing is said to be so, or what stands before it is no more."""
        if word == "to" and behind == "be" and self.how in NONE_OF:
            self.decided.update(each for each, how in self.denied.items() if how.startswith(self.how))
        if word in STOPS:
            on = (word == "to" and self.how in GO_ON) or (word in OVER.get(self.how, ()))
            self.reach = self.reach if on else 0
            self.how = self.how if self.reach else ""
        if word in DOUBTS:
            self.doubt, self.to_be = IN_DOUBT, word in TO_BE or (self.to_be and word in ASKED_FOR)
        for each in self.last if word in SPOILT or word == WENT else ():
            for stemmed in _stems(each):
                if (kept := self.said.pop(stemmed, None)) and word == "to":
                    self.planned[stemmed] = kept  # "survey to go ahead"

    def tells(self, word: str, stems: tuple[str, ...], before: str) -> None:
        """A word that says something by itself."""
        if self.reach:
            if shorten(word) not in DENIED_IN_PASSING and not (self.how == "nobody" and word in OF_PEOPLE):
                self.denied.update((each, self.denied.get(each, f"{self.how} {word}")) for each in stems)
                self.decided.update(stems if self.how == NOT_TO else ())
        elif not self.doubt and self.how not in NONE_OF:
            _say(word, stems, self)
            beside = before == "of" or before in self.last  # "pictures of tablets", "hair strand"
            self.last, self.away = (*(self.last[-1:] if beside else ()), word), 0
        elif self.doubt and self.to_be:
            self.planned.update((each, word) for each in stems)
        self.reach, self.doubt = max(self.reach - 1, 0), max(self.doubt - 1, 0)


@once_in_case
def _said(case: Case, facts: Facts) -> Said:
    """What a record denies and says, sentence by sentence."""
    found = Said()
    words = _decided_against(tokens_of(" ; ".join(facts.sentences_in_full)))
    for before, word, behind in zip(["", *words], words, [*words[1:], ""], strict=False):
        found.away += 1
        if word in CLAUSE_ENDS:
            found.end()
        elif word in DENYING:
            found.denies(word, behind)
        elif word in DOUBTS or word in STOPS or (word == WENT and behind in BEHIND_WENT):
            found.leaves_open(word, behind)
        elif word.isdigit():
            found.reach = 0  # "no reply 12 Mill Street" denies no street
        elif stems := () if found.reach and word in LIGHT else _telling(case, word):
            found.tells(word, stems, before)
    return found


TO_BE = frozenset({"to", "will"})
OVER = {"nothing": ("on", "about", "re"), "none": ("of",)}  # "nothing on the brother", "none of the syrup"
ASKED_FOR = frozenset({"for", "request", "ask"})  # "to request a scan" is to have one
OF_PEOPLE = frozenset("child children baby babies infant boy boys girl girls siblings toddler kids twins triplets".split())


def _decided_against(words: Sequence[str]) -> Sequence[str]:
    """The same words, with what somebody decided against denied at once: "decided not to ask for a survey", "need not be seen"."""
    if WITHOUT_NEED.isdisjoint(words):
        return words
    found: list[str] = []
    at = 0
    while at < len(words):
        length = next((len(each) for each in NO_NEED if tuple(words[at : at + len(each)]) == each), 0)
        if not length and words[at] == "not" and found and found[-1] in SHALL and words[at + 1 : at + 2] != ("be",):
            length = 1
        elif not length and words[at] == "not" and words[at + 1 : at + 2] == ("to",) and found and found[-1] in DECIDED:
            length = 2
            if words[at + 2 : at + 3] and words[at + 2] in ASKING and words[at + 3 : at + 4] and words[at + 3] in STOPS:
                length = 4
        found.append(NOT_TO if length else words[at])
        at += length or 1
    return found


SHALL = frozenset({"shall", "will", "should"})  # "we shall not give it"
# What is not to be done, however it is put.
NO_NEED = tuple(
    tuple(f"{how} {to}".split())
    for how, behind in {
        **dict.fromkeys(("no need", "no call", "no requirement", "no necessity", "no grounds", "no reason", "no case"), "to for"),
        **dict.fromkeys(("not necessary", "not needed", "not required", "not need", "no longer need", "unnecessary"), "to for"),
        "need": "not",
    }.items()
    for to in behind.split()
)
WITHOUT_NEED = frozenset({"not", "no", "unnecessary"})


def _reach(word: str, behind: str) -> int:
    """How many words behind it a word denies."""
    if word == NOT_TO:
        return WITHIN_NO
    if behind in QUALITIES or (word in NONE_OF and behind.isdigit()):
        return 0
    return WITHIN_NO if word in NONE_OF or (word == "none" and behind == "of") else WITHIN


def _telling(case: Case, word: str) -> tuple[str, ...]:
    """The stems of a word that says something by itself and is nobody's name."""
    bare = word.removesuffix("'s")
    return () if word in ROLES or bare in case.people.given or bare in case.people.surnames else _stems(word)


def _say(word: str, stems: tuple[str, ...], found: Said) -> None:
    """A word is said to be so, and one with a denying beginning denies itself without it: "unsecured"."""
    found.said.update((each, found.said.get(each, word)) for each in stems)
    if (undone := UNDONE.fullmatch(word)) and shorten(undone[1]) not in DENIED_IN_PASSING:
        found.denied.update((each, found.denied.get(each, word)) for each in _stems(undone[1]))


def _deny(word: str, how: str, found: Said) -> None:
    """What follows a word says that it is not so: "medical refused"."""
    for each in _stems(word) if shorten(word) not in DENIED_IN_PASSING else ():
        found.said.pop(each, None)
        found.denied.setdefault(each, how)


@remembered(8_192)
def _stems(word: str) -> tuple[str, ...]:
    """The stems of a word that says something by itself."""
    return tuple(DOING.get(each, each) for each in informative(word) if each.isalpha())


# What is done, and the doing of it: "need not be examined" and "an examination".
DOING = {
    stem(noun): stem(verb)
    for noun, verb in (
        pair.split("/")
        for pair in """examination/examine attendance/attend admission/admit conviction/convict investigation/investigate application/apply
        notification/notify invitation/invite registration/register vaccination/vaccinate immunisation/immunise intubation/intubate
        ventilation/ventilate sedation/sedate resuscitation/resuscitate observation/observe removal/remove approval/approve arrival/arrive
        allocation/allocate transportation/transport separation/separate supervision/supervise suspension/suspend exclusion/exclude
        eviction/evict possession/possess prosecution/prosecute detention/detain consultation/consult involvement/involve
        engagement/engage enrolment/enrol measurement/measure payment/pay""".split()
    )
}
WHOSE = frozenset("his her their the a an this that my our both all two three every another".split())
NONE_OF = frozenset({"no", "without", "nil"})
DENYING = NEGATIONS | REFUSALS | {NOT_TO}
GO_ON = REFUSALS | {NOT_TO}  # a denial that reaches over "to"


def is_name(case: Case, word: str) -> bool:
    """Whether a word without its ending is somebody's name."""
    people = case.people
    return any(word == shorten(name) for names in (people.given, people.surnames) for name in names)
