"""``manage.py analyse_chronology FILE...``: what the analyst would propose for these files, without touching the database."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand

from chronology.analysis import Proposal, Record
from chronology.analysis.analysing import analyse
from chronology.analysis.outside import agency_of, key_of, records_of
from chronology.reading import Refused, read_in_subprocess


class Command(BaseCommand):
    help = (
        "Reads chronology files as an import would, each as one agency's, and prints what the analyst proposes. Nothing is "
        "stored. Ends with 1 where a file as a whole was refused; the other files are analysed all the same."
    )
    requires_system_checks: ClassVar[list[str]] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="xlsx, ods, csv, docx, odt or txt")
        parser.add_argument(
            "--from",
            dest="start",
            type=dt.date.fromisoformat,
            metavar="DATE",
            help="first day of the period under review (YYYY-MM-DD)",
        )
        parser.add_argument(
            "--to",
            dest="end",
            type=dt.date.fromisoformat,
            metavar="DATE",
            help="last day of the period under review (YYYY-MM-DD)",
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="print every proposal as JSON")

    def handle(self, *, files: list[str], start: dt.date | None, end: dt.date | None, as_json: bool, **_: Any) -> None:
        records: list[Record] = []
        places: dict[str, dict[str, Any]] = {}
        refused = False
        for file in dict.fromkeys(files):
            try:
                report = read_in_subprocess(Path(file), Path(file).name, period=(start, end))
            except Refused as refusal:
                self.stderr.write(f"{file}: {refusal.sentence}")
                refused = True
                continue
            except OSError as error:
                self.stderr.write(f"{file}: The file cannot be opened: {error.strerror or error}.")
                refused = True
                continue
            records += records_of(file, report)
            places |= {key_of(file, row): {"file": file, "at": row.at.as_json()} for row in report.rows}
        agencies = {file: agency_of(file) for file in dict.fromkeys(record.agency for record in records)}
        proposals = analyse(records, agencies=agencies, period=(start, end))
        if as_json:
            answer = {"proposals": [_as_json(proposal, places) for proposal in proposals]}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
        else:
            for proposal in proposals:
                self._tell(proposal, places)
        if refused:
            raise SystemExit(1)

    def _tell(self, proposal: Proposal, places: dict[str, dict[str, Any]]) -> None:
        days = " to ".join(str(day) for day in dict.fromkeys((proposal.start, proposal.end)) if day)
        self.stdout.write(f"{proposal.kind} ({proposal.aspect.replace('_', ' ')}), {days}, score {proposal.score}")
        for reason in proposal.reasons:
            self.stdout.write(f"  {reason}")
        for key in proposal.rows:
            at = ", ".join(f"{name} {value}" for name, value in places[key]["at"].items())
            self.stdout.write(f"  - {places[key]['file']}: {at}")


def _as_json(proposal: Proposal, places: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {
        "kind": proposal.kind,
        "aspect": proposal.aspect,
        "rows": [places[key] for key in proposal.rows],
        "agency": proposal.agency,
        "from": proposal.start.isoformat() if proposal.start else None,
        "to": proposal.end.isoformat() if proposal.end else None,
        "reasons": list(proposal.reasons),
        "score": proposal.score,
    }
