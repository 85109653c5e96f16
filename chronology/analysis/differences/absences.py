"""Who a record of a meeting says was not there: somebody of the family, somebody by profession, an agency, or the writer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from chronology.analysis.differences.between import once_in_case
from chronology.analysis.differences.presence import grown
from chronology.analysis.facts import Case, Facts
from chronology.analysis.words import fold


class Absent(NamedTuple):
    """The family by name behind an equals sign or as roles, professionals by name, services as they were named, and itself.

    And all the words in which it stands who was away.
    """

    family: frozenset[str]
    professionals: frozenset[str]
    services: frozenset[str]
    itself: bool
    words: str


ELSEWHERE = (
    r"(?! (?:the |her |his |their |any |an? |for )?(?:(?!core|this|meeting|conference|review|today|yesterday|as|because|due|owing|and|but|until|after|so|with|in|at|on|but)\w+ ){0,2}"
    r"(?:appointments?|interviews?|clinic|school|nursery|court|lessons?|class\w*|groups?|sessions?|scan|college|medical|surgery|gp|hospital|course|programme|counsell?ing|work|tests?|testing|assessments?|booking|hearing|screening|treatment|detox|probation|contact)\b)"
)
COME = (
    rf"(?:attend{ELSEWHERE}|come(?! (?:out|up|down|back|home|to (?:light|harm|the (?:door|school|house|home)))\b)(?: along)?|join(?: us| in)?|show(?: up)?|turn up|take part|appear|dial in|log (?:on|in)"
    r"|get (?:there|away|to (?:it|the|this)\b)|make (?:it|this|the|today's|yesterday's)\b|be (?:there|present|in attendance|spared|released|represented|part of it|found|reached|raised|contacted|got hold of|with us|around|free|on (?:the )?(?:call|line|link|screen))|participate|sit in|arrive|resource|cover it|(?:send|field|spare|provide|offer|find) (?:anyone|anybody|a \w+|an officer|someone|cover)"
    r"|leave (?:work|the (?:ward|shop|farm|surgery|office|classroom|house|unit))|(?:get|be given|take) (?:(?:the )?(?:time|day|morning|afternoon|shift) off|off (?:work|shift)|leave|cover|childcare|a (?:lift|sitter|signal|connection)|signal|through|the link to work|released)|(?:release|spare|free(?: up)?) (?:anyone|anybody|a \w+|an? officer|staff|someone)|be freed(?: up)?|connect|face (?:it|us|them|everyone|the (?:meeting|room|table)|coming)|manage (?:it|to (?:come|attend|join|get there))|put (?:anyone|anybody) forward|step away|want to (?:come|attend|join|be there))"
)
CAME = rf"(?:attended{ELSEWHERE}|came(?! (?:out|up|down|back|home)\b)(?: along)?|joined(?: us| in)?|showed(?: up)?|turned up|took part|appeared|dialled in|logged (?:on|in)|got there|made it|materialised|surfaced|participated|sat in|arrived|connected|spoke|sent (?:anyone|anybody))"
THERE = r"(?:there|present|in attendance|represented|invited|in the room|on (?:the )?(?:call|line|link)|at the (?:table|meeting)|around the table|told of it|asked(?= to (?:attend|come|it|this)\b|[.,;]|$))"
NOT = r"(?:(?:did|could|would|was|were|is|has|had|does)(?: not|n't|nt| never)|never|not|failed to|unable to|not able to|too (?:ill|unwell|busy|upset|tired) to|declined to|refused to|chose not to|decided not to)"
# Behind whoever it is.
STAYED_AWAY = re.compile(
    rf"\b(?:{NOT} (?:able to |well enough to |fit to |free to |up to |even |in fact |actually |been )?(?:{COME}|{CAME}|{THERE})|(?:(?:was|were|again|both) )?(?:absent|a no[- ]show|no[- ]show)(?! from (?:school|nursery|home))|(?:was|were|still) missing(?! (?:from (?:home|care|school)|overnight|again|since|for|person|on|at)\b)|(?:is |was |were )?away(?! (?:from|some|most|next|at weekends|every|a lot|often|for (?:weeks|days)|to)\b)|dna(?:'?d|ed)?"
    r"|(?:sent|gave|sends|tendered|offered|made) (?:(?!no\b)\w+ ){0,2}apolog(?:y|ies)|apologised for (?:not|(?:his|her|their) absence)|apologies(?! ?(?:from|for|:|noted|received|were|was|accepted|none|\w+ from))|instead of (?:joining|attending|coming)|took no part|had no part in it|(?:stayed|kept|remained) away|nowhere to be seen|conspicuous by (?:his|her|their|its) absence|(?:phoned|rang|called|texted) in sick|(?:waited|sat|stayed|remained) (?:outside|downstairs|in (?:the |his |her |their )?(?:car|van|waiting room|corridor|reception|foyer|car park))|(?:pulled|dropped|backed|bowed|ducked) out|cried off|begged off|called off sick|gave it a miss|unrepresented|without representation"
    r"|(?:sent|fielded|logged|put|had|provided|found|offered|spared|supplied) (?:nobody|neither|no[- ]?one|no (?:rep|representative|officer|worker|cover|member of staff))(?: (?:on|in|up|there|along|forward|to it|at the (?:table|meeting)))?"
    r"|(?:been |being |having been |was |were |is |still )?(?:kept|held up|held|detained|stuck|delayed|tied up|caught up|needed|required|called(?: away)?) (?:in|at|by|on|to|with) (?:court|theatre|surgery|clinic|traffic|work|another|an? (?:emergency|arrest|job|call|incident|birth|delivery)|other)"
    r"|(?:double[- ]booked|otherwise engaged|called away|on another (?:job|call|shout)|in another meeting|off (?:sick|ill)(?! from)|on (?:annual |sick |study |compassionate |maternity )?leave(?! from))"
    r"|(?:sent|e-?mailed|wrote|written|provided|supplied|submitted) (?:\w+ ){0,4}(?:instead|in (?:my|her|his|their) (?:place|absence)|in lieu)"
    r"|(?:excluded|barred|prevented|kept out|stopped) (?:by|under|because of|owing to) (?:his|her|the|their|police )?(?: ?bail|order|injunction|licence|conditions)\w*"
    r"|(?:had )?(?:elected|chosen|chose|opted|preferred|asked|decided) to (?:be|stay|remain|go) (?:in|at|to) (?:lessons?|class|school|home|work|college|(?:his|her|their) (?:room|lessons?))"
    r"|missed (?:it|this|the (?:meeting|conference|core|review|discussion|call)|today's|this (?:morning|afternoon)'s|core group|conference|marac|review)|(?:core group|conference|marac|review|meeting) missed)(?=\W|$)"
)
# Before whoever it is.
BEFORE_WHOM = re.compile(
    r"\b(?:(?:all|everyone|everybody|full group)\b[^.;]{0,30}?\b(?:except(?: for)?|apart from|bar|other than|with the exception of|but for|save for)|apolog(?:ies|y)(?: (?:were |was )?(?:received|given|sent|noted))?(?: from|:)|(?:ahead|held|on|met|place|proceeded|started|done|decided|meeting|conference|group) without|in the absence of|no sign of|nothing (?:heard )?from"
    r"|(?:nobody|no[- ]?one|none|not one person|not anyone|no (?:\w+ )?(?:rep|representative|representation|officer|worker|professional|staff|colleague|voice|input|contribution|word|presence)s?)(?: at all)?(?: (?:was |were )?(?:on the (?:call|line)|there|present|available|able to attend|came|attended|joined|dialled in|went|here|in the room|at the table))? (?:from|of|(?<=came )for|representing|on behalf of|to speak for)"
    r"|(?:nobody|no[- ]?one) (?:was |were )?(?:there|present|in the room|on the (?:call|line)|at the table) for|without (?:anyone|anybody|input) from|(?:empty|vacant) (?:chair|seat|place)s? (?:for|where)|minus|short of) (?=\w)"
)
NO_SERVICE = re.compile(
    r"(?:^|[.;,:] )(?:there (?:was|were) )?no (?P<who>(?:\w+ )?(?:visitor|nurse|worker|officer|police|gp|midwife|teacher|doctor|paediatrician|consultant|school|college|nursery|housing|probation|health|camhs|hospital|social care|ambulance|advocate)s?)(?: rep\w*| colleague)?"
    r"(?=(?: (?:was|were|had been|has been|has))? ?(?:on the (?:call|line)|there|present|attended|came|joined|took part|dialled|input|in attendance|available|represent\w+|named|allocated|invited)|[.;,]|$)"
)
FROM_THERE = re.compile(r"(?:there|them|it|its|that \w+|their)\b")  # "housing had been asked, nobody from there came"
EMPTY = re.compile(
    r"\b(?:chair|seat|place|slot|screen|square|tile|name ?(?:card|plate))s?\b[^.;,]{0,40}? ?(?:empty|vacant|unused|unfilled|unoccupied|untaken|not (?:used|taken|filled)|never (?:used|taken|filled)|blank)\b"
)
NEITHER_OF = re.compile(
    rf"\bneither (?P<who>[^.;]{{2,60}}?) (?:{CAME}|(?:was|were) {THERE}|(?:could|did|was able to|were able to) {COME})"
)
NO_PARENTS = re.compile(
    r"\bno (?:parents|parent|family|mum|mam|mother|dad|father|gran\w*|nan)(?= (?:there|present|attended|came|joined|again|today)|[.,;]|$)"
    r"|\b(?:just|only) (?:the )?professionals(?= (?:there|present|attended|came|today)|[.,;]|$)|\bprofessionals only(?=[.,;]|$)"
)
NEITHER = re.compile(rf"\bneither (?:of the )?parents? (?:{CAME}|{THERE}|(?:was|were|could|did|was able to) (?:{COME}|{THERE}))")
# What only those write who were not there.
OF_OURS = re.compile(
    r"\bno cover\b|\b(?:nobody|no[- ]?one|none of us) (?:was )?(?:able to |could |free to |here (?:could|was free) ?)?(?:cover|covered|go|went|get (?:away|there|to it)|make it|be (?:there|spared|released)|attend(?:ed)?)\b(?! (?:from|for|of)\b)|\b(?:nobody|no[- ]?one) (?:\w+ ){0,3}?from (?:here|us|this|our)\b"
    r"|(?:^|, | and )(?:(?:a|my|our|written|short|brief|full) )*(?:update|report|summary)(?: was)? (?:\w+ )?(?:instead|by e-?mail|in lieu)\b|\bno (?:capacity|one free|worker free|staff)(?= (?:free|available|to (?:send|attend|go|cover))|[.;,]|$)|\b(?:ahead|on|held) without (?:us|me)\b|\bheard (?:of|about) it (?:after|later)\w*"
)
# Nothing but the writer, and the meeting.
SELF = re.compile(
    r"^(?:(?:and|so|but|as|therefore|hence|also|we|i|us|both|team|service|the|our|practice|surgery|department|had|was|were|been|initial|core|group|review|child|protection|conference|icpc|rcpc|marac|strategy|discussion|meeting|professionals|today|this|morning|afternoon|held|at|on)\b[ ,]*)*$"
)
UNSURE = re.compile(
    r"\b(?:if|will|may|might|should|must|next|future|unless|previous\w*|last (?:time|month|week|meeting|core)|asked not|told not|whether|when(?:ever)?|yesterday|since|need not|due to attend)\b"
)
PARTS = re.compile(
    r"[.;:!?](?:\s|$)|\n| - |, (?=(?:but|and|so|while|as|who)\b)| but | while | whilst | although | though | because | so (?=did|could|was|were|i |we |un)"
)
STOPS = re.compile(
    r"[.;:(]| but | who | as | since | because | and (?=(?:was|were|had|did|no|nobody)\b)| (?:was|were|could|attended|came|went|had|being|joined|took|to|able|available|present|there|on|in|for|due)\b"
)


@once_in_case
def absent(case: Case, facts: Facts) -> Absent:
    """Everybody of whom a record says that they were not at the meeting."""
    family: set[str] = set()
    professionals: set[str] = set()
    services: set[str] = set()
    itself = False
    told: list[str] = []
    for whom in _named(facts):
        if whom is None:
            itself = True
            continue
        words = fold(whom)
        told.append(words)
        family |= grown(case, whom, words) - {"man"}
        professionals |= {each for each in case.people.named_in(whom) if each in case.people.professionals}
        services |= case.services.named(words) | outsiders(words) | ({"health"} if HEALTH.search(words) else set())
        if PARENTS.search(words):
            family |= {"mother", "father"}
    itself |= case.services.mentioned(frozenset(services), (), facts.agency)
    return Absent(frozenset(family), frozenset(professionals), frozenset(services), itself, " ".join(told))


def outsiders(words: str) -> set[str]:
    """Who is there for somebody and of no agency of the case, each behind a star."""
    return {f"*{who}" for who, sign in OUTSIDERS.items() if sign.search(words)}


OUTSIDERS = {
    "advocate": re.compile(r"\badvoca(?:te|cy)\b"),
    "interpreter": re.compile(r"\b(?:interpreter|translator)\b"),
    "guardian": re.compile(r"(?<!special )(?<!legal )\bguardian\b|\bcafcass\b|\bcourt's (?:own )?(?:person|officer|worker)\b"),
    "reviewing officer": re.compile(r"\biro\b|\breviewing officer\b"),
    "appropriate adult": re.compile(r"\bappropriate adult\b"),
}


def _named(facts: Facts) -> Iterator[str | None]:
    """The words in which it stands who was away, each time; none where the record means its own agency."""
    last = ""  # of whom the sentence before tells: "Father is back in work. He did not come."
    for sentence in (each.replace("’", "'") for each in facts.sentences_as_written):
        asked = ""  # the part before: "The school was asked along, but nobody came from there."
        before = ""  # of whom it tells so far: "Father had said that he would come, but was not there."
        if MAY.search(sentence.lower()):
            for part in PARTS.split(sentence):
                yield from _in_part(part, before, before or last, asked)
                before, asked = part if PERSON.search(part) else before, part
        last = sentence if PERSON.search(sentence) else last


def _in_part(part: str, before: str, told_of: str, asked: str) -> Iterator[str | None]:
    words = part.lower()
    if OF_OURS.search(words) and not UNSURE.search(words):
        yield None
    for match in STAYED_AWAY.finditer(words):
        if not UNSURE.search(words[: match.end()]):
            yield from _before(part[: match.start()], before, told_of)
    for match in (*BEFORE_WHOM.finditer(words), *NO_SERVICE.finditer(words)):
        if not UNSURE.search(words[: match.start()]):
            behind = match.groupdict().get("who") or STOPS.split(part[match.end() :], maxsplit=1)[0]
            yield part[: match.start()].strip() or asked if FROM_THERE.match(behind) else behind
    for match in (match for sign in (EMPTY, NEITHER, NO_PARENTS) for match in sign.finditer(words)):
        yield part[: match.end()].replace("'s ", " ")
    yield from (part[match.start("who") : match.end("who")] for match in NEITHER_OF.finditer(words))


def _before(words: str, before: str, told_of: str) -> Iterator[str | None]:
    """Who stands before a word of staying away; of whom it was told before, where that is one; else the writer's own."""
    *speaker, who = SAYS.split(_subject(words))
    who = who.strip()
    if OURSELVES.match(who):
        yield None
    elif who and not (PRONOUN.fullmatch(who) or SELF.match(who.lower())):
        yield who
    elif PRONOUN.fullmatch(who) or before or speaker:
        named = " ".join(speaker) if speaker else told_of if PRONOUN.fullmatch(who) else before
        if len(PERSON.findall(named)) == 1:
            yield named
    else:
        yield None


OURSELVES = re.compile(r"(?:(?:[Aa]nd|[Ss]o|[Aa]s) )?(?:I|[Ww]e|[Oo]ur|[Mm]y|[Tt]his (?:team|service|practice|school|office))\b")
SAYS = re.compile(r"\b(?:says|said|reports|reported|states|stated|explained|to say|told \w+|thinks)(?: that)?\b")
PARENTS = re.compile(
    r"\bparents\b|\b(?:just|only) (?:the )?professionals$|\bprofessionals only$|\bneither (?:of the )?parent|\bno (?:parent|family)\b"
)
PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|[Tt]hey|who)")
HEALTH = re.compile(r"(?<!mental )\bhealth\b(?! visit)")
MAY = re.compile(
    r"\b(?:alone|except|apart|bar|other than|but for|save|exception|not|n't|never|no|none|nobody|neither|without|absen\w+|apolog\w+|dna|missed|unable|failed|away|off|empty|too|declined|refused|nothing|instead|out|part|unrepresented|vacant|un\w+|blank|minus|short|miss|kept|held|stuck|detained|delayed|tied|caught|needed|required|called|double|otherwise|leave|another|nowhere|conspicuous|sick|waited|sat|stayed|remained|professionals|excluded|barred|prevented|stopped|elected|chosen|chose|opted|preferred|asked|decided)|n't\b|dna"
)
PERSON = re.compile(
    r"\b[A-Z][a-z]+ [A-Z]|\b(?:[Mm]um|[Mm]other|[Dd]ad|[Ff]ather|[Gg]ran\w*|[Nn]an\w{0,3}|[Uu]ncle|[Aa]unt\w{0,2}|[Ss]tep\w+|[MP]G[MF]|SW|HV|DSL|GP)\b|\bM(?:r|s|rs)\b"
)


def _subject(before: str) -> str:
    """Who stands before a verb: behind the last comma, or before it where an insertion ends there."""
    pieces = COMMA.split(before)
    last = pieces[-1].strip()
    if last or len(pieces) == 1:
        return last
    return ", ".join(pieces[-3:])  # "Jo Platt, midwife, sent apologies"


COMMA = re.compile(r", | and (?=(?:[A-Z]\w+ ){1,3}(?:was|were|did|had|sent|could)\b)| with ")
