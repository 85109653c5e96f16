"""What the one says was not so, and the other says was so, in the same word: "not sedated" and "sedated", "no key" and "key taken"."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.analysis.differences.between import Between, Difference, once
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.phrases import CLAUSE_ENDS, tokens_of
from chronology.analysis.vocabulary.stems import shorten

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
WITHIN = 2  # words behind a negation that it may deny
UNSURE = 4  # words behind a word of doubt of which nothing is said


def by_negation(between: Between) -> Difference | None:
    """The same word, with and without "not", of one day."""
    first, second = between.first, between.second
    if first.start != second.start and not (first.news or second.news):
        return None
    case = between.case
    for denying, saying in between.either_way():
        denied, said = _said(denying)
        if not denied:
            continue
        others_denied, others_said = _said(saying)
        for word in sorted((denied.keys() & others_said.keys()) - said.keys() - others_denied.keys()):
            if word in case.people.given or word in case.people.surnames:
                continue
            return between.told(
                "outcome",
                f"{between.name(denying)} has “{denied[word]}”, {between.name(saying)} has “{others_said[word]}”.",
                0.6,
            )
    return None


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
        elif word in NEGATIONS:
            denies, how = WITHIN, word
        elif word in OPEN:
            unsure = UNSURE
        elif word not in SMALL:
            known = shorten(word)
            if denies:
                denies -= 1
                if known in SAYING and not unsure:
                    denied.setdefault(known, f"{how} {word}")
            elif unsure:
                unsure -= 1
                said.setdefault(f"?{known}", word)
            elif known in SAYING and not _after_all(words, at + 1):
                said.setdefault(known, word)
    return denied, {word: how for word, how in said.items() if word[0] != "?"}


def _after_all(words: Sequence[str], at: int) -> bool:
    """Whether what follows a word says that it is not there."""
    while at < len(words) and words[at] in BETWEEN:
        at += 1
    return at < len(words) and words[at] in AFTER_ALL
