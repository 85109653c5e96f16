"""What is done with much at once: measured piece by piece, each in a process of its own, and judged against its limits."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

from django.conf import settings

from bench.figures import Verdict

ENTRIES, MANY = 20_000, 100_000

Measured = dict[str, float]

PIECES = ("importing", "analysing", "analysing_many", "printing")
LIMITS: tuple[tuple[str, str, str, float], ...] = (
    ("importing", "seconds", "A file of 5,000 rows is taken in within 10 s", 10),
    ("analysing", "seconds", "20,000 entries of 12 agencies are analysed within 10 s", 10),
    ("analysing", "megabytes", "The analyst holds less than 400 MB meanwhile", 400),
    ("printing", "seconds", "2,000 entries are printed on A3 within 15 s", 15),
)
GROWTH = 1.5  # how much longer an entry may take among five times as many


def measured(where: Mapping[str, str]) -> dict[str, Measured]:
    """Every piece of work in turn, in the installation that this environment names."""
    return {piece: _measured_apart(piece, where) for piece in PIECES}


def _measured_apart(piece: str, where: Mapping[str, str]) -> Measured:
    program = [sys.executable, "manage.py", "measure_work", piece]
    done = subprocess.run(  # noqa: S603 - the house's own words
        program, cwd=settings.BASE_DIR, env=dict(where), check=True, stdout=subprocess.PIPE, text=True
    )
    found: Measured = json.loads(done.stdout.splitlines()[-1])
    return found


def verdicts(figures: Mapping[str, Measured]) -> list[Verdict]:
    """The limits of what was measured."""
    judged = [
        Verdict(limit, f"{figures[piece][unit]:.1f} {unit}", figures[piece][unit] < most)
        for piece, unit, limit, most in LIMITS
        if piece in figures
    ]
    many, few = figures["analysing_many"]["seconds"] / MANY, figures["analysing"]["seconds"] / ENTRIES
    limit = f"An entry takes at most {GROWTH} × as long among {MANY:,} as among {ENTRIES:,}"
    return [*judged, Verdict(limit, f"{many / few:.2f} ×", many <= few * GROWTH)]
