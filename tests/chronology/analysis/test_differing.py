"""In what two records of one event disagree, and in what they do not: pairs in many people's words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from chronology.analysis import AgencyFacts, Record, Thresholds
from chronology.analysis.differences import Between, differences
from chronology.analysis.differences.kin import may_be_one
from chronology.analysis.differences.roll import by_roll
from chronology.analysis.differences.seen import by_child_seen
from chronology.analysis.extracting import read_case

ON = dt.date(2018, 5, 3)
AGENCIES = {
    "p": AgencyFacts("Westshire Police", "police"),
    "s": AgencyFacts("Children's social care", "local_authority"),
    "h": AgencyFacts("General Hospital", "health"),
    "v": AgencyFacts("Health visiting", "health"),
    "e": AgencyFacts("Hill Primary School", "education"),
    "n": AgencyFacts("Probation", "probation"),
    "t": AgencyFacts("Housing", "housing"),
    "a": AgencyFacts("County Ambulance Service", "health"),
}
Told = tuple[str, str] | tuple[str, str, dict[str, Any]]


def quietly(done: int) -> None:
    """Nobody is told how far it is."""


def aspects(one: Told, other: Told) -> set[str]:
    """The things in which two records of one event disagree."""
    records = []
    for number, told in enumerate((one, other)):
        agency, words = told[:2]
        facts = {"start": ON, "end": ON} | (told[2] if len(told) > 2 else {})
        facts |= {"end": facts["start"]}
        records.append(Record(str(number), agency, event=words, **facts))
    case = read_case(records, AGENCIES, quietly)
    return {found.aspect for found in differences(Between(case, Thresholds(), *case.facts))}


DISAGREE: list[tuple[str, Told, Told]] = [
    ("outcome", ("s", "Review conference. Plan ended, step down to child in need."), ("e", "Review conf: plan carries on for six months.")),
    ("outcome", ("s", "Conference: both children on a plan."), ("n", "Conference attended. The girl was not made subject to a plan.")),
    ("outcome", ("h", "Clinic letter: was not brought."), ("s", "Taken to the clinic this morning as agreed.")),
    ("outcome", ("v", "Joint visit. Kitchen filthy, fridge nearly empty."), ("s", "Joint visit. House was clean and warm.")),
    ("outcome", ("s", "Strategy discussion. Police to do the NRM."), ("p", "Strategy discussion. NRM to be completed by social care.")),
    ("number", ("p", "Home visit. Three smoke alarms fitted."), ("t", "Letter: two alarms put in at the visit.")),
    ("number", ("h", "Overnight feeds increased to 10 hours."), ("s", "Overnight feed to run eight hours.")),
    ("site", ("h", "Buckle fracture L distal radius."), ("v", "Letter: fracture of right radius.")),
    ("present", ("s", "Joint visit. Dad had already left for work."), ("p", "Joint visit. Dad on the sofa throughout.")),
    ("account", ("e", "Split lip. Says he came off his bike."), ("s", "Split lip, which he puts down to a scrap.")),
    ("condition", ("s", "Looked after review. Contact to be twice weekly."), ("e", "Looked after review. Contact once a week.")),
    ("received", ("s", "Core group. School were told of the date in writing."), ("e", "Core group at social care. Nobody had told us.")),
    ("date", ("s", "Joint visit with the health visitor. Mother welcoming."), ("v", "Joint home visit with social worker.", {"start": dt.date(2018, 5, 4)})),
    ("date", ("s", "Core group. Attended by all.", {"time": dt.time(10)}), ("e", "Attended core group.", {"time": dt.time(10), "start": dt.date(2018, 5, 4)})),
    ("child_seen", ("p", "Assault in the home. Children checked.", {"child_seen": "yes"}), ("s", "Police notification. Officers did not see the children.")),
    ("child_seen", ("s", "Joint visit. Baby seen in the cot.", {"child_seen": "yes"}), ("v", "Joint visit. Baby said to be upstairs asleep and not seen.")),
    ("child_seen", ("s", "Joint visit, both boys seen.", {"child_seen": "yes"}), ("p", "Joint visit. The boys were not sighted.")),
    ("child_seen", ("s", "Joint visit, girl out at a friend's.", {"child_seen": "no"}), ("v", "Joint visit with social worker.", {"child_seen": "yes"})),
    ("child_seen", ("p", "Officers at the house, children asleep upstairs.", {"child_seen": "yes"}), ("s", "Notification received. The children were not at the property.")),
    ("present", ("s", "Core group. Health did not attend."), ("e", "Core group. The school nurse attended and gave a report.")),
    ("outcome", ("p", "Referral made by police after the arrest."), ("s", "Arrest. Referral made by social care.")),
    ("outcome", ("h", "Seen with a limp. Bloods and a skeletal survey advised."), ("s", "Hospital: seen with a limp, no further tests.")),
    ("number", ("e", "Suspended for five days."), ("s", "School rang: suspended 2 days.")),
    ("number", ("h", "Took 12 tablets."), ("s", "Hospital say she took 30 tablets.")),
    ("present", ("s", "Core group. Police did not attend."), ("p", "Core group attended by PC Hale.")),
    ("present", ("v", "Core group held. Probation gave apologies."), ("n", "Core group: attended for probation.")),
    ("present", ("s", "Review conference. No representation from school."), ("e", "Head teacher at review conference.")),
    ("present", ("p", "Call to address. No children present."), ("h", "Brought in by crew; mother holding baby when assaulted.", {"child_seen": "yes"})),
    ("present", ("s", "Home visit. Mother alone with the baby."), ("v", "Home visit. Partner present throughout.")),
    ("outcome", ("p", "Review conference. Children remain subject to plans."), ("s", "Review conference. Plans discontinued.")),
    ("outcome", ("e", "Conference: registration to continue."), ("s", "Conference. Both removed from the register.")),
    ("outcome", ("p", "Released without charge."), ("s", "Notification: partner charged with assault.")),
    ("outcome", ("s", "Referral received. No further action."), ("e", "Referral made; told it was accepted for assessment.")),
    ("outcome", ("p", "Suspect remanded in custody by magistrates."), ("n", "Court result: bailed to his mother's.")),
    ("outcome", ("s", "Interim care order granted."), ("v", "Told by social care that the interim care order was refused.")),
    ("outcome", ("p", "Domestic incident graded high risk."), ("s", "Domestic incident, standard risk.")),
    ("outcome", ("h", "Mother consented to the referral."), ("s", "Referral from hospital. Consent refused by mother.")),
    ("outcome", ("s", "Section 47 outcome: concerns substantiated."), ("p", "Section 47 outcome: unsubstantiated.")),
    ("outcome", ("h", "Boy admitted to the children's ward."), ("v", "Hospital letter: seen and discharged home.")),
    ("site", ("e", "Bruise to right cheek."), ("s", "School rang: bruise to left cheek.")),
    ("site", ("h", "Scald to the left hand."), ("v", "Hospital notification: scald on the right hand.")),
    ("site", ("e", "Bite to the left forearm."), ("v", "School rang about a bite on the right arm.")),
    ("number", ("h", "Grade 3 pressure ulcer to the heel."), ("v", "Pressure sore, grade 2.")),
    ("site", ("e", "Burn mark on his hand."), ("v", "School said there was a burn on the foot.")),
    ("injury", ("p", "Attended. No injuries seen on mother."), ("h", "Attended with bruising to both arms.")),
    ("injury", ("v", "Baby undressed, no marks."), ("s", "Joint visit. Small bruise on the baby's chin seen.")),
    ("held", ("v", "Core group went ahead at the clinic."), ("s", "Core group did not proceed as the chair was ill.")),
    ("held", ("s", "Review conference adjourned, not quorate."), ("p", "Review conference attended; plans discussed.")),
    ("held", ("s", "Core group rescheduled."), ("e", "Core group took place. Plan reviewed.")),
    ("time", ("p", "Assault in the street. Officers on scene.", {"time": dt.time(14)}), ("t", "Tenant assaulted in the street, seen by caretaker.", {"time": dt.time(16)})),
    ("number", ("t", "Arrears now £1,400."), ("s", "Housing say that arrears are £600.")),
    ("number", ("h", "Two bruises to the shin."), ("s", "Hospital report five bruises to the shin.")),
    ("number", ("h", "Weight 5.4 kg."), ("v", "Hospital weight 6.2 kg.")),
    ("number", ("e", "Absent for eight days."), ("s", "School report absence of three days.")),
    ("received", ("e", "Bruise seen. Rang social care with concerns."), ("s", "Call from school. No concerns raised.")),
    ("received", ("v", "Disclosure by mother of assault; told social worker by phone."), ("s", "Health visitor rang with a routine update, assault not mentioned.")),
    ("received", ("h", "Safeguarding referral for injury sent to social care."), ("s", "No record of any referral from the hospital.")),
    ("received", ("e", "Girl disclosed being hit; DSL phoned social care."), ("s", "School phoned. All well, nothing to report.")),
    ("condition", ("h", "Discharge planning meeting. Weekly visits by midwife."), ("s", "Discharge planning meeting. Daily visits by midwife.")),
    ("condition", ("s", "Conference. Contact with father to be supervised."), ("n", "Conference. Unsupervised contact with father agreed.")),
    ("condition", ("s", "Strategy meeting. Father not to return to the home."), ("p", "Strategy meeting. Father may return home tonight.")),
    ("account", ("h", "Mother said he fell off the trampoline."), ("e", "Mother said that his brother pushed him over.")),
    ("account", ("h", "Father said that she fell down the stairs yesterday."), ("s", "Father told us it happened this morning.")),
    ("account", ("v", "Explained as rolling off the bed."), ("h", "History given: dropped by sibling.")),
    ("present", ("p", "Interviewed. Appropriate adult: his mother."), ("s", "A neighbour acted as appropriate adult.")),
    ("present", ("p", "Domestic. Male half still at the address, arrested in the kitchen."), ("s", "Domestic. He had gone before police came.")),
    ("present", ("s", "Core group. Nina Ford sent apologies."), ("t", "Nina attended core group and gave a report.")),
    ("received", ("v", "Sent the referral form with growth chart to social care."), ("s", "Referral from health visitor: only the first page came.")),
    ("child_seen", ("p", "Call to the home. Children checked."), ("s", "Police notification. Officers did not go upstairs to the children.")),
    ("outcome", ("h", "X-ray clear, no fracture."), ("s", "Hospital told us that he has a fracture to his arm.")),
    ("outcome", ("p", "Child taken into police protection."), ("s", "Mother signed a section 20 agreement that night.")),
    ("outcome", ("s", "Conference: child protection plan under neglect."), ("e", "Conference: category emotional abuse, plan.")),
    ("outcome", ("p", "She gave a statement and supported a prosecution."), ("s", "She declined to give a statement to police.")),
    ("outcome", ("s", "Referral made by school."), ("e", "Health visitor made the referral.")),
    ("number", ("h", "Took 12 x 500 mg paracetamol."), ("e", "She told us she had taken 20 paracetamol tablets.")),
    ("number", ("n", "Breathalyser reading 58 micrograms."), ("s", "Probation rang: breath test zero.")),
    ("number", ("h", "Has lost 1.2 kg since March."), ("v", "Weight loss of 2.1 kg since March.")),
    ("time", ("h", "Found cold. Last fed at 23.00."), ("p", "Mother says last fed at 03.00.")),
    ("time", ("e", "Reported missing to police.", {"time": dt.time(18)}), ("p", "First report of missing person, school.", {"time": dt.time(21)})),
    ("account", ("h", "No history of trauma or fall."), ("s", "Father said he came off the swing.")),
    ("condition", ("s", "Father must leave the family home."), ("p", "Father may stay at home.")),
    ("site", ("h", "Boy of 9 months. Scald to left hand, cooled."), ("s", "Hospital share: scalded on the right hand by a kettle.")),
    ("site", ("h", "Left tympanic perforation."), ("v", "Clinic: right tympanic perforation.")),
    ("site", ("h", "Fracture of the femur (L)."), ("v", "Clinic letter: R femur.")),
    ("account", ("h", "Burn to forearm. Mother: he pulled a hot drink over himself."), ("s", "Ward rang about the burn. She says he touched the oven door.")),
    ("account", ("e", "Says his black eye is from walking into something."), ("s", "Seen at school with a black eye: he was punched by an uncle.")),
    ("present", ("s", "Visit. Father sat in the doorway the whole time."), ("v", "Visit. Father was not there.")),
    ("present", ("h", "Grandmother was present with mother on arrival."), ("p", "Mother on her own when crew came, no other adults there.")),
    ("present", ("n", "Core group: no capacity to attend, report sent instead."), ("s", "Core group. Probation officer gave an update.")),
    ("present", ("h", "Crew: mother with chest pain. No sign of any child."), ("p", "Welfare call. Boy in cot, well.", {"child_seen": "yes"})),
    ("number", ("h", "Olanzapine 5 mg started."), ("v", "Hospital letter: olanzapine 15 mg.")),
    ("number", ("h", "Third missed appointment."), ("v", "Hospital letter: one appointment missed.")),
    ("number", ("p", "Three adults at the scene."), ("h", "Two adults present.")),
    ("outcome", ("h", "Sertraline started today."), ("v", "Clinic letter: declined sertraline.")),
    ("outcome", ("t", "Transfer application approved."), ("s", "Housing have turned down the transfer request.")),
    ("outcome", ("h", "Skeletal survey normal."), ("s", "Hospital told us that the survey found two rib fractures.")),
    ("outcome", ("v", "Two year review: all areas of development met."), ("e", "Two year review by health visitor: delayed speech.")),
    ("outcome", ("s", "Case allocated to a worker for assessment."), ("e", "Duty say the case is not allocated.")),
    ("outcome", ("e", "Mother gave permission to share."), ("s", "School say mother has not given permission.")),
    ("condition", ("h", "Baby may go home only if grandmother lives in."), ("s", "Baby to go home, no conditions necessary.")),
    ("outcome", ("h", "Right as rain all evening, then choking."), ("p", "Mother says he had been struggling since six.")),
    ("outcome", ("p", "Reported missing by staff."), ("s", "Not treated as missing as whereabouts known.")),
    ("outcome", ("p", "He was restrained by staff."), ("e", "He was not restrained at any time.")),
    ("outcome", ("h", "Told that he was fully clothed in his own cot."), ("p", "He was in the parents' bed.")),
    ("received", ("e", "He said his father hits him. Rang social care with full details."), ("s", "No referral from school on record.")),
    ("received", ("v", "Mother disclosed strangling; social worker told by phone."), ("s", "Health visitor rang to rearrange. Nothing else raised.")),
    ("account", ("e", "His sister told the teacher about the lock. Rang social care."), ("s", "Call from school: his mother has disclosed a lock on the door.")),
    ("date", ("p", "Missing, last seen Saturday."), ("e", "She had been away since Thursday and missing.")),
    ("time", ("p", "999 call, woman screaming.", {"time": dt.time(22, 41)}), ("t", "Neighbour called to say that it was about five in the afternoon.")),
    ("time", ("e", "He left at 6pm and was reported missing."), ("p", "Staff say he left at 10.15pm.")),
    ("outcome", ("h", "Ten puffs through a spacer."), ("p", "There was no spacer in the house.")),
    ("outcome", ("n", "Recalled to prison on Tuesday."), ("s", "Probation confirmed that there will be no recall.")),
    ("outcome", ("s", "Decision to step up to conference."), ("e", "Told by the social worker that it is stepped down to early help.")),
    ("outcome", ("p", "Post mortem: head injury."), ("h", "PM result: sepsis.")),
    ("account", ("p", "Attacked with a machete, which was recovered."), ("h", "Assaulted with a baseball bat.")),
    ("present", ("s", "Review conference. Present: chair, school. Housing invited, not present."), ("t", "Attended review conference, arrears reported.")),
    ("number", ("p", "Cannabis plants x 14 in the bedroom."), ("t", "Police found four cannabis plants.")),
    ("held", ("s", "Core group did not take place."), ("e", "Core group in the library. Mother came.")),
    ("outcome", ("s", "Panel agreed a residential placement."), ("e", "Social worker says that panel turned down residential.")),
    ("outcome", ("t", "Injunction granted against the tenant."), ("p", "The application for an injunction was adjourned.")),
    ("number", ("h", "Attended 12 of 40 sessions."), ("s", "Attended 32 of 40 sessions.")),
    ("number", ("h", "Smokes 20 a day."), ("v", "Smokes five a day.")),
    ("number", ("h", "Birth weight 2.95 kg."), ("v", "Birth weight 3950 g.")),
    ("outcome", ("p", "He had a kitchen knife in his hand, dropped when told."), ("h", "Police on scene. No weapon involved.")),
    ("outcome", ("s", "Visit. Spoken to alone in his room."), ("v", "Visit with social worker. Mother would not leave the room.")),
    ("outcome", ("p", "He denied hitting the boy."), ("e", "He told us that he had smacked him.")),
    ("date", ("h", "Reports an overdose last night."), ("v", "She says that she took the overdose three days ago.")),
    ("condition", ("s", "Father has contact at the contact centre, supervised."), ("e", "Father is allowed to collect him from school.")),
    ("outcome", ("h", "Lacked capacity and was kept in."), ("p", "She has capacity and was free to leave.")),
    ("number", ("h", "Scored 24 on the SDQ."), ("e", "Clinic report SDQ score of 14.")),
    ("number", ("h", "Born at 31 weeks."), ("v", "Birth notification: 36/40.")),
    ("number", ("t", "One man had come to the door."), ("p", "Three men came to the door.")),
    ("child_seen", ("s", "There together with the health visitor. She would not have him woken.", {"child_seen": "no", "time": dt.time(11)}), ("v", "There together with social worker. Boy weighed.", {"child_seen": "yes", "time": dt.time(11)})),
    ("child_seen", ("s", "Called with the health visitor. Neither of us saw the boy."), ("v", "Called with social worker. Boy playing.", {"child_seen": "yes"})),
    ("present", ("e", "Core group here. No health visitor."), ("v", "Core group, I gave the growth chart.")),
    ("present", ("s", "Core group. Housing sent neither a worker nor a report."), ("t", "Core group. I explained the rent account.")),
    ("present", ("t", "Warrant for the gas meter, with police. House empty.", {"time": dt.time(10)}), ("p", "Gas warrant. Boy in the kitchen.", {"child_seen": "yes", "time": dt.time(10)})),
    ("outcome", ("s", "Strategy discussion. It was decided not to ask for a brain scan."), ("h", "Strategy discussion. Brain scan tomorrow.")),
    ("outcome", ("s", "Strategy discussion. Threshold for a section 47 enquiry held not to be met."), ("p", "Strategy discussion. Joint section 47 agreed.")),
    ("site", ("v", "Nursery rang: bruise on his shin, nothing on the arms."), ("e", "Bruise on his upper arm.")),
    ("condition", ("s", "Discharge meeting. No limit on father looking after them."), ("h", "Discharge meeting. Father must never be on his own with them.")),
    ("received", ("e", "She said that he hits her. Rang social care and read out her words."), ("s", "School on the phone about the hall. Nothing new to report.")),
    ("time", ("p", "Assault, PC 2208 Moss at the scene with the ambulance.", {"time": dt.time(20, 5)}), ("a", "Assault, there as police came.", {"time": dt.time(21, 50)})),
    ("child_seen", ("e", "In the library for the two year check. She did every picture.", {"child_seen": "yes", "time": dt.time(9, 30)}), ("v", "Two year check: off ill, so the form was filled in with the teacher.", {"child_seen": "no", "time": dt.time(9, 30)})),
    ("child_seen", ("s", "EDT asked for a check. Officer got no further than the porch, the girl said to be in bed.", {"child_seen": "no"}), ("p", "Welfare check. Girl asleep in the top bunk.", {"child_seen": "yes"})),
    ("held", ("s", "Professionals’ meeting. Forty minutes on Teams, came away with two actions.", {"time": dt.time(13)}), ("t", "Professionals’ meeting: link would not open, given up after ten minutes.", {"time": dt.time(13)})),
    ("held", ("n", "Three-way appointment at the office, requirement explained and signed.", {"time": dt.time(10)}), ("h", "Three-way at probation fell through.", {"time": dt.time(10)})),
    ("present", ("s", "Joint visit. Grandmother on her own with the boy."), ("v", "Joint visit. His uncle, lately out of prison, sat at the table throughout.", {"child_seen": "yes"})),
    ("present", ("t", "Core group. Nobody from Housing was in the room."), ("s", "Core group. Present: school, housing, health visitor.")),
    ("time", ("a", "Labour, on scene and away.", {"time": dt.time(3, 5)}), ("h", "Wheeled in by the crew, baby delivered.", {"time": dt.time(2, 40)})),
    ("condition", ("p", "Order served. It bars all communication with mother."), ("e", "Mum brought the order. He is free to text her about the girls.")),
    ("site", ("h", "Scald to the left foot from noodles."), ("v", "Emergency department slip: noodles over his stomach, dressed.", {"start": dt.date(2018, 5, 6)})),
    ("number", ("e", "Seventeen £20 notes counted and handed to police."), ("p", "Took the envelope, four £20 notes.")),
    ("outcome", ("s", "Conference: both children made subject of a plan."), ("h", "Conference: plan made for Tia Reed alone.")),
    ("present", ("s", "Core group. Both parents, Mr Dunn in the room."), ("e", "Core group. Mr Dunn had been asked to put his views in a letter and kept away.")),
    ("present", ("s", "Core group. Nan was unable to be there."), ("e", "Core group. Jamie's nan Mrs Haigh sat beside her all through.")),
    ("condition", ("s", "Order: he is to be supervised, worker in the room throughout."), ("v", "Copy of the order: father has him on his own until four.")),
]  # fmt: skip

AGREE: list[tuple[Told, Told]] = [
    (("h", "Attended with a cut hand.", {"child_seen": "yes"}), ("s", "Hospital rang: cut hand.", {"child_seen": "no"})),
    (("p", "Found at the station, brought home.", {"child_seen": "yes"}), ("s", "Told by police that he was found last night.", {"child_seen": "no"})),
    (("p", "Arrested for shoplifting.", {"child_seen": "yes"}), ("e", "Social worker confirms that he was arrested.", {"child_seen": "no"})),
    (("h", "Stabbed in the arm. Police informed by the ward."), ("e", "He was stabbed on Wednesday.", {"start": dt.date(2018, 5, 4)})),
    (("h", "Child protection medical: bruise to the shin.", {"time": dt.time(16)}), ("v", "Bruise to the shin seen at the visit.", {"time": dt.time(10)})),
    (("h", "Brought in after an overdose.", {"time": dt.time(2)}), ("v", "Overdose, assessed on the ward.", {"time": dt.time(11)})),
    (("s", "Strategy meeting. Referral to be made by social care."), ("p", "Strategy meeting. Referral to be done by CSC.")),
    (("p", "Domestic incident, children in bed.", {"child_seen": "no"}), ("s", "Police notification, children in bed.", {"child_seen": "not_applicable"})),
    (("s", "Core group. Present: Ann Bell, Jo Carr, Di Dunn."), ("e", "Core group attended by Di Dunn.")),
    (("s", "Conference. Plans to continue, weekly visits."), ("v", "Conference. Plans continue.")),
    (("h", "Bruise to the forehead, 2 cm."), ("v", "Bruise on the head seen in the emergency department.")),
    (("h", "Bruise to left ear."), ("s", "Hospital rang: bruising to the ear.")),
    (("t", "Arrears of £1,140."), ("s", "Housing inform us that arrears are £1140.")),
    (("p", "Assault at 22:40.", {"time": dt.time(22, 40)}), ("s", "Police notification of assault.", {"start": dt.date(2018, 5, 4), "time": dt.time(9)})),
    (("p", "Call at night.", {"time": dt.time(1, 50)}), ("h", "Arrived in the emergency department by ambulance.", {"time": dt.time(3, 20)})),
    (("h", "Mother said he fell from the sofa."), ("v", "Hospital letter: said to have fallen off a settee.")),
    (("h", "Three month old. Review in six weeks."), ("v", "Hospital letter. Review in two weeks by health visitor.")),
    (("s", "Initial visit. Child seen alone.", {"child_seen": "yes"}), ("e", "Social worker rang after visit.", {"child_seen": "not_applicable"})),
    (("p", "He was arrested and charged."), ("n", "Police: charged with assault, bailed.")),
    (("s", "Strategy meeting. Agreed: joint section 47."), ("p", "Strategy meeting. Joint investigation.")),
    (("s", "Conference booked for June."), ("e", "Asked about the conference date.")),
    (("v", "Baby weighed 3.02 kg."), ("h", "Weight 3.02 kg at birth, 36 weeks.")),
    (("e", "Bruise seen. Rang social care."), ("s", "Call from school about a bruise.")),
    (("h", "Brought by mother. Discharged."), ("v", "Emergency department letter, came with mum.")),
    (("h", "Brought to casualty by mother with a burn."), ("s", "Mum took him to hospital. Dad collected them later.")),
    (("t", "House tidy but no heating."), ("s", "Home tidy, heating broken.")),
    (("p", "No injuries to mother. Child has a bruise on arm."), ("s", "Bruise on the child's arm.")),
    (("h", "No loss of consciousness. Home with advice."), ("e", "He banged his head. Mum says hospital sent him home.")),
    (("h", "Weight 6.4 kg, gain of 0.3 kg."), ("v", "Letter: weight 6.4 kg.")),
    (("s", "Legal planning: section 20 considered."), ("p", "Police protection taken at 22:00.")),
    (("s", "Conference: child protection plan, neglect and emotional."), ("v", "Conference, plan, neglect.")),
    (("e", "Graze on right elbow.", {"start": dt.date(2018, 5, 2)}), ("t", "Graze on left knee.")),
    (("e", "Attendance 71%."), ("s", "School: absence at 29 per cent.")),
    (("p", "Slapped. Red mark to cheek."), ("e", "Mark still showing by her eye.")),
    (("h", "Neck bruising, strangled."), ("p", "Bruising from hands round her throat.")),
    (("e", "Came in with burns, police rung.", {"time": dt.time(10)}), ("p", "Seen at school with burns.", {"time": dt.time(12)})),
    (("e", "Told at eight that he has died.", {"time": dt.time(8)}), ("v", "His aunt phoned me: he has died.", {"time": dt.time(10)})),
    (("h", "Brought by mother's partner."), ("v", "Hospital letter: came with father.")),
    (("s", "Visit. Both parents seen."), ("v", "Visit with social worker. Mother seen alone to ask about violence.")),
    (("h", "Sertraline increased from 50 mg to 100 mg."), ("v", "Clinic letter: sertraline 100 mg.")),
    (("e", "Ate two bowls of toast."), ("s", "School: came in very hungry.")),
    (("p", "Nothing further disclosed to the officer, burns photographed."), ("e", "Burns seen. Told police and social care.")),
    (("p", "Two officers attended and saw both children."), ("s", "Police notification: one child with a cut.")),
    (("h", "X-ray normal. Bruise to the arm from a fall."), ("v", "Hospital letter: fell, no fracture on X-ray.")),
    (("s", "Core group. Neither parent came."), ("t", "Core group attended.")),
    (("h", "Discharged at 15.30.", {"time": dt.time(15, 30)}), ("t", "He is home from hospital.", {"time": dt.time(18)})),
    (("p", "Bruises to arm, leg and face photographed."), ("h", "Bruise to the back.")),
    (("t", "Arrears of £1,240, offered £10 a week."), ("s", "Over £1,200 in arrears.")),
    (("h", "Three bruises to lower back; graze to elbow."), ("s", "Hospital rang: bruises on back.")),
    (("v", "Emergency department liaison: wrist fracture. No concerns."), ("h", "Wrist fracture, health visitor told.")),
    (("p", "She declined to make a statement."), ("s", "She agreed to a safety plan.")),
    (("h", "Febrile seizure, now alert."), ("e", "He had a fit, floppy for a minute.")),
    (("e", "Refused lunch. Said nothing is wrong."), ("s", "School: quiet. No disclosure.")),
    (("s", "Mother agreed to a referral."), ("v", "Referral made with consent.")),
    (("p", "Arrested for pushing her. Probation informed."), ("n", "Police e-mail about the arrest. He had not told me.")),
    (("v", "Discharge planning. Father must not be left alone with the babies."), ("h", "Discharge planning. Mother and partner present.")),
    (("h", "Not using his arm after a knock."), ("s", "In hospital with his arm.")),
    (("s", "Foil on the windows and no gas."), ("t", "Foil on every window, gas capped since June.")),
    (("e", "She pushed the parcel back through the door."), ("s", "Told that she refused a parcel.")),
    (("p", "Security report a boy alone."), ("s", "Found at the bus station, his absence unreported.")),
    (("s", "Somebody of us to visit the flat."), ("t", "He must leave the flat.")),
    (("s", "Notification of an arrest. Social worker to visit."), ("t", "On bail, not to return.")),
    (("h", "Drinks 40 units a week, his mother thinks 70."), ("v", "Clinic letter: intake put at 40 to 70 units.")),
    (("s", "Medical: an infected spot and not a burn."), ("h", "Seen: impetigo likelier than a burn.")),
    (("h", "Weight gain of 310 g."), ("v", "Ward: put on some 300 g when fed by staff.")),
    (("a", "Methadone taken. GCS 6.", {"time": dt.time(7, 48)}), ("h", "Methadone taken, GCS 11.", {"time": dt.time(8, 25)})),
    (("p", "Chip pan fire. No injuries."), ("t", "Chip pan fire. Hob cut-off to be fitted.")),
    (("e", "No spare buccal rescue syrup supplied since Easter."), ("v", "Letter: syrup not supplied.")),
    (("h", "No diaries for a fortnight."), ("s", "Clinic e-mailed: diaries of meals have lapsed.")),
    (("e", "No heating in the annexe."), ("t", "Call from school: boiler went overnight.")),
    (("v", "No access 12 Orchard Row."), ("s", "Health visitor rang from 12 Orchard Row, curtains drawn.")),
    (("s", "Clinic writes that nobody took the twins."), ("v", "Copy letter: twins missed clinic.")),
    (("s", "Interview read: unnamed men, a cousin Kirsty."), ("p", "Interview sheet in, cousin Kirsty named.")),
    (("s", "Home: failed to return on Friday, traced to a caravan."), ("p", "Traced on Friday in a caravan. Returned Sea View.")),
]  # fmt: skip


DISAGREE += [
    ("outcome", ("s", "Strategy meeting. Decided she need not be examined."), ("p", "Strategy meeting: examination by the registrar.")),
    ("outcome", ("s", "Strategy meeting. No polygraph to be sought."), ("p", "Strategy meeting. We are to request a polygraph.")),
    ("outcome", ("s", "Strategy meeting. No need for a hair strand screen."), ("p", "Strategy meeting. Police to pay for the screen.")),
    ("present", ("s", "Core group. Those attending were Ann Marsh, Joan Pike and Rita Dale only."), ("n", "Core group attended, read out the tests.")),
    ("present", ("e", "Core group in the hall. Nobody came from probation."), ("n", "Core group attended, read out the tests.")),
    ("present", ("a", "Patient was alone, not one other person in the flat."), ("p", "Amy Reed and Kev Dunn were both in the room. Took Kev Dunn, then Amy Reed.")),
    ("child_seen", ("h", "In late with Poppy Reed, aged 2, in the pram.", {"child_seen": "yes"}), ("s", "EDT: in late. Poppy was not with her.", {"child_seen": "no"})),
    ("present", ("e", "Core group. The hospital did not join, in person or online."), ("h", "On Teams for core group, explained the doses.")),
    ("child_seen", ("t", "In after curfew. The baby was with her in the pram.", {"child_seen": "yes"}), ("s", "EDT: reported missing, came back late. The baby was not with her.", {"child_seen": "no"})),
    ("outcome", ("s", "Review conference. Plan drawn to a close."), ("e", "Review conf. Plan to remain in place.")),
    ("account", ("a", "Girl in arrest. He told us she drank from a cup of linctus and ate tablets."), ("h", "In arrest. He says she fell from a bunk.")),
    ("account", ("a", "72F, scalp lac. Caught her foot in the mat and went down."), ("s", "Rang: nephew shoved her on the landing, so the head was cut.")),
    ("account", ("h", "Fracture 5th metacarpal. Told triage she thumped her wardrobe door."), ("e", "Splint. Says the boyfriend bent her fingers back.")),
    ("account", ("h", "Burn to palm. Nan: she trotted over and reached up for it unaided."), ("s", "Nan rang: dad picked her up and lurched, burn to palm.")),
    ("outcome", ("h", "Call with the surgery. They will start acamprosate."), ("v", "Call. We shall not give acamprosate.")),
    ("outcome", ("s", "Strategy meeting. Decided not to ask for hair strand tests."), ("h", "Strategy meeting. Hair strand tests to go ahead.")),
    ("outcome", ("s", "Enquiry concluded. Concerns not borne out."), ("p", "Enquiry concluded, concerns upheld.")),
    ("outcome", ("n", "Review. Daily methadone supervision comes to an end."), ("s", "Review. Daily methadone supervision carries on.")),
]  # fmt: skip
AGREE += [
    (("s", "Core group, hall. Agreed visits."), ("t", "Core group attended. Jay cancelled on me this week.")),
    (("e", "Chess club off. Jay went home at four.", {"time": dt.time(16), "child_seen": "yes"}), ("t", "Session off, texted Jay.", {"time": dt.time(16), "child_seen": "no"})),
    (("s", "Core group did not go ahead, chair kept at tribunal."), ("e", "Core group was called off, chair stuck in tribunal.")),
    (("n", "Shoved her off the porch and has her phone."), ("s", "Rang: shoved by him, no phone or cash.")),
    (("t", "Tenant says partner's brother did it."), ("p", "Window put through. Man shouting, tenant shaken and bruised.")),
    (("h", "Check: twins reviewed, girl age appropriate motor."), ("v", "Letter: girl has speech delay.")),
    (("p", "Custody, no comment. Bail.\nRUI, consider NRM."), ("s", "EDT: arrested with a knife, bailed to the home.")),
    (("p", "Located by British Transport Police. Returned to grandmother."), ("t", "Picked up by transport police at the station.")),
    (("p", "Girl on back seat with Paige Reed. Taken home."), ("e", "Police brought the girl home at four.")),
    (("p", "Court will not go to pre-mediation before May."), ("s", "Pre-mediation deferred till May.")),
    (("s", "Case conference. Landlord will apply to court."), ("p", "Case conference. DC Pike supports it. Statement to landlord.")),
    (("s", "Told: girl swallowed tablets."), ("h", "Swallowed something. Mum thinks bag left on sofa.")),
    (("p", "Shoved her into the door frame, lump over eye."), ("a", "Haematoma to brow after being pushed against door.")),
    (("h", "Blood test found none of the epilepsy syrup."), ("v", "Letter: no syrup in blood.")),
]  # fmt: skip


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=lambda each: each if isinstance(each, str) else each[1][:30])
def test_records_that_disagree(aspect: str, one: Told, other: Told) -> None:
    assert aspect in aspects(one, other)
    assert aspect in aspects(other, one)


@pytest.mark.parametrize(("one", "other"), AGREE, ids=lambda each: each[1][:30])
def test_records_that_agree(one: Told, other: Told) -> None:
    assert aspects(one, other) == set()


def between(one: Told, other: Told) -> Between:
    """Two records of one event, ready to be asked one question."""
    records = [Record(str(n), told[0], event=told[1], start=ON, end=ON) for n, told in enumerate((one, other))]
    case = read_case(records, AGENCIES, quietly)
    return Between(case, Thresholds(), *case.facts)


def test_somebody_on_the_list_is_of_an_agency_that_is_said_to_be_absent() -> None:
    own = [Record(f"o{n}", "h", event=f"Dr Ruth Vane visited the ward. Meal {n}.", start=ON, end=ON) for n in range(3)]
    told = (("s", "Core group. Present: Dr Ruth Vane, Dr Ann Marsh."), ("e", "Core group. The hospital did not join."))
    met = [Record(agency, agency, event=words, start=ON, end=ON) for agency, words in told]
    case = read_case([*own, *met], AGENCIES, quietly)
    assert by_roll(Between(case, Thresholds(), *case.facts[-2:])) is not None


def test_a_man_by_his_form_of_address_is_not_the_mother() -> None:
    case = between(("p", "Rang Mr Warren Dunn. Told Mr Dunn to wait."), ("s", "Saw Mr Warren Dunn again.")).case
    assert not may_be_one(case, "=warren dunn", "mother")
    assert may_be_one(case, "=warren dunn", "father")


def test_somebody_on_leave_who_speaks_at_the_meeting_was_there() -> None:
    came = ("e", "Core group here, then Joan Pike came through on the speakerphone. Thanked Joan Pike.")
    away = ("h", "Core group went ahead without us. With Joan Pike on leave, nobody from here dialled in.")
    assert by_roll(between(came, away)) is not None


def test_a_child_who_climbs_on_a_knee_was_seen_without_a_mark() -> None:
    seen = ("n", "Joint visit. There was Macey Hepp, and Macey climbed on his knee.")
    missed = ("s", "Joint visit. The girls not seen.")
    assert by_child_seen(between(seen, missed)) is not None
