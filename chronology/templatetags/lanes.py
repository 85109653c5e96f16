"""The marks of the swim lanes as SVG: drawn here because a template takes many times as long over some hundred of them.

Every word of an entry is escaped where it is written; all else is our own numbers and addresses. Meaning is in shape and
letter: a disc is an entry, a hatched one a date that is not exact, a diamond a key episode, a number several entries, a bar a
period; Y, N and ? in a round, a square and a dashed shape say whether the child was seen.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from html import escape

from django import template
from django.utils.safestring import SafeString

from chronology.lanes import Gap, Lane, Mark, Picture
from chronology.marks import CELL, WIDTH
from chronology.periods import Stretch, Tick, ticks
from chronology.ways import Ways

register = template.Library()

EDGE = 4  # points above the first row and below the last
MIDDLE = EDGE + CELL // 2  # of the first row
BEYOND = 40  # what lies behind goes on where a lane's name takes more room than its marks
AXIS = 28  # the height of the row that names the days
LETTERS = {"yes": "Y", "no": "N", "not_recorded": "?"}
ROUNDED = {"yes": 9, "no": 1, "not_recorded": 4}
DISC = '<circle r="6"/>'
HATCHED_DISC = '<circle r="6.5" fill="url(#c8-unsure)"/>'
DIAMOND = '<path d="M0-10 10 0 0 10-10 0Z"/><text y="3.5">K</text>'
NOTCH = '<path class="c8-mark__key" d="M0-6 6 0 0 6-6 0Z" transform="translate({} {})"/>'
MARK = '<g role="listitem"><a class="{}" href="{}" transform="translate({} {})"><title>{}</title>{}{}</a></g>'
TICK = '<text{} x="{}" y="20">{}</text>'
YEAR = ' class="c8-lane__year"'


@register.simple_tag
def lane_marks(lane: Lane, picture: Picture, ways: Ways | None = None) -> SafeString:
    """Everything in a lane, in the order of time; with the ways, each mark is a link."""
    dots = [mark for mark in lane.marks if not mark.end]
    items = sorted([*(_between(gap, dots) for gap in lane.gaps), *lane.marks], key=lambda each: each.days.first)
    return SafeString("".join(_item(each, picture.shown, ways) for each in items))


@register.simple_tag
def nobody_marks(picture: Picture) -> SafeString:
    """The days on which no agency has an entry, each with its number of days where there is room for it."""
    return SafeString("".join(_gap(each) + _days_of(each) for each in picture.nobody))


@register.simple_tag
def lane_height(lane: Lane) -> int:
    """The height of a lane in points: a row of dots, and as many of bars as there are."""
    return CELL * (1 + lane.bar_rows) + 2 * EDGE


@register.simple_tag
def lane_ground(lane: Lane, picture: Picture) -> SafeString:
    """What lies behind the marks: the days on which no agency has an entry, the lines of the ticks, the lane's own line."""
    height = lane_height(lane) + BEYOND
    bands = "".join(f'<rect class="c8-lane__nobody" {_across(gap)} height="{height}" />' for gap in picture.nobody)
    return SafeString(f'{bands}{_lines(picture.shown, 0, height)}<path class="c8-lane__line" d="M0 {MIDDLE}H{WIDTH}"/>')


@register.simple_tag
def lane_axis(picture: Picture) -> SafeString:
    """The days along the top, in words."""
    named = [tick for tick in ticks(picture.shown) if tick.words]
    words = (TICK.format(YEAR if tick.is_strong else "", _x(picture.shown, tick) + 4, escape(tick.words)) for tick in named)
    return SafeString(_lines(picture.shown, 8, AXIS) + "".join(words))


@register.simple_tag
def lane_width() -> int:
    """The width of every lane in points."""
    return WIDTH


def _x(shown: Stretch, tick: Tick) -> float:
    return round(WIDTH * shown.share(tick.day), 1)


@lru_cache(maxsize=128)
def _lines(shown: Stretch, top: int, bottom: int) -> str:
    """The ticks of the years as one path, all others as another."""
    drawn = []
    for is_strong, css in ((False, "c8-lane__tick"), (True, "c8-lane__tick c8-lane__tick--year")):
        path = "".join(f"M{_x(shown, tick)} {top}V{bottom}" for tick in ticks(shown) if tick.is_strong == is_strong)
        drawn.append(f'<path class="{css}" d="{path}"/>' if path else "")
    return "".join(drawn)


def _across(gap: Gap) -> str:
    return f'x="{gap.start}" width="{max(round(gap.end - gap.start, 1), 2)}"'


def _between(gap: Gap, dots: list[Mark]) -> Gap:
    """The gap without the room that the marks before and after it need, which may stand a little beside their days."""
    before = max((dot.at for dot in dots if dot.days.first < gap.days.first), default=-CELL)
    after = min((dot.at for dot in dots if dot.days.first > gap.days.first), default=WIDTH + CELL)
    return replace(gap, start=max(gap.start, before + CELL / 2), end=min(gap.end, after - CELL / 2))


def _item(each: Mark | Gap, shown: Stretch, ways: Ways | None) -> str:
    if isinstance(each, Gap):
        return _gap(each)
    drawn = (_bar if each.end else _of_child if each.seen else _dot)(each)
    middle = MIDDLE + CELL * (each.row + 1 if each.end else 0)
    if ways is None:
        return f'<g class="{_css(each)}" transform="translate({each.at} {middle})">{drawn}</g>'
    return MARK.format(_css(each), escape(ways.of_mark(each, shown)), each.at, middle, escape(each.words), _room(each), drawn)


def _gap(gap: Gap) -> str:
    band = f'<rect class="c8-lane__gap" {_across(gap)} y="{EDGE}" height="{CELL}" fill="url(#c8-gap)"/>'
    words = escape(gap.words)
    return f'<g role="listitem"><g role="img" aria-label="{words}"><title>{words}</title>{band}</g></g>'


def _days_of(gap: Gap) -> str:
    words = f"{gap.days.days} days"
    room = 7 * len(words) + 8
    if gap.end - gap.start < room + 8:
        return ""
    middle = (gap.start + gap.end) / 2
    ground = f'<rect class="c8-lane__plate" x="{middle - room / 2:g}" y="{MIDDLE - 9}" width="{room}" height="18"/>'
    return f'<g class="c8-lane__days" aria-hidden="true">{ground}<text x="{middle:g}" y="{MIDDLE + 4}">{words}</text></g>'


def _css(mark: Mark) -> str:
    kinds = {
        "bar": mark.end > 0,
        "several": mark.count > 1,
        "unsure": mark.is_unsure,
        "key": mark.keys and mark.count == 1 and not mark.seen,
        mark.seen: mark.seen,
    }
    return "c8-mark" + "".join(f" c8-mark--{kind}" for kind, holds in kinds.items() if holds)


def _room(mark: Mark) -> str:
    """What can be hit, and shows where the focus is: as large as a cell at least."""
    width = mark.end - mark.at if mark.end else CELL
    left = 0 if mark.end else -CELL // 2
    return f'<rect class="c8-mark__room" x="{left}" y="{-CELL // 2}" width="{width:g}" height="{CELL}" rx="4"/>'


def _dot(mark: Mark) -> str:
    if mark.count == 1:
        return DIAMOND if mark.keys else HATCHED_DISC if mark.is_unsure else DISC
    return _pill(str(mark.count), 9) + (NOTCH.format(CELL // 2 - 3, -8) if mark.keys else "")


def _bar(mark: Mark) -> str:
    width = round(mark.end - mark.at, 1)
    fill = ' fill="url(#c8-unsure)"' if mark.is_unsure or mark.count > 1 else ""
    words = _plate(str(mark.count), width / 2) if mark.count > 1 else ""
    return f'<rect class="c8-mark__bar" y="-7" width="{width}" height="14" rx="3"{fill}/>{words}' + (
        NOTCH.format(0, 0) if mark.keys else ""
    )


def _of_child(mark: Mark) -> str:
    letter = LETTERS[mark.seen]
    return _pill(letter if mark.count == 1 else f"{letter}{mark.count}", ROUNDED[mark.seen])


def _pill(words: str, rounded: int) -> str:
    width = min(max(18, 6 * len(words) + 3), CELL - 1)
    small = ' class="c8-mark__small"' if len(words) > 2 else ""
    return f'<rect x="{-width / 2:g}" y="-9" width="{width}" height="18" rx="{rounded}"/><text y="3.5"{small}>{words}</text>'


def _plate(words: str, at: float) -> str:
    """A number on a bar, on a ground of its own so that it can be read over hatching."""
    width = 6 * len(words) + 6
    ground = f'<rect class="c8-mark__plate" x="{at - width / 2:g}" y="-6" width="{width}" height="12"/>'
    return f'{ground}<text x="{at:g}" y="3.5">{words}</text>'
