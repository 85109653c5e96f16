"""The packs that come with the house: what the sources say, and how a lessons learned review differs."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.test import override_settings

import frameworks
from agencies import models, roles
from frameworks import loading
from frameworks.facts import Term
from frameworks.packs import Pack
from frameworks.vocabulary import NATIONS, ROLES, SECTORS

TINY = Path(__file__).parent / "packs"
FIVE_DECISIONS = [
    "lessons_learned_review",
    "single_agency_review",
    "learning_day",
    "inter_agency_audit",
    "other_process",
]


@pytest.fixture
def scr() -> Pack:
    return frameworks.get("scr-2006")


@pytest.fixture
def llr() -> Pack:
    return frameworks.get("llr-medway")


def test_the_two_kinds_of_the_medway_guide_are_there_and_the_default() -> None:
    assert [pack.code for pack in frameworks.all_packs()] == ["scr-2006", "llr-medway"]
    assert frameworks.default_packs() == frameworks.all_packs()
    assert [pack.code for pack in frameworks.all_packs() if pack.takes_referrals] == ["scr-2006"]


def test_an_unknown_pack_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match=r"There is no pack 'scr-1999'\. There are: scr-2006, llr-medway\."):
        frameworks.get("scr-1999")


def test_the_digest_is_that_of_the_file_and_of_what_it_builds_on(scr: Pack, llr: Pack) -> None:
    below = sha256((loading.HERE / "scr-2006.toml").read_bytes()).hexdigest()
    above = sha256((loading.HERE / "llr-medway.toml").read_bytes()).hexdigest()
    assert scr.digest == below
    assert llr.digest == sha256((below + above).encode()).hexdigest()


def test_must_and_consider(scr: Pack) -> None:
    weights = {criterion.code: criterion.weight for criterion in scr.criteria}
    assert weights == {
        "death": "must",
        "serious_injury": "consider",
        "sexual_abuse": "consider",
        "parent_murdered": "consider",
        "parent_mentally_ill": "consider",
        "joint_working": "consider",
    }
    assert all(criterion.confirmed for criterion in scr.criteria)


@pytest.mark.parametrize("code", ["scr-2006", "llr-medway"])
def test_all_decisions_of_the_medway_guide(code: str) -> None:
    pack = frameworks.get(code)
    guide = [decision for decision in pack.decisions if decision.source == "Medway guide 2007"]
    assert [decision.code for decision in guide] == ["serious_case_review", *FIVE_DECISIONS]
    assert [decision.opens for decision in guide] == ["scr-2006", "llr-medway", "", "", "", ""]
    assert [decision.tracked for decision in guide] == [False, False, True, True, True, True]
    assert not pack.decision("no_review").confirmed
    assert not pack.decision("no_review").opens


@pytest.mark.parametrize("code", ["scr-2006", "llr-medway"])
def test_the_quorum_is_health_police_and_local_authority(code: str) -> None:
    assert frameworks.get(code).panel.core_sectors == ("health", "police", "local_authority")


def test_a_lessons_learned_review_is_the_same_but_for_publication_copies_and_notices(scr: Pack, llr: Pack) -> None:
    assert (scr.publication.what, llr.publication.what) == ("summary", "none")
    assert not llr.publication.is_offered
    assert [copy.to for copy in scr.copies][:2] == ["Ofsted", "Strategic Health Authority"]
    assert llr.copies == ()
    assert {notification.to for notification in scr.notifications} == {"Ofsted", "Strategic Health Authority"}
    assert llr.notifications == ()
    assert {letter.key for letter in llr.letters} == {"secure_records", "agency_report_request"}
    assert llr.stages == scr.stages
    assert llr.agency_report == scr.agency_report
    assert llr.overview == scr.overview
    assert scr.grading is not None
    assert llr.grading is not None
    assert (scr.grading.use, llr.grading.use) == ("required", "optional")
    assert (scr.converts[0].to, llr.converts[0].to) == ("llr-medway", "scr-2006")


def test_what_nobody_has_seen_in_the_text_is_marked(scr: Pack) -> None:
    doubtful = {path for path, _ in scr.unconfirmed()}
    for key in ("recommend", "decide", "secure_records", "scope", "agency_report", "overview", "complete"):
        index = [timescale.key for timescale in scr.timescales].index(key)
        assert f"timescales[{index}]" in doubtful
    assert "timescales[2]" not in doubtful  # agencies are told at once to secure their records: the Medway guide
    assert "recommendations.budget" in doubtful
    extension = scr.timescale("complete").extension
    assert extension is not None
    assert extension.confirmed
    assert extension.citation == "Hansard 7 April 2010, Working Together 2006 as amended, paragraph 8.15"


def test_only_what_was_seen_is_confirmed(scr: Pack, llr: Pack) -> None:
    for pack in (scr, llr):
        seen = {source.name for source in pack.sources if source.kind == "seen"}
        assert {fact.source for _, fact in pack.facts() if fact.confirmed} <= seen


def test_limits_of_time_hang_on_events(scr: Pack) -> None:
    assert [each.key for each in scr.started_by("referral.submit")] == ["recommend", "decide"]
    assert [each.key for each in scr.ended_by("referral.decide")] == ["decide"]
    assert [each.key for each in scr.started_by("review.begin")] == ["request_records", "scope", "overview", "complete"]
    assert [each.key for each in scr.notifications_on("review.begin")] == ["regulator_told"]
    decide = scr.timescale("decide")
    assert (decide.amount, decide.unit, decide.responsible) == (1, "month", "chair")
    complete = scr.timescale("complete")
    assert (complete.amount, complete.unit, complete.ends) == (4, "month", "review.complete")


def test_events_are_listed_with_their_place(scr: Pack) -> None:
    listed = dict(scr.named_events())
    assert listed["timescales[1].starts"] == "referral.submit"
    assert listed["stages[6].ends"] == "review.close"
    assert listed["notifications[0].on"] == "review.begin"
    assert listed["actions.audits[0].starts"] == "action.verify"
    assert set(listed.values()) <= {happening.event for happening in scr.events}


def test_the_fixed_questions_of_an_agencys_analysis(scr: Pack) -> None:
    analysis = next(chapter for chapter in scr.agency_report.chapters if chapter.key == "analysis")
    assert [section.key for section in analysis.sections] == [
        "sensitivity",
        "policies",
        "key_points",
        "actions_matched",
        "plans",
        "wishes_and_feelings",
        "identity",
        "managers",
        "standards",
        "lines_of_enquiry",
    ]
    assert len(scr.agency_report.section("context").prompts) == 11


def test_what_london_asks_of_an_overview_is_a_heading(scr: Pack) -> None:
    for key in ("profile", "organisation_and_resources", "focus_on_child", "care_pathway", "findings"):
        assert scr.overview.section(key).source == "London paper 2008"
    with pytest.raises(KeyError, match="There is no 'nothing' here, only circumstances"):
        scr.overview.section("nothing")


def test_recommendations_are_few(scr: Pack) -> None:
    budget = scr.recommendations.budget
    assert budget is not None
    assert (budget.board, budget.agency, budget.beyond, budget.confirmed) == (10, 3, "warn", False)


def test_four_grades_and_a_description_of_each(scr: Pack) -> None:
    assert scr.grading is not None
    grades = ["outstanding", "good", "adequate", "inadequate"]
    assert [grade.code for grade in scr.grading.grades if grade.confirmed] == grades
    assert [descriptor.code for descriptor in scr.grading.descriptors if not descriptor.confirmed] == grades


def test_weak_evidence_shows_only_that_something_was_done(scr: Pack) -> None:
    assert {kind.code for kind in scr.actions.evidence if kind.weak} == {"policy", "training", "reminder"}
    assert {kind.shows for kind in scr.actions.evidence if kind.weak} == {"output"}


def test_the_words_of_each_kind(scr: Pack, llr: Pack) -> None:
    assert scr.terms.agency_report.a == "an Individual Management Review"
    assert scr.terms.agency_report.brief == "IMR"
    assert scr.terms.agency_author.a == "an IMR author"
    assert llr.terms.panel.brief == "QACR"
    assert llr.terms.subject.brief == "child"
    assert (llr.terms.overview.title, llr.terms.overview.titles) == ("Overview report", "Overview reports")
    assert str(llr.terms.decider) == "Independent Chair"
    assert Term(one="hour", many="hours", article="an").a == "an hour"


def test_a_letter_is_filled_with_what_it_asks_for(scr: Pack) -> None:
    facts = {"reference": "NSCB-2026-004", "reply_by": "5 May 2026", "agency": "Northshire Police", "chair": "A Chair"}
    facts |= {"board": "The board", "report": "an Individual Management Review", "date": "3 May 2026"}
    subject, body = scr.letter("agency_report_request").filled(**facts)
    assert subject == "NSCB-2026-004: your agency’s report, by 5 May 2026"
    assert body.startswith("To the senior officer of Northshire Police\n")
    assert "$" not in body
    with pytest.raises(KeyError, match="reply_by"):
        scr.letter("agency_report_request").filled(reference="NSCB-2026-004")


def test_a_pack_cannot_be_changed(scr: Pack) -> None:
    with pytest.raises(AttributeError):
        scr.timescale("decide").amount = 2  # type: ignore[misc]


def test_the_shared_words_agree_with_the_house() -> None:
    assert dict(models.SECTORS) == SECTORS
    assert dict(models.NATIONS) == NATIONS
    assert set(ROLES) <= set(roles.ROLES)


@override_settings(FRAMEWORK_PACK_DIRS=[TINY])
def test_a_kind_of_review_needs_no_python() -> None:
    pack = frameworks.get("near-miss-2030")
    assert [each.code for each in frameworks.all_packs()] == ["scr-2006", "llr-medway", "near-miss-2030"]
    assert pack not in frameworks.default_packs()
    assert pack.terms.subject.one == "adult"
    assert pack.panel.core_sectors == ("health", "housing")
    assert pack.timescale("decide").after == "the near miss was reported"
    assert [path for path, _ in pack.unconfirmed()] == [
        "decisions[1]",
        "timescales[1]",
        "combinations[0]",
        "grading.descriptors[0]",
    ]


def test_without_the_folder_the_third_pack_is_gone() -> None:
    with pytest.raises(KeyError):
        frameworks.get("near-miss-2030")
