"""Words by which one of several has it that what the others have is not to be, and what says nothing of which matter it is."""

from __future__ import annotations

import re

from chronology.analysis.vocabulary.body import PARTS as BODY
from chronology.analysis.vocabulary.deciding import OF_AGENCIES, OF_ANY_DECISION
from chronology.analysis.vocabulary.denying import DENYING, ON_TERMS, SPOILT
from chronology.analysis.words import stem

AGAINST = re.compile(
    r"\b(?:no(?! (?:\d|longer\b|one else|less|more|doubt|sooner|matter|later|concerns?|complaints?|injur\w+|further|other|sign))"
    r"|not(?! (?:only|just|the same|sure|long|until|before|yet \d))|never|nobody|no ?one|none|nothing(?! (?:new|else))|neither|nor"
    r"|refus\w+|declin\w+|unnecessary|premature|unjustified|disproportionate|unworkable|unwise|hold(?:s|ing)? (?:off|back)|held (?:off|back)"
    r"|(?:left|leave|leaves|leaving) (?:\w+ )?(?:out|off)|too (?:much|early|soon|intrusive)|cannot|(?:decided|advised|agreed|felt|argued|spoke) against)\b(?! \d)"
)
# What these say is said of what stands before them.
SAID_BEHIND = re.compile(
    r"(?:unnecessary|premature|unjustified|disproportionate|unworkable|unwise|hold\w* |held |left |leave|leaving |too )"
)
# "An alarm would not add anything", "with housing having no part in it".
GOVERNED = re.compile(r" (?:be|been|given|needed|made|add\w*|part|place|call|use|need|\w+ed)\b")
# Whoever does not oppose a thing has it too; what somebody said of it is no decision.
UNDISPUTED = re.compile(r" (?:argu|fight|fought|oppos|object|contest|disput|dissent|disagree|resist|doubt|challeng)\w*")
OWN_WORDS = re.compile(r"(?:\w+ ){0,2}?(?:said|says|feels|thinks|thought|hopes|worried|wonders)\b")
# With one of these a part of a sentence says of nothing that it is so.
LEFT_OPEN = (
    DENYING
    | ON_TERMS
    | (SPOILT - frozenset("to back out end clear required needed".split()))
    | frozenset(
        """wnb dna nfa dry little low poor hardly scarcely barely away absent missed discontinued thrown abandoned barred banned excluded forbidden
        rather against waiting only stays stay remains remain same declines denies denied rejected turned wanted wants asked""".split()
    )
)
# Something is done, or to be done.
DOING = re.compile(
    r"\b(?:will|(?:is|are|am|was|were) to|to (?!the\b|a\b|an\b|his\b|her\b|their\b|my\b|our\b|us\b|me\b|him\b|them\b|hospital\b|school\b|ward\b|be seen\b)[a-z]{3,}|(?:is|are|am|'s|'re|be) (?:\w+ )?\w+ing"
    r"|agreed|arrang\w+|referr\w+|appl(?:y|ies|ied|ying)|offer\w*|fit(?:s|ted|ting)?|install\w*|hand(?:s|ed|ing)|submit\w*|book\w*|send\w*|taking|getting|giv(?:en|es|ing)|gave|put|issu\w+|serv(?:ed|ing)|increas\w+|order\w*|granted|made)\b"
)
ENDING_IN = ("group_", "meeting_", "conference_", "review_", "discussion_")
OF_NO_MATTER = (
    frozenset(
        stem(word)
        for word in """tell told say said see seen found today yesterday tomorrow morning afternoon evening tonight night nights week weeks month months day days time times
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
        year years holiday holidays term first second last early late go going went come came back report reports reported meeting strategy conference review house home
        school nursery flat bed bedroom room door worker child children mother father police gp hospital ward social service poor ask asked call called calls dr concern concerns
        further new due living live lives give gave given get got since toward towards one two three six ten part place name number risk need needs take taken
        know known want use used help support bring brought keep kept leave left right present self alone health well good able sleep slept discharge discharged
        injury injuries bruise bruises mark marks harm damage complaint complaints account message""".split()
    )
    | frozenset(stem(part) for part in BODY)
    | frozenset(map(stem, OF_ANY_DECISION))
    | frozenset(map(stem, OF_AGENCIES))
)
