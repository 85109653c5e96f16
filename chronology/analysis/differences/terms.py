"""On what terms: that nothing was asked of anybody by the one, and a condition by the other; who may, and who must not."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once, quoted, says
from chronology.analysis.facts import Facts
from chronology.analysis.vocabulary.deciding import BEING, TAKEN_UP

TERMS = r"(?:conditions?|stipulations?|restrictions?|requirements?|caveats?|provisos?|limits?|limitations?|strings|preconditions?|constraints?|demands?|terms)"
MORE = r"(?:(?:further|other|special|particular|specific|extra|additional|new|bail|police|such|formal|strict|set|more|any|real) ){0,2}"
FREE = re.compile(
    rf"\b(?:no|without|free of|nor|zero) {MORE}{TERMS}\b"
    rf"|\bnot (?:set|attach|impose|make|place|put|lay down|add|ask for|give|have|need|subject to|under|set down) {MORE}{TERMS}\b"
    rf"|\b{TERMS} (?:(?:were|was|have|has|had|been|are|is|now|all) )*(?:lifted|removed|ended|dropped|expired|waived|cancelled|(?:not|no longer) (?:\w+ )?(?:needed|necessary|required|imposed|attached|set))\b"
    r"|\b(?:ask|asks|asked|want|wants|wanted|require|requires|required|expect|expects|expected|demanded) (?:\w+ ){0,2}?(?:for )?nothing\b(?! but| except)"
    r"|\bunconditional(?:ly)?\b|\bnothing (?:(?:was|is|has|been|being|further|else|more|extra) )*(?:required|needed|asked|stipulated|demanded|expected|imposed|insisted on|laid down)\b"
    r"|\bno(?:ne| one|body)? need for (?:\w+ ){1,3}to (?:stay|be there|be present|sleep|move in|supervise|watch|live)\b"
    r"|\b(?:asked|wanted|required|requested|demanded|needed|expected|set|imposed|stipulated) (?:for )?(?:nothing|none)\b(?! but\b)|\bnothing (?:\w+ )?(?:beforehand|in return|to do first|stands? in the way|to wait for|outstanding)\b"
    r"|\b(?:leave|go|went|be discharged|return|come|released?) (?:home )?(?:with (?:\w+ ){1,3})?(?:straight ?away|at once|immediately|straight (?:from|home|back)|forthwith|as soon as (?:she|he|they) (?:likes?|wants?|wishes?|chooses?))\b"
    r"|\b(?:without|no) (?:further|any|more) (?:ado|formality|checks?|training)\b"
    r"|\bno (?:extra|additional|further|more) (?:supervision|cover|staffing|staff|help|support) (?:is |was )?(?:needed|required|asked for)\b"
    rf"|\b(?:standard|usual|ordinary|normal) (?:licence |bail )?{TERMS} only\b|\bonly (?:the )?(?:standard|usual|ordinary|normal) (?:licence |bail )?{TERMS}\b"
    rf"|\b{TERMS}\b[^.;]{{0,60}}? (?:not|never) (?:{BEING} ){{0,2}}{TAKEN_UP}\b"
    r"|\bno (?:supervision|supervisor|escort|chaperone)(?: (?:was|is|to be))? (?:asked for|needed|required|necessary|set|wanted)\b|\bneed not (?:be (?:there|present)|stay|sleep|supervise|move in)\b"
    r"|\b(?:whenever|any ?time|as often as|as and when) (?:she|he|they) (?:likes?|wants?|wishes?|chooses?|pleases?)\b|\bon the same footing\b|\b(?:no|without an?|not on an?) (?:curfew|tag|electronic tag|exclusion zone|reporting)\b|\bnot (?:be )?made a (?:condition|requirement)\b|\bnothing (?:\w+ ){0,4}(?:keeps|stops|prevents|bars) (?:him|her|them)\b|\bwithout having to\b|\bnothing (?:was |is |were )?(?:said|laid down|written|decided|put in) (?:about|as to|on)\b|\b(?:licence|bail|order|agreement) (?:has|says|had|said) nothing (?:about|on|as to)\b|\bnothing (?:in the way|to (?:stop|prevent|keep))\b|\bwithout (?:an? |any )(?:nurse|worker|supervisor|chaperone|escort|adult|member of staff)\b"
    r"|\b(?:on|with|under) (?:the |his |her |their )?(?:ordinary|usual|normal|standard|everyday) (?:staffing|care|arrangements?|supervision|terms)\b"
    r"|\bfree to (?!talk|discuss|speak)\w+\b|\bcan go home now\b"
    r"|\b(?:does|do|did|will|would) not (?:stop|prevent|bar|prohibit|restrict|exclude|keep) (?:him|her|them|it|either|anyone)\b"
)
# "No conditions other than …" is one.
BUT = re.compile(r",? (?:other than|except|apart from|beyond|save|but (?:that|for))\b")
BOUND = re.compile(
    r"\bon (?:the |one |a |strict |clear |sole |these |two |three |only )*(?:conditions?|proviso)\b|\bon the (?:\w+ )?(?:understanding|footing) (?:that|of)\b"
    r"|(?<!home )(?<!living )(?<!housing )(?<!medical )(?<!health )(?<!skin )(?<!heart )(?<!poor )(?<!good )\bconditions? (?:of|for|that|is|are|being|include\w*) (?!concern|the (?:home|house|flat|property|bedroom))"
    r"|\b(?:on|subject to) (?:\w+ )?terms\b|\b(?:licence|bail|additional|extra|new|added) conditions? (?:is |are |was |were |has been |have been )?(?:now |today )?(?:in force|in place|added|granted|served|approved|signed)\b|\bput in for a condition\b"
    r"|\b(?:only|just) (?:at|in) (?:the |a )?(?:\w+ )?(?:centre|office|room|presence)\b|\bas a condition of\b|\b(?:agreed|agrees|is|has|have) to give (?:\w+ ){0,3}notice\b"
    r"|\bconditions?:|\bconditions? (?:not?|to)\b|\bconditional (?:on|upon|bail)\b|(?<!no )\bbail conditions\b|\bbail(?:ed)?\b[^.;]{0,25} not to\b|\b(?:with|strict|under) conditions\b|\bsubject to (?:conditions|supervision|(?:\w+ ){1,3}(?:not |being |\w{3,}ing\b))"
    r"|\bconditions? (?:was |were )?(?:imposed|attached|set|agreed|laid down)\b"
    r"|\bprovid(?:ed|ing) (?:that\b|(?:the |her |his |their |an? |there )?(?:[\w'-]+ ){0,3}(?:first|is|are|will|can|does|has|have|remains?|stays?|sleeps?|moves?|gives?|watches|keeps?|leaves?|agrees?|lives?|comes?|goes|witness\w*|supervises?|attends?|completes?|rooms?|learns?|shows?|passes|signs?|takes?|engages?|visits?|does not|do not)\b)"
    r"|\b(?:as|so) long as\b|\bonly (?:if|when|once|while|after|with|provided)\b|\b(?:not|cannot|nor)\b[^.;]{0,40}\bunless\b"
    r"|\b(?:discharge|home|return\w*|release|going|leaving|this|which)(?: [\w']+){0,3} (?:depends?|dependent|contingent|hinges) (?:up)?on\b|^dependent on\b|\. dependent on\b"
    r"|\bmust (?:not|be|have|stay|sleep|live|remain|reside|keep|leave|move|room|first|complete|attend|pass|finish|learn|show|prove|agree|sign|undertake|engage|abstain|surrender|report|reside|return|notify|inform|disclose|seek|obtain|comply|refrain|wear|hand)\b|(?<!no )(?<!without a )\b(?:curfew|tagged|exclusion zone)\b|\bon the basis that\b|\bif (?:two|three|both|enough) (?:\w+ )?(?:staff|workers|carers|adults|people) (?:are|on)\b"
    r"|\b(?:has|have|had|needs?|required|expected) to (?!be seen)\w+[^.;]{0,50}? (?:first|beforehand|before (?:\w+ ){0,3}(?:leaves?|leaving|goes|going|discharge|release|return\w*|home|placement|moving))\b"
    r"|\b(?:not|cannot|nor) (?:\w+ ){0,3}(?:leave|go|be discharged|go home|be released|return)[^.;]{0,20} (?:without|unless|until)\b|\bnot to (?:contact|approach|attend|see|return|enter|be|go (?:to|near|into)|come|live|sleep)\b|\bterms? (?:of|for) (?:\w+ )?(?:discharge|going|leaving|release|bail|return\w*)\b"
    r"|\bonce (?:the|she|he|they|his|her|a|an) [^.;]{0,40}|\b(?:and )?not (?:before|until)\b|\bif (?:an?|the|her|his|someone|somebody) (?:[\w'-]+ ){1,4}?(?:sleeps?|stays?|lives?|moves? in|is there|is present)\b"
    r"|\b(?:excluded|barred|banned|prohibited|forbidden) (?:from|to) (?!school|lessons?|class|college|nursery|(?:the )?(?:academy|unit))"
    r"|\bstipulat(?:ed|ion|ions|es|ing)\b(?! by)|\brequire(?:d|ment) that\b"
)

# What somebody may do by the one and must not by the other: the nights, and being alone with the child.
ALLOWED = r"\b(?:may|can|could|free to|allowed to|able to|welcome to|permitted to) (?:now )?"
ALONE = r"(?:on (?:his|her|their) own|alone|by (?:him|her|them)sel(?:f|ves)|unsupervised)"
NIGHT = r"(?:over ?night|at night|nights|the night|every night)"
MAY = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (
            rf"{ALLOWED}(?:\w+ ){{0,3}}?(?:stay over|stay the night|sleep (?:over|in|there|here)|{NIGHT})\b",
            rf"\b(?:not|never|nor|out of|away from)(?: [\w'-]+){{0,6}}? (?:{NIGHT}|stay(?:ing)? over|sleep(?:ing)? (?:over|in|there|here))\b",
        ),
        (rf"{ALLOWED}(?:\w+ ){{0,6}}?{ALONE}\b", rf"\b(?:not|never|cannot)(?: to)?(?: [\w'-]+){{0,6}}? {ALONE}\b"),
        (
            rf"{ALLOWED}(?:\w+ ){{0,6}}?{ALONE}\b",
            r"\bonly (?:\w+ ){0,5}?(?:with|when|while) (?:\w+ ){1,3}(?:is |are )?(?:there|present|in the room|supervising|watching)\b",
        ),
        (
            r"\b(?:unescorted|unaccompanied leave|without (?:an )?escort|without (?:any )?supervision)\b",
            r"\b(?:escorted|with (?:an )?escort|supervised)\b",
        ),
        (
            r"\bfree to (?:come|go|return|visit|stay|live|see)\b|\b(?:can|may) (?:still |now )?(?:come|go|return) (?:back )?(?:to|into) (?:the|his|her|their) (?:house|home|flat|property|address|street)\b",
            r"\b(?:must|has to|have to|is to|are to|to) (?:stay|keep|live|remain) (?:away|elsewhere|out)\b|\bnot to (?:come|return|visit|stay|live|see|enter|go)\b",
        ),
    )
)


def by_terms(between: Between) -> Difference | None:
    """Nothing was asked by the one; by the other there was a condition, or what the one allows must not be."""
    for free, bound in between.either_way():
        if _on_no_terms(free) and _on_terms(bound) and not _on_terms(free) and not _on_no_terms(bound):
            words = f"“{_on_no_terms(free)}” and “{_on_terms(bound)}”"
            return between.told("condition", f"Whether there are conditions differs: {words}.", 0.7)
    for free, bound in between.either_way():
        for allowed, forbidden in MAY:
            if says(allowed, free) and says(forbidden, bound) and not says(forbidden, free) and not says(allowed, bound):
                words = f"“{quoted(allowed, free)}” and “{quoted(forbidden, bound)}”"
                return between.told("condition", f"What was agreed differs: {words}.", 0.7)
    return None


@once
def _on_no_terms(facts: Facts) -> str:
    """The words by which a record says that nothing was asked of anybody."""
    found = FREE.search(facts.words)
    return "" if found is None or BUT.match(facts.words, found.end()) else found.group()


@once
def _on_terms(facts: Facts) -> str:
    """The words by which a record sets a condition."""
    found = BOUND.search(FREE.sub(_or_what_it_leaves, facts.words))
    return found.group() if found else ""


def _or_what_it_leaves(match: re.Match[str]) -> str:
    return " conditions: " if BUT.match(match.string, match.end()) else " "
