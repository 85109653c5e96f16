"""Who was there, who was seen, who stayed away and what was decided, in two records of one event."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from .test_differing import Told, aspects

AT_TEN: dict[str, Any] = {"time": dt.time(10)}
SEEN: dict[str, Any] = {"child_seen": "yes"}
UNSEEN: dict[str, Any] = {"child_seen": "no"}

DISAGREE: list[tuple[str, Told, Told]] = [
    ("present", ("s", "Second core group at the school. Anna Reed, Mark Hill, Jo Platt, Tom and Carla Wren all in the room.", AT_TEN), ("e", "Second core group. Anna Reed, Mark Hill and I only. Jo Platt did not come, apology read out.", AT_TEN)),
    ("present", ("s", "Core group. Present: Anna Reed, Mark Hill, Jo Platt and mother.", AT_TEN), ("v", "Core group with Anna Reed and Mark Hill. Jo Platt could not make it.", AT_TEN)),
    ("present", ("s", "Core group. Jo Platt was missing.", AT_TEN), ("e", "Core group in the library. Anna Reed, Mark Hill, Jo Platt and both parents round the table.", AT_TEN)),
    ("present", ("s", "Core group. No sign of Jo Platt, who had sent no word.", AT_TEN), ("e", "Core group. Jo Platt gave an update on the housing, Mark Hill chaired.", AT_TEN)),
    ("present", ("s", "Strategy meeting: Anna Reed, DS Mark Hill. No doctor took part, none being free.", AT_TEN), ("h", "Dr Moro on the video link for the whole of the strategy meeting, gave the findings.", AT_TEN)),
    ("present", ("s", "Strategy meeting: Anna Reed, DS Mark Hill. There was no paediatrician on the call.", AT_TEN), ("h", "Strategy meeting. Dr Moro dialled in and gave the findings.", AT_TEN)),
    ("present", ("s", "Strategy meeting: Anna Reed and school. No police officer could be spared.", AT_TEN), ("p", "Strategy meeting. DS Hill took part by telephone.", AT_TEN)),
    ("present", ("s", "Conference. No midwife attended.", AT_TEN), ("h", "Conference. Midwife Jo Platt read out her report.", AT_TEN)),
    ("present", ("s", "Conference. Not one doctor joined us.", AT_TEN), ("h", "Conference attended by Dr Moro.", AT_TEN)),
    ("present", ("s", "Core group at the school. Mark Hill, Anna Reed. Housing had been invited, nobody from there came.", AT_TEN), ("t", "Jo was at the core group this morning and spoke up about the damp.", AT_TEN)),
    ("present", ("s", "Core group. The school was asked along but nobody came from there.", AT_TEN), ("e", "Core group, I went with Mrs Ellis.", AT_TEN)),
    ("child_seen", ("s", "Joint visit with DC Hill. Girl on the mat, seen and spoken to.", SEEN | {"time": dt.time(11, 20)}), ("p", "Police informed of a joint visit. Girl said to be staying with an aunt.", UNSEEN | {"time": dt.time(11, 20)})),
    ("child_seen", ("p", "Domestic call. PC Hill sat all three children down in the lounge and spoke with each.", SEEN), ("s", "PPN: domestic on Sunday evening. It says that officers saw none of the children, who were upstairs.", UNSEEN)),
    ("child_seen", ("p", "Domestic call. Both boys checked in their beds.", SEEN), ("s", "Police form: domestic call. The officers did not look in on the boys.", UNSEEN)),
    ("child_seen", ("p", "Domestic call. Children spoken to.", SEEN), ("s", "Police form: domestic call. Nobody set eyes on the children.", UNSEEN)),
    ("child_seen", ("p", "Domestic call. Children spoken to.", SEEN), ("s", "Police form: domestic call. Children were left asleep.", UNSEEN)),
    ("child_seen", ("p", "Domestic call. Children spoken to.", SEEN), ("s", "Police form: domestic call. Children were not looked at.", UNSEEN)),
    ("child_seen", ("p", "Domestic call. Children spoken to.", SEEN), ("s", "Police form: domestic call. Patrol left without checking on the children.", UNSEEN)),
    ("child_seen", ("p", "Domestic call. Children spoken to.", SEEN), ("s", "Police form: domestic call. Neither child was seen.", UNSEEN)),
    ("child_seen", ("p", "Domestic call. Children spoken to.", SEEN), ("s", "Police form: domestic call. Officers had no contact with the children.", UNSEEN)),
    ("child_seen", ("p", "Domestic call. Children spoken to.", SEEN), ("s", "Police form: domestic call. None of the children was spoken to.", UNSEEN)),
    ("present", ("s", "First visit to the farm, health visitor with me. Dad was at the market all day and Carla Wren was the only adult at home."), ("v", "Visit with social worker. Dad at the table, slurring, told us to mind our own. Mum flat.")),
    ("present", ("s", "Joint visit. Stepfather was working away."), ("v", "Joint visit. Stepfather by the stove, said little.")),
    ("present", ("s", "Joint visit. Mother on her own with the baby."), ("v", "Joint visit. Dad in his chair, would not turn the television off.")),
    ("present", ("p", "Ambulance asked for help with a collapse, infant in the house. Nobody there but mother and the boys. Officers waited for the uncle.", AT_TEN), ("a", "Mother semi-conscious on the floor. Grandmother in the kitchen, minding the baby.", AT_TEN)),
    ("present", ("s", "Joint visit. Mother the sole adult."), ("v", "Joint visit. Mum in bed. Uncle minding the children.")),
    ("present", ("s", "Joint visit. Only mum and the children in."), ("v", "Joint visit. Father came to the door and told us to leave.")),
    ("outcome", ("s", "Looked after review. The baby is to stay where she is with her carers until the final hearing."), ("v", "Looked after review. Decision is for the baby to leave the foster home next month and join her mother in a unit.")),
    ("outcome", ("s", "Looked after review. No change of placement."), ("v", "Looked after review. Agreed that she moves to her aunt in May.")),
    ("outcome", ("s", "Looked after review. Recommended that she remains with Mrs Ford."), ("v", "Looked after review. Plan is rehabilitation to mother.")),
    ("outcome", ("s", "Looked after review. Agreed he stays put for now."), ("v", "Looked after review. He is to go back to his father at half term.")),
    ("condition", ("s", "Strategy meeting. Agreed Gary may stay on at the flat till another room is found.", AT_TEN), ("p", "Strategy meeting. Agreed Gary must be out of the flat today.", AT_TEN)),
    ("condition", ("s", "Strategy meeting. Agreed Gary can carry on living there.", AT_TEN), ("p", "Strategy meeting. Agreed Gary is to leave tonight.", AT_TEN)),
    ("condition", ("s", "Strategy meeting. He can remain in the home.", AT_TEN), ("p", "Strategy meeting. He has to go by Friday.", AT_TEN)),
    ("present", ("s", "Core group. Probation were asked and nobody came for them.", AT_TEN), ("n", "Attended core group at the school and gave the update in person.", AT_TEN)),
    ("condition", ("s", "Discharge planning. He can go home; the ward asked for nothing first.", AT_TEN), ("h", "Discharge planning. Fit to go provided the carer first stays a night.", AT_TEN)),
    ("present", ("s", "Conference. An empty chair where the police should have been.", AT_TEN), ("p", "DC Hale presented the police report at conference.", AT_TEN)),
    ("present", ("s", "Strategy discussion with DS Hale only. The hospital was not on the call.", AT_TEN), ("h", "Strategy discussion by telephone, Dr Moro and named nurse joined from the ward.", AT_TEN)),
    ("present", ("s", "Strategy discussion. No police input, nobody available.", AT_TEN), ("p", "Strategy discussion held, DS Hale took part.", AT_TEN)),
    ("present", ("s", "Child in need meeting. Grandmother kept away.", AT_TEN), ("e", "CIN meeting at school. Grandmother came and cried.", AT_TEN)),
    ("present", ("s", "Core group. Father joined by phone.", AT_TEN), ("v", "Core group. Father not present.", AT_TEN)),
    ("held", ("s", "Core group took place, plan agreed.", AT_TEN), ("e", "Sat waiting for the core group, room stayed empty.", AT_TEN)),
    ("held", ("s", "Child in need meeting. Tasks shared out.", AT_TEN), ("v", "Went to the school for the CIN meeting; nobody else came so I left.", AT_TEN)),
    ("child_seen", ("p", "Welfare check. All four children seen safe and well.", SEEN), ("s", "Police rang after the welfare check, only the two eldest were seen.", UNSEEN)),
    ("child_seen", ("p", "Welfare check. Baby seen in cot.", SEEN), ("s", "Police: welfare check done, spoke to mother at the door and did not go in.", UNSEEN)),
    ("received", ("h", "Discharge letter faxed to health visiting.", AT_TEN), ("v", "No discharge letter had from the ward.", {"time": dt.time(16, 0)})),
    ("received", ("e", "Sent the form to the social care inbox.", AT_TEN), ("s", "School rang. No form has come into the inbox.", {"time": dt.time(16, 0)})),
    ("received", ("p", "Referral sent to children's social care.", AT_TEN), ("s", "Police say a referral was made; nothing has reached us.", {"time": dt.time(16, 0)})),
    ("received", ("v", "Rang Anna Reed, social worker, with my worries over the weight loss.", AT_TEN), ("s", "Health visitor rang: all well, gaining nicely.", {"time": dt.time(10, 5)})),
    ("outcome", ("s", "Strategy meeting. Mother to be told today by the social worker.", AT_TEN), ("p", "Strategy meeting. Mother is not to be told before the arrest.", AT_TEN)),
    ("outcome", ("s", "Meeting. Agreed to refer to CAMHS.", AT_TEN), ("e", "Meeting. CAMHS referral not supported.", AT_TEN)),
    ("outcome", ("s", "Core group. Case to close at the end of the month.", AT_TEN), ("v", "Core group. Plan to run for another six months.", AT_TEN)),
    ("held", ("s", "Core group held. Plan reviewed.", AT_TEN), ("h", "Went to the school for the core group to be told that it was called off, nothing discussed.", AT_TEN)),
    ("present", ("n", "Conference today. Unable to go, court duty, nobody from probation there.", AT_TEN), ("v", "Initial conference. Police, school, Mark Hill of probation, social worker round the table.", AT_TEN)),
    ("present", ("p", "Review conference. Police unable to send an officer, report by email.", AT_TEN), ("e", "Review conference. There: mother, Anna Reed, DC Hale, Jo Platt and me.", AT_TEN)),
    ("present", ("s", "Core group. Present: mother, Anna Reed, Mark Hill. Apologies from Jo Platt, midwife, who sent no report.", AT_TEN), ("n", "Core group. Midwife reported on the growth.", AT_TEN)),
    ("present", ("v", "Core group. Mother attended. Father did not come.", AT_TEN), ("n", "Core group with both parents.", AT_TEN)),
    ("present", ("e", "Core group. Mother, Anna Reed and me. Mr Pell could not get off work.", AT_TEN), ("s", "Core group. Present: Tina Pell, Gary Pell, Anna Reed, Mark Hill.", AT_TEN)),
    ("present", ("p", "Arrested with wraps. Mother attended and sat as appropriate adult.", {"time": dt.time(19)}), ("n", "Arrested with wraps. Appropriate adult was the social worker.")),
    ("child_seen", ("s", "Went to the school and spoke with the girl alone for ten minutes.", SEEN), ("e", "Girl told her teacher. Social worker got here at three, but she had gone home so he did not see her.", SEEN)),
    ("child_seen", ("p", "Assault. Child awake on the stairs, spoken to.", SEEN), ("t", "Police email received: assault. Child was stopping at her nan's that night.")),
    ("present", ("s", "Review conference. School attended. Westshire was not represented and no report had come from it.", AT_TEN), ("p", "Review conference. I went for the force and read my report. Report filed.", AT_TEN)),
    ("present", ("s", "Police notification: she was pushed on the landing. The boys were at Karen's for the weekend."), ("a", "Pushed on the landing. Two boys about six and nine in the front room with a film.")),
    ("outcome", ("s", "Child in need meeting. Agreed that the plan would end this week.", AT_TEN), ("e", "Child in need meeting. Decided to keep the CIN plan running for another three months.", AT_TEN)),
    ("account", ("e", "Bruise to the arm. Rang mother: says her splint strap was done up too tight."), ("v", "Bruise to the arm. Mother said that it got caught in the seat buckle of the car.")),
]  # fmt: skip

NO_DIFFERENCE: list[tuple[str, Told, Told]] = [
    ("received", ("e", "Child in need meeting. Mother asked who would tell her."), ("s", "Child in need meeting at the school. Nobody came from the mental health trust and no report was sent.")),
    ("condition", ("s", "Copy of the licence. He is not to be with children unsupervised."), ("p", "Licence received, no unsupervised contact with under 16s.")),
    ("outcome", ("p", "Probation say Mr Pell failed his test."), ("n", "Mr Pell tested positive for heroin.")),
    ("present", ("s", "Police form: Scott and Gary Pell came to blows on the stairs."), ("p", "Two men fought on the stairs. Gary Pell made off.")),
    ("outcome", ("p", "MARAC. Door alarm, midwife to see her alone, licence to be shared.", AT_TEN), ("n", "MARAC attended. Probation will share the licence with partners.", AT_TEN)),
    ("outcome", ("v", "No one in: card through door."), ("t", "She broke down. Gary has her card.")),
    ("outcome", ("p", "Stop on the moor road. Child on the front seat, no belt."), ("s", "Police notification: over the limit with his youngest in the front of a van.")),
    ("outcome", ("p", "Held under section 136 after she was found on the bridge.", {"time": dt.time(8, 40)}), ("h", "Section 2 completed.", {"time": dt.time(17, 20)})),
    ("outcome", ("s", "Housing tell us that she has refused the Brackley flat."), ("t", "Offered the flat at Brackley, turned down.")),
    ("received", ("h", "Booking clinic. Discloses that she is on methadone. Referral to social care, probation told."), ("n", "Letter from the hospital: booked last week. Client had not told us that she is pregnant.")),
    ("received", ("h", "Broke his wrist on the harbour steps, father there. Social worker told."), ("s", "Hospital notice: broke his wrist, father was there. The hospital has no concern about the fall.")),
    ("received", ("p", "Girl of 13 found in a car, two men with her. Taken home, school told."), ("e", "Gran rang: she never came home last night, police found her in a car.")),
    ("received", ("e", "Girl of 3 by the weir, grazed feet, told her social worker."), ("s", "School rang: girl of 3 by the weir. Her mother asleep and unaware.")),
    ("received", ("p", "Shouting heard, boy hit, checked in bed. Social care told by form."), ("s", "Police notification: shouting, boy asleep. First notification since they moved here.")),
    ("received", ("h", "Medical, grip marks on the arm, bruise."), ("s", "Medical at the hospital. He is to have no contact until seen.")),
    ("received", ("e", "Boy with chisels bruised the caretaker's hip, excluded. Letter to mother."), ("v", "E-mail from school: he is excluded. Boy has not told us himself.")),
    ("received", ("v", "Closed after three missed. Letter to social care, uncle."), ("s", "Copy letter from health visiting: closed yesterday. Not told beforehand.")),
    ("received", ("e", "Girl kept off with a bruise. Told her worker, who is asking the police to look in."), ("p", "Call from her social worker to check. Girl seen in the hall, no concerns.", SEEN)),
    ("held", ("s", "Review conference, put back by a week for the birth. Agreed that the plan should continue."), ("v", "Review conference. Plan continues.")),
    ("held", ("t", "Case conference, both boys put back on a plan. Gave the rent account."), ("p", "Initial conference attended. Plan for both.")),
    ("child_seen", ("p", "Woman talked down from the bridge. Children at home with their uncle, all three checked in bed.", SEEN | {"time": dt.time(20, 50)}), ("h", "Woman brought by police, cold, no injury. Children said to be with uncle.", {"time": dt.time(21, 40)})),
    ("child_seen", ("p", "Girl of 13 found with older boys, drink seized, taken home.", SEEN), ("s", "Police notification: she was with older boys, drinking. Mother said to be asleep.")),
    ("child_seen", ("p", "Warrant at a flat. Girl in the back bedroom, taken into police protection.", SEEN), ("h", "Enquiry about the girl: not at school. Not seen here since May.")),
    ("child_seen", ("p", "Boy walking alone in pyjamas, mother roused. Boy cold, seen.", SEEN), ("e", "Social worker told us that the boy was out on the road by himself.")),
    ("present", ("a", "Fit, two minutes, neighbour called. No children in address."), ("e", "Gran let us know that mother is in hospital, had a fit. Boy wanted to be in lessons.", SEEN)),
    ("present", ("s", "Review conference. School and police attended. Hospital sent apologies."), ("h", "Review conference: plan to continue. Hospital had sent apologies.")),
    ("present", ("s", "Core group. Present: mother, Anna Reed, Mark Hill. Father is in the Shetlands until the ninth.", AT_TEN), ("v", "Core group attended. Mother there, father working away.", AT_TEN)),
    ("present", ("s", "Strategy discussion: DS Hale, Anna Reed. Gary Pell, her husband, is at home for two weeks.", AT_TEN), ("h", "Strategy discussion. My view is that Tina Pell cannot parent three children alone.", AT_TEN)),
    ("present", ("e", "Took mother and baby to be weighed. Mother very quiet in the car."), ("v", "Brought to clinic by mother. Little solid food, mother says he spits it out.")),
    ("present", ("s", "Core group. School nurse sent apologies.", AT_TEN), ("e", "Core group. Midwife reported on the growth.", AT_TEN)),
    ("present", ("s", "Review conference. School and police attended. Hospital sent apologies.", AT_TEN), ("h", "Review conference: plan to continue. Department had sent apologies.", AT_TEN)),
    ("received", ("e", "Said he was hit, bruise seen. Rang social care."), ("s", "School rang about the boy, passed to his worker.")),
    ("outcome", ("s", "Joint visit to the barn with police and nurse to look at the winch."), ("p", "Strategy discussion. Visit with social worker to see the winch.")),
    ("outcome", ("p", "Shouting in the yard. No offences."), ("t", "Police were called to shouting in the yard, nobody arrested.")),
    ("outcome", ("t", "His wife was taken to the unit. He has been sent home from work."), ("h", "Assessed under the Act. Admitted to the unit.")),
    ("outcome", ("p", "Joint visit. NFA."), ("s", "Joint visit. Section 47 concluded, an accident.")),
    ("outcome", ("p", "Conference. Both on plan, physical abuse.", AT_TEN), ("v", "Conference. CP plan, phys harm and neglect.", AT_TEN)),
    ("outcome", ("v", "Conference attended, report shared.", AT_TEN), ("h", "Conference minutes in. No report had been requested of us.", AT_TEN)),
    ("account", ("p", "Shoved by her husband into the kitchen door and the pane broke, cut to the arm."), ("t", "Police told us: he cut her arm, she says that it was the glass.")),
    ("present", ("v", "Conference. Mother left upset when court was spoken of.", AT_TEN), ("e", "Conference. Mother attended and asked for a break.", AT_TEN)),
    ("present", ("s", "Home visit. Stepfather was working away.", AT_TEN), ("v", "Home visit. Stepfather by the stove, said little.", {"time": dt.time(15)})),
    ("outcome", ("p", "Strategy meeting. NFA police.", AT_TEN), ("s", "Strategy meeting. Section 47 continues as single agency.", AT_TEN)),
    ("account", ("p", "Man arrested. Woman bruised to the neck, door panel out. Found baby in cot in the same room."), ("s", "Police told us that he attacked her late last night, seizing her by the neck, and was arrested.")),
]  # fmt: skip


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=lambda each: each if isinstance(each, str) else each[1][:30])
def test_records_that_disagree(aspect: str, one: Told, other: Told) -> None:
    assert aspect in aspects(one, other)


@pytest.mark.parametrize(
    ("aspect", "one", "other"), NO_DIFFERENCE, ids=lambda each: each if isinstance(each, str) else each[1][:30]
)
def test_records_that_do_not_disagree_in_it(aspect: str, one: Told, other: Told) -> None:
    assert aspect not in aspects(one, other)
