"""Words that mean the same, words that say nothing, and words that any chronology has."""

from __future__ import annotations

from chronology.analysis.vocabulary.stems import shorten

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
    "no_reply": """
        no reply; no answer; no response; no access; unanswered; nobody in; no one in; not in; nobody home; nobody answered""",
    "police_notice": "police notification; ppn; vpn; merlin; dash; vulnerable child notification; vulnerable person report",
    "step_down": "step down; stepped down; stepping down; stepdown",
    "mother": "mum; mummy; mother; mom; birth mother; mum's; mother's",
    "father": "dad; daddy; father; birth father; father's; dad's",
    "grandmother": "grandmother; grandma; nan; nana; nanny; gran; mgm; pgm; maternal grandmother; paternal grandmother",
    "unborn": "unborn; unborn baby; unborn child; pre birth",
    "lac": """
        looked after child; looked after children; looked after; lac; cla; child looked after; children looked after; child in
        care; cic""",
    "school_nurse": "school nurse; school nursing; school nurses; school health nurse",
    "probation_officer": "probation officer; offender manager; probation practitioner; community offender manager",
    "camhs": "camhs; child and adolescent mental health; child and adolescent mental health services; cypmhs",
    "blister_pack": "blister pack; blister packs; blister packed; dosette; dosette box; medication tray",
    "self_harm": "self harm; self harmed; self harming; self harms; deliberate self harm; dsh; self injury",
    "county_lines": "county lines; county line",
    "exploitation": """
        child sexual exploitation; child criminal exploitation; criminal exploitation; sexual exploitation; cse; cce""",
    "nrm": "nrm; national referral mechanism",
    "section_20": "section 20; s20; s 20",
    "police_protection": "police protection; powers of police protection; section 46; s46; ppp",
    "epo": "emergency protection order; epo",
    "ico": "interim care order; ico",
    "care_order": "care order; full care order; section 31; s31",
    "sgo": "special guardianship order; special guardianship; special guardian; sgo",
    "asb": "anti social behaviour; antisocial behaviour; asb",
    "home_education": """
        elective home education; home educated; home education; home educating; ehe; electively home educated; home schooled;
        home schooling""",
    "ehcp": "education health and care plan; ehc plan; ehcp; education health care plan; ehcps",
    "nai": "non accidental injury; non accidental; nai; inflicted injury; non accidental injuries",
    "fii": """
        fabricated or induced illness; fabricated and induced illness; fii; perplexing presentation; perplexing presentations""",
    "icu": "intensive care; intensive care unit; picu; itu; icu; hdu; high dependency; life support",
    "foster_carer": "foster carer; foster carers; foster mother; foster father; foster parents; foster home",
    "childrens_home": "children's home; childrens home; residential home; residential unit",
    "care_home": "care home; nursing home; residential care",
    "feeding_tube": """
        peg; gastrostomy; feeding tube; ng tube; nasogastric tube; peg feed; peg site; stoma; stoma site; button site;
        feeding tube site; gastrostomy site; mic key; mickey button; tube site""",
    "stomach_bug": """
        d v; diarrhoea and vomiting; diarrhoea; loose stools; loose stool; stomach bug; sickness bug; tummy bug; vomiting bug;
        gastroenteritis; norovirus""",
    "medicine_error": """
        medication error; drug error; drugs error; medicine error; medicines error; double dose; wrong dose; dose twice;
        given twice; extra dose""",
    "pregnancy_test": "pregnancy test; upt; home pregnancy test; test positive; positive test; upt positive; test for pregnancy",
    "epilepsy_drug": "epilepsy drug; epilepsy medicine; epilepsy medication; anti epileptic; antiepileptic; aed; valproate; vpa; sodium valproate",
    "skeletal_survey": "skeletal survey; full body x ray",
    "body_map": "body map; body maps; bodymap",
    "police_station": "police station; custody suite; nick",
    "magistrates": "magistrates court; magistrates; magistrates' court; youth court",
    "rui": "released under investigation; rui",
    "rehab_order": "youth rehabilitation order; yro; rehabilitation order",
    "community_order": "community order; community sentence",
    "universal_credit": "universal credit; uc",
    "food_bank": "food bank; foodbank; food parcel; food parcels",
    "safety_plan": "safety plan; safety planning; safeguarding plan",
    "temp_accommodation": "temporary accommodation; b and b; bed and breakfast; emergency accommodation; hostel",
    "smoke_alarm": "smoke alarm; smoke alarms; smoke detector; smoke detectors",
    "mental_capacity": "mental capacity; capacity assessment; mca",
    "discharge_planning": "discharge planning; pre discharge",
    "conference": """
        case conference; child protection conference; icpc; rcpc; initial conference; review conference; cpc; review conf;
        initial conf; conf; conference; cp conference""",
    "strategy_meeting": """
        strategy meeting; strategy discussion; strat; strat meeting; strat disc; strat discussion; strategy mtg; strategy call""",
    "core_group": "core group; core groups; core group meeting",
    "new_birth": "new birth visit; new birth contact; primary visit; primary birth visit",
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

# Words that people use for one another.
ALIKE: dict[str, str] = {
    # --- harm
    "bruise": "bruise bruised bruises bruising contusion contusions haematoma",
    "assault": """
        attack attacked assault assaulted punch punched punching hit hitting kick kicked slap slapped smack smacked beat beaten
        beating struck battered thump thumped headbutted abh gbh""",
    "strangle": "strangle strangled strangling strangulation throttled throttling choke choked choking throat neck",
    "overdose": "overdose overdosed overdoses paracetamol tablet tablets pill pills ibuprofen capsules od",
    "argument": "argue argued arguing argument row dispute quarrel altercation verbal disagreement",
    "shout": "shout shouted shouting scream screamed screaming yell yelled yelling",
    "knife": "knife knifed knives stab stabbed stabbing stabbings blade bladed machete machetes",
    "ligature": "ligature ligatures cord noose",
    "threaten": "threat threats threaten threatened threatening",
    "damage": "damage damaged smash smashed broke vandalised",
    "fracture": "fracture fractured fractures broken",
    "burn": "burn burns burnt burned scald scalded scalds",
    "seizure": "seizure seizures convulsion convulsions convulsive fit fits fitted epilepsy epileptic postictal ictal",
    "leg": "leg legs thigh thighs femur femoral shin calf",
    "bleed": "bleed bleeding bled blood haemorrhage haemorrhages",
    "cut": "cut cuts laceration lacerations lacerated gash slash slashed",
    "bite": "bite bites bitten bit",
    "swell": "swell swelling swollen lump bump",
    "rape": "rape raped sexual sexually indecent",
    "neglect": "neglect neglected neglectful",
    "unkempt": "unkempt unwashed dirt dirty grubby filthy smelly smelt soiled squalid squalor",
    "hungry": "hungry hunger starving underfed unfed",
    "faeces": "faeces poo excrement faecal soiling",
    "collapse": "collapse collapsed unresponsive unconscious floppy lifeless unrousable",
    "death": "die died dies dead death deceased killed fatal",
    "fall": "fall fell fallen falls tumbled tripped",
    "suicide": "suicide suicidal",
    "harm": "harm harmed harming",
    "missing": "missing misper awol absent-without absconded absconding absconds awol",
    "injury": "injury injuries injured hurt wound wounds wounded",
    "fire": "fire fires arson ablaze alight blaze",
    "smoke": "smoke smoking smoky",
    # --- substances and states
    "alcohol": "drunk intoxicated alcohol drink drinking vodka lager cider beer wine intoxication",
    "cannabis": "cannabis weed marijuana skunk",
    "heroin": "heroin opiate opiates opioid",
    "methadone": "methadone subutex buprenorphine",
    "cocaine": "cocaine crack coke",
    "depression": "depression depressed low mood",
    "anxious": "anxious anxiety worried",
    "cry": "cry cried crying tearful tears weeping sobbing",
    "angry": "angry anger aggressive aggression agitated abusive hostile irate",
    "sleep": "sleep asleep sleeping slept sleepy",
    # --- people
    "partner": "partner boyfriend girlfriend husband wife fiance spouse",
    "baby": "baby infant newborn neonate babies",
    "pregnant": "pregnant pregnancy expecting expectant gestation antenatal",
    "birth": "born birth delivered delivery labour",
    "grandfather": "grandfather grandad granddad grandpa mgf pgf",
    "sibling": "sibling siblings brother sister brothers sisters",
    "relative": "relative relatives relation",
    "aunt": "aunt auntie aunty",
    "neighbour": "neighbour neighbours neighbor",
    "carer": "carer carers fosterer",
    "paediatrician": "paediatrician paediatric paediatrics paeds",
    "psychiatrist": "psychiatrist psychiatric psychiatry",
    "child": "child children kid kids",
    "girl": "girl girls daughter female",
    "boy": "boy boys son lad",
    "male": "male man men males",
    "woman": "woman women",
    "teacher": "teacher teachers tutor",
    "officer": "officer officers",
    # --- places and things
    "home": "home house flat address property bungalow maisonette",
    "nursery": "nursery nurseries preschool playgroup",
    "hospital": "hospital ward infirmary",
    "custody": "jail prison custody custodial imprisoned imprisonment hmp",
    "car": "car vehicle van",
    "phone_thing": "mobile mobiles handset handsets smartphone iphone burner",
    "money": "money cash",
    "stair": "stair stairs stairwell",
    "sofa": "sofa settee couch",
    "cot": "cot crib moses basket",
    "pram": "pram pushchair buggy",
    "bath": "bath bathed bathing",
    "toilet": "toilet bathroom loo",
    "dog": "dog dogs puppy",
    "head": "head skull scalp cranial",
    "brain": "brain cerebral subdural intracranial",
    "eye": "eye eyes retinal",
    "stomach": "stomach tummy abdomen abdominal belly",
    "buttock": "buttock buttocks bottom bum",
    "nappy": "nappy nappies",
    "tooth": "tooth teeth dental dentist",
    # --- doings
    "medical": "medical medic",
    "tell": "disclose disclosed discloses disclosure disclosures tell tells telling told say says saying said stated states",
    "weight": "weigh weighed weighing weighs weight weights kg centile centiles",
    "evict": "evict evicted eviction possession bailiff bailiffs",
    "arrears": "rent arrears owed owes owing debt debts",
    "homeless": "homeless homelessness sofa-surfing",
    "move": "move moved moving moves relocated",
    "sentence": "sentence sentenced convict convicted conviction sentencing guilty",
    "arrest": "arrest arrested arrests detained",
    "exclude": "exclude excluded exclusion exclusions suspended suspension",
    "absent": "absent absence absences truant truanting",
    "cancel": "cancel cancelled postpone postponed adjourned adjourn rearranged rescheduled",
    "visit": "visit visited visiting visits",
    "admit": "admit admitted admission",
    "discharge": "discharge discharged",
    "close": "close closed closure closing",
    "allocate": "allocate allocated allocation",
    "supervise": "supervise supervised supervision",
    "photograph": "photograph photographs photographed photo photos picture pictures",
    "immunise": "immunised immunisation immunisations immunisation vaccinated vaccination vaccinations vaccine vaccines mmr jabs",
    "refer": "refer referred refers referral referrals",
    "assess": "assess assessed assessment assessments",
    "agree": "agree agreed agrees agreement",
    "decline": "decline declined declines refuse refused refusal refuses",
    "accept": "accept accepted accepts acceptance",
    "apply": "apply applied application",
    "steal": "steal stole stolen theft burglary robbery robbed shoplifting",
    "search": "search searched warrant",
    "exploit": "exploit exploited exploitation trafficked trafficking groomed grooming",
    "separate": "separate separated separation split",
    "return": "return returned returning returns",
    "leave": "leave leaves leaving",
    "breach": "breach breached breaching breaches",
    "prescribe": "prescribe prescribed prescription prescriptions script",
    "medication": "medication medicine meds medicines",
    "vomit": "vomit vomited vomiting vomits sick",
    "underwear": "underwear underpants pants knickers boxers",
    "wet": "wet wets wetting wetted enuresis bedwetting",
    "fetch": "fetch fetched collect collected collects",
    "bus": "bus minibus transport taxi",
    "dietitian": "dietitian dietician dietetic dietetics",
    "neurology": "neurology neurologist neurological",
    "physio": "physio physiotherapy physiotherapist",
    "orthopaedic": "orthopaedic orthopaedics ortho",
    "squint": "squint orthoptic orthoptics orthoptist ophthalmology",
    "nose": "nose nasal",
    "chest": "chest pneumonia lung lungs respiratory",
    "sore": "sore raw excoriated inflamed infected infection",
    "premature": "premature prematurely prematurity preterm scbu nicu neonatal",
    "plan": "plan plans planned planning",
    "meet": "meeting meetings mtg",
    "continue": "continue continued continues continuing ongoing remain remains",
    "feed": "feed feeds feeding fed",
    "breathe": "breathe breathing breath breaths breathed breathless breathlessness",
    "unsafe": "unsafe danger dangerous",
    "retract": "retract retracted retraction withdrew withdrawn withdraw",
    "lock": "lock locked locking locks",
    "charge": "charge charged charges",
    "asthma": "asthma asthmatic",
    "wheeze": "wheeze wheezes wheezy wheezing",
    "nebuliser": "neb nebs nebuliser nebulisers nebulised",
    "inhaler": "inhaler inhalers puffer puffers ventolin salbutamol",
    "cast": "cast casts plaster splint splints",
    "raid": "raid raids raided warrant warrants",
    "boiler": "boiler boilers heating heater heaters",
    "tired": "tired exhausted exhaustion fatigued knackered",
    "vape": "vape vapes vaping vaped cigarette cigarettes",
    "lice": "lice nits headlice",
    "rash": "rash rashes eczema",
    "stepfather": "stepfather stepdad",
    "stepmother": "stepmother stepmum",
    "grandparent": "grandparent grandparents",
    "cousin": "cousin cousins",
    "twin": "twin twins",
    "friend": "friend friends mate mates pal pals",
    "clothes": "clothes clothing trousers jumper jumpers uniform",
    "fence": "fence garden yard",
    "window": "window windows",
    "ceiling": "ceiling ceilings",
    "mould": "mould mouldy damp",
    "leak": "leak leaks leaked leaking leaky",
    "rat": "rat rats mice mouse vermin infestation",
    "passport": "passport passports visa",
    "abroad": "abroad overseas flight flights airport",
    "solicitor": "solicitor solicitors lawyer",
    "court": "court courts tribunal",
    "letterbox": "letterbox letterboxes",
    "key": "key keys",
    "police": "police feds constabulary",
    "prosecute": "prosecute prosecuted prosecution cps",
}

SAME = {shorten(word): one for one, words in ALIKE.items() for word in words.split()}

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
    """aged accept access action address adult adviser advice advise afternoon again age agency agree allocate allow alone angry
    anxious appear appointment arrange arrive ask assess assessment attendance aware away baby back bad bag bed bedroom
    behaviour better book boy bring brother brought busy call car care carer case challenge change chat check child children
    class clean clear clinic close clothes cold collect come complete concern condition confirm consent consider consult
    continue copy cover cry daily date daughter day decide decision decline delay describe detail different difficult
    discharge discuss discussion doctor door doubt drop duty early easy eat email engage enter evening event explain family
    father feel feeling fell file final find fine follow food form friend full general girl give go good group grow happen
    happy head health hear hearing heard help high hold home hope hospital hour house however ill important improve include
    increase individual initial inside interview invite involve issue job join keep kitchen know last late later learn leave
    left less lesson letter level life line list little live local long look low made make male man manage manager medication
    meet meeting member mention message minute miss missing monday money month mood morning mother move multi name near need new
    next night nothing number nurse off offer office officer old open order outcome outside parent part partner pay people
    person phone place plan play point police poor positive post practice prepare present print problem professional progress
    provide put question quiet read ready reason recent refer referral refuse register relationship remain reply report
    request respond response result return review right risk room routine safe safeguard safety school score see seek send
    sent service session several share short show sign sister sit situation sleep small social son speak specialist spoke
    staff stage stand start state stay step still stop street strong student suggest summer support sure take talk teacher
    team tell term test text thank thing think time today tomorrow tonight took town travel treat treatment try tuesday turn
    unable understand update upset urgent use usual view visit wait walk want warn watch wednesday week weekend weekly well
    wife woman word work worker worry write wrong year yes yesterday young thursday friday saturday sunday telephone
    social_worker_ social_care_ mother_ father_ phone_ gp_ ed_ no_reply_ not_brought_ health_visitor_""".split()
)
