"""Meetings: two agencies' records of one kind of meeting on one day are nearly always of the same meeting."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.analysis.vocabulary.phrases import CLAUSE_ENDS, SENTENCE_ENDS, Found, Phrasebook

MEETINGS: dict[str, str] = {
    "marac": """marac; maracs; multi agency risk assessment conference; !marac
        referral|referred|threshold|coordinator|flag|marker|criteria|level|research; !referred|referral|refer _2 marac""",
    "mappa": "mappa; multi agency public protection; !mappa level|nominal|eligible|flag|managed; !managed|subject _2 mappa",
    "strategy": """
        strategy|strat meeting*|discussion*|mtg*|call*|disc; strat; !strategy to; !strat plan;
        strategy by|re|held|today|about|around|attended|convened|with|on|for|phone|telephone|teams|via|at; to|at|joined|attended|chaired|in|dialled _2 strategy; strategy ,|.|:; s47|section _1 discussion|meeting; joint|agreed section 47; section 47 planning; jt strategy;
        !strategy for|on _2 behaviour|sleep|managing|feeding|coping|school|reading|attendance; !in|to _1 strategy group|unit|team|plan|document|board; !coping|behaviour|sleep|parenting|management|feeding|regulation|exit|calming|new|good strategy""",
    "conference": """
        icpc; rcpc; cpc; cpcc; cp conf; case|protection|cp|review|initial|transfer|in conference*|conf; child protection
        conference*; conference*; conf; pre birth conference; cp at|today|held|attended|chair; at|to|joined|attended the? cp; went|came|sat to|in|on _2 conf; report to rcpc|icpc|conference|conf; !at|to|attended the? cp plan*|visit*|team|medical|clinic|case*|training|status|category|threshold|level|concern*; !conference call|room|suite|report|centre; !family group
        conference*; !press|video|national|regional|annual|staff|training|union|teachers|heads|nurseries|nursery|academic|local|trust|parents conference*; !conference on _1 inclusion|safeguarding|practice; !local|national|regional|annual _1 conference*; !transfer in?; !conf call; !report for conference""",
    "family_group": "family group conference*|meeting*; fgc; family network meeting; family meeting",
    "core_group": "core group*; core gp|grp|gps; coregroup*; cg meeting; cgm; cg .|,|: ; cg re|held|at|today|attended|mtg|no|1|2|3|4|5|6|minutes|with; !cg referral",
    "cin_meeting": """
        child|children in need review? meeting*|review*|mtg*; cin review? meeting*|review*|mtg*; chin meeting*|review*; cin plan
        review; review* of _3 in need; in need review*; the|a|my|her|his|their|last|first|second|third|at|on cin; !the|a|my|her|his|their|last|first|second|third|at|on cin plan*|team*|worker*|sw|visit*|service*|case*|threshold|level|status|category|support|referral|process|social|basis|stat*|work|cases; cin in|at|held|today|re|no|1|2|3|4|5|6|number; cin _1 attended""",
    "tac_meeting": """team around the child|family|school; tac; taf; tac|taf meeting|review; tas meeting; eha review; early help
        review|meeting; early help assessment review""",
    "discharge_meeting": "discharge planning; pre discharge meeting; discharge meeting; dpm; !discharge planning to|underway",
    "legal_meeting": """
        legal gateway|planning|strategy|panel; plo meeting; plo with|held|attended|today|at|mtg|no|1|2|review; pre proceedings with|held|attended|today; lpm; lgm; legal meeting; pre proceedings meeting; gateway
        panel|meeting""",
    "professionals_meeting": """!multi agency _2 meeting|meetings on|about|re waiting|capacity|training|policy|performance|staffing;
        professional*|professionals' meeting*|mtg*; multi agency _2 meeting*; ma|mdt|multidisciplinary|safeguarding meeting*;
        !meeting|meetings on|about|re waiting|capacity|training|policy|policies|performance|budget*|staffing|commissioning|services|audit|thresholds; safeguarding planning meeting; multi disciplinary meeting; network meeting*; mdt; peer review meeting; complex case
        discussion|meeting|panel; information sharing meeting; multi professional meeting; planning meeting; risk management
        meeting|panel|forum; marm; marmm; vam; varm; high risk panel""",
    "adult_meeting": """
        safeguarding adult* meeting|conference; section 42 meeting; s42 meeting; sova meeting|conference; adult protection
        conference; safeguarding case conference; best interest* meeting""",
    "lac_review": """
        lac|cla|cic|chiic children? review*; looked after child*? review*; looked after review; child|children looked after
        review*; child in care review*; review* of _3 looked after; lac|cla mtg|meeting; iro review; statutory review; our
        review""",
    "placement_meeting": """
        care team|planning meeting*|review*; placement planning meeting; placement agreement meeting; ppm; disruption meeting; stability meeting; matching meeting;
        placement planning; placement stability meeting; reunification meeting""",
    "education_meeting": """
        pep; pep meeting|review; ehc|ehcp review; review of _1 education plan; education plan review; personal education plan meeting|review; annual review of _2 ehc*; ehcp annual? review; ehcp
        meeting; reintegration meeting; return to school meeting; attendance panel|meeting; governors panel|meeting; exclusion
        meeting; fair access panel; parenting contract meeting; !pep talk""",
    "exploitation_meeting": """
        mace; mase; missing panel; exploitation panel|meeting; child exploitation panel|meeting; contextual safeguarding
        meeting|conference; cce|cse meeting|panel; missing strategy meeting; nrm panel""",
    "allocation_meeting": """
        allocation meeting|panel; resource panel; funding panel; access to resources panel; children's panel; continuing care
        panel; section 117 meeting; s117 meeting""",
    "lado_meeting": """
        lado meeting|discussion|strategy; allegations meeting; position of trust meeting; managing allegations meeting; pot
        meeting; asv meeting; allegation* management meeting""",
    "cpa": """
        cpa meeting|review; care programme approach; ctm; ward round; cetr; ctr; care and treatment review; tribunal hearing;
        section 117""",
    "psychosocial": """
        psychosocial meeting; psycho social meeting; perinatal meeting; maternity safeguarding meeting; vulnerable women's?
        meeting; safeguarding midwife meeting""",
    "rapid_review": """
        rapid review; child death review; cdrm; joint agency response meeting; jar meeting; rapid response meeting; initial case
        discussion; serious incident meeting""",
    "sentence_planning": """
        sentence planning meeting|board; pre release meeting|board; professionals pre release meeting; release planning meeting;
        recall meeting""",
    "court_hearing": """
        court|final|first|case|issues|interim|directions|possession|plea hearing; case management hearing; cmh; hearing;
        !hearing test|aid*|voices|loss|clinic|check|impair*|difficult*|problem*|assessment|screen*; !hard of hearing; !hearing from|that|about|of""",
}  # fmt: skip

MEETING = Phrasebook(MEETINGS)

# A child's review, of whoever is not asked to say whose.
REVIEWS = """her|his|their|my review , by|, on|in|at|went|today|at|by|on|,|.; into|to|at|in|for|joined|attended|chaired her|his|their|the review; first|second|third|fourth|fifth|sixth review .|,|:|at|by|held|in|with;
    first|second|third|initial|final review of arrangements; review conf|conference; at|to|attended|joined|chaired review; review chaired|attended|chair; six month* review; !medication|medicine|meds|clinic|clinical|paediatric|dental|growth|weight|asthma|health|annual|case|file|peer|practice|staff|medical|psychiatric|urgent|tenancy|rent|probation|progress review;
    !review of her|his|the _2 medication|tablets|dose; !at|to the review date; !meeting|meetings on|about|re waiting|capacity|training|policy|policies|performance|budget*|staffing|commissioning|services|audit|thresholds; """
# Any meeting, where the words do not say which.
GENERIC = "meeting"
UNNAMED = Phrasebook(
    {GENERIC: REVIEWS + "meeting*; mtg*; panel; review meeting; conference*; round table; met with _6 and; !press|video|national|regional|annual|staff|training|union|teachers|heads|nurseries|nursery|academic|trust|parents|residents|tenants conference*|meeting*; !meeting place|point|room|someone|new|up; !meeting needs|targets|milestone*; !meeting up; !supervision|team|staff meeting; !meeting milestone*"}
)  # fmt: skip

# A meeting that is asked for, announced or prepared has not been held yet.
PLANNED_BEFORE = Phrasebook(
    {
        "planned": """asked for; request; requested; requesting; to be held|arranged|convened|booked; arrange|arranged|convene|convened|arranging; invite; invites; invited; invitation; inviting; within;
            report|reports written? for; booked; date|dates set|for; await*; agenda; due; to follow; before; needed; next; tomorrow; prepar*; planned; scheduled; chase; chased; raise at; discuss at;
            bring to; take to; for; until; pending; proposed; consider; considering; recommend*; progress* to; escalat*; notice of; list|listed for; will be; send|sent for; report*; add to; refer* to; call|called|calling for;
            following; since; after; at last; from last; agreed at; actions from; !took|takes|taking|presented report|reports to; !presented|presents|read|reads|gave|spoke _4 report*; !teams|zoom|video|online|skype|webex|phone|speaker|speakerphone|line|person|there|joined|stayed|dialled|room|present for; !report|reports presented to; !for|during the? whole|entire|full|rest|duration|length|start|end|most|part|half|all|much|remainder|last|first of?"""
    }
)
PLANNED_AFTER = Phrasebook(
    {
        "planned": """asked for; request; requested; to be; to follow; later; later today; this week; tomorrow; next week; within; invitation*; invite*; date; dates; office asked|sent|rang|to|will|confirm*; needed; due; booked;
            arranged; scheduled; planned; for next; on monday|tuesday|wednesday|thursday|friday; report; paperwork; tbc; pending; required; recommended; referral; on _1 jan*|feb*|mar*|apr*|may|jun*|jul*|aug*|sep*|oct*|nov*|dec*"""
    }
)  # fmt: skip
# Whoever sent a report to it and tells what came of it tells of the meeting itself.
REPORTED = Phrasebook(
    {
        "reported": "sent|submitted|gave report*|apologies to|for|in; report*|apologies sent|submitted|given to|for; invited|asked to|along|in"
    }
)
# What is to be later today, unless the record already tells what was said or came of it.
LATER_TODAY = Phrasebook({"planned": "this afternoon|evening|morning"})
WAS_AT = Phrasebook(
    {
        "held": "was|were|went|sat|been|came|attended|joined|from|back|present|chaired at|to|in|through|into|the?; attended; chaired"
    }
)
CAME_OF_IT = Phrasebook(
    {
        "held": """i|we asked|said|told|felt|put|raised|spoke|presented|gave|read|shared|supported|argued|hold|took|have; actions|jobs|tasks for me|us|all; panel|chair|everyone|they agreed|heard|thanked|asked|noted; plan|plans retained|continue*|stay*|remain*|stays|ended|end|agreed|made|discontinued|kept;
            made|made|remain|remains|stay|stays|still|kept subject|on; no longer on; taken|stepped off|down; unanimous; threshold met; category; actions set|agreed|given; agreed that|to|plan|actions; outcome"""
    }
)  # fmt: skip
# What was to be on that day and fell through is that meeting too, however others tell of it.
CANCELLED = Phrasebook(
    {
        "cancelled": """cancelled|canceled|postponed|abandoned|adjourned _4 today|morning|afternoon|day|notice|because|as|since|due|by|quorate|sick|court|leave|snow|.; called off; did not|n't go|happen|take; didn't go|happen|take; stood down; fell through; off _3 sick|ill|court|snow|short; not quorate; inquorate; nobody|no one|nobody could|came|turned|there; cancelled;
            !cancelled next|tomorrow; !cancelled _5 next|tomorrow"""
    }
)  # fmt: skip
HELD_SIGNS = frozenset(
    """attended held chaired heard attendance present took attend attends reviewed agreed apologies contributed concluded
    decided outcome turn""".split()
)
NEAR_BEFORE, NEAR_AFTER = 8, 5  # words


def held(words: Sequence[str], spoken_of: Sequence[Found]) -> frozenset[str]:
    """The kinds of meeting that were held, of those that these words speak of."""
    return frozenset(each.name for each in spoken_of if not _only_planned(words, each))


def _only_planned(words: Sequence[str], meeting: Found) -> bool:
    """Whether the meeting is announced or asked for in its clause, and nothing says that it was held."""
    first, last = meeting.first, meeting.last
    while first and meeting.first - first < NEAR_BEFORE and words[first - 1] not in SENTENCE_ENDS:
        first -= 1
    before = words[first : meeting.first]
    while last < len(words) and last - meeting.last < NEAR_AFTER and words[last] not in CLAUSE_ENDS:
        last += 1
    after = words[meeting.last : last]
    if CANCELLED.matches(after) or not HELD_SIGNS.isdisjoint(after[:2]) or not HELD_SIGNS.isdisjoint(before[-2:]):
        return False
    if PLANNED_AFTER.matches(after):
        return True
    if PLANNED_BEFORE.matches(before):
        return not (REPORTED.matches(before) and CAME_OF_IT.matches(words[last:]))
    return bool(LATER_TODAY.matches(after)) and not WAS_AT.matches(before) and not CAME_OF_IT.matches(words[last:])


MEETING_WORDS = {
    "marac": "MARAC",
    "mappa": "MAPPA meeting",
    "strategy": "strategy discussion",
    "conference": "conference",
    "family_group": "family group meeting",
    "core_group": "core group",
    "cin_meeting": "child in need meeting",
    "tac_meeting": "team around the child meeting",
    "discharge_meeting": "discharge planning meeting",
    "legal_meeting": "legal meeting",
    "professionals_meeting": "professionals’ meeting",
    "adult_meeting": "safeguarding adults meeting",
    "lac_review": "looked-after review",
    "placement_meeting": "placement meeting",
    "education_meeting": "education meeting",
    "exploitation_meeting": "exploitation panel",
    "allocation_meeting": "panel",
    "lado_meeting": "meeting about allegations",
    "cpa": "care programme meeting",
    "psychosocial": "maternity safeguarding meeting",
    "rapid_review": "review after an incident",
    "sentence_planning": "sentence planning meeting",
    "court_hearing": "court hearing",
}
