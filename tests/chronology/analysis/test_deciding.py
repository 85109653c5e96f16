"""One matter, decided for by the one and against, limited or left as it was by the other; and what only looks like it."""

from __future__ import annotations

import pytest

from tests.chronology.analysis.test_differing import Told, aspects

DISAGREE: list[tuple[str, Told, Told]] = [
    ("outcome", ("p", "MARAC. Alarm to be fitted by Friday."), ("n", "MARAC. An alarm was talked about but it was not felt proportionate.")),
    ("outcome", ("s", "Review. Parenting assessment to be commissioned."), ("v", "Review. The chair did not support a parenting assessment.")),
    ("outcome", ("t", "Core group. Locks to be changed this week."), ("s", "Core group. Lock change not taken forward.")),
    ("outcome", ("s", "Strategy meeting. Weekly hair testing arranged."), ("n", "Strategy meeting. Testing was ruled out.")),
    ("outcome", ("s", "CIN meeting. A cot and a stair gate to be bought."), ("v", "CIN meeting. Social care would not pay for the cot or the gate.")),
    ("outcome", ("e", "Core group. Mentor for an hour each day."), ("s", "Core group. No mentor was promised.")),
    ("outcome", ("s", "Planning meeting. Aunt moves in on Saturday."), ("v", "Planning meeting. Nobody is to move in.")),
    ("outcome", ("s", "Core group. Health visitor to step up to weekly visits."), ("v", "Core group. No change to health visiting.")),
    ("outcome", ("t", "Core group. Staffing to stay at its present level."), ("s", "Core group. One to one staffing for seven days.")),
    ("outcome", ("s", "Core group. Two drop-in visits each week."), ("v", "Core group. No extra visits were agreed.")),
    ("outcome", ("s", "Core group. Father to hand back his key."), ("t", "Core group. Father may keep his key.")),
    ("condition", ("s", "Strategy meeting. Father to stay at his brother's."), ("v", "Strategy meeting. Father to remain in the home.")),
    ("condition", ("p", "Strat. He is out of the house till conference."), ("v", "Strat. He is to go on living at the house.")),
    ("condition", ("h", "Meeting. Father not to collect."), ("s", "Meeting. Father can carry on with collecting.")),
    ("condition", ("n", "Licence condition added today, not near the pool."), ("s", "Probation rang. A condition about the pool was not sought.")),
    ("condition", ("n", "Additional condition granted."), ("s", "Told that there are standard licence conditions only.")),
    ("condition", ("s", "He may see her only at the centre."), ("p", "He may see her, no supervision asked for.")),
    ("condition", ("p", "Bailed with condition to sleep at Cross Street."), ("s", "Police: bail with no conditions.")),
    ("held", ("s", "Core group at the chapel, all there."), ("v", "Told by e-mail that the core group would not be going ahead.")),
    ("held", ("s", "Core group at the chapel, all there."), ("e", "Core group: had a text to say it was off.")),
    ("received", ("e", "Form e-mailed to social care."), ("s", "Unable to locate any form from school.")),
    ("received", ("h", "Told health visiting of the burn."), ("v", "Hospital did not inform health visiting of the burn.")),
    ("outcome", ("s", "RCPC. Plan ended."), ("t", "Conference today, still on child protection.")),
    ("outcome", ("s", "RCPC. Plan to continue."), ("t", "Conference. The plan has come to an end.")),
    ("outcome", ("p", "Interviewed, NFA."), ("v", "He has a court date for it.")),
    ("outcome", ("s", "MARAC. Police to ring, and for housing to change the bulbs."), ("t", "MARAC. No action for housing.")),
    ("outcome", ("s", "MARAC. Locks changed by noon."), ("t", "MARAC. Locks not to be changed until spring.")),
    ("outcome", ("s", "Legal planning meeting. To issue care proceedings now."), ("v", "Legal meeting: not to go to court.")),
    ("outcome", ("s", "Core group. Agreed that aunt stays each night."), ("v", "Core group. Her aunt wanted to stay but the meeting did not ask for it.")),
    ("condition", ("s", "Home on condition that aunt stays."), ("v", "Home. It was not made a condition that anyone stays.")),
    ("condition", ("p", "Bailed not to enter Cross Street."), ("t", "Nothing in his bail keeps him from Cross Street.")),
    ("condition", ("s", "She will stay at Jean's till then."), ("p", "She stays where she is.")),
    ("outcome", ("s", "Core group. School to send a text each day if he is late."), ("e", "Core group. We can't do texts.")),
    ("outcome", ("s", "CIN meeting. A cookery course starts in May."), ("e", "CIN meeting. She doesn't have to do the cookery course.")),
    ("outcome", ("s", "CIN meeting. A cookery course starts in May."), ("v", "CIN meeting. A cookery course would not help.")),
    ("outcome", ("s", "Core group. Nursery hours go up to thirty."), ("e", "Core group. Hours stay at fifteen.")),
    ("outcome", ("s", "Core group. Tenancy to be transferred."), ("t", "Core group. Tenancy stays in joint names.")),
    ("outcome", ("s", "Core group. Tenancy to be transferred."), ("t", "Core group. We were not asked to transfer the tenancy.")),
    ("outcome", ("s", "Strategy meeting. Foster carers from tonight."), ("h", "Strategy meeting. No foster placement was agreed.")),
    ("outcome", ("s", "Planning meeting. Contact every Saturday."), ("t", "Planning meeting. Contact suspended for now.")),
    ("condition", ("n", "Curfew from eight, tagged."), ("s", "Court rang: no curfew.")),
    ("condition", ("p", "Bailed. He must surrender his passport."), ("s", "Released without having to report.")),
    ("condition", ("t", "Respite goes on if two staff are on."), ("s", "Respite goes on with the usual staffing.")),
    ("condition", ("n", "Told that the licence has nothing about pools."), ("p", "Must not go near the pool.")),
    ("condition", ("s", "Only if the uncle leaves the home."), ("e", "Uncle can stay.")),
    ("outcome", ("s", "MARAC. Tracker for the boy's bag."), ("t", "MARAC. A tracker was felt to be too intrusive.")),
    ("outcome", ("s", "LAC review. Sibling photographs monthly."), ("t", "LAC review. Photographs were left for another day.")),
    ("outcome", ("s", "Strategy meeting. Video interview tomorrow."), ("p", "Strategy meeting. Agreed to hold off from an interview.")),
    ("outcome", ("h", "Core group. To go home with oxygen."), ("v", "Core group. Weaned, no oxygen at home.")),
    ("outcome", ("s", "Strategy meeting. Nobody to warn the parents."), ("e", "Strategy meeting. I am to ring mum and let her know.")),
    ("outcome", ("s", "RCPC. He no longer requires a plan."), ("v", "RCPC. Needs to stay on a plan.")),
    ("outcome", ("s", "Transfer conference. Plan taken over."), ("p", "Transfer conference. Not placed on a plan.")),
    ("outcome", ("s", "Strategy discussion. Threshold was not felt to be met."), ("v", "Strat. To proceed under section 47.")),
    ("outcome", ("p", "Fixed penalty issued to him."), ("s", "He was charged with it.")),
    ("outcome", ("p", "CPS: no prosecution."), ("h", "He is to be prosecuted.")),
    ("received", ("t", "CCTV shared with police."), ("p", "CCTV was never handed to us by housing.")),
    ("received", ("v", "Report sent to social care."), ("s", "Conference. There was no health visiting report.")),
    ("outcome", ("s", "RCPC. Unanimous that plan should cease."), ("p", "RCPC. The chair kept the plan on.")),
    ("outcome", ("s", "RCPC. Down to CIN."), ("g", "RCPC minutes: CP status unchanged.")),
    ("outcome", ("s", "RCPC. Not ready to come off the plan."), ("e", "RCPC. De-registered.")),
    ("outcome", ("s", "Conference. Plans made for both, neglect."), ("e", "Conference. Neither child was put on a plan.")),
    ("outcome", ("s", "Conference. Made subject to a plan."), ("v", "Conference. Child in need would be enough.")),
    ("outcome", ("s", "Core group. Stepped across to early help."), ("e", "Core group. Stays with the social worker.")),
    ("outcome", ("s", "Strategy discussion: s47 to start."), ("h", "Strategy discussion: did not reach s47.")),
    ("outcome", ("s", "Legal planning meeting. Threshold for proceedings met."), ("h", "Legal planning meeting. Not for court yet.")),
    ("outcome", ("p", "Interviewed, NFA."), ("s", "He has been summonsed.")),
    ("outcome", ("p", "Let off with a letter of apology."), ("e", "He is to appear in court.")),
    ("outcome", ("p", "No further action after interview."), ("s", "Police to charge him.")),
    ("outcome", ("p", "Guilty on both counts."), ("n", "Acquitted at court.")),
    ("held", ("s", "Core group held in the hall."), ("v", "Told on arrival that the core group was not happening.")),
    ("held", ("s", "Core group took place in the hall."), ("t", "No core group today, chair's car broke down.")),
    ("held", ("s", "CIN review at school, plan reviewed."), ("e", "CIN review: it had been moved to next month.")),
    ("received", ("h", "Letter sent to school about nuts."), ("e", "The hospital has not supplied any letter.")),
    ("received", ("e", "Body map handed to social care."), ("s", "No body map was given to us by school.")),
]  # fmt: skip

AGREE: list[tuple[str, Told, Told]] = [
    ("what is asked for is not decided", ("s", "Core group. Stair gate was ruled out."), ("v", "Core group. I asked for a stair gate.")),
    ("one member's dissent", ("h", "Conference. We did not agree to a longer respite stay."), ("s", "Conference. Longer respite stay by majority.")),
    ("a paper that nobody wanted", ("h", "Core group. No letter was asked of us."), ("s", "Core group. Sent a letter to the group.")),
    ("of somebody else", ("s", "Core group. A walker for grandfather was ruled out."), ("v", "Core group. Walker for uncle.")),
    ("as it was, by both", ("s", "Core group. Swimming stays as it is."), ("e", "Core group. Swimming carries on.")),
    ("what was needed no longer", ("h", "No need for the splint."), ("v", "Splint removed.")),
    ("whether it was held", ("s", "Core group did not go ahead."), ("e", "Core group called off.")),
    ("what somebody cannot do", ("e", "Core group. Uncle can't babysit on Fridays."), ("s", "Core group. To babysit: grandmother.")),
    ("not this week", ("s", "Core group. Pond visit not possible this week."), ("v", "Core group. Pond visit on Tuesday.")),
    ("other terms", ("s", "He may return to the flat."), ("g", "Methadone not to be issued by us.")),
    ("at a sister's", ("p", "Strat. To live at sister's address."), ("s", "Strat. He will stay with his sister.")),
    ("a plan that ended", ("s", "Conference. To be supported as a child in need."), ("e", "Conference. Child protection plan ended.")),
    ("two speakers", ("v", "Mum says she uses the spare inhaler."), ("s", "Uncle says there is no spare inhaler.")),
    ("relative and agency", ("v", "Core group. Nana Jean to mend the trampoline."), ("s", "Core group. School will mend the trampoline.")),
    ("what he never gave", ("h", "E-mailed social care about pumps."), ("s", "E-mail from hospital. He says he has not given any pumps.")),
]  # fmt: skip


@pytest.mark.parametrize(("aspect", "one", "other"), DISAGREE, ids=lambda each: each if isinstance(each, str) else each[1][:40])
def test_one_matter_decided_in_two_ways(aspect: str, one: Told, other: Told) -> None:
    assert aspect in aspects(one, other)
    assert aspects(one, other) == aspects(other, one)


@pytest.mark.parametrize(("one", "other"), [each[1:] for each in AGREE], ids=[each[0] for each in AGREE])
def test_what_is_no_other_decision(one: Told, other: Told) -> None:
    assert aspects(one, other) == set()
