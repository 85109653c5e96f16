"""``manage.py read_chronology FILE...``: what an import would make of these files, without touching the database."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand

from chronology.reading import FileReport, Refused, read_in_subprocess
from chronology.reading.report import REASONS, STATUSES


class Command(BaseCommand):
    help = (
        "Reads chronology files as an import would and prints what becomes of every row. Nothing is stored. "
        "Ends with 1 where a file as a whole was refused; the other files are read all the same."
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
        parser.add_argument("--json", action="store_true", dest="as_json", help="print every row as JSON")

    def handle(self, *, files: list[str], start: dt.date | None, end: dt.date | None, as_json: bool, **_: Any) -> None:
        answers = [(name, _read(name, (start, end))) for name in files]
        if as_json:
            self.stdout.write(
                json.dumps({"files": [_as_json(name, answer) for name, answer in answers]}, ensure_ascii=False, indent=1)
            )
        for name, answer in answers:
            if isinstance(answer, Refused):
                self.stderr.write(f"{name}: {answer.sentence}")
            elif not as_json:
                self._summarise(name, answer)
        if any(isinstance(answer, Refused) for _, answer in answers):
            raise SystemExit(1)

    def _summarise(self, name: str, report: FileReport) -> None:
        counts = ", ".join(f"{report.counts[status]} {status}" for status in STATUSES)
        self.stdout.write(f"{name}: {len(report.rows)} rows: {counts}")
        self.stdout.write(f"  dates: {report.date_order}. {report.date_order_why}")
        for table in report.tables:
            columns = ", ".join(f"{column.header} = {column.meaning}" for column in table.columns)
            self.stdout.write(f"  {table.name or 'columns'}: {columns}")
        for remark in report.remarks:
            self.stdout.write(f"  note: {remark}")
        for row in report.rows:
            for sentence in (
                [row.sentence or REASONS.get(row.reason or "", "")]
                if row.status in {"refused", "duplicate"}
                else [query.sentence for query in row.questions]
            ):
                self.stdout.write(f"  {row.at}: {row.status}: {sentence}")


def _read(name: str, period: tuple[dt.date | None, dt.date | None]) -> FileReport | Refused:
    path = Path(name)
    try:
        return read_in_subprocess(path, path.name, period=period)
    except Refused as refused:
        return refused
    except OSError as error:
        return Refused("not_readable", f"The file cannot be opened: {error.strerror or error}.")


def _as_json(name: str, answer: FileReport | Refused) -> dict[str, Any]:
    if isinstance(answer, Refused):
        return {
            "file": name,
            "refused": answer.reason,
            "message": answer.sentence,
            "columns": {},
            "date_order": None,
            "rows": [],
        }
    return answer.as_json() | {"file": name}
