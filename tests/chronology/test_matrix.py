"""The chronology's machine: every state, every act, every role, and what comes of it."""

from __future__ import annotations

from typing import Any

import pytest

from casework import log
from casework import workflow as casework
from casework.machines import machine
from chronology import workflow
from chronology.models import Chronology
from frameworks import clock
from tests.makers.cast import Cast, add_stranger
from tests.makers.chronology import a_case, a_chronology, a_chronology_with_report, a_csv, a_read_file, again, an_entry
from tests.matrix import observed, trial

pytestmark = pytest.mark.django_db

ROLES = (
    *("administrator", "manager", "chair", "auditor", "lead", "author", "countersigner"),
    *("colleague", "panel_member", "overview_author", "stranger"),
)
WORKERS = "lead author countersigner"
OTHERS = "administrator manager chair auditor colleague panel_member overview_author stranger"
HIDDEN = {"forbidden": WORKERS, "hidden": OTHERS}
SAVES = (
    "add_entry",
    "change_entry",
    "remove_entry",
    "restore_entry",
    "import_file",
    "read_again",
    "answer_rows",
    "apply_import",
    "set_aside",
    "name_people",
)
MOVED = {"moved": WORKERS, "hidden": OTHERS}

WITH_REPORT: dict[str, dict[str, dict[str, str]]] = {
    "compiling": dict.fromkeys(SAVES, MOVED) | dict.fromkeys(("keep_reading", "bind", "share", "unshare"), HIDDEN),
}
ALONE = {
    "moved": "lead",
    "hidden": "administrator manager chair auditor author countersigner colleague panel_member overview_author stranger",
}
NOBODY = {"forbidden": "lead", "hidden": ALONE["hidden"]}
READERS = "manager chair panel_member overview_author"
NOT_THEIRS = "administrator auditor author countersigner colleague stranger"
WITHOUT_REPORT: dict[str, dict[str, dict[str, str]]] = {
    "compiling": dict.fromkeys((*SAVES, "share"), ALONE) | dict.fromkeys(("keep_reading", "bind", "unshare"), NOBODY),
}


def told(label: str, who: str) -> str:
    return f"“{label}” is not possible now: the chronology is shared with the panel since {who}."


def people(cast: Cast) -> dict[str, Any]:
    return {role: cast.people[role] for role in ROLES}


def given(cast: Cast, chronology: Chronology) -> dict[str, Any]:
    """Facts for the acts that need some; each act about a file gets one in the state that the act is for."""
    if chronology.state == "shared":
        return {"share": {"on": clock.today()}, "bind": {"report_id": chronology.pk}}
    file = a_read_file(chronology, cast.lead, a_csv([40]))
    about = {"file": file}
    return {"share": {"on": clock.today()}, "bind": {"report_id": chronology.pk}} | dict.fromkeys(
        ("read_again", "answer_rows", "apply_import", "set_aside"), about
    )


def table(cast: Cast, chronology: Chronology) -> dict[str, dict[str, str]]:
    facts = given(cast, chronology)
    return observed(again(chronology), people(cast), facts)


def in_order(found: dict[str, dict[str, str]]) -> dict[str, dict[str, set[str]]]:
    return {act: {outcome: set(roles.split()) for outcome, roles in row.items()} for act, row in found.items()}


def test_while_it_is_compiled_with_a_report(cast: Cast) -> None:
    add_stranger(cast)
    chronology = a_chronology_with_report(cast)
    an_entry(chronology, cast.lead)
    assert in_order(table(cast, again(chronology))) == in_order(WITH_REPORT["compiling"])


def test_while_it_is_compiled_without_a_report(cast: Cast) -> None:
    add_stranger(cast)
    chronology = a_chronology(cast)
    an_entry(chronology, cast.lead)
    found = table(cast, again(chronology))
    blocked = "A file has been imported and nobody has answered it yet: take its rows in, or set it aside."
    expected = WITHOUT_REPORT["compiling"] | {"share": {blocked: "lead", "hidden": ALONE["hidden"]}}
    assert in_order(found) == in_order(expected)
    workflow.set_aside(chronology.imports.get(), by=cast.lead)
    free = {role: trial(again(chronology), "share", person, {"on": clock.today()}) for role, person in people(cast).items()}
    assert free == {role: "moved" if role == "lead" else "hidden" for role in ROLES}


@pytest.mark.parametrize("with_report", [True, False])
def test_once_it_is_shared(cast: Cast, with_report: bool) -> None:
    add_stranger(cast)
    chronology = a_chronology_with_report(cast) if with_report else a_chronology(cast)
    an_entry(chronology, cast.lead)
    shared = workflow.share(again(chronology), by=cast.lead, following=chronology.case)
    workers = WORKERS if with_report else "lead"
    readers = READERS
    hidden = " ".join(role for role in ROLES if role not in f"{workers} {readers}".split())
    since = log.last_change(shared) or ""
    expected: dict[str, dict[str, str]] = {}
    for act in SAVES:
        label = _label(act)
        expected[act] = {told(label, since): workers, "forbidden": readers, "hidden": hidden}
    for act in ("keep_reading", "bind"):
        expected[act] = {"forbidden": f"{workers} {readers}", "hidden": hidden}
    if with_report:
        expected["share"] = expected["unshare"] = {"forbidden": f"{workers} {readers}", "hidden": hidden}
    else:
        expected["share"] = {told("Share with the panel", since): "lead", "forbidden": readers, "hidden": hidden}
        expected["unshare"] = {"moved": "manager", "forbidden": "lead chair panel_member overview_author", "hidden": hidden}
    assert in_order(table(cast, shared)) == in_order(expected)


def test_a_closed_case_is_read_and_no_longer_changed(cast: Cast) -> None:
    case = a_case(cast)
    chronology = a_chronology(cast, case=case)
    facts = given(cast, chronology)
    case.deadline_set.all().delete()
    casework.close(case, by=cast.manager)
    found = observed(again(chronology), {"lead": cast.lead}, facts)
    sentence = "The case is closed: its file is read and no longer changed."
    assert {act for act, row in found.items() if next(iter(row)).startswith(sentence)} == {*SAVES, "share"}


def test_the_matrix_knows_every_act() -> None:
    assert set(machine(Chronology)) == {*SAVES, "keep_reading", "bind", "share", "unshare"}


def _label(act: str) -> str:
    return {
        "add_entry": "Add an entry",
        "change_entry": "Change an entry",
        "remove_entry": "Strike out an entry",
        "restore_entry": "Restore an entry",
        "import_file": "Import a file",
        "read_again": "Read it again",
        "answer_rows": "Answer for rows",
        "apply_import": "Take the rows in",
        "set_aside": "Set the file aside",
        "name_people": "Name people",
    }[act]
