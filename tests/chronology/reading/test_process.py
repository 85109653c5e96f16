"""Reading in a process of its own says the same as reading here, tells how far it is, and leaves nothing behind."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from pathlib import Path

import pytest

from chronology.reading import read_in_subprocess
from chronology.reading.files import read
from tests.chronology.reading.truth import ALDER, FILES, PERIOD
from tests.makers.files import HEADINGS, csv


@pytest.mark.parametrize("file", [FILES[0], FILES[1], FILES[2], FILES[8]])
def test_the_same_report_comes_back(file: str) -> None:
    path = ALDER / file
    assert read_in_subprocess(path, path.name, period=PERIOD) == read(path, path.name, period=PERIOD)


def test_everything_asked_for_arrives() -> None:
    content = csv([["Date", "Event", "Talk"], ["03/04/2021", "Visit", "About the plan at length."]]).encode()
    asked = {"mapping": {"Event": "contact_type", "Talk": "event"}, "date_order": "MDY", "today": dt.date(2021, 3, 1)}
    row = read_in_subprocess(content, "c.csv", period=(None, dt.date(2030, 1, 1)), **asked).rows[0]
    assert (row.reason, str(row.start), row.texts["event"]) == ("future_date", "2021-03-04", "About the plan at length.")


def test_progress_is_told() -> None:
    content = csv([HEADINGS, *([f"{1 + n % 28}/03/2021", "", "s", f"Visit {n}.", "", ""] for n in range(600))]).encode()
    steps: list[tuple[int, int]] = []
    report = read_in_subprocess(content, "c.csv", progress=lambda done, total: steps.append((done, total)))
    assert len(report.rows) == 600
    assert steps == [(250, 600), (500, 600), (600, 600)]


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    path = ALDER / FILES[7]
    read_in_subprocess(path, path.name)
    assert list(tmp_path.iterdir()) == []


def test_the_process_inherits_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The interpreter is replaced by one that writes down what it was given, then reads as ever."""
    listing = tmp_path / "environment"
    wrapper = tmp_path / "python"
    wrapper.write_text(f'#!/bin/sh\nenv > "{listing}"\nexec "{os.sys.executable}" "$@"\n')  # type: ignore[attr-defined]
    wrapper.chmod(0o755)
    monkeypatch.setattr("sys.executable", str(wrapper))
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    monkeypatch.setenv("SECRET_KEY", "secret")
    path = ALDER / FILES[7]
    read_in_subprocess(path, path.name)
    assert "secret" not in listing.read_text()
