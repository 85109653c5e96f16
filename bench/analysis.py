"""How long the analyst takes over many entries: ``python -m bench.analysis [ENTRIES ...]``."""

from __future__ import annotations

import datetime as dt
import random
import resource
import sys
import time
from collections.abc import Sequence

from chronology.analysis import AgencyFacts, Record
from chronology.analysis.analysing import analyse
from tests.chronology.analysis.cases.ferry import FERRY
from tests.chronology.analysis.cases.quarter import QUARTER
from tests.chronology.analysis.cases.weaving import said

AGENCIES = 12
FIRST = dt.date(2008, 1, 1)
A_DAY = 6  # entries on a day; more entries are a longer case
SHARED = 0.15  # of the entries that several agencies have


def entries(count: int, seed: int = 2007) -> tuple[list[Record], dict[str, AgencyFacts]]:
    """A case of so many entries over twelve agencies, in the words of the two cases of the tests."""
    draw = random.Random(seed)  # noqa: S311 - words, nothing to guard
    agencies, routine = {}, {}
    named = [(script, agency) for script in (FERRY, QUARTER) for agency in script.agencies.values()]
    for script, agency in named[:AGENCIES]:
        agencies[agency.file] = AgencyFacts(agency.file.rpartition(".")[0])
        routine[agency.file] = (script, agency.routine)
    records: list[Record] = []
    while len(records) < count:
        on = FIRST + dt.timedelta(len(records) // A_DAY)
        shared = draw.random() < SHARED / 3
        file = draw.choice(list(agencies))
        script, templates = routine[file]
        words = said(script, draw, draw.choice(templates))
        at = dt.time(draw.randint(0, 23), draw.choice((0, 15, 30, 45, draw.randint(0, 59))))
        told = words.partition("|")[2].replace("|", " ")
        telling = f"{told} Reference {draw.randint(1000, 9999)} {draw.choice(WORDS)} {draw.choice(WORDS)}"
        records.append(Record(f"{len(records)}", file, on, on, time=at, event=telling))
        for other in draw.sample([each for each in agencies if each != file], 2) if shared else ():
            later = on + dt.timedelta(draw.randint(0, 5))
            records.append(Record(f"{len(records)}", other, later, later, event=f"Notification received: {telling}"))
    return records[:count], agencies


WORDS = [
    "".join(random.Random(number).choices("bcdfglmnprst", k=3)) + "a" + "".join(random.Random(-number).choices("lmnrst", k=2))  # noqa: S311
    for number in range(2_000)
]


def measure(count: int) -> tuple[float, float]:
    """Seconds for the analysis of so many entries, and the most memory that this process ever held, in megabytes."""
    records, agencies = entries(count)
    begun = time.perf_counter()
    analyse(records, agencies=agencies)
    return time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(counts: Sequence[int]) -> None:
    for count in counts:
        seconds, megabytes = measure(count)
        print(f"{count:>7,} entries, {AGENCIES} agencies: {seconds:6.2f} s, {megabytes:5.0f} MB")


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]] or [5_000, 20_000]))
