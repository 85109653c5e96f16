"""What was measured, judged against the limits, and written as a plain table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median, mode

from bench.visitor import Answer

FLOOR = "floor"

QUERIES = 20
TIMES_THE_SMALL = 1.5
WEB_WORKER_MB = 160
DEMO_MB = 1_000


@dataclass(frozen=True)
class Kind:
    """Pages that have a limit in common: how many floor pages one may cost."""

    limit: str
    most: float


PAGE = Kind("No page takes more than 4 × the floor", 4.0)
LIST = Kind("No list takes more than 3 × the floor", 3.0)
LONG = Kind("No page of a chronology of 20,000 entries takes more than 4 × the floor", 4.0)
FILTER = Kind("No filter of 20,000 entries takes more than 6 × the floor", 6.0)
LANES = Kind("The swim lanes of 20,000 entries take no more than 15 × the floor", 15.0)
KINDS = (PAGE, LIST, LONG, FILTER, LANES)


@dataclass(frozen=True)
class Figure:
    """One page in one place: its queries, its times in milliseconds, and how many floor pages it costs.

    ``processor`` is what of the median the page was at work in Python: it hardly depends on what else the machine does.
    """

    place: str
    page: str
    kind: Kind
    queries: int
    processor: float
    median: float
    p95: float
    times: float

    @classmethod
    def of(cls, place: str, page: str, asked: Sequence[Answer], *, floor: float, kind: Kind) -> Figure:
        """Sum up the answers. The note that a session is in use, once a minute, is no page's own query."""
        times = [answer.milliseconds for answer in asked]
        middle = median(times)
        return cls(
            place,
            page,
            kind,
            queries=mode(answer.queries for answer in asked),
            processor=median(answer.processor for answer in asked),
            median=middle,
            p95=percentile(times, 95),
            times=middle / floor,
        )


@dataclass(frozen=True)
class Memory:
    """Megabytes: the largest web worker, resident and by its proportional share, and every process of the demo together."""

    web_worker_resident: float
    web_worker_share: float
    demo: dict[str, float]

    @property
    def whole(self) -> float:
        return sum(self.demo.values())


@dataclass(frozen=True)
class Verdict:
    """A limit, what was measured, and whether it holds."""

    limit: str
    measured: str
    holds: bool

    def __str__(self) -> str:
        return f"{'PASS' if self.holds else 'FAIL'}  {self.limit}: {self.measured}"


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many percent of the values do not exceed."""
    return sorted(values)[ceil(len(values) * percent / 100) - 1]


def verdicts(figures: Sequence[Figure], memory: Memory) -> list[Verdict]:
    """Every limit of the bench; the first place among the figures is the one that the others are compared with."""
    pages = [each for each in figures if each.page != FLOOR]
    return [
        _most("No page asks more than 20 queries", QUERIES, [(each, each.queries) for each in pages], "{:.0f}"),
        *_times_the_floor(pages),
        _same_queries(pages),
        _most("No page is more than 1.5 × slower in the large installation", TIMES_THE_SMALL, list(_compared(pages)), "{:.2f} ×"),
        _under("A web worker holds less than 160 MB resident", WEB_WORKER_MB, memory.web_worker_resident),
        _under("The whole demo holds less than 1 GB", DEMO_MB, memory.whole),
    ]


def _times_the_floor(pages: Sequence[Figure]) -> Iterable[Verdict]:
    for kind in KINDS:
        found = [(each, each.times) for each in pages if each.kind == kind]
        if found:
            yield _most(kind.limit, kind.most, found, "{:.2f} ×")


def _most(limit: str, most: float, measured: Iterable[tuple[Figure, float]], shown: str) -> Verdict:
    """Named by the page that comes nearest to the limit, or goes farthest beyond it."""
    figure, value = max(measured, key=lambda pair: pair[1])
    return Verdict(limit, f"{shown.format(value)} ({figure.page}, {figure.place})", value <= most)


def _under(limit: str, most: float, measured: float) -> Verdict:
    return Verdict(limit, f"{measured:.0f} MB", measured < most)


def _same_queries(pages: Sequence[Figure]) -> Verdict:
    counts = {(each.place, each.page): each.queries for each in pages}
    small = pages[0].place
    other = [
        f"{page} {count} ({place}) and {counts[small, page]} ({small})"
        for (place, page), count in counts.items()
        if count != counts.get((small, page), count)
    ]
    return Verdict("Every page asks as many queries in each place", "; ".join(other) or "they do", not other)


def _compared(pages: Sequence[Figure]) -> Iterable[tuple[Figure, float]]:
    """Each page of the other places, with how much longer it takes than in the first."""
    small = {each.page: each.median for each in pages if each.place == pages[0].place}
    return [(each, each.median / small[each.page]) for each in pages if each.page in small and each.place != pages[0].place]


def table(figures: Sequence[Figure]) -> str:
    """A row for each page; for each place its queries, milliseconds in Python, median, 95th percentile, multiple of the floor.

    Places with the same pages stand beside each other.
    """
    pages = {each.place: tuple(other.page for other in figures if other.place == each.place) for each in figures}
    alike = dict.fromkeys(pages.values())
    return "\n\n".join(_beside([each for each in figures if pages[each.place] == those]) for those in alike)


def _beside(figures: Sequence[Figure]) -> str:
    places = list(dict.fromkeys(each.place for each in figures))
    rows = [f"{'':24}" + "".join(f"{place:>42}" for place in places)]
    rows.append(f"{'':24}" + "".join(f"{'queries':>10}{'python':>8}{'p50 ms':>8}{'p95 ms':>8}{'× floor':>8}" for _ in places))
    for page in dict.fromkeys(each.page for each in figures):
        found = [each for each in figures if each.page == page]
        cells = (
            f"{each.queries:>10}{each.processor:>8.1f}{each.median:>8.1f}{each.p95:>8.1f}{each.times:>8.2f}" for each in found
        )
        rows.append(f"{page:24}" + "".join(cells))
    return "\n".join(rows)


def memory_table(memory: Memory) -> str:
    """What a web worker and each part of the demo hold."""
    parts = "\n".join(f"  {part:22}{megabytes:>6.0f} MB" for part, megabytes in memory.demo.items())
    return (
        f"A web worker holds {memory.web_worker_resident:.0f} MB resident, {memory.web_worker_share:.0f} MB by its share.\n"
        f"The demo's processes by their share of memory (PSS):\n{parts}\n  {'together':22}{memory.whole:>6.0f} MB"
    )
