"""The chronology that sees what no single agency saw, as an agency's lead, the panel and the manager work on it together."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from casework import appointments
from casework.models import Case
from chronology import panel_workflow, workflow
from chronology.models import Chronology, Entry, IntegratedChronology
from overview import workflow as overview
from overview.models import Finding
from tests.journeys import together
from tests.journeys.conftest import BOARD
from tests.journeys.others import meanwhile
from tests.journeys.visitor import Arrive, Inspection, Visitor
from tests.makers import overview as overviews
from tests.makers.cast import Cast, make_cast, person
from tests.makers.chronology import a_chronology, again
from tests.makers.files import xlsx

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CANARY = "Quillfeather"
ELSEWHERE = ("?words=crib", "lanes/", "proposals/", "known/?on=31+December+2022", "notes/", "versions/", "genogram/", "key/")
HOSPITAL = "Thornbeck Hospital Trust"
MILLIMETRE = 72 / 25.4  # in points
NIGHT = "Police bring the boy to the emergency department; bruise to the left ear, asleep in the buggy."
WARD = "Mother left the ward with the baby before the round; crib empty."
CALL = "Called social care and told the duty worker of the empty crib."
HEADINGS = ["Date", "Time", "Taken from", "Written up by", "Entry made", "Child seen?", "Remarks"]
SENT = [
    ["03/10/2022", "22:40", "ED card", f"Sister {CANARY}", NIGHT, "Y", ""],
    ["Tue 05/10/2022", "", "ED card", "Registrar", "Safeguarding discussion with the ward.", "N", ""],
    ["14/11/2022", "24:00", "Ward notes", "", WARD, "N", ""],
    ["18/11/2022", "", "Telephone note", "Ward clerk", CALL, "perhaps", ""],
    ["21/11/2022", "", "Ward notes", "", "Letter to the GP dictated.", "N", ""],
    ["31/11/2022", "", "Ward notes", "", "Review on the ward.", "N", ""],
]
MEANT = (
    "Take it in: 5 Oct 2022",
    "Take it in: 15 Nov 2022, 00:00, the end of the day given",
    "Take it in: 18 Nov 2022, the child was not seen",
)
LATER = [
    SENT[0],
    *SENT[2:4],
    [*SENT[4][:4], "Letter to the GP dictated, and never sent.", "N", ""],
    ["02/12/2022", "", "Ward notes", "", "Safeguarding nurse reads the file.", "N", ""],
]
CARE_HAS = f"""Date,Time,Source,Event,Child seen
03/10/2022,22:55,EDT log,"{NIGHT}",Yes
15/11/2022,,Case file,"{WARD.replace("Mother left", "Grandmother says that mother left")}",No
07/12/2022,,Case file,Home visit. Nobody in.,No
"""


@pytest.fixture
def cast(fresh_database: str) -> Cast:
    """The board, and a case whose first two agencies have shared; the panel has read that, and the author cites an entry."""
    cast = make_cast(*BOARD)
    cast.people["deputy"] = person("deputy", cast.board, cast.agencies["health"])
    appointments.appoint(cast.people["deputy"], "lead", cast.agencies["health"], by=cast.manager)
    report = overviews.drafting(cast)
    care = a_chronology(cast, "social_care", report.case)
    workflow.import_now(care, "care.csv", CARE_HAS.encode(), cast.colleague)
    workflow.share(again(care), by=cast.colleague)
    finding = overviews.a_finding(cast, report)
    overview.cite_entry(finding, Entry.objects.get(chronology=care, number=1), by=cast.overview_author)
    panel_workflow.freeze(IntegratedChronology.objects.get(case=report.case), words="Read by the panel.", by=cast.manager)
    a_chronology(cast, "health", report.case)
    return cast


@pytest.fixture
def case(cast: Cast) -> Case:
    return Case.objects.get()


def test_chronologies_come_together(arrive: Arrive, cast: Cast, case: Case, inspection: Inspection, tmp_path: Path) -> None:
    lead, deputy, member, manager = map(arrive, ("health_lead", "deputy", "panel_member", "manager"))

    lead.take_up("Compile the agency’s chronology")
    together.send_a_file(lead, sheet(tmp_path / "ED export v3.xlsx", SENT))
    together.put_a_column_right(lead, "Written up by", means="Professional")
    together.answer_three_questions(lead, *MEANT)
    lead.reads("5 rows become new entries.", "Not taken (1)")
    lead.press("Take the file in")
    lead.is_told("5 entries were taken in.")
    for reader in (member, manager):
        learns_nothing(reader)

    lead.press("Import a file")
    together.send_a_file(lead, sheet(tmp_path / "ED export v4.xlsx", LATER))
    together.confirm_the_change(lead)
    lead.press("Take the file in")
    lead.is_told("One entry was taken in, one entry was changed.")
    first = entry_of(case, HOSPITAL, 1)
    for each in (lead, deputy):
        each.open(inspection.site + first.get_absolute_url())
    together.change_an_entry_together(lead, deputy, "He woke when he was lifted.", f"{NIGHT} Weighed.")
    deputy.reads(f"{NIGHT} Weighed. He woke when he was lifted.")
    assert meanwhile(partial(stands, case, HOSPITAL)) == [
        (1, 3, f"{NIGHT} Weighed. He woke when he was lifted."),
        (2, 1, SENT[1][4]),
        (3, 1, WARD),
        (4, 1, CALL),
        (5, 2, LATER[3][4]),
        (6, 1, LATER[4][4]),
    ]

    lead.follow("Chronology of the agency")
    lead.press("Share with the panel")
    lead.press("Share with the panel")
    member.turn_to("Chronology")
    member.meets("10 entries from 3 agencies")
    together.wait_until_compared(member, entries=10)
    together.dispose(member, "Possible duplicate 1", "The same event", "One night, seen by two.")
    member.follow("All proposals")
    member.follow("Possible duplicate 2")
    together.ask(member, HOSPITAL, "Was it told to you, or seen?")
    together.answer_it(member, "Different events")
    together.write_a_note(member, "Who else was told that night?", first)
    together.write_a_note(member, "Nobody saw the boy in these weeks.", "October 2022")

    meanwhile(partial(put_right, cast, case))
    author = arrive("overview_author")
    author.open(inspection.site + meanwhile(Finding.objects.get).get_absolute_url())
    author.reads("Changed since it was cited")
    manager.turn_to("Chronology")
    manager.follow("Versions")
    manager.reads("6 added, 1 changed, 0 no longer there.")
    together.freeze(manager, "Read with the hospital’s entries.")
    manager.is_told("Version 2 is frozen, with 10 entries.")
    manager.turn_to("Chronology")
    manager.filter_for("crib")
    front, table = together.print_on_a3(manager)
    assert [round(float(side) / MILLIMETRE) for side in front.mediabox[2:]] == [420, 297]
    assert "3 of the 10 entries of 3 agencies, narrowed by a filter" in together.words_of(front)
    assert [words in together.words_of(table) for words in (WARD, CALL, NIGHT)] == [True, True, False]

    assert inspection.violations == []
    assert inspection.complaints == []
    assert inspection.strangers == []


def sheet(file: Path, rows: list[list[str]]) -> Path:
    """A workbook as the hospital's system writes it: a title, a line about it, an empty one, the table; notes behind it."""
    above = [[f"{HOSPITAL}: attendances"], ["Draft, not to be copied"], []]
    file.write_bytes(xlsx(("ED", [*above, HEADINGS, *rows]), ("To do", [["Ask the ward for the second volume"]])))
    return file


def entry_of(case: Case, agency: str, number: int) -> Entry:
    written = Entry.objects.filter(case=case, chronology__agency__name=agency).select_related("chronology__agency")
    return meanwhile(lambda: written.get(number=number))


def stands(case: Case, agency: str) -> list[tuple[int, int, str]]:
    """Number, version and words of what stands in an agency's chronology."""
    standing = Entry.objects.filter(case=case, chronology__agency__name=agency).standing()
    return list(standing.order_by("number").values_list("number", "version", "event"))


def learns_nothing(reader: Visitor) -> None:
    """Before an agency has shared, whoever else opens whatever page meets no word, no count and no gap of its entries."""
    reader.open_case("Chronology")
    reader.meets("4 entries from 2 agencies")
    here = reader.page.url
    reader.filter_for(CANARY)
    reader.reads("No entry matches")
    for page in ELSEWHERE:
        answer = reader.page.request.get(here + page)
        assert answer.ok, page
        said = answer.text()
        assert [words for words in (CANARY, HOSPITAL) if words in said] == [], page


def put_right(cast: Cast, case: Case) -> None:
    """Social care has its chronology back, says better what the finding cites, and shares it again."""
    care = Chronology.objects.get(case=case, agency=cast.agencies["social_care"])
    workflow.unshare(care, by=cast.manager)
    cited = Entry.objects.get(chronology=care, number=1)
    workflow.change_entry(cited, version=1, by=cast.colleague, event=f"{NIGHT} Photographed.")
    workflow.share(again(care), by=cast.colleague)
