"""``manage.py leak_check FILE... --key KEY.json``: what in finished files still tells who somebody is, without a database."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError

from casework.gate import Refused
from chronology.naming.leaks import Hit, counted
from chronology.naming.people import Key, read_key
from chronology.naming.process import check_file


class Command(BaseCommand):
    help = (
        "Looks through files for names, other spellings, initials, dates of birth, addresses and numbers of the people of a key: "
        "in the text, headers, comments, tracked changes, properties and names. Nothing is stored. Ends with 1 where a file was "
        "refused; the other files are looked through all the same."
    )
    requires_system_checks: ClassVar[list[str]] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="docx, xlsx, odt, ods, pdf, csv, txt, png or jpg")
        parser.add_argument("--key", required=True, metavar="KEY.json", help="the people: code, name, variants, dob")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print every hit as JSON")

    def handle(self, *, files: list[str], key: str, as_json: bool, **_: Any) -> None:
        people = _key(key)
        answers = [(name, _check(name, people)) for name in files]
        if as_json:
            told = {"files": [_as_json(name, answer) for name, answer in answers]}
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
        for name, answer in answers:
            if isinstance(answer, Refused):
                self.stderr.write(f"{name}: {answer.sentence}")
            elif not as_json:
                self._list(name, answer)
        if any(isinstance(answer, Refused) for _, answer in answers):
            raise SystemExit(1)

    def _list(self, name: str, hits: list[Hit]) -> None:
        if not hits:
            self.stdout.write(f"{name}: no known identifiers found")
            return
        counts = ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in counted(hits).items() if kind != "all")
        self.stdout.write(f"{name}: {len(hits)} found ({counts})")
        for hit in hits:
            whose = f" ({hit.code})" if hit.code else ""
            self.stdout.write(f"  {hit.where}: “{hit.text}”, {hit.kind.replace('_', ' ')}{whose}, {hit.sure}")


def _key(name: str) -> Key:
    try:
        return read_key(Path(name).read_bytes())
    except (OSError, ValueError) as error:
        raise CommandError(f"{name}: {error}") from error


def _check(name: str, key: Key) -> list[Hit] | Refused:
    path = Path(name)
    try:
        return check_file(path, path.name, key, any_text=True)
    except Refused as refused:
        return refused
    except OSError as error:
        return Refused("not_readable", f"The file cannot be opened: {error.strerror or error}.")


def _as_json(name: str, answer: list[Hit] | Refused) -> dict[str, Any]:
    if isinstance(answer, Refused):
        return {"file": name, "refused": answer.reason, "message": answer.sentence, "hits": [], "counts": {}}
    fields = ("text", "kind", "code", "where", "context", "sure")
    hits = [{field: getattr(hit, field) for field in fields} for hit in answer]
    return {"file": name, "hits": hits, "counts": counted(answer)}
