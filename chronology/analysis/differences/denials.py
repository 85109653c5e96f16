"""What the one says there was none of, and the other has; and in which legal standing somebody is."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, words_in
from chronology.analysis.facts import Facts

# Things that are there or not. "No" before one of them is a statement; beside it the thing itself is another.
THINGS = re.compile(
    r"\b(overnights?|fractures?|loss of consciousness|vomiting|rash|fever|temperature|bleeding|seizures?|weapons?|knife|knives|alcohol|interpreter"
    r"|bail(?= condition|$|[.;,])|bail conditions|injunction|non[- ]molestation|protection plan|overdose|medication|medicines|heating|electricity|gas|hot water"
    r"|bedding|mattress|cot|stair ?gates?|smoke alarms?|car seat|furniture|carpets?|curtains|toys|cooker|fridge|nappies|milk|eye contact|smell|needles|syringes|cannabis"
    r"|drugs|paraphernalia|dog|dogs|pets|lodger|support worker|appropriate adult|advocate|solicitor|passport|keys?|phone|money|benefits|discharge letter|safety plan"
    r"|red book|birth certificate|uniform|lunch|coat|shoes|glasses|hearing aids?|wheelchair|hoist|feed|oxygen|suction|blood|head injury|swelling|limp|wheeze|jaundice)\b"
)
NEGATED = re.compile(
    r"\b(?:no|without|nil|not (?:any|have|had|got|given|provided|on|taking)|never|lack(?:s|ed|ing)?(?: of)?)(?: (?:any|a|an|signs? of|evidence of|visible))? $"
)
UNSURE = re.compile(
    r"\b(?:no|not|without|nil|never|denie[sd]|denying|if|whether|risk of|refused|declined|need\w*|should|would|could|query|possible|awaiting|wait\w*|ask\w*|request\w*|lack\w*|stop\w*|any|to|for|future|previous|past|history of|allerg\w+|\?)\b"
)
NOT_AFTER_ALL = re.compile(
    r"(?: (?:was|were|is|are|has|had|have|been|now|still|all|both|seen|has been|had been))* (?:not|broken|off|cut|out of|disconnected|missing|removed|refused|declined"
    r"|stopped|lost|needed|required|excluded|ruled out|absent|none|nil|negative|unlikely|lacking|clear|free|\?)"
)
# What "no weapon" and "no drugs" also deny: the thing in somebody's hand, or found.
OF_A_KIND = {
    "weapon": re.compile(
        r"\b(?:(?:had|has|with|holding|held|armed with|brandish\w*|wield\w*|produced|used|threatened with|recovered|seized|found) (?:a |an |the )?(?:\w+ ){0,2}|(?:no|not) )?(?:knife|machete|blade|bat|hammer|gun|firearm|axe|sword)\b"
        r"(?: in (?:his|her) hand| found| recovered| seized| used| produced)?"
    ),
    "drug": re.compile(
        r"\b(?:(?:no|not) )?(?:cannabis|cocaine|heroin|crack|ketamine|amphetamine|mdma|spice|wraps)\b(?: found| recovered| seized)?"
    ),
    "pet": re.compile(r"\b(?:no )?(?:dogs?|cats?|puppy|puppies|kittens?|rabbits?|snakes?|parrots?)\b"),
    "head injury": re.compile(
        r"\b(?:no |not )?(?:skull fracture|fractured skull|subdural|bleed on the brain|intracranial \w+|concuss\w+|brain injury)\b"
    ),
    "alcohol": re.compile(r"\b(?:no )?(?:vodka|cider|beer|lager|wine|empty cans|drunk|intoxicated|smelt of drink)\b"),
}
BEFORE = 25  # letters before a thing in which it may be denied or doubted


def by_denial(between: Between) -> Difference | None:
    """There was none of a thing by the one, the other has it: no overnight stay, no fracture, no heating."""
    for without, having in between.either_way():
        denied = _denied(without)
        if not denied:
            continue
        there = _asserted(having) - _denied(having)
        for thing in sorted(denied & OF_A_KIND.keys() - _asserted(without)):
            if (kind := OF_A_KIND[thing].search(having.words)) and not kind[0].startswith(("no ", "not ")):
                return between.told(
                    "outcome", f"{between.name(without)} has “no {thing}”, {between.name(having)} has “{kind[0]}”.", 0.65
                )
        for thing in sorted((denied & there) - _asserted(without)):
            return between.told(
                "outcome", f"{between.name(without)} has “no {thing}”, {between.name(having)} has “{thing}”.", 0.65
            )
    return None


@once
def _denied(facts: Facts) -> set[str]:
    if NO_AT_ALL.search(facts.words) is None:
        return set()
    return {
        _one(match[1])
        for match in THINGS.finditer(facts.words)
        if NEGATED.search(facts.words[max(0, match.start() - 40) : match.start()])
    }


NO_AT_ALL = re.compile(r"\b(?:no|without|nil|not|never|lack)")


@once
def _asserted(facts: Facts) -> set[str]:
    return {
        _one(match[1])
        for match in THINGS.finditer(facts.words)
        if not UNSURE.search(CLAUSE.split(facts.words[max(0, match.start() - BEFORE) : match.start()])[-1])
        and not NOT_AFTER_ALL.match(facts.words, match.end())
    }


CLAUSE = re.compile(r"[.;:\n]")


def _one(thing: str) -> str:
    return thing if thing.endswith("ss") else thing.removesuffix("s")


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
        "a suspended sentence": r"suspended (?:\w+ )?(?:sentence|term)|sentence suspended|sso|(?:months|weeks),? suspended",
        "prison": r"immediate custody|imprison\w+|jailed|sent to prison|(?<!suspended )custodial (?:sentence|term)|\d+ (?:months|mths|weeks|years)'? (?:in )?(?:imp|prison|custody)\b|detention and training order",
        "a fine or a discharge": r"(?:was |been )?fined|conditional discharge|absolute discharge",
        "an acquittal": r"acquitted|not guilty verdict|found not guilty|case dismissed",
    },
    "how the police left it": {
        "bail": r"(?:on|police|pre-?charge|conditional) bail|bailed",
        "released under investigation": r"under investigation|rui",
        "a charge": r"charged with|charged and|has been charged|was charged|remanded",
        "no further action": r"nfa|no further (?:police )?action|released without charge",
        "a caution or resolution": r"cautioned|caution given|community resolution|conditional caution|words of advice",
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
    category categories cpp registered subject under voluntarily community suspended sentence custody imprisoned imprisonment jailed prison custodial imp
    fined discharge acquitted guilty dismissed bail bailed rui investigation charged remanded nfa action charge cautioned caution resolution advice
    foster residential children's kinship connected grandparents grandmother nan aunt uncle relatives lodgings independent supported secure
    unpaid rehabilitation referral sso detention agreement consent""".split()
)
MAYBE = re.compile(
    r"\b(?:consider\w*|discuss\w*|if|seek\w*|apply|applying|application|applied|legal advice|threshold for|not|no|refused|declined|should|would|could|may|might|possible|previous|until|expires?|expired|ended|instead)\b"
)
PARTS_OF_SENTENCE = re.compile(r"[,;] ")
CATEGORIES = re.compile(r"\b(neglect|emotional|physical|sexual)\b")
OF_CATEGORY = re.compile(r"\b(?:categor(?:y|ies)|harm|abuse|conference|icpc|rcpc|under|plans?|registered|subject|cpp)\b")


def by_status(between: Between) -> Difference | None:
    """Under which section or order somebody is, and for which kind of harm a child is on a plan."""
    if any(STANDING_WORDS.isdisjoint(words_in(each.words)) for each in (between.first, between.second)):
        return None
    for about, values in STANDING.items():
        mine, theirs = _standings(between.first, values), _standings(between.second, values)
        if mine and theirs and mine.isdisjoint(theirs):
            return between.told("outcome", f"They differ on {about}: {min(mine)} in the one, {min(theirs)} in the other.", 0.7)
    if not between.first.meetings & between.second.meetings:
        return None
    mine, theirs = _categories(between.first), _categories(between.second)
    if mine and theirs and mine.isdisjoint(theirs):
        return between.told("outcome", f"The kind of harm is {min(mine)} in the one, {min(theirs)} in the other.", 0.65)
    return None


def _standings(facts: Facts, values: dict[str, re.Pattern[str]]) -> set[str]:
    found: set[str] = set()
    if not any(sign.search(facts.words) for sign in values.values()):
        return found
    for clause in (each for sentence in facts.sentences_in_full for each in PARTS_OF_SENTENCE.split(sentence)):
        if not MAYBE.search(clause):
            found |= {name for name, sign in values.items() if sign.search(clause)}
    return found


@once
def _categories(facts: Facts) -> set[str]:
    return {match[1] for match in CATEGORIES.finditer(facts.words)} if OF_CATEGORY.search(facts.words) else set()
