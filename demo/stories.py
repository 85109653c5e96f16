"""Walks a fictional case through the real verbs, on the days on which it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from actionplans import workflow as plans
from actionplans.models import Action
from agencies.models import Person
from casework.models import Case
from chronology import keeping
from chronology import workflow as chronologies
from chronology.models import PersonKey
from demo.people import Troupe
from demo.tales import Tale
from frameworks import clock
from imr import workflow as reports
from imr.models import IMR
from overview import citing, text
from overview import workflow as overviews
from overview.models import OverviewReport
from referrals import workflow as referrals
from referrals.models import (
    AgenciesKnown,
    Attendance,
    Child,
    Consultation,
    CriterionAnswer,
    Incident,
    Page,
    Proceedings,
    Referral,
    Relative,
    Safety,
)
from reviews import scope
from reviews import workflow as reviews
from reviews.models import Review

PANEL = ("panel", "panel_police", "panel_csc")
SECTORS = {"panel": "health", "panel_police": "police", "panel_csc": "local_authority"}
ENTRIES = (
    ("First contact with the family; basic details taken.", "yes"),
    ("Home visit. The home was cold; the child was asleep and not woken.", "no"),
    ("Telephone call from another agency with a concern; advice given.", "not_recorded"),
    ("Planned visit did not take place: nobody in.", "no"),
    ("Child seen with parent; said little. A note was left for the next worker.", "yes"),
    ("Meeting of professionals. Two agencies sent apologies.", "not_applicable"),
    ("Case reviewed in supervision; to be closed if nothing new.", "not_applicable"),
)


class Story:
    """One case as it goes on; every step is told on its own day, counted from the first."""

    def __init__(self, troupe: Troupe, tale: Tale, begins: date) -> None:
        self.troupe = troupe
        self.tale = tale
        self.begins = begins
        self.referral: Referral
        self.imrs: dict[str, IMR] = {}

    @contextmanager
    def day(self, number: int, hour: int = 10) -> Iterator[date]:
        """Live on the day this many days after the first."""
        on = self.begins + timedelta(days=number)
        with clock.travelling(datetime.combine(on, time(hour, 12), clock.LONDON)):
            yield on

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.again().case_id)

    @property
    def review(self) -> Review:
        return Review.objects.get(case=self.case)

    def again(self) -> Referral:
        return Referral.objects.get(pk=self.referral.pk)

    # --- the referral ---------------------------------------------------------------------------------------------

    def draft(self, number: int = 0) -> None:
        """The lead of children's social care writes the referral, page by page."""
        tale, by = self.tale, self.troupe["lead_csc"]
        with self.day(number) as today:
            self.referral = referrals.create_draft(self.troupe.board, by=by)
            professional = "The designated nurse"
            view = "The case should be referred: what is known raises concern about joint working."
            self._fill(Consultation(), professional=professional, consulted_on=today - timedelta(days=1), view=view)
            died = {"has_died": "yes", "date_of_death": today - timedelta(days=3)} if tale.has_died else {"has_died": "no"}
            self._fill(Child(), name=tale.child, date_of_birth=date.fromisoformat(tale.born), known_to_social_care="yes", **died)
            happened = {"happened_on": today - timedelta(days=3), "place": tale.place, "what_happened": tale.what_happened}
            self._fill(Incident(), **happened)
            self._fill(Relative(), name=tale.mother, relation="Mother", is_child="no", known_as="Mother")
            self._fill(Safety(), at_risk="no", done="Checked with the police and the school on the same day.")
            known = [self.troupe.agencies[key] for key in tale.agencies]
            self._fill(AgenciesKnown(), many={"agencies": known})
            self._answer_criteria()
            self._fill(Proceedings(), under_way="unknown", details="The police have been asked.")

    def submit(self, number: int = 0) -> None:
        with self.day(number, 11):
            referrals.submit(self.again(), by=self.troupe["lead_csc"])

    def consider(self, number: int) -> None:
        with self.day(number) as today:
            panel = [self.troupe[key] for key in PANEL]
            referrals.consider(self.again(), panel_meets_on=today + timedelta(days=9), members=panel, by=self.troupe["manager"])

    def recommend(self, number: int, decision: str, reasons: str, *, criteria_met: bool = True, **facts: str) -> None:
        with self.day(number) as today:
            room = [Attendance(person=self.troupe[key], name=self.troupe[key].name, sector=SECTORS[key]) for key in PANEL]
            referrals.recommend(
                self.again(),
                met_on=today,
                present=room,
                criteria_met=criteria_met,
                decision=decision,
                reasons=reasons,
                by=self.troupe["manager"],
                **facts,
            )

    def decide(self, number: int, decision: str, reasons: str, **facts: Any) -> None:
        with self.day(number):
            referrals.decide(self.again(), decision=decision, reasons=reasons, by=self.troupe["chair"], **facts)

    def decided(self, decision: str = "serious_case_review", *, criteria_met: bool = True) -> None:
        """From the draft to the decision, as the panel recommended it."""
        self.draft()
        self.submit()
        self.consider(2)
        self.recommend(11, decision, "The panel looked at every criterion in turn.", criteria_met=criteria_met)
        self.decide(14, decision, "I agree with the panel, for its reasons.")

    # --- the review -----------------------------------------------------------------------------------------------

    def secure(self, number: int, *, silent: Iterable[str] = ()) -> None:
        """Agencies are told to secure their records; all but the silent ones answer."""
        with self.day(number):
            agencies = [self.troupe.agencies[key] for key in self.tale.agencies]
            requests = reviews.request_records(self.review, agencies, by=self.troupe["manager"])
        by_agency = {request.agency_id: request for request in requests}
        for place, key in enumerate(self.tale.agencies):
            if key in silent:
                continue
            with self.day(number + 1 + place % 2) as today:
                lead = self.troupe[f"lead_{key}"]
                facts = {
                    "what": "All files, paper and electronic",
                    "where": "Sealed in the records office",
                    "secured_by": lead.name,
                }
                reviews.answer(by_agency[self.troupe.agencies[key].pk], is_held=True, secured_on=today, by=lead, **facts)

    def tell(self, number: int) -> None:
        """Whoever outside must be told is told."""
        with self.day(number) as today:
            for owed in self.review.untold():
                key = owed.notification.key
                reviews.record_notice(
                    self.review, key=key, told_on=today, how="Letter by secure e-mail", by=self.troupe["manager"]
                )

    def scope(self, number: int, *, reports_in: int = 45, agreed: bool = True) -> None:
        """The terms of reference, agreed by the panel unless told otherwise."""
        manager = self.troupe["manager"]
        with self.day(number) as today:
            terms = reviews.draft_terms(self.review, by=manager)
            reviews.write_period(
                terms,
                period_from=today - timedelta(days=730),
                period_to=today,
                reason="From the first contact after the family moved to the area.",
                version=scope.version_of(terms, scope.PERIOD),
                by=manager,
            )
            lines = [(None, question) for question in self.tale.questions]
            reviews.write_lines(terms, questions=lines, version=scope.version_of(terms, scope.ISSUES), by=manager)
            asked = {self.troupe.agencies[key]: "report" for key in self.tale.agencies}
            reviews.write_contributors(
                terms, contributions=asked, version=scope.version_of(terms, scope.CONTRIBUTORS), by=manager
            )
            reviews.write_timescales(
                terms,
                reports_due_on=today + timedelta(days=reports_in),
                overview_due_on=today + timedelta(days=reports_in + 60),
                version=scope.version_of(terms, scope.TIMESCALES),
                by=manager,
            )
        if agreed:
            with self.day(number + 2):
                reviews.agree_terms(terms, by=manager, note="Agreed at the panel’s meeting.")

    def appoint_author(self, number: int) -> None:
        with self.day(number) as today:
            declared = [statement.key for statement in self.review.pack.declarations.overview_author]
            reviews.appoint_overview_author(
                self.review,
                self.troupe["overview"],
                declared=declared,
                declared_on=today,
                experience="Fourteen overview reports for boards elsewhere.",
                by=self.troupe["manager"],
            )

    # --- the agencies' reports ------------------------------------------------------------------------------------

    def commission(self, number: int) -> None:
        with self.day(number):
            for key in self.tale.agencies:
                agency = self.troupe.agencies[key]
                self.imrs[key] = reports.commission(self.review, agency, by=self.troupe["manager"])
            self.fill_key()

    def fill_key(self) -> None:
        """The board's manager gives codes to the family, and lets agencies use them."""
        child = {"code": "Child", "name": self.tale.child, "kind": "child", "role": "Child the review is about", "is_told": True}
        mother = {"code": "Mother", "name": self.tale.mother, "kind": "family", "role": "Mother", "is_told": True}
        keeping.add_people(PersonKey.objects.get(case=self.case), [child, mother], by=self.troupe["manager"])

    def name(self, key: str, number: int) -> tuple[Person, Person]:
        """The agency names its author and its countersigning officer; the author declares no part in the case."""
        lead, author, signer = (self.troupe[f"{part}_{key}"] for part in ("lead", "author", "signer"))
        with self.day(number):
            imr = self.imrs[key]
            reports.name_author(imr, author, post=author.post, by=lead)
            reports.name_countersigner(imr, signer, post=signer.post, by=lead)
            declared = [each.key for each in imr.pack.declarations.agency_author]
            reports.declare(imr, declared=declared, by=author)
        return author, signer

    def write(self, key: str, number: int, *, sections: int | None = None) -> None:
        """The author writes the report, or its first sections, and the chronology."""
        author = self.troupe[f"author_{key}"]
        agency = self.troupe.agencies[key]
        with self.day(number):
            imr = IMR.objects.get(pk=self.imrs[key].pk)
            self.add_entries(imr, author)
            for section in list(imr.section_set.all())[:sections]:
                title = imr.pack.agency_report.section(section.key).title
                words = f"<p>{agency} looked at this with the practitioners who knew the family. {title}</p>"
                reports.write(section, html=words + SECTION, version=section.version, is_ready=True, by=author)

    def add_entries(self, imr: IMR, author: Person) -> None:
        """A short chronology in the author's own hand."""
        first = clock.today() - timedelta(days=420)
        for place, (event, seen) in enumerate(ENTRIES):
            on = first + timedelta(days=53 * place)
            chronologies.add_entry(
                imr.chronology,
                start=on,
                end=on,
                date_words=f"{on:%d/%m/%Y}",
                source="Case file",
                event=event,
                child_seen=seen,
                by=author,
            )

    def report(self, key: str, number: int, until: str = "accepted") -> None:
        """A whole report, as far as told: awaiting, submitted, returned or accepted."""
        author, signer = self.name(key, number)
        self.write(key, number + 6)
        imr = self.imrs[key]
        with self.day(number + 12):
            imr = reports.send_for_countersignature(IMR.objects.get(pk=imr.pk), by=author)
        if until == "awaiting":
            return
        with self.day(number + 15):
            declared = [each.key for each in imr.pack.declarations.countersigner]
            imr = reports.countersign(imr, digest=imr.digest(), declared=declared, by=signer).imr
            imr = reports.submit(imr, by=author)
        if until == "submitted":
            return
        with self.day(number + 19):
            panel = self.troupe["panel" if key != "hospital" else "panel_police"]
            if until == "returned":
                reasons = "The report says what happened. Please say why: what made sense to practitioners at the time?"
                reports.send_back(imr, reasons=reasons, due_on=clock.today() + timedelta(days=14), by=panel)
            else:
                reports.accept(imr, by=panel)

    def gathered(self) -> None:
        """Every agency has reported, and the panel has accepted."""
        self.decided()
        self.secure(14)
        self.tell(16)
        self.scope(20)
        self.appoint_author(24)
        self.commission(24)
        for place, key in enumerate(self.tale.agencies):
            self.report(key, 26 + 2 * place)

    # --- the overview ---------------------------------------------------------------------------------------------

    def overview(self, number: int) -> OverviewReport:
        """The overview author writes, finds and recommends, each on what the agencies wrote."""
        author = self.troupe["overview"]
        with self.day(number):
            report = overviews.start(self.review, by=author)
            for section in report.overviewsection_set.all():
                words = f"<p>The panel read every report and talked with those who wrote them.</p>{SECTION}"
                overviews.write(report, part=section.part, key=section.key, html=words, version=section.version, by=author)
            self._find(report, author)
        return report

    def _find(self, report: OverviewReport, author: Person) -> None:
        entries = list(citing.entries_open_to(author, report)[:12])
        lines = list(self.review.terms.lineofenquiry_set.all())
        for place, enquiry in enumerate(lines):
            title, lesson, text, measure = FINDINGS[place % len(FINDINGS)]
            words = f"<p>{title}. {SECTION_PLAIN}</p>"
            finding = overviews.add_finding(
                report, title=title, html=words, lesson=lesson, theme="information_sharing", enquiry=enquiry, by=author
            )
            for entry in entries[place * 2 : place * 2 + 2]:
                overviews.cite_entry(finding, entry, by=author)
            agency = None if place else self.troupe.agencies[self.tale.agencies[0]]
            overviews.add_recommendation(
                report,
                text=text,
                findings=[finding],
                agency=agency,
                category="information_sharing",
                lever="practice",
                expected_change="Children are seen, heard and remembered by those who plan for them.",
                measure=measure,
                by=author,
            )

    @property
    def overview_report(self) -> OverviewReport:
        return OverviewReport.objects.get(review=self.review)

    def to_signature(self, number: int) -> None:
        """The panel has read it, the agencies have checked the facts: only the chair's signature is missing."""
        troupe = self.troupe
        with self.day(number):
            report = overviews.send_to_panel(self.overview_report, by=troupe["overview"])
        with self.day(number + 3) as today:
            agencies = [troupe.agencies[key] for key in self.tale.agencies]
            due_on = today + timedelta(days=10)
            overviews.ask_accuracy(report, agencies=agencies, due_on=due_on, by=troupe["manager"])
        for place, key in enumerate(self.tale.agencies):
            with self.day(number + 4 + place):
                agency = troupe.agencies[key]
                overviews.check_accuracy(self.overview_report, agency=agency, answer="agreed", by=troupe[f"lead_{key}"])
        with self.day(number + 5 + len(self.tale.agencies)):
            overviews.send_for_sign_off(self.overview_report, by=troupe["manager"])

    def signed(self, number: int) -> None:
        """The chair signs exactly the text there is."""
        with self.day(number):
            report = self.overview_report
            overviews.sign_off(report, sha256=text.sha256_of(report), by=self.troupe["chair"])

    # --- the plan -------------------------------------------------------------------------------------------------

    def planned(self, number: int) -> None:
        """Everybody who is addressed has accepted and planned one action for each recommendation."""
        troupe = self.troupe
        with self.day(number) as today:
            responses = plans.open_plan(self.overview_report, due_on=today + timedelta(days=28), by=troupe["manager"])
        with self.day(number + 10) as today:
            for response in responses:
                by = troupe["lead_csc"] if response.agency else troupe["manager"]
                accepted = plans.answer(response, answer="accepted", by=by)
                action = plans.add_action(
                    accepted,
                    what=accepted.recommendation.text,
                    owner=troupe["owner"],
                    due_on=today + timedelta(days=90),
                    outcome=accepted.recommendation.expected_change,
                    measure=accepted.recommendation.measure,
                    monitoring="Quarterly, by the board’s quality sub-group",
                    by=by,
                )
                plans.agree(action, by=troupe["manager" if response.agency else "chair"])

    def carried_out(self, number: int) -> None:
        """Done, verified by the auditor, and the file closed."""
        troupe = self.troupe
        self.planned(number)
        actions = Action.objects.filter(case=self.case).order_by("sorts_as")
        for action in actions:
            with self.day(number + 60):
                plans.start(action, by=troupe["owner"])
                note = "Twenty files sampled in March; nineteen met the standard. The sample is kept by the quality team."
                plans.add_evidence(action, kind="dip_sample", note=note, by=troupe["owner"])
                plans.implement(action, what_was_done="Agreed, taught and sampled.", by=troupe["owner"])
            with self.day(number + 90):
                seen = "Ten of the twenty files, chosen by the auditor, and two conversations with practitioners."
                plans.verify(action, looked_at=seen, found="Practice has changed as the action intended.", by=troupe["auditor"])
        with self.day(number + 100):
            plans.close_review(self.review, by=troupe["manager"])

    # --- pieces ---------------------------------------------------------------------------------------------------

    def _answer_criteria(self) -> None:
        for criterion in self.again().pack.criteria:
            is_met = criterion.code in self.tale.met
            reason = "What is known so far points to it." if is_met else "Nothing that is known points to it."
            self._fill(CriterionAnswer(code=criterion.code), answer="yes" if is_met else "no", reason=reason)

    def _fill(self, page: Page, many: Any = None, **said: Any) -> None:
        page.referral = self.again()  # type: ignore[attr-defined]
        page = page.standing() or page
        for name, value in said.items():
            setattr(page, name, value)
        referrals.write(self.again(), page=page, version=page.version, by=self.troupe["lead_csc"], many=many)


SECTION_PLAIN = (
    "Practitioners worked hard and mostly to procedure. What each of them knew was true and partial; "
    "nobody was placed to see the whole."
)
SECTION = f"<p>{SECTION_PLAIN}</p><p>Fictional text, written for the demonstration.</p>"
FINDINGS = (
    (
        "The child was talked about and seldom seen",
        "A plan that nobody has seen the child about is not yet a plan.",
        "See every child on a plan alone at least once a month, where age allows, and write down what they said.",
        "Dip sample of twenty files: child seen alone and heard in at least eighteen.",
    ),
    (
        "What one agency knew did not reach the others in time",
        "Telling is done when the other has understood, not when a message has been sent.",
        "Agree across the board how urgent information is confirmed as received and acted on.",
        "Quarterly audit of thirty notifications: receipt confirmed within one working day in nine of ten.",
    ),
    (
        "Supervision repeated the plan and did not question it",
        "Supervision is the place to ask what else this could mean.",
        "Give supervisors a short structure for thinking again about cases open longer than six months.",
        "Observation of twelve supervision sessions: another explanation considered in ten.",
    ),
)
