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


def names_of(signs: tuple[Sign, ...], text: str) -> frozenset[str]:
    """The names of all signs that stand in a text; written out, since every entry is held against a hundred signs."""
    found = []
    for sign in signs:
        for piece in sign.pieces:
            if piece in text:
                if sign.compiled.search(text):
                    found.append(sign.name)
                break
    return frozenset(found)


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

# Words that any chronology has: in a small case they are no rarer for standing in few of its entries.
EVERYDAY = frozenset(
    """aged accept access action address adult adviser advice advise afternoon again age agency agree allocate allow alone angry anxious
    appear appointment arrange arrive ask assess assessment attendance aware away baby back bad bag bed bedroom behaviour better
    book boy bring brother brought busy call car care carer case challenge change chat check child children class clean clear clinic
    close clothes cold collect come complete concern condition confirm consent consider consult continue copy cover cry daily date
    daughter day decide decision decline delay describe detail different difficult discharge discuss discussion doctor door doubt drop
    duty early easy eat email engage enter evening event explain family father feel feeling fell file final find fine follow food form
    friend full general girl give go good group grow happen happy head health hear hearing heard help high hold home hope hospital
    hour house however ill important improve include increase individual initial inside interview invite involve issue job join keep
    kitchen know last late later learn leave left less lesson letter level life line list little live local long look low made make
    male man manage manager medication meet meeting member mention message minute miss missing monday money month mood morning mother move
    name near need new next night nothing number nurse off offer office officer old open order outcome outside parent part partner
    pay people person phone place plan play point police poor positive post practice prepare present print problem professional
    progress provide put question quiet read ready reason recent refer referral refuse register relationship remain reply report
    request respond response result return review right risk room routine safe safeguard safety school score see seek send sent
    service session several share short show sign sister sit situation sleep small social son speak specialist spoke staff stage
    stand start state stay step still stop street strong student suggest summer support sure take talk teacher team tell term test
    text thank thing think time today tomorrow tonight took town travel treat treatment try tuesday turn unable understand update
    upset urgent use usual view visit wait walk want warn watch wednesday week weekend weekly well wife woman word work worker worry
    write wrong year yes yesterday young thursday friday saturday sunday telephone social_worker_ social_care_ mother_ father_ phone_
    gp_ ed_ no_reply_ not_brought_ health_visitor_""".split()
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
    "professionals_meeting": ("professional", "multi", "network", "ma meet", "mdt", "safeguarding"),
    "lac_review": ("lac", "cla", "looked", "cic", "in care"),
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
    "arrest": ("arrest", "custody", "detained", "released under", "rui", "stopped in", "caution plus", "appropriate adult"),
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
    "injury": (
        "bruis",
        "injur",
        "fractur",
        "mark",
        "graze",
        "burn",
        "scald",
        "cut",
        "swell",
        "swollen",
        "bump",
        "lacerat",
        "wound",
        "bit",
        "black eye",
        "haematoma",
    ),
    "disclosure": ("disclos", "told"),
    "missing": (
        "missing",
        "misper",
        "abscond",
        "rhi",
        "return",
        "located",
        "found at",
        "all night",
        "whereabouts",
        "home",
        "back since",
        "away",
        "awol",
    ),
    "self_harm": (
        "harm",
        "self",
        "cutting",
        "ligature",
        "cord",
        "overdos",
        "od",
        "took",
        "take",
        "taking",
        "swallow",
        "ingest",
        "suicid",
        "life",
        "tablets",
        "pills",
        "paracetamol",
    ),
    "death": ("die", "death", "dead", "deceased", "coroner", "pronounced", "sudi"),
    "weapon": ("knife", "knives", "machete", "blade", "weapon", "stab", "firearm", "gun", "shot"),
    "exclusion": ("exclu", "suspen", "managed", "fixed"),
    "exploitation": (
        "exploit",
        "nrm",
        "national ref",
        "county",
        "cse",
        "cce",
        "traffick",
        "groom",
        "cuckoo",
        "drugs",
        "to sell",
        "bondage",
    ),
    "placement": (
        "place",
        "foster",
        "accommodat",
        "section 20",
        "s20",
        "s.20",
        "kinship",
        "children's home",
        "into care",
        "carer",
    ),
    "absence": ("absen", "off roll", "not in school"),
    "roll": ("roll", "admitted", "regist", "start"),
    "arrears": ("arrears", "notice", "possession", "evict", "rent"),
    "closure": ("clos", "ends", "cease"),
    "weighing": ("weigh", "centile", "growth", "thrive"),
    "clinic": ("clinic", "appointment", "consultation"),
    "collapse": (
        "unresp",
        "breath",
        "intensive",
        "icu",
        "hdu",
        "collaps",
        "critical",
        "flopp",
        "lifeless",
        "gcs",
        "intubat",
        "resus",
        "unconsc",
        "cardiac",
        "life support",
        "cpr",
        "ventilat",
        "itu",
    ),
    "drugs": (
        "cannabis",
        "coca",
        "heroin",
        "crack",
        "ketamine",
        "spice",
        "opiate",
        "methadone",
        "wrap",
        "pwits",
        "drug",
        "supply",
        "class",
    ),
    "strangling": ("strang", "throttl", "chok", "throat", "neck"),
    "nuisance": ("asb", "social", "nois", "nuisance", "cuckoo", "neighbour"),
    "welfare_check": ("welfare", "safe", "concern", "moved on", "officers"),
    "assessed": ("choice", "list", "assess", "crisis", "mha", "136"),
    "early_birth": ("term", "prematur", "scbu", "nicu", "neonat", "special care"),
    "self_neglect": ("neglect", "hoard", "clutter"),
    "pressure_sore": ("pressure", "sore", "ulcer"),
    "fall": ("fall", "fell", "floor", "hip", "long lie"),
    "fire": ("fire", "smoke"),
    "care_home": ("home", "residential", "respite"),
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
    "district_nursing": ("district nurs", "community nurs", "dn"),
    "school_nursing": ("school nurs", "lac nurse", "looked after nurse", "looked-after nurse"),
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
    (
        "professionals_meeting",
        r"\bprofessionals?'? meeting\b|\bmulti[ -]agency (?:[\w-]+ ){0,2}meeting\b|\b(?:ma|mdt|multi-?disciplinary|safeguarding(?: planning)?) meeting\b|\bnetwork meeting\b",
    ),
    (
        "lac_review",
        (
            r"\b(?:lac|cla|cic|looked[ -]after|children looked after|child in care) (?:child(?:ren)? )?reviews?\b"
            r"|\breviews? of (?:\w+ ){0,3}(?:looked[ -]after|in care)\b|\b(?:lac|cla) (?:mtg|meeting)\b"
        ),
    ),
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
    (
        "arrest",
        (
            r"(?<!cardiac )\barrest(?:ed|s)?\b|\b(?:in|into|by|from) custody\b|\bdetained\b|\breleased under investigation\b|\brui\b"
            r"|\bstopped in (?:a |the )?(?:vehicle|car|van|taxi)\b|\bcaution plus three\b|\bappropriate adult\b"
        ),
    ),
    ("charge", r"\bcharged\b"),
    (
        "sentence",
        (
            r"\bsentenced?\b|\bcommunity order\b|\bconvicted\b|\bmagistrates\b|\bcrown court\b|\byouth court\b|\bcourt result\b"
            r"|\b(?:youth )?rehabilitation order\b|\byro\b|\breferral order\b|\bpleaded\b|\bfound guilty\b|\bsuspended sentence\b"
        ),
    ),
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
    (
        "collapse",
        (
            r"\bunresponsive\b|\bnot breathing\b|\bintensive care\b|\bp?icu\b|\bitu\b|\bhdu\b|\bcollaps\w+|\bcritical(?:ly)? (?:ill|incident|condition)"
            r"|\bfloppy\b|\blifeless\b|\bstopped breathing\b|\bgcs\b|\bintubat\w+|\bresus\w*|\bunconscious\b|\bcardiac arrest\b|\bcpr\b|\blife support\b"
            r"|\bventilated\b"
        ),
    ),
    ("referral", r"\brefer(?:red|ral|rals)\b|\bmash\b|\bmarf\b|\bfront door\b"),
    (
        "injury",
        r"\bbruis\w*|\binjur\w*|\bfracture\w*|\bmarks?\b|\bgraze\w*|\bburn\w*|\bscald\w*|\bcuts?\b|\bswelling\b|\bbump\w*|\blacerat\w+|\bwound\w*|\bbit(?:e|es|ten)\b|\bblack eye\b|\bswollen\b|\bhaematoma\b",
    ),
    ("disclosure", r"\bdisclos\w+|\btold (?:her|his|the|a|class|my) (?:class )?(?:teacher|ta|mentor|key)"),
    (
        "missing",
        r"\bmissing (?:from|since|person|episode|notification|report)\b|\b(?:reports?|reported|goes|went|was|is) .{0,20}missing\b|\bmisper\b|\babscond\w*|\brhi\b|\breturn (?:home )?interview\b|\blocated\b|\bfound at\b|\bmissing (?:overnight|again|all)\b|\b(?:out|away) all night\b|\bwhereabouts (?:not known|unknown)\b|\b(?:failed to|did not|didn't|has not|not|never) (?:return|returned|come home|came home|back since|been home)\b|\brun(?:ning)? away\b|\bran away\b|\bawol\b|\bmissing person\b|\b(?:still|went|gone|been) missing\b",
    ),
    (
        "self_harm",
        r"\bself[ -]?harm\w*|\bself[ -]?(?:cut\w*|injur\w+|poison\w+|inflicted)\b|\b(?:cut|cutting|hurt|hurting) (?:her|him|them)self\b|\bcutting\b|\bligature\b|\bcord\b|\boverdos\w+|\bod\b|\b(?:took|taken|taking|swallow\w*|ingest\w*) .{0,20}(?:tablets?|pills?|paracetamol)|\b(?:tablets|pills|paracetamol) (?:were |was )?(?:taken|swallowed|ingested)|\bsuicid\w+|\bend (?:her|his|their) life\b",
    ),
    ("death", r"\bdie[ds]?\b|\bdeath\b|\bdead\b|\bdeceased\b|\bcoroner\b|\bpronounced\b|\bsudi\b"),
    (
        "weapon",
        r"\bknife\b|\bknives\b|\bmachete\b|\bbladed?\b|\bweapons?\b|\bstab(?:bed|bing|s)?\b|\bfirearm\b|\bgun\b|\bshot\b(?! of)",
    ),
    ("exclusion", r"\bexclu(?:ded|sion)\b|\bsuspen(?:ded|sion)\b(?! sentence)|\bmanaged move\b|\bfixed[ -]term\b"),
    (
        "exploitation",
        r"\bexploit\w+|\bnrm\b|\bnational referral mechanism\b|\bcounty lines?\b|\bcse\b|\bcce\b|\btraffick\w+|\bgroom\w+|\bcuckoo\w*|\b(?:running|selling|dealing|carrying) drugs\b|\bmade to sell\b|\bdebt bondage\b",
    ),
    (
        "placement",
        r"\bplacement\b|\bfoster\w*|\baccommodat(?:ed|ion)\b|\bsection 20\b|\bs\.?20\b|\bplaced (?:with|in|at)\b|\bkinship\b|\bchildren's home\b|\binto care\b|\bmoved? (?:\w+ )?to (?:\w+ ){0,2}carers?\b",
    ),
    ("absence", r"\babsen(?:t|ce)\b|\boff roll\b|\bnot in school\b"),
    (
        "roll",
        r"\boff roll\b|\breadmitted\b|\bre-?registered\b|\bstart(?:s|ed)? (?:at )?(?:nursery|school)\b|\badmitted to school\b",
    ),
    (
        "arrears",
        r"\barrears\b|\bnotice (?:served|of|seeking)\b|\bseeking possession\b|\bpossession (?:order|proceedings|hearing|claim)\b|\bevict\w*|\bow(?:e|es|ed|ing) (?:\S+ )?(?:in )?rent\b|\brent (?:owed|owing|debt|account in)\b",
    ),
    ("closure", r"\bclos(?:ed|ure|ing)\b|\bends? support\b|\bcease[sd]?\b"),
    ("weighing", r"\bweigh(?:ed|t)?\b|\bcentiles?\b|\bfaltering growth\b|\bfailure to thrive\b|\bweight loss\b"),
    ("clinic", r"\bclinic\b|\bappointment\b|\bconsultation\b"),
    ("session", r"\bsession\b|\bsupervision\b"),
    (
        "drugs",
        r"\b(?:cannabis|cocaine|heroin|crack|ketamine|spice|opiates?|methadone|wraps?|pwits|drugs?)\b|\bwith intent to supply\b|\bclass [abc]\b",
    ),
    (
        "strangling",
        r"\bstrang\w+|\bthrottl\w+|\bchok(?:ed|ing)\b|\b(?:by|round|around|to|grabbed|hands? on) (?:the |her |his )?(?:throat|neck)\b",
    ),
    (
        "nuisance",
        r"\basb\b|\banti-?social\b|\bnoise\b|\bnuisance\b|\bcuckoo\w*|\bneighbours? complain\w*|\bcomplain\w* (?:\w+ ){0,3}neighbours?\b",
    ),
    (
        "welfare_check",
        r"\bwelfare (?:check|visit)\b|\bsafe and well\b|\bconcerns? for (?:welfare|safety)\b|\bmoved on\b|\bofficers (?:visited|called)\b",
    ),
    (
        "assessed",
        (
            r"\bchoice (?:appt|appointment|assessment)\b|\b(?:waiting|partnership) list\b|\b(?:was |been )?assessed\b|\bcrisis team\b|\bmental health assessment\b"
            r"|\bmha\b|\bsection 136\b|\bs\.?136\b"
        ),
    ),
    ("early_birth", r"\bpre-?term\b|\bpremature\w*|\bscbu\b|\bnicu\b|\bneonatal\b|\bspecial care\b"),
    ("self_neglect", r"\bself[ -]?neglect\w*|\bhoard\w*|\bclutter\w*"),
    (
        "pressure_sore",
        r"\bpressure (?:ulcers?|sores?|damage|areas?)\b|\bbed ?sores?\b|\b(?:sacral|heel|hip) (?:sore|ulcer|wound)s?\b|\bgrade [234] (?:ulcer|sore)",
    ),
    (
        "fall",
        r"\bfalls?\b(?! (?:in|under|behind|out|into|asleep|ill|within|short|off|on|to|below)\b)|\bfell (?:in|at|on|down|out)\b|\b(?:found|lying|been) on (?:the |her |his )?(?:\w+ )?floor\b|\blong lie\b|\bhip fracture\b",
    ),
    (
        "fire",
        r"\b(?:house|kitchen|flat|small|cooker|chip pan) fire\b|\bfire (?:at|in) (?:the |her |his )?(?:flat|home|house|kitchen|property)\b|\bsmoke alarm\b",
    ),
    ("care_home", r"\bcare home\b|\bnursing home\b|\bresidential (?:care|home)\b|\brespite\b"),
)
# Kinds that tell of something that happened, and seldom: two who tell of one within days mostly tell of the same.
EVENTS = frozenset(
    """birth arrest charge sentence recall release order missing self_harm death weapon exclusion exploitation placement arrears
    collapse drugs strangling nuisance welfare_check assessed early_birth self_neglect pressure_sore fall fire ed_attendance
    admission medical disclosure injury""".split()
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
    r"\b(?:notification|information|correspondence|letter|report|minutes|e-?mail|form(?: \w+)?|referral|alert|message|contact|ppn|vpn|merlin|handover"
    r"|update|copy|notice|paperwork|summary|fax|findings) (?:was |were |is )?"
    r"(?:rec'?d|received|shared|sent to us|passed|in\b|came|come|arrived|scanned|read|uploaded|phoned|forwarded|filed from)"
    r"|\breceived (?:information|a |an |the |notification|word|by|from|via|copy|report|letter|minutes|e-?mail|referral)"
    r"|\b(?:was|were|been|are|is) (?:informed|told|notified|advised|made aware|alerted|copied)\b"
    r"|\b(?:informed|told|notified|advised|alerted|made aware|updated)(?: (?:us|via)\b| by (?!letter|message|liaison|e-?mail|phone|form|text|task|fax)|:)"
    r"|(?:^|[.:;] )(?:informed|told|notified|advised|alerted|made aware) (?:of\b|(?:by|from)\b)|^(?:\w+ ){0,3}handover\b"
    r"|\b(?:call(?:ed|s)?|text(?:ed)?|wrote|emailed|messaged) (?:us )?to (?:say|advise|inform|report|tell)\b"
    r"|\bfollowing (?:a )?(?:notification|letter|discharge|referral|report)\b"
    r"|\b(?:learned|learnt|heard|understands?|understood|aware) (?:from|that|of|via)\b"
    r"|\b(?:birth|death|discharge) notification\b|\bnotified\b|\bforwarded\b|\bcc'?d\b"
    r"|\blet (?:us|\w+|\w+ \w+) know\b|\b(?:tell|tells|told) us\b|\bpass(?:ed|es)? on\b|\brang to say\b|\b(?:came|come|phoned|sent|faxed|e-?mailed) through\b",
    (
        "receiv",
        "rec'd",
        "recd",
        "handover",
        "to say",
        "to report",
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
    r"^[^.;]{0,30}\b(?:asked for|request(?:ed)?|to (?:be|follow)|(?:later )?today|this (?:afternoon|evening|week)|tomorrow|next week|within|invitation|dates?"
    r"|office|needed|due|booked|arranged|scheduled|planned)\b"
)
JOINT = re.compile(
    r"\bjoint(?:ly)?\b|\btogether with\b|\baccompanied by\b|\balongside\b|\bvisit(?:ed)? with\b|\bin company with\b"
)
ATTENDED = re.compile(r"\b(?:attend(?:ed|ance|ing|s)?|present|took part|dialled in|joined|chaired|went to|represented|heard)\b")
NOTICED_LATER = re.compile(
    r"\b(?:overnight|last (?:week|weekend|night|month|year)|(?:the )?(?:previous|day before|week before)|yesterday|the other day"
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
    ("district_nursing", r"\b(?:district|community) nurs\w+|\bdns?\b"),
    ("school_nursing", r"\bschool nurs\w+|\b(?:lac|looked[ -]after) nurs\w+"),
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
SERVICE_WORDS = {
    "social_care": "social care",
    "gp": "the GP",
    "mental_health": "mental health services",
    "school_nursing": "the school nurse",
}
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
