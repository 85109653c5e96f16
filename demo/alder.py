"""The Alder case: a whole fictional review, from the papers as agencies sent them, carried through the real verbs.

The papers lie in ``demo/material/alder``. Everything in them is fictional.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import docx
import openpyxl

from actionplans import workflow as plans
from actionplans.models import Action
from agencies.models import Agency, Person
from casework import workflow as casework
from casework.models import Deadline
from chronology import keeping
from chronology import workflow as chronologies
from chronology.models import PersonKey
from demo.people import Troupe
from demo.stories import SECTION, Story
from demo.tales import Tale
from demo.together import read_together
from frameworks import clock
from imr import workflow as reports
from imr.models import IMR
from overview import citing
from overview import workflow as overviews
from overview.models import Finding, OverviewReport
from referrals import workflow as referrals
from referrals.models import AgenciesKnown, Child, Consultation, Contact, Incident, Proceedings, Relative, Safety
from reviews import scope
from reviews import workflow as reviews

MATERIAL = Path(__file__).resolve().parent / "material" / "alder"
FIRST_DAY = date(2023, 3, 14)

FILES = {
    "police": "01_police_chronology_v3_FINAL.xlsx",
    "csc": "02_childrens_social_care_chronology.docx",
    "hospital": "03_hospital_trust_ed_maternity.csv",
    "gp": "04_gp_emis_extract.csv",
    "hv": "05_health_visiting_records.xlsx",
    "school": "06_school_and_nursery_chronology.docx",
    "probation": "07_probation_ndelius_export.csv",
    "housing": "08_housing_case_system_export.csv",
    "charity": "09_domestic_abuse_charity.ods",
    "ambulance": "10_ambulance_service_incidents.xlsx",
}
DOCUMENTS = {
    "police": "IMR - Police (v2).docx",
    "csc": "IMR_Childrens_Social_Care_final_signed.docx",
    "hospital": "Hospital Trust IMR.odt",
    "school": "School_and_Nursery_IMR.docx",
}
NAMES = {
    "Police": "police",
    "Children's Social Care": "csc",
    "Hospital Trust": "hospital",
    "GP Practice": "gp",
    "Health Visiting": "hv",
    "School and Nursery": "school",
    "Probation": "probation",
    "Housing": "housing",
    "Domestic Abuse Charity": "charity",
    "Ambulance Service": "ambulance",
}
PASSAGES = {
    "method": "3.",
    "author": "4.",
    "summary": "6.",
    "actions_matched": "7.1",
    "wishes_and_feelings": "7.2",
    "key_points": "7.3",
    "policies": "7.4",
    "sensitivity": "7.5",
    "context": "7.6",
    "good_practice": "8.",
    "lessons": "9.",
    "recommendations": "10.",
    "implications": "11.",
}


class Found(NamedTuple):
    """A finding of the overview: its title, the line of enquiry it answers, and words of entries it rests on."""

    title: str
    enquiry: int
    theme: str
    lesson: str
    words: tuple[str, ...]


FINDINGS = (
    Found(
        "The men in the family were known to somebody and asked about by nobody",
        1,
        "invisible_men",
        "Ask who else is at home, what is known of him, and who knows it.",
        ("licence", "partner"),
    ),
    Found(
        "The children’s daily life was not understood by those who planned for them",
        2,
        "seeing_the_child",
        "A plan that nobody has talked about with the child is not yet a plan.",
        ("in the car", "told", "said"),
    ),
    Found(
        "What one agency knew reached the others late or not at all",
        3,
        "information_sharing",
        "Telling is done when the other has understood.",
        ("notification", "MARAC"),
    ),
    Found(
        "Strangulation and control were recorded and not weighed",
        4,
        "recognition",
        "Strangulation is a warning of worse; it changes the risk of the children too.",
        ("strang", "throat"),
    ),
    Found(
        "Marks on a young child were each explained, and never looked at together",
        5,
        "recognition",
        "The third explanation for the third mark is itself a sign.",
        ("bruis", "skeletal survey", "mark on"),
    ),
    Found(
        "Supervision accepted the plan as it stood, and the case was closed on the last good week",
        6,
        "supervision",
        "Before closing, look at the whole history and not at the last three weeks.",
        ("supervision", "closed"),
    ),
)
STANDS_ON = (1, 1, 4, 5, 5, 3, 2, 3, 5, 3, 1, 1, 1, 3, 4, 4, 3, 2, 6, 3, 5, 6, 2, 3, 6)
SAYS_HOW_IT_GOES = {"Awaiting sign-off.", "Draft with IT supplier.", "Paused, post vacant.", "Verbal update only."}
FAR = {"B": "verified", "C": "verified", "G": "implemented", "A": "in_progress", "R": "agreed"}


class Planned(NamedTuple):
    """A row of the board's action plan as it was kept in a spreadsheet."""

    recommendation: str
    number: int
    action: str
    agency: str
    due_on: date
    far: str
    evidence: str
    measure: str


def tell(troupe: Troupe) -> Story:
    """The whole case, on the days on which it went on in 2023 and 2024."""
    facts = json.loads((MATERIAL / "referral.json").read_text(encoding="utf-8"))
    story = Alder(troupe, facts)
    story.refer()
    story.submit(0)
    story.consider(2)
    story.recommend(16, "serious_case_review", facts["decision"]["recommendation_reasons"])
    story.decide(31, "serious_case_review", "Both limbs of the criteria are met. I agree with the panel.")
    story.secure(31)
    story.tell(33)
    story.set_terms(40)
    story.appoint_author(45)
    story.commission(45)
    for place, key in enumerate(FILES):
        story.write_report(key, 50 + place)
    read_together(story, 125)
    story.find(150)
    story.to_signature(195)
    story.signed(215)
    story.plan(225)
    return story


class Alder(Story):
    """A story whose words are those of the papers."""

    def __init__(self, troupe: Troupe, facts: dict[str, Any]) -> None:
        referral = facts["referral"]
        tale = Tale(
            child=referral["child"]["name"],
            mother=next(adult["name"] for adult in referral["adults"] if adult["code"] == "Mother"),
            born=referral["child"]["date_of_birth"],
            incident=referral["incident_date"],
            what_happened=referral["narrative"],
            met=("serious_injury", "joint_working"),
            agencies=tuple(FILES),
            questions=tuple(line["question"] for line in facts["terms_of_reference"]["key_lines_of_enquiry"]),
        )
        super().__init__(troupe, tale, FIRST_DAY)
        self.facts = facts

    def refer(self) -> None:
        """The referral as it was sent."""
        sent = self.facts["referral"]
        by = self.troupe["lead_csc"]
        with self.day(0, 9):
            self.referral = referrals.create_draft(self.troupe.board, by=by)
            sender = sent["referred_by"]
            self._fill(Contact(), name=by.name, post=sender["role"], email=by.email, telephone=sender["telephone"])
            view = "The case should be referred: both limbs of the criteria seem to be met."
            self._fill(Consultation(), professional="The designated nurse", consulted_on=date(2023, 3, 13), view=view)
            self._fill(Incident(), happened_on=_day(sent["incident_date"]), place="At home", what_happened=sent["narrative"])
            child = sent["child"]
            born = _day(child["date_of_birth"])
            self._fill(Child(), name=child["name"], date_of_birth=born, has_died="no", gender="male", known_to_social_care="yes")
            for other in sent["other_children"]:
                said = {"relation": "Half-sibling", "is_child": "yes", "date_of_birth": _day(other["date_of_birth"])}
                self._fill(Relative(), name=other["name"], known_as=other["code"], **said)
            for adult in sent["adults"]:
                self._fill(Relative(), name=adult["name"], known_as=adult["code"], relation=adult["relationship"], is_child="no")
            self._fill(Safety(), at_risk="yes", done="Both older children were placed with an aunt on the day.")
            self._fill(Proceedings(), under_way="yes", details="\n".join(sent["other_proceedings"]))
            self._fill(AgenciesKnown(), many={"agencies": list(self.troupe.agencies.values())})
            self._answer_criteria()

    def set_terms(self, number: int) -> None:
        """The terms of reference as the panel agreed them."""
        asked = self.facts["terms_of_reference"]
        manager = self.troupe["manager"]
        with self.day(number):
            terms = reviews.draft_terms(self.review, by=manager)
            reviews.write_period(
                terms,
                period_from=_day(asked["period_under_review"]["start"]),
                period_to=_day(asked["period_under_review"]["end"]),
                reason=asked["reason_for_period"],
                version=scope.version_of(terms, scope.PERIOD),
                by=manager,
            )
            lines = [(None, question) for question in self.tale.questions]
            reviews.write_lines(terms, questions=lines, version=scope.version_of(terms, scope.ISSUES), by=manager)
            contributions = {self.troupe.agencies[NAMES[name]]: "report" for name in asked["imr_agencies"]}
            reviews.write_contributors(
                terms, contributions=contributions, version=scope.version_of(terms, scope.CONTRIBUTORS), by=manager
            )
            reviews.write_timescales(
                terms,
                reports_due_on=_day(asked["imr_due"]),
                overview_due_on=_day(asked["overview_due"]),
                version=scope.version_of(terms, scope.TIMESCALES),
                by=manager,
            )
        with self.day(number + 2):
            reviews.agree_terms(terms, by=manager, note="Agreed by the panel.")

    def fill_key(self) -> None:
        """The key as the board keeps it: everybody of the pack, the family told to agencies, and how they belong together."""
        kept = json.loads((MATERIAL / "key.json").read_text(encoding="utf-8"))
        manager, key = self.troupe["manager"], PersonKey.objects.get(case=self.case)
        people = [
            {
                **{name: row[name] for name in ("code", "name", "role", "kind", "sex")},
                "spellings": [each for each in row["variants"] if each != row["name"]],
                "date_of_birth": row["dob"] and _day(row["dob"]),
                "is_told": row["kind"] in {"child", "family"},
            }
            for row in kept["people"]
        ]
        added = {each.code: each for each in keeping.add_people(key, people, by=manager)}
        keeping.set_identifiers(key, kept["other_identifiers"], by=manager)
        for row in kept["relations"]:
            days = {name: _day(row[told]) for name, told in (("begins_on", "from"), ("ends_on", "to")) if told in row}
            keeping.relate(added[row["person"]], added[row["other"]], row["kind"], by=manager, **days)

    def write_report(self, key: str, number: int) -> None:
        """An agency's report: its chronology imported from the file it sent, its text, its signed document."""
        author, signer = self.name(key, number)
        with self.day(number + 20):
            imr = IMR.objects.get(pk=self.imrs[key].pk)
            file = MATERIAL / "chronologies" / FILES[key]
            chronologies.import_now(imr.chronology, file.name, file.read_bytes(), by=author)
            self._write_sections(imr, key, author)
            if key in DOCUMENTS:
                paper = MATERIAL / "imrs" / DOCUMENTS[key]
                reports.attach(
                    imr, title="The report as the agency sent it", filename=paper.name, data=paper.read_bytes(), by=author
                )
        with self.day(number + 28):
            reports.send_for_countersignature(IMR.objects.get(pk=imr.pk), by=author)
        with self.day(number + 32):
            imr = IMR.objects.get(pk=imr.pk)
            declared = [each.key for each in imr.pack.declarations.countersigner]
            imr = reports.countersign(imr, digest=imr.digest(), declared=declared, by=signer).imr
            imr = reports.submit(imr, by=author)
        with self.day(number + 50):
            reports.accept(imr, by=self.troupe["panel" if key != "hospital" else "panel_police"])

    def _write_sections(self, imr: IMR, key: str, author: Person) -> None:
        passages = _passages(DOCUMENTS.get(key, ""))
        for section in imr.section_set.all():
            start = PASSAGES.get(section.key, "")
            html = next((html for title, html in passages.items() if start and title.startswith(start) and html), SECTION)
            reports.write(section, html=html, version=section.version, is_ready=True, by=author)

    def find(self, number: int) -> None:
        """The overview: sections, findings on real entries, and the recommendations of the plan."""
        author = self.troupe["overview"]
        with self.day(number):
            report = overviews.start(self.review, by=author)
            for section in report.overviewsection_set.all():
                overviews.write(report, part=section.part, key=section.key, html=SECTION, version=section.version, by=author)
            findings = [self._finding(report, found, author) for found in FINDINGS]
            for place, (number_, text, agency, measure) in enumerate(_recommendations()):
                overviews.add_recommendation(
                    report,
                    text=text,
                    findings=[findings[STANDS_ON[place] - 1]],
                    agency=self.troupe.agencies.get(agency),
                    category="information_sharing" if number_ % 2 else "multi_agency_working",
                    lever="practice" if number_ % 2 else "system",
                    expected_change="Children are seen and heard, and what is known about them comes together in time.",
                    measure=measure,
                    by=author,
                )

    def _finding(self, report: OverviewReport, found: Found, author: Person) -> Finding:
        enquiry = self.review.terms.lineofenquiry_set.get(number=found.enquiry)
        html = f"<p>{escape(found.title)}. The entries cited below show it, across agencies and years.</p>{SECTION}"
        facts = {"lesson": found.lesson, "theme": found.theme, "enquiry": enquiry}
        finding = overviews.add_finding(report, title=found.title, html=html, by=author, **facts)
        for word in found.words:
            for entry in citing.entries_open_to(author, report).filter(event__icontains=word)[:2]:
                if not finding.evidence.filter(entry=entry).exists():
                    overviews.cite_entry(finding, entry, by=author)
        return finding

    def plan(self, number: int) -> None:
        """The action plan as it stood in the spreadsheet: some verified, some done, some late."""
        troupe = self.troupe
        with self.day(number) as today:
            responses = plans.open_plan(self.overview_report, due_on=today + timedelta(days=28), by=troupe["manager"])
        by_text = {response.recommendation.text: response for response in responses}
        with self.day(number + 14):
            for response in responses:
                by = self._lead(response.agency)
                plans.answer(response, answer="accepted", by=by)
        carried = [(row.far, self._carry_out(by_text[row.recommendation], row, number + 16)) for row in _rows()]
        self._look_again([action for far, action in carried if far == "verified"], number + 16 + 120 + 366)
        since = (clock.today() - self.begins).days
        for far, action in carried:
            self._bring_up_to_date(far, action, since, int(action.reference.split(".")[0]))

    def _look_again(self, verified: list[Action], number: int) -> None:
        """A year later the auditor looks whether the changes have lasted."""
        with self.day(number):
            for action in verified:
                seen = "Ten files of the last quarter, chosen by the auditor."
                plans.embed(action, looked_at=seen, found="Nine of the ten show it.", by=self.troupe["auditor"])

    def _bring_up_to_date(self, far: str, action: Action, since: int, number: int) -> None:
        """What the spreadsheet left late was planned anew by the board; some of it is late again."""
        troupe = self.troupe
        if far == "implemented" and number % 3:
            with self.day(since - 150):
                seen = "Five records of each team, and the form as it is used now."
                plans.verify(action, looked_at=seen, found="It is in use in every team.", by=troupe["auditor"])
        if far in {"agreed", "in_progress"}:
            with self.day(since - 60) as then:
                deadline = Deadline.objects.get(about_id=action.pk, rule="action", ended_at=None)
                casework.extend(
                    self.case,
                    deadline=deadline,
                    to=then + timedelta(days=45 + 9 * number),
                    reason="Planned anew after the review of the board’s plans: the post that carries it is filled again.",
                    consulted="The board’s quality sub-group",
                    by=troupe["manager"],
                )

    def _carry_out(self, response: Any, row: Planned, number: int) -> Action:
        troupe = self.troupe
        lead = self._lead(response.agency)
        with self.day(number) as today:
            action = plans.add_action(
                response,
                what=row.action,
                owner=troupe["owner"] if response.agency is None or response.agency == troupe.agencies["csc"] else lead,
                due_on=max(row.due_on, today),
                outcome="Children are seen, heard and safe sooner.",
                measure=row.measure,
                monitoring="Quarterly, by the board’s quality sub-group",
                by=lead,
            )
            plans.agree(action, by=troupe["manager" if response.agency else "chair"])
        if row.far == "agreed":
            return action
        owner = action.owner
        with self.day(number + 40):
            action = plans.start(action, by=owner)
        if row.far == "in_progress":
            return action
        with self.day(number + 80):
            if row.evidence in SAYS_HOW_IT_GOES:
                plans.note_progress(action, text=row.evidence, by=owner)
            shown = row.evidence if row.evidence not in SAYS_HOW_IT_GOES else ""
            plans.add_evidence(action, kind="file_audit", note=shown or "Minutes of the sub-group.", by=owner)
            action = plans.implement(action, what_was_done=f"{row.action}: done.", by=owner)
        if row.far == "verified":
            with self.day(number + 120):
                seen = "The papers filed as evidence, and a sample of ten files chosen by the auditor."
                action = plans.verify(action, looked_at=seen, found="It was done as described.", by=troupe["auditor"])
        return action

    def _lead(self, agency: Agency | None) -> Person:
        if agency is None:
            return self.troupe["manager"]
        key = next(key for key, each in self.troupe.agencies.items() if each == agency)
        return self.troupe[f"lead_{key}"]


# --- reading the papers ---------------------------------------------------------------------------------------------


def _passages(name: str) -> dict[str, str]:
    """The text under each heading of a Word report, as paragraphs."""
    if not name.endswith(".docx"):
        return {}
    found: dict[str, str] = {}
    title = ""
    for paragraph in docx.Document(str(MATERIAL / "imrs" / name)).paragraphs:
        if (paragraph.style.name if paragraph.style else "").startswith("Heading"):
            title = paragraph.text
            found[title] = ""
        elif paragraph.text.strip() and title:
            found[title] += f"<p>{escape(paragraph.text.strip())}</p>"
    return found


def _rows() -> Iterator[Planned]:
    """The plan's rows; a merged cell of a recommendation holds for the rows below it."""
    sheet = openpyxl.load_workbook(MATERIAL / "actions.xlsx")["Action plan"]
    number, text = 0, ""
    for row in sheet.iter_rows(min_row=4, values_only=True):
        if not row[3]:
            continue
        number, text = int(row[0] or number), str(row[1] or text)
        far = FAR[str(row[7] or "A")[0].upper()]
        agency = NAMES.get(str(row[4]), "")
        yield Planned(
            text, number, str(row[3]), agency, _due(row[6]), far, str(row[8] or ""), str(row[9] or "The board sees it.")
        )


def _recommendations() -> list[tuple[int, str, str, str]]:
    """Each recommendation once: number, text, the agency that leads its first action, and how it is measured."""
    seen: dict[str, tuple[int, str, str, str]] = {}
    for row in _rows():
        seen.setdefault(row.recommendation, (row.number, row.recommendation, row.agency, row.measure))
    return list(seen.values())


def _due(written: Any) -> date:
    """A date of the plan: a real one, a day in figures or words, or the end of a month."""
    if hasattr(written, "date"):
        return written.date()  # type: ignore[no-any-return]
    figures = re.fullmatch(r"(\d+)/(\d+)/(\d{4})", written)
    if figures:
        day, month, year = map(int, figures.groups())
    else:
        words = re.search(r"(?:(\d+)\w\w )?([A-Z][a-z]+) (\d{4})", written)
        if words is None:
            raise ValueError(f"the plan's date {written!r} cannot be read")
        month, year = list(calendar.month_name).index(words[2]), int(words[3])
        day = int(words[1] or 31)
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _day(written: str) -> date:
    return date.fromisoformat(written)
