"""Who brought, fetched or accompanied somebody, and who stood beside them in a part that only one can have."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once_in_case, words_in
from chronology.analysis.differences.kin import ROLES, may_be_one, of_an_adult, person_of, relations
from chronology.analysis.facts import Case, Facts
from chronology.analysis.vocabulary.services import SERVICE_WORDS
from chronology.analysis.words import fold

OWN_ROLE = {
    "social_care": "social worker",
    "disability": "social worker",
    "school": "teacher",
    "police": "police",
    "hospital": "nurse",
    "school_nursing": "nurse",
    "maternity": "midwife",
    **dict.fromkeys(("nursery", "early_help", "youth_service", "fostering", "charity", "domestic_abuse", "housing"), "staff"),
    **dict.fromkeys(("youth_justice", "short_breaks", "home_care", "adult_care", "substance_misuse"), "staff"),
}

BRINGING = r"(?:brought|carried|taken|rushed|accompanied|collected|presented|conveyed|escorted|fetched|driven|returned|picked up|transported|dropped off|dropped|delivered|handed over|walked)"
BY = re.compile(rf"\b(?P<verb>{BRINGING})(?P<way>(?: (?!by\b)[\w'-]+){{0,6}}?) by (?P<who>[^.;:]{{2,45}})")
OBJECT = r"(?:him|her|them|both|(?:the )?(?:child|baby|boy|girl|children|kids|twins|boys|girls|son|daughter|infant|toddler|pupil|child \w+|young person|yp\d*))\b"
# To whom somebody was given: that one had him afterwards.
HANDED = re.compile(
    r"\b(?:handed(?: over| back)?|released|given|let go|sent home|went home|went off|left|discharged|returned|collected)(?: (?!to\b|with\b)[\w'-]+){0,2} (?:in)?to (?:the care of )?(?P<who>[^.;:]{2,30})"
)
TOOK = re.compile(
    r"(?P<who>[^.;:]{0,60}?)\b(?P<verb>took|rushed|drove|brought|accompanied|collected|fetched|carried|conveyed|escorted|transported|returned|delivered|walked|came (?:and got|for|to (?:collect|fetch|get))|picked up|picked|dropped off|dropped|went with)"
    r" (?P<whom>[\w']+(?: [\w']+)?)(?P<way>(?: [\w'-]+){0,4})"
)
WITH = re.compile(
    r"\b(?P<verb>attended|came(?! to)|arrived|presented|conveyed|transported|travelled|returned|got back|left(?! (?:at|in|on|there|behind)\b)|went home|went|back(?! (?:seat|row|room|garden|door|bedroom|page))|came (?:in|back|home|to (?:clinic|surgery|school|appointment)))(?P<way>(?: (?!with\b)[\w'/-]+){0,4}) with (?P<who>[^.;:]{2,40})"
)
ALONE = re.compile(
    r"\b(?P<verb>attended|came|arrived|presented|returned|walked|turned up|got back|made (?:her|his) (?:own )?way)\b(?P<way>[^.;:]{0,25}?)\b(?:on (?:her|his|their) own|alone|by (?:her|him)self|unaccompanied|of (?:(?:her|his) )?own accord|independently|under (?:her|his) own steam)\b"
)
ARRESTED = re.compile(
    r"(?:taken|led|driven|escorted) (?:away|off|out|into custody|to (?:the )?(?:police )?(?:station|cells|custody)) by (?:the )?(?:police|officers)"
)
POLICE = re.compile(r"\b(?:police|officers) $")
ALONG = re.compile(r"^[^.;:]{0,25}\bwith (?P<who>[^.;:]{2,40})")  # "brought her home with her carer": both did
AWAY = re.compile(r"\b(?:home|back|away|from|out of|in of)\b")
FETCHED = re.compile(r"\b(?:collected|fetched|picked up|came for)\b(?! to\b)")
OVER = re.compile(r"\b(?:over|round|down|under|forward)\b")  # "brought back over the rail": to safety, not home
FETCHING = ("collected", "fetched", "came for", "came and", "came to", "picked", "returned")
NOT_BEFORE = re.compile(r"\b(?:not|never|no|refused|unable|to|will|would|should|could|can|if|asked|due|nobody)$")


def by_companion(between: Between) -> Difference | None:
    """Different people brought the child, or fetched the child: other relatives, other names, somebody and nobody."""
    if any(VERBS.isdisjoint(words_in(each.words)) for each in (between.first, between.second)):
        return None
    case = between.case
    mine, theirs = (companions(case, each) for each in (between.first, between.second))
    pairs = [(mine[way], theirs[way]) for way in sorted(mine.keys() & theirs.keys())]
    for facts, each, of_other in ((between.first, mine, theirs), (between.second, theirs, mine)):
        # whoever tells both of the fetching and of the handing over has two steps
        if "from" not in each and not FETCHED.search(facts.words):
            pairs.append((each.get("handed", set()), _of_kin(of_other)))
    for one, other in pairs:
        if not (one and other):
            continue
        if any(may_be_one(case, here, there) or _is_of_it(case, here, there) for here in one for there in other):
            continue
        # Whoever only heard of it tells of one of those who came along: the police drove, and the mother sat beside the child.
        heard = between.first.news or between.second.news
        if heard and "alone" not in one | other and one.isdisjoint(OF_PROFESSIONS) != other.isdisjoint(OF_PROFESSIONS):
            continue
        who = [min(each).removeprefix("=").title() for each in (one, other)]
        if "Alone" in who:
            who = [f"by {each}" if each != "Alone" else "by nobody, alone" for each in who]
            return between.told("brought_by", f"Accompanied {who[0]} in the one, {who[1]} in the other.", 0.65)
        return between.told("brought_by", f"Brought or fetched by {who[0]} in the one, by {who[1]} in the other.", 0.65)
    return None


def _is_of_it(case: Case, one: str, other: str) -> bool:
    """Whether the one is by name somebody of the profession of whom the other tells: a social worker."""
    for name, role in ((one, other), (other, one)):
        if name[0] == "=" and role in OF_PROFESSIONS - {"police"} and _may_work_there(case, name[1:]):
            agency = case.services.staff.get(name[1:])
            services = case.services.of_agency.get(agency, frozenset()) if agency else frozenset()
            return not services or any(OWN_ROLE.get(each) == role for each in services)
    return False


def _may_work_there(case: Case, person: str) -> bool:
    """Whether nothing says that somebody is of the family: no role beside the name, no child's surname."""
    surname = person.rpartition(" ")[2]
    of_children = {child.rpartition(" ")[2] for child in case.people.children}
    return " " in person and person not in relations(case) and surname not in of_children


def _of_kin(found: dict[str, set[str]]) -> set[str]:
    """Those of the family who fetched somebody: whoever finds a child and hands it over fetched it too, and that is another step."""
    return {each for each in found.get("from", ()) if each[0] == "=" or each in NEXT_OF_KIN}


VERBS = frozenset(
    """brought carried taken accompanied collected presented conveyed escorted fetched driven returned picked transported dropped took drove came went
    attended arrived walked turned made delivered handed travelled got rushed released given left discharged back went""".split()
)
OF_PROFESSIONS = frozenset(OWN_ROLE.values())
PARTS_PLAYED = frozenset("appropriate interpreter advocate supervisor birth birthing kin".split())
SEXES = re.compile(r"\b(M|F)\b(?! ?\d|/)")


@once_in_case
def companions(case: Case, facts: Facts) -> dict[str, set[str]]:
    """By whom somebody was brought ("to"), fetched or brought back ("from"), and to whom handed, as roles and names."""
    found: dict[str, set[str]] = {}
    children = {part for child in case.people.children for part in child.split()}
    for written in facts.sentences_as_written:
        sentence = fold(SEXES.sub(lambda match: "mother" if match[1] == "M" else "father", written))
        if not VERBS.isdisjoint(words_in(sentence)) and not _carried(case, facts, sentence, children, found):
            _came(case, sentence, found)
    return found


def _carried(case: Case, facts: Facts, sentence: str, children: set[str], found: dict[str, set[str]]) -> bool:
    """Whether a sentence says who took somebody somewhere."""
    told = False
    for match in BY.finditer(sentence):
        if not NOT_BEFORE.search(sentence[: match.start()].strip()) and not ARRESTED.match(match.group()):
            told |= _take(found, match, _who(case, match["who"], last=False))
    for match in HANDED.finditer(sentence):
        who = _who(case, match["who"].split(" at ")[0], last=False)
        if who and all(each[0] == "=" or each in NEXT_OF_KIN for each in who):
            found.setdefault("handed", set()).update(who)
    for match in TOOK.finditer(sentence):
        whom = match["whom"]
        is_child = re.match(OBJECT, whom) or not children.isdisjoint(whom.split())
        if not is_child and whom.split()[0] not in case.people.given:
            continue
        if not is_child and match["verb"] == "took" and POLICE.search(match["who"]):
            continue  # that is an arrest
        if not NOT_BEFORE.search(match["who"].strip()):
            along = ALONG.search(sentence[match.end("whom") :])
            told |= _take(
                found, match, _carrier(case, facts, match["who"]) | (_who(case, along["who"], last=False) if along else set())
            )
    return told


def _came(case: Case, sentence: str, found: dict[str, set[str]]) -> None:
    """With whom somebody came, or that it was alone."""
    told = False
    for match in WITH.finditer(sentence):
        with_child = _is_child(case, match["who"])  # "came with Anna, father at work"
        who = _who(case, match["who"].split(",")[0] if with_child else match["who"], last=False)
        if not who and with_child:
            who = _who(case, CLAUSE.split(sentence[: match.start()])[-1], last=True)
        told |= _take(found, match, who)
    if not told and (alone := ALONE.search(sentence)) and not _grown_roles(sentence[: alone.start()]):
        _take(found, alone, {"alone"})


CLAUSE = re.compile(r"[.;:,]")


def _is_child(case: Case, words: str) -> bool:
    """Whether the words begin with a child: "mother attended with Anna"."""
    first = words.split(maxsplit=1)[0].rstrip(",") if words.split() else ""
    return first in {"him", "her", "them", "child", "baby"} or any(first in child.split() for child in case.people.children)


NEXT_OF_KIN = frozenset("mother father grandmother grandfather aunt uncle partner neighbour friend".split())
OF_CHILDREN = frozenset({"brother", "sister"})


def _grown_roles(words: str) -> bool:
    return any(ROLES[word] not in OF_CHILDREN for word in re.findall(r"[a-z]+", words) if word in ROLES)


def _take(found: dict[str, set[str]], match: re.Match[str], who: set[str]) -> bool:
    verb = match["verb"]
    way = (
        "from"
        if verb.startswith(FETCHING)
        or verb == "left"
        or AWAY.search(f"{verb} {match['way']} {match.groupdict().get('whom', '')}")
        else "to"
    )
    if OVER.search(match["way"]):
        return False
    if who:
        found.setdefault(way, set()).update(who)
    return bool(who)


def _who(case: Case, words: str, *, last: bool) -> set[str]:
    """The people in these words, by name or as roles; or of several the last, who is the one that did it.

    A role beside a name is enough: "grandmother Anne" is a grandmother.
    """
    words = words.replace("transport police", "police").replace("social worker", "sw").replace("support worker", "keyworker")
    people = case.people
    found: list[str] = []
    named = False
    parts = re.findall(r"[a-z']+", words)
    for word, before in zip(parts, ["", *parts], strict=False):
        role = ROLES.get(word)
        role = of_an_adult(case, before, role) if role else role
        person = "" if role else person_of(case, word.removesuffix("'s"))
        if role:
            found.append(role)
        elif person and person not in people.children and (named or not found or before in BESIDE):
            found += _by_name(case, person)
        named = bool(person)
    return set(found[-1:]) if last else set(found)


BESIDE = frozenset({"and", "plus", "with"})  # "with mum and Anne" is two


def _by_name(case: Case, person: str) -> list[str]:
    """Somebody of the family by name, a professional by what the agency does."""
    if person not in case.people.professionals:
        return [f"={person}"]
    own = sorted(case.services.of_agency.get(case.services.staff.get(person, ""), frozenset()))
    return [OWN_ROLE[each] for each in own[:1] if each in OWN_ROLE] if own else [f"={person}"]


def _carrier(case: Case, facts: Facts, before: str) -> set[str]:
    if re.search(r"\b(?:i|we)(?: \w+)? $|^(?:i|we)? ?$", before[-12:]):
        own = sorted(case.services.of_agency.get(facts.agency, frozenset()))
        return {OWN_ROLE[each] for each in own[:1] if each in OWN_ROLE}
    return _who(case, before, last=True)


PART = r"(?:appropriate adult|interpreter|advocate|supervisor|birth(?:ing)? partner|next of kin)"
HAS_PART = re.compile(
    rf"\b(?P<part>{PART})(?: was|:| -| by|,) ?(?P<who>(?!(?:\w+ ){{1,2}}(?:being|having|at|is|was|not)\b)[^.;:]{{2,50}})"
)
ACTED = re.compile(
    rf"(?P<who>[^.;:,]{{2,50}}?) (?:acted|acting|sat(?: in)?|attended|came|was|is|stood in)(?: there| with (?:him|her|them))?(?: as)?(?: the| an| her| his)? (?P<part>{PART})"
)


def by_part(between: Between) -> Difference | None:
    """Others acted in a part that one person has: who was the appropriate adult, who interpreted."""
    if any(PARTS_PLAYED.isdisjoint(words_in(each.words)) for each in (between.first, between.second)):
        return None
    mine, theirs = (_parts(between.case, each) for each in (between.first, between.second))
    for part in sorted(mine.keys() & theirs.keys()):
        one, other = mine[part], theirs[part]
        if one and other and not any(may_be_one(between.case, here, there) for here in one for there in other):
            names = [SERVICE_WORDS.get(min(each), between.case.names.get(min(each)[1:], min(each))) for each in (one, other)]
            return between.told("present", f"The {part} is {names[0]} in the one, {names[1]} in the other.", 0.65)
    return None


@once_in_case
def _parts(case: Case, facts: Facts) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    if PARTS_PLAYED.isdisjoint(words_in(facts.words)):
        return found
    for sentence in facts.sentences_in_full:
        for match in (HAS_PART.search(sentence), ACTED.search(sentence)):
            if match is not None:
                found.setdefault(
                    match["part"], case.services.named(match["who"]) or frozenset(_who(case, match["who"], last=False))
                )
    return found
