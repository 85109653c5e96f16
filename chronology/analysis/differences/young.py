"""Which of the children were at a meeting of grown people by a record of it, and which were not."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import once_in_case, says
from chronology.analysis.facts import Case, Facts

PARTS = re.compile(r"[.;:!?](?:\s|$)|\n| but | while | whilst | although | and (?=[A-Z])")
# What only those do of whom it is told that they were in the room; what somebody said or felt may be reported by others.
CAME = re.compile(
    r"^(?:[\w'’-]+,? ){0,3}?(?:also |then |both |all )?(?:came(?! (?:home|back|out|round|down|off))|attended(?! (?:school|nursery|college|clinic|hospital|every|most|all|both|his|her|well|the (?:clinic|appointment)))|joined(?: us| in| by| the| for|\W|$)"
    r"|took part|sat (?:in|with|through|beside|next|at|between)|stood up|spoke (?:up|for (?:him|her)|to the (?:meeting|conference|room)|in person)|read (?:out|his|her|from|a|the)|chaired (?:his|her|part)|(?:was |were )?(?:present|there|in the room|in attendance|in person)(?: for| throughout|\W|$))"
)
LISTED = re.compile(r"\b(?:[Pp]resent|[Ii]n attendance|[Aa]ttended by|[Aa]ttendees|[Ii]n the room):? (?P<listed>[A-Z(].*)")
AWAY = re.compile(
    r"\b(?:(?:did|could|would|was|were|has|had)(?: not|n't|nt) (?:able to |want to |wish to |feel able to |ready to )?(?:attend(?! (?:school|nursery|college|clinic|hospital))|come(?! (?:home|back|out|down))|join|take part|be there|present\b|there\b|invited|in attendance|at the meeting|face)"
    r"|(?:had )?(?:chose|chosen|elected|opted|preferred|decided|asked) (?:not to (?:come|attend|join|be there|take part)|to (?:be|stay|remain|go) (?:in|at|to|with) )|(?:declined|refused) to (?:come(?! (?:home|back|out|down))|attend(?! (?:school|nursery|college|clinic|hospital))|join|take part)"
    r"|(?:stayed|remained|kept|was|were) (?:\w+ )?(?:in|at) (?:lessons?|class|the classroom|his class|her class|an exam)\b|(?:stayed|kept) away|not (?:present|in attendance)|sent (?:a |his |her )?(?:apologies|letter instead|drawing instead))"
)


@once_in_case
def young_there(case: Case, facts: Facts) -> frozenset[str]:
    """The children who came, by name."""
    if not (facts.meetings or facts.gathering):
        return frozenset()
    found: set[str] = set()
    for sentence in facts.sentences_as_written:
        listed = LISTED.search(sentence)
        if listed and not DENIED.search(listed["listed"]):
            found |= _children(case, listed["listed"])
        for part in PARTS.split(sentence):
            match = None if DENIED.search(part) else CAME.match(part.strip())
            if match:
                found |= _children(case, part.strip()[: match.end()])
    return frozenset(found)


DENIED = re.compile(r"\b(?:not|never|nobody|neither|without|will|would|should|may|might|if|apologies|for|about)\b|n't\b")


@once_in_case
def young_away(case: Case, facts: Facts) -> frozenset[str]:
    """The children who stayed away from the meeting, by name."""
    if not (facts.meetings or facts.gathering) or not says(AWAY, facts):
        return frozenset()
    found: set[str] = set()
    for sentence in facts.sentences_as_written:
        for part in PARTS.split(sentence):
            if match := AWAY.search(part):
                found |= _children(case, part[: match.start()])
    return frozenset(found)


def _children(case: Case, words: str) -> set[str]:
    return {person for person in case.people.named_in(words) if person in case.people.children}
