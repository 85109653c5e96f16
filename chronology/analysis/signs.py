"""The words by which two records of one event are seen to disagree: presence, sides, sums, outcomes, explanations.

General words of the field, of no one case. Patterns are held against small letters, except where names are looked for.
"""

from __future__ import annotations

import re

PRESENT = re.compile(
    r"(?i:\b(?:present|attendees?|attendance|those (?:there|present|attending|on)|attended by|others? on (?:the )?call|also there"
    r"|in attendance(?: with)?|invited|around the table|participants?|on the line|joined by)\b(?: were| was| are)?[:\s])|\bwith (?=[A-Z])"
)
ONLY = re.compile(r"\bonly\b|\balone\b|\bno ?(?:one|body) else\b|\bjust\b")
APOLOGIES = re.compile(
    r"\b(?:sent (?:their |her |his )?apologies|apologies|absent|did not (?:attend|come)|not (?:present|there|represented|invited)"
    r"|no (?:representation|representative|one) from|unable to attend|failed to attend|non-attendance)\b"
)
CAME = re.compile(
    r"\b(?:attended|came|was there|were there|was present|were present|took part|gave (?:\w+ ){0,2}(?:report|summary|update))\b"
)
HEALTH_NAMED = re.compile(r"\bhealth\b(?! visit)")
DONE_BY = re.compile(
    r"\b(?P<thing>(?:nrm |marac |mash |safeguarding |section \d+ )?(?:referral|notification|report|alert|application|form|call))"
    r" (?:was |is |to be |been |has been )?(?:made|sent|submitted|done|completed|raised) by (?P<who>[^.;,]{2,30})"
)
CANCELLED = re.compile(
    r"\b(?:cancel\w*|postpon\w+|called off|did not (?:take place|go ahead|happen|proceed)|reschedul\w+|re-schedul\w+|not (?:held|quorate)|adjourn\w+|rearrang\w+|re-arrang\w+"
    r"|stood down|abandoned|deferred|put (?:off|back)|new date)\b"
)
HELD = re.compile(
    r"\b(?:attend(?:ed|ance)|took place|went ahead|held|chaired|present|there|reviewed|gone through|discussed|agreed|contributed)\b"
)
NOT_PASSED_ON = re.compile(
    r"\b(?:not|never|n't) (?:been )?(?:mentioned|raised|told|informed|shared|passed on|received|disclosed|discussed|reported|made aware)\b"
    r"|\bno (?:mention|concerns?|worries|disclosure|information|detail|safeguarding concerns?)\b(?! about (?:the )?visit)"
    r"|\bnothing (?:about|of|to (?:worry|report|suggest|add)|said|was said|mentioned|concerning|untoward|more|passed|else)\b"
    r"|\bdid not (?:mention|say|tell|raise|pass|share|report)\b|\b(?:general|routine) (?:update|catch[ -]?up|enquiry|chat)\b"
    r"|\bunaware\b|\bnot aware\b|\bno record of (?:any |a |the |this )?(?:call|referral|contact|message|notification)\b|\bonly (?:said|told|mentioned)\b"
)

SIDED = re.compile(
    r"\b(left|right)\b[ -](?:(?:side|hand side|hand|upper|lower|outer|inner|of|the|his|her|front|back)[ -]){0,4}(\w+)"
)
SIDED_AFTER = re.compile(r"\b(\w+) (?:on|of|to) (?:the |his |her )?(left|right)\b")
PARTS = {
    **{
        part: part
        for part in "ear eye cheek chin lip nose jaw neck arm leg hand foot back chest stomach knee thigh wrist ankle".split()
    },
    **{
        part: part
        for part in "elbow shoulder hip shin forearm finger thumb toe forehead temple skull head face mouth buttock rib groin".split()
    },
    **{
        f"{part}s": part
        for part in "ear eye cheek lip arm leg hand knee thigh wrist ankle elbow shoulder hip shin forearm finger".split()
    },
    "feet": "foot",
    "thumbs": "thumb",
    "toes": "toe",
    "buttocks": "buttock",
    "ribs": "rib",
    "throat": "neck",
    "pinna": "ear",
    "abdomen": "stomach",
    "tummy": "stomach",
    "bottom": "buttock",
    "earlobe": "ear",
    "scalp": "head",
    "torso": "chest",
}
WITHIN = {
    **dict.fromkeys(
        ("eye", "cheek", "chin", "lip", "nose", "jaw", "forehead", "temple", "mouth", "ear"), frozenset({"face", "head"})
    ),
    "skull": frozenset({"head"}),
    "face": frozenset({"head"}),
    "temple": frozenset({"forehead", "head", "face"}),
    "forearm": frozenset({"arm"}),
    "wrist": frozenset({"arm", "hand"}),
    "elbow": frozenset({"arm"}),
    "finger": frozenset({"hand"}),
    "thumb": frozenset({"hand"}),
    "thigh": frozenset({"leg"}),
    "shin": frozenset({"leg"}),
    "knee": frozenset({"leg"}),
    "ankle": frozenset({"leg", "foot"}),
    "toe": frozenset({"foot"}),
    "rib": frozenset({"chest", "back"}),
    "mouth": frozenset({"lip", "face"}),
}
HURT = re.compile(
    r"\b(?:bruis\w*|marks?|graz\w+|cuts?|burn\w*|scald\w*|swelling|swollen|fractur\w+|injur\w+|bump\w*|red(?:ness)?|scratch\w*|bite\w*"
    r"|lacerat\w+|lump|wound|broken|sore)\b"
)

MONEY = re.compile(r"£ ?(\d[\d,]*(?:\.\d+)?)|\b(\d[\d,]*(?:\.\d+)?) pounds\b")
MEASURED = re.compile(
    r"(?<![\w./:£-])(?<!in )(?<!within )(?<!every )(?<!next )(?<!last )(?<!for )(?<!over )(?<!review )(\d+(?:\.\d+)?|two|three|four|five"
    r"|six|seven|eight|nine|ten|both) ?(?:-|small |young |other |older |visible |separate |stab |paracetamol |sleeping )?(kg|cm|mm|children|siblings|bruises"
    r"|marks|fractures|wounds|tablets|pills|wraps|phones|units|stitches|(?<=[- ])month(?= (?:\w+ ){0,3}order)|per cent|%)(?![\w])"
)
SORE_GRADE = re.compile(
    r"\b(?:grade|category|stage) (\d)(?= (?:\w+ )?(?:ulcer|sore|damage))|\b(?:ulcer|sore)[^.;\d]{0,15}\b(?:grade|category|stage) (\d)"
)
COUNTS = {"both": 2.0} | {
    word: float(number) for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
}
OFTEN = re.compile(
    r"\b(daily|twice[ -]weekly|twice a week|weekly|fortnightly|every (?:two weeks|fortnight|day|week|month|four weeks)|monthly"
    r"|(?:once|twice) a (?:day|week|month)|ten[ -]day|every ten days)\b(?= (?:\w+ ){0,2}(?:visit|contact|weigh|weight|check|call|test|session|support|review|meeting|midwi))"
)
SAME_OFTEN = {
    "every day": "daily", "once a day": "daily", "every week": "weekly", "once a week": "weekly", "every two weeks": "fortnightly",
    "every fortnight": "fortnightly", "twice a week": "twice weekly", "twice-weekly": "twice weekly", "every month": "monthly",
    "once a month": "monthly", "every four weeks": "monthly", "ten day": "every ten days", "ten-day": "every ten days",
}  # fmt: skip
RESTRICTED = re.compile(
    r"\b(?:not to|must not|no contact|not allowed|not permitted|supervised(?: contact)? only|unsupervised|barred|excluded)\b"
)
HOME_WITH = re.compile(r"\b(?:home|discharged|live|stay|return\w*|placed?|remain)\b[^.;]{0,25}\bwith\b[^.;]{0,40}\band\b")

# What was agreed in the one and is not allowed in the other.
CONDITIONS = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"\bunsupervised\b", r"(?<!un)\bsupervised\b"),
        (
            r"(?<!not )\b(?:may|can|able to|allowed to|free to|will|to) (?:now )?(?:return|stay|live|visit|move back|remain)\b(?! (?:with grand|away))",
            r"\b(?:not|no longer|never) (?:allowed |permitted |able )?to (?:return|stay|live|visit|move back|remain)\b",
        ),
        (
            r"\bcontact (?:to )?(?:resume|restart|continue)\w*|\bcontact agreed\b",
            r"\bno contact\b|\bcontact (?:suspended|stopped|to stop|to cease)\b",
        ),
    )
)
NO_INJURY = re.compile(
    r"\bno (?:visible |obvious |apparent |new |other |physical )?(?:injur\w+|marks?|bruis\w*|sign of injury)\b|\buninjured\b|\bunharmed\b"
)
ALONE_ADULT = re.compile(
    r"\b(?:mother|mum|father|dad|she|he|parent|woman)\b[^.;]{0,20}\b(?:alone|on (?:her|his) own|by (?:her|him)self)\b"
    r"|\bno (?:one|body|adult male|male|other adult) (?:else )?(?:was )?(?:present|there|in the (?:home|house|property))\b|\bnobody else\b|\bno one else\b"
)
COMPANY = re.compile(
    r"(?<!no )(?<!ex-)\b(?:partner|boyfriend|stepfather|husband|father|male|man) (?:was |is |also )*(?:present|there|at home|in the (?:home|house)|on scene)\b"
)
BROUGHT_BY = re.compile(r"\b(?i:brought|carried|taken|accompanied|collected|presented)(?: in| to \w+)? by (?P<who>[^.;,]{2,40})")
ABSENT_DAYS = re.compile(
    r"\b(?:absen|suspen|exclu|off school|missed)\w*[^.;]{0,20}?\b(\d+|two|three|four|five|six|seven|eight|nine|ten) (?:school )?days?\b"
)

# Outcomes that exclude each other, as pairs of patterns.
OPPOSED: tuple[tuple[str, str, str], ...] = (
    (
        "the plan",
        (
            r"\bplans? (?:to )?(?:continue|remain|maintained|stay)\w*|\bremains? (?:on|subject)|\bcontinue[sd]? (?:on|under|with|subject)"
            r"|\bplans? continu\w+|\bregistration (?:to |will |should )?(?:continue|remain)\w*|\bstays? on (?:a |the )?(?:cp |child protection )?plan"
        ),
        (
            r"\bplans? (?:to )?(?:end|ended|ends|cease\w*|close\w*|discontinued|removed)|\bstep(?:ped|ping)?[ -]down|\bde-?(?:plan|regist)\w+"
            r"|\bremoved from (?:a |the |their )?(?:plans?|register)|\bno longer (?:on|subject)"
        ),
    ),
    (
        "what was decided",
        r"\bno further (?:\w+ )?action|\bnfa(?:'?d)?\b|\bthreshold (?:was )?not met|\bdoes not meet (?:the )?threshold",
        (
            r"\bcharged\b|\bsection 47\b|\bs\.?47\b|\baccepted for\b|\bthreshold (?:was |is )?met|\bassessment (?:to|opened|begun|agreed)"
            r"|\bstrategy (?:meeting|discussion) (?:agreed|to)|\ballocated\b"
        ),
    ),
    ("the arrest", r"\barrested\b|\bdetained\b", r"\bno arrests?\b|\bnot arrested\b|\bwords of advice\b"),
    ("the charge", r"(?<!not )(?<!without )\bcharged\b", r"\bnot charged\b|\bwithout charge\b|\bno charge\b|\bcaution(?:ed)?\b|\breleased under\b"),
    ("the order", r"\bgranted\b|\border made\b", r"\brefused\b|\bnot granted\b|\bdismissed\b|\bno order\b"),
    ("admission", r"\badmitted (?:to|over|for)\b|\badmitted\b(?! to school)", r"\bdischarged home\b|\bsent home\b|\bnot admitted\b"),
    ("the referral", r"\baccepted\b", r"\bdeclined\b|\brejected\b|\bnot accepted\b"),
    ("who is to make the enquiries", r"\bjoint (?:section 47|s\.?47|investigation|enquir)", r"\bsingle[ -]agency (?:section 47|s\.?47|enquir)|\bsingle agency\b"),
    ("consent", r"\bconsent(?:ed)? (?:given|obtained|to)\b|\bconsented\b", r"\bconsent (?:refused|not given|withheld|declined)|\brefused consent\b"),
    ("whether it was substantiated", r"(?<!un)(?<!not )\bsubstantiated\b", r"\bunsubstantiated\b|\bnot substantiated\b|\bunfounded\b"),
    (
        "further tests",
        r"\b(?:bloods?|skeletal survey|x-?rays?|scans?|imaging|tests?|investigations?)\b[^.;]{0,25}\b(?:advised|recommended|requested|required|needed|to follow|ordered)\b",
        r"\bno (?:further |other |more )?(?:tests?|investigations?|imaging|x-?rays?|scans?|bloods?)\b",
    ),
    ("the exclusion", r"\bpermanent(?:ly)? exclu\w+", r"\bfixed[ -]term\b|\bsuspended for\b|\bsuspension of\b"),
    ("custody", r"\bremanded (?:in|to) custody\b|\bremanded\b", r"\bbailed\b|\breleased on bail\b"),
)  # fmt: skip
OPPOSITES = tuple((about, re.compile(one), re.compile(other)) for about, one, other in OPPOSED)
GRADE = re.compile(
    r"\b(very high|high|medium|standard|low)[ -](?:level )?risk\b|\brisk (?:assessed as |graded (?:as )?|level )?(high|medium|standard|low)\b|\b(?:ppn|dash|form \w+)[ ,:]+(high|medium|standard)\b"
)

ACCOUNT = re.compile(
    r"\b(?:said|says|stated?|states|telling|told|explain\w*|account|claim\w*|put down to|according to|history|described?|alleg\w+|reported|blam\w+)\b"
)
MEANS = {
    **dict.fromkeys(("stairs", "stair", "steps", "downstairs"), "the stairs"),
    **dict.fromkeys(("sofa", "settee", "couch", "armchair"), "a sofa"),
    **dict.fromkeys(("bed", "bunk", "bunkbed"), "a bed"),
    **dict.fromkeys(("cot", "crib", "moses"), "a cot"),
    **dict.fromkeys(("bath", "shower", "sink"), "the bath"),
    **dict.fromkeys(("swing", "slide", "trampoline", "climbing", "playground"), "playing outside"),
    **dict.fromkeys(("toy", "toys", "brick", "lego"), "a toy"),
    **dict.fromkeys(("brother", "sister", "sibling", "cousin"), "another child"),
    **dict.fromkeys(("pushchair", "buggy", "pram"), "a pushchair"),
    "table": "a table", "door": "a door", "dog": "a dog", "bike": "a bike", "scooter": "a bike", "kettle": "a kettle", "iron": "an iron",
    "radiator": "a radiator", "highchair": "a high chair", "changing": "a changing table", "dropped": "having been dropped",
    "walker": "a walker", "fireplace": "a fireplace", "kerb": "a kerb", "fridge": "a fridge", "cupboard": "a cupboard",
}  # fmt: skip
WHEN = re.compile(
    r"\b(yesterday|last night|this morning|this afternoon|this evening|tonight|earlier today|today|overnight|last week(?:end)?|the day before|two days ago"
    r"|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|just now|at lunchtime|at bedtime)\b"
)
TODAY = frozenset(
    {"this morning", "this afternoon", "this evening", "tonight", "earlier today", "today", "just now", "at lunchtime"}
)

NO_CHILD = re.compile(
    r"\bno (?:child|children|kids|baby|infant)\b[^.;]{0,20}(?:present|there|seen|on scene|at|in|about)\b|\bno (?:child|children) (?:present|seen)\b"
    r"|\bchild(?:ren)? (?:was |were )?(?:not (?:present|there|at home|in)|elsewhere|away)\b|\bwithout (?:the |her |his )?(?:child|children|baby)\b"
    r"|\bno children\b"
)
CHILD_NOT_SEEN = re.compile(
    r"\bnot (?:seen|sighted|checked|observed|spoken to)\b(?! alone| since| for| in school| at school| again)|\b(?:did|could|were|was)(?: not|n't) (?:see|seen|sight|check|speak to)\b"
    r"|\bunseen\b|\bnot been seen\b|\bsaid to be (?:at|with|asleep|in|out|away|upstairs|staying)\b"
)
CHILD_AWAY = re.compile(
    r"\b(\w+) (?:was|were)(?: not|n't) (?:at (?:the |her |his |their )?(?:property|home|address|house|flat|placement)|there|present|in|inside|on (?:the )?scene)\b"
    r"|\b(\w+) (?:was|were) (?:elsewhere|away|out|not in)\b"
)
CHILD_NOUNS = frozenset("child children baby infant boy boys girl girls siblings toddler kids".split())
PLAINLY_SEEN = re.compile(
    r"\b(?:child(?:ren)?|baby|boys?|girls?|both|all|twins|siblings) (?:were |was |all |both )?(?:seen|sighted|spoken to|checked)\b"
    r"|(?<!not )\b(?:seen|spoken to|sighted) alone\b"
)
CHILD_SEEN = re.compile(
    r"\b(?:was|were|been|all|both|children|child|baby)? ?(?<!not )(?:seen|sighted|checked by|observed)\b|\bsaw (?:the )?(?:child|baby|both|all)\w*"
    r"|\bspoken to alone\b|\bholding\b|\bin (?:her|his|mother's|mum's) arms\b|\bclinging\b|\bon (?:her|his) (?:hip|lap|knee|shoulder)\b"
    r"|\bchild(?:ren)? (?:was |were )?(?:present|inside|awake|asleep|crying|in (?:the )?(?:house|home|room|garden))\b"
)

# --- who was told ------------------------------------------------------------------------------------------------

TOLD = re.compile(
    r"\b(?:told|informed|notified|alerted|advised|rang|phoned|telephoned|e-?mailed|wrote to|contacted|copied to|copy to|shared with"
    r"|passed (?:on )?to|referred (?:\w+ ){0,3}to|referral (?:was |form )?(?:made |sent |submitted )?to|referral (?:to|form sent)"
    r"|refer to|reported to|sent to|liaison form (?:sent )?to|letter to|message (?:left )?(?:for|with)|handed over to|flagged to)\b"
)
NOT_TOLD = re.compile(
    r"\b(?:not|never|no|without|to be|will|should|asked to|agreed to|plan to|consider\w*|declin\w+ to|if|unless|needs? to)\b[^.;]{0,25}$"
)
FROM_OTHERS = re.compile(r"^ ?(?:us\b|by\b|that\b|of\b|about\b|:)")
ANSWERED = re.compile(
    r"\b(?:accepted|declined|rejected|allocated|opened|assessment|no further action|nfa|threshold|placed on|waiting list|appointment (?:offered|given|sent))\b"
)
UNANSWERED = re.compile(
    r"\b(?:no (?:outcome|response|reply|answer|acknowledg\w+|feedback)(?: (?:received|to|from|recorded))?|not heard (?:back|anything)"
    r"|outcome (?:not known|unknown|awaited|not (?:received|recorded|shared))|awaiting (?:outcome|response|reply|decision)|still awaited)\b"
)
