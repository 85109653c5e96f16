"""Whether a meeting, a visit or a session took place."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says, words_in
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.meetings import MEETING_WORDS

CANCELLED = re.compile(
    r"\b(?:cancel\w*(?! on (?:me|us|him|her|them))|postpon\w+|called off|did not (?:take place|go ahead|happen|proceed)|reschedul\w+|re-schedul\w+|not (?:held|quorate)|adjourn\w+|rearrang\w+|re-arrang\w+"
    r"|no ?one (?:there|else (?:there|came)|came|turned up)(?! from| to| for)|nobody (?:else )?(?:there|came|turned up)(?! from| to| for)|room (?:was|stayed|stood|sat) empty|empty room|sat waiting|waited (?:\w+ ){0,5}(?:and|then) (?:left|went)|(?:worker|sw|chair) (?:has |had )?forgot\w*|not called|never (?:happened|took place|held)|inquorate|aborted|stood down|abandoned|deferred|put (?:off|back)(?! (?:on|in|to|with|under)\b(?! (?:next|another|a later|the following|\w+day)\b))|(?:meeting|group|conference|review|discussion|tac|taf|cin|panel) (?:is |was )?off(?! site|-site)|(?:new|fresh|another) date|be another day|pulled (?:as|at|because|before)|would not open|given up (?:after|on)|turned back|found it locked|scrapped|fell through|told (?:that )?it was off|not convened|not (?:be )?(?:happening|going ahead)|(?:say|said|hear|saying) (?:that )?it (?:was|is|had been) (?:off|cancelled)|not run|did not run|(?:was|were|been|is) pulled|(?:been|was|were|is) (?:moved|shifted|bumped|pushed back) to (?:next|another|a later|the following|\w+day|\d+)|(?:not|n't) (?:\w+ )?hold (?:it|the \w+)|doors? (?:was |were )?(?:locked|shut)|assumed? (?:it (?:was |is )?)?(?:cancelled|off)|(?:there (?:was|is|would be|had been)|having) (?:none|no (?:\w+ ){0,2}meeting)|no (?:\w+ ){0,2}(?:meeting|group|conference|review|discussion)(?: (?:was|is|would be|had been))? (?:going ahead|today|after all|held|took place|happened|convened|on\b))\b|^no (?:\w+ ){0,2}(?:meeting|group|conference|review|discussion)\b(?=[,.;]| (?:as|because|since|today))"
)

HELD = re.compile(
    r"\b(?:attend(?:ed|ance)|took place|went ahead|held|chaired|present|there|today|met|by (?:tele)?phone|good discussion|actions|outcome|reviewed|gone through|discussed|agreed|contributed)\b"
)


def by_held(between: Between) -> Difference | None:
    """A meeting that one says was held and the other that it was not."""
    for off, on in between.either_way():
        same = on.meetings & (off.meetings | off.planned)
        if not same or not CANCELLED.search(off.told_of) or WAS_HELD.search(CANCELLED.sub(" ", off.told_of)):
            continue
        if not says(CANCELLED, on) and (says(HELD, on) or not on.news):
            name = MEETING_WORDS.get(min(same), "meeting")
            return between.told(
                "held", f"{between.name(on)} says that the {name} was held, {between.name(off)} that it was not.", 0.85
            )
    return None


# What may be held or not, in the words of those who keep such things.
THINGS = frozenset(
    """meeting panel visit session appointment appt contact review conference clinic assessment interview lesson hearing court group class test scan
    operation supervision programme mediation assembly handover discussion""".split()
)
NOT_HELD = re.compile(
    r"\b(?:cancel\w*(?! on (?:me|us|him|her|them))|postpon\w+|called off|(?:session|visit|lesson|class|club|group|meeting|clinic|contact|appointment|training|panel) (?:is |was |were )?off(?! site|-site)|rang off|did not (?:take place|go ahead|happen|proceed|run|start)|didn't (?:take place|go ahead|happen|run)|reschedul\w+|not (?:held|run|kept)|adjourn\w+"
    r"|rearrang\w+|nobody (?:else )?(?:there|came|turned up)(?! from| to| for)|no ?one (?:else )?(?:there|came|turned up)|never happened|never took place|stood down|abandoned|put (?:off|back)(?! (?:on|in|to|with|under)\b)|(?:new|fresh|another) date|be another day|pulled (?:as|at|because|before)|would not open|given up (?:after|on)|turned back|found it locked|scrapped|fell through"
    r"|(?:worker|officer|lady|chair|sw|nurse|midwife|doctor) (?:was |is )?(?:ill|sick|off|poorly|stuck)|turned (?:us |her |him |them )?away|nothing signed|ran out of time|not (?:heard|discussed|reached|got to)|deferred)\b"
)
WAS_HELD = re.compile(
    r"\b(?<!\bnothing )(?<!\bnot )(?:attended|took place|went ahead|go ahead|held|chaired|met with|done|completed|delivered|agreed|contract|signed|discussed|heard|worked on|talked (?:about|through)|hours|(?:minutes|an hour) (?:on|of)|came away with|decided|gone through|good session|engaged|went (?:well|fine)|had (?:his|her|their)|all present|four professionals)\b"
)


def by_taken_place(between: Between) -> Difference | None:
    """Of one day, one has it cancelled or nobody there, the other tells what was done or agreed at it."""
    first, second = between.first, between.second
    if first.start != second.start:
        return None
    for off, on in between.either_way():
        if says(NOT_HELD, on) or not says(NOT_HELD, off) or not says(WAS_HELD, on) or on.planned & off.meetings:
            continue
        at_once = off.minute is not None and off.minute == on.minute
        same = _things(off) & _things(on) or (_things(on) if at_once else frozenset())
        if same and (at_once or not (off.second_hand or on.second_hand)) and not WAS_HELD.search(NOT_HELD.sub(" ", off.words)):
            thing = min(same)
            return between.told(
                "held", f"{between.name(on)} says that the {thing} took place, {between.name(off)} that it did not.", 0.7
            )
    return None


@once
def _things(facts: Facts) -> frozenset[str]:
    found = {word.removesuffix("s") for word in words_in(facts.words)} & THINGS
    return frozenset(found | ({"meeting"} if facts.gathering or facts.meetings else set()))
