"""In which legal standing somebody is, and for which kind of harm a child has a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from chronology.analysis.differences.between import Between, Difference, once, words_in
from chronology.analysis.differences.clauses import of_the_family, read
from chronology.analysis.differences.kin import may_be_one
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.phrases import tokens_of

TO_COURT = r"to (?:appear (?:at|before) |attend )?(?:\w+ ){0,2}(?:court|mags|magistrates)"
STANDINGS = {
    "the child's legal standing": {
        "section 20": r"section 20|s ?20|voluntar\w+ (?:accommodat\w+|arrangement|agreement|care)|(?:here|placed|accommodated|in care) (?:by|with) (?:parental |mother's |her |voluntary )?(?:agreement|consent)",
        "police protection": r"police protection|ppo|section 46|s ?46",
        "an emergency protection order": r"emergency protection order|epo",
        "an interim care order": r"interim care order|ico",
        "a full care order": r"(?:full|final) care order|care order (?:made|granted)|(?:on|subject (?:of|to)) a care order",
        "a supervision order": r"(?:interim )?supervision order",
        "special guardianship": r"special guardianship|sgo",
    },
    "the mental health standing": {
        "section 136": r"section 136|s ?136",
        "section 2": r"section 2|s ?2",
        "section 3": r"section 3|s ?3",
        "informal": r"informal(?:ly)? (?:admi\w+|patient)|admitted informally|informal basis|voluntary (?:admission|patient)|as an? informal|(?:came|brought|attended|admitted|went)(?: \w+){0,2} voluntarily",
    },
    "the sentence": {
        "a community order": r"community order|unpaid work (?:order|requirement)|youth rehabilitation order|yro|referral order",
        "a suspended sentence": r"suspended (?:\w+ )?(?:sentence|term)|sentence suspended|sso|(?:months|weeks|years|custody),? (?:all |wholly )?suspended|suspended (?:for )?(?:\d+|a year|two years)|\d+ (?:weeks?|months?|wk|mths?) suspended",
        "prison": r"immediate custody|imprison\w+|jailed|sent to prison|(?<!suspended )custodial (?:sentence|term)|\d+ (?:months|mths|weeks|years)'? (?:in )?(?:imp|prison|custody)\b(?!,? (?:all |wholly )?suspended)|detention and training order",
        "a fine or a discharge": r"(?:was |been )?fined|conditional discharge|absolute discharge",
        "an acquittal": r"acquitted|not guilty verdict|found not guilty|case dismissed",
    },
    "how the police left it": {
        "bail": rf"(?:on|police|pre-?charge|conditional) bail|bailed(?! {TO_COURT})|bail(?=[.,;]?$)|let out on bail",
        "released under investigation": r"under investigation|rui|released pending (?:\w+ )?(?:enquiries|inquiries|investigation)",
        "a charge": rf"(?<!phone )(?<!fully )charged(?! (?:up|at|for|£))|bailed {TO_COURT}|postal (?:requisition|charge)|requisitioned|remanded|(?:police|cps) (?:to|will) charge|to be (?:charged|prosecuted)|summonsed|reported for summons|authorised (?:a |the )?charges?|(?:has|got|given|have) a (?:court|trial) date|(?:to|will|must) (?:appear|go) (?:in|at|before) (?:the )?(?:\w+ )?(?:court|magistrates|mags|bench)|(?:up|due|is|appearing) (?:in|at|before) (?:(?:the|youth|crown|magistrates'?) )*(?:court|magistrates|bench)(?: (?:over|for|about|on)\b)",
        "no further action": r"nfa|no further (?:police )?action|released without charge|no offences? (?:disclosed|made out)|crime filed|no prosecution|not (?:to )?(?:be )?prosecuted|police[^.;]{0,20} no action",
        "a caution or resolution": r"cautioned|caution given|community resolution|conditional caution|youth caution|words of advice|let off with|fixed penalty|penalty notice|out[- ]of[- ]court (?:disposal|resolution)",
    },
    "the placement": {
        "foster care": r"foster (?:carers?|care|placement|home|mother|family)",
        "a children's home": r"children's home|residential (?:home|placement|unit|care|school)",
        "relatives": r"kinship|connected (?:persons?|carers?)|(?:placed|stay\w*|living|gone|moved) with (?:her |his |their |the )?(?:maternal |paternal )?(?:grand\w+|nan|aunt|uncle|relatives|family friends?)",
        "supported lodgings": r"supported lodgings|semi[- ]independent|supported (?:living|accommodation)",
        "a secure unit": r"secure (?:unit|accommodation|placement|home)",
    },
}
STANDING = {
    about: {name: re.compile(rf"\b(?:{words})\b(?!\d|/)") for name, words in values.items()}
    for about, values in STANDINGS.items()
}
STANDING_WORDS = frozenset(
    """section s20 s46 s136 s2 s3 order epo ico sgo ppo protection guardianship informal informally voluntary accommodated plan plans
    category categories cpp registered subject under voluntarily community suspended sentence custody let penalty prosecuted prosecution police pending summonsed date summons authorised postal magistrates bench court imprisoned imprisonment jailed prison custodial imp
    fined discharge acquitted guilty dismissed bail bailed rui investigation charged remanded nfa action charge cautioned caution resolution advice
    foster residential children's kinship connected grandparents grandmother nan aunt uncle relatives lodgings independent supported secure
    unpaid rehabilitation referral sso detention agreement consent""".split()
)
MAYBE = re.compile(
    r"\b(?:consider\w*|discuss\w*|if|seek\w*|apply|applying|application|applied|legal advice|threshold for|not|no|refused|declined|should|would|could|may|might|possible|previous|until|expires?|expired|ended|instead)\b"
)
NO_ACTION = re.compile(
    r"\b(?:no|not (?:to )?(?:be )?) ?(?:further (?:\w+ )?action|action|prosecut(?:ion|ed)|offences? (?:disclosed|made out))\b|\bended (?:in|with)\b"
)
# Whom a court has bailed was charged.
BEFORE_COURT = re.compile(r"\b(?:guilty|pleads?|pleaded|plea|convicted|pre-?sentence|psr)\b")
PARTS_OF_SENTENCE = re.compile(r"[,;] ")
CATEGORIES = re.compile(r"\b(neglect|emot|phys|sex)(?:ional|ical|ual)?\b")
IN_FULL = {"neglect": "neglect", "emot": "emotional", "phys": "physical", "sex": "sexual"}
OF_CATEGORY = re.compile(r"\b(?:categor(?:y|ies)|harm|abuse|conference|icpc|rcpc|under|plans?|registered|subject|cpp)\b")


def by_status(between: Between) -> Difference | None:
    """Under which section or order somebody is, and for which kind of harm a child is on a plan."""
    if any(STANDING_WORDS.isdisjoint(words_in(each.words)) for each in (between.first, between.second)):
        return None
    for about, values in STANDING.items():
        for mine, theirs, by_name in _of_one(between, values):
            if mine.isdisjoint(theirs) and not _followed(between, mine, theirs, list(values)):
                told = f"They differ on {about}: {min(mine)} in the one, {min(theirs)} in the other."
                return between.told("outcome", told, OF_RECORD if by_name and about in AT_LAW else 0.7)
    if not between.first.meetings & between.second.meetings:
        return None
    mine, theirs = _categories(between.first), _categories(between.second)
    if mine and theirs and mine.isdisjoint(theirs):
        return between.told("outcome", f"The kind of harm is {min(mine)} in the one, {min(theirs)} in the other.", 0.65)
    return None


def _of_one(between: Between, values: dict[str, re.Pattern[str]]) -> Iterator[tuple[set[str], set[str], bool]]:
    """What the two say of one person each, and whether he is named by both; where one of them names nobody, of all together."""
    case = between.case
    mine = _standings(case, between.first, values)
    theirs = _standings(case, between.second, values) if mine else {}
    if not theirs:
        return
    pairs = [
        (one, other)
        for one, other in product(mine, theirs)
        if any(may_be_one(case, here, there) for here, there in product(one, other))
    ]
    if pairs:
        yield from ((mine[one], theirs[other], True) for one, other in pairs)
    elif NOBODY in mine or NOBODY in theirs:
        yield set().union(*mine.values()), set().union(*theirs.values()), False


AT_LAW, OF_RECORD = frozenset({"how the police left it", "the sentence"}), 0.75  # which nobody puts in his own way
NOBODY: frozenset[str] = frozenset()


def _followed(between: Between, mine: set[str], theirs: set[str], order: list[str]) -> bool:
    """Whether hours later somebody was under what usually follows: held by the police in the morning, under section by the evening."""
    first, second = between.first, between.second
    (one, earlier), (other, later) = sorted(
        ((first, mine), (second, theirs)), key=lambda each: (each[0].start, each[0].minute or 0)
    )
    if earlier <= BRIEF and one.start != other.start:
        return True
    if one.minute is None or other.minute is None or one.start != other.start:
        return False
    return other.minute - one.minute > HOURS and max(map(order.index, earlier)) < min(map(order.index, later))


BRIEF = frozenset({"section 136", "police protection"})  # which end within days, in something else
HOURS = 120  # minutes


def _standings(case: Case, facts: Facts, values: dict[str, re.Pattern[str]]) -> dict[frozenset[str], set[str]]:
    """For each person whom the words name beside it, as all who may be meant, and for nobody by name, the standings."""
    found: dict[frozenset[str], set[str]] = {}
    if not any(sign.search(facts.words) for sign in values.values()):
        return found
    of_court = BEFORE_COURT.search(facts.words) is not None
    for sentence in facts.sentences_in_full:
        people: set[frozenset[str]] = set()
        for words in PARTS_OF_SENTENCE.split(sentence):
            people = _people(case, words) or people  # "Sharma not charged, remains on bail" is of Sharma
            if not MAYBE.search(NO_ACTION.sub(" ", words)):
                standings = {name for name, sign in values.items() if sign.search(words) and not (name == "bail" and of_court)}
                for who in (people or {NOBODY}) if standings else ():
                    found[who] = found.get(who, set()) | standings
    return found


def _people(case: Case, words: str) -> set[frozenset[str]]:
    """Who of the family is named: a surname may be that of any who bears it."""
    named = of_the_family(case, read(case, words))
    known, of_surname = case.people.professionals, case.people.by_surname
    for token in tokens_of(words):
        bearing = frozenset(f"={person}" for person in of_surname.get(token, ()) if person not in known)
        if bearing and named.isdisjoint(bearing):
            return {frozenset({each}) for each in named} | {bearing}
    return {frozenset({each}) for each in named}


@once
def _categories(facts: Facts) -> set[str]:
    return {IN_FULL[match[1]] for match in CATEGORIES.finditer(facts.words)} if OF_CATEGORY.search(facts.words) else set()
