"""What the one says was not so, and the other says was so, in the same word: "not sedated" and "sedated", "no key" and "key taken"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronology.analysis.differences.between import Between, Difference, once, words_in
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.phrases import CLAUSE_ENDS, tokens_of
from chronology.analysis.vocabulary.stems import shorten
from chronology.analysis.words import stem

NEGATIONS = frozenset(
    """not no never without nil neither nor isn't wasn't weren't didn't doesn't don't hasn't haven't hadn't couldn't wouldn't won't can't cannot
    nobody none""".split()
)
# Behind these nothing is said to be so.
OPEN = frozenset(
    """if whether may might could should would will to possible query risk consider considering considered need needs needed awaiting plan
    until unless refused refuses declined declines unable failed denied denies denying re regarding about concern concerns concerned worry for advised
    advice discuss discussed history previous previously avoid prevent policy ask asked asks request requested suspected usually normally""".split()
)
SMALL = frozenset(
    """a an the any of been be being is was are were have has had do did does yet by in on at with from his her their this that it he she they and or
    but so as further obvious visible signs sign evidence apparent current actually currently fully""".split()
)
# What is so or not so once and for all, in the field's own words. Of most other words "not" is said in passing.
SAYING = frozenset(
    shorten(word)
    for word in """attended arrived present invited consented signed completed received opened locked unlocked breathing conscious responsive alert bruised
    bruising injured fractured bleeding burnt swollen swelling rash vomiting vomited fever pain painful medicated sedated dose inhaler epipen treated immunised
    vaccinated enrolled clean tidy fed eaten ate breakfast lunch dinner drinking alcohol drunk drugs cannabis smell smelt weapon knife weapons threatened threats
    ambulance conveyed forced entry access visited stayed overnight returned missing disclosed disclosure disclosures alleged allegation allegations complaint
    statement engaged cooperative pregnant heating electricity gas bedding mattress toys carpet curtains employed suitable insured licensed bail conditions
    supervised interpreter passport visa arrested charged cautioned convicted recorded witnessed filmed photographed photographs camera weighed measured
    examined swabbed sedation oxygen intubated resuscitated restrained handcuffed searched seized strangled choked raped assaulted punched kicked hit slapped
    pushed crying tearful distressed upset angry frightened scared hungry thirsty dressed clothed naked wet soiled nappy shoes coat uniform car seat belt helmet
    dog dogs pets keys key alarm alarms smoke gate gates pram pushchair bottle bottles steriliser formula breastfeeding breastfed walking crawling mobile
    talking verbal continent toilet trained epileptic seizure asthmatic allergic diabetic diagnosed diagnosis autism autistic adhd depressed suicidal
    psychotic delusional hallucinating voices sectioned detained capacity competent fit fitness unfit intoxicated sober methadone needle needles syringes
    paraphernalia cocaine heroin working job suspended excluded expelled homework lunchbox registered dental dentist glasses hearing aids caries
    tenancy evicted eviction arrears rent notice repairs damp mould rats mice infestation benefits money debts food fridge cooker hoist wheelchair
    accompanied unaccompanied chaperone solicitor advocate partner boyfriend aware contacted referral
    minutes safeguarding body map photos marks mark injury injuries wound wounds cut cuts scratch graze burn scald bite bites
    asleep awake cot basket supervised alone interviewed abe medical samples dna plan threshold strategy conference consent
    curfew tag breach breached appealed sentence custody sleepy drowsy limp floppy pale jaundiced dehydrated""".split()
)  # fmt: skip
# A thing that is so is not there after all: "heating broken", "knife ruled out".
AFTER_ALL = frozenset(
    """not broken off cut out disconnected missing removed refused declined stopped lost needed required excluded ruled absent none nil negative unlikely
    lacking clear free empty never cancelled unavailable""".split()
)
BETWEEN = frozenset("was were is are has had have been now still all both".split())
# Of what else is rare in a case, only the very next word is denied; and these are denied in passing.
DENYING = frozenset("no not without never wasn't weren't didn't doesn't hasn't hadn't couldn't unable failed".split())
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
RARE = 3.0
SHORTEST = 4
GIVEN_TO = frozenset("subject goes went back belongs returned taken moved used".split())
NONE_OF = frozenset({"no", "without", "nil"})  # "no child protection medical": of a thing with all that belongs to its name
NOT_SO = frozenset("not refused declined absent none nil never cancelled".split())
MAY_DENY = NEGATIONS | DENYING | NOT_SO
WITHIN_NO = 3
WITHIN = 2  # words behind a negation that it may deny
UNSURE = 4  # words behind a word of doubt of which nothing is said


def by_negation(between: Between) -> Difference | None:
    """The same word, with and without "not", of one day."""
    first, second = between.first, between.second
    if first.start != second.start and not (first.news or second.news):
        return None
    if all(MAY_DENY.isdisjoint(words_in(each.words)) for each in (first, second)):
        return None
    case = between.case
    for denying, saying in between.either_way():
        denied, said = _said(denying)
        if not denied:
            continue
        others_denied, others_said = _said(saying)
        for word in sorted((denied.keys() & others_said.keys()) - said.keys() - others_denied.keys()):
            if not _counts(case, word, denying, saying):
                continue
            return between.told(
                "outcome",
                f"{between.name(denying)} has “{denied[word]}”, {between.name(saying)} has “{others_said[word]}”.",
                0.6,
            )
    return None


# "Unwitnessed" and "witnessed": a word with and without its denying beginning.
PREFIXED = re.compile(r"\b(?:un|in|im|dis|non-?)([a-z]{4,})\b")
NO_ROOTS = frozenset(
    """able less til like known usual fortunately happy well der form formed come jury jured jured tend tended tent side sured vest stead deed put crease
    volve volved attended clude cluded cluding cident cidents vite vited vited terview fant fection fected haler sist tense struct mediate portant prove proved prison pact press
    charge charged cuss cussed cussion ease tress tressed trict appear appeared close closed closure turb abled ability count til employed accident
    accidental molestation""".split()
)


def by_prefix(between: Between) -> Difference | None:
    """A word with a denying beginning in the one and without it in the other: unsupervised and supervised, insecure and secure."""
    first, second = between.first, between.second
    if first.start != second.start and not (first.news or second.news):
        return None
    for denying, saying in between.either_way():
        if _roots(denying).isdisjoint(words_in(saying.words)):
            continue
        said = _said(saying)[1]
        for root, word in sorted(_prefixed(denying).items()):
            if (
                said.get(root)
                and word.endswith(said[root])
                and root not in _prefixed(saying)
                and root not in words_in(denying.words)
            ):
                words = f"“{word}” in {between.name(denying)}, “{said[root]}” in {between.name(saying)}"
                return between.told("outcome", f"They exclude each other: {words}.", 0.6)
    return None


@once
def _roots(facts: Facts) -> frozenset[str]:
    """What is left of the words that may have a denying beginning."""
    return frozenset(
        word.removeprefix(each) for word in words_in(facts.words) for each in DENYING_STARTS if word.startswith(each)
    )


DENYING_STARTS = ("un", "in", "im", "dis", "non")


@once
def _prefixed(facts: Facts) -> dict[str, str]:
    """The words with a denying beginning, by what they would be without it."""
    matches = [match for match in PREFIXED.finditer(facts.words) if match[1] not in NO_ROOTS]
    denied, said = _said(facts) if matches else ({}, {})
    found = {}
    for match in matches:
        known, root = shorten(match[0]), shorten(match[1])
        if root not in said and known not in denied:
            found[root] = match[0]
    return found


def _counts(case: Case, word: str, *both: Facts) -> bool:
    """Whether a word is one of the field's, or rare in this case; and nobody's and no place's name."""
    if is_name(case, word):
        return False
    return word in SAYING or (case.rarity(stem(word)) >= RARE and not any(_is_a_name(word, facts.text) for facts in both))


def is_name(case: Case, word: str) -> bool:
    """Whether a word without its ending is somebody's name."""
    people = case.people
    return any(word == shorten(name) for names in (people.given, people.surnames) for name in names)


def _is_a_name(word: str, text: str) -> bool:
    return re.search(rf"(?<=[a-z,] ){word.capitalize()}", text) is not None


@once
def _said(facts: Facts) -> tuple[dict[str, str], dict[str, str]]:
    """The words that a record denies and those that it says, each with how it stands there."""
    denied: dict[str, str] = {}
    said: dict[str, str] = {}
    denies, unsure, how = 0, 0, ""
    words = tokens_of(facts.words)
    for at, word in enumerate(words):
        if word in CLAUSE_ENDS:
            denies = unsure = 0
        elif word == "to" and at and words[at - 1] in GIVEN_TO:
            continue  # "subject to" says so
        elif word in NEGATIONS or word in OPEN:
            unsure = UNSURE if word in OPEN else unsure
            if word in NEGATIONS or word in DENYING:
                denies, how = (WITHIN_NO if word in NONE_OF else WITHIN if word in NEGATIONS else 1), word
        elif word not in SMALL:
            known = shorten(word)
            if denies:
                next_word = denies >= (WITHIN_NO - 1 if how in NONE_OF else WITHIN) or how in OPEN
                if _may_be_denied(known, how, next_word=next_word, unsure=bool(unsure)):
                    denied.setdefault(known, f"{how} {word}")
            elif not unsure and (known in SAYING or _may_count(known)):
                _say(known, word, _after_all(words, at + 1), denied, said)
            denies, unsure = max(denies - 1, 0), unsure if denies else max(unsure - 1, 0)
    return denied, said


def _say(known: str, word: str, after: str, denied: dict[str, str], said: dict[str, str]) -> None:
    """A word is said to be so; or denied, where what follows says so: "medical refused"."""
    if not after:
        said.setdefault(known, word)
    elif after in NOT_SO and known in SAYING:
        denied.setdefault(known, f"{word} {after}")


def _may_be_denied(word: str, how: str, *, next_word: bool, unsure: bool) -> bool:
    return (word in SAYING and not unsure) or (next_word and how in DENYING and _may_count(word))


def _may_count(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word not in PASSING


def _after_all(words: Sequence[str], at: int) -> str:
    """The word that follows another and says that it is not there; nothing where none does."""
    while at < len(words) and words[at] in BETWEEN:
        at += 1
    if words[at : at + 2] == ("not", "to"):
        return ""  # "bail not to go there"
    return words[at] if at < len(words) and words[at] in AFTER_ALL else ""
