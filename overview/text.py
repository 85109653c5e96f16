"""The report as facts: exactly what is signed, and everything a paper of it shows."""

from __future__ import annotations

from typing import Any

from frameworks import calendars, clock
from frameworks.facts import Outline
from overview import codes, registers
from overview.models.findings import Evidence, Finding, digest_of
from overview.models.recommendations import Recommendation
from overview.models.report import OverviewReport


def signed_text(report: OverviewReport) -> dict[str, Any]:
    """All that the author wrote and cited, in a fixed order: what a signature is bound to."""
    sections = report.overviewsection_set.exclude(html="").order_by("part", "key")
    return {
        "reference": report.case.reference,
        "sections": [{"part": each.part, "key": each.key, "html": each.html} for each in sections],
        "findings": [_finding(each) for each in _findings(report)],
        "recommendations": [_recommendation(each) for each in _recommendations(report)],
    }


def sha256_of(report: OverviewReport) -> str:
    """The SHA-256 (hex) of the report's text as it now stands."""
    return digest_of(signed_text(report))


def photograph(report: OverviewReport, part: str, kind: str) -> dict[str, Any]:
    """Everything a paper shows, as JSON: the text, the registers beside it, the signature. A public one cites no entries.

    No name of the key stands in it: ``text_sha256`` is of the words as they are stored, what is shown has codes.
    """
    return codes.on_paper(report, as_written(report, part, kind))


def as_written(report: OverviewReport, part: str, kind: str) -> dict[str, Any]:
    """The same in the words of whoever wrote them, names and all."""
    text = signed_text(report)
    pack = report.pack
    outline = report.outline(part)
    cited = _cited(text["findings"])
    is_inside = part == "overview" and kind != "public"
    return {
        "title": pack.terms.overview.title if part == "overview" else pack.terms.summary.title,
        "part": part,
        "is_draft": kind == "draft",
        "is_public": kind == "public",
        "reference": report.case.reference,
        "pseudonym": report.case.pseudonym,
        "board": report.case.board.name,
        "kind": pack.title,
        "state": report.get_state_display(),
        "taken_on": calendars.written(clock.today()),
        "chapters": _chapters(report, text, part, outline),
        "findings": _labelled(text["findings"], cited if is_inside else []),
        "recommendations": text["recommendations"],
        "cited_entries": cited if is_inside else [],
        "checks": [each.facts() for each in report.checks().select_related("agency")] if is_inside and report.round else [],
        "text_sha256": digest_of(text),
        "signed": _signature(report),
    }


def _chapters(report: OverviewReport, text: dict[str, Any], part: str, outline: Outline) -> list[dict[str, Any]]:
    """The headings with what stands under them; a heading under which nothing stands is left out."""
    written = {each["key"]: each["html"] for each in text["sections"] if each["part"] == part}
    chapters = []
    for chapter in outline.chapters:
        sections = []
        for each in chapter.sections:
            filled = registers.fill(report, each.filled_from)
            if filled or each.key in written:
                sections.append({"key": each.key, "title": each.title, "html": written.get(each.key, ""), "filled": filled})
        if sections:
            chapters.append({"key": chapter.key, "title": chapter.title, "sections": sections})
    return chapters


def _signature(report: OverviewReport) -> dict[str, str] | None:
    if not (report.signed_by and report.signed_at):
        return None
    at = report.signed_at.astimezone(clock.LONDON)
    return {
        "by": report.signed_by.name,
        "post": report.signed_by.post or "Independent Chair",
        "at": f"{calendars.written(at.date())}, {at:%H:%M}",
        "sha256": report.signed_sha256,
    }


def _findings(report: OverviewReport) -> Any:
    return report.finding_set.select_related("enquiry", "report__review").prefetch_related("evidence")


def _recommendations(report: OverviewReport) -> Any:
    return (
        report.standing_recommendations()
        .select_related("agency", "case__board", "report__review", "carried_from__imr__agency")
        .prefetch_related("findings")
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "number": finding.number,
        "title": finding.title,
        "html": finding.html,
        "lesson": finding.lesson,
        "theme": finding.theme_label,
        "enquiry": str(finding.enquiry) if finding.enquiry else "",
        "evidence": [_evidence(each) for each in finding.evidence.all()],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "kind": "entry" if evidence.entry_id else "passage",
        "id": str(evidence.entry_id or evidence.section_id),
        "agency": evidence.agency,
        "dated": evidence.dated,
        "sorts_on": evidence.sorts_on.isoformat() if evidence.sorts_on else "",
        "source": evidence.source,
        "said": evidence.said,
        "note": evidence.note,
        "sha256": evidence.sha256,
    }


def _recommendation(recommendation: Recommendation) -> dict[str, Any]:
    return {
        "number": recommendation.number,
        "text": recommendation.text,
        "to": recommendation.addressee,
        "is_for_the_board": recommendation.agency_id is None,
        "category": recommendation.category_label,
        "lever": recommendation.lever_label,
        "expected_change": recommendation.expected_change,
        "measure": recommendation.measure,
        "findings": [each.number for each in recommendation.findings.all()],
        "carried_from": str(recommendation.carried_from.imr.agency) if recommendation.carried_from else "",
    }


def _cited(findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The chronology entries that findings rest on, in the order of time, each once, with the findings that cite it."""
    entries: dict[str, dict[str, Any]] = {}
    for finding in findings:
        for each in finding["evidence"]:
            if each["kind"] == "entry":
                known = entries.setdefault(each["id"], {**each, "findings": []})
                known["findings"].append(finding["number"])
    ordered = sorted(entries.values(), key=lambda each: (each["sorts_on"], each["id"]))
    return [{**each, "label": f"E{place}"} for place, each in enumerate(ordered, start=1)]


def _labelled(findings: list[dict[str, Any]], cited: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The findings, with each citation of an entry under the label it has in the appendix; no appendix, no citations."""
    labels = {each["id"]: each["label"] for each in cited}
    return [
        {**finding, "evidence": [{**each, "label": labels.get(each["id"], "")} for each in finding["evidence"] if cited]}
        for finding in findings
    ]
