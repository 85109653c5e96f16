"""The panel reads the agencies' entries together: some proposals answered, an agency asked, notes, a view, a version frozen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from chronology import panel_workflow as panel
from chronology import proposing
from chronology.models import Analysis, Chronology, IntegratedChronology
from demo.stories import Story

SURE = 0.8  # from which score on the demonstration's panel takes two rows for one event
JOINED, APART, NOTED = 12, 3, 4


def read_together(story: Story, number: int) -> None:
    """A week of the panel's work with the integrated chronology, a month after the last report came in."""
    troupe = story.troupe
    integrated = IntegratedChronology.objects.select_related("case__board").get(case=story.case)
    with story.day(number):
        for run in Analysis.objects.filter(integrated=integrated, stage="waiting").select_related("integrated__case"):
            panel.run_analysis(run)
        _answer(integrated, by=troupe["panel"])
    with story.day(number + 1):
        _ask(integrated, story)
        _write_notes(integrated, story)
    with story.day(number + 7):
        panel.keep_view(integrated, name="Key episodes", asked="key=yes", by=troupe["manager"])
        view = integrated.views.get(name="Key episodes")
        panel.share_view(view, is_shared=True, by=troupe["manager"])
        panel.freeze(integrated, words="Read by the panel, with all agencies’ chronologies.", by=troupe["manager"])


def _proposals(integrated: IntegratedChronology, **narrowed: Any) -> Any:
    found = integrated.proposals.filter(answer="", **narrowed).select_related("integrated__case")
    return found.order_by("-score", "number")


def _answer(integrated: IntegratedChronology, *, by: Any) -> None:
    for each in list(_proposals(integrated, kind="same_event", score__gte=SURE)[:JOINED]):
        panel.dispose(each, answer="same", by=by)
    for each in list(_proposals(integrated, kind="same_event").reverse()[:APART]):
        panel.dispose(each, answer="different", words="Two contacts on the same day, about different things.", by=by)
    for each in list(_proposals(integrated, kind="contradiction")[:NOTED]):
        panel.dispose(each, answer="noted", words="To be taken up with the agencies’ authors.", by=by)


def _ask(integrated: IntegratedChronology, story: Story) -> None:
    """An agency is asked about the first hand-off that nobody matched, and answers."""
    open_ones = list(_proposals(integrated, kind="hand_off", agency__isnull=False)[:1])
    for each in open_ones:
        asked = Chronology.objects.get(case=story.case, agency=each.agency)
        words = "Another agency’s record says that you were told in these days. What do your records hold?"
        question = panel.ask_agency(each, chronology=asked, words=words, by=story.troupe["panel"])
        lead = story.troupe[next(f"lead_{key}" for key, agency in story.troupe.agencies.items() if agency == asked.agency)]
        panel.answer(question, words="We looked again: nothing was recorded in these days, nor in the shared mailbox.", by=lead)


def _write_notes(integrated: IntegratedChronology, story: Story) -> None:
    shared = proposing.shared_in(integrated.case_id)
    significant = next((each for one in shared for each in one.entries.filter(is_significant=True)[:1]), None)
    entry = significant or shared[0].entries.all()[0]
    panel.add_note(integrated, entry=entry, words="What did the other agencies know on this day?", by=story.troupe["panel"])
    since, words = entry.start - timedelta(days=45), "Ask at the next meeting who saw the child in these weeks, and alone."
    panel.add_note(integrated, start=since, end=entry.start, words=words, by=story.troupe["chair"])
