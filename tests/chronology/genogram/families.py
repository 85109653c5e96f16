"""Families told in a few words, and a count of the lines that cross in their drawing."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

from chronology.genogram import Drawing, Family, Member, Tie

Line = tuple[tuple[float, float], tuple[float, float]]


def a_family(told: str, *, subject: str = "") -> Family:
    """One line for each couple or parent: "Father♂ + Mother♀: eldest, next = twin of next, youngest".

    "+" are partners, "x" partners who parted; children are born a year after each other, twins on one day.
    """
    members: dict[str, Member] = {}
    ties: list[Tie] = []

    def met(word: str, born: date | None = None) -> str:
        code = word.strip(" ♂♀†")
        sex = "male" if "♂" in word else "female" if "♀" in word else ""
        old = members.get(code)
        members[code] = Member(
            code,
            code,
            sex or (old.sex if old else ""),
            born or (old.born if old else None),
            "†" in word or bool(old and old.is_dead),
            code == subject,
        )
        return code

    year = 1940
    for line in told.strip().splitlines():
        parents, _, children = line.partition(":")
        parted = " x " in parents
        pair = [met(each) for each in parents.replace(" x ", "+").split("+") if each.strip()]
        if len(pair) == 2:
            ties.append(Tie(*pair, "partner_of", ends=date(2020, 1, 1) if parted else None))
        for group in children.split(",") if children.strip() else []:
            year += 1
            ties += [Tie(met(child, date(year, 1, 1)), parent, "child_of") for child in group.split("=") for parent in pair]
    return Family(members.values(), ties)


def lines_of(drawing: Drawing) -> list[tuple[int, Line]]:
    """Every straight piece of line, with the number of the family or couple it belongs to."""
    runs = [(("bond", number), bond.points) for number, bond in enumerate(drawing.bonds)]
    runs += [(("descent", number), line) for number, each in enumerate(drawing.descents) for line in each.lines]
    numbers = {owner: number for number, owner in enumerate(dict.fromkeys(owner for owner, _ in runs))}
    return [(numbers[owner], piece) for owner, run in runs for piece in pairwise(run)]


def crossings(drawing: Drawing) -> int:
    """How often lines of different families cross or lie on each other."""
    lines = lines_of(drawing)
    return sum(one != other and _cross(first, second) for (one, first), (other, second) in combinations(lines, 2))


def _cross(one: Line, other: Line) -> bool:
    (a, b), (c, d) = one, other
    if _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0:
        return True
    same_height = a[1] == b[1] == c[1] == d[1]
    low, high = max(min(a[0], b[0]), min(c[0], d[0])), min(max(a[0], b[0]), max(c[0], d[0]))
    return same_height and high - low > 0.5


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return round((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]), 3)
