"""A second case: another family, other towns, other agencies, words written apart from those of the first. Wholly fictional."""

from __future__ import annotations

from tests.chronology.analysis.cases.weaving import Agency, Script

PEOPLE = {
    "M": ("Danuta Wieczorek", "Danuta", "Ms Wieczorek", "Miss D Wieczorek", "Danusia", "mum"),
    "P": ("Craig Hallam", "Craig", "Mr Hallam", "Hallam", "C Hallam", "HALLAM, Craig"),
    "O": ("Oliwia Wieczorek", "Oliwia", "Olivia Wieczorek", "Oli"),
    "K": ("Kacper Wieczorek", "Kacper", "Kasper"),
    "Z": ("Zofia Hallam", "Zofia", "baby Zofia", "Zosia"),
    "G": ("Halina Mazur", "Mrs Mazur", "Halina"),
    "N": ("Terry Oakes", "Mr Oakes"),
    "S1": ("Bev Ashdown", "B Ashdown", "Bev"),
    "S2": ("Yasmin Tariq", "Yasmin", "Y. Tariq"),
    "TM": ("Graham Pell", "G Pell"),
    "H": ("Louise Fenner", "L Fenner"),
    "C": ("PC Dawn Ryder", "PC 2217 Ryder"),
    "D": ("DC Owen Blyth", "DC Blyth"),
    "DSL": ("Mr Kenneth Adeyemi", "Kenneth Adeyemi", "Mr Adeyemi"),
    "CPN": ("Siobhan Lacey", "S Lacey"),
    "DR": ("Dr Ravi Menon", "Dr Menon"),
    "HSG": ("Petra Coombes", "P Coombes"),
    "RW": ("Angela Dunmore", "Angela"),
    "PAED": ("Dr Helen Strachan", "Dr Strachan"),
    "A": ("9 Ferry Lane, Eastholme", "9 Ferry Lane"),
}

AGENCIES = {
    "police": Agency(
        "Eastholme Constabulary events.csv",
        {"date": "Event Date", "time": "Time", "source": "System", "event": "Details", "outcome": "Result", "seen": "Child seen"},
        sources=("STORM", "Athena", "Form 78"),
        routine=(
            "No|{N} complains of loud music from {A}. [Quiet on arrival|No unit free, rang back].|[Log closed|Words given].",
            "-|{P} stop-checked in a white van on [the bypass|Station Road]. [No offences|Producer issued].|Intel submitted.",
            "N/A|{M} reports [purse stolen in town|bicycle taken from the yard|nuisance calls].|[Crime number given|Filed].",
            "N/A|Patrol walked the Ferry Lane estate, [youths moved on|nothing of note].|",
            "No|Anonymous online report of cannabis being smoked near the flats. [Not linked to the family|No lines].|Filed.",
            "N/A|{P} failed to answer bail for [driving matter|theft of scrap].|Circulated as wanted.",
            "N/A|PNC and local checks on {P} for [taxi licensing|disclosure unit].|Completed.",
        ),
        every=11,
    ),
    "csc": Agency(
        "Childrens Services log.xlsx",
        {
            "date": "Date",
            "time": "Time",
            "event": "Contact / event",
            "outcome": "Decision",
            "seen": "Child seen?",
            "source": "Recorded in",
        },
        day="%d %b %Y",
        sources=("Mosaic", "Mosaic case note", "Supervision file"),
        routine=(
            "Yes|Planned visit to [Oliwia and Kacper|all the children] at home. [Tidy|Cold, little food in the fridge]. {M} [tired|chatty].|Continue plan.",
            "No|Unplanned visit, nobody in. [Note left|Neighbour says they are at the market].|Try tomorrow.",
            "N/A|Supervision {S1} with {TM}. [Drift discussed|Caseload high|Leave cover].|[Genogram to finish|Complete assessment].",
            "N/A|Management sign-off of [assessment|child's plan|visit record].|Authorised.",
            "No|{M} telephoned to ask [for bus fares|about the school place|when {S1} is back].|[Message left|Explained].",
            "N/A|E-mail to [legal|finance|the fostering desk] about [section 17 money|a taxi].|Awaiting answer.",
            "Yes|{O} spoken to in the car after contact. Talked about [her friends|dance club].|No worries noted.",
            "N/A|Chased [dentist|optician|school nurse] for paperwork.|Outstanding.",
        ),
        every=6,
    ),
    "hospital": Agency(
        "Royal Eastholme Hospital notes.docx",
        {
            "date": "Date of attendance",
            "time": "Time",
            "event": "Clinical event",
            "outcome": "Outcome",
            "seen": "Seen",
            "source": "Record",
        },
        sources=("ED notes", "Cerner", "Antenatal"),
        routine=(
            "Yes|{K} in the emergency department, [croup|swallowed a coin|twisted knee]. With {M}.|[Home|Home with leaflet].",
            "Yes|{O} in fracture clinic for [wrist|toe]. Healing.|Discharged.",
            "N/A|{M} did not attend [antenatal scan|physiotherapy].|Rebooked.",
            "N/A|Antenatal day unit, {M}, [blood pressure check|reduced movements]. CTG normal.|Home.",
            "N/A|{P} in minor injuries, [grinder in eye|cut shin].|Treated.",
            "N/A|Coding query about [tetanus|allergy] answered for {M}.|Closed.",
        ),
        every=13,
    ),
    "gp": Agency(
        "Harbour Surgery printout.csv",
        {"date": "Consultation date", "event": "Notes", "outcome": "Plan", "seen": "Child seen", "source": "Entry type"},
        day="%d-%b-%Y",
        sources=("Surgery consultation", "Vision", "Docman letter"),
        routine=(
            "Y|{K}, [eczema|earache|sore throat].|[Cream|Wait and see|Antibiotic].",
            "Y|{O}, [verruca|hay fever]. Came with {G}.|Reassured.",
            "N/A|{M} asks for repeat of [inhaler|iron tablets].|Issued.",
            "N/A|{M}, sleeping poorly, [worried about money|crying at night].|[Leaflet|Come back in a month].",
            "N|Missed childhood immunisation slot, {K}.|Recall sent.",
            "N/A|{P} new patient check. [Drinks thirty units|Smoker].|Brief advice.",
        ),
        every=12,
    ),
    "hv": Agency(
        "0-19 health visiting service.xlsx",
        {
            "date": "Date",
            "time": "Time of contact",
            "event": "Narrative",
            "outcome": "Follow up",
            "seen": "Child seen",
            "source": "Source",
        },
        sources=("SystmOne", "HV record"),
        routine=(
            "Yes|{K} at drop-in, [plotted|hearing queried].|Routine.",
            "No|Opportunistic text to {M} about [vitamins|sleep group].|No answer.",
            "N/A|Universal caseload review by {H}. [Medium need|Change of GP noted].|None.",
            "N/A|Telephone contact, {M} wants [potty training tips|a two year check date].|Posted.",
            "N/A|Safeguarding supervision for {H}. [Family discussed|Not reached].|Review in three months.",
        ),
        every=14,
    ),
    "school": Agency(
        "St Bride's Primary School.ods",
        {
            "date": "Date",
            "time": "Time",
            "event": "Concern or contact",
            "outcome": "Response",
            "seen": "Pupil seen",
            "source": "Where held",
        },
        sources=("MyConcern", "Office diary", "SIMS"),
        routine=(
            "Yes|{O} [without PE kit|in yesterday's clothes|lovely work in assembly].|[Lent kit|Monitor|Praise card].",
            "Yes|{K} [bit another child|cried at drop-off|fell asleep on the carpet].|Class log.",
            "No|{O} [off with a cold|no reason given].|Text to {M}.",
            "N/A|{DSL} went through the vulnerable pupils list.|No change.",
            "N/A|{M} came to the office about [lunch money|a lost coat].|Sorted.",
            "N/A|Attendance clinic letter. {O} at #78-94 per cent.|Filed.",
        ),
        every=8,
    ),
    "mh": Agency(
        "Harbourside Mental Health Trust.csv",
        {"date": "Date", "time": "Start", "event": "Progress note", "outcome": "Plan", "source": "Record"},
        sources=("RiO", "Carenotes"),
        routine=(
            "-|{CPN} saw {M} at the resource centre. [Mood 4 out of 10|Brighter|Flat].|[Fortnight|Sertraline unchanged].",
            "-|{M} did not come to [group|medical review].|Opt-in letter.",
            "-|Depot clinic list checked, not applicable.|",
            "-|Zoning meeting, {M} stays [amber|green].|No action.",
        ),
        every=17,
        held=("2016-06-01", "2018-03-30"),
    ),
    "housing": Agency(
        "Tideway Homes tenancy notes.csv",
        {"date": "Logged", "event": "Note", "outcome": "Action", "source": "Queue"},
        day="%Y-%m-%d",
        sources=("Tenancy", "Repairs", "Income team"),
        routine=(
            "-|Boiler [fault|service] at {A}. [Access gained|Carded].|Job #4000-9800.",
            "-|Rent statement sent. Account [#20-90 pounds in credit|clear].|",
            "-|{M} asks about [a transfer|a cat flap|parking].|Form sent.",
            "-|Estate inspection, [bulky rubbish|bins not out] by {A}.|Letter.",
            "-|{N} rang to say that [bikes are in the hallway|someone slams the door].|Diary.",
        ),
        every=15,
    ),
    "refuge": Agency(
        "Lighthouse domestic abuse service.docx",
        {"date": "Date", "time": "Time", "event": "What happened", "outcome": "Next step", "source": "File"},
        day="%d.%m.%Y",
        sources=("Modus", "Helpline"),
        routine=(
            "-|Support call with {M} by {RW}. [Going well|Ended quickly, he was home|Talked about English class].|Ring Friday.",
            "-|No pick-up from {M}, [two tries|voicemail].|Try again.",
            "-|Drop-in at the library, {M} had [tea and a talk|help with a form].|",
            "-|Case file audit by the service lead.|Fine.",
        ),
        every=16,
        held=("2016-04-01", "2018-01-20"),
    ),
}

EVENTS = """
F01 2016-03-18
police 0 23:10 N | Next-door neighbour {N} heard a woman crying out and furniture going over. {P} in drink, {M} said nothing happened. Two children looked in on, asleep. | Form 78 submitted, medium
csc +3 - - | Form 78 in from the constabulary: disturbance on the 18th, {P} drunk, {M} denied it, two children asleep. | Advice letter
school +5 - n/a | {DSL} had a call from the front door: police went to the house last week, {P} had been drinking. Advice letter going out. | Monitor
housing +4 - - | Police told us of a disturbance at {A} on 18 March, {P} drunk. | Note on file

F02 2016-04-22
refuge 0 11:00 - | {M} walked in to the centre with a friend from church. Says {P} holds her bank card and has pushed her into the cooker. Burn on forearm, healing. | DASH 9, referral to children's services
csc 0 14:20 n/a | Referral from Lighthouse. {P} keeps the mother's bank card, pushed her against the cooker, burn to forearm. | Child and family assessment, {S1}
hv +4 - n/a | Letter from children's services: assessment has begun after {M} went to Lighthouse about {P} and the bank card. | File

F03 2016-05-05
csc 0 15:30 Yes | First assessment visit, {S1}. {O} says that Craig sleeps on the settee when he shouts. {K} hid behind the curtain. | Section 17 plan
school +1 - n/a | {S1} rang to say she went to the home yesterday and met both children; {K} hid. | Meeting to follow

F04 2016-05-26
csc 0 10:00 - | Child in need meeting at school. Present: {S1}, {H}, {DSL}, {M}. Family support worker to start. | Family support worker; review in six weeks
hv 0 10:00 n/a | Went to CIN meeting for {O} and {K}. With {S1}, {H}, {DSL}, {M}. Family support worker to start. | Weigh {K}
school 0 - n/a | CIN review held here. {S1}, {H}, {DSL} and {M} came. Family support worker to start. | Breakfast club

F05 2016-07-14
csc 0 13:00 - | Second CIN meeting. Present: {S1}, {H}, {DSL}, {RW}. Family support worker withdrawn, not engaging. | Plan to end after summer
hv 0 13:00 n/a | Second child in need meeting. Those there: {S1}, {H} and {M} only, school sent apologies. Family support worker withdrawn. | -
school 0 13:00 n/a | {DSL} at second CIN meeting with {S1}, {H}, {RW}. Support worker withdrawn. | Plan to end
refuge 0 13:00 - | {RW} took part in the second child in need meeting, {S1}, {H} and {DSL} there too. Support worker withdrawn as not engaging. | Keep in touch
! attendees hv school

F06 2016-09-20
mh 0 09:30 - | Crisis assessment of {M} after GP call: took eight paracetamol on Sunday night, regrets it. Children with {G} then. | Home treatment for a week
gp 0 - N/A | {DR} rang the crisis team: {M} disclosed overdose of paracetamol at the weekend. Tearful. | Urgent mental health assessment
csc +2 - n/a | Informed by mental health that the mother overdosed on paracetamol on Sunday; grandmother {G} had the children. | Visit
school +6 - n/a | {S1} let us know about {M} taking tablets; {G} to collect for now. | Collect list

F07 2016-10-12
police 0 18:45 Y | {C} sent to {A}: {P} had put his fist through the bathroom door with {M} and {K} inside. {K} shaking, seen by officers. {P} arrested. | Charged criminal damage; form 78 high
csc +1 - No | Form 78, high: {P} punched through the bathroom door, {M} and {K} behind it. Officers did not see {K}. Charged. | Strategy discussion
refuge +2 - - | {M} rang, told us he broke the bathroom door with her and the boy in there. Police charged him with damage. | MARAC referral
housing +5 - - | Repair raised: bathroom door damaged by {P}, police involved, crime number given by {M}. | Door replaced
! child_seen police csc

F08 2016-10-14
csc 0 11:15 - | Strategy discussion, {TM} chairing, {D} and {H} on the line. Single agency section 47. | S47 by {S2}
police 0 11:15 N/A | {D} joined strat discussion with {TM} and health. S47, social care alone. | No joint visit
hv 0 11:15 n/a | Strategy discussion by telephone. {TM}, {D}, {H}. Section 47 single agency. | Share growth chart

F09 2016-10-27
police 0 10:00 - | MARAC. Case 14, {M} and {P}. Door incident, overdose shared. | Occupation order advice, safe lock
csc 0 10:00 - | MARAC attended by {TM}. Occupation order advice and a safe lock for {M}. | S47 running
refuge 0 10:00 - | {RW} spoke for {M} at MARAC. Occupation order advice; safe lock. | Solicitor list
housing 0 - - | Represented at MARAC by {HSG}. Safe lock to be fitted for {M}. | Order placed
mh 0 10:00 - | MARAC: {CPN} gave an update on {M} after the overdose. Occupation order advice. | Flag on RiO
hv +4 - n/a | MARAC minutes came through. {M} and {P}: lock, occupation order advice. | Flag

F10 2016-11-16
csc 0 09:30 - | Initial child protection conference for {O} and {K}. Both made subject of plans, neglect and emotional harm. | Plans, category emotional
police 0 09:30 N/A | Report sent to ICPC, {D} attended. {O} and {K} on plans for emotional harm. | Flag address
school 0 - n/a | {DSL} at initial conference. {O} and {K} on child protection plans, emotional. | Core group dates
hv 0 09:30 n/a | ICPC, {H} gave report. Both children on plans. | Fortnightly contact
mh 0 09:30 - | {CPN} at the case conference. Children now on plans. | Joint working
gp +9 - n/a | Conference minutes scanned. {O} and {K} subject of plans, emotional harm. | Coded

F11 2016-11-28
csc 0 14:00 - | First core group at the family centre: {S2}, {H}, {DSL}, {CPN}. Written agreement with {P}. | Agreement signed
hv 0 14:00 n/a | Core group one. {S2}, {DSL}, {CPN}, {H}. Written agreement with {P}. | -
school 0 14:00 n/a | First core group, {DSL} there with {S2}, {H}, {CPN}. Written agreement. | -
mh 0 - - | {CPN} attended first core group. Written agreement with {P}. | -

F12 2017-01-19
csc 0 14:00 - | Core group two called off at noon, snow. | New date to be set
hv 0 14:00 n/a | Second core group took place at the family centre. {H}, {DSL} and {M} there. Plan gone through. | -
school 0 14:00 n/a | Core group cancelled because of snow. | New date
! meeting_held hv csc school

F13 2017-02-08
gp 0 - N/A | {M} has a positive test, about nine weeks. Not planned. Says {P} is pleased. | Midwife referral
hospital +5 - n/a | Maternity referral received from Harbour Surgery, {M}, positive test, unplanned. | Booking slot
mh +7 - - | GP letter: {M} pregnant, nine weeks, unplanned. Medication to be looked at. | Medical review

F14 2017-03-07
hospital 0 10:40 - | Booking appointment, {M} at thirteen weeks. {P} answered for her. Not able to ask about violence. Interpreter not used. | Ask alone next time
hv +2 - n/a | Midwife's booking summary for {M} received: {P} there throughout, violence not asked about. | Antenatal visit
gp +3 - n/a | Booking summary scanned. Thirteen weeks. {P} present; not asked. | -

F15 2017-04-04
csc 0 16:00 Yes | Joint visit with {H}. {O} and {K} seen, {M} large and slow. {P}'s boots in the hall. | Confront agreement breach
hv +1 16:00 Yes | Joint home visit with social worker {S2}. Both children present. Man's boots by the stairs. | Discuss at core group
! date csc hv

F16 2017-05-10
csc 0 09:30 - | Review conference. Plans continue, unborn added. Chair notes breach of agreement. | Plans continue; unborn made subject
police 0 09:30 N/A | Review conference, {D}. Plans ended, step down to CIN. | Update Athena
school 0 09:30 n/a | {DSL} at review conference. Plans continue and the unborn is added. | -
hv 0 09:30 n/a | RCPC. Plans continue, unborn baby now on a plan as well. | Antenatal contact
gp +8 - n/a | Review conference minutes in. Plans continue; unborn added. | Coded
! outcome police csc

F17 2017-06-22
housing 0 - - | Notice seeking possession posted. {M} owes £1,862 in rent. {HSG} called, a man in overalls took it. | Money advice
csc +1 - n/a | Tideway tell us that rent owed is £640 and there are no plans for notice. | Note
! number csc housing

F18 2017-08-30
hospital 0 04:25 Y | {Z} born at thirty-eight weeks, forceps, 3.02 kg. {P} absent. {G} birth partner. | Postnatal ward
csc 0 - n/a | Ward rang: {M} has had a girl, {Z}, forceps delivery, thirty-eight weeks. | Discharge planning
hv +1 - n/a | Birth notification: {Z}, girl, 38 weeks, forceps. | New birth visit
gp +2 - n/a | Newborn {Z} registered from birth notification, forceps, thirty-eight weeks. | Six week check

F19 2017-09-01
hospital 0 11:00 - | Discharge planning meeting. {S2}, {H}, ward sister. Baby home with {M} to {G}'s house, {P} not to visit unsupervised; daily midwife. | Home to {G}
csc 0 11:00 n/a | Discharge planning meeting at the ward. Baby to go home with {M} and {P}, weekly midwife. | Home
hv 0 11:00 n/a | Discharge planning meeting. Home to {G}'s with {M}; {P} not to visit unsupervised. Daily midwife. | NBV in week two
! condition csc hospital

F20 2017-10-18
gp 0 - Y | Six week check of {Z}. Hips fine. Small bruise under the chin, {M} says from car seat clip. | Review at immunisations
hv +2 - n/a | GP message: {Z} six week check done, small bruise under chin put down to car seat clip. | Phone social worker
csc +3 11:50 n/a | Call from health visitor {H} for a general catch-up. No mention of any bruise. | -
! received csc hv

F21 2017-11-09
school 0 09:05 Y | {O} told the learning mentor that Craig held mummy by the neck and that she must not tell. {DSL} rang children's services straight away, message taken. | Body map not needed
csc 0 09:40 n/a | School rang about {O}: she was upset about a falling out with friends. Nothing about home. | NFA
! received csc school

F22 2017-11-21
police 0 02:14 Y | 999, open line, screams. {M} found on the stairs with neck marks, {Z} on her shoulder. {P} detained in the alley. | Charged s39 and strangulation file
hospital 0 03:30 - | {M} brought by ambulance, hoarse, petechiae, neck marks after being throttled by partner. Baby with {G}. | Admitted overnight
csc 0 08:45 n/a | Overnight report from police: {M} strangled by {P}, baby in her arms. {P} in custody. | Strategy meeting today
refuge +1 - - | IDVA request from police: {M} throttled on the stairs, baby on shoulder, {P} charged. | Ring hospital

F23 2017-11-21
csc 0 13:00 - | Strategy meeting. {TM}, {D}, {PAED}, {H}, {DSL}. Joint section 47, baby to be examined. | Medical {Z}
police 0 13:00 - | Strategy meeting attended by {D}. Joint s47, medical for {Z}. | Joint visit
hospital 0 - - | {PAED} on strategy call. Joint section 47; examine {Z}. | Clinic 22nd
hv 0 13:00 n/a | Strategy meeting: {TM}, {D}, {PAED}, {DSL}, {H}. Joint s47. | -
school 0 13:00 n/a | {DSL} dialled in to strat meeting. Joint section 47. | Watch {O}

F24 2017-11-22
hospital 0 10:15 Y | Child protection medical of {Z} by {PAED}. Fingertip bruises on the right thigh, 1 cm each. Not explained. | Skeletal survey
csc 0 10:15 n/a | Medical of {Z} done by {PAED}. Fingertip marks on the left thigh. Survey to follow. | Interim placement with {G}
police +1 - N/A | {PAED}'s findings on {Z} phoned through: finger bruises to thigh, unexplained. | Interview {P}
! site csc hospital

F25 2017-12-06
csc 0 12:00 - | Legal gateway: threshold met, issue interim care order application. | Issue
police +2 - N/A | Notified by children's services that the legal meeting agreed to issue for an interim order. | -

F26 2018-01-11
police 0 15:10 N | {P} seen by PCSO carrying a baby near the quay. Breach of bail. Not found. | Wanted
refuge 0 16:30 - | {M} in tears on the helpline, has let {P} hold the baby by the quay. | Told {S2}
csc 0 - n/a | {RW} of Lighthouse and police both report {P} with the baby at the quay, bail breached. | Visit

F27 2018-02-14
hv 0 11:30 N | {H} called at {G}'s. No answer though a baby could be heard. | Message to {S2}
csc +2 - n/a | Message from health visitor: went to {G}'s, no one opened, baby heard. | Visit Monday

F28 2018-03-05
hospital 0 19:20 Y | {Z}, six months, carried in limp by {M}. {P} with her, said she slid off the changing table this evening. Skull fracture. | PICU
police 0 19:50 N/A | Call from resus, Royal Eastholme: {Z} limp, fractured skull. {P} said brother dropped her on Sunday. | Arrests
csc 0 20:15 n/a | Hospital to EDT: {Z} in intensive care with a fractured skull. | Strategy tomorrow
! account police hospital

F29 2017-07-06
school 0 08:50 Y | {O} says the family is going to Poland for the summer and {P} is driving. | Told {S2}
csc +1 - n/a | School pass on that the family plan a summer in Poland, {P} driving. | Check with {M}

F30 2016-08-11
police 0 20:05 - | {P} reported by {M}: followed her from the bus station, 20:05. | Harassment warning
refuge 0 21:40 - | {M} rang helpline: he followed her from the bus station. Police gave a harassment warning. | Safety plan
csc +4 - n/a | Police inform: {P} given a harassment warning for following {M} from the bus station. | Note
! time police refuge
"""

DECOYS = """
FD1 2016-06-15
hospital 0 12:10 Y | {O} in the emergency department with a bumped forehead, playground. Brought by {G}. | Head injury advice
school 0 - Y | {K} bumped forehead on the climbing frame. {M} collected. | Bump note

FD2 2016-12-08
csc 0 09:15 No | Called {M}, rang out. Voicemail. | Try later
mh 0 16:40 - | Called {M}, rang out. Voicemail. | Letter

FD3 2017-07-25
police 0 22:30 No | {N} rang about banging at {A}. Unit sent, in darkness. | Closed
housing 0 - - | {N} rang about banging last weekend at {A}. | Diary sheets

FD4 2017-03-22
mh 0 11:00 - | One to one with {M}, sleep and worry. | Fortnight
refuge 0 14:30 - | One to one with {M}, sleep and worry about money. | Ring Friday
"""

GAPS = (
    ("all", "2017-07-27", "2017-08-26"),
    ("csc", "2016-12-09", "2017-01-16"),
    ("school", "2017-01-23", "2017-04-20"),
    ("refuge", "2016-12-01", "2017-03-20"),
    ("hv", "2016-07-20", "2016-10-10"),
)

FERRY = Script("ferry", ("2016-03-01", "2018-03-06"), PEOPLE, AGENCIES, EVENTS, DECOYS, GAPS, seed=4711)
