"""Which of the grown of the family were there: by name or by what they are to the child, in each clause of what a record tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronology.analysis.differences.between import Between, Difference, once_in_case, says
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, may_be_one, of_an_adult, relations
from chronology.analysis.facts import Case, Facts
from chronology.analysis.times import minutes_apart
from chronology.analysis.words import fold

ANOTHER = r"(?=(?:[A-Z]\w+ ){1,3}(?:was|were|had|is|did|sat|stood|came|stayed|answered)\b)"  # somebody else who does something
CLAUSES = re.compile(rf"[.;,!?:](?:\s|$)|\n| but | while | whilst | whereas | although | and {ANOTHER}| as (?=he |she |they )")
HERE = re.compile(
    r"\b(?:present|(?:was|were|is|also|still|both|all) (?:there|home|here|in(?=$|[.,;:]| (?:and|when|but|with|as|on|while|too|alone)\b))|at home|answered|opened the door|let (?:us|me|him|her|police|officers|them) in|on arrival|upstairs|downstairs|in bed"
    r"|(?:in|at|on) the (?:kitchen|lounge|living room|bedroom|hall|doorway|doorstep|garden|house|flat|home|property|address|sofa|settee|stairs|landing|porch|step|room|car|scene|trailer|caravan|waiting room|meeting|appointment"
    r"|table|sink|stove|cooker|hob|fire|fireside|window|computer|telly|television|armchair|chair|couch|front room|back room|box room|dining room|bathroom|utility|conservatory|gate|yard|drive|path|patio|balcony|doorway|back step|counter|desk|bath|shower|background|corner)\b"
    r"|(?:in|into) (?:his|her|their) (?:chair|armchair|room|bed|bedroom|dressing gown|pyjamas|nightclothes|pants|boxers)|by the (?:fire|stove|window|door|cooker|sink|gate)|came to the door|answer(?:ed|ing) the door|told us to|told (?:me|us) to (?:leave|mind|go)|(?:sent|saw|showed|ordered|threw) us (?:away|out|off|packing|to the door)"
    r"|would not (?:look|speak|turn|get up|meet)|slurring|slurred|(?:said|spoke|talked) (?:little|nothing|over|for)"
    r"|birth(?:ing)? partner|from start to finish|(?:held|holding) (?:her|his|mum's|mother's|my) hand|at (?:her|his) (?:side|elbow)|into the world|cut the cord|in the delivery room|at the birth|(?:rode|travelled|came|went) (?:in|with) (?:the ambulance|her|him|them)|in the ambulance|minding (?:the )?(?:child|children|baby|them)"
    r"|sat (?:at|in|on|with|there|down|beside|next|through)|stood|stayed (?:in|throughout|with)|throughout|the whole time|joined (?:us|in|the)|came (?:in|with|too|along|to|downstairs|back|out of)|went in|attended|in attendance"
    r"|at the bedside|bedside|hiding|(?:meeting|met) with|drinking|(?:in|behind|under) (?:the |a )?(?:loft|cupboard|wardrobe|shed|bed|attic|airing cupboard)|with (?:the )?(?:child|baby|children|him|her|them|us)|spoken to|spoke (?:to|for)|seen|met|held|holding|watching|asleep|hiding|accompanied|supported|took part"
    r"|(?:did|doing) (?:all|most|much) of the talking|talked (?:over|for|through)|answered for|made (?:us )?(?:tea|a drink|coffee)|joined in|hovered|interrupted|cut in|showed (?:us|me)|let me in|shook (?:his|her) head|became (?:angry|abusive|aggressive|loud|tearful)"
    r"|both parents|^(?:mum|mam|dad|mother|father|mo|fa|step(?:dad|father)|partner|nan|gran\w*) (?:very |rather |quite |so |was |looked |seemed )?(?:flat|tired|quiet|tearful|weepy|cross|chatty|subdued|slurring|hostile|guarded|warm|drunk|asleep|upset|withdrawn|low|polite|irritable|agitated|calm|drowsy|shaky|anxious|jumpy|loud|silent|evasive|open|defensive|pleasant|friendly|exhausted|distracted|dismissive)"
    r"|shouted|swore|filmed|walked (?:in|out)|stormed out|paced|refused to leave|round the table|contributed|had (?:her|his) say|on the line|opened the door|followed (?:us|me)|(?:was|were) (?:welcoming|polite|hostile|quiet|angry|cooperative|abusive|aggressive|rude))\b"
)
NOT_HERE = re.compile(
    r"\b(?:not (?:present|there|in|home|at home|seen|around|at|attend\w*|come|join\w*|available|with)|(?:has|was|were|is)n't|did(?: not|n't)(?! (?:speak|say|want|know|answer|agree|look|think|tell|ask|like|see|hear|mind|engage|take|feel|accept|recogni\w+|understand|believe|remember|wish|disclose|get)\b)|unable to|failed to|no (?:sign|trace) of|without(?= (?:(?:her|his|the|their|any) )?(?:mother|mum|father|dad|parents?|partner|grand\w+|nan|him|her|them|m(?:r|s|rs)\b))|left(?! (?:with|alone|upset|angry|angrily|crying|early|halfway|when|after|before the end|in (?:tears|a temper)|the (?:room|meeting|table)|because|as)\b)|moved out|gone|(?<!turned )(?<!sent )(?<!walked )away|(?:(?:is|was|were|been|gone|went|both|all|also|still|who|^ ?\w+) out)(?: at| with| of)?|at work|absent"
    r"|(?:had|already|and) made off|made off before|elsewhere|no longer (?:there|present|at|in|living)|apologies|(?:declined|refused|unwilling|unable) to (?:come|attend|join|be there)|not (?:found|located|traced|on the ward|visited|visiting|been in)|before (?:police|arrival|officers|crew|we)|abroad|working|at (?:the |a )?(?:mart|market|auction|cattle market|fair|races|match|club|allotment|depot|factory|farm|yard|quarry|docks|office|site|pub|gym|shops?|bookies|job ?centre|hospital|mosque|church|court|library|station)(?: \w+)? (?:all|the whole|till|until|that|since|for the)\b|(?:all day|the whole day|day) (?:at|in|out)|(?:on|at) the (?:boats?|rigs?|lorries|road|tractor)\b|working away|away (?:with|on|at|in|for)|offshore|at sea|in bed ill|in hospital"
    r"|(?:in|at) (?:prison|college|football|the pub|the gym|the shops?|the bookies|a friend's|a mate's)|on (?:nights|shift|a course|site|holiday)|(?:at|round|staying with) (?:his|her|a|the) (?:mother|mum|mam|dad|father|nan|sister|brother|friend|mate|parents|girlfriend|boyfriend|ex|aunt|uncle|own flat)\\w*(?:'s)?"
    r"|said to (?:be|have)|(?:kept|stayed|staying|keeping) away|waited for|would not (?:have|let) (?:him|her|them) in|(?:a )?no[- ]show|nowhere to be seen|not been (?:there|seen|around))\b"
)
HEDGED = re.compile(
    r"\b(?:if|whether|should|would|could|may|might|must|to|will|due|asked|wants?|plans?|previous\w*|yesterday|later|next|usually|not to|ex)\b"
)
ALONE = re.compile(
    r"\b(?:alone|on (?:her|his|their) own|by (?:her|him|them)sel(?:f|ves)|no (?:one|other adults?|other person|adults?|partner|males?|men|man)(?: else)?(?: was| were)? ?(?:present|there|in|seen|at|with|home|on|at home)?|nobody else|no-?one else"
    r"|just the two of (?:them|us)|(?:only|sole|one) (?:other )?(?:person|adult|grown-up|carer|relative|(?:member|one) of the family|family member)|no adult but|nobody (?:in|at|there|home)? ?(?:[\w' ]{2,25} )?(?:but|except|apart from|bar)|unsupported|unaccompanied|one to one)\b|^ ?only\b|\bonly\.?$"
)
ONLY = re.compile(
    r"\bonly (?P<who>[^.;]{2,40}?) (?:in|there|present|at home|home|seen|attended|came|was|were|at (?:the )?(?:address|property|scene|house|flat))\b|\bjust (?P<just>[^.;]{2,30}?) (?:in|there|present|at home)\b"
)
SPEAK_ALONE = re.compile(
    r"\b(?:cannot|can't|could|can|able to|must|should|would|will|may|might) [^.;]{2,45} (?:alone|on (?:her|his|their) own|by (?:her|him)self)\b|\b(?:seen|spoken to|speak to|spoke to|saw|see|interview\w*|time|ask\w*) (?:\w+ ){0,2}(?:alone|on (?:her|his) own|by (?:her|him)self)\b|\bleft alone\b|\balone with\b(?! (?:the )?(?:child|baby|him|her|them))|\bhome alone\b"
)


def by_presence(between: Between) -> Difference | None:
    """Of two that came themselves: somebody grown of the family was there by the one; by the other not there, or others alone."""
    first, second = between.first, between.second
    if (
        first.start != second.start
        or any(each.news and not each.joint and not _came_too(between.case, each) for each in (first, second))
        or not _at_once(first, second)
        or not OF_PROFESSIONALS.isdisjoint(first.meetings | second.meetings)
    ):
        return None
    for absent, other in between.either_way():
        doubted = says(NOT_HERE, absent) or says(ALONE, absent) or says(ONLY, absent)
        if doubted and (found := _there_and_not(between, absent, other)):
            return found
    return None


def _came_too(case: Case, facts: Facts) -> bool:
    """Whether an agency was told of it, and then was there with its own eyes."""
    if facts.heard:
        return False
    offered = case.services.of_agency.get(facts.agency, frozenset())
    signs = [OURS, *(sign for service, sign in THEIRS.items() if service in offered)]
    return any(says(sign, facts) for sign in signs)


DID = r"(?:then |also |both )?(?:attended|found|saw|lifted|stayed|entered|arrived|took|remained|checked|met|helped|removed|spoke|searched|waited)\b"
OURS = re.compile(rf"\b(?:we|i) {DID}|\bon (?:our )?arrival\b")
THEIRS = {
    "police": re.compile(rf"\b(?:officers?|patrol|pcs?|unit) (?:\d+ )?{DID}|\bo/a\b"),
    "ambulance": re.compile(rf"\bcrew {DID}|\bo/a\b"),
}
# Where none of the family is.
OF_PROFESSIONALS = frozenset(
    {"strategy", "marac", "mappa", "professionals_meeting", "legal_meeting", "lado_meeting", "allocation_meeting"}
)


def _at_once(first: Facts, second: Facts) -> bool:
    """Whether two of one day were surely at one moment: a meeting, something they did together, or the same hour. People come and go."""
    if first.meetings & second.meetings or (first.gathering and second.gathering):
        return True
    if (first.joint or second.joint) and (first.agency in second.mentions or second.agency in first.mentions):
        return True
    return first.minute is None or second.minute is None or minutes_apart(first.minute, second.minute) <= ONE_HOUR


ONE_HOUR = 60  # minutes


def _there_and_not(between: Between, absent: Facts, other: Facts) -> Difference | None:
    case = between.case
    there, elsewhere = whereabouts(case, other)
    if not there:
        return None
    mine, gone = whereabouts(case, absent)
    for who in sorted(gone):
        if not any(_is_one(case, who, each) for each in mine) and any(_is_one(case, who, each) for each in there):
            return _told(between, other, absent, who, "not there")
    by_themselves = set() if elsewhere else alone(case, absent)
    for who in sorted(there) if by_themselves else ():
        if not any(may_be_one(case, who, each) for each in by_themselves | mine):
            return _told(between, other, absent, who, "nobody else there")
    if len(by_themselves) == 1 and len(two := sorted(there & PARENTS)) == len(PARENTS) and not mine & PARENTS:
        return _told(between, other, absent, " and ".join(two), "one alone there")  # whichever of the two it was
    return None


def _told(between: Between, here: Facts, away: Facts, who: str, how: str) -> Difference:
    name = who.removeprefix("=").title()
    return between.told("present", f"{between.name(here)} has {name} there, {between.name(away)} has {how}.", 0.65)


def _is_one(case: Case, one: str, other: str) -> bool:
    """Whether two are surely one person."""
    if one == other:
        return True
    if (one[0] == "=") == (other[0] == "="):
        return False
    name, role = (one, other) if one[0] == "=" else (other, one)
    return relations(case).get(name[1:]) == frozenset({role})


@once_in_case
def whereabouts(case: Case, facts: Facts) -> tuple[set[str], set[str]]:
    """The grown of the family who are there, and those who are not."""
    there: set[str] = set()
    gone: set[str] = set()
    for sentence in facts.sentences_as_written:
        before: set[str] = set()  # "Anne, lately back, sat at the table": of whom a clause without a name tells
        for clause in CLAUSES.split(sentence):
            if not clause or len(clause) < SHORTEST:
                continue
            words = fold(clause)
            here, away = HERE.search(words), NOT_HERE.search(words)
            people = grown(case, clause, words)
            before = people or before
            if not (here or away) or HEDGED.search(words[: (away or here).start()][-BEFORE_IT:]):  # type: ignore[union-attr]
                continue
            if away:
                gone |= people if len(people) == 1 and not VISITED.search(words) else set()
            else:
                there |= before - _spoken_of(case, clause)
    return there - gone, gone - there


VISITED = re.compile(
    r"\b(?:visit(?:ed|ing|s)?|saw|seeing|seen|spent (?:an hour|time) with) (?:his |her |their )?\w+ (?:in|at|on)\b"
)


def _spoken_of(case: Case, clause: str) -> set[str]:
    """Those of whom or for whom something is done: "attended core group for Anne", "letter about the father"."""
    return {person for match in OBJECT.finditer(clause) for person in grown(case, match["whom"], fold(match["whom"]))}


OBJECT = re.compile(
    r"\b(?:for|about|re|regarding|concerning|on behalf of) (?P<whom>(?:(?:the|her|his|their|Mr|Mrs|Ms|Miss) )?\w+(?: [A-Z]\w+)?)"
)
SHORTEST = 6
BEFORE_IT = 32  # letters before a word of being there in which "should" or "asked to" makes it none


@once_in_case
def alone(case: Case, facts: Facts) -> set[str]:
    """Who is said to be there and nobody else."""
    found: set[str] = set()
    for sentence in (part for each in facts.sentences_as_written for part in TWO.split(each)):
        words = fold(sentence)
        if SPEAK_ALONE.search(words):
            continue
        only = ONLY.search(words)
        if only or ALONE.search(words):
            found |= grown(case, sentence, words) - ({"man"} if NO_MAN.search(words) else set())
    return found


TWO = re.compile(rf" (?:and|while|but) {ANOTHER}")
NO_MAN = re.compile(r"\bno (?:adult )?(?:males?|men|man|partner|other)\b|\bnobody\b|\bno one\b")


def grown(case: Case, written: str, words: str) -> set[str]:
    """The grown of the family whom a clause names, each by name where there is one, else by role."""
    people = case.people
    outside = people.professionals | people.children
    named = [person for person in people.named_in(written) if person not in outside and person not in ROLES]
    for match in TITLED.finditer(written):
        grown = [person for person in people.by_surname.get(match[1].lower(), ()) if person not in outside]
        if len(grown) > 1:
            grown = [person for person in grown if relations(case).get(person, frozenset()) & MEN]
        named += grown if len(grown) == 1 else ()
    found = {f"={person}" for person in named}
    beside = {part for person in named for part in person.split()}
    parts = re.findall(r"[a-z']+", words)
    for at, word in enumerate(parts):
        role = ROLES.get(word)
        if word in {"man", "men", "male", "males"}:
            found.add("man")
        if word == "parents" and at and parts[at - 1] == "both":
            found |= {"mother", "father"}
        titled = parts[at + 1 : at + 2] and parts[at + 1] in TITLES  # "his nan Mrs Reed": nobody else who is named
        if (
            role in OF_THE_FAMILY
            and role not in CHILDREN
            and (titled or beside.isdisjoint(_next_to(parts, at)))
            and word != "partner"
        ):
            found.add(of_an_adult(case, parts[at - 1], role) if at else role)
    return found


def _next_to(parts: Sequence[str], at: int) -> set[str]:
    """The words that stand directly beside one, over "his" and a form of address."""
    before = at - 2 if at > 1 and parts[at - 1] in BETWEEN else at - 1
    behind = at + 2 if parts[at + 1 : at + 2] and parts[at + 1] in BETWEEN else at + 1
    return set(parts[max(before, 0) : behind + 1])


BETWEEN = frozenset("his her their the mr mrs ms miss called named is was".split())
PARENTS = frozenset({"mother", "father"})
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][\w'-]+)")
TITLES = frozenset({"mr", "mrs", "ms", "miss"})
MEN = frozenset({"father", "uncle", "grandfather", "partner"})
CHILDREN = frozenset({"brother", "sister", "cousin"})
