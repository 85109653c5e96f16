"""Kinds of event: classes of words, so that two agencies who tell of one thing in other words are seen to do so."""

from __future__ import annotations

from chronology.analysis.vocabulary.adolescents import YOUNG, YOUNG_WIDER
from chronology.analysis.vocabulary.illness import ILLNESS
from chronology.analysis.vocabulary.passages import PASSAGES, PASSAGES_WIDER
from chronology.analysis.vocabulary.phrases import Phrasebook
from chronology.analysis.vocabulary.plain_kinds import PLAIN
from chronology.analysis.vocabulary.short_notes import SHORT, SHORTER
from chronology.analysis.vocabulary.terse_kinds import TERSE
from chronology.analysis.vocabulary.turns import TURNS, WIDER

KINDS: dict[str, str] = {
    # --- birth and growing
    "birth": """born; birth of; gave birth; given birth; birth notification; birth notice; new baby; delivered; delivery of; safe
        delivery; live birth; caesarean; c section; newborn; induced; labour; baby|boy|girl|infant|twins _2 arrived; !delivered
        by|to|session*|the letter|leaflet*|parcel*; !session*|programme|training|course|parcel|letter _2 delivered; !born in;
        !labour market""",
    "early_birth": "preterm; pre term; prematur*; scbu; nicu; neonatal; special care; born early; weeks early; ex prem",
    "booking": "booking; booked for|with maternity|midwi*; late booker; antenatal booking",
    "new_birth_visit": "new birth visit|contact|review; primary visit; primary birth visit",
    "weighing": """
        weigh*; centile*; faltering growth; failure to thrive; weight loss; poor weight gain; slow weight gain; gaining weight;
        growth chart; growth faltering; not thriving; bmi""",
    # --- harm
    "incident": """
        domestic; assault*; shouting; scream*; kick*; argument*; arguing; hit; punch*; disturbance; drag|dragged|dragging;
        attack*; strang*; threat*; throttl*; chok*; push|pushed|pushing; slap*; smash*; damag*; knife; fight*; fought; harass*;
        stalk*; fist; row; dv; altercation; violen*; headbutt*; beat|beaten|beating; shov*; grabbed; pinned; spat; hair pulled;
        pulled _3 hair; dva; abh; gbh; common assault; affray; breach of the? peace; criminal damage; verbal abuse; raised
        voices; barricad*; !domestic help|bills|task*|animal*; !shouting distance; !kicking well; !hit target*|milestone*;
        !pushing buggy|pram|pushchair; !attack of asthma; !asthma|panic attack*""",
    "strangling": """
        strang*; throttl*; choked|choking; non fatal strangulation; nfs; hands _3 throat|neck; by|round|around|grabbed _2
        throat|neck; pinned _3 throat|neck; could not|couldn't breathe""",
    "weapon": """knifed; stabbing; puncture wound*; knife; knives; machete*; blade; bladed; weapon*; stab|stabbed|stabbing|stabs;
        firearm*; gun; shot; zombie; samurai; sword; axe; hammer; baseball bat; airsoft; bb gun; imitation firearm; bottled;
        slash*; offensive weapon; ammonia; acid attack; !shot of; !booster|flu|mmr|vitamin shot; !dental|dark|hot stabbing""",
    "injury": """
        bust|busted|fat|cut|bloody|bleeding lip|nose; tooth loose|out|knocked|missing; loose tooth; broken tooth; chipped tooth;
        lip healing; bruis*; injur*; fractur*; femur; femoral; mark; marks; graze|grazed|grazes|grazing; burn|burnt|burned|burns; scald*; cut;
        cuts; swelling; bump*; lacerat*; wound*; bite; bites; bitten; bit; black eye; swollen; haematoma*; broken
        arm|leg|wrist|rib*|bone*|nose|jaw|collarbone|clavicle; scratch*; finger marks; fingertip*; petechi*; blister*; lesion*;
        abrasion*; split lip; cut lip; welt*; scar; scars; grip marks; black _1 eye; bleeding nose; nose bleed; frenulum;
        retinal; subdural; skull; head injury; bleed on the? brain; non accidental; nai; haemorrhag*; red mark*; torn;
        dislocat*; sprain*; concuss*; limp; limping; not weight bearing; cigarette; !injuries act; !birth mark*; !birthmark*;
        !mongolian; !cut off|down|back|out|short; !school|test|exam mark*; !marks out; !mark work; !a bit; !bit of; !scar free;
        !no injur*""",
    "head_injury": """
        head injury; skull; subdural; intracranial; bleed on|to|in _2 brain; brain injury; brain bleed; brain damage; retinal;
        hypoxic; cerebral; haematoma; haemorrhag*; shaken; abusive head trauma; acquired brain; fractured skull; traumatic brain""",
    "medical": """
        child protection medical; cp medical; paediatric medical; safeguarding medical; medical by|examination|of; forensic
        medical; cpm; sarc; skeletal survey; body map by _1 paediatrician; nai medical; examined by _2
        paediatric*|consultant|doctor""",
    "sexual_harm": """
        sexual*; rape*; raped; indecent; inappropriate touching; touched inappropriately; touched _4 private*; abused by;
        sexting; nudes; intimate images; indecent images; sti; chlamydia; gonorrhoea; underwear; harmful sexual; hsb; private
        parts; vaginal; flashing; exposed himself; online _3 stranger; webcam; voyeur*; sarc; !sexual health clinic leaflet""",
    "collapse": """
        unresponsive; not breathing; intensive care; icu; picu; itu; hdu; collaps*; critical|critically ill|incident|condition;
        floppy; lifeless; stopped breathing; gcs; intubat*; resus*; unconscious*; cardiac|respiratory|resp|peri|asystolic|vf|pea arrest; in arrest; arrest call|team; cpr; life
        support; ventilat*; ventilator; seizure*; convuls*; tonic clonic; post ictal; postictal; status epilepticus; fitting; a|another|had|long|following fit; found not breathing; went blue; gone blue; turned blue; blue lips;
        fighting for _1 life; life threatening; apnoea*; not moving; unrousable; brain stem; retrieval team; limp and; pale and
        floppy; !hand ventilation; !ventilation fan; !fitting in|room|of; !not moving house|home|yet""",
    "death": """
        die; dies; died; dead; death; deceased; coroner*; pronounced; sudi; sids; cdop; passed away; fatal*; killed; murder*;
        homicide; bereave*; funeral; inquest; rapid response; recognition of life extinct; rle; life extinct; child death;
        suicide note; found hanged; hanged; sudic; sudden unexpected; asystole; asystolic; rosc; !dead leg|end|line|battery; !phone|pump|battery|line|car|engine|mobile|monitor|boiler|plants? _2 dead; !death of grand*; !died down; !dying to""",
    "poisoning": """
        ingest*; swallow*; poison*; methadone _3 child|cup|beaker; button battery; toxic*; toxicology; drank bleach; ate tablet*""",
    "choking_or_drowning": """
        drown*; bath _3 alone; under water; submerg*; choked on; swallowed a; suffocat*; overlay*; co sleep*; bed shar*""",
    "burnt": "scald*; burn|burns|burnt|burned; hot water; kettle; boiling; hair straighten*; hot iron; radiator",
    "fall": """
        fall; falls; fell in|at|on|down|out|from|off|over|onto; fallen; found|lying|been on _2 floor; long lie; hip fracture;
        tripped; slipped; tumbled; dropped; rolled off; out of the? window; !fall
        in|under|behind|out|into|asleep|ill|within|short|off|on|to|below; !falls in|under|within|to|below; !fall*
        behind|asleep|out|pregnant; !fell asleep|out with|behind|through|pregnant; !dropped off|in|out|by|at|from""",
    # --- going, taking, hurting oneself
    "missing": """not home _2 night; never|not came|come back|home; not back; hasn't come|been; back home; stayed _2
        mate's|friend's|friends; turned up at|home; picked up by police; found _4 address|property|by; was|is back;
        refuses|refused|would not to? say where; missing from|since|person|episode*|notification|report|overnight|again|all;
        report|reports|reported|goes|went|was|is|still|been|gone|going _2 missing; misper*; mfh; mfc; abscond*; rhi; rhis;
        return home? interview; located; found at; out|away all night; stayed out; staying out; whereabouts not|un* known?;
        failed|fails to return*; did not|didn't return|come home|back; has not|not|never returned|come|been
        home|back|since|returned; run|running|ran|runs away|off; awol; not come home; not returned home?; breached|missed
        curfew; curfew breach*; out past curfew; unauthorised absence; missing panel|triage; recovered by police; not seen
        since; !form*|questionnaire*|paper*|call*|letter*|book*|reply|replies|message*|slip* _2 not returned|back|located|found; !not back|located to|in; !call|calls not returned; !missing appointment*|lesson*|school|session*|contact|data|page*|teeth; !located in|on the?""",
    "self_harm": """self harm*; self cut*; self injur*; self poison*; self inflicted; cut|cutting|hurt|hurting|harm|harmed|harming
        her|him|them|herself|himself|themself|themselves; cutting; ligature*; cord; noose; hanging; hanged; overdos*; od;
        took|taken|taking|takes|swallow*|ingest* _4 tablet*|pill*|paracetamol|ibuprofen|capsule*|medication|antidepressant*;
        tablets|pills|paracetamol were|was? taken|swallowed|ingested; suicid*; end|ending her|his|their life; tie|tied _3 neck;
        wants|wanted to die; want to be dead; better off dead; take|taking _1 own life; jump* _3 bridge|roof|car|window; head
        banging; razor*; superficial cuts; burn herself|himself; !medication review; !taking prescribed|her|his medication; !cut
        off|down; !takes|taking _2 medication as""",
    "exploitation": """exploit*; nrm; national referral mechanism; county line*; cse; cce; cme; traffick*; groom*; cuckoo*;
        running|selling|dealing|carrying drugs; made to sell; debt bondage; modern slavery; older male*|man|men|boyfriend; gang;
        gangs; ogn; mace; mase; ocg; trap house; burner phone; unexplained money|gifts|cash; two phones; second phone; new
        trainers; plugging; plugged; going country; gone country; runner; !missing exploitation""",
    "drugs": """
        cannabis; cocaine; heroin; crack; ketamine; spice; opiate*; opioid*; methadone; subutex; buprenorphine; wrap; wraps;
        pwits; drug; drugs; intent to supply; class a|b|c; benzo*; diazepam; xanax; pregabalin; amphetamine*; mdma; ecstasy;
        nitrous; needle*; paraphernalia; snow; baggies; snap bags; substance use|misuse|misusing; using again; relapse*; script;
        pick up; supervised consumption; urine screen; drug test|screen; hair strand; weed; joint of; weed|cannabis|thc|spice vape*; !drug free; !snow
        day; !crack in; !pick up from""",
    "alcohol": """
        alcohol*; drunk*; intoxicat*; drinking; vodka; lager; cider; hungover; smell* of alcohol|drink; under the influence;
        breathalys*; audit c; detox*; rehab; drink driv*; blood alcohol; !drinking water|milk|well|juice""",
    # --- keeping, feeding, home
    "neglect": """
        neglect*; dirty; filthy; unkempt; smelt|smelly|smells|smelling of|strongly?; soiled; nappy rash; nappies; head lice;
        lice; nits; hungry; no food; little food; empty fridge|cupboard*; unwashed; dental decay; rotten teeth; decay*; no
        heating; no electric*; no gas; squalor; squalid; faeces; dog mess; cockroach*; mould; mouldy; rubbish; hygiene;
        inappropriate clothing|dressed; no coat; left alone; home alone; unsupervised child*; unattended; lack of supervision;
        clothes too small; conditions poor; poor home conditions; home conditions; ill fitting; sore skin|bottom; cluttered;
        !good hygiene; !hygiene certificate|rating""",
    "self_neglect": "self neglect*; hoard*; clutter*",
    "pressure_sore": """
        pressure ulcer*|sore*|damage|area*; bedsore*; bed sore*; sacral|heel|hip sore*|ulcer*|wound*; grade|category 2|3|4
        sore|ulcer|pressure; tissue viability; unstageable; moisture lesion""",
    "care_home": "care home; nursing home; residential care|home; respite; supported living; extra care",
    "capacity": """
        mental capacity; capacity assessment; best interest*; dols; lacks|lacked|has|have capacity; deprivation of liberty;
        ludv; lps; court of protection""",
    "financial_abuse": """
        financial* abuse*; money taken|missing; bank card; pin number; cash withdraw*; power of attorney; appointee; scam*;
        pension; door step seller; rogue trader""",
    "fire": """house|kitchen|flat|small|cooker|bedroom|bin|bed|electrical fire; fire at|in _2
        flat|home|house|kitchen|property|bedroom|bungalow|maisonette; smoke alarm*; chip pan; arson; fire setting; set fire;
        setting fires; set light; smoke inhalation; home fire safety; safe and well visit; hfsv; deliberate fire*; accidental
        fire; dwelling fire; house fire; fire crew*; petrol; threat of arson; letterbox; !petrol|fuel money|card|receipt*|voucher*|station|costs|allowance|expenses|claim|tank|for; !fire drill*|door*|exit|extinguisher*|alarm test*""",
    "eviction": """
        evict*; possession order|proceedings|hearing|claim; seeking possession; notice served|of|seeking|to quit; section 21
        notice; s21 notice; warrant of possession; bailiff*; nosp; homeless*; sofa surf*; temporary accommodation; made
        homeless; intentionally homeless; b&b; hostel; refuge place*; bed and breakfast""",
    "arrears": """
        arrears; owes|owe|owed|owing _2 rent|in; rent owed|owing|debt|account in; utilities debt; council tax; debt; loan shark;
        food bank; foodbank; sanction*; benefit* stopped; evict*; possession order|proceedings|hearing|claim; seeking
        possession; notice served|of|seeking""",
    "nuisance": """
        asb; anti social; antisocial; noise; nuisance; cuckoo*; neighbour* complain*; complain* _3 neighbour*; loud music;
        banging; comings and goings; visitors at all hours; abc|abcs contract; cpn warning; community protection; injunction;
        !perinatal cpn""",
    "moved": """go|gone|going|went|come to live|stay; leaving area|the|town; living with|at; stay|staying|stayed with
        uncle|aunt|family|friend*|relative*|grand*|nan|his|her; moved|moving|moves|move
        to|into|in|out|from|home|house|address|area; new address; change of address; changed address; transfer* in|out;
        transferred to|from|out; relocated; rehoused; new tenancy; left the area; moved on; housed; !moved on from
        topic|subject; !moving and handling; moved up|down|away; left _3 for; have|has left the? area|town|district|country|borough|county; they|family have|has|had? gone to|left; new to _1
        area; not be back; will not be returning; transfer out|in; movement in|out; new pt|pts|patient|patients|family|registration; newly registered; registered with us|practice|surgery;
        records requested|transferred|to follow; ctf; gp2gp; moved address; removal van; new starter; !moved up|down a|class|centile*|group|set; !left _3 for school|work|nursery|hospital|the|a|him|her|mum|court; !moved to action|agenda""",
    # --- law
    "arrest": """
        arrest|arrested|arrests|arresting; in|into|by|from custody; detained; released under investigation; rui; stopped in _1
        vehicle|car|van|taxi; caution plus three; appropriate adult; voluntary interview; police protection; powers of
        protection; section 46; s46; s 46; police powers; nicked; wanted for|by|on|person|male|female|man|missing|nominal|marker; is|was|still|currently|now|shown|as wanted; interviewed under caution; released no|without charge;
        section 136; s136; s 136; bailed; bail; remand*; dvpn; dvpo; !cardiac|respiratory|resp|peri|asystolic|vf|pea arrest; !in arrest; !arrest call|team|trolley""",
    "police_protection": """
        police protection; powers of police protection; section 46; s46; s 46; ppo; removed to _2 safety; emergency protection;
        epo""",
    "charge": """
        charged; charge of; charges laid; charging decision; cps; postal requisition; summons*; !charged phone|battery; !free of
        charge; !charge nurse; !no charge""",
    "sentence": """out of court disposal; youth caution; sentence; sentenced; sentencing; community order; convict*; magistrates;
        magistrate; crown court; youth court; court result|outcome; rehabilitation order; yro; referral order; pleaded; found
        guilty; guilty; suspended sentence; unpaid work; bbr; building better; licence; acquitted; not guilty; fined;
        conditional discharge; hdc; curfew; tagged; electronic monitoring; imprison*; custodial; months' custody; psr; pre
        sentence; dtto; sentence plan""",
    "recall": "recalled; recall _3 prison|custody|hmp|licence; prison|licence|emergency|term recall; recall notice|report|request*; breach of licence; !recalled that|how|being|the|she|he",
    "release": """
        release|released from|on|date|today; release planning; released; met at the? gate; prison gate; fixed term recall; !bed|information|press released; !released over|no; out of prison; end of custody""",
    "order": """
        court _2 made|granted; order|orders granted|made; emergency order; emergency protection|care|supervision|interim|non
        molestation|restraining|occupation|prohibited|specific|special|child arrangement*|wardship|placement order*; ico; epo;
        nmo; sgo; cao; section 31; s31; care proceedings; issued proceedings; plo; pre proceedings; family court; final hearing;
        icmh; caf cass; cafcass; non mol; shpo; sho; ssho; dvpo; fgmpo; forced marriage protection""",
    "drugs_find": "warrant; drugs warrant; search of|warrant; section 18 search; seized; intent to supply; pwits; executed",
    # --- going to hospital
    "ed_attendance": """
        in|to|at|from|attended|via|a&e the? ed|casualty; a&e; a & e; a and e; emergency department|dept; ed attendance; accident
        and emergency; casualty; minor injuries; urgent care|treatment; miu; uttc; utc; walk in centre; brought in|to _2
        hospital; taken to _1 hospital; attended|presented hospital; arrived _3 hospital; triage*; paeds assessment; cau;
        paediatric assessment unit; eau; amu; left without being seen; !mental health triage""",
    "admission": """
        admitted; admission; ward; in hospital with|and|under|overnight; is|was|still in hospital; inpatient; in patient; kept in; stayed in hospital; overnight stay; transferred to _3
        hospital|ward|unit; psychiatric bed; tier 4; gau; sectioned; section 2; section 3; detained under; admitted under;
        !admitted to school; !admitted that|he|she|hitting|taking|using; !ward off""",
    "emergency_call": """
        999; emergency call; blue light*; conveyed; resus*; by ambulance; ambulance called|attended|crew|to; called ambulance;
        paramedic*; unresponsive; not breathing; intensive care; picu; overdos*; collapsed; collapse; cat 1; category one; prf;
        pre alert; convey; crew attended; hems; air ambulance; 111; cardiac arrest""",
    "discharged": """
        discharged; discharge summary|letter|home|notification|planning; sent home; home from hospital|ward; left hospital|the? ward; out of hospital; back from hospital; arrival from ward; allowed home; self
        discharg*; !discharged from list|caseload|service; !conditional discharge; !discharge from ear|wound|vagina""",
    "assessed": """
        choice appt|appointment|assessment; waiting|partnership list; assessed; crisis team; mental health assessment; mha;
        section 136; s 136; s136; amhp; psychiatric liaison; liaison psychiatr*; core assessment; camhs assessment; crht; hbt;
        street triage; place of safety; section 2; section 3; intox; neurodevelopmental; adhd|asd|autism assessment|pathway;
        memory clinic; cognitive assessment; sensory assessment; needs assessment; care act assessment; carer's assessment""",
    "mental_state": """
        low mood; !raised voices; depress*; anxi*; psychos*; psychotic; paranoi*; voices; hallucinat*; manic; bipolar; pnd; postnatal
        depression; mental health; panic; flashbacks; ptsd; antidepressant*; sertraline; fluoxetine; tearful; suicidal thoughts;
        eating disorder; anorexi*; epds; phq; emotionally dysregulated; dysregulat*; delusion*""",
    "pregnancy": """
        pregnan*; antenatal; scan; gestation; trimester; miscarr*; terminat*; unborn; pre birth; prebirth; weeks gestation;
        concealed pregnan*; !self terminat*; !seizure|fit terminat*; upt; pregnancy test; hcg; lmp; edd; expecting; !expecting to|a|an|the|him|her|them|call*; !terminated call|tenancy|contract|employment; !brain|ct|mri scan; !scanned""",
    "health_care": """
        immunis*; vaccin*; mmr; developmental; 2 year review; two year review; asq; hearing test; audiolog*; dentist; dental;
        optician; eye test; speech and language; salt; physio*; enuresis; bedwetting; eczema; asthma; epilep*; diabet*; insulin;
        hba1c; gastrostomy; peg; feeding tube; nasogastric; tracheostomy; suction; hoist; wheelchair; spasticity; cerebral
        palsy; seizure plan; medication not collected; prescription* not collected""",
    "illness_told": """
        fabricat*; fii; perplexing; exaggerat*; induced illness; munchausen; medically unexplained; second opinion; symptoms
        not; reported symptoms""",
    "clinic": "clinic; appointment*; consultation; outpatient*; appt*; opd; review with doctor; follow up with",
    # --- school and work
    "absence": """absent; absence*; off roll; not in school; attendance; truan*; unauthorised; authorised absence; school refus*;
        emotionally based; ebsa; lates; late mark*; persistent absence; did not attend school; off sick; off school; !ed
        attendance; !in attendance; !attendance at clinic|appointment|meeting|conference""",
    "roll": """
        off roll; readmitted; re registered; reregistered; taking|taken|took|take|removed _3 off roll|the roll|our roll; teach|teaching|taught _3 at home; withdrawn from|to _2 school|home; home school*; school attendance order; sao; s437; section 437; start|starts|started|starting at? nursery|school|placement|college;
        admitted to school; on roll; first day; settling in; settling hour|session|visit; enrol*; new starter; home educat*;
        elective home education; ehe; cme; children missing education; began at; school place; in year transfer; taken off roll;
        deregister*; to|at|start*|moved _2 alternative provision""",
    "exclusion": """
        exclud*; exclusion*; suspended from?; suspension*; managed move; fixed term; fte; permanently excluded; pex; internal
        isolation; isolation; reduced timetable; part time timetable; !social exclusion; !suspended sentence; !suspended
        tenancy|ceiling; !fixed term contract|tenancy""",
    "school_conduct": """
        bullying; bullied; fight _3 school|pupil*; assaulted _2 staff|teacher|pupil*; disruptive; detention; rude to; swore;
        racist; vaping; searched bag; confiscat*""",
    "special_needs": """
        ehcp*; ehc plan; ehc needs; sen; send; senco; ehcna; annual review; ep; educational psycholog*; tribunal; one to one
        support; statement of special; disab*; short break*; direct payment*; personal budget""",
    "work": "employment; new job; lost job; work capability; pip; universal credit; esa; dwp; job centre",
    # --- words said and passed on
    "disclosure": """
        disclos*; told her|his|the|a|class|my class? teacher|ta|mentor|key; said _6 hit|hits|hurt|hurts|touched|touches; alleg*;
        account from child; voice of the child; has told staff; confided; told staff; complaint of; made _2 allegation; retract*""",
    "referral": """
        refer; referred; referral*; refers; referring; mash; marf; front door; marac referral; r1; contact form; cause for
        concern; safeguarding form; eha; early help assessment; caf; mari; iar; inter agency referral; request for support; rfs;
        first response; section 42; s42; safeguarding alert; safeguarding concern; sova; lado; re referral; notified _2 social;
        social care informed; mash contact; !gp referral letter; !referral order""",
    "phone_call": """
        phone; phoned; phones; telephone; telephoned; rang; rung; rings; ringing; call to|from|with|back; called back; calls
        to|from; tc; t c; voicemail; text; texted; texts; tel; telecon; whatsapp; called mum|mother|dad|father|sw|social;
        message left; left message; answerphone; spoke to|with; facetime; video call""",
    "visit": """visit; visited; visits; visiting; hv; called at|round; door; doorstep; get in; home contact; attended address;
        announced; unannounced; seen at home; went to house|flat|address; !health visit*; !hospital visiting; !visited by;
        !visiting hours|time|team|service; !school visit""",
    "joint_visit": """
        joint _1 visit; joint visit; joint home visit; visit|visited jointly? with; visited together; visited alongside;
        accompanied _4 visit; jointly visited""",
    "no_access": """
        no access; no reply; no answer; nobody|no one in|home|answered; not in; not at home; could not|couldn't get in; card
        left; left card; no one home; failed visit; did not answer; unable to gain; curtains _2 drawn""",
    "refused_entry": """refused|refuses|refusing|denied|declined entry|access|admittance; not let|allow|allowed _2 in|enter|entry; wouldn't|would not let|open|allow; turned away; sent away;
        doorstep only; kept us at the? door; get|got through the? door; no entry; refused to? _2 let|open; shut|slammed the? door; would not come to the? door; hid|hiding _3 knocked|knock;
        no right to? come|enter; !not let down; !got|get in touch|trouble|with|to|bed|touch|late|from|a|the; !access to|visit|arrangements""",
    "not_brought": """
        not brought; dna; dnas; dna'd; did not attend; failed to attend; fta; wnb; not attended; missed appointment*; non
        attendance; cancelled by _1 mother|parent|mum; no show; not engag*; disengag*; non engagement; declined to engage;
        avoid*; has|had|have not come; did not|didn't come|turn up; not turn up|turned up; not come to; missed _3 clinic|appointment*|appt*|session*|review|check;
        two|three|2|3|x2|x3|second|third dna*|missed; not brought; nobody came to _2 appointment; !did not|didn't come home|back|out|in""",
    "service_ended": """discharged to gp|per|under|from|following|after|as; discharged _4 dna*|missed|non|policy|engag*; discharge _4 caseload|clinic|service; closed to _3
        service|team|alcohol|drug*|mental; closed _4 not|non|dna|engag*; taken off the? list|caseload|books; removed from _2 list|caseload; no further appointment*;
        back to gp; case|file|referral closed; case closure; closing letter|summary; ended support|work; !discharged from hospital|ward|custody|a&e|ed|prison;
        !removed from _2 waiting list|plan|register""",
    "session": """
        session; sessions; supervision; one to one; 1 1; 1 2 1; keyworking; key work; group work; freedom programme; programme;
        parenting course; direct work""",
    "welfare_check": """
        welfare check|visit|call; safe and well; concern* for welfare|safety; moved on; officers visited|called|attended; police
        attended _2 welfare; check on welfare; cfw; cause for concern for safety; found safe; !safe and well visit""",
    "contact_time": """
        contact session|centre; supervised contact; family time; contact supervis*; contact with father|mother|mum|dad|parents;
        contact order; handover between parents; overnight contact""",
    "closure": """
        closed; closure; closing; ends|ended support|involvement|intervention; cease|ceased|ceases; step down; stepped down;
        case closed; discharged from _3 service|caseload; no further role; file closed; handed over; !closed
        door|eye*|fracture|head|group|question*|fist|wound|curtain*""",
    "new_worker": """
        allocated to|sw|social|worker; new social? worker; reallocated; handover to; case transfer; transfer to _2 team; change
        of worker; new hv|health|key|midwife; introductory visit; agency worker left; unallocated""",
    # --- where children live
    "placement": """
        placement; foster*; accommodat*; section 20; s20; s 20; placed with|in|at; kinship; children's home; childrens home;
        into care; moved|move _1 to _2 carer*; moved|went to live; connected person*; reg 24; regulation 24; residential unit;
        respite care; now|officially|moved|gone|living|staying at|with|to _2 nan's|nans|grandmother*|gran's|aunt*|uncle*; family arrangement; placement breakdown|disruption|move; notice given on placement; carers gave notice; emergency bed; secure
        unit; secure order; semi independent; unregulated; supported lodging*; staying put; to|with|by foster? carers;
        living|live|lives with carers; uasc; age assessment; staying with grand*|aunt|uncle|nan; special guardian*; sgo;
        !temporary accommodation; !housing|hotel|hostel accommodation; !work|school|nursery placement""",
    "private_fostering": """
        private foster*; privately fostered; not related to; friend of the? family _4 living; lives with a? family friend;
        living with family friend*; host family; sponsor; visa""",
    "reunification": """
        reunif*; return* home to|from; rehabilitat* home; went home to parents; return to parent*; placement with parents; pwp;
        overnight stays at home""",
    "harmful_practice": """
        fgm; female genital; forced marriage; honour based; hbv; hba; cutter; mutilat*; spirit possession; witchcraft; breast
        ironing; virginity test*; taken abroad; flight; airport; passport; one way ticket; !hospital|health|communication passport""",
    "online_harm": """
        online; internet; snapchat; instagram; tiktok; discord; gaming; roblox; images; devices seized; phone seized; chat room;
        livestream*; sextort*; !online meeting|form|booking|learning|application""",
    "extremism": """prevent; channel panel; extremis*; radicalis*; far right; isis; terror*; !prevent
        harm|further|this|any|him|her|recurrence|escalation""",
    "vehicle": """stopped|pulled|passenger|found|driving|driver|seen|loose|unbelted|front|back|asleep|being _4 car|vehicle|van|golf|bmw|audi|taxi|pickup|moped|motorbike|scooter; pulled over|up;
        got pulled; traffic stop; stop check; drink|drug driv*; over the limit; drug wipe; breath test; no insurance|licence|seat belt|car seat; uninsured; unbelted; not restrained; rtc;
        road traffic|collision; car crash|accident; crashed; hit by a? car; knocked down|over by; e scooter; !car park""",
    "raid": """raid; raided; warrant; door _2 in; kicked _3 door in; forced entry; put the door in; plants; cultivat*; grow; cannabis factory|farm|grow|plants; bypassed meter; search of _2
        home|house|flat|address|property; house search*; drugs|items|cash recovered; !grow up|out|ups; !search for""",
    "heating": "boiler; no heating|gas|electric*|hot water; heating off|broken|not; fan heater*; gas|electric* meter|off|cut|capped; disconnect*; top up _3 meter; emergency credit; condemned",
    "abe": "abe; achieving best evidence; video interview*; vri; visually recorded; interviewed at the? suite; intermediary; section 9 statement; witness statement; memorandum interview",
    "abduction": "abduct*; cawn; cawns; harbour*; taken from _3 school|home|placement; removed _2 from the country; snatched; would not return _3 child*; refus* to return _3 child*",
    "cash_or_phones": """two|second|another|spare|burner|extra|new|3|three phone|phones|mobile|mobiles|handset|handsets; burner; roll of notes; wad of; amount|bundle|lot|lots of cash|money|notes; unexplained
        cash|money|gifts; bag search*; searched _2 bag; designer; expensive; !new phone number; !another|second phone call""",
    "dog": "dog; dogs; bitten by|dog; xl bully; dangerous dog; puppy; rspca",
}  # fmt: skip

BOOKS = (KINDS, ILLNESS, PLAIN, TERSE, TURNS, WIDER, YOUNG, YOUNG_WIDER, SHORT, SHORTER, PASSAGES, PASSAGES_WIDER)
KIND = Phrasebook(
    {
        name: "; ".join(book[name] for book in BOOKS if name in book)
        for name in KINDS | ILLNESS | PLAIN | TERSE | TURNS | YOUNG | SHORT | PASSAGES
    }
)
