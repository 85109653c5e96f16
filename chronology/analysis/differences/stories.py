"""What the same person is said to have told of it: that he was out, and that he held the baby; in bed, and gone since tea."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once_in_case, quoted, says
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, may_be_one, person_of
from chronology.analysis.differences.medicines import ENDINGS
from chronology.analysis.facts import Case, Facts

MEDICINE = (
    r"(?:doses?|tablets?|pills?|capsules?|meds?|medicines?|medication|insulin|inhalers?|injections?|drops|methadone|steroids?|antibiotics?"
    rf"|[a-z]+(?:{ENDINGS}))"
)
# For each matter what the one tells and what the other tells.
STORIES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (about, re.compile(one), re.compile(other))
    for about, one, other in (
        (
            "where the child was",
            r"\bput (?:(?:him|her|them|\w+) )?(?:down|to (?:bed|sleep)|in (?:bed|his cot|her cot))\b|\b(?:asleep|sleeping) in (?:bed|his|her)\b|\blooked in\b|\bchecked on (?:him|her|them)\b|\btucked (?:\w+ )?(?:up|in)\b|\bin (?:his|her) (?:bed|cot|room) (?:all|since|from|at|when)\b",
            r"\bwent out\b|\bgone out\b|\b(?:not|never|had not) (?:set eyes|seen (?:him|her|them)|clapped eyes)\b|\bout (?:all|since)\b|\b(?:climbed|crept|sneaked|slipped|got) out\b|\bleft the (?:house|home|flat)\b|\b(?:had )?not (?:been|come) (?:home|back)\b",
        ),
        (
            "whether he had the child alone",
            r"\bnever (?:been |being |is |was |left )*(?:alone|on (?:his|her|their) own|by (?:him|her)self) with\b|\bnever (?:has|had|looks? after|looked after|minds|minded) (?:him|her|them|the (?:baby|child|children)) (?:alone|on (?:his|her) own|by)\b",
            r"(?<!never )(?<!been )(?<!not )(?<!left )\b(?:alone|on (?:his|her|their) own) with\b|\b(?:minds|minding|babysits|babysat|looks after|looked after|has|had) (?:him|her|them|the (?:baby|child|children|twins)) (?:\w+ ){0,2}(?:while|when|whenever)\b",
        ),
        (
            "how the night was",
            r"\bslept (?:right |all |well|soundly|through|the night)|\b(?:did|had) not (?:wake|woken?|stir)(?:red)?\b|\bsettled night\b",
            r"\b(?:up|awake|crying|screaming|coughing|sick|vomiting|restless|unsettled) (?:and down )?(?:all|most of the|half the|through the) night\b|\b(?:did|would|could) not (?:sleep|settle)\b|\bwoke (?:every|several|many|repeatedly)\b",
        ),
        (
            "how the child lay",
            r"\bface ?down\b|\bon (?:his|her|its) (?:front|tummy|stomach|belly|face)\b|\bprone\b",
            r"\bon (?:his|her|its) back\b|\bsupine\b|\bface ?up\b",
        ),
        (
            "whether the child could get at it",
            r"\bno access to\b|\b(?:could|can) not (?:possibly )?(?:have )?(?:got|get|had|have|reach\w*|open\w*)\b|\b(?:nothing|none) (?:with)?in reach\b|\bout of (?:his |her )?reach\b|\blocked away\b",
            r"\bgot (?:hold of|into|at)\b|\bhelped (?:him|her)self\b|\bwith (?:an? |the )?(?:empty |open |half ?-?empty )+(?:\w+ )?(?:bottle|packet|box|strip)\b|\b(?:empty|open) (?:\w+ ){0,2}(?:bottle|packet|box|strip)\b|\b(?:drank|swallowed|sucking|chewing|eaten|ate) (?:\w+ ){0,6}(?:medicine|methadone|tablets?|pills?|bottle)\b",
        ),
        (
            "whether the medicine was taken",
            rf"\b(?:next to no|hardly any|barely any|very little|no|none of (?:his|her|the)|without (?:any |his |her )?|missed (?:all |most )?(?:of )?(?:his |her |the )?|stopped (?:taking |giving )?(?:him |her |his |the )?|not (?:had|taken|given|been given|been taking|taking|giving|swallowed)(?: any| him| her| his| the)*|never (?:took|had|gave|given)(?: any| him| her| his| the)*|(?:ran|run) out of(?: his| her| the)?) ?(?:\w+ )?{MEDICINE}\b",
            rf"\b(?:every|all (?:of )?(?:his|her|the)|each) (?:\w+ ){{0,2}}?{MEDICINE}\b|\bnever missed\b|\bwithout fail\b|\b(?:took|taken|takes|had|given|gave) (?:all |every |each )?(?:of )?(?:him |her )?(?:his|her|the) (?:\w+ )?{MEDICINE}\b|\b(?:taken|given|had) (?:\w+ )?as prescribed\b",
        ),
    )
)
TOLD = re.compile(
    r"\b(?:said|says|told|tells|states?|stated|claim\w*|explain\w*|maintain\w*|insist\w*|account|according|report\w*|describ\w*|admit(?:s|ted) (?!to (?:the )?(?:hospital|ward))|definite|certain|adamant|history)\b|\bto (?:the )?(?:[\w'-]+ ){0,2}?(?:crew|registrar|doctor|dr|nurse|officers?|police|paramedics?|consultant|staff|sister|midwife|paediatrician|worker|pc|dc)\b[^.;:]{0,20}:"
    r"|(?:^|[.;] )(?:(?:his|her|the|step|foster) )?(?:mother|mum|father|dad|nan|gran|grandmother|grandfather|aunt|uncle|partner|boyfriend|girlfriend|stepfather|stepdad|carer|parents?):"
)


def by_story(between: Between) -> Difference | None:
    """Of one matter two stories that cannot both be true, as somebody told them; where the teller was stands in `tellers`."""
    first, second = between.first, between.second
    if not (says(TOLD, first) or says(TOLD, second)):
        return None
    for about, one, other in STORIES:
        for here, there in between.either_way():
            if not says(one, here) or not says(other, there) or says(one, there) or says(other, here):
                continue
            words = f"“{quoted(one, here)}” and “{quoted(other, there)}”"
            return between.told("account", f"They differ on {about}: {words}.", 0.65)
    return None


# By whose hand: who of the family did what to the child.
DEED = re.compile(
    r"(?P<who>[a-z'-]+)(?: (?:had|has|then|just|deliberately|accidentally))? (?:did it\b(?! (?:him|her)self)|(?:hit|pulled|pushed|kicked|bit|slapped|smacked|dropped|shook|grabbed|burn(?:ed|t)|hurt|scalded"
    r"|punched|twisted|squeezed|threw|dragged|yanked|gripped|stood on|rolled on|fell on|jumped on|trod on|sat on) (?:him|her|it|them|me|the (?:baby|child|boy|girl)|(?:his|her|my) (?:arm|leg|hand|head|hair|face|wrist|ear|foot)))\b"
    r"|\b(?:by|from) (?:his |her |my |their )?(?P<by>[a-z'-]+)\b"
)
NOBODY = re.compile(
    r"\b(?:nobody|no one|no-one|none of (?:us|them)) (?:had |has |else )*(?:touched|hurt|hit|did|pulled|pushed|dropped|was (?:there|near|with))\b|\b(?:nobody|no one) else (?:was )?(?:there|near|around|present|involved)\b"
)
HURTING = re.compile(
    r"\b(?:hit|pulled|pushed|kicked|bitten|bit|slapped|smacked|dropped|shaken|shook|grabbed|burn(?:ed|t)|hurt|scalded|punched|twisted|squeezed|thrown|dragged|done|caused|attacked|assaulted)\b"
)


def by_whose_hand(between: Between) -> Difference | None:
    """Who did it: one of the family by the one, another, or nobody, by the other."""
    case = between.case
    mine, theirs = _doers(case, between.first), _doers(case, between.second)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    one, other = min(mine), min(theirs)
    if one == other or (NONE not in (one, other) and may_be_one(case, one, other)):
        return None
    who = [each.removeprefix("=").title() if each != NONE else NONE for each in (one, other)]
    return between.told("account", f"It was {who[0]} by the one, {who[1]} by the other.", 0.65)


NONE = "nobody"


@once_in_case
def _doers(case: Case, facts: Facts) -> frozenset[str]:
    """Who of the family hurt somebody, as it is told; or that nobody did."""
    if not says(HURTING, facts) and not says(DEED, facts) and not says(NOBODY, facts):
        return frozenset()
    found = {NONE} if says(NOBODY, facts) else set()
    for sentence in facts.sentences_in_full:
        for match in DEED.finditer(sentence):
            word = match["who"] or (match["by"] if HURTING.search(sentence[: match.start()]) else None) or ""
            bare = word.removesuffix("'s")
            if (role := ROLES.get(bare)) in OF_THE_FAMILY:
                found.add(role)
            elif (
                (person := person_of(case, bare))
                and person not in case.people.professionals
                and person not in case.people.children
            ):
                found.add(f"={person}")
    return frozenset(found)
