"""How an agency knows of something: at first hand, heard from others, announced, or done together with others."""

from __future__ import annotations

import re

from chronology.analysis.vocabulary.phrases import Phrasebook

OPENING = 60  # letters in which a record says from whom it has what it tells
# Somebody else said so. By itself, or beside the name of another service.
HEARD = re.compile(
    r"\b(?:(?:(?:conference|icpc|rcpc|cpc|core group|marac|strategy|cin|cp|lac|review|meeting) (?:decision|outcome|note|record|action|recommendation)s?(?: sheet| letter| form| list)?|notification|information|correspondence|letter|report|minutes|e-?mail|form(?: \w+)?|referral|alert|message|contact|ppn|vpn|merlin|handover"
    r"|update|copy|notice|paperwork|summary|fax|findings|feedback|news) (?:was |were |is |has |have |been )*"
    r"(?:rec'?d|rcvd|received|shared|sent to us|passed|in\b(?! (?:the |her |his |their )?(?:book|school|home|reading)? ?(?:bag|bookbag|diary|planner|folder|drawer)\b)|came|come|arrived|scanned|read|uploaded|phoned|forwarded|filed|logged|noted from|taken from)"
    r"|(?:received|rec'?d|rcvd|receipt of) (?:in\w* from |information|a |an |the |notification|word|by|from|via|copy|report|letter|minutes|e-?mail|referral|call|telephone|phone|message|\w+ (?:notification|letter|report|minutes|referral|summary|alert|email|e-mail))"
    r"|(?:was|were|been|are|is|being) (?:informed|told|notified|advised|made aware|alerted|copied|contacted by|updated|briefed)\b"
    r"|(?:informed|told|notified|advised|alerted|made aware|updated|contacted|briefed)(?: (?:us|via)\b| by (?!letter|message|liaison|e-?mail|phone|form|text|task|fax|note|telephone|slip|post|diary)|:)"
    r"|(?:call(?:ed|s|ing)?|text(?:ed|s)?|wrote|writes|writing|emailed|emails|messaged|rang|rings|phoned|phones) (?:us |in |through )?to (?:say|advise|inform|report|tell|let|share|update|confirm|notify|pass)\b"
    r"|following (?:a |the )?(?:notification|letter|discharge|referral|report|call from|information)\b"
    r"|(?:learned|learnt|heard|understands?|understood|aware|gather(?:s|ed)?) (?:from|that|of|via)\b"
    r"|(?:birth|death|discharge|police|incident|hospital|attendance) (?:notification|notice|alert)\b|notified\b|forwarded\b|cc'?d\b"
    r"|reported (?:as )?(?:missing|safe|found) by (?!letter|phone|e-?mail|text|telephone)|asked by (?:ms|mr|mrs|miss|dr|school|police|ward|sw|hv|gp|the)\b"
    r"|let (?:us|\w+|\w+ \w+) know\b|(?:tell|tells|told) us\b|(?<!not )(?<!nothing )(?<!never )(?<!n't )pass(?:ed|es)? on\b|rang to say\b|(?:came|come|phoned|sent|faxed|e-?mailed) through\b(?! (?:the|a|his|her|their|our|my) (?:\w+ )?(?:door|doors|doorway|window|gate|fence|hedge|wall|letter ?box|ceiling|floor|roof|glass|park|kitchen|hall|garden|gap))|\b(?:allocation|referral|offer|decision|request|funding|place|booking|agreement|confirmation) (?:through|in|across|down|back) from\b"
    r"|in (?:the |my |our |today's |this morning's )?(?:tray|in-?tray|pigeon ?hole|in-?box|docman|post)\b|by post from\b|scanned (?:in )?by\b|(?:back|in|returned|opened up) (?:\w+ ){0,4}to an? (?:\w+ )?(?:e-?mail|message|voicemail|letter)\b"
    r"|(?:call|e-?mail|letter|message|text|contact) from (?:the |a )?(?:[\w'&]+ ){1,4}(?:unit|team|department|desk|court|clinic|panel|coordinator|registrar|secretary|helpline)\b"
    r"|(?:call|decision|outcome|results?|task|response|reply|voicemail) (?:was |were )?(?:received|rec'?d|shared|passed)\b"
    r")"
    r"|(?:^|[.:;] )(?:informed|told|notified|advised|alerted|made aware|learnt|learned|heard) (?:of\b|that\b|(?:by|from|via)\b)|^(?:\w+ ){0,3}handover\b"
)  # fmt: skip
# What the night or the weekend hands over.
DUTY = re.compile(
    r"(?:(?:edt|out of hours|ooh|emergency duty|weekend|overnight|night duty|placement|unit)(?: (?:team|staff|duty))?"
    r"(?: (?:report|log|handover|update|e-?mail|summary|note|message|sheet)s?)*"
    r"|home(?: (?:team|staff|duty))?(?: (?:report|log|handover|update|e-?mail|summary|note|message|sheet)s?)+):"
)
# Without one of these words nothing of that stands in a text, so that most texts need not be searched.
HEARD_WORDS = frozenset(
    """received receipt shared sent passed passes pass came come arrived scanned read uploaded phoned phones forwarded filed logged
    noted taken informed told notified notification notice advised alerted alert made copied contacted updated briefed handover
    being call called calls calling text texted texts wrote writes writing emailed emails mailed messaged rang rings following
    learned learnt heard understand understands understood aware gather gathers gathered tray intray pigeonhole pigeon inbox docman post
    back returned opened email message letter contact cc ccd cc'd let tell tells reported asked edt ooh hours emergency weekend
    overnight duty
    faxed rec'd rcvd recd mail mails through down across""".split()
)
PAPERS = frozenset(
    """notification information correspondence letter report minutes email mail form referral alert message contact ppn vpn merlin
    handover update copy notice paperwork summary fax findings feedback news decision outcome note record action recommendation""".split()
)
SAID = Phrasebook(
    {
        "said": """rang; rings; ring; phoned; phones; telephoned; told; tell; tells; inform; informs; informed; report; reports; reported; say; says; said; state; stated; states; advise; advised; advises; advising; notif*; letter*; message*; email*;
            mails; mailed; call; calls; called; referral*; referred; minutes; summary; notice; notices; request*; form; update; updates; updated; scanned; received; copied; shared; alert*; liaison; feedback; wrote; sent; send; confirm; confirms;
            confirmed; ask; asks; asked; marf; explain*; writes; write; query; queries; offer; offered; offers; pass; passed; passes; contact from|by; contacted from|by; after; from; rec'd; notification; ppn; merlin; handed over; cc; cc'd; aware; briefed; disclos*; let _5 know; on the phone; tried"""
    }
)
# A record that begins with a paper or with who said so.
NEWS = re.compile(
    r"^(?:\w+ ){0,2}(?:call|referral|report|letter|e-?mail|message|text|notification|notice|alert|ppn|vpn|merlin|form|update"
    r"|handover|feedback|result|minutes|summary|information)s?(?: received| rec'?d)?(?: from| by| via|:|,| -)"
    r"|^(?:\S+ ){1,5}(?:rang|phoned|telephoned|called to|confirm(?:s|ed)|advis(?:e|es|ed)|inform(?:s|ed)?"
    r"|report(?:s|ed)|tells? us|say|says|e-?mailed|wrote)\b"
)
# What the police's notices of a child or of a grown person at risk are called in one force and another.
POLICE_PAPERS = (
    r"ppn|vpn|vpr|vist|merlin|pvp|pnn|cypn|scarf|dirn|dvn|vca|vaf|vcr|cwn|cid ?19|form (?:78|87a?|101)|operation encompass|encompass"
    r"|(?:child|adult) (?:come|coming) to notice|public protection notice|concern (?:report|hub)|vulnerab(?:le|ility) \w+ (?:form|report|notice)"
)
# A record that is itself a paper: another agency's letter, notice or report, with what it tells.
PAPER = re.compile(
    r"^(?:(?!to |no |our |my |send|sent|wrote|completed|submitted|posted|prepar|draft|request|await|chas)[\w/'&-]+ ){0,4}?"
    r"(?:(?:notification|notice|letter|ltr|summary|minutes|report|alert|bulletin|correspondence|results?|feedback|printout|slip|task)(?: form)?s?"
    r"(?: (?:dated|in|re|of|about|regarding|concerning|that|from|received|rec'?d|scanned|filed|on file|to file|noted|seen|says?|states?)\b|:|,| -|\.(?: |$)| \d{1,2}[/.]\d)"
    rf"|(?:{POLICE_PAPERS})\b(?! (?:sent|submitted|completed|raised|done|to)\b))"
)
# A practice's line of a letter from the hospital: "D/c: …", "ED d/c …", "ED Royal 12/10 …"
PRACTICE_LINE = re.compile(
    r"^(?:ed |hosp\w* |ward |paed\w* |maternity )?(?:discharged?|discharge (?:letter|summary|note))\b(?: \w+){0,2}[:,]"
    r"|^(?:ed|a&e|opd|ooh|111|999|miu|uttc|utc|wic|out of hours|walk in|ambulance|ward|paeds|camhs|crisis team|casualty)(?: [\w'&]+){0,3} \d{1,2}[/.-]\d{1,2}\b"
    r"|^(?!(?:bp|bmi|wt|ht|hc|fbc|phq|gad|imms|hca|pn|hv|dr|ecg|peak|rx|hx|age|cp|csc)\b)[a-z]{2,5} (?:\d{1,2}-)?\d{1,2}/\d{1,2}(?:/\d\d)?:"
)
# The minutes, the notice or the summary of something, with what follows; what an agency does with its own is told by the next word.
PAPER_OF = re.compile(
    r"^(?:[\w/'&-]+ ){0,3}?(?:minutes|summary|notification|discharge (?:letter|note)|results?) "
    r"(?!to\b|sent\b|written\b|for\b|request|done\b|complet|posted\b|typed\b|check|prepar|circulat|distribut|agreed\b|draft|given\b|served\b|handed\b|by hand"
    r"|late\b|break\b|walk\b|each\b|away\b|of play\b)"
)
# The same with the name of whom it is about between: "Clinic letter A. Baker: …", "Eye clinic ltr Anna. …".
PAPER_NAMING = re.compile(
    r"^(?!to |no |our |my |send|sent|wrote|completed|submitted|posted|prepar|draft|request|await|chas)(?:[\w/'&-]+ ){1,3}?(?:letter|ltr|summary|notification|d/c|discharge|assessment report)"
    r" (?:(?:on|re|for|about) )?(?!to\b|sent\b|written\b|for\b|from\b|request|done\b|complet|posted\b|home\b|given\b|served\b|handed\b|about\b|re\b|read\b|planning\b|meeting\b|drop|advice\b|date\b|plan\b|delayed\b)"
    r"[a-z][\w'-]+(?: [a-z][\w'-]+){0,2}(?:: |\. )"
)
# A practice enters whose letter or message it is, and what it tells: "Ortho: fracture of the femur", "Task HV: ...".
FROM_A_CLINIC = re.compile(
    r"^(?:(?:letter|task|fax|message|comm(?:unity)?|out of hours|tertiary) )?"
    r"(?:ortho(?:paedics?)?|neuro(?:logy)?|gastro(?:enterology)?|cardio(?:logy)?|derm(?:atology)?|ent|uro(?:logy)?|renal|resp(?:iratory)?|ophthal(?:mology)?"
    r"|orthoptics?|audiology|paediatrics?|dietetics?|dietitian|physio|endocrine?|haematology|oncology|rheum(?:atology)?|plastics|burns|psychiatry|camhs|obstetrics|maternity|midwife|mw"
    r"|ed|a&e|ooh|111|ambulance|hv|ccn|school nurse|police|sw|social care|mash|probation)(?: (?:clinic|opd|letter|report|summary|team))?(?: \d+/\d+)?:"
)
# Papers that an agency writes itself.
OWN_PAPER = re.compile(
    r"\b(?:crime|progress|attendance|stat(?:utory)?|court|pre-?sentence|incident|intelligence|theft|property|assessment|own|school(?!'s)|exam|test)\b(?! notification)"
)
WRITERS = frozenset({"hospital", "maternity", "mental_health"})
JOINT = re.compile(
    r"\b(?:joint(?:ly)?\b|together with\b|accompan(?:ied|ying)\b|(?:took|brought) the (?:health visitor|social worker|midwife|school nurse|officers?|police|engineer|worker)\b|alongside\b|visit(?:ed)? with\b|in company with\b|both attended\b"
    r"|(?<!call )(?<!calls )(?<!spoke )(?<!speaking )(?<!discussed )(?<!discussion )(?<!liaised )(?<!liaison )(?<!reviewed )(?<!shared )(?<!checked )(?<!agreed )(?<!arranged )(?<!contact )(?<!conversation )(?<!message )(?<!left )(?<!appointment )(?<!consultation )with (?:sw|hv|pc|dc|social worker|health visitor|police|midwife|officers?|(?:a |her |his |their |the )?(?:key ?worker|support worker|residential worker|care staff|foster carer|staff member|cpn|yot worker))\b"
    r"|went along (?:to|with)\b|came (?:out )?to (?:us|see us|the (?:home|unit|placement))\b|came out to \w+\b|sat in (?:as|on|with)\b"
    r"|took (?:\w+ ){1,2}to (?:her |his |their |the )?(?:doctors?|gp|camhs|hospital|clinic|dentist|appointment|appt|court|police station|interview|first)\b)"
)
# Whoever went along to another's appointment begins with it: "CAMHS today: …", "Doctors with …".
APPOINTMENT = re.compile(
    r"(?:camhs|hospital|doctors?|gp|dentist|clinic|yot|court|psychiatrist|optician|psychology|therapy)(?: \w+)? "
    r"(?:today|with|appointment|session|review|this (?:morning|afternoon)|am\b|pm\b)"
)
# "With A. Baker to the flat": somebody's name behind one of these, where they did not merely speak.
TOGETHER_WITH = re.compile(
    r"\b(\w+ )?(?:[Ww]ith|[Aa]longside|[Jj]oined by)((?: (?:[A-Z][\w'-]*\.?|and|&|de|van|von|der|PC|\d+)){1,6})"
)
SPOKE = frozenset(
    """spoke spoken speak speaking discuss discussed discussion liaised liaise liaison meeting agreed agree shared share talk talked left
    message call conversation supervision appointment consult consulted checked booked review rebooked contact conference correspondence
    lives living live stays staying placed left contacts arranged rearranged plan planned follow lodged registered""".split()
)
# One of the family told of it: "Nan rang in: …", "mum says …".
BY_FAMILY = re.compile(
    r"^(?:rang|told|showed|texted|phoned|messaged|asked) (?:me|us)\b|^told by (?:mum|mother|dad|father|nan|gran|parents?|the family)\b|^asked (?:her|him|them|mum|dad) about\b|^asked about\b|^(?:text|call|message|voicemail) (?:off|from) (?:mum|mother|dad|father|nan|gran|parents?|her|him|\w)\b"
    r"|^(?:my |the )?(?:yp|young person|client|service user|tenant|resident|neighbour|caller|no\.? \d+|flat \d+)(?: (?:of|at|in|from) \w+)? (?:came|comes|asks|asked|emailed|e-mailed|texted|texts|rang|rings|phoned|says|said|reports|reported|complains|complained|called|told|tells)\b"
    r"|^(?:(?:his|her|the|their|maternal|paternal|step|birth|foster) ?){0,2}(?:mum|mother|mam|dad|father|nan|nana|gran|grandmother|grandma|grandad|grandfather"
    r"|aunt|auntie|uncle|parents?|stepfather|stepdad|stepmother|stepmum|carer|m|f|partner|sister|brother|neighbour)\b(?: [\w']+)? "
    r"(?:rang|phoned|telephoned|called|texted|messaged|emailed|e-mailed|says|said|reports|reported|tells|told|informed|advised|mentions|mentioned|wrote|left)\b"
)
# Somebody of the family or of the public, from whom an agency has it.
PRIVATE = re.compile(
    r"\b(?:mum|mother|mam|dad|father|nan|nana|gran|grandmother|grandma|grandad|grandfather|aunt|auntie|uncle|parents?|step\w+|partner"
    r"|sister|brother|cousin|neighbours?|callers?|tenants?|residents?|patient|client|anonymous|public|passer by"
    r"|(?:flat|no\.?|number) \d+\w?)\b"
)
ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ance|ing|s)?|present|took part|dialled in|joined|chaired|went to|represented|heard|contributed|by teams|virtual(?:ly)?)\b"
)
NOTICED_LATER = re.compile(
    r"\b(?:(?:overnight|last (?:week|weekend|night|month|year)|(?:the )?(?:previous|day before|week before)|yesterday|the other day"
    r"|(?:a|two|three|few|some) (?:days?|weeks?|months?) (?:ago|earlier)|at the weekend|(?:half|all|most of|in|during) (?:of )?the night|all night|old\b))"
)
# Words by which a record says that another service had no part in it, and the services that some of them mean.
DENIED = re.compile(
    r"\b(?:(?:no|without)(?: an?| the| any)? (?P<who>[a-z']+(?: [a-z']+)?)"
    r"|(?P<hospital>not (?:conveyed|transported|taken to hospital|taken in)|left at (?:home|scene)|(?:declined|refused) (?:conveyance|transport|hospital))\b"
    r"|(?P<police>not (?:been )?reported(?: as)? missing|not reported to (?:the )?police|police not (?:called|told|informed))\b"
    r"|(?P<elsewhere>(?:flat|house|family|people|neighbours?|from) (?:upstairs|downstairs|next door))\b"
    r"|(?P<internal>internal(?:ly)?(?: only)?(?=[,.;)]| meeting| review| planning)|in house (?:meeting|review|planning)|own staff only)\b"
    r"|(?P<ambulance>ambulance (?:not (?:called|needed|required)|cancelled|stood down)|(?:by|in a) (?:taxi|own car|bus|private car|friend's car)|own transport|walked in|self presented)\b)"
)


def opens_with_news(words: str) -> bool:
    """Whether a record begins with a notice, a call or somebody who says so."""
    opening = words[:OPENING]
    return bool(HEARD.search(opening) or NEWS.search(opening) or DUTY.match(opening))
