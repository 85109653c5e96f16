"""Whether somebody who was waited for saw the child: left before CAMHS came, by the one, and seen by CAMHS by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, says, words_in
from chronology.analysis.facts import Case, Facts

LOOKED = r"(?:seen|assessed|examined|reviewed|spoken to|looked at|interviewed|visited|met)"
WHO = r"(?P<who>[^.;,:]{2,40}?)"
NOT_SEEN_BY = (
    # "Left the ward before the CAMHS worker arrived", "went home without being seen by a doctor".
    re.compile(
        rf"\b(?:left|went|gone|discharged|taken|walked|absconded|going|self[- ]discharg\w+)\b(?:[^.;]|\.\d){{0,60}}?\b(?:before|without|prior to)\b (?:\w+ ){{0,2}}?(?:(?:being |having been )?{LOOKED} by |(?:the |any |a |an )?){WHO}"
        r"(?= (?:arrived|came|attended|could|had|got|was able|were able|saw|assess\w+|review\w*|interview|did|who)|[.;,]|$)"
    ),
    re.compile(
        rf"\b(?:not|never)(?: (?:yet|been|being|in the end))* {LOOKED} (?:\w+ ){{0,2}}?by {WHO}(?= (?:on|at|in|as|before|because|today|and|due|who)\b|[.;,]|$)"
    ),
    re.compile(
        r"(?:^|[.;,:] |\b(?:and|but|so) )(?:the )?(?P<who>[\w' -]{2,30}?) (?:did not|didn't|could not|couldn't|never|was unable to|were unable to|was not able to) (?:get to |manage to )?(?:see|saw|assess(?:ed)?|examine[d]?|review(?:ed)?|speak to|spoke to|meet|met) (?:him|her|them|the (?:child|patient|baby|young person))\b|(?:^|[.;,:] )(?P<whom>[\w' -]{2,30}?) (?:gave|phoned in|rang with|offered) (?:\w+ ){0,2}advice only\b"
    ),
)
NEEDED = frozenset("before without prior not never only didn't couldn't unable".split())
SEEN_BY = re.compile(
    rf"\b{LOOKED}(?: (?!by\b)[\w']+){{0,4}}? by (?P<who>[^.;:]{{2,40}})|(?:^|[.;,:] |\b(?:that|said|says|and) )(?P<whom>[^.;,:]{{2,40}}?) (?:saw|assessed|examined|reviewed|spoke (?:to|with)|talked (?:to|with)|met(?: with)?|had seen|looked at) (?:him|her|them|[a-z]+)\b"
)
OWN_LOOK = re.compile(
    rf"\b{LOOKED}\b(?! by (?!me|us|dr|the (?:team|crisis)))|\b(?:assessment|review|examination) (?:of|on|completed|done|carried out|undertaken|by)|\b(?:i|we) (?:saw|met|spoke|assessed|examined)\b|\b(?:saw|spoke (?:to|with)|met) (?:him|her|them|[a-z]+) (?:alone|on|in|at|for)\b"
)
DENIED = re.compile(
    rf"\b(?:not|never|without|before|unable|awaiting|to be|n't)\b[^.;]{{0,30}}\b(?:{LOOKED}|see|assess\w*|arriv\w+|came)\b"
)
DOCTOR = re.compile(r"\b(?:dr|doctors?|paediatrician|consultant|registrar|medic|clinician)\b")


def by_left_unseen(between: Between) -> Difference | None:
    """The child left before somebody came by the one, and was seen by that somebody by the other."""
    for one, other in between.either_way():
        if one.start != other.start or not (waited_for := _waited_for(one)):
            continue
        services = between.case.services.named(waited_for)
        doctor = DOCTOR.search(waited_for) is not None
        itself = between.case.services.mentioned(services, (), other.agency) and not other.news
        if (itself and says(OWN_LOOK, other) and not says(DENIED, other)) or _seen_by(
            between.case, other, services, doctor=doctor
        ):
            name = between.name
            return between.told(
                "child_seen", f"{name(one)} has somebody gone unseen by {waited_for}, {name(other)} has them seen.", 0.75
            )
    return None


@once
def _waited_for(facts: Facts) -> str:
    """Who did not see somebody, in the record's words."""
    if NEEDED.isdisjoint(words_in(facts.words)):
        return ""
    found = (
        (match["who"] or match.groupdict().get("whom") or "").strip()
        for sign in NOT_SEEN_BY
        for match in sign.finditer(facts.words)
    )
    return next((who for who in found if WORD.search(who)), "")


WORD = re.compile(r"[a-z]{2}")


def _seen_by(case: Case, facts: Facts, services: frozenset[str], *, doctor: bool) -> bool:
    """Whether a record says that somebody of these services, or a doctor, saw the child."""
    if says(DENIED, facts):
        return False
    for match in SEEN_BY.finditer(facts.words):
        who = match["who"] or match["whom"]
        if (doctor and DOCTOR.search(who)) or not services.isdisjoint(case.services.named(who)):
            return True
    return False
