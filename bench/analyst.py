"""How well the analyst does against the four cases whose truth is known: ``python -m bench.analyst``."""

from __future__ import annotations

import sys

from tests.chronology.analysis.cases.beckside import BECKSIDE
from tests.chronology.analysis.cases.ferry import FERRY
from tests.chronology.analysis.cases.quarter import QUARTER
from tests.chronology.analysis.scoring import alder, measure, woven


def main() -> None:
    scripts = (FERRY, QUARTER, BECKSIDE)
    for name, case in (("alder", alder()), *((script.name, woven(script)) for script in scripts)):
        print(f"{name}, {len(case.records):,} entries: {measure(case)}")


if __name__ == "__main__":
    sys.exit(main())
