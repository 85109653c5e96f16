"""Figures, injuries and explanations differ only where both records speak of one thing and one person."""

from __future__ import annotations

import datetime as dt

import pytest

from .test_differing import Told, aspects

DISAGREE: list[tuple[str, Told, Told]] = [
    ("number", ("t", "Letter about arrears of £1,320, asking for £15 a week."), ("s", "Opened the rent letter: £1,920 owing, they ask for £15 a week.")),
    ("number", ("n", "Community order of two years."), ("s", "Community order of 18 months.")),
    ("number", ("h", "Took three strips of 8 paracetamol tablets."), ("a", "Took 14 paracetamol tablets.")),
    ("number", ("p", "In the car with Ross Hale and two men."), ("s", "In the car with Ross Hale and four men.")),
    ("account", ("h", "Cut brow. Says she came off her bike and hit the step."), ("e", "Cut brow. Says a pile of crates on the stairs fell on her.")),
    ("account", ("h", "Cut palm. Mother says it was an open tin."), ("s", "Cut palm. He says it was a razor.")),
    ("number", ("h", "Seizure lasted three minutes."), ("e", "Seizure lasted thirty minutes.")),
    ("number", ("h", "A litre of sherry by noon."), ("s", "Half a litre of sherry by noon.")),
    ("number", ("h", "Codeine 30 mg four times a day for 2 weeks."), ("s", "On codeine, 60 mg four times a day.")),
    ("number", ("h", "Sutures x6 to the brow."), ("e", "Mother says three stitches in her brow.")),
    ("number", ("h", "Swallowed two dozen tablets."), ("s", "Ward: she took thirty-two tablets.")),
    ("number", ("h", "Booked today, 11+4 weeks."), ("s", "Midwife says that she booked at 19 weeks.")),
    ("number", ("h", "Clinic. HbA1c 58, up from 51."), ("s", "Clinic today: HbA1c of 85.")),
    ("number", ("v", "EPDS 5."), ("h", "Health visitor rang: Edinburgh score 15 today.")),
    ("number", ("t", "Rent letter to Ivan Holt. Arrears £412.60. Ivan Holt in."), ("s", "Erin Holt rang. Rent £1,412 behind. Letter to Erin Holt.")),
    ("site", ("h", "2 cm bruise to forehead after a fall. Head injury advice."), ("v", "Letter: a fall, lump at the back of her head.")),
    ("site", ("h", "Bump to occiput."), ("s", "Ward rang: a bump to his chin.")),
    ("site", ("h", "Bruise to the left ear. No other injuries top to toe."), ("s", "Medical: bruise to the ear, and three to the back.")),
    ("site", ("s", "Belt marks on the thighs, nothing elsewhere."), ("p", "Doctor found marks to the thighs and the neck.")),
    ("site", ("h", "Fractured R clavicle."), ("v", "Discharge letter: fractured left collar bone.")),
    ("site", ("h", "Lac to scalp, glued."), ("s", "Cut to her knee, glued.")),
    ("account", ("h", "Grip marks. Her aunt explained that she caught hold of him at the kerb."), ("p", "Grip marks. His aunt says he got them wrestling on the landing.")),
    ("account", ("e", "Hurt her hand. Two pupils saw her punch the noticeboard wall."), ("h", "Swollen hand. States that another pupil slammed a desk lid on it.")),
    ("account", ("h", "Cut brow. Carer: walked into the gate."), ("e", "Cut brow, she said her cousin threw a boot.")),
    ("account", ("h", "Sore foot. Says she came off her skates."), ("s", "Painful foot. Discloses that her uncle stamped on her foot.")),
    ("account", ("h", "Lip cut on the skirting board, her nan says."), ("v", "Cut lip. Her nan thinks from the swing.")),
    ("number", ("e", "Fit in assembly lasting 3 minutes."), ("h", "Seizure at school, 15 minutes.")),
    ("number", ("p", "Left home alone for two hours while their father was at the gym."), ("s", "Father told me the children were alone for ten minutes.")),
    ("number", ("a", "Unconscious for about half a minute."), ("h", "He was unresponsive for ten minutes.")),
    ("number", ("n", "Sentenced to 14 weeks, suspended."), ("s", "He got 24 weeks suspended.")),
    ("account", ("a", "Fell out of the hammock, per aunt. Broken collar bone."), ("h", "Broken collar bone. Aunt says he was pulled off the sofa by his brother.")),
    ("account", ("p", "Victim fell from first-floor window while trying to climb out."), ("h", "Pelvic fracture. Says that she was pushed out of the window by her boyfriend.")),
    ("account", ("h", "Knee lac, fell on a broken bottle."), ("e", "Stitches in her knee, she came off a quad bike.")),
    ("number", ("h", "Swallowed 28 x 10 mg citalopram."), ("s", "Sister on the ward: she took eighteen citalopram.")),
    ("number", ("e", "14 days' absence this half term."), ("s", "School report: absent for four days.")),
    ("number", ("h", "Born at 34+2."), ("v", "Letter: born at 38 weeks.")),
    ("number", ("p", "Driver had 88 micrograms in breath."), ("n", "Police: he blew 58.")),
]  # fmt: skip

AGREE: list[tuple[Told, Told]] = [
    (("a", "Caught under a gate. Morphine 10 mg on scene."), ("h", "Caught under a gate. Home with tramadol 50 mg.")),
    (("t", "Letter about arrears of 1,320 pounds."), ("s", "Arrears of just over thirteen hundred pounds.")),
    (("p", "In the flat with Ross Hale and two adult males."), ("s", "Police: in the flat with three men.")),
    (("p", "Drunk on the quay with Kay Dunn and one other girl."), ("a", "Drunk on the quay. With two girls.")),
    (("p", "Fire in the kitchen out on arrival. Kitchen 6 on the scale for clutter."), ("t", "Fire in the kitchen of no. 9.")),
    (("n", "Fresh two year community order, and a requirement of nine months."), ("s", "Sentence: a community order of 24 months with a requirement.")),
    (("p", "Sentenced, with a curfew of 3 months."), ("n", "Suspended sentence, 2 years over his head.")),
    (("h", "Took three strips of 8 paracetamol tablets."), ("a", "Took 24 paracetamol tablets.")),
    (("v", "Round bruise, 1 cm, by the ear."), ("h", "Bruise by the ear 1.5 cm.")),
    (("s", "Consultation, ten minutes."), ("h", "Wait of 40 minutes for the consultation.")),
    (("e", "Cuff melted. No mark on her arm."), ("v", "School rang: cuff melted, no burn on her arm.")),
    (("a", "Casualty with the other crew. Two more children next door, others uninjured."), ("h", "Burn to the leg from a lamp.")),
    (("p", "Children spoken to, no injuries."), ("h", "Mother has a bruise to her cheek.")),
    (("h", "Today Toby Hale fell and grazed his chin. Here too: Ian Hale, Toby Hale."), ("v", "Today Erin Hale fell and grazed a knee. Home with Erin Hale.")),
    (("e", "Review of Toby Hale, Ian Hale here. Attendance of Toby Hale 93%."), ("s", "Review of Erin Hale. Attendance of Erin Hale 71%.")),
    (("p", "Cut to forehead, says she walked into a shelf."), ("s", "Police: a cut to her forehead, put down to a shelf.")),
    (("p", "Sleeve caught on the lamp, burns to leg."), ("s", "Police: badly burned on her leg by the lamp.")),
    (("e", "She threw a chair, window broken, and she scratched my hand."), ("s", "Incident report: broken window, scratch to a teacher's hand.")),
    (("p", "Punched kitchen window, cut hand."), ("h", "Cut hand. Says the window slipped.")),
    (("e", "Grazed knee. Says he tripped over a toy."), ("s", "Grazed knee. Mother says he fell off the swing.")),
    (("e", "Attendance of 71%."), ("s", "School: attendance at 71.4%.")),
    (("s", "Paid £45 for shoes and £15 for the meter."), ("t", "Social worker gave £60.")),
    (("a", "Took 12 codeine and 6 aspirin."), ("h", "Took 18 tablets.")),
    (("h", "Two rib fractures and a fracture of the wrist."), ("s", "Hospital: three fractures.")),
    (("a", "Fitting for four minutes, one fit."), ("h", "One fit, four or five minutes.")),
    (("a", "Drowsy. GCS 12."), ("h", "Drowsy. GCS 15.")),
    (("h", "Peak flow 160 at first, 230 after nebuliser."), ("v", "Hospital letter: peak flow 230.")),
    (("p", "Drunk in the park with three friends."), ("h", "Drunk in the park with friends, one friend in the next bed.")),
    (("p", "Break in at the flat, £130 stolen."), ("t", "Break in at the flat, £85 recharge for the lock.")),
    (("v", "Weighed 4.45 kg."), ("h", "Weighed 4.4 kg.")),
    (("n", "Says six cans of lager a day."), ("h", "Says nine cans of lager daily.")),
    (("h", "Overdose, 20 mg of lorazepam."), ("a", "Overdose, took 4 lorazepam 5 mg.")),
    (("p", "Baby unharmed. Mother held for being drunk."), ("s", "Mother had a graze on her elbow, baby is with an aunt.")),
    (("h", "Plaster off his right arm. The left wrist has settled."), ("e", "Plaster off his right arm.")),
    (("t", "Rent arrears £1,050 and costs of £275."), ("s", "Owes £1,325 with costs.")),
    (("t", "Rent arrears £640."), ("n", "Rent arrears of £590, says he paid £50 today.")),
    (("s", "Split lip. She says that the baby was in a cot in the next room."), ("p", "Split lip. Says that he punched her in the mouth.")),
    (("t", "Flat 14 rang about shouting."), ("p", "Shouting, call from flat 16.")),
    (("v", "Core group. 28/40 visit to be booked."), ("h", "Core group. 24/40, growth fine.")),
    (("h", "Seen at 30/40."), ("s", "Core group minutes: 29 weeks pregnant.", {"start": dt.date(2018, 5, 9)})),
    (("h", "Request for records, four pages copied."), ("n", "Report for conference, nine pages.")),
    (("v", "Rang twice, two calls not answered."), ("s", "Three calls to her not answered.")),
    (("s", "Five bruises on his arm."), ("e", "Four round bruises on his arm and one on the inner side.")),
    (("t", "Rent arrears £640."), ("s", "She owes £230 on the gas.")),
    (("t", "Rent arrears were £640, now £910."), ("s", "Rent arrears of £910.")),
    (("s", "Gave £20 for food."), ("v", "A voucher of £35 to be sent on.")),
    (("e", "Six years old, weight 21 kg."), ("h", "Weight 3 kg over.")),
    (("h", "HbA1c 9.1 per cent."), ("s", "HbA1c 76.")),
    (("p", "Conference. Mother's wrist was broken by her husband."), ("v", "Conference. Growth fine, no injuries known.")),
    (("h", "Haematoma, occipital."), ("s", "Hospital: swelling to the back of his head.")),
    (("h", "Bruise to shin. No other marks."), ("s", "Bruise to shin. Last month a bruise to the ear, put down to a fall.")),
    (("h", "Finger-tip bruising of the upper arm."), ("s", "Fingertip bruises to her arm.")),
    (("h", "Fracture of neck of fifth metacarpal."), ("s", "Hand is broken.")),
    (("e", "Staff saw a cut on his arm at cookery club. Cleaned and dressed."), ("s", "Email: he cut his arm, dressed by staff.")),
    (("h", "Head injury, pushed by a pupil."), ("a", "Pushed, head v door frame.")),
    (("h", "Hand fracture. Says he punched a locker."), ("e", "Kicked and punched the lockers, his hand swollen.")),
    (("s", "Bruise to his arm. Mother grabbed him as he ran toward the road."), ("e", "Bruise on his arm. Says that mum pulled him back from the kerb.")),
    (("h", "Bruise from play-fighting with a cousin."), ("s", "Bruise. Says that they were wrestling on the sofa.")),
    (("h", "Here: Ian Hale. Today Erin Hale fell off a trampoline, painful wrist."), ("e", "Today Toby Hale fell on the stairs and bumped his wrist. Here: Toby Hale.")),
    (("e", "Fit in assembly, two minutes."), ("h", "Seizure at school, three or four minutes. Rescue medicine if over 15 minutes.")),
    (("e", "Fit at school, two minutes."), ("h", "Fit at home in the night, seven minutes.")),
    (("e", "Fit in assembly, two minutes."), ("h", "Seizure at school. The last one lasted ten minutes.")),
    (("h", "28+3. Scan at 20 weeks was normal."), ("s", "28 weeks pregnant, scan was normal.")),
    (("n", "Two of three tests clear."), ("s", "Worker: two clear tests.")),
    (("h", "Medical: 3 x 1 cm bruises to the arm, 1 x 2cm bruise to the shin."), ("s", "Medical: three bruises to the arm and one on the shin.")),
    (("h", "Left wrist sprained. Right-handed."), ("e", "Wrist in a splint, he uses his right hand to write.")),
    (("h", "Kept in for fluids, 80 ml/hr."), ("v", "Letter: kept in. Feeds 120 ml.")),
    (("e", "Excluded 5 days."), ("h", "Missed 3 days of school with a cold, then excluded.")),
    (("s", "Speech delayed, uses ten words."), ("v", "Two year check. Has twenty words.")),
    (("v", "Baby seen in her cot, no marks."), ("s", "Baby dressed for the cold, her hands and face warm.")),
]  # fmt: skip


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=lambda each: each if isinstance(each, str) else each[1][:30])
def test_figures_of_one_thing_disagree(aspect: str, one: Told, other: Told) -> None:
    assert aspect in aspects(one, other)
    assert aspect in aspects(other, one)


@pytest.mark.parametrize(("one", "other"), AGREE, ids=lambda each: each[1][:30])
def test_what_is_of_two_things_or_people_is_no_difference(one: Told, other: Told) -> None:
    assert aspects(one, other) == set()
