"""What must hold before the overview report goes on its way, each with the sentence that says what is missing."""

from __future__ import annotations

from typing import Any

from agencies.models import Person
from casework.machines import guard


@guard("These sections are still empty: {o.empty_in_words}.")
def sections_are_written(report: Any, by: Person | None) -> bool:
    return not report.empty_sections()


@guard("The report has no finding yet.")
def has_a_finding(report: Any, by: Person | None) -> bool:
    return report.finding_set.exists()


@guard("No evidence yet for {o.unevidenced_in_words}: cite a chronology entry or a passage of an agency’s report.")
def findings_have_evidence(report: Any, by: Person | None) -> bool:
    return not report.unevidenced()


@guard("No finding stands behind {o.unfounded_in_words}: say which findings lead to it.")
def recommendations_rest_on_findings(report: Any, by: Person | None) -> bool:
    return not report.unfounded()


@guard("An agency has not answered, and still has time: {o.silent_in_words}.")
def agencies_have_answered(report: Any, by: Person | None) -> bool:
    return not report.checks_in_time()


@guard("The author has not answered the correction asked for by {o.uncorrected_in_words}.")
def corrections_are_answered(report: Any, by: Person | None) -> bool:
    return not report.open_corrections()


@guard("The person who wrote the report cannot sign it off.")
def signed_by_another(report: Any, by: Person | None) -> bool:
    return by is None or not report.is_written_by(by)


@guard("{o.a_review} goes to nobody outside the board.")
def copies_are_asked_for(report: Any, by: Person | None) -> bool:
    return bool(report.pack.copies)


@guard("{o.a_review} is not published.")
def publication_is_offered(report: Any, by: Person | None) -> bool:
    return bool(report.pack.publication.is_offered)


@guard("The summary that is published has these sections empty: {o.empty_in_summary}.")
def summary_is_written(report: Any, by: Person | None) -> bool:
    return report.pack.publication.what != "summary" or not report.empty_sections("summary")


@guard("Those whom the recommendations address were asked on {o.plan_opened_on:%-d %B %Y}.")
def plan_is_not_open(report: Any, by: Person | None) -> bool:
    return report.plan_opened_on is None


READY = (sections_are_written, has_a_finding, findings_have_evidence, recommendations_rest_on_findings)
