"""What came of it: decided one way or the other, by whom it is done, on which conditions."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, once_in_case, quoted, says, words_in
from chronology.analysis.differences.clauses import Clause, of_others, of_the_family, sentence_of
from chronology.analysis.differences.opposites import BY_ITSELF, opposed
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.daily_matters import OF_A_DAY, OF_MOODS
from chronology.analysis.vocabulary.denying import OF_PEOPLE
from chronology.analysis.vocabulary.matters import OF_THE_MOMENT
from chronology.analysis.vocabulary.services import SERVICE_WORDS
from chronology.analysis.words import informative, stem

DONE_BY = re.compile(
    r"\b(?P<thing>nrm|(?:marac |mash |safeguarding |section \d+ )?(?:referral|notification|report|alert|application|form|call))"
    r" (?:was |is |to be |been |has been )?(?:made|sent|submitted|done|completed|raised) by (?P<who>[^.;,]{2,30})"
)
DONE = re.compile(
    r"\b(?:made|sent|submitted|completed|raised|did|put in|(?:to|will|is to|are to) (?:do|complete|submit|make|send|raise|fill in)) (?:the |a |an )?"
    r"(?P<thing>nrm|(?:marac |mash |safeguarding |section \d+ )?(?:referral|notification|report|alert|application|form|call))\b"
)

# Of calls each agency makes its own.
OFTEN = re.compile(
    r"\b(?P<often>daily|twice[ -]weekly|twice a week|weekly|fortnightly|every (?:two weeks|fortnight|day|week|month|four weeks)|monthly"
    r"|(?:once|twice) a (?:day|week|month)|ten[ -]day|every ten days)\b(?= (?:\w+ ){0,2}(?P<what>visit|contact|family time|weigh|check|test|session|support|review|meeting|midwi))"
)

OFTEN_AFTER = re.compile(
    r"\b(?P<what>visit|contact|weigh|check|test|session|support|feed|respite|family time|overnight)\w*\b[^.;]{0,40}?"
    r"\b(?P<often>daily|twice[ -]weekly|twice a week|weekly|fortnightly|every (?:two weeks|fortnight|day|week|month|four weeks)|monthly|(?:once|twice|three times) a (?:day|week|month))\b"
)

SAME_OFTEN = {
    "once weekly": "weekly",
    "every day": "daily", "once a day": "daily", "every week": "weekly", "once a week": "weekly", "every two weeks": "fortnightly",
    "every fortnight": "fortnightly", "twice a week": "twice weekly", "twice-weekly": "twice weekly", "every month": "monthly",
    "once a month": "monthly", "every four weeks": "monthly", "ten day": "every ten days", "ten-day": "every ten days",
}  # fmt: skip

# Doses are supervised too.
SUPERVISED = r"(?<!un)(?<!on )(?<!daily )\bsupervised\b(?! (?:consumption|dos|dispens|pick|script|swallow|self|daily))"
# What was agreed in the one and is not allowed in the other.
CONDITIONS = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (
            r"(?<!no )(?<!not )\bunsupervised\b",
            SUPERVISED + r"|\b(?:no|not|never|nor|cannot)\b[^.;]{0,60}?\bunsupervised\b",
        ),
        (
            r"\b(?:can|may|to|will) (?:still |now )?(?:carry on|go on|continue|keep on|keep) (?:with )?(?:collecting|taking|picking|having|looking after|caring for)\b|\b(?<!who )(?:allowed|permitted|able|free|can|may) (?:to )?(?:collect|take|pick|have|look after|care for|be alone with)\b|\bno (?:restrictions?|limits?)\b",
            SUPERVISED
            + r"|\bno unsupervised\b|\bcontact centre\b|\b(?:never|must not|not to be) (?:be )?(?:left )?(?:alone|on (?:his|her|their) own)\b|\bnot (?:to )?(?:be (?:left )?alone|collect|take|have (?:him|her|them)|care for)\b|\bnot allowed\b|\bmust not\b",
        ),
        (
            (
                r"(?<!not )\b(?:(?:may|can|able to|allowed to|free to) (?:now )?visit|(?:stays?|remains?) where (?:he|she|they) (?:is|are)|(?:may|can|able to|allowed to|free to|will|to|should) (?:now )?(?:return|stay|live|move back"
                r"|remain|(?:carry on|keep|continue|go on) (?:living|staying|sleeping)|keep (?:his|her|the) (?:room|place|keys?)))\b(?! (?:with (?:grand|(?:his|her|their|an?) )|(?:with|at) (?:(?:his|her|their|the|an?|maternal|paternal) )?\w+(?:'s|s')|(?:with|at) (?:maternal |paternal )?(?:relatives|family|friends)|with (?:mr|mrs|ms|miss) |with (?:him|her|them)(?=[.;,]|$)|at the (?:coast|sea|seaside|caravan)|for (?:a bit|now|tea)|at (?:the )?(?:refuge|hospital|hostel)|away|out|elsewhere|off))"
            ),
            (
                r"\b(?:not|no longer|never) (?:allowed |permitted |able )?to (?:return|stay|live|visit|move back|remain|reside)\b"
                r"|\b(?:must|has to|have to|had to|asked to|told to|agreed to|required to|should|needs to|is to|are to) (?:leave|move (?:out|elsewhere|on|away)|stay (?:away|elsewhere)|live elsewhere|sleep elsewhere|not (?:return|stay|live)|(?:be )?out of|be (?:out|gone|elsewhere)|get out|vacate|quit|go elsewhere|find (?:somewhere|another (?:place|room|address)|other))\b|\bto (?:be (?:out of|gone|elsewhere)|vacate|quit|find (?:somewhere|another (?:place|room|address)))\b"
                r"|\b(?:to|will|should|would|must|and|is|are) (?:be|stay|live|remain|keep|sleep|move|go|sofa surf) (?:right |well |on )?(?:away(?! with)|elsewhere|out)\b(?! of (?:sight|bed|school|contact|hours))"
                r"|\b(?:is|are|to be|be|stay|stays|keep|keeps|move|moves) (?:out of|away from) (?:the |his |her |their )?(?:flat|home|house|property|address|family home)\b"
                r"|\b(?:to|will|should|would) (?:go|move|stay|live|sleep|be|remain) (?:to|with|at|in with) (?!mum|mother|mam|dad|father|nursery|school|children)[a-z]{3,}'s\b"
                r"|\b(?:to|will|should|would) (?:go|move|stay|live|sleep|be|remain) (?:to|with|at|in with) (?:his|her|their) (?:own )?(?!child|children|baby|son|daughter)(?:\w+'s|\w+s'|mother|mum|father|dad|parents|sister|brother|uncle|aunt|cousin|friend|nan)\b|\b(?:to|will) (?:go|move) (?:in)?to (?:a |the )?refuge\b"
                r"|\b(?:leaves?|quits?|vacates?) the (?:home|house|flat|property|address)\b|\b(?:moves|moving|leaves|leaving|stays|staying|lives|living) (?:out(?! of)|away(?! with)|elsewhere)\b|\b(?:must|has to|have to|is to|needs? to|will) go(?= (?:by|today|tonight|now|this|at once|before|within|straight)|[.,;]|$)|\b(?:ordered|directed) (?:him |her |them )?(?:to leave|out)\b|\b(?:turned|thrown) (?:him |her |them )?out\b|\bput (?:(?:him|her|them) out|out of)\b"
            ),
        ),
        (
            r"\b(?:can|may) (?:now |still )?(?:contact|write to|text|phone|message) (?:him|her|them|mum|mother|dad|father|the (?:children|child|family))\b|\b(?:free|allowed|permitted|able) to (?:text|ring|call|phone|write|message|e-?mail|contact|see|visit|come)\b|\bfree to (?:\w+ ){0,3}as\b",
            (
                r"\bbar(?:s|red|ring)? (?:\w+ ){0,3}(?:contact|communicat\w+|coming|going|visit\w*)\b|\bno (?:direct |indirect |direct or indirect )?(?:contact|communication)\b"
                r"|\bnot (?:to be )?(?:let|allowed|permitted) (?:in|through|on|onto|to (?:contact|visit|come|see))\b|\bnot to contact\b|\bno visit\w*\b"
            ),
        ),
        (
            r"\b(?:alone with|on (?:his|her|their) own with|by (?:him|her)self with)\b|\b(?:has|have|having|takes?|sees?) (?:\w+ ){1,4}(?:on (?:his|her|their) own|by (?:him|her|them)sel(?:f|ves))\b|\bsupervision (?:\w+ ){0,3}(?:ended|end|over|lifted|stopped|finished)\b",
            r"\b(?:supervised|in the (?:room|bay|house)|with (?:them|him|her)|present|indoors \w+ \w+) throughout\b|\bonly (?:while|when) (?:a|the|his|her) \w+ (?:is|are)\b",
        ),
        (
            r"\bcontact (?:to )?(?:resume|restart|continue)\w*|\bcontact agreed\b",
            r"\bno contact\b|\bcontact (?:suspended|stopped|to stop|to cease)\b",
        ),
    )
)

GRADE = re.compile(
    r"\b(very high|high|medium|standard|low)[ -](?:level )?risk\b|\brisk (?:assessed as |graded (?:as )?|level )?(high|medium|standard|low)\b|\b(?:ppn|dash|form \w+)[ ,:]+(high|medium|standard)\b|\bgraded (?:him |her |them |it |this |as )*(high|medium|standard|low)\b"
)


def by_outcome(between: Between) -> Difference | None:
    """Outcomes that exclude each other, of one day or one meeting: what is heard days later may be of what has come since."""
    first, second = between.first, between.second
    together = first.start == second.start or bool(first.meetings & second.meetings)
    if not together and not _names_day(first, second) and not _names_day(second, first):
        return None
    for about, here, there in opposed(between):
        if not together and about not in BY_ITSELF:
            continue
        if (
            about in OF_A_MOMENT
            and first.start != second.start
            and not (first.news or second.news or first.later or second.later)
        ):
            continue
        if about == WHO_AGREED and not _to_one_thing(between, here, there):
            continue
        if about == WHO_CAME and first.meetings | second.meetings and "attended" in {here, there}:
            continue  # that is the agency itself, at a meeting
        if about == OF_PROTECTION and not first.meetings & second.meetings:
            continue  # on the way a plan is also spoken of that was, or that another child has
        if about == PLACEMENT and not all(
            each.meetings or each.gathering or REVIEW.match(each.words) for each in (first, second)
        ):
            continue  # what was said of it on the way is no decision
        return between.told(
            "outcome", f"They differ on {about}: “{here}” and “{there}”.", 0.75 if _is_formal(between, about) else 0.7
        )
    mine, theirs = _grades(first), _grades(second)
    if mine and theirs and mine.isdisjoint(theirs) and mine | theirs != {"high", "very high"}:
        return between.told("outcome", f"The risk is {min(mine)} in the one, {min(theirs)} in the other.", 0.6)
    return None


def _names_day(later: Facts, earlier: Facts) -> bool:
    day = earlier.start
    return later.start > day and (day in later.meant or (day.month, day.day) in later.days)


def _is_formal(between: Between, about: str) -> bool:
    """Whether it was decided in words of its own, which nobody puts in his own way: by the police, or at one meeting."""
    return about == "the charge" or (about in FORMAL and bool(between.first.meetings & between.second.meetings))


FORMAL = frozenset({"the plan", "the order", "whether there is a section 47 enquiry"})
WHO_AGREED = "whether somebody agreed"
REVIEW = re.compile(r"(?:[\w-]+ ){0,3}(?:review|hearing|panel|court)\b")
PLACEMENT = "whether the child stays in the placement"
OF_PROTECTION = "whether there is to be a protection plan"
WHO_CAME = "whether somebody came"
# What may be one way on one day and the other way on the next.
OF_A_MOMENT = frozenset(about for about, *_ in OF_THE_MOMENT + OF_A_DAY + OF_MOODS) | frozenset(
    {
        "whether anybody had drunk or taken anything", "whether the home was fit", "how the parent took it", "whether anybody answered",
        "whether somebody was conscious", "whether a weapon was found", "whether there was school", "whether somebody came", "how somebody did",
        "whether it was locked", "whether the child was supervised", "whether it was known",
    }
)  # fmt: skip


def _to_one_thing(between: Between, here: str, there: str) -> bool:
    """Whether what the one agreed to is what the other refused: a word of both behind it."""
    first, second = between.first, between.second
    shared = (_behind(first, here) & _behind(second, there)) - OF_AGREEING
    return any(between.case.rarity(word) >= RATHER_RARE for word in shared)


def _behind(facts: Facts, phrase: str) -> set[str]:
    at = facts.words.find(phrase)
    if at < 0:
        return set()
    return set(informative(CLAUSE.split(facts.words[at + len(phrase) : at + len(phrase) + OBJECT])[0])) | set(informative(phrase))


OF_AGREEING = frozenset(
    map(
        stem,
        """agree agreed agreement want wants wanted wish wishes happy keen willing accept accepts accepted refuse refused decline declined
        give gave given consent consented sign signed allow let ask asked go come stay be have""".split(),
    )
)
OBJECT = 50  # letters behind a word of agreeing in which it is said to what
RATHER_RARE = 2.0


@once
def _grades(facts: Facts) -> set[str]:
    return {next(filter(None, match.groups())) for match in GRADE.finditer(facts.words)}


def by_doer(between: Between) -> Difference | None:
    """Both say that one thing was done, each by another agency: "referral submitted by the police"."""
    mine, theirs = _done_by(between.case, between.first), _done_by(between.case, between.second)
    for thing in sorted(mine.keys() & theirs.keys()):
        one, other = mine[thing], theirs[thing]
        if one.isdisjoint(other):
            who = [SERVICE_WORDS.get(min(each), min(each).replace("_", " ")) for each in (one, other)]
            return between.told(
                "outcome",
                f"The {SHOUTED.sub(lambda each: each[0].upper(), thing)} is by {who[0]} in the one, by {who[1]} in the other.",
                0.65,
            )
    return None


MADE = frozenset("nrm referral notification report alert application form call".split())
SHOUTED = re.compile(r"\b(?:nrm|marac|mash)\b")


@once_in_case
def _done_by(case: Case, facts: Facts) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    if MADE.isdisjoint(words_in(facts.words)):
        return found
    said = [(match["thing"], match["who"]) for match in DONE_BY.finditer(facts.words)]
    for match in DONE.finditer(facts.words):
        before = CLAUSE.split(facts.words[max(0, match.start() - WHO) : match.start()])[-1]
        said.append((match["thing"], before))
    for thing, who in said:
        services = frozenset(each for each in case.services.named(who) if each[0] != "=")
        if services:
            name = thing.removesuffix(" referral")
            found[name] = found.get(name, frozenset()) | services
    return found


CLAUSE = re.compile(r"[.;,:]")
WHO = 30  # letters before a deed in which its doer is named


def by_condition(between: Between) -> Difference | None:
    """What was agreed: how often, and who is not allowed what."""
    first, second = between.first, between.second
    mine, theirs = _often(first), _often(second)
    for what in sorted(mine.keys() & theirs.keys()):
        if mine[what].isdisjoint(theirs[what]):
            here, there = (min(each[what]) for each in (mine, theirs))
            return between.told("condition", f"How often differs: {here} in the one, {there} in the other.", 0.7)
    for free, bound in between.either_way():
        for allowed, forbidden in CONDITIONS:
            if (
                says(allowed, free)
                and says(forbidden, bound)
                and not says(forbidden, free)
                and not allowed.search(forbidden.sub(" ", bound.words))
                and _of_one_person(
                    between.case, sentence_of(between.case, free, allowed), sentence_of(between.case, bound, forbidden)
                )
            ):
                words = f"“{quoted(allowed, free)}” and “{quoted(forbidden, bound)}”"
                return between.told("condition", f"What was agreed differs: {words}.", 0.7)
    return None


def _of_one_person(case: Case, free: Clause, bound: Clause) -> bool:
    """Whether both are of one person: by name, as "he" or "she", or with nobody named by either; or of one rather rare thing."""
    if of_others(case, free, bound):
        return False
    may, must = of_the_family(case, free), of_the_family(case, bound)
    of_children = bool(OF_CHILDREN.search(free.words)) != bool(OF_CHILDREN.search(bound.words))
    if bool(may) == bool(must) and not of_children:
        return True
    unnamed = bound if may else free
    return (not of_children and bool(ANYBODY.search(unnamed.words))) or any(
        case.rarity(stem) >= RATHER_RARE for stem in free.stems & bound.stems
    )


OF_CHILDREN = re.compile(
    rf"\b(?:{'|'.join(sorted(OF_PEOPLE))}) (?:both |all |now )*(?:can|may|could|will|to|are|is|must|should|have|has)\b"
)
ANYBODY = re.compile(r"\b(?:he|she|they|him|her|them)\b")

HOW_OFTEN = frozenset("daily weekly fortnightly monthly every once twice three ten".split())


@once
def _often(facts: Facts) -> dict[str, set[str]]:
    """For visits, contact, weighing and the like each how often they are to be."""
    found: dict[str, set[str]] = {}
    if HOW_OFTEN.isdisjoint(words_in(facts.words)):
        return found
    for match in (*OFTEN.finditer(facts.words), *OFTEN_AFTER.finditer(facts.words)):
        what = SAME_THING.get(match["what"], match["what"])
        found.setdefault(what, set()).add(SAME_OFTEN.get(match["often"], match["often"]))
    return found


SAME_THING = {"family time": "contact", "midwi": "visit"}
