"""The way of a review, drawn: stage after stage, what each may take, and where the ways part.

The drawing says nothing that the list of stages beside it does not say.
"""

from __future__ import annotations

from textwrap import wrap
from typing import NamedTuple

from frameworks.facts import Stage, Timescale
from frameworks.packs import Pack

WIDTH = 344
INDENT = 40
PADDING = 12
GAP = 28
TITLE = 22
LINE = 19
LETTERS = 44


class Line(NamedTuple):
    """A line of text, its baseline, and whether it is a stage's name or a note."""

    y: int
    text: str
    kind: str


class Box(NamedTuple):
    """A stage, or what may be decided instead of it going on."""

    x: int
    y: int
    width: int
    height: int
    kind: str
    lines: tuple[Line, ...]

    @property
    def text_x(self) -> int:
        """Where its lines begin."""
        return self.x + PADDING


class Arrow(NamedTuple):
    """From one stage down to the next; past what may be decided instead, it has no head yet."""

    x: int
    y: int
    length: int
    has_head: bool = True

    @property
    def tip(self) -> int:
        """Where it ends."""
        return self.y + self.length

    @property
    def head(self) -> str:
        """The corners of its head."""
        return f"{self.x - 5},{self.tip - 8} {self.x + 5},{self.tip - 8} {self.x},{self.tip}"


class ProcessMap(NamedTuple):
    """Boxes from top to bottom, and the arrows that join the stages."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def process_map(pack: Pack) -> ProcessMap:
    """Draw the stages of a pack."""
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    y = 1
    for stage in pack.stages:
        if boxes:
            arrows.append(Arrow(INDENT // 2, y, GAP))
            y += GAP
        for box in _boxes(pack, stage, y):
            if box.kind == "fork":
                arrows.append(Arrow(INDENT // 2, box.y, box.height, has_head=False))
            boxes.append(box)
            y = box.y + box.height
    return ProcessMap(WIDTH, y + 1, tuple(boxes), tuple(arrows))


def other_ways(pack: Pack) -> tuple[str, ...]:
    """What may be decided instead of this kind of review."""
    return tuple(decision.label for decision in pack.decisions if decision.opens != pack.code)


def limits_of(pack: Pack, stage: Stage) -> tuple[Timescale, ...]:
    """The limits of time that are kept in a stage."""
    return tuple(pack.timescale(key) for key in stage.limits)


def _boxes(pack: Pack, stage: Stage, y: int) -> list[Box]:
    boxes = [_box(0, y, "stage", stage.label, tuple(limit.words for limit in limits_of(pack, stage)))]
    if stage.forks and other_ways(pack):
        below = boxes[0].y + boxes[0].height
        boxes.append(_box(INDENT, below, "fork", "Or instead", other_ways(pack)))
    return boxes


def _box(x: int, y: int, kind: str, title: str, notes: tuple[str, ...]) -> Box:
    width = WIDTH - x - 2
    lines = [Line(y + PADDING + TITLE - 6, title, "title")]
    for text in notes:
        for part in wrap(text, LETTERS - x // 8):
            lines.append(Line(lines[-1].y + LINE, part, "note"))
    height = lines[-1].y - y + PADDING
    return Box(x + 1, y, width, height, kind, tuple(lines))
