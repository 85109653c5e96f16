"""How a service is named in others' words; a service is not an agency: one agency may offer several."""

from __future__ import annotations

from chronology.analysis.vocabulary.phrases import Phrasebook

SERVICES: dict[str, str] = {
    "police": """
        police; constabulary; officers attended|from; officer attended|from; ppn; vpn; merlin; caiu; ppu; dc; pc; pcs; pcso; ds;
        mash police; neighbourhood team; response officers; cid; pvp; pvpu; the met; met police; custody sergeant; police officer*; snt;
        missing coordinator; detective*; response unit; exploitation unit; domestic abuse unit; safer schools officer; control room;
        child abuse team|unit; family liaison officer; flo; ppd; desk sergeant; btp; transport police""",
    "social_care": """
        social care|services|worker*|work; children's services|service; childrens services|service; csc; cscs; mash; sw; sws;
        duty social|team|worker; front door; edt; emergency duty; ssw; cin team; local authority; icat; mast; first response;
        out of hours team; assessment team; lado; lac team; iro; conference chair; cp chair; !local authority housing; !adult
        social care|services|work*; !school social work; !sws1""",
    "hospital": """
        hospital*; infirmary; ed; a&e; a & e; a and e; emergency department; ward; paediatric*; paediatrician*; consultant;
        acute|hospital|hospitals|foundation trust; registrar; picu; nicu; scbu; paeds; nhs trust; fracture|eye|growth clinic; radiolog*;
        outpatients; medical assessment unit; a e; sho; named nurse|doctor|midwife; !ambulance service? nhs? trust; !mental health
        _2 nhs? foundation? trust; !mh nhs? foundation? trust; !partnership nhs? foundation? trust; !community _2 trust; !royal mail; !hospital school; !ward round date""",
    "maternity": """
        midwi*; maternity; antenatal; booking clinic; labour ward; delivery suite; obstetric*; postnatal ward; !postnatal
        depression""",
    "gp": """gp; gps; g p; surgery; medical|gp practice|centre; health centre; practice nurse; family doctor; general practi*; !core gp;
        practice manager; primary care; general practice; !surgery on|for|to|tomorrow; !had|for|awaiting|after|having surgery""",
    "health_visiting": """
        health visit*; hv; hvs; 0 19; 0 5 team; public health nurs*; community nursery nurse; hcp team; healthy child; !hv view""",
    "district_nursing": "district nurs*; community nurs*; dn; dns; tissue viability; community matron; !community nursery nurse",
    "school_nursing": "school nurs*; lac nurse*; looked after nurse*; cla nurse; school health; 5 19; 0 19; sns",
    "school": """
        school; schools; teacher*; headteacher; head teacher; head of year; dsl; dsls; academy; education; senco; cpoms; tutor;
        pastoral; college; pru; form tutor; deputy head; ta; learning mentor; attendance lead; dht; !school nurs*; !school
        health; !education welfare; !dental school; !off school; !driving school; !nursery school""",
    "nursery": """
        nurser*; preschool; pre school; key person; childminder; child minder; early years; playgroup; daycare; day nursery;
        !community nursery nurse; !plant nursery""",
    "probation": "probation; offender manager; ndelius; nps; crc; probation officer|practitioner; !probation period",
    "prison": "prison; hmp; yoi; hmyoi; prison service; offender management unit; omu; governor at",
    "housing": """
        housing; landlord; tenancy; homes association; estate officer; homeless*; housing officer; rsl; neighbourhood officer;
        housing association; hostel; supported housing; tenancy sustainment; arms length; site manager|warden|management; concierge;
        caretaker; estate manager; lettings; rent|income officer|team; neighbourhood housing; council tenancy; homelessness""",
    "domestic_abuse": """idva*; women's aid; womens aid; refuge; domestic abuse|violence
        charity|service|worker|advis*|project|support|team|outreach; da service|worker; dv service|worker; charity; helpline;
        outreach worker; isva; dapo; perpetrator programme; daps; da team; !outreach clinic""",
    "ambulance": """
        ambulance*; paramedic*; crew; crews; ems; ambo; 999 crew; emergency medical technician; emt; first responder*; hems""",
    "mental_health": """
        mental health; camhs; cmht; crisis team; psychiatr*; cpn; perinatal; liaison; iapt; psycholog*; eip; early intervention
        in psychosis; amhp; crht; hbtt; camh; mh team|worker|services; chums; eating disorder service; adult mental; wellbeing
        practitioner; cypmhs; !educational psycholog*; !liaison form|with|between""",
    "substance_misuse": """
        drug|drugs|alcohol|substance service|services|misuse|team|worker|workers; drug* and alcohol; alcohol and drug*; recovery
        service|worker|coordinator|hub; cgl; turning point; addaction; wawy; young people's substance; keyworker at; dip worker;
        substance; addiction*; treatment service""",
    "early_help": """
        early help; family support|centre|hub|worker|practitioner; children's centre; childrens centre; sure start; fsw; family
        hub; troubled families; supporting families; targeted youth|support; fip; family solutions; !family support network""",
    "youth_justice": "youth offending|justice; yot; yots; yos; yjs; yjb; youth justice worker; yot worker; yoi",
    "youth_service": """
        youth worker|service|club|centre; detached youth; targeted youth; exploitation team|worker; missing team; rhi worker;
        return home interview*; connexions; participation worker; mentor* project; st giles; catch 22""",
    "adult_care": """
        adult social? care|services|work*; asc; care home; domiciliary; care agency; carers agency; home care; adult services;
        care provider; safeguarding adult* team; adults team; learning disability team; cldt; reablement; hospital social work;
        occupational therap*; supported living; carer agency; dom care; care staff""",
    "court": "cafcass; guardian; family court; ciss; children's guardian; !special guardian*",
    "fire": """
        fire and rescue; fire service|brigade|crew*|officer*; frs; firefighter*; watch manager; fire engine; community safety;
        home safety visit; mfrs; lfb""",
    "schooling_welfare": """
        education welfare; ewo; attendance officer|service|team|lead; aio; ews; inclusion officer|team; cme officer; education
        inclusion; educational welfare; virtual school; ehe officer|team; sen team; send team; admissions team""",
    "charity": """
        charity; voluntary; food bank; foodbank; home start; homestart; barnardo*; nspcc; action for children; young carers;
        befriend*; volunteer; citizens advice; church; mosque; trussell; children's society; salvation army""",
    "fostering": """
        fostering agency|team|service; ifa; foster carer*; supervising social worker; residential home|unit|staff; children's
        home; childrens home; key worker at|from _2 home; link worker; adoption; placement provider; provider; unit staff;
        placements team; leaving care|team; personal adviser; residential worker*|staff|manager; the? home|placement|unit rang|rings|called|calls|says|said|say|reports|reported|report|phoned|telephoned|advises|advised|emailed|informed|tells|confirm|confirms|manager|staff;
        call|tel|phoned|email|message|report|informed|told|fr|from from? the? home|placement|unit; key worker; keyworker; care staff; children's home manager; !family home; !from home visit; !from home to|address""",
    "environmental_health": """
        environmental health|protection|services; eho; animal warden; dog warden; trading standards; licensing; anti social
        behaviour team; asb team|officer; community safety team; council; noise team; rspca; waste""",
    "disability": """
        children with disabilit*; cwd; disab* children*|team; short breaks; portage; physiotherap*; speech and language; salt;
        slt; occupational therap*; continuing care; special school; complex needs; community paediatric*; camhs ld; cdc; child
        development; dietit*; audiolog*""",
    "therapy": """
        physio*; occupational therap*; ot; ots; speech and language; salt; slt; dietit*; dietetic*; therapist*; therapy
        service|services|team|manager; !family|talking|play|art|cognitive|psychological|couple therap*""",
    "home_care": """
        home care*; homecare*; care agency|company|provider; carers agency; care staff; domiciliary; dom care; call log""",
    "children_nursing": "ccn; ccns; children's community nurs*; community children's nurs*; childrens community nurs*; ccnt",
    "short_breaks": "short break*; respite; respite unit|centre|home",
    "sexual_health": "young people's|persons|person's|youth|teenage|contraception|sti|gum clinic; clinic nurse; c card; sexual health; cash clinic; gum; sarc; family planning; contracept* service; brook; isva",
    "contact_centre": """contact centre*|center*|service|supervisor*|worker*; family time centre|service|worker*|supervisor*|team|session*; supervised contact|family time;
        family time; contact _1 supervised; !contact centre number|police|119|101|111|call""",
    "dwp": "dwp; job centre; jobcentre; benefits office; work coach",
    "immigration": "home office; ukvi; border force; immigration; asylum; uasc team; migrant help; interpreter service",
}  # fmt: skip

SERVICE = Phrasebook(SERVICES)

# Words that say in an agency's own name what it is, and say too little in the middle of a sentence.
OF_NAMES = Phrasebook(
    {
        "hospital": "acute; royal; general; nhs foundation; nephrology; renal; neurology; cardiology; oncology; haematology; gastroenterology; respiratory; orthopaedics; paediatrics; dermatology; ophthalmology; emergency department; infirmary; endocrin*; diabetes; burns; transplant; rheumatolog*; ent; neonat*; nnu; children's ward; outpatients; symphony; cerner; pas; trust; !mh trust; !partnership|ambulance|academy|care trust; a&e; paeds; maternity ed",
        "school": "primary; secondary; high; grammar; junior; infant; comprehensive; cpoms; myconcern; my concern; edukey; safeguard my school",
        "housing": "homes; tenancy; lettings; arms; estates?; site mgmt|management|manager; rents?; landlord; caravan",
        "gp": "practice; medical; emis; systmone gp",
        "nursery": "tots; early learning; day care; kindergarten",
        "police": "constab; niche; storm",
        "social_care": "lcs; ll; liquidlogic; mosaic; childrens; children's; csc; ics",
        "health_visiting": "0 19; hv",
        "probation": "ndelius; delius; oasys",
        "domestic_abuse": "women; da; dv",
        "schooling_welfare": "attendance; inclusion",
        "fire": "fire; rescue; hfsv; appliance*; watch log|diary; station log|diary",
        "youth_justice": "yot; yjs; youth offending; childview; asset plus; assetplus",
        "mental_health": "mental; psychological; mh; cmh; amh; wellbeing; psychiatry; talking therapies; partnership; smht",
        "substance_misuse": "recovery; drug; drugs; alcohol; drug and alcohol; addiction; treatment; sms; dart; substance",
        "charity": "charity; traveller*; gypsy; foodbank; food bank|pantry|larder|project|club; larder; pantry; soup kitchen; community kitchen|fridge|shop|pantry; hamper*; project; women's centre; family centre; community support; outreach; trust fund",
        "youth_service": "youth; mentoring; exploitation; missing",
        "early_help": "early help; family hub; families first; parenting",
        "ambulance": "epcr; cad; patient transport; patient form*|report*; patient care record*|report*|form*; paramedic*; emergency medical; prf; prfs",
        "maternity": "midwifery; maternity; badgernet",
        "district_nursing": "community nursing; district nursing",
        "environmental_health": "environmental; warden; animal",
        "adult_care": "adult; adults; domiciliary; care home",
        "fostering": "fostering; residential; children's home; childrens home; placement; ifa; daily|unit|home|house|shift|residential log|logs|record|records|notes; key work|worker notes|logs; resident",
    }
)
# What several kinds of service call their records, where nothing else in the name says more.
OF_RECORDS = Phrasebook({"social_care": "case notes", "mental_health": "rio; carenotes; care notes; paris"})

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
