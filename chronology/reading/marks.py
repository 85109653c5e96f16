"""The short answers of a chronology: was the child seen, seen alone."""

from __future__ import annotations

import re

from chronology.reading.times import fold

YES, NO, NOT_APPLICABLE = "yes", "no", "n/a"
NOT_RECORDED = re.compile(
    r"(?:y ?/ ?n|yes ?/ ?no)(?: ?/ ?n/?a)?|(?:n/?\.?k\.?|not (?:known|recorded|stated|clear|noted"
    r"|specified)|un(?:known|clear|recorded|specified|stated)|unsure|tbc|\?+|blank|nr|n/r|no record"
    r"|no entry)\b.*|\?+"
)
DOES_NOT_APPLY = re.compile(
    r"(?:[-_/. ]+|n\.?[/\\. ]?a\.?(?:$|[ ,;:(-].*)|not (?:applicable|relevant|required|appropriate"
    r"|born|yet born)\b.*|none?$|nil|does not apply.*|unborn\b.*|pre-?birth.*)"
)
SEEN_IN_COMPANY = re.compile(r"(?:child(?:ren)? )?(?:was |were )?not (?:seen|spoken to) (?:alone|on (?:his|her|their) own)")
SAYS_NO = re.compile(
    r"(?:n|ns|no|none|false|0|nope|\u2717|\u2718|\u2716|\u274c|\u2612)(?:$|[^a-z0-9].*)|(?:not|never"
    r"|wasn'?t|were ?n'?t|was not|were not|did not|didn'?t|unseen|absent|away|asleep and not seen"
    r"|could not|unable|no access|no reply|failed|dna|fta|wnb)\b.*|(?:child(?:ren)?|baby|he|she|they"
    r"|both|all|sibling\w*|\w+) (?:was |were )?(?:not|never|wasn'?t|weren'?t) .*"
)
SAYS_YES = re.compile(
    r"(?:y|yes|ye|yep|yeah|true|1|\u2713|\u2714|\u2705|\u2611|\u2611\ufe0f|\u2714\ufe0f|tick"
    r"|ticked)(?:$|[^a-z0-9].*)|(?:yes|seen|sighted|observed|present|spoken to|all|both|some|partly"
    r"|partially|briefly|in part|heard|visited|met)\b.*|(?:child(?:ren)?|baby|he|she|they|sibling\w*"
    r"|\w+(?: (?:and|&) \w+)?) (?:was |were |only )?(?:seen|sighted|observed|present|spoken to)\b.*"
    r"|.*\bonly$"
)
ALONE = re.compile(r".*\b(?:alone|on (?:his|her|their) own|1[: -]?1|one to one|individually)\b.*")
NOT_ALONE = re.compile(
    r".*\b(?:not (?:seen |spoken to )?(?:alone|on (?:his|her|their) own)|with (?:mother|mum|father"
    r"|dad|parent\w*|carer\w*|sibling\w*|family|grand\w*|staff|both)|in (?:the )?presence of"
    r"|accompanied)\b.*"
)


def read_mark(text: str) -> tuple[str | None, bool]:
    """Yes, no, not applicable or nothing, and whether the words could be understood."""
    words = fold(text).strip(" .,;:*\"'()")
    if not words and text.strip(" \t\n\"'"):
        words = fold(text)
    if not words or NOT_RECORDED.fullmatch(words):
        return None, True
    if SEEN_IN_COMPANY.fullmatch(words):
        return YES, True
    for answer, pattern in ((NOT_APPLICABLE, DOES_NOT_APPLY), (NO, SAYS_NO), (YES, SAYS_YES)):
        if pattern.fullmatch(words):
            return answer, True
    return None, False


def alone_beside(text: str) -> str | None:
    """What a "seen" cell says about being alone, as in "Yes - with mother" or "seen alone at school"."""
    words = fold(text)
    if NOT_ALONE.fullmatch(words):
        return NO
    return YES if ALONE.fullmatch(words) and read_mark(text)[0] == YES else None


def together(answers: list[str | None]) -> str | None:
    """One answer for several children's columns: seen when any was seen."""
    for answer in (YES, NO, NOT_APPLICABLE):
        if answer in answers:
            return answer
    return None
