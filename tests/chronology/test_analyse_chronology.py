"""``manage.py analyse_chronology``: the analyst for files outside any case, without the database."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.core.management import call_command

from tests.makers.files import csv

HEADINGS = ["Date", "Time", "Source", "Event", "Outcome", "Child seen"]
POLICE = [
    HEADINGS,
    ["03/05/2018", "21:40", "Log", "Carl Voss hit Anna Reed on the stairwell, lip split. Children upstairs.", "Arrested", "Y"],
    ["31/02/2018", "", "Log", "No such day.", "", ""],
    ["01/06/2018", "10:00", "Log", "Traffic stop.", "", "n/a"],
]
CARE = [
    HEADINGS,
    [
        "05/05/2018",
        "",
        "Note",
        "Police notification: Carl Voss split Anna Reed's lip on the stairwell. Children not seen.",
        "Visit",
        "N",
    ],
    ["20/05/2018", "09:15", "Note", "Supervision.", "", "n/a"],
]


def called(*files: Path, expect: int = 0, **options: Any) -> str:
    printed, code = io.StringIO(), 0
    try:
        call_command(
            "analyse_chronology", *map(str, files), *(f"--{name}" for name in options), stdout=printed, stderr=io.StringIO()
        )
    except SystemExit as end:
        code = int(end.code or 0)
    assert code == expect
    return printed.getvalue()


def written(folder: Path) -> tuple[Path, Path]:
    police, care = folder / "1 Westshire police chronology.csv", folder / "Childrens social care.csv"
    police.write_text(csv(POLICE), encoding="utf-8")
    care.write_text(csv(CARE), encoding="utf-8")
    return police, care


def test_json_has_the_shape_that_was_agreed(tmp_path: Path) -> None:
    police, care = written(tmp_path)
    proposals = json.loads(called(police, care, json=True))["proposals"]
    rows = [{"file": str(police), "at": {"record": 2, "line": 2}}, {"file": str(care), "at": {"record": 2, "line": 2}}]
    assert [(each["kind"], each["aspect"], each["rows"]) for each in proposals] == [
        ("same_event", "several_agencies", rows),
        ("contradiction", "child_seen", rows),
    ]
    assert list(proposals[0]) == ["kind", "aspect", "rows", "agency", "from", "to", "reasons", "score"]
    assert (proposals[0]["agency"], proposals[0]["from"], proposals[0]["to"]) == (None, "2018-05-03", "2018-05-05")
    assert proposals[1]["reasons"] == ["Westshire police has the child seen, Childrens social care not seen."]


def test_in_words(tmp_path: Path) -> None:
    police, care = written(tmp_path)
    lines = called(police, care).splitlines()
    assert lines[0].startswith("same_event (several agencies), 2018-05-03 to 2018-05-05, score ")
    assert f"  - {care}: record 2, line 2" in lines


def test_a_refused_file_is_said_and_the_others_analysed(tmp_path: Path) -> None:
    police, care = written(tmp_path)
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    assert len(json.loads(called(police, empty, care, expect=1, json=True))["proposals"]) == 2


def test_it_runs_without_settings_of_an_installation(tmp_path: Path) -> None:
    files = written(tmp_path)
    answer = subprocess.run(
        [sys.executable, "manage.py", "analyse_chronology", *files, "--json"],
        cwd=Path(__file__).parents[2],
        env={"CHAPTER8_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(json.loads(answer.stdout)["proposals"]) == 2
