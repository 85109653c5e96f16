"""What happened to the fictional children of the demonstration, in a few words each. Nobody here exists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tale:
    """A fictional case: child and mother, what happened, which criteria are met, who knew the family, what the review asks."""

    child: str
    mother: str
    born: str
    incident: str
    what_happened: str
    met: tuple[str, ...]
    agencies: tuple[str, ...]
    questions: tuple[str, ...] = (
        "Was the child seen and heard?",
        "Was information shared in time, with the right people, and acted on?",
    )
    has_died: bool = False
    place: str = "At home"


MILL_LANE = Tale(
    child="Tamsin Fairlow",
    mother="Demelza Fairlow",
    born="2024-02-11",
    incident="overnight",
    what_happened="A fractured arm was found at a routine appointment. The explanation given does not fit the injury.",
    met=("serious_injury", "joint_working"),
    agencies=("csc", "hospital", "hv", "police"),
)
LOCK_STREET = Tale(
    child="Jory Penhale",
    mother="Wenna Penhale",
    born="2011-06-30",
    incident="after school",
    what_happened="A boy of fourteen was badly hurt by older young people for whom he had been carrying drugs.",
    met=("serious_injury", "joint_working"),
    agencies=("csc", "police", "school", "housing"),
    place="In the street",
)
FERRY_ROAD = Tale(
    child="Isla Brandt",
    mother="Katrin Brandt",
    born="2026-01-19",
    incident="early morning",
    what_happened="A baby died while asleep beside a parent who had been drinking. The family was known to several services.",
    met=("death", "joint_working"),
    agencies=("csc", "hospital", "hv", "gp", "police", "ambulance"),
    has_died=True,
)
HARBOUR_VIEW = Tale(
    child="Kit Lanyon",
    mother="Morwenna Lanyon",
    born="2019-09-05",
    incident="over several months",
    what_happened="A child of six was admitted severely underweight. School, clinic and social care had each been worried alone.",
    met=("serious_injury", "joint_working"),
    agencies=("csc", "hospital", "school", "hv", "housing"),
    questions=(
        "How was neglect recognised, and did anybody see it whole?",
        "Was the child’s daily life understood by those who met the family?",
        "Did supervision help practitioners to think again?",
    ),
)
ORCHARD_CLOSE = Tale(
    child="Merryn Tozer",
    mother="Jenna Tozer",
    born="2010-03-14",
    incident="one evening",
    what_happened="A girl of fifteen took her own life after a long time of moving between relatives. Domestic abuse was known.",
    met=("death", "joint_working"),
    agencies=("csc", "police", "school", "charity", "gp"),
    has_died=True,
    questions=(
        "How was the girl’s own account sought and used?",
        "Who held the whole picture of the moves between relatives?",
    ),
)
QUAYSIDE = Tale(
    child="Denzil Roe",
    mother="Loveday Roe",
    born="2017-12-01",
    incident="a weekend",
    what_happened="A child with complex needs was found alone at home, unharmed. Three services had planned for him apart.",
    met=("joint_working", "below_threshold"),
    agencies=("csc", "hospital", "school"),
)
STATION_TERRACE = Tale(
    child="Perran Hale",
    mother="Kerensa Hale",
    born="2023-07-22",
    incident="an afternoon",
    what_happened="A toddler swallowed methadone kept in a cup. He recovered within a day.",
    met=("joint_working",),
    agencies=("csc", "hospital", "gp", "housing"),
)
CHAPEL_ROW = Tale(
    child="Lowenna Gray",
    mother="Tressa Gray",
    born="2014-10-09",
    incident="over two years",
    what_happened="A girl told a teacher of abuse by a lodger. Two earlier hints had been recorded in different places.",
    met=("sexual_abuse", "joint_working"),
    agencies=("csc", "police", "school"),
    questions=("Why were two earlier hints not brought together?", "How was the lodger’s past checked?"),
)
MARKET_HILL = Tale(
    child="Ruan Teague",
    mother="Nessa Teague",
    born="2025-05-02",
    incident="a night in March",
    what_happened="A baby was shaken by a young father. Both parents had been in care; leaving-care and midwifery had not met.",
    met=("serious_injury", "joint_working"),
    agencies=("csc", "hospital", "hv"),
    questions=("Were the parents’ own histories known to those who planned for the baby?", "How were fathers seen?"),
)
SALT_ROAD = Tale(
    child="Elowen Marsh",
    mother="Rosenwyn Marsh",
    born="2018-08-17",
    incident="a winter week",
    what_happened="A child was found outside at night in January. The family had moved from another county a month before.",
    met=("serious_injury", "joint_working"),
    agencies=("csc", "hospital", "police"),
)
WHARF_LANE = Tale(
    child="Piran Vane",
    mother="Eseld Vane",
    born="2016-02-20",
    incident="a spring evening",
    what_happened="A boy of nine was burned at home while his parents were out. Housing and school had each reported concerns.",
    met=("serious_injury", "joint_working"),
    agencies=("csc", "school"),
    questions=("What was done with the concerns of housing and school?", "Was the boy asked about his days at home?"),
)
BRIDGE_END = Tale(
    child="Tegan Rowe",
    mother="Bryluen Rowe",
    born="2022-11-30",
    incident="a Sunday",
    what_happened="A child of three was injured by a dog that two agencies had known to be dangerous.",
    met=("serious_injury", "joint_working"),
    agencies=("csc", "police", "hospital"),
)
HIGH_STREET = Tale(
    child="Arlo Finch",
    mother="Delia Finch",
    born="2013-04-04",
    incident="over a summer",
    what_happened="A boy of thirteen was exploited to sell drugs in another county while missing from school.",
    met=("serious_injury", "joint_working"),
    agencies=("csc", "police"),
)
