"""Whether the child was seen, and who was there."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, quoted, says, words_in
from chronology.analysis.differences.held import NOT_HELD
from chronology.analysis.facts import Case, Facts
from chronology.analysis.records import NO, YES
from chronology.analysis.times import minutes_apart
from chronology.analysis.vocabulary.hearing import opens_with_news
from chronology.analysis.vocabulary.sorts import TOGETHER

NO_CHILD = re.compile(
    r"\bno (?:child|children|kids|baby|infant)\b[^.;]{0,20}(?:present|there|seen|on scene|at|in|about)\b|\bno (?:child|children) (?:present|seen)\b"
    r"|\bchild(?:ren)? (?:was |were )?(?:not (?:present|there|at home|in)|elsewhere|away)\b|\bwithout (?:the |her |his )?(?:child|children|baby)\b"
    r"|\bno children\b|\bno (?:sign|trace|sight) of (?:any |the |a )?(?:child|children|kids|baby|infant)\b|\b(?:nobody|no ?one|no other person) under (?:16|18|eighteen)\b"
)

CHILD_NOT_SEEN = re.compile(
    r"\bnot (?:seen|sighted|checked|observed|spoken to)\b(?! (?:the |his |her |their )?(?:mother|mum|mam|father|dad|parents?|family|carers?|partner)\b)(?! alone| since| for| in school| at school| again| here)|(?<!children )(?<!child )(?<!boys )(?<!girls )\b(?:did|could|were|was)(?: not|n't) (?:see|seen|sight|check|speak to)\b(?! (?:it|this|that|what|anything|the (?:incident|assault|fight|argument|row))\b)"
    r"|\b(?:did|was|were)(?: not|n't) (?:go|taken|shown|allowed|able|let) (?:up|upstairs|up to)\b|\b(?:unable|not (?:been )?able|refused|not allowed) to (?:see|sight|check|view)\b|\bnever (?:even |once )?(?:looked (?:at|in on)|saw|seen|checked(?: on)?|spoke to|asked to see) (?:him|her|them|the|any|either)\b|\bnot to (?:wake|disturb) (?:him|her|them|the)\b|\btook (?:\w+ )?(?:mother|mum|father|dad|parents?|her|his|their)(?:'s?)? word\b|\bno (?:sight|sighting) of\b|\bwithout (?:seeing|sight of)\b"
    r"|\bneither of us (?:saw|sighted|met|checked)\b|\bgot no further than\b|\bnobody (?:\w+ ){0,4}went (?:up|in|inside)\b|\bnot (?:woken|disturbed)\b|\bwould not (?:wake|let (?:me|us|her|him|them) see)\b|(?<!\bout )(?<!\bleft )\bunseen\b|\bnot been seen\b"
    r"|\bonly (?:the )?(?:(?:one|two|three|eldest|oldest|youngest|older|younger|elder|middle|baby|boys?|girls?|first) ?){1,3}(?:of (?:the|them) )?(?:children |child |ones? )?(?:was|were|had been) (?:seen|sighted|checked|spoken to)\b|\b(?:did|could)(?: not|n't) (?:go|get|come) (?:in|inside|past|beyond|further than|over)\b"
    r"|\b(?:saw|seen|met|sighted|checked|viewed|woke|visited|spoke (?:to|with)|spoken (?:to|with)|looked in on|set eyes on) (?:none|neither|nothing) of (?:the|them|these|his|her|their)\b|\b(?:saw|met|sighted|checked|spoke (?:to|with)) no (?:child|children|kids|baby)\b"
    r"|\b(?:none|neither|not one) (?:of (?:the )?(?:\w+ ){0,2})?(?:child|children|boys?|girls?|kids|twins|siblings|them) (?:was|were|had been|has been) (?:\w+ )?(?:seen|sighted|checked|spoken to|woken|looked at|examined)\b"
    r"|\b(?:nobody|no ?one|no officer|neither officer|none of (?:them|the officers|us)) (?:\w+ ){0,2}(?:saw|set eyes on|laid eyes on|clapped eyes on|looked in on|looked at|checked(?: on)?|spoke (?:to|with)|sighted|woke) (?:him|her|them|the|any|either|all|both|\w+ (?:or|and))\b"
    r"|\b(?:did|could|was|were|had)(?: not|n't) (?:\w+ )?(?:(?:set|laid|lay|clap|clapped) eyes on|look(?:ed)? (?:in on|at|in at)|check(?:ed)? (?:on|up on)|wake|view|speak with|spoken with|enter the (?:bed)?rooms?|go in to)\b"
    r"|\bwithout (?:looking in on|checking(?: on)?|speaking (?:to|with)|setting eyes on|waking|laying eyes on|sighting|viewing) (?:him|her|them|the|any|either|all|both)\b"
    r"|\b(?:left|leaving|let) (?:him |her |them |the (?:child|children|baby|boys|girls|kids) )?(?:to sleep|asleep|sleeping|undisturbed)\b|\b(?:children|child|baby|boys?|girls?|kids) (?:was |were )?(?:left|let) (?:to sleep|asleep|sleeping|undisturbed)\b"
    r"|\bno (?:direct |face to face )?(?:contact with|conversation with|eyes on|check (?:of|on)|look at) (?:the |any |any of the |either of the )?(?:child|children|baby|boys?|girls?|kids)\b|\b(?:children|boys|girls|baby|kids) (?:were|was) never (?:seen|checked|looked at|spoken to|sighted)\b"
)

CHILD_AWAY = re.compile(
    r"\b(\w+) (?:was|were)(?: not|n't) (?:with (?:her|him|them|me|us|mother|mum|father|dad|parents|either)\b|at (?:the |her |his |their )?(?:property|home|address|house|flat|placement)|there|present|in|inside|on (?:the )?scene)\b"
    r"|\b(\w+) (?:was|were) (?:elsewhere|away|out(?! (?:on|in)\b)|not in|not home|at school|at nursery|(?:staying|stopping|sleeping|visiting)(?: over| round)? (?:at|with)|(?:spending|having) (?:the (?:night|evening|weekend|day)|a (?:night|sleepover)) (?:at|with)|on a sleepover|at a (?:friend|party|sleepover)\w*"
    r"|(?:at|with) (?:a |an |the |her |his |their )?(?:maternal |paternal )?(?:grandmother|grandparents|nan|nana|aunt|auntie|uncle|friend|neighbour)(?:'s)?)\b"
)

CHILD_NOUNS = frozenset("child children baby infant boy boys girl girls siblings toddler kids".split())

PLAINLY_SEEN = re.compile(
    r"\b(?:child(?:ren)?|baby|boys?|girls?|kids|toddler|twins) (?:was |were |both |all |seen )*(?:running|playing|watching|eating|sitting|sat|colouring|crawling|smiling|clinging|sleeping)\b|\b(?:child(?:ren)?|baby|boys?|girls?|both|all|twins|siblings) (?:were |was |all |both )?(?:seen|sighted|spoken to|checked)\b"
    r"|(?<!not )\b(?:seen|spoken to|sighted) alone\b"
)

CHILD_SEEN = re.compile(
    r"\b(?:was|were|been|all|both|children|child|baby)? ?(?<!not )(?:seen|sighted|checked by|observed)\b|\bsaw (?:the )?(?:child|baby|both|all)\w*"
    r"|\bspoken to alone\b|\bholding\b|\bin (?:her|his|mother's|mum's) arms\b|\bclinging\b|\bon (?:her|his) (?:hip|lap|knee|shoulder)\b"
    r"|\bchild(?:ren)? (?:was |were )?(?:present|inside|awake|asleep|crying|in (?:the )?(?:house|home|room|garden))\b"
)

ALONE_ADULT = re.compile(
    r"\b(?:mother|mum|father|dad|she|he|parent|woman|patient|casualty|victim|occupant|tenant|resident|carer|adult|girl|boy|[mf]|yof|yom)\b[^.;]{0,20}\b(?:alone|on (?:her|his) own|by (?:her|him)self)\b"
    r"|\bno (?:one|body|adult males?|males?|man|men|other adults?|partner) (?:else )?(?:was |seen )?(?:present|there|seen|found|about(?: the)?(?: place| house)?|(?:in|at|on) (?:the )?(?:home|house|property|premises|address|flat|scene|place))\b|\bnobody else\b|\bno ?one else\b|\bno-one else\b|\b(?:no|not (?:one|a single|another)) (?:other )?(?:person|soul|living soul|adult|body)\b"
)

# What is asked of them, not what was so.
MUST_NOT = re.compile(
    r"\b(?:(?:must|should|may|can|could|shall|to)(?: not|n't)?|not|never) (?:be )?(?:left )?(?:alone|on (?:her|his|their) own)\b|\b(?:cannot|can't|could not|able to) [^.;]{2,45}\balone\b"
)

COMPANY = re.compile(
    r"(?<!no )(?<!ex-)\b(?:partner|boyfriend|stepfather|stepdad|husband|father|dad|male|man) (?:was |is |also )*(?:present|there|at home|in the (?:home|house)|on scene)\b"
)


def by_child_seen(between: Between) -> Difference | None:
    """One saw the child. The other was there too and did not, or says in words that the child was not seen or elsewhere.

    Whoever only heard of it and has "not seen" by the mark says nothing of what the other saw.
    """
    for saw, missed in between.either_way():
        seen_by_mark = missed.record.child_seen == YES and not says(DID_NOT_SEE_THEM, missed)
        if seen_by_mark or not _may_deny(missed) or not _saw(saw, between.case):
            continue
        not_seen = says(SAID_TO_BE, missed) or (missed.record.child_seen == NO and not says(NOT_HELD, missed))
        elsewhere = _at_one_minute(saw, missed) and says(SAID_TO_BE_AWAY, missed)
        denied = _denies(between.case, missed, saw) and _of_that_look(between.case, missed, saw)
        kept_away = says(DID_NOT_SEE_THEM, missed) and saw.agency in missed.mentions
        if denied or kept_away or elsewhere or (not_seen and _at_one_contact(saw, missed)):
            return between.told("child_seen", f"{between.name(saw)} has the child seen, {between.name(missed)} not seen.", 0.75)
    return None


def _of_that_look(case: Case, missed: Facts, saw: Facts) -> bool:
    """Whether what was not seen is what the other looked at: it was told of that agency or of none, or both were at one place."""
    if says(NOT_BY_US, missed):
        return _at_one_contact(saw, missed)
    if missed.news:
        return not missed.mentions or saw.agency in missed.mentions
    if says(OFFICERS, missed) and "police" in case.services.of_agency.get(saw.agency, ()):
        return True
    together = missed.joint or saw.joint or saw.agency in missed.mentions or missed.agency in saw.mentions
    return together or _at_one_minute(saw, missed) or says(DID_NOT_SEE_THEM, missed)


OFFICERS = re.compile(r"\bofficers?\b(?! of)|\bpatrol\b")
NOT_BY_US = re.compile(
    r"\b(?:i|we) have(?: not|n't) (?:yet )?(?:seen|met)\b|\bnot (?:yet )?(?:been )?seen (?:here|by (?:me|us|crew|this (?:team|service)))\b"
)
# Whoever has the child in school by the mark, and tells of another who came and did not see it.
DID_NOT_SEE_THEM = re.compile(
    r"\b(?:he|she|they|worker|officers?|sw|visitor|nurse|doctor)(?: (?:did|could|was)(?: not|n't)(?: able to)?| never| left without) (?:see|saw|seeing|speak to|meet) (?:her|him|them|the child(?:ren)?)\b"
    r"|\b(?:would not|refused to|declined to) (?:come (?:down|out|in|to)(?! (?:from|of|off)\b)|leave (?:his|her|the) (?:room|bed)|open (?:his|her|the) (?:bed ?room )?door|unlock|get up|be seen|(?:see|speak to|talk to|meet|engage with) (?:her|him|them|the \w+|\w+ (?:lady|worker|man|visitor)))\b|\bwasted (?:journey|trip|visit|call|drive|evening|morning|afternoon)\b"
    r"|\b(?:came|called|visited|arrived|was here|drove over) for (?:him|her|them|\w+)\b[^.;]{0,20}\bbut (?:\w+ )?(?:is|was|were|are|had) (?:absent|off|out|away|not|at|gone|with)\b|\b(?:gave up|left|went away)(?: \w+){0,2} (?:without (?:seeing|meeting|speaking to)|having seen nobody)\b"
    r"|\b(?:stayed|remained|hid|kept|locked (?:him|her)self)\b[^.;]{0,40}\b(?:till|until) (?:she|he|they|worker|sw|visitor) (?:had |has )?(?:gone|left)\b"
    r"|\b(?:came|called|visited|here|arrived) (?:in )?to see (?:him|her|them|\w+)[^.;]{0,20}\bbut (?:he|she|they) (?:was|were|had|has)(?: not|n't)? (?:out|away|gone|off|in|here|at|on|left|already)\b"
)


def _may_deny(facts: Facts) -> bool:
    return (
        facts.record.child_seen == NO
        or _not_seen(facts)
        or says(DID_NOT_SEE_THEM, facts)
        or says(SAID_TO_BE, facts)
        or bool(_away(facts))
    )


# What is said of those who are not seen where the agency is: of those at home, by a hospital, it denies nothing.
SAID_TO_BE = re.compile(r"\bsaid to be (?:at|with|asleep|in|out|away|upstairs|staying)\b")
SAID_TO_BE_AWAY = re.compile(r"\bsaid to be (?:away|staying|out|at (?!home|the (?:house|flat|address)))")


def _at_one_minute(one: Facts, other: Facts) -> bool:
    """Whether both are of one minute, whoever was told of it: of where the child was then, both speak."""
    return one.start == other.start and one.minute is not None and one.minute == other.minute


@once
def _not_seen(facts: Facts) -> bool:
    """Whether the words say that a child was not seen; most records have none of the words without which none does."""
    return not UNSEEN_WORDS.isdisjoint(words_in(facts.words)) and bool(CHILD_NOT_SEEN.search(facts.words))


UNSEEN_WORDS = frozenset(
    """not no nobody noone none neither nothing without unable refused unseen never only left leaving let said
    didn't couldn't wasn't weren't hadn't""".split()
)


def _saw(facts: Facts, case: Case) -> bool:
    """Seen by the mark where there is one, else by the words."""
    if facts.second_hand and says(SEEN_BY_OTHERS, facts):
        return True
    mark = facts.record.child_seen
    if mark in {YES, NO} or _not_seen(facts):
        return mark == YES
    return bool(says(PLAINLY_SEEN, facts)) or any(
        _is_of_the_family(case, match[1]) for sign in (SAW_BY_NAME, DOES) for match in sign.finditer(facts.words)
    )


def _is_of_the_family(case: Case, name: str) -> bool:
    """Whether a given name is none of those who are there by profession."""
    people = case.people
    return name in people.given and people.by_given.get(people.given[name], "") not in people.professionals


# What a child does before somebody's eyes.
DOES = re.compile(
    r"\b([a-z]+) (?:climbed (?:on|up|in)|(?:sat|was sitting|lay) (?:on|in) (?:his|her|my|mother's|mum's) (?:knee|lap|arms)|in (?:the|a|his|her) (?:high ?chair|bouncer|cot|pram)|played|built|drew|hid behind|clung|toddled|waved at)\b"
)


SAW_BY_NAME = re.compile(
    r"\b(?:saw|met with|examined|weighed|checked(?: on)?|spoke (?:to|with)|chatted (?:to|with)) ([a-z]+)\b(?! who)"
)


SEEN_BY_OTHERS = re.compile(
    r"\b(?:officers?|police|crew|paramedics?|staff|nurse|visitor|midwife|teacher|worker) (?:who |have |had )*(?:checked|saw|seen|sighted)(?: on)? "
    r"(?:him|her|them|the (?:child|children|baby|boys?|girls?)|(?:all|both)(?: of)?(?: the)? (?:(?:two|three|four|five|six|\d) )?(?:children|boys|girls|kids|of them)|(?:two|three|four|five|\d) (?:children|boys|girls|kids))\b"
    r"|\b(?:child|children|baby|he|she|they) (?:was |were )?(?:seen|checked|sighted) by (?:officers|police|crew|staff)\b"
)


def _denies(case: Case, facts: Facts, saw: Facts) -> bool:
    """Whether the words say that the child was not seen, or not there. Of a child who is missing that says nothing."""
    if _not_seen(facts) and (facts.about_children or facts.people or facts.record.child_seen == NO):
        return True
    if facts.kinds & UNSEEN_ANYWAY and not (says(NOT_WITH, facts) and says(WITH_THEM, saw)):
        return False
    both = set(facts.people) & set(saw.people) - case.people.professionals
    seen = case.people.children.intersection(saw.people)
    named = case.people.children.intersection(facts.people)
    if seen and seen.isdisjoint(facts.people) and named:
        return False  # the one tells of one child, the other of another
    subjects = {part for child in named or both for part in child.split()} | CHILD_NOUNS
    if _others_away(case, facts, saw):
        return False
    return not subjects.isdisjoint(_away(facts)) and subjects.isdisjoint(_away(saw))


def _others_away(case: Case, facts: Facts, saw: Facts) -> bool:
    """Whether those who are said to be away are named, and the other tells of other people of the family alone."""
    away = {person for person in facts.people if not _away(facts).isdisjoint(person.split())} - case.people.professionals
    seen = set(saw.people) - case.people.professionals
    return bool(away) and bool(seen) and away.isdisjoint(seen)


# Of a child in somebody's company: "was not with her", and "asleep in the pram".
NOT_WITH = re.compile(r"\b(?:was|were)(?: not|n't) with (?:her|him|them|mother|mum|father|dad)\b")
WITH_THEM = re.compile(
    r"\b(?:was|were|and|is) (?:there )?with (?:her|him|them|mother|mum|father|dad)\b|\bin (?:the |her |his |a )?(?:pram|buggy|pushchair|sling|arms|car seat|papoose)\b"
)


@once
def _away(facts: Facts) -> set[str]:
    if WAS.isdisjoint(words_in(facts.words)):
        return set()
    return {match[1] or match[2] for match in CHILD_AWAY.finditer(facts.words)}


WAS = frozenset({"was", "were", "wasn't", "weren't"})
UNSEEN_ANYWAY = frozenset({"missing", "absence"})


def _at_one_contact(one: Facts, other: Facts) -> bool:
    """Whether both claim to have been there: at one minute, on a visit together, or called to one emergency at about one time."""
    if _at_one_minute(one, other) and not (
        one.meetings & other.meetings or opens_with_news(one.words) or opens_with_news(other.words)
    ):
        return True
    if any(each.second_hand or each.heard or opens_with_news(each.words) for each in (one, other)):
        return False
    if one.kinds & other.kinds & VISITS or one.meetings & other.meetings:
        return one.start == other.start and (one.joint or other.joint)
    if (
        one.start != other.start
        or one.minute is None
        or other.minute is None
        or not (one.about_children and other.about_children)
    ):
        return False  # a woman on a bridge, whose children are at home, is no contact with a child
    if one.joint and other.joint and (other.agency in one.mentions or one.agency in other.mentions):
        return minutes_apart(one.minute, other.minute) <= ONE_SCENE
    return bool(one.kinds & other.kinds & TOGETHER) and minutes_apart(one.minute, other.minute) <= ONE_SCENE


VISITS = frozenset({"visit", "joint_visit"})

ONE_SCENE = 45  # minutes


def by_child_present(between: Between) -> Difference | None:
    """One says that no child was there, the other has a child there."""
    for without, other in between.either_way():
        if _hours_apart(without, other) and not (without.news or other.news):
            continue
        if says(NO_CHILD, without) and (
            (other.record.child_seen == YES and not other.news) or (says(CHILD_SEEN, other) and not says(NO_CHILD, other))
        ):
            return between.told(
                "present", f"{between.name(without)} says that no child was there, {between.name(other)} has a child there.", 0.75
            )
    return None


def _hours_apart(one: Facts, other: Facts) -> bool:
    """Whether exact hours show two moments: a call to the home, and an examination hours later."""
    if one.minute is None or other.minute is None:
        return False
    return one.start != other.start or minutes_apart(one.minute, other.minute) > MOMENT


MOMENT = 120  # minutes


def by_company(between: Between) -> Difference | None:
    """One has an adult alone, the other has a partner there."""
    for alone, other in between.either_way():
        if not says(ALONE_ADULT, alone) or says(COMPANY, alone) or says(MUST_NOT, alone) or says(FOUND_ALONE, alone):
            continue
        if there := _grown_there(between.case, other):
            who = there.title()
            return between.told(
                "present", f"{between.name(alone)} has nobody else there, {between.name(other)} has {who} there.", 0.65
            )
        if says(COMPANY, other):
            who = quoted(COMPANY, other)
            return between.told(
                "present", f"{between.name(alone)} has nobody else there, {between.name(other)} has “{who}”.", 0.65
            )
    return None


# Who is found or goes about by himself was not alone at home.
FOUND_ALONE = re.compile(
    r"\b(?:he|she|they|boy|girl|child|toddler)\b (?:was |were |is |had been |has been |been )?(?:found|picked up|out|wandering|playing|walking)\b[^.;]{0,20}\b(?:alone|on (?:her|his|their) own|by (?:her|him)self)\b"
)


def _grown_there(case: Case, facts: Facts) -> str:
    """A man of the family, or somebody of it who is no child, whom a record has in the place."""
    grown = [person for person in facts.people if person not in case.people.professionals | case.people.children]
    for sentence in facts.sentences_in_full:
        if not HERE.search(sentence) or ELSEWHERE.search(sentence):
            continue
        for person in grown[1:] if len(grown) > 1 else ():
            if person.rpartition(" ")[2] in sentence or person.partition(" ")[0] in sentence:
                return person
    return ""


HERE = re.compile(
    r"\b(?:asleep|upstairs|downstairs|in bed|on (?:the )?(?:sofa|settee)|(?:both|all|also|still) (?:in|there|present|inside|at)|in (?:the )?(?:kitchen|bedroom|room|bathroom|hall|car|van|house|home|flat|garden|property|lounge|living room)"
    r"|present|at (?:the )?(?:home|address|property|house|flat)|answered|let us in|came (?:in|out of)|came downstairs|hiding|spoken to|also there|was there|were there|throughout|on the doorstep|arrived|in attendance|on (?:the )?stairs|sat (?:in|on|with|there|down)|stood|watching tv|opened the door|joined us|home(?! (?:educat\w+|school\w*|tuition|visit\w*|office)))\b"
)
ELSEWHERE = re.compile(r"\b(?:not|no longer|left|gone|away|out|before (?:arrival|police)|made off|absent|elsewhere|at work)\b")
