"""The field's own vocabulary: kinds of event, services, ways of saying that something was heard from others.

General words of safeguarding in the United Kingdom, of no one case. Patterns are held against small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern that is looked for only where one of a few pieces of words stands at all, which is much quicker."""

    name: str
    pattern: str
    pieces: tuple[str, ...]
    compiled: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))

    def search(self, text: str) -> re.Match[str] | None:
        for piece in self.pieces:
            if piece in text:
                return self.compiled.search(text)
        return None


# --- words that mean the same ------------------------------------------------------------------------------------

# Phrases become one word each before anything is compared; the longest that fits decides.
ONE_WORD: dict[str, str] = {
    "nfa": "no further action; no further police action; no further social care action; nfa; nfa'd; no further role",
    "s47": "section 47; section 47 enquiry; section 47 enquiries; section 47 investigation; s47; s 47; s47 enquiry",
    "s17": "section 17; s17; s 17",
    "cp_plan": "child protection plan; child protection plans; cp plan; cp plans; cpp; cpps; child protection register",
    "cin_plan": "child in need plan; child in need plans; cin plan; cin plans",
    "cin": "child in need; children in need; cin",
    "ed": (
        "accident and emergency; a and e; a e; emergency department; emergency dept; casualty; ed; emergency room; "
        "resus; resuscitation"
    ),
    "domestic_abuse": (
        "domestic abuse; domestic violence; domestic incident; domestic dispute; domestic argument; dv; dva; dv incident; domestic"
    ),
    "health_visitor": "health visitor; health visitors; health visiting; hv",
    "social_worker": "social worker; social workers; sw",
    "social_care": (
        "children's social care; childrens social care; social care; social services; children's services; childrens services; csc"
    ),
    "midwife": "midwife; midwives; midwifery; community midwife; mw",
    "gp": "general practitioner; family doctor; gp; gps; surgery",
    "idva": (
        "independent domestic violence adviser; independent domestic violence advisor; independent domestic abuse adviser; "
        "independent domestic abuse advisor; idva; idvas"
    ),
    "not_brought": (
        "not brought; was not brought; were not brought; wnb; dna; dna'd; did not attend; failed to attend; fta; non attendance; "
        "not attended"
    ),
    "no_reply": "no reply; no answer; no response; no access; unanswered",
    "police_notice": "police notification; ppn; vpn; merlin; dash; vulnerable child notification; vulnerable person report",
    "step_down": "step down; stepped down; stepping down; stepdown",
    "mother": "mum; mummy; mother; mom; birth mother; mum's; mother's",
    "father": "dad; daddy; father; birth father; father's; dad's",
    "grandmother": "grandmother; grandma; nan; nana; nanny; gran; mgm; pgm; maternal grandmother; paternal grandmother",
    "unborn": "unborn; unborn baby; unborn child; pre birth",
    "phone": "telephone; telephoned; tel; phone; phoned; rang; rung; telephone call; phone call; t c",
}


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for one, phrases in ONE_WORD.items():
        for phrase in phrases.split(";"):
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), f"{one}_"))
    for choices in found.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return found


PHRASES = _by_first_word()

# Stems of one word that people use for another.
SAME = {
    **dict.fromkeys(("bruis", "bruise", "bruising", "contus", "haematoma"), "bruise"),
    **dict.fromkeys(("attack", "assault", "punch", "hit", "kick", "slap", "beat", "struck", "batter"), "assault"),
    **dict.fromkeys(("strangl", "strangulation", "strangulat", "throttl", "choke", "chok", "throat"), "strangle"),
    **dict.fromkeys(("overdos", "paracetamol", "tablet", "pill"), "overdose"),
    **dict.fromkeys(("argu", "argument", "row", "disput", "quarrel", "altercat", "verbal"), "argument"),
    **dict.fromkeys(("shout", "scream", "yell"), "shout"),
    **dict.fromkeys(("pregnant", "pregnanc", "expect"), "pregnant"),
    **dict.fromkeys(("partner", "boyfriend", "girlfriend", "husband", "wife"), "partner"),
    **dict.fromkeys(("baby", "infant", "newborn"), "baby"),
    **dict.fromkeys(("home", "hous", "house", "flat", "address", "property"), "home"),
    **dict.fromkeys(("evict", "possession", "eviction"), "evict"),
    **dict.fromkeys(("rent", "arrear"), "arrears"),
    **dict.fromkeys(("nurser", "nursery", "preschool", "playgroup"), "nursery"),
    **dict.fromkeys(("medic", "medical"), "medical"),
    **dict.fromkeys(("disclos", "disclosur", "tell", "told", "say", "said"), "tell"),
    **dict.fromkeys(("drunk", "intoxicat", "alcohol", "drink"), "alcohol"),
    **dict.fromkeys(("hospital", "ward", "infirmary"), "hospital"),
    **dict.fromkeys(("weigh", "weight"), "weight"),
    **dict.fromkeys(("unkempt", "unwash", "dirt", "dirty", "grubb"), "unkempt"),
    **dict.fromkeys(("born", "birth", "deliver", "deliveri", "delivery"), "birth"),
    **dict.fromkeys(("jail", "prison", "custod", "custody"), "custody"),
    **dict.fromkeys(("sentenc", "convict", "convicted"), "sentence"),
    **dict.fromkeys(("exclusion", "exclud", "exclus"), "exclude"),
    **dict.fromkeys(("die", "died", "dead", "death", "deceas"), "death"),
    **dict.fromkeys(("ligatur", "cord", "noose"), "ligature"),
    **dict.fromkeys(("knife", "blade", "machete", "machet"), "knife"),
    **dict.fromkeys(("cancel", "postpon", "adjourn", "rearrang"), "cancel"),
}

STOP = frozenset(
    """a about after again all also am an and any are as at be been before being both but by can could did do does done down for
    from further had has have he her here hers him his how i if in into is it its just may me more most my no nor not now of off
    on once only or other our out over own per she should so some such than that the their them then there these they this those
    through to too under until up upon us very via was we were what when where which while who whom why will with would you your
    one yet re regarding concerning noted recorded record records entry attended attend attends attending present received informed
    information notification notified update updated following contact call called seen""".split()
)

# Pieces of words without which a pattern below is not even tried.
SIGNS: dict[str, tuple[str, ...]] = {
    "marac": ("marac", "multi"),
    "mappa": ("mappa", "multi"),
    "strategy": ("strat",),
    "conference": ("conference", "cpc"),
    "core_group": ("core",),
    "cin_meeting": ("in need", "cin"),
    "tac_meeting": ("team around", "tac ", "taf "),
    "discharge_meeting": ("discharge",),
    "legal_meeting": ("legal", "plo"),
    "professionals_meeting": ("professional", "multi", "network"),
    "lac_review": ("lac", "cla", "looked"),
    "psychosocial": ("psycho", "perinatal", "maternity"),
    "birth": ("born", "birth", "deliver"),
    "booking": ("book",),
    "new_birth_visit": ("birth",),
    "medical": ("medical",),
    "ed_attendance": ("ed", "a&e", "a & e", "a and e", "emergency dep", "casualty"),
    "admission": ("admi", "ward"),
    "joint_visit": ("joint", "visit"),
    "visit": ("visit", "called", "door", "get in"),
    "phone_call": ("phone", "rang", "call", "voicemail", "text", "t/c"),
    "arrest": ("arrest", "custody"),
    "charge": ("charged",),
    "sentence": ("sentence", "community order", "convicted", "court", "magistrates"),
    "recall": ("recall",),
    "release": ("release",),
    "order": ("order",),
    "incident": (
        "domestic",
        "assault",
        "shout",
        "scream",
        "kick",
        "argument",
        "hit",
        "punch",
        "disturb",
        "drag",
        "attack",
        "strang",
        "threat",
        "throttl",
        "chok",
        "push",
        "slap",
        "smash",
        "damag",
        "knife",
        "fight",
        "fought",
        "harass",
        "stalk",
        "fist",
        "row",
        "dv",
    ),
    "emergency_call": (
        "999",
        "emergency call",
        "blue light",
        "conveyed",
        "resus",
        "ambulance",
        "unresponsive",
        "breathing",
        "intensive",
        "picu",
        "overdos",
        "collaps",
    ),
    "referral": ("refer", "mash", "marf", "front door"),
    "injury": ("bruis", "injur", "fractur", "mark", "graze", "burn", "scald", "cut", "swelling", "bump"),
    "disclosure": ("disclos", "told"),
    "missing": ("missing", "misper", "abscond", "rhi", "return", "located", "found at"),
    "self_harm": ("harm", "ligature", "cord", "overdos", "took", "suicid", "life"),
    "death": ("die", "death", "dead", "deceased", "coroner"),
    "weapon": ("knife", "machete", "blade", "weapon", "stab", "firearm", "gun"),
    "exclusion": ("exclu", "suspended", "managed"),
    "exploitation": ("exploit", "nrm", "county", "cse", "cce", "traffick"),
    "placement": ("placement", "foster", "accommodated", "section 20"),
    "absence": ("absen", "off roll", "not in school"),
    "roll": ("roll", "admitted", "regist", "start"),
    "arrears": ("arrears", "notice", "possession", "evict"),
    "closure": ("clos", "ends", "cease"),
    "weighing": ("weigh", "centile"),
    "clinic": ("clinic", "appointment", "consultation"),
    "session": ("session", "supervision"),
    "police": ("police", "constab", "officer", "ppn", "merlin", "caiu", "ppu", "dc ", "pc "),
    "social_care": (
        "social",
        "childrens serv",
        "children's serv",
        "csc",
        "mash",
        "sw",
        "duty",
        "front door",
        "edt",
        "emergency duty",
    ),
    "hospital": (
        "hospital",
        "ed",
        "a&e",
        "a & e",
        "a and e",
        "emergency dep",
        "ward",
        "paediatric",
        "consultant",
        "trust",
        "registrar",
    ),
    "maternity": ("midwi", "maternity", "antenatal", "booking"),
    "gp": ("gp", "g.p.", "surgery", "practice", "medical centre", "doctor"),
    "health_visiting": ("health visit", "hv", "0-19"),
    "school_nursing": ("school nurs",),
    "school": ("school", "teacher", "dsl", "academy", "education", "senco", "cpoms"),
    "nursery": ("nurser", "school", "key person", "minder", "early years", "playgroup"),
    "probation": ("probation", "offender", "delius", "nps", "crc"),
    "housing": ("housing", "landlord", "tenancy", "homes", "estate", "homeless"),
    "domestic_abuse": ("idva", "women", "refuge", "domestic", "charity", "helpline", "outreach"),
    "ambulance": ("ambulance", "paramedic", "crew"),
    "mental_health": ("mental health", "camhs", "cmht", "crisis", "psychiatr", "cpn", "perinatal"),
    "substance_misuse": ("drug", "alcohol", "substance", "recovery"),
    "early_help": ("early help", "family", "children", "sure start"),
    "youth_justice": ("youth", "yot", "yos"),
    "adult_care": ("adult", "care home", "domicil", "care agency", "carer"),
    "court": ("cafcass", "guardian", "family court"),
    "fire": ("fire",),
    "schooling_welfare": ("welfare", "ewo", "attendance officer"),
    "charity": ("charity", "voluntary", "food", "home-start", "homestart"),
}

# --- kinds of event ----------------------------------------------------------------------------------------------

# Meetings: two agencies' records of one kind of meeting on one day are nearly always of the same meeting.
MEETINGS: tuple[tuple[str, str], ...] = (
    ("marac", r"\bmarac\b|multi[ -]agency risk assessment conference"),
    ("mappa", r"\bmappa\b|multi[ -]agency public protection"),
    ("strategy", r"\bstrat(?:egy)?\.? (?:meetings?|discussions?|mtgs?|calls?)\b|\bstrat(?:egy)? disc\b"),
    (
        "conference",
        (
            r"\b(?:[ir]cpc|cpc|cpcc)\b|\b(?:case|protection|cp|review|initial|transfer(?:-in)?) conference\b"
            r"|\bconference\b(?! call| room| suite| report)"
        ),
    ),
    ("core_group", r"\bcore[ -]?groups?\b"),
    ("cin_meeting", r"\b(?:child(?:ren)? in need|cin) (?:review )?(?:meetings?|reviews?|mtgs?)\b"),
    ("tac_meeting", r"\bteam around the (?:child|family)\b|\bta[cf] (?:meeting|review)?\b"),
    ("discharge_meeting", r"\bdischarge planning\b|\bpre-?discharge meeting\b"),
    ("legal_meeting", r"\blegal (?:gateway|planning|strategy|panel)\b|\bplo meeting\b|\blegal gateway\b"),
    ("professionals_meeting", r"\bprofessionals?'? meeting\b|\bmulti[ -]agency (?:planning )?meeting\b|\bnetwork meeting\b"),
    ("lac_review", r"\b(?:lac|cla|looked[ -]after) (?:child )?reviews?\b"),
    ("psychosocial", r"\bpsycho-?social meeting\b|\bperinatal meeting\b|\bmaternity safeguarding meeting\b"),
)
MEETING = tuple(Sign(name, pattern, SIGNS[name]) for name, pattern in MEETINGS)

KINDS: tuple[tuple[str, str], ...] = (
    ("birth", r"\bborn\b|\bbirth of\b|\bgave birth\b|\bdelivered\b"),
    ("booking", r"\bbooking\b|\bbooked (?:for|with) (?:maternity|midwif)"),
    ("new_birth_visit", r"\bnew birth (?:visit|contact|review)\b|\bprimary (?:birth )?visit\b"),
    ("medical", r"\b(?:child protection|cp|paediatric|safeguarding) medical\b|\bmedical (?:by|examination|of)\b"),
    (
        "ed_attendance",
        r"\b(?:in|to|at|from|attended|via) (?:the )?(?:ed|a ?& ?e|a and e|emergency department|casualty)\b|\bed attendance\b",
    ),
    ("admission", r"\badmitted\b|\badmission\b|\bward\b"),
    ("joint_visit", r"\bjoint (?:home )?visit\b|\bvisit(?:ed)? (?:jointly )?with\b"),
    ("visit", r"\b(?:home )?visit(?:ed|s)?\b|\bcalled (?:at|round)\b|\bdoor(?:step)?\b|\bcould not get in\b"),
    ("phone_call", r"\b(?:tele)?phone(?:d)?\b|\brang\b|\bcall (?:to|from|with)\b|\bvoicemail\b|\btext(?:ed)?\b|\bt/c\b"),
    ("arrest", r"\barrest(?:ed)?\b|\bin custody\b"),
    ("charge", r"\bcharged\b"),
    ("sentence", r"\bsentenced?\b|\bcommunity order\b|\bconvicted\b|\bmagistrates\b|\bcrown court\b"),
    ("recall", r"\brecall(?:ed)?\b"),
    ("release", r"\breleased? (?:from|on)\b"),
    ("order", r"\b(?:emergency protection|care|supervision|non-?molestation|restraining|occupation) orders?\b"),
    (
        "incident",
        (
            r"\bdomestic\b|\bassault(?:ed)?\b|\bshouting\b|\bscream\w*|\bkick\w*|\bargument\b|\bhit\b|\bpunch\w*"
            r"|\bdisturbance\b|\bdrag(?:ged)?\b|\battack\w*|\bstrang\w+|\bthreat\w*|\bthrottl\w+|\bchok\w+|\bpush\w*|\bslap\w*"
            r"|\bsmash\w*|\bdamag\w+|\bknife\b|\bfight\w*|\bfought\b|\bharass\w+|\bstalk\w+|\bfist\b|\brow\b|\bdv\b"
        ),
    ),
    (
        "emergency_call",
        (
            r"\b999\b|\bemergency call\b|\bblue light\w*|\bconveyed\b|\bresus\w*|\bby ambulance\b|\bunresponsive\b"
            r"|\bnot breathing\b|\bintensive care\b|\bpicu\b|\boverdos\w+|\bcollapsed?\b"
        ),
    ),
    ("referral", r"\brefer(?:red|ral|rals)\b|\bmash\b|\bmarf\b|\bfront door\b"),
    ("injury", r"\bbruis\w*|\binjur\w*|\bfracture\w*|\bmarks?\b|\bgraze\w*|\bburn\w*|\bscald\w*|\bcut\b|\bswelling\b|\bbump\w*"),
    ("disclosure", r"\bdisclos\w+|\btold (?:her|his|the|a|class|my) (?:class )?(?:teacher|ta|mentor|key)"),
    (
        "missing",
        r"\bmissing (?:from|since|person|episode|notification|report)\b|\b(?:reports?|reported|goes|went|was|is) .{0,20}missing\b|\bmisper\b|\babscond\w*|\brhi\b|\breturn (?:home )?interview\b|\blocated\b|\bfound at\b",
    ),
    (
        "self_harm",
        r"\bself[ -]?harm\w*|\bligature\b|\bcord\b|\boverdos\w+|\btook .{0,20}(?:tablets|pills|paracetamol)|\bsuicid\w+|\bend (?:her|his|their) life\b",
    ),
    ("death", r"\bdie[ds]?\b|\bdeath\b|\bdead\b|\bdeceased\b|\bcoroner\b"),
    ("weapon", r"\bknife\b|\bmachete\b|\bblade\b|\bweapon\b|\bstab\w*|\bfirearm\b|\bgun\b"),
    ("exclusion", r"\bexclu(?:ded|sion)\b|\bsuspended from school\b|\bmanaged move\b"),
    ("exploitation", r"\bexploit\w+|\bnrm\b|\bcounty lines?\b|\bcse\b|\bcce\b|\btraffick\w+"),
    ("placement", r"\bplacement\b|\bfoster\w*|\baccommodated\b|\bsection 20\b"),
    ("absence", r"\babsen(?:t|ce)\b|\boff roll\b|\bnot in school\b"),
    (
        "roll",
        r"\boff roll\b|\breadmitted\b|\bre-?registered\b|\bstart(?:s|ed)? (?:at )?(?:nursery|school)\b|\badmitted to school\b",
    ),
    ("arrears", r"\barrears\b|\bnotice (?:served|of)\b|\bpossession\b|\bevict\w*"),
    ("closure", r"\bclos(?:ed|ure|ing)\b|\bends? support\b|\bcease[sd]?\b"),
    ("weighing", r"\bweigh(?:ed|t)?\b|\bcentile\b"),
    ("clinic", r"\bclinic\b|\bappointment\b|\bconsultation\b"),
    ("session", r"\bsession\b|\bsupervision\b"),
)
KIND = tuple(Sign(name, pattern, SIGNS[name]) for name, pattern in KINDS)
KIND_WORDS = {
    "marac": "MARAC",
    "mappa": "MAPPA meeting",
    "strategy": "strategy discussion",
    "conference": "conference",
    "core_group": "core group",
    "cin_meeting": "child in need meeting",
    "tac_meeting": "team around the child meeting",
    "discharge_meeting": "discharge planning meeting",
    "legal_meeting": "legal meeting",
    "professionals_meeting": "professionals’ meeting",
    "lac_review": "looked-after review",
    "psychosocial": "maternity safeguarding meeting",
}

# --- second-hand -------------------------------------------------------------------------------------------------

# Somebody else said so. By itself, or beside the name of another service.
HEARD = Sign(
    "heard",
    r"\b(?:notification|information|correspondence|letter|report|minutes|e-?mail|form(?: \w+)?|referral|alert|message|contact"
    r"|update|copy|notice|paperwork|summary|fax|findings) (?:was |were |is )?"
    r"(?:received|shared|sent to us|passed|in\b|came|come|arrived|scanned|read|uploaded|phoned|forwarded|filed from)"
    r"|\breceived (?:information|a |an |the |notification|word|by|from|via|copy|report|letter|minutes|e-?mail|referral)"
    r"|\b(?:was|were|been|are|is) (?:informed|told|notified|advised|made aware|alerted|copied)\b"
    r"|\b(?:informed|told|notified|advised|alerted|made aware|updated)(?: (?:us|via)\b| by (?!letter|message|liaison|e-?mail|phone|form|text|task|fax)|:)"
    r"|\bfollowing (?:a )?(?:notification|letter|discharge|referral|report)\b"
    r"|\b(?:learned|learnt|heard|understands?|understood|aware) (?:from|that|of|via)\b"
    r"|\b(?:birth|death|discharge) notification\b|\bnotified\b|\bforwarded\b|\bcc'?d\b"
    r"|\blet (?:us|\w+|\w+ \w+) know\b|\b(?:tell|tells|told) us\b|\bpass(?:ed|es)? on\b|\brang to say\b|\b(?:came|come|phoned|sent|faxed|e-?mailed) through\b",
    (
        "receiv",
        "shared",
        "sent to",
        "passed",
        "pass on",
        "passes on",
        " in",
        "came",
        "come",
        "arriv",
        "scanned",
        "read",
        "upload",
        "phoned",
        "forward",
        "inform",
        "told",
        "notif",
        "advis",
        "alert",
        "aware",
        "updat",
        "following",
        "learn",
        "heard",
        "underst",
        "cc",
        "let us",
        "tell",
        "rang",
    ),
)
SAID = Sign(
    "said",
    r"\b(?:rang|phoned|telephoned|told|tells?|inform(?:s|ed)?|reports?|reported|say|says|said|stated?|advis(?:e|es|ed)|notif\w+"
    r"|letters?|messages?|e-?mails?|e-?mailed|calls?|called|referral|referred|minutes|summary|notices?|request|form|update[ds]?"
    r"|scanned|received|copied|shared|alert\w*|liaison|feedback|wrote|sent|confirm(?:s|ed)?|ask(?:s|ed)?|rings?|phones|marf|explains?|offer(?:ed)?|pass(?:ed|es)?|contact(?:ed)? (?:from|by)|after|from)\b",
    (
        "rang",
        "phone",
        "told",
        "tell",
        "inform",
        "report",
        "say",
        "said",
        "state",
        "advis",
        "notif",
        "letter",
        "message",
        "mail",
        "call",
        "refer",
        "minutes",
        "summary",
        "notice",
        "request",
        "form",
        "update",
        "scanned",
        "receiv",
        "copied",
        "shared",
        "alert",
        "liaison",
        "feedback",
        "confirm",
        "ask",
        "ring",
        "marf",
        "explain",
        "offer",
        "wrote",
        "sent",
        "pass",
        "contact",
        "after",
        "from",
    ),
)
# A meeting that is asked for, announced or prepared has not been held yet.
PLANNED = re.compile(
    r"\b(?:asked for|request(?:ed)?|to be (?:held|arranged|convened|booked)|arranged|convened|invit(?:ation|ed|e) to|within \d+"
    r"|reports? (?:written )?for|booked|date[sd]? (?:set|for)|await\w*|agenda|due|to follow|before (?:the )?|needed|next|today"
    r"|tomorrow|prepar\w+|planned|scheduled|chased?|raise at|discuss at|bring to|take to)\b[^.;]{0,40}$"
)
PLANNED_AFTER = re.compile(
    r"^[^.;]{0,30}\b(?:asked for|request(?:ed)?|to (?:be|follow)|today|tomorrow|next week|within|invitation|dates?"
    r"|office|needed|due|booked|arranged|scheduled|planned)\b"
)
JOINT = re.compile(
    r"\bjoint(?:ly)?\b|\btogether with\b|\baccompanied by\b|\balongside\b|\bvisit(?:ed)? with\b|\bin company with\b"
)
ATTENDED = re.compile(r"\b(?:attend(?:ed|ance|ing|s)?|present|took part|dialled in|joined|chaired|went to|represented|heard)\b")
NOTICED_LATER = re.compile(
    r"\b(?:last (?:week|weekend|night|month|year)|(?:the )?(?:previous|day before|week before)|yesterday|the other day"
    r"|(?:a|two|three|few|some) (?:days?|weeks?|months?) (?:ago|earlier)|at the weekend|\bold\b)"
)

# --- services ----------------------------------------------------------------------------------------------------

# How a service is named in others' words; the key is the service, not an agency: one agency may offer several.
SERVICES: tuple[tuple[str, str], ...] = (
    ("police", r"\bpolice\b|\bconstabulary\b|\bofficers? (?:attended|from)|\bppn\b|\bmerlin\b|\bcaiu\b|\bppu\b|\bdc \b|\bpc \b"),
    (
        "social_care",
        (
            r"\b(?:children'?s )?social (?:care|services|worker|work)\b|\bchildren'?s services\b|\bcsc\b|\bmash\b|\bsw\d?\b"
            r"|\bduty (?:social|team|worker)\b|\bfront door\b|\bedt\b|\bemergency duty\b"
        ),
    ),
    (
        "hospital",
        r"\bhospital\b|\bed\b|\ba ?& ?e\b|\bemergency department\b|\bward\b|\bpaediatric\w*|\bconsultant\b|\btrust\b|\bregistrar\b",
    ),
    ("maternity", r"\bmidwi\w+|\bmaternity\b|\bantenatal\b|\bbooking clinic\b"),
    ("gp", r"\bgp\b|\bgps\b|\bg\.p\.|\bsurgery\b|\b(?:medical|gp) (?:practice|centre)\b|\bpractice nurse\b|\bfamily doctor\b"),
    ("health_visiting", r"\bhealth visit\w+|\bhv\d?\b|\b0-19\b"),
    ("school_nursing", r"\bschool nurs\w+"),
    ("school", r"\bschool\b|\bteacher\b|\bhead ?teacher\b|\bdsl\b|\bacademy\b|\beducation\b|\bsenco\b|\bcpoms\b"),
    ("nursery", r"\bnurser(?:y|ies)\b|\bpre-?school\b|\bkey person\b|\bchild ?minder\b|\bearly years\b|\bplaygroup\b"),
    ("probation", r"\bprobation\b|\boffender manager\b|\bndelius\b|\bnps\b|\bcrc\b|\bprobation officer\b"),
    ("housing", r"\bhousing\b|\blandlord\b|\btenancy\b|\bhomes? association\b|\bestate officer\b|\bhomeless\w*"),
    (
        "domestic_abuse",
        (
            r"\bidva\w*|\bwomen'?s aid\b|\brefuge\b|\bdomestic (?:abuse|violence) (?:charity|service|worker|advis\w+|project|support)"
            r"|\bcharity\b|\bhelpline\b|\boutreach\b"
        ),
    ),
    ("ambulance", r"\bambulance\b|\bparamedic\w*|\bcrew\b|\b999 crew\b"),
    ("mental_health", r"\bmental health\b|\bcamhs\b|\bcmht\b|\bcrisis team\b|\bpsychiatr\w+|\bcpn\b|\bperinatal\b"),
    (
        "substance_misuse",
        r"\b(?:drug|alcohol|substance)s? (?:service|misuse|team|worker|and alcohol)\w*|\brecovery (?:service|worker)\b",
    ),
    ("early_help", r"\bearly help\b|\bfamily (?:support|centre|hub)\b|\bchildren'?s centre\b|\bsure start\b"),
    ("youth_justice", r"\byouth (?:offending|justice)\b|\byot\b|\byos\b"),
    ("adult_care", r"\badult (?:social care|services)\b|\bcare home\b|\bdomiciliary\b|\bcare agency\b|\bcarers?\b agency"),
    ("court", r"\bcafcass\b|\bguardian\b|\bfamily court\b"),
    ("fire", r"\bfire (?:and rescue|service|brigade)\b"),
    ("schooling_welfare", r"\beducation welfare\b|\bewo\b|\battendance officer\b"),
    ("charity", r"\bcharity\b|\bvoluntary\b|\bfood ?bank\b|\bhome-?start\b"),
)
SERVICE = tuple(Sign(name, pattern, SIGNS[name]) for name, pattern in SERVICES)
# The house's sectors, where nothing more exact is known.
BY_SECTOR = {
    "police": ("police",),
    "local_authority": ("social_care",),
    "education": ("school", "nursery"),
    "probation": ("probation",),
    "housing": ("housing",),
    "voluntary": ("domestic_abuse", "charity"),
    "health": ("hospital", "maternity", "gp", "health_visiting"),
}
