"""What came of it: held or not, passed on or not, decided one way or the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, quoted, words_in
from chronology.analysis.differences.opposites import opposed
from chronology.analysis.facts import Facts
from chronology.analysis.known import OPENING
from chronology.analysis.records import YES
from chronology.analysis.vocabulary.kinds import WORRY
from chronology.analysis.vocabulary.meetings import MEETING_WORDS
from chronology.analysis.vocabulary.services import SERVICE_WORDS

CANCELLED = re.compile(
    r"\b(?:cancel\w*|postpon\w+|called off|did not (?:take place|go ahead|happen|proceed)|reschedul\w+|re-schedul\w+|not (?:held|quorate)|adjourn\w+|rearrang\w+|re-arrang\w+"
    r"|stood down|abandoned|deferred|put (?:off|back)|new date)\b"
)

HELD = re.compile(
    r"\b(?:attend(?:ed|ance)|took place|went ahead|held|chaired|present|there|reviewed|gone through|discussed|agreed|contributed)\b"
)

NOT_PASSED_ON = re.compile(
    r"(?<!\bis )(?<!\bbe )\b(?:not|never|n't) (?:been )?(?:mentioned|raised|told|informed|shared|passed on|received|disclosed|discussed|reported|made aware)\b"
    r"|\bno (?:mention|concerns?|worries|disclosure|information|detail|safeguarding concerns?)\b(?! about (?:the )?visit)"
    r"|\bnothing (?:about|of|to (?:worry|report|suggest|add)|said|was said|mentioned|concerning|untoward|more|passed|else)\b"
    r"|\bdid not (?:mention|say|tell|raise|pass|share|report)\b|\b(?:general|routine) (?:update|catch[ -]?up|chat)\b|\bgeneral enquiry\b"
    r"|\b(?:nobody|no ?one|no one) (?:had |has |ever )*(?:told|informed|notified|contacted|mentioned|rang|invited|said)\b|\b(?:had|have|has) not (?:been )?(?:told|invited|informed|notified|heard)\b|\bfirst (?:we|i|the school|this agency) (?:had |have )?(?:heard|knew|known)\b|\bno (?:letter|call|invitation|notice|notification|message|invite)\b(?! left| back)|\bfound out (?:from|by|that|later|only)\b|\bnot (?:been )?invited\b|\bno invit\w+"
    r"|\bnothing (?:came|arrived|had (?:come|arrived|been)|has (?:come|arrived|been)|received|in from|on (?:the )?(?:file|system))\b|\bno (?:trace|sign|record) of (?:a |an |any |the |this |that |our |their )?(?:\w+ )?(?:call|referral|report|e-?mail|letter|message|contact|notification|form|fax|minutes)\b|\bneither \w+ nor \w+ (?:were|was|had been) (?:told|informed|notified|contacted|invited)\b"
    r"|\bnever (?:arrived|reached|received|got|sent)\b|\bdid not (?:arrive|reach (?:us|me|the|this|here)|receive|get (?:the|a|any|it)|hear (?:of|from|about))\b|\bnot (?:arrived|come through|on (?:the |our )?system|attached|enclosed|included|copied|been sent|sent to us)\b"
    r"|\bno (?:referral|copy|minutes|report|record|notes|paperwork|documents?|e-?mail|fax|attachments?|plan|papers?|form|results?|handover)(?:,| or| and|s)?(?: \w+){0,6}? (?:came|received|arrived|attached|enclosed|with it|found|traced|reached|followed|provided|sent)\b"
    r"|\bonly (?:a |an |the |one )?(?:\w+ ){1,4}(?:came|arrived|received|attached|enclosed|was sent|reached)\b"
    r"|\bunaware\b|\bnot aware\b|\bno record of (?:any |a |the |this )?(?:call|referral|contact|message|notification)\b|\bonly (?:said|told|mentioned)\b"
)

DONE_BY = re.compile(
    r"\b(?P<thing>nrm|(?:marac |mash |safeguarding |section \d+ )?(?:referral|notification|report|alert|application|form|call))"
    r" (?:was |is |to be |been |has been )?(?:made|sent|submitted|done|completed|raised) by (?P<who>[^.;,]{2,30})"
)
DONE = re.compile(
    r"\b(?:made|sent|submitted|completed|raised|did|put in|(?:to|will|is to|are to) (?:do|complete|submit|make|send|raise|fill in)) (?:the |a |an )?"
    r"(?P<thing>nrm|(?:marac |mash |safeguarding |section \d+ )?(?:referral|notification|report|alert|application|form|call))\b"
)

RESTRICTED = re.compile(
    r"\b(?:not to|must not|no contact|not allowed|not permitted|supervised(?: contact)? only|unsupervised|barred|excluded)\b"
)

HOME_WITH = re.compile(r"\b(?:home|discharged|live|stay|return\w*|placed?|remain)\b[^.;]{0,25}\bwith\b[^.;]{0,40}\band\b")

OFTEN = re.compile(
    r"\b(daily|twice[ -]weekly|twice a week|weekly|fortnightly|every (?:two weeks|fortnight|day|week|month|four weeks)|monthly"
    r"|(?:once|twice) a (?:day|week|month)|ten[ -]day|every ten days)\b(?= (?:\w+ ){0,2}(?:visit|contact|weigh|weight|check|call|test|session|support|review|meeting|midwi))"
)

OFTEN_AFTER = re.compile(
    r"\b(?:visit\w*|contact|weigh\w*|checks?|calls?|tests?|sessions?|support|feeds?|respite|family time|overnights?)\b[^.;]{0,40}?"
    r"\b(daily|twice[ -]weekly|twice a week|weekly|fortnightly|every (?:two weeks|fortnight|day|week|month|four weeks)|monthly|(?:once|twice|three times) a (?:day|week|month))\b"
)

SAME_OFTEN = {
    "once weekly": "weekly",
    "every day": "daily", "once a day": "daily", "every week": "weekly", "once a week": "weekly", "every two weeks": "fortnightly",
    "every fortnight": "fortnightly", "twice a week": "twice weekly", "twice-weekly": "twice weekly", "every month": "monthly",
    "once a month": "monthly", "every four weeks": "monthly", "ten day": "every ten days", "ten-day": "every ten days",
}  # fmt: skip

# What was agreed in the one and is not allowed in the other.
CONDITIONS = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"\bunsupervised\b", r"(?<!un)\bsupervised\b"),
        (
            r"(?<!not )\b(?:may|can|able to|allowed to|free to|will|to) (?:now )?(?:return|stay|live|visit|move back|remain)\b(?! (?:with grand|away))",
            (
                r"\b(?:not|no longer|never) (?:allowed |permitted |able )?to (?:return|stay|live|visit|move back|remain|reside)\b"
                r"|\b(?:must|has to|have to|had to|asked to|told to|agreed to|required to|should) (?:leave|move out|stay away|live elsewhere|not (?:return|stay|live))\b"
            ),
        ),
        (
            r"\bcontact (?:to )?(?:resume|restart|continue)\w*|\bcontact agreed\b",
            r"\bno contact\b|\bcontact (?:suspended|stopped|to stop|to cease)\b",
        ),
    )
)

GRADE = re.compile(
    r"\b(very high|high|medium|standard|low)[ -](?:level )?risk\b|\brisk (?:assessed as |graded (?:as )?|level )?(high|medium|standard|low)\b|\b(?:ppn|dash|form \w+)[ ,:]+(high|medium|standard)\b"
)


def by_held(between: Between) -> Difference | None:
    """A meeting that one says was held and the other that it was not."""
    first, second = between.first, between.second
    same = first.meetings & second.meetings
    if not same:
        return None
    for off, on in between.either_way():
        if CANCELLED.search(off.told_of) and not CANCELLED.search(on.words) and HELD.search(on.words):
            name = MEETING_WORDS.get(min(same), "meeting")
            return between.told(
                "held", f"{between.name(on)} says that the {name} was held, {between.name(off)} that it was not.", 0.85
            )
    return None


def by_receipt(between: Between) -> Difference | None:
    """What one passed on, the other says it was not told."""
    for deaf, telling in between.either_way():
        services = between.case.services
        rang = telling.kinds & PASSED_ON and services.mentioned(telling.services, telling.people, deaf.agency)
        told = SAYS_TOLD.search(telling.words) and (
            services.mentioned(telling.services, telling.people, deaf.agency) or _not_by(between, deaf, telling)
        )
        if _is_the_hearing(between, telling, deaf):
            continue
        if (telling.second_hand and not (rang or told)) or not _says_not_told(deaf) or NOT_PASSED_ON.search(telling.words):
            continue
        named = between.case.services.mentioned(deaf.services, deaf.people, telling.agency) or between.case.services.mentioned(
            telling.services, telling.people, deaf.agency
        )
        if named and (telling.kinds & WORRY or telling.said or told):
            return between.told(
                "received",
                f"{between.name(telling)} has it passed on, {between.name(deaf)} was not told of it, or not of all of it.",
                0.7,
            )
    return None


def _says_not_told(deaf: Facts) -> bool:
    """Whether a record says that nothing was passed on; "no concerns" says so only of a call or a contact."""
    if DENYING.isdisjoint(words_in(deaf.words)):
        return False
    found = [match.group() for match in NOT_PASSED_ON.finditer(deaf.words)]
    if all(NO_CONCERN.match(each) for each in found):
        return bool(found) and (deaf.second_hand or bool(OF_A_CALL.search(deaf.words[:OPENING])))
    return True


def _is_the_hearing(between: Between, telling: Facts, deaf: Facts) -> bool:
    """Whether what looks like the telling came from the other itself, or after the other wrote that it had heard nothing."""
    if FROM.search(telling.words[:BEGINNING]) and between.case.services.mentioned(telling.from_whom, (), deaf.agency):
        return True
    if telling.meetings & deaf.meetings:
        return False
    if telling.start != deaf.start:
        return telling.start > deaf.start
    return telling.minute is not None and deaf.minute is not None and telling.minute > deaf.minute


BEGINNING = 20  # letters in which a record says from whom it came
FROM = re.compile(r"\bfrom\b|\b(?:told|informed|notified|advised) by\b")
DENYING = frozenset(
    """not never no nothing nobody noone neither unaware only general routine first found wasn't weren't hasn't haven't hadn't didn't isn't
    don't doesn't couldn't""".split()
)
NO_CONCERN = re.compile(r"no (?:concern|worr)")


def _not_by(between: Between, deaf: Facts, telling: Facts) -> bool:
    """Whether the one says in one sentence that the other did not tell it."""
    for sentence in deaf.sentences_in_full:
        if (match := NOT_PASSED_ON.search(sentence)) and between.case.services.mentioned(
            between.case.services.named(sentence[match.end() :]), (), telling.agency
        ):
            return True
    return False


PASSED_ON = frozenset({"phone_call", "referral"})
SAYS_TOLD = re.compile(
    r"\b(?:told|informed|invited|notified|sent|advised|aware|e-?mailed|wrote|written|copied|letter|invitation|rung|rang|phoned|telephoned|spoke (?:to|with)|faxed|submitted|referred|referral|reported|portal|uploaded|handed|shared|passed|circulated|distributed|posted|served|delivered)\b"
)


def by_part_received(between: Between) -> Difference | None:
    """Who was rung notes the call and nothing of the harm of which the one who rang has it that they were told."""
    for telling, hearing in between.either_way():
        if hearing.kinds & HARM or not telling.kinds & HARM or telling.news or telling.start != hearing.start:
            continue
        services = between.case.services
        from_them = services.mentioned(hearing.services, hearing.people, telling.agency)
        to_them = services.mentioned(telling.services, telling.people, hearing.agency)
        seen_there = hearing.record.child_seen == YES or SEEN_THERE.match(hearing.words)
        if from_them and to_them and hearing.second_hand and not seen_there and OF_A_CALL.search(hearing.words[:OPENING]):
            return between.told(
                "received",
                f"{between.name(hearing)} notes the call and nothing of what {between.name(telling)} tells of harm.",
                0.6,
            )
    return None


HARM = frozenset({"strangling", "injury", "weapon", "sexual_harm", "self_harm", "poisoning", "death", "collapse", "incident"})
SEEN_THERE = re.compile(r"(?:seen|reviewed|assessed|visited|met|examined)\b")
OF_A_CALL = re.compile(r"\b(?:call|rang|phoned|telephoned|message|e-?mail\w*|spoke|contact)\b")


def by_outcome(between: Between) -> Difference | None:
    """Outcomes that exclude each other."""
    first, second = between.first, between.second
    for about, here, there in opposed(first, second):
        if (
            about in OF_A_MOMENT
            and first.start != second.start
            and not (first.news or second.news or first.later or second.later)
        ):
            continue
        return between.told("outcome", f"They differ on {about}: “{here}” and “{there}”.", 0.7)
    mine, theirs = _grades(first), _grades(second)
    if mine and theirs and mine.isdisjoint(theirs) and mine | theirs != {"high", "very high"}:
        return between.told("outcome", f"The risk is {min(mine)} in the one, {min(theirs)} in the other.", 0.6)
    return None


# What may be one way on one day and the other way on the next.
OF_A_MOMENT = frozenset(
    {
        "whether anybody had drunk or taken anything", "whether the home was fit", "how the parent took it", "whether anybody answered",
        "whether somebody was conscious", "whether a weapon was found", "whether there was school", "whether somebody came", "how somebody did",
        "whether it was locked", "whether the child was supervised", "whether it was known",
    }
)  # fmt: skip


def _grades(facts: Facts) -> set[str]:
    return {next(filter(None, match.groups())) for match in GRADE.finditer(facts.words)}


def by_doer(between: Between) -> Difference | None:
    """Both say that one thing was done, each by another agency: "referral submitted by the police"."""
    mine, theirs = _done_by(between, between.first), _done_by(between, between.second)
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


def _done_by(between: Between, facts: Facts) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    if MADE.isdisjoint(words_in(facts.words)):
        return found
    said = [(match["thing"], match["who"]) for match in DONE_BY.finditer(facts.words)]
    for match in DONE.finditer(facts.words):
        before = CLAUSE.split(facts.words[max(0, match.start() - WHO) : match.start()])[-1]
        said.append((match["thing"], before))
    for thing, who in said:
        services = frozenset(each for each in between.case.services.named(who) if each[0] != "=")
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
    if mine and theirs and mine.isdisjoint(theirs):
        return between.told("condition", f"How often differs: {min(mine)} in the one, {min(theirs)} in the other.", 0.7)
    for free, bound in between.either_way():
        for allowed, forbidden in CONDITIONS:
            if (
                allowed.search(free.words)
                and not forbidden.search(free.words)
                and forbidden.search(bound.words)
                and not allowed.search(forbidden.sub(" ", bound.words))
            ):
                words = f"“{quoted(allowed, free)}” and “{quoted(forbidden, bound)}”"
                return between.told("condition", f"What was agreed differs: {words}.", 0.7)
    for bound, free in between.either_way():
        if (
            RESTRICTED.search(bound.words)
            and HOME_WITH.search(free.words)
            and not RESTRICTED.search(free.words)
            and bound.meetings & free.meetings
        ):
            return between.told(
                "condition",
                f"{between.name(bound)} has a condition, “{quoted(RESTRICTED, bound)}”, that {between.name(free)} has not.",
                0.65,
            )
    return None


HOW_OFTEN = frozenset("daily weekly fortnightly monthly every once twice three ten".split())


def _often(facts: Facts) -> set[str]:
    if HOW_OFTEN.isdisjoint(words_in(facts.words)):
        return set()
    found = [*OFTEN.finditer(facts.words), *OFTEN_AFTER.finditer(facts.words)]
    return {SAME_OFTEN.get(match.group(1), match.group(1)) for match in found}
