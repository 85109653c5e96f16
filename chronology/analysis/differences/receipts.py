"""What one passed on, and the other never had."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once_in_case, says, words_in
from chronology.analysis.differences.kin import OF_THE_FAMILY, ROLES, person_of
from chronology.analysis.facts import Case, Facts
from chronology.analysis.records import YES
from chronology.analysis.vocabulary.denying import OF_PEOPLE
from chronology.analysis.vocabulary.hearing import OPENING
from chronology.analysis.words import fold

PAPER = (
    r"(?:referral|copy|minutes|report|record|notes|paperwork|documents?|e-?mail|fax|attachments?|plan|papers?|form|results?|handover|letter"
    r"|summary|notification|ppn|vpn|merlin|marf|message|information|invitation|invite|call|contact|alert|liaison form|body map|file|records|chronology|assessment|care plan|passport|history)"
)
NOT_PASSED_ON = re.compile(
    # All of it begins with a word: places within words are passed over at once.
    r"\b(?=\w)(?:"
    r"(?<!\bis )(?<!\bbe )\b(?:not|never|n't) (?:been )?(?:mentioned|raised|(?:told|informed)(?<!have not told)(?<!has not told)(?<!had not told)|shared|passed on|received|disclosed|discussed|reported|made aware)\b"
    r"|(?<!\bhas )(?<!\bhave )(?<!\bhad )\bno (?:mention|concerns?|worries|disclosure|information|detail|safeguarding concerns?)\b(?! about (?:the )?visit)"
    r"|\bnothing (?:new )?(?:about|of|to (?:worry|report|suggest|add)|said|was said|mentioned|concerning|untoward|passed)\b"
    r"|\bdid not (?:mention|say|tell|raise|pass|share|report|inform|notify|alert|copy)\b|\b(?:general|routine) (?:update|catch[ -]?up|chat)\b|\bgeneral enquiry\b"
    r"|\b(?:nobody|no ?one|no one) (?:had |has |ever )*(?:told|informed|notified|contacted|mentioned|rang|invited|said)\b(?! (?:him|her|them|mother|father|mum|dad)\b)|(?<!\bhe )(?<!\bshe )(?<!\bmother )(?<!\bfather )(?<!\bmum )(?<!\bdad )(?<!\bclient )(?<!\bpatient )(?<!\btenant )(?<!\bparents )(?<!\bcouple )\b(?:had|have|has) not (?:been (?:told|invited|informed|notified)|heard|(?:told|invited|informed|notified) (?:us|me|this|the school))\b|\bfirst (?:we|i|the school|this agency) (?:had |have )?(?:heard|knew|known)\b|\bno (?:letter|call|invitation|notice|notification|message|invite)\b(?! left| back| for\b| to\b)|\bfound out (?:from|by|that|later|only)\b|\bnot (?:been )?invited\b|\bno invit\w+"
    r"|\bnothing (?:came|arrived|had (?:come|arrived|been)|has (?:come|arrived|been)|received|in from|on (?:the )?(?:file|system))\b|\bno (?:trace|sign|record) of (?:a |an |any |the |this |that |our |their )?(?:\w+ )?(?:call|referral|report|e-?mail|letter|message|contact|notification|form|fax|minutes)\b|\bneither \w+ nor \w+ (?:were|was|had been) (?:told|informed|notified|contacted|invited)\b"
    r"|\bnever (?:arrived|reached|received|got|sent|turned up|came(?! (?:home|back|in|out|down|round|to)\b))\b|\breceived nothing\b|\b(?:learned|learnt|heard|found out) (?:of|about) [^.;]{1,30} (?:from|via|through) (?:a |an |another |facebook|social media|other )|\b(?<!attend and )(?<!come and )did not (?:arrive|reach (?:us|me|the|this|here)|receive|get (?:the|a|any|it)|hear (?:of|from|about))\b|\bnot (?:arrived|come through|on (?:the |our )?system|attached|enclosed|included|copied|been sent|sent to us|(?:been )?circulated|(?:been )?shared with us|(?:been )?provided|forwarded)\b"
    rf"|\bno (?:(?!longer)\w+ )?{PAPER}(?:,| or| and|s)?(?: \w+){{0,6}}? (?:came|(?:has|had|have) (?:yet )?come|received|arrived|attached|enclosed|with it|found|traced|reached|followed|provided|sent|seen|logged|held|forthcoming|to date|yet|on (?:record|file|(?:the |our |this )?(?:system|file|records?|notes|portal|chronology))|in (?:the |our )?(?:file|records|notes|inbox|post))\b"
    rf"|\b(?:have|has|had|did|were|was)(?: not|n't) (?:yet |ever )?(?:had|received|seen(?! (?:it|that|this|the \w+) (?:at|when|on|before|herself|himself)\b)|been sent|been given|get|got|given|sent) (?:any|an?|the|this|that|it|sight of)\b|\b(?:cannot|can't|could not|unable to) (?:find|trace|locate) (?:any|an?|the|this|that|it) "
    r"|\bno (?:other|further|additional|new|such|safeguarding|worrying) (?:concerns?|worries|information|details?|issues?|matters?|points?|disclosure|content)\b(?! needed| required)|\bnothing (?:else|further|of concern|of note|significant)\b|\b(?:just|simply|purely) (?:to|a|an|about|asking|checking|re)\b|\bnot (?:aware|been aware) (?:of|that)\b|\bfirst (?:i|anyone here|anybody here) (?:had |have )?(?:heard|knew|known)\b"
    r"|\b(?:not|never|n't) (?:let|rung|rang|called|contacted|written to|spoken to) (?:us|me|this|the school|the practice)\b|\bfirst we\b|\bwithout (?:\w+ ){0,2}(?:telling|informing|notifying|contacting|ringing|warning|consulting|asking|letting (?:us|me|anyone|anybody|the school) know|being told|being informed|our knowledge|notice)\b"
    r"|\b(?:never|not) been (?:given|sent|told|shown|copied|informed|notified|asked|consulted)\b|\bnothing (?:from (?:\w+ ){1,3}?)?(?:has |had |was )?(?:been )?(?:received|arrived|come)\b|\bsearched[^.;]{0,40}\bnothing found\b|\bnothing (?:there|in (?:the |our )?(?:inbox|post|file|notes|records?)|logged|recorded|held|to show)\b|\b(?:no|not) (?:sight|seen) of (?:it|the|any)\b|\b(?:still|yet) to (?:receive|see|arrive|hear)\b|\bonly (?:learn\w*|heard|found out|discovered|became aware)\b"
    r"|\bonly (?:a |an |the |one )?(?:\w+ ){1,4}(?:came|arrived|received|attached|enclosed|was sent|reached)\b"
    r"|\bnothing (?:was|is|has been|had been|ever) (?:passed|sent|shared|given|handed|raised|forwarded|communicated|flagged|logged)\b"
    rf"|\b(?:have|has|had)(?: still| yet)? (?:had|got|seen|received) no (?:\w+ )?{PAPER}\b|\b(?:hold|holds|have|has) no (?:\w+ ){{0,2}}{PAPER}\b(?! with\b)"
    r"|\b(?:reached|got to) (?:us|me|here|the school|the practice) [^.;]{0,14}(?:days|weeks) (?:later|late)\b"
    rf"|\bhad nothing (?:new )?(?:for|to tell|to pass on to) (?:me|us)\b|\bnot a word (?:from|of|about)\b|\b(?:have|has|had) not sent (?:us|me)\b|\b(?:have|has) not been in touch\b|\byet to (?:see|have|get|receive) (?:anything|it|the|any)\b|\bstill (?:waiting|awaiting|chasing)(?: for)?(?: the| an?| any| it)?(?: (?:\w+ )?{PAPER}\b|(?=[.;,]|$))|\b{PAPER} (?:is |are )?still (?:awaited|outstanding)\b"
    r"|\bnone on (?:file|record|(?:the |our )?system)\b|\bhad nothing (?:until|till|from|about|of)\b|\bno contact from (?:the |them|her|him|hospital|school|police|ward|sw|social)"
    r"|\bnothing (?:has |had |ever |yet )*(?:reached|got to|come to|came to|arrived (?:at|with)) (?:us|me|here|this|the|our)\b|\bno (?:\w+ ){0,2}(?:letter|report|referral|form|copy|minutes|summary) (?:was |has been |ever )?(?:had|got|seen|held)\b|\ball (?:is |was |still |going |seems )?(?:well|fine|okay|ok|in order|as it should be)\b"
    r"|\b(?:has|have|had|did|was|were)(?: not|n't) (?:yet |ever |been )?(?:supplied|supply|come (?:from|in|through)\b|handed (?:over|to)|hand over|forward(?:ed)?|given to (?:us|me))\b|\b(?:was|were) not (?:brought up|handed over|supplied|forwarded|passed on)\b|\bnothing through from\b"
    rf"|\bno (?:\w+ )?{PAPER} (?:was |were |has been )?(?:given|handed|supplied|passed)\b"
    rf"|\b(?:team|we|i|service|practice|school|nursery|office|hv|duty|mash|surgery|clinic) (?:has |have |had )?(?:had|have|has|got) no (?:\w+ ){{0,2}}{PAPER}\b|\bthere (?:was|is|were) no (?:\w+ ){{0,3}}{PAPER}\b(?! left| for\b)"
    r"|\b(?:rang|phoned|called|spoke|call|contact)\b[^.;]{0,30}\babout [\w' ]{3,30} only\b|\bonly about\b|\bnot (?:been )?seen by (?:me|us)\b|\bnever (?:been )?(?:handed|given|shared|forwarded|passed|supplied)\b"
    r"|\bunaware\b|\bnot aware\b|\bno record of (?:any |a |the |this )?(?:call|referral|contact|message|notification)\b|\bonly (?:said|told|mentioned)\b"
    r")"
)


def by_receipt(between: Between) -> Difference | None:
    """What one passed on, the other says it was not told."""
    for deaf, telling in between.either_way():
        if (
            not _says_not_told(between.case, deaf)
            or _of_another(between, deaf, telling)
            or _is_the_hearing(between, telling, deaf)
            or _says_nothing(telling)
        ):
            continue
        told = says(SAYS_TOLD, telling) and (_not_by(between, deaf, telling) or (telling.kinds & HARM and _took_a_call(deaf)))
        if not told and not _told_to(between, telling, deaf):
            continue
        named = between.case.services.mentioned(deaf.services, deaf.people, telling.agency) or between.case.services.mentioned(
            telling.services, telling.people, deaf.agency
        )
        named = named or _one_call(telling, deaf)
        if named:
            return between.told(
                "received",
                f"{between.name(telling)} has it passed on, {between.name(deaf)} was not told of it, or not of all of it.",
                0.7,
            )
    return None


@once_in_case
def _says_not_told(case: Case, deaf: Facts) -> bool:
    """Whether a record says that nothing was passed on; "no concerns" says so only of a call or a contact."""
    if DENYING.isdisjoint(words_in(deaf.words)):
        return False
    found = [match.group() for match in NOT_PASSED_ON.finditer(deaf.words) if _of_itself(case, deaf.words, match)]
    if all(NO_CONCERN.match(each) for each in found):
        own = bool(deaf.kinds & HARM) or deaf.record.child_seen == YES  # what it saw itself gave no concern
        return bool(found) and not own and (deaf.second_hand or _took_a_call(deaf))
    return True


def _took_a_call(deaf: Facts) -> bool:
    return OF_A_CALL.search(deaf.words[:OPENING]) is not None


def _of_itself(case: Case, words: str, match: re.Match[str]) -> bool:
    """Whether it is the agency that was not told, and is not by now: neither "mother unaware" nor "not told at the time"."""
    if SINCE_THEN.match(words, match.end()):
        return False
    if GAVE_NONE.search(words[: match.end()]):
        return False
    if not PERSONAL.search(match.group()):
        return True
    for word in reversed(re.findall(r"[a-z'-]+", re.split(r"[.;!?]\s", words[: match.start()])[-1])):
        if word in OURS or person_of(case, word) in case.people.professionals:
            return True
        if ROLES.get(word) in OF_THE_FAMILY or word in OF_PEOPLE or person_of(case, word):
            return False
    return True


SINCE_THEN = re.compile(r" (?:at the time|beforehand|before\b|previously|in advance|until (?:then|now|today))")
GAVE_NONE = re.compile(r"\b(?:he|she) (?:has|had|did)(?: not|n't) (?:given?|had|seen|got|sent)[^.;]*$")  # of belongings
PERSONAL = re.compile(r"\b(?:told|informed|notified|invited|aware|unaware|heard|knew|known)\b")
OURS = frozenset("we us i me nobody school nursery practice service".split())


def _told_to(between: Between, telling: Facts, deaf: Facts) -> bool:
    """Whether it was the other agency that was told or rung, by one sentence or by the column of those who were told."""
    case, services = between.case, between.case.services
    for written, sentence in zip(telling.sentences_as_written, telling.sentences_in_full, strict=True):
        if SAYS_TOLD.search(sentence) and services.mentioned(
            services.named(sentence), case.people.named_in(written), deaf.agency
        ):
            return True
    told = telling.record.told
    return services.mentioned(services.named(fold(told)), case.people.named_in(told), deaf.agency)


def _is_the_hearing(between: Between, telling: Facts, deaf: Facts) -> bool:
    """Whether what looks like the telling came from the other itself, or after the other wrote that it had heard nothing."""
    if FROM.search(telling.words[:BEGINNING]) and between.case.services.mentioned(telling.from_whom, (), deaf.agency):
        return True
    if telling.meetings & deaf.meetings:
        return False
    if telling.start != deaf.start:
        return telling.start > deaf.start
    return telling.minute is not None and deaf.minute is not None and telling.minute > deaf.minute


def _says_nothing(telling: Facts) -> bool:
    return says(NOT_PASSED_ON, telling) or says(NOTHING_SAID, telling)


NOTHING_SAID = re.compile(r"\bsa(?:id|ys) nothing\b|\bnothing (?:is|was|has been) wrong\b")
BEGINNING = 20  # letters in which a record says from whom it came
FROM = re.compile(r"\bfrom\b|\b(?:told|informed|notified|advised) by\b")
DENYING = frozenset(
    """unable cannot not never no nothing nobody noone neither unaware only general routine first found yet still learned learnt heard found none waiting awaited later late wasn't weren't hasn't haven't hadn't didn't isn't
    don't doesn't couldn't all""".split()
)
NO_CONCERN = re.compile(
    r"all |no (?:concern|worr|other |further |additional |new |such )|nothing (?:else|further|of)|just |simply |purely "
)


def _not_by(between: Between, deaf: Facts, telling: Facts) -> bool:
    """Whether the one says in one sentence that the other did not tell it."""
    for sentence in deaf.sentences_in_full:
        if (match := NOT_PASSED_ON.search(sentence)) and between.case.services.mentioned(
            between.case.services.named(sentence[match.end() :]), (), telling.agency
        ):
            return True
    return False


def _of_another(between: Between, deaf: Facts, telling: Facts) -> bool:
    """Whether all that was not sent should have come from some third agency: "nobody came from probation and no report was sent"."""
    services = between.case.services
    for sentence in deaf.sentences_in_full:
        if NOT_PASSED_ON.search(sentence):
            named = frozenset[str]().union(*(services.named(each[1]) for each in FROM_WHOM.finditer(sentence)))
            if not named or services.mentioned(named, (), telling.agency):
                return False
    return True


def _one_call(telling: Facts, deaf: Facts) -> bool:
    """Whether both name him who rang, though nothing says whose staff that is."""
    if not telling.kinds & deaf.kinds & PASSED_ON or telling.start != deaf.start:
        return False
    return any(
        re.search(rf"\b{person.rpartition(' ')[2]} (?:rang|phoned|called|telephoned|e-?mailed|spoke)\b", telling.words)
        for person in set(telling.people) & set(deaf.people)
    )


FROM_WHOM = re.compile(r"\b(?:from|by) (?:the |our )?((?:[\w'-]+ ?){1,4})")
PASSED_ON = frozenset({"phone_call", "referral"})
SAYS_TOLD = re.compile(
    r"\b(?:told|tell|phone|ring|inform|notify|informed|invited|notified|sent|advised|aware|e-?mailed|wrote|written|copied|letter|invitation|rung|rang|phoned|telephoned|spoke (?:to|with)|faxed|submitted|referred|referral|reported|portal|uploaded|handed|shared|passed|circulated|distributed|posted|served|delivered|handover|left (?:a )?(?:message|voicemail)|copies|copied|cc'?d|hand delivered|receipt)\b"
)


HARM = frozenset({"strangling", "injury", "weapon", "sexual_harm", "self_harm", "poisoning", "death", "collapse", "incident"})
OF_A_CALL = re.compile(r"\b(?:handover|handed over|call|rang|phoned|telephoned|message|e-?mail\w*|spoke|contact)\b")
