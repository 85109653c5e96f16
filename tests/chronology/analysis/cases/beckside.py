"""A fourth case: a boy of fourteen who goes missing, is exploited and harms himself. Short notes, no sources. Wholly fictional."""

from __future__ import annotations

from tests.chronology.analysis.cases.weaving import Agency, Script

AGENCIES = {
    "pol": Agency(
        "police log.csv",
        {"date": "Date", "time": "Time", "event": "Incident", "outcome": "Police action", "seen": "Child seen"},
        day="%d/%m/%Y",
        routine=(
            "-|Intelligence: Doyle vehicle seen near the academy.|",
            "-|Patrol past the block, nothing to report.|",
            "-|Call from member of public re youths on bikes at Hollins Park.|",
            "-|Ms Marsh called about stolen post.|",
            "-|Stop search of Tyler near precinct, nil found.|",
            "-|Missing from home interview not completed by provider.|",
        ),
        every=24,
    ),
    "csc": Agency(
        "Mosaic extract social care.csv",
        {"date": "Date of contact", "time": "Time", "event": "Case note", "outcome": "Outcome/decision", "seen": "Child seen?"},
        day="%d %b %Y",
        routine=(
            "-|Telephone call to Donna, no answer, voicemail left.|",
            "-|Supervision: case discussed with team manager.|",
            "-|Unannounced visit, no one in.|",
            "-|Statutory visit completed. Tyler at home on phone.|",
            "-|E-mail to agencies requesting updates.|",
            "-|Assessment authorised by manager.|",
            "-|Travel warrants issued to mother.|",
            "-|Amira seen at school, says things are ok.|",
            "-|Discussion with legal, PLO threshold considered.|",
        ),
        every=8,
    ),
    "mh": Agency(
        "CAMHS RiO notes.csv",
        {"date": "Date", "time": "Time", "event": "Contact details", "outcome": "Outcome", "seen": "Seen"},
        day="%d-%b-%Y",
        routine=(
            "-|Did not attend. Text sent.|",
            "-|Telephone contact with mum, arranging next appointment.|",
            "-|Session cancelled by clinician, sickness.|",
            "-|Care plan reviewed in team meeting.|",
            "-|Partnership session. Talked about sleep.|",
        ),
        every=25,
        held=("2022-11-20", "2024-01-15"),
    ),
    "sch": Agency(
        "Fenwick Academy CPOMS.csv",
        {"date": "Date", "time": "Time", "event": "Concern", "outcome": "Action taken", "seen": "Seen Y/N"},
        day="%d.%m.%y",
        routine=(
            "-|Late to registration, unkempt uniform.|",
            "-|Isolation for one lesson, swearing at staff.|",
            "-|Attendance letter sent home, 78%.|",
            "-|Mentor meeting, quiet but pleasant.|",
            "-|Absent, no reason given.|",
            "-|Lunch provided, said he had not eaten.|",
        ),
        every=10,
        held=("2022-09-06", "2024-06-30"),
    ),
    "gp": Agency(
        "SystmOne GP.csv",
        {"date": "Date", "time": "Time", "event": "Consultation", "outcome": "Action", "seen": "Child seen"},
        day="%d/%m/%Y",
        routine=(
            "n/a|Repeat prescription, Donna: sertraline.|",
            "n/a|Telephone consultation Donna: back pain.|",
            "n/a|Amira: asthma review with nurse.|",
            "n/a|DNA for Tyler immunisations.|",
            "n/a|Text reminder sent.|",
        ),
        every=29,
    ),
    "yjs": Agency(
        "Youth justice.csv",
        {"date": "Contact date", "time": "Time", "event": "Contact", "outcome": "Action", "seen": "YP seen"},
        day="%d/%m/%y",
        routine=(
            "-|Supervision session attended, worksheet on consequences.|",
            "-|Failed to attend, warning issued.|",
            "-|Reparation session at allotment.|",
            "-|Call to carer about bus pass.|",
            "-|Asset review done.|",
        ),
        every=14,
        held=("2023-01-20", "2024-06-30"),
    ),
    "ah": Agency(
        "acute hospital.csv",
        {"date": "Date", "time": "Time", "event": "Attendance", "outcome": "Outcome", "seen": "Child seen"},
        day="%d/%m/%Y",
        routine=(
            "-|Fracture clinic: Amira wrist, cast removed.|",
            "-|ED: Donna with migraine, given analgesia.|",
            "-|Did not wait to be seen: Tyler, sore throat.|",
        ),
        every=98,
    ),
    "ha": Agency(
        "Riverside HA tenancy.csv",
        {"date": "Date", "time": "Time", "event": "Note", "outcome": "Action", "seen": "Child seen"},
        day="%d/%m/%Y",
        routine=(
            "-|Rent letter sent.|",
            "-|Gas safety check, access gained.|",
            "-|No access for repair visit.|",
            "-|Tenant rang about mould.|",
        ),
        every=45,
    ),
}

EVENTS = """
E1 2022-09-14
pol 0 2315 Y | Tyler Marsh (14) reported missing by his mum Donna. Last seen 1630 leaving Fenwick Academy. | Missing person report created, medium risk. Found 0420 at Beckside bus station.
csc +1 - No | MERLIN-type missing notification from police: TM missing overnight, located at the bus station in early hours. | Return home interview requested.
sch +1 09:10 Yes | Mum phoned: Tyler was out all night, police brought him back about 4.30am. In school late, exhausted. | DSL informed.

E2 2022-10-03
csc 0 14:00 Yes | Home visit to Donna Marsh and Tyler following referral. Flat cold, no food in fridge. Tyler spoke briefly. | Child and family assessment opened.

E3 2022-10-21
ah 0 19:40 Y | Attended A&E with laceration to left forearm, says caught on fence. Superficial, steri-strips. Accompanied by older male "cousin". | Discharged, letter to GP.
gp +4 - n/a | Discharge letter from A&E: 14 yr old, cut to forearm from a fence, steri-strips applied. No follow up. | Filed, no action.
csc +3 - No | Liaison nurse at the hospital rang: Tyler seen in the emergency department on Friday with cut arm, came with an unknown adult male. | Passed to allocated worker.

E4 2022-11-08
sch 0 13:20 Y | Tyler found with £300 cash and two phones in his bag at lunchtime search. Would not explain. | Reported to police school liaison and MASH.
pol 0 14:05 N | Call from Fenwick Academy: pupil with large sum of cash and two mobile handsets. Intelligence submitted re county lines. | 5x5x5 submitted.
csc +1 - No | School referral: cash (£300) and phones found on Tyler. Worries he is running drugs. | Strategy meeting to be convened.

E5 2022-11-15
csc 0 10:00 - | Strategy meeting held under s47: social care, police, school, health present. Agreed threshold met for joint investigation. | NRM referral to be made by social care.
pol 0 1000 N/A | Attended strategy discussion re Tyler Marsh via Teams. Joint s47 agreed. NRM to be done by CSC. |
sch 0 - n/a | DSL attended strategy meeting. Joint s47. |

E6 2022-12-06
mh 0 15:30 Yes | Initial choice appointment. Tyler attended with mum. Low mood, denies suicidal intent. Admits cutting. | Accepted to partnership list.
gp +6 - n/a | Letter rec'd CAMHS - choice appt last week, low mood and self-cutting, placed on waiting list for partnership work. |
csc +2 - No | CAMHS clinician called to say Tyler had been assessed on Tuesday and is going on waiting list. |

E7 2023-01-19
pol 0 2205 Y | Stopped in vehicle with Kieran Doyle (23) in Westport. Tyler in possession of 14 wraps cannabis & lock knife. Arrested. | Taken into custody, appropriate adult called.
yjs +1 - N | Notified by custody: TM arrested overnight in Westport, PWITS cannabis and bladed article. Released under investigation. | Allocated to M. Sandhu.
csc +1 08:30 No | EDT handover: Tyler arrested last night with adult male K Doyle, drugs and a knife. Mum refused to act as appropriate adult. | Visit planned.
sch +4 - No | Told by Tyler's social worker that he was arrested on Thursday for drugs and a knife. | Risk assessment to be done.

E8 2023-02-07
csc 0 13:00 - | Initial child protection conference. Unanimous: child protection plan, category neglect. Police sent apologies. | Core group 14 Feb.
sch 0 1300 n/a | ICPC attended by Mrs Holroyd. Plan made under neglect. |
mh 0 - n/a | Initial case conference attended by care co-ordinator. Child made subject of plan (neglect). |
pol 0 1300 N/A | DS Fairclough attended ICPC. CP plan - neglect. |
yjs 0 - n/a | Attended conference. CP plan neglect. |
! attendees pol

E9 2023-02-14
csc 0 - - | Core group at Fenwick Academy. Present: SW, school, YJS, mum. Safety plan reviewed. |
sch 0 - No | First core group held in school. |
yjs 0 - N | Core group, reviewed safety plan with mother, school and social worker. |

E10 2023-03-11
ah 0 0215 Y | Brought in by ambulance after paracetamol overdose, approx 16 tablets taken at home at midnight. NAC commenced. Admitted to ward. | Referred to CAMHS crisis.
mh 0 11:00 Yes | Crisis team assessed on paediatric ward after overdose of paracetamol (approx 16). Regretful. Plan: home with safety plan. | 7 day follow up.
csc +2 - No | Ward sister notified us that Tyler was admitted on Saturday following an overdose. | SW to visit ward.
gp +4 - n/a | Hospital discharge summary - paracetamol OD, treated with NAC, seen by crisis team. | Code added.
sch +2 - No | Donna rang: Tyler took tablets at the weekend and is in hospital. | Pastoral plan.

E11 2023-03-28
ha 0 - - | Noise complaint from flat 7: men coming and going through the night at Ms Marsh's flat. Door damaged. | ASB case opened, police asked to attend.
pol +2 1120 N | Riverside housing officer reports suspected cuckooing at Marsh address; neighbour complaint re visitors at night. | Welfare check to be done.

E12 2023-04-02
pol 0 1745 Y | Welfare check at the Marsh flat. Two adult males present, left on request. Tyler asleep in bedroom, safe and well. | No offences. PPN submitted.
csc +1 - No | PPN received. Officers visited flat on Sunday, two men there. Tyler was not at the property when officers called. |
ha +2 - - | Police update: they called at Ms Marsh's flat Sunday and moved on two males. |
! child_seen pol

E13 2023-05-09
csc 0 11:00 Yes | Joint visit with CAMHS care co-ordinator Lottie Frame. Tyler seen alone, talked about being owed money. |
mh +1 11:00 Yes | Joint home visit with social worker. TM seen with mum present throughout. Said he owes people. |
! date csc

E14 2023-05-24
csc 0 - - | Review child protection conference. Decision: plan to continue, category now sexual/criminal exploitation noted. |
sch 0 - n/a | RCPC - plan continues. |
yjs 0 - n/a | Review conference: plan ended and stepped down to CIN. |
pol 0 - N/A | Review case conference, plan remains in place. |
! outcome yjs

E15 2023-06-15
sch 0 12:40 Y | Fight in canteen. Tyler punched a year 9 boy. Suspended for five days. | Parents informed.
csc 0 - No | Call from DSL: Tyler suspended 3 days after a fight with another pupil in the dining hall. |
yjs +1 - N | School advise fixed term exclusion following an assault on a pupil. |
! number sch

E16 2023-07-22
ah 0 2350 Y | Stab wound to right thigh. Says attacked by two unknown males in Hollins Park. Explored in theatre. | Police informed by ED sister.
pol 0 2335 Y | Reports of male stabbed at Hollins Park. Victim Tyler Marsh, wound to left thigh. Conveyed to hospital. Will not name suspects. | Crime recorded s18. Scene preserved.
csc +1 0900 No | EDT: police inform Tyler stabbed in the leg in the park last night and is in theatre. | Strategy meeting Monday.
yjs +2 - N | Victim of stabbing on Saturday night, thigh wound, in hospital. | Review of safety.
gp +9 - n/a | Discharge summary: stab injury thigh, surgical exploration, home 26/07. |
! site ah

E17 2023-07-24
csc 0 1400 - | Strategy meeting on ward following the stabbing. Agreed not safe to return home; Donna consents to s20. | Placement search.
pol 0 1400 N/A | Strategy mtg at hospital after stabbing. Section 20 accommodation agreed with mother. |
ah 0 - n/a | Safeguarding nurse took part in strategy meeting on the ward; plan is for foster care on discharge. |

E18 2023-07-26
csc 0 - Yes | Tyler placed with carers Mr and Mrs Pell in Oakholme on discharge from hospital. Section 20. |
yjs +1 - N | SW confirms he moved yesterday to foster carers in Oakholme. |

E19 2023-09-12
yjs 0 10:00 Y | Youth court: 12 month youth rehabilitation order for PWITS and blade. Mother did not attend. | YRO began.
pol 0 - N/A | Court result: YRO 12 months, cannabis supply and bladed article. | PNC updated.
csc +2 - No | Informed by youth justice worker that Tyler received a 12-month YRO at court on Tuesday. |

E20 2023-10-29
pol 0 2140 N | Foster carer Mrs Pell reports Tyler missing from placement since 1500. High risk. | Enquiries with phone provider.
csc 0 22:30 No | Carers reported Tyler missing to police and EDT; not back since this afternoon. |
yjs +2 - N | Advised by foster carer that Tyler went missing on Sunday. | Compliance letter.

E21 2023-11-02
pol 0 0610 Y | Tyler located in Westport at address linked to Doyle. Returned to carers. Disclosed being made to sell. | NRM referral submitted by police.
csc 0 0830 No | Police found Tyler in Westport this morning after four days. Back with carers. | NRM referral submitted by social care.
! who_did pol

E22 2024-01-16
mh 0 - No | Discharged from CAMHS after three missed appointments. Letter to GP and referrer. Social care informed by phone. | Closed.
gp +7 - n/a | CAMHS letter: discharged, did not attend x3. | Filed.

E23 2024-02-20
csc 0 - - | LAC review held. Placement stable, Tyler engaging at PRU. IRO Sheila Grice chaired. Health did not attend. |
sch 0 - n/a | Looked after review. PRU report given. LAC nurse attended and gave health summary. |
yjs 0 - N | Review of looked after child arrangements attended. |
! attendees csc

E24 2024-04-06
ah 0 0325 Y | Unresponsive at house in Westport, suspected opiate ingestion. GCS 3. Intubated. Transferred to PICU. | Police present.
pol 0 0240 Y | 999 call from Kieran Doyle: Tyler collapsed and not breathing at his address. Ambulance attending. Said he took something an hour ago. | Scene secured, Doyle arrested.
csc 0 0500 No | EDT informed by police that Tyler is critically ill in intensive care having collapsed in Westport. | Director informed.
yjs +2 - N | Informed of critical incident at weekend: Tyler collapsed, in PICU. |

E25 2023-02-22
ha 0 - - | Rent arrears £1,240. Notice seeking possession served on Donna Marsh. |
csc +2 - No | Riverside housing tell us the family owes £640 rent and has had a notice. |
! number ha
"""

DECOYS = """
D1 2023-01-10
gp 0 0910 Y | Amira Marsh (9) seen with mum, ear infection. Antibiotics. |
sch 0 - Y | Tyler sent home unwell with ear ache after break. |

D2 2023-06-03
pol 0 2010 N | Domestic argument between neighbours at flat 9 in the block, no children present. |
ha 0 - - | Leak reported by Ms Marsh, kitchen ceiling. Contractor sent to flat. |

D3 2023-06-20
mh 0 10:00 Yes | Individual session with Tyler, clinic. Talked about anger. |
yjs 0 16:00 Y | Individual session with Tyler at YJS office: anger management worksheet. |

D4 2023-12-05
csc 0 11:00 Yes | Statutory visit to Tyler at placement. Seen alone in bedroom. |
yjs 0 15:30 Y | Home visit to Tyler at placement, YRO appointment. Seen with Mrs Pell. |

D5 2023-08-15
ah 0 1100 Y | Outpatients: wound check thigh. Healing well. |
gp 0 0900 n/a | Practice nurse: Donna Marsh BP check and smear. |
"""

GAPS = (
    ("csc", "2023-08-02", "2023-09-10"),
    ("mh", "2023-08-05", "2023-11-20"),
    ("all", "2024-05-01", "2024-06-12"),
    ("yjs", "2023-04-01", "2023-05-20"),
)

BECKSIDE = Script("beckside", ("2022-09-01", "2024-06-30"), {}, AGENCIES, EVENTS, DECOYS, GAPS, seed=77)
