"""A third case: a boy of fifteen who goes missing. Clipped notes, codes for some people, other agencies. Wholly fictional."""

from __future__ import annotations

from tests.chronology.analysis.cases.weaving import Agency, Script

PEOPLE = {
    "J": ("Jerome Achebe", "Jerome", "J", "JEROME", "Jerome A"),
    "B": ("Tobias Achebe", "Tobias", "Toby"),
    "M": ("Ngozi Achebe", "Ms Achebe", "Ngozi", "mum", "mother"),
    "F": ("Emeka Achebe", "Mr Achebe", "Emeka"),
    "X": ("Reece Tulloch", "Reece", "TULLOCH", "R Tulloch"),
    "S1": ("Fay Lindqvist", "Fay L", "F Lindqvist", "SW Lindqvist"),
    "TM": ("Harpreet Sohal", "H Sohal"),
    "YJ": ("Dominic Vane", "D Vane"),
    "CP": ("DS Marta Kowal", "DS Kowal"),
    "PC": ("PC 881 Fenwick", "PC Fenwick"),
    "HT": ("Mrs Olu Martins", "Mrs Martins"),
    "PS": ("Colm Brady", "Mr Brady"),
    "CN": ("Dr Ines Duarte", "Dr Duarte"),
    "MW": ("Shona Petrie", "Shona"),
    "KW": ("Adil Rahman", "Adil"),
    "A": ("Flat 12 Gantry House", "12 Gantry House"),
    "T": ("Saltmarsh",),
}

AGENCIES = {
    "police": Agency(
        "BTN_police_niche_pull_2021.xlsx",
        {
            "date": "Date/Time occurred",
            "time": "Hour",
            "event": "Occurrence summary",
            "outcome": "Disposal",
            "seen": "Child sighted Y/N",
            "source": "System",
        },
        sources=("Niche OEL", "CAD", "Intel"),
        routine=(
            "N|Intel: {J} [seen on an e-scooter with two males|wearing a new jacket|near the underpass late]. Graded B2.|[On file|Briefing slide].",
            "Y|Stop and search, {J}, [nothing found|cannabis bag, small].|[NFA|Community resolution].",
            "N|Request for CCTV at [the retail park|bus depot]. [No capture|Viewed].|Filed.",
            "N/A|{F} logs dispute with [a tenant|the garage].|Civil.",
            "N|Area check round Gantry House, [quiet|kids on stairwell].|",
        ),
        every=9,
    ),
    "csc": Agency(
        "Childrens_Social_Care_LCS_notes.csv",
        {
            "date": "Contact date",
            "time": "Time",
            "event": "Case note",
            "outcome": "Outcome/decision",
            "seen": "CYP seen",
            "source": "Form",
        },
        sources=("LCS", "Chronology form", "Supervision"),
        routine=(
            "Yes|SV to {J} at home. [In bed at four in the afternoon|Chatty about boxing]. {M} at work.|Next visit booked.",
            "No|Visit aborted, {J} out. {M} [does not know where|thinks gym].|Text sent.",
            "N/A|Supv: {TM} and {S1}. [Risk level stays|Plan drifting].|[Mapping to do|Update RA].",
            "N/A|Emails to [placements|virtual school|legal] re {J}.|Pending.",
            "No|{F} phoned, wants [boy sent to Lagos|a transfer].|Noted.",
            "Yes|Lunch out with {J} and {S1}. [Would not talk|Spoke about his cousin].|",
        ),
        every=5,
    ),
    "academy": Agency(
        "Eastgate Academy safeguarding log.docx",
        {
            "date": "Date",
            "time": "Time",
            "event": "Log entry",
            "outcome": "Action taken",
            "seen": "Student seen",
            "source": "Source",
        },
        day="%d/%m/%y",
        sources=("CPOMS", "Bromcom"),
        routine=(
            "Yes|{J} [late again|in wrong uniform|removed from maths].|[Detention|Report card].",
            "No|{J} absent, [N code|no answer at home].|First day call.",
            "Yes|{J} caught vaping behind the sports hall.|Isolation.",
            "N/A|{HT} reviewed the attendance tracker, {J} at #52-88 per cent.|Panel.",
            "Yes|{B} said to be [quiet|doing well] in year seven.|",
        ),
        every=7,
        held=("2020-09-03", "2021-07-20"),
    ),
    "yjs": Agency(
        "Youth justice service (ChildView).csv",
        {"date": "Date", "time": "Start time", "event": "Contact detail", "outcome": "Next steps", "source": "Type"},
        day="%d %B %Y",
        sources=("ChildView", "AssetPlus"),
        routine=(
            "-|{J} supervision with {YJ}. [Late by 20 minutes|Good session on consequences].|Next week.",
            "-|{J} FTA, [no call|said he overslept].|[Warning one|Home visit].",
            "-|Reparation at the allotment, {J} [did two hours|left early].|Log.",
            "-|Case planning forum. [No change|RAG amber].|",
        ),
        every=13,
        held=("2020-10-15", "2021-12-10"),
    ),
    "camhs": Agency(
        "CAMHS Saltmarsh and Broads.ods",
        {
            "date": "Appointment date",
            "time": "Time",
            "event": "Clinical note",
            "outcome": "Plan",
            "seen": "Patient seen",
            "source": "Record",
        },
        sources=("Carenotes", "Letter"),
        routine=(
            "No|{J} not brought to [choice|partnership] appointment.|[Opt in|Rebook].",
            "N/A|Duty call, {M} asks for [medication|a letter for school].|Advice.",
            "N/A|MDT, {J}, [waiting list|outreach considered].|",
            "Yes|{CN} met {J}. [Sleep poor|Denies low mood].|Review.",
        ),
        every=19,
    ),
    "hospital": Agency(
        "Acute_trust_ED_extract.csv",
        {
            "date": "Arrival",
            "time": "Arrival time",
            "event": "Presenting complaint and notes",
            "outcome": "Discharge",
            "seen": "Seen",
            "source": "Source",
        },
        sources=("Symphony", "ED letter"),
        routine=(
            "Yes|{B}, [asthma|sprain] brought by {F}.|Home.",
            "Yes|{J} with [hand pain after punching a wall|dental pain]. Alone.|[Left before X-ray|Home].",
            "N/A|Frequent attender check, {J}, #2-5 visits this year.|None.",
        ),
        every=31,
    ),
    "missing": Agency(
        "Waymark missing and exploitation project.docx",
        {"date": "Date", "time": "Time", "event": "Session note", "outcome": "Follow up", "source": "Where"},
        sources=("Waymark database", "Worker diary"),
        routine=(
            "-|{KW} texted {J}, [thumbs up back|no answer].|Try Thursday.",
            "-|Detached session, saw {J} [with older lads by the chicken shop|on his own].|Note.",
            "-|Worker supervision. [Trust building|Waiting list].|",
        ),
        every=15,
        held=("2020-11-01", "2022-01-15"),
    ),
    "housing": Agency(
        "Broads Housing Association.csv",
        {"date": "Date", "event": "Note", "outcome": "Action", "source": "Module"},
        sources=("Tenancy", "ASB"),
        routine=(
            "-|Fob for {A} [reported lost|replaced].|Charge.",
            "-|Complaint of [smoke in the stairwell|moped in the lobby].|[Letter to block|Camera check].",
            "-|{M} reports [damp|lift out].|Order raised.",
        ),
        every=22,
    ),
}

EVENTS = """
Q01 2020-09-22
academy 0 12:35 Yes | Lock knife found in {J}'s bag at the gate search. {HT} spoke to him, says he holds it for an older. | Five day exclusion, police informed
police 0 13:10 Y | Report from {HT} at the Academy of a lock knife in {J}'s bag. Seized. Says it belongs to an older. | Out of court disposal panel
csc +1 - n/a | MARF from Eastgate Academy re {J}: lock knife in bag, excluded five days. | Assessment, {S1}
yjs +9 - - | Police referral for {J}, knife at the Academy. | Panel listed

Q02 2020-10-08
csc 0 15:30 Yes | Initial visit {S1}. {J} monosyllabic. {M} frightened of 'the boys downstairs', mentions {X}. | C&F to continue
housing +4 - - | {S1} from social care rang, {M} afraid of lads in the block, named {X}. | ASB officer to call

Q03 2020-10-20
yjs 0 10:00 - | Out of court panel. {J} given youth conditional caution for the knife, twelve weeks. | {YJ} allocated
police 0 - N/A | OOCD panel: YCC for {J} re knife, 12 weeks, {YJ}. | Finalised
csc +2 - n/a | YJS e-mail: {J} has a conditional caution, twelve weeks, {YJ} is his worker. | Invite to TAF

Q04 2020-11-12
police 0 23:50 N | {M} reports {J} missing since school. Graded medium. Phone off. | Misper enquiries
csc +1 - n/a | Missing notification, {J} gone since school yesterday, phone off. | Strategy if not back by six
academy +1 09:10 No | {M} rang in tears, {J} did not come home after school. | Police aware

Q05 2020-11-14
police 0 06:40 Y | {J} found at a flat in {T} with two adult males, £380 in cash, muddy, hungry. Brought home. | Prevention interview, PAC
csc 0 10:15 n/a | Police: {J} located in {T} early today in a flat with adults, £380 on him. | Strategy meeting
missing +2 - - | Referral in for RHI, {J} found in {T} with cash. | Offer within 72 hours
academy +2 - n/a | {S1} says {J} was found at the coast with £80 on him. | Watch list
! number police academy

Q06 2020-11-17
csc 0 14:00 - | Strategy meeting {TM} (chair), {CP}, {HT}, {YJ}, {KW}. Child criminal exploitation suspected. S47 joint. NRM to be sent. | Joint S47; NRM
police 0 14:00 N/A | Strat meeting re {J}, {CP} for police. CCE suspected, joint S47, NRM. | NRM sent
academy 0 14:00 n/a | {HT} joined strategy meeting on Teams. CCE. NRM referral to go in. | Safety plan
yjs 0 - - | Strategy meeting, {YJ}. Exploitation suspected, joint S47 and NRM. | RA updated
missing 0 14:00 - | {KW} at strategy meeting about {J}. NRM going in. | RHI booked

Q07 2020-11-19
missing 0 16:30 - | RHI done with {J} at the skate park. Told {KW} that {X} owns his debt, £1,200, and that he is scared. Passed to {S1} and {CP} the same evening. | Shared
csc +1 - n/a | Call from Waymark: RHI offered. Nothing of note disclosed. | File
police +1 - N/A | {KW} of Waymark reports that {J} owes {X} £1,200 and is scared. | Intel, op named
! received csc missing

Q08 2020-12-10
csc 0 09:30 - | ICPC for {J} and {B}. Both on CP plans, neglect, with exploitation as feature. | CP plans
police 0 09:30 N/A | {CP} at ICPC. {J} and {B} made subject to CP plans. | Flag
academy 0 09:30 n/a | {HT} at conference. Both brothers on plans. | Core group
camhs +6 - N/A | ICPC minutes received. {J} and {B} on plans, neglect. | Upload
yjs 0 - - | {YJ} at ICPC; {J}, {B} on plans under neglect. | -

Q09 2021-01-05
csc 0 11:00 - | Core group 1: {S1}, {HT}, {YJ}, {KW}, {M}. Curfew agreed with family, 8pm. | Curfew
academy 0 11:00 n/a | Core group. {S1}, {YJ}, {KW}, {M} and {HT}. Curfew 8pm. | -
yjs 0 11:00 - | First core group. Those attending {S1}, {HT}, {M}; Waymark sent apologies. Curfew agreed. | -
missing 0 11:00 - | {KW} at first core group with {S1}, {HT}, {YJ}, {M}. Curfew. | -
! attendees yjs missing

Q10 2021-01-26
camhs 0 13:15 Yes | Initial assessment {CN}. {J} has nightmares, flinches, trauma symptoms. No plan to end life. | EMDR list
csc +3 - n/a | Letter from Dr Duarte: {J} has nightmares and trauma symptoms; to go on the EMDR list. | File
academy +6 - n/a | CAMHS letter shared: trauma symptoms, nightmares, waiting for EMDR. | Pastoral

Q11 2021-02-16
csc 0 11:00 - | Core group 2 did not go ahead, {S1} off sick. | Rebook
academy 0 11:00 n/a | Core group cancelled by social care, worker sick. | -
yjs 0 11:00 - | Core group on Teams, {HT}, {M} and {YJ} present. Plan reviewed, curfew breached four times. | -
! meeting_held yjs csc

Q12 2021-03-03
police 0 20:20 Y | {J} chased by three males on bikes, machete seen, hid in kebab shop. {PC} took him home. {M} told. | Crime: affray; no witnesses
csc 0 22:05 n/a | EDT: police ring, {J} chased by boys on bikes with a machete, now home. | Day team to visit
academy +2 - Yes | {J} told {PS} that he was chased with a machete on Wednesday by lads on bikes. | Logged, told {S1}

Q13 2021-03-18
academy 0 10:00 n/a | Permanent exclusion hearing. {J} excluded for assault on a year nine boy. {M} cried. | PRU place
csc +1 - n/a | Academy confirm that {J} is permanently excluded for assaulting a younger boy. | Education meeting
yjs +4 - - | Told by {S1} that {J} is permanently excluded. PRU place sought. | ETE worker

Q14 2021-04-13
csc 0 13:30 Yes | Joint visit {S1} and {YJ}. {J} in bed, bruised knuckles. {B} watching. New trainers, no explanation. | Search of room by {M}
yjs +1 13:30 - | JHV with {S1} to {J}. In bed, knuckles bruised, new trainers. | Discuss at core group
! date csc yjs

Q15 2021-05-06
csc 0 09:30 - | Review conference. Plans to remain, risk of exploitation high. | Plans remain
police 0 09:30 N/A | RCPC re {J}: CP plan ended, CIN. | Flag amended
yjs 0 09:30 - | Review conference, {YJ}. Plans remain; high risk. | -
camhs +7 - N/A | RCPC minutes: plans remain, exploitation risk high. | Upload
! outcome police csc

Q16 2021-05-27
hospital 0 21:45 Yes | {J}, stab wound to left thigh, 4 cm. Brought by ambulance from the car park at Gantry House. Says he fell on glass. | Sutured, admitted
police 0 21:20 Y | Stabbing in the car park, Gantry House. {J} wounded in right thigh. Says 'three boys I don't know'. | GBH, scene held
csc +1 - n/a | Hospital safeguarding nurse rang: {J} on the ward with a stab wound to the thigh. | Strategy today
housing +1 - - | Police cordon in car park, tenant's son stabbed last night. | Cameras pulled
! site hospital police

Q17 2021-05-28
csc 0 15:00 - | Strategy meeting. {TM}, {CP}, {MW}, {YJ}. Threat to life; move out of area. | Placement search
police 0 15:00 N/A | Strategy meeting, {CP}. Osman warning to be served, family to be moved. | TTL
hospital 0 - - | {MW}, safeguarding nurse, in strategy meeting on {J}. Not to be discharged until placement found. | Ward told
yjs 0 15:00 - | {YJ} at strategy meeting. Threat to life, move. | -

Q18 2021-06-02
csc 0 11:30 n/a | Discharge planning: {J} to foster carers in another county, weekly visits. | Placement starts
hospital 0 11:30 - | Discharge planning meeting on ward, {S1}, {MW}. To foster placement; daily dressing, daily visits by {S1}. | TTOs
! condition csc hospital

Q19 2021-07-14
housing 0 - - | {M} told of offer, two bed in Northwold, management transfer after threats. | Sign up 26th
csc +1 - n/a | Broads HA have offered {M} a two bed in Northwold on management transfer. | Help with van

Q20 2021-09-09
yjs 0 14:10 - | {J} back in area, came in by himself, says placement broke down last night. | Rang {S1}
csc 0 14:40 Yes | YJS rang: {J} turned up at their office, placement over. Collected. | Emergency bed
missing +1 - - | {S1} tells us {J} walked out of foster placement and is back. | Outreach

Q21 2021-10-05
police 0 05:30 N | Warrant at {T} flat: {X} arrested, class A, ledger naming {J}. | {X} charged PWITS and modern slavery
csc +2 - n/a | {CP}: {X} arrested at the {T} flat, charged, ledger has {J}'s name. | Inform NRM
yjs +3 - - | {CP} let {YJ} know that {X} is charged; ledger names {J}. | RA

Q22 2021-11-18
camhs 0 10:30 Yes | {J} told {CN} he tied a cord round his neck on Sunday. Red line seen. {M} called in. | Safety plan, duty daily
csc 0 11:15 n/a | CAMHS rang. {J} put a cord round his neck at the weekend. | Visit today
hospital 0 13:00 Yes | {J} sent by CAMHS, ligature mark. Medically fit. | Home with safety plan
yjs 0 15:05 - | CAMHS call about {J}, cord round neck. Call timed 15:05. | Suspend programme

Q23 2021-12-02
csc 0 10:00 Yes | Visit with {KW}. {J} seen in his room, cut on forearm. | Tell CAMHS
missing 0 10:00 - | Visited with {S1}. {J} would not come out, not seen by either of us. | Try again
! child_seen csc missing

Q24 2022-01-11
hospital 0 02:20 Yes | {J} dead on arrival, fall from height, Gantry House. Friend says he was running from someone. | Coroner
police 0 01:52 Y | {J} found at foot of Gantry House. CPR. {X}'s cousin on scene said {J} jumped because he was low yesterday. | Major incident
csc 0 08:00 n/a | Notification from police: {J} found at the foot of Gantry House, died in hospital. | Serious incident notice
camhs 0 09:30 - | Told by social care that {J} has died after a fall from Gantry House. | Staff support
"""

DECOYS = """
QD1 2021-02-03
hospital 0 18:10 Yes | {J} with cut hand from a tin. Alone. | Glued
academy 0 - Yes | {B} with cut hand from a tin in food tech. | First aid

QD2 2021-04-22
csc 0 10:20 No | Phoned {M}, straight to voicemail. | Try again
camhs 0 15:45 No | Phoned {M}, straight to voicemail. | Letter

QD3 2021-04-27
yjs 0 12:00 - | Session with {J} on anger. | Next week
missing 0 17:30 - | Session with {J} on anger and money. | Thursday

QD4 2021-05-11
police 0 22:15 N | Call from warden about mopeds at Gantry House. No trace. | Closed
housing 0 - - | Call from warden about mopeds last weekend, Gantry House. | Camera check
"""

GAPS = (
    ("all", "2021-07-24", "2021-08-09"),
    ("csc", "2020-12-14", "2021-01-04"),
    ("police", "2021-06-01", "2021-09-20"),
    ("camhs", "2021-05-16", "2021-11-10"),
    ("academy", "2021-04-01", "2021-06-20"),
)

QUARTER = Script("quarter", ("2020-09-01", "2022-01-12"), PEOPLE, AGENCIES, EVENTS, DECOYS, GAPS, seed=90210)
