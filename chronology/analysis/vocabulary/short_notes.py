"""What practices, clinics, wards, homes and offices write in the fewest words of what others tell at length."""

from __future__ import annotations

# Kinds that nothing else in the vocabulary has.
SHORT: dict[str, str] = {
    "unsafe_store": """unlocked|unsecured|loose|accessible _1 methadone|medicine*|medication|meds|tablets|pills|sharps|needles|bottle; open bottle; methadone|medicine*|medication|meds|tablets|pills|needles|bottle _2 left out|open|around|unlocked; within|in _1 reach of; could|can reach|get _1 it|them; lock box _2 empty|open|unlocked|unused; box empty|unlocked|open; not
        locked away; safe storage; !within reach of services|town|school; !letter box open|empty""",
    "home_education": """ehe; home educat*|learning|schooling|schooled|taught; elective home; s437; school attendance order; sao; samples of work; provision|education|learning|teaching judged|found|deemed _2 suitable|unsuitable; unsuitable|not suitable education|provision; deregister*; off rolled""",
}  # fmt: skip

# What the vocabulary has, in fewer words.
SHORTER: dict[str, str] = {
    "not_brought": """missed follow|followup|f|appt|appts|appointment|appointments|clinic|slot|scan|review|medical|booking|dressing|imms|jab|jabs; missed _2 appt|appts|appointment|appointments|clinic|follow|slot; never|didn't|not|don't turned|turn|showed|show up; failed to attend|book|arrive|bring|present; failed appointment|appt; no show; not arrive|arrived|present|presented; non arrival; again not
        seen; rebook; reappoint; new slot|appt; !never turned up|on _3 volume|heat|heating|tv|television|music""",
    "discharged": """left|leaves|leaving _2 ward|scbu|nicu|nnu|hdu|infirmary with|this|today|yesterday|on|am|pm; left the? ward|hospital|infirmary; home|back _1 from the? ward|hospital|infirmary|scbu|nicu|theatre; allowed home; sent|let home from; fetched|collected _6 hospital|ward|infirmary; out of _1 hospital|ward; off the ward; hospital|ward|unit sent|let _2 home""",
    "drugs": """nodded|nodding off; gouch*; slurred; hard|difficult|impossible to wake|rouse; falling|fell|fallen asleep at|in|on|during|while|mid; drowsy at|on|when|during; sedated mum|mother|dad|father|parent; pin point; !falling|fell|fallen asleep on _1 breast|bottle|carpet|mat; !fell asleep in|on _2 cot|bed|pram|buggy|car|lap""",
    "medicine_missed": """uncollected; nothing picked|collected; picked|collected up? nothing; not|n't|never been|gone|went to? _2 chemist*|pharmac*|pharmacist*; script held|stopped|suspended|lapsed; held _3 script; two|three|four|five|2|3|4|5 days missed|uncollected|off; missed pick|collection*|supervised|doses; no script collected; depot missed|late|overdue; missed _1 depot; overdue depot""",
    "no_access": """could|did not get|raise _2 answer|reply; couldn't|cannot|can't get _2 answer|reply|in; nobody came to; no answer|reply at|x2|x3|to; no reply; knocked _3 no; card left|posted|through; left card""",
    "new_social_worker": """taken|takes|taking|took over from|as|the; case|file|family passed|handed|transferred|moved|goes|gone to; handover visit|meeting|between; introduc* _6 before leaving|she|he leaves; introductory call*|visit*; leaves|leaving|last day tomorrow|friday|today|the|us; covering for; !taken|takes|took over from _2 mum|mother|dad|father|parent; !taking over the counter""",
    "order": "judge has|have|gave|granted|made|said; order for|on|in her|him|them|both|all|each|the|respect; interim order*; orders _2 both|all; council|authority _2 order|orders|pr; shared parental responsibility; !order for the wheelchair|equipment|bed",
    "fire": "blaze; smoke damage*; burnt|burned out|down; fire overnight|damage*|investigation|service*; pumps; seat of; after the fire; !fired; !burnt out worker|carer|mum; !seat of the|his pants|trousers",
    "sectioned": "on a? section|136; on 136; detained s136|s2|s3|136; mhaa; cto; hbpos; community treatment order; section papers; very|acutely unwell|ill and|again|in; very ill; picked up _6 ill|unwell; naked|nightdress|barefoot",
    "charge": "charged yesterday|today|last|with|on|by|over; being charged; has|have|are|is|was|were been? charged; charges laid|brought|put; !charged phone|battery|up|rent|fee|fees",
    "weighing": "crossed|crossing|crosses _4 centile*|2nd|9th|25th|below|line|lines; weight faltering|falling|static|dropped|down|off; losing weight; not gaining; below _2 2nd|second|0|birth; tiny|small for; greedy feeder",
    "moved": "now|all|family|back in the|their? new? house|flat|home|property; address for|update*|changed|change; been living at; !address of|for the school|clinic|gp; !email|e|wrong|same|postal|web address",
    "arrears": "rent account|debit|statement; in debit; owes|owing|owed about|over|nearly|around; behind with _1 rent; court steps|action|letter; letter _2 threatening; notice _3 doorstep|handed|posted",
    "contact_time": "see|seeing|saw|seen|visit|visited|visiting _2 dad|father|mum|mother _3 prison|custody|centre|contact; took _4 see; family visit|time; prison visit; supervised|supported contact; home|back from seeing|contact|visiting; fetched|collected _6 contact|worker|centre",
    "scan": "scan today|report|showed|done; uss report*|today; ac 10th|5th|centile|on; fetal|foetal ac; bpd; liquor; dopplers; small for dates; !brain|ct|head|body scan",
    "pregnancy": "expecting; months|mths gone|pregnant|along; uterus; fetal|foetal; fm felt; due in|around|about; unborn; preg; carrying _2 baby; !expecting her|him|them|us|to|a call|visit|visitor",
    "pregnancy_found": "is|she's|was expecting; she is expecting; no period*; uterus; late booker; unbooked; months gone",
    "collapse": "neurosurg*; burr holes; retrieval; specialist centre; brain surgery; under neurosurgeons; transferred to _3 children's; picu; airlifted",
}  # fmt: skip
