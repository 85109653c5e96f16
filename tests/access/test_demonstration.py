"""The demonstration holds what the product promises: permissions that follow from facts, and a log that can be believed."""

from __future__ import annotations

from io import StringIO

from django.core.management import call_command

from casework import access, registry, verification
from casework.models import Case, LogEntry
from reviews.models import Review


def test_there_is_a_case_in_every_stage_on_two_boards(demo: None) -> None:
    stages = set(Case.objects.filter(board__prefix="NSCB").values_list("stage", "state"))
    assert stages >= {
        ("referral", "open"),
        ("scope", "open"),
        ("agency_reports", "open"),
        ("overview", "open"),
        ("sign_off", "open"),
        ("actions", "open"),
        ("actions", "closed"),
    }
    assert set(Case.objects.values_list("board__prefix", flat=True)) == {"NSCB", "WSCB"}
    assert set(Review.objects.values_list("framework", flat=True)) == {"scr-2006", "llr-medway"}


def test_stored_permissions_are_what_the_facts_say(demo: None) -> None:
    said = StringIO()
    call_command("check_access", stdout=said)
    assert said.getvalue() == "0 differences between stored and derived permissions.\n"
    granted = {word: access.grant_model(model).objects.count() for word, model in registry.guarded().items()}
    assert [word for word, count in granted.items() if not count] == []


def test_the_log_of_the_demonstration_holds(demo: None) -> None:
    said = StringIO()
    call_command("verify_log", stdout=said)
    assert said.getvalue() == f"{LogEntry.objects.count()} entries read, 0 faults found.\n"
    assert LogEntry.objects.count() > 2_000


def test_a_permission_too_many_and_one_too_few_are_named(demo: None) -> None:
    case = Case.objects.filter(board__prefix="NSCB").first()
    stranger = access.grant_model(Case).objects.filter(content_object__board__prefix="WSCB").first()
    missing = access.grant_model(Case).objects.filter(content_object=case).first()
    group, codename = missing.group.name, missing.permission.codename
    missing.delete()
    access.grant_model(Case).objects.create(content_object=case, group=stranger.group, permission=stranger.permission)
    assert sorted(map(str, access.check())) == sorted(
        [
            f"case {case.pk}: {codename} for {group} is missing",
            f"case {case.pk}: {stranger.permission.codename} for {stranger.group.name} is stored without a reason",
        ]
    )


def test_nothing_stands_in_the_log_that_was_not_done(demo: None) -> None:
    """The whole check finds nothing, and finds a state that was pushed past the corridor."""
    assert list(verification.problems()) == []
    case = Case.objects.filter(state="open").first()
    Case.objects.filter(pk=case.pk).update(version=case.version + 1)
    assert list(verification.problems()) == [
        f"case {case.pk}: is open (version {case.version + 1}), and the log says open (version {case.version})"
    ]
