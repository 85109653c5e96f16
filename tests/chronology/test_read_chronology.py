"""``manage.py read_chronology``: the row report for support work, without the database."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.chronology.reading.truth import ALDER, FILES, TRUTH

ROOT = Path(__file__).resolve().parents[2]
PERIOD = {"from": "2019-06-01", "to": "2023-03-10"}


def called(*files: Path | str, expect: int = 0, **options: Any) -> tuple[str, str]:
    """What the command prints and complains about, when it ends with ``expect``."""
    printed, complained = io.StringIO(), io.StringIO()
    arguments = [f"--{name}={value}" for name, value in PERIOD.items()]
    arguments += [f"--{name}" for name, wanted in options.items() if wanted]
    code = 0
    try:
        call_command("read_chronology", *map(str, files), *arguments, stdout=printed, stderr=complained)
    except SystemExit as end:
        code = int(end.code or 0)
    assert code == expect
    return printed.getvalue(), complained.getvalue()


def test_json_has_the_shape_that_was_agreed() -> None:
    path = ALDER / FILES[7]
    answer = json.loads(called(path, json=True)[0])
    assert list(answer) == ["files"]
    (file,) = answer["files"]
    assert (file["file"], file["date_order"]) == (str(path), "MDY")
    assert file["columns"]["Date Created"] == "date"
    assert file["rows"][0] == {
        "at": {"record": 2, "line": 2},
        "status": "refused",
        "reason": "outside_period",
        "start": "2013-06-25",
        "end": "2013-06-25",
        "precision": "day",
        "time": None,
        "child_seen": None,
    }


def test_places_in_each_kind_of_file() -> None:
    answer = json.loads(called(ALDER / FILES[0], ALDER / FILES[1], ALDER / FILES[8], json=True)[0])
    first = [file["rows"][0]["at"] for file in answer["files"]]
    assert first == [{"sheet": "Chronology", "row": 6}, {"table": 2, "row": 2}, {"sheet": "Contact log", "row": 4}]
    counts = [len(file["rows"]) for file in answer["files"]]
    assert counts == [TRUTH["files"][index]["counts"]["data_rows"] for index in (0, 1, 8)]


def test_one_bad_file_does_not_stop_the_others() -> None:
    bad = ALDER / "hostile" / "07_encrypted.xlsx"
    printed, complained = called(bad, ALDER / FILES[9], "nowhere.csv", json=True, expect=1)
    refused, read, missing = json.loads(printed)["files"]
    assert (refused["refused"], refused["rows"]) == ("password", [])
    assert refused["message"] == "The file is protected with a password. Remove the password and send it again."
    assert len(read["rows"]) == 62
    assert missing["refused"] == "not_readable"
    assert complained.splitlines() == [
        f"{bad}: The file is protected with a password. Remove the password and send it again.",
        "nowhere.csv: The file cannot be opened: No such file or directory.",
    ]


def test_a_summary_for_people() -> None:
    printed, _ = called(ALDER / FILES[6])
    lines = printed.splitlines()
    assert lines[0].endswith("112 rows: 104 taken, 0 question, 6 refused, 2 duplicate")
    assert "  line 111: refused: There is no 31 Nov 2021." in lines
    assert "  line 31: duplicate: The row is identical to line 25." in lines


def test_a_wrong_date_is_an_error_of_the_command() -> None:
    with pytest.raises(CommandError, match="invalid"):
        call_command("read_chronology", "a.csv", "--from=12/03/2021")


def test_it_needs_no_installation_around_it(tmp_path: Path) -> None:
    """Nor does the leak check, which reads the same files."""
    key = tmp_path / "key.json"
    key.write_text(json.dumps([{"code": "PO9", "name": "Nobody Written Here"}]), "utf-8")
    for asked, told in ((["read_chronology"], "rows"), (["leak_check", "--key", str(key)], "hits")):
        command = [sys.executable, "manage.py", *asked, str(ALDER / FILES[7]), "--json"]
        environment = {"CHAPTER8_DATA": str(tmp_path)}
        ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False)
        assert ran.returncode == 0, ran.stderr
        assert told in json.loads(ran.stdout)["files"][0]
