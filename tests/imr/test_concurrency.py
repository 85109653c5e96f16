"""Many people saving at once: what was acknowledged is there, and what was refused is still with who typed it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from casework.models import LogEntry
from casework.refusals import Blocked, Outdated
from imr import workflow
from imr.models import IMR, Section
from tests.makers import imr as reports
from tests.makers.cast import make_cast

PEOPLE = 20


def test_twenty_at_once_lose_nothing_that_was_acknowledged(fresh_database: str) -> None:
    """Each adds a line to the same section; who is outdated puts their line under what stands now and tries again."""
    cast = make_cast()
    section = reports.drafting(cast).section_set.first()

    def add(number: int) -> int:
        line, text, version, tries = f"<p>Line {number}.</p>", "", 0, 0
        try:
            while True:
                tries += 1
                try:
                    saved = workflow.write(section, html=text + line, version=version, keep=False, by=cast.author)
                except Outdated as outdated:
                    text, version = outdated.theirs, outdated.version
                else:
                    assert saved.version == version + 1
                    return tries
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PEOPLE) as people:
        tries = list(people.map(add, range(PEOPLE), timeout=300))
    stands = Section.objects.get(pk=section.pk)
    assert sorted(stands.html.removesuffix("</p>").split("</p>")) == sorted(f"<p>Line {number}." for number in range(PEOPLE))
    assert stands.version == PEOPLE
    written = LogEntry.objects.filter(object_id=section.imr_id, act="imr.write").count()
    refused = LogEntry.objects.filter(object_id=section.imr_id, act="imr.write.outdated").count()
    assert (written, refused) == (PEOPLE, sum(tries) - PEOPLE)


def test_twenty_presses_of_accept_give_one_acceptance(fresh_database: str) -> None:
    cast = make_cast()
    imr = reports.submitted(cast)

    def press(number: int) -> str:
        try:
            workflow.accept(imr, by=cast.panel_member)
        except Blocked as blocked:
            return " ".join(blocked.sentences)[:60]
        else:
            return "moved"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PEOPLE) as people:
        answers = list(people.map(press, range(PEOPLE), timeout=300))
    assert sorted(set(answers)) == ["moved", "“Accept the report” is not possible now: the report is accep"]
    assert answers.count("moved") == 1
    assert IMR.objects.get(pk=imr.pk).state == "accepted"
    assert LogEntry.objects.filter(object_id=imr.pk, act="imr.accept").count() == 1
