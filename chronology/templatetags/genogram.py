"""The symbols and lines of a genogram as SVG. Every code and role is escaped where it is written.

A square is male, a circle female, a diamond neither or not recorded; a cross says that somebody has died, a double outline that
the review is about this child; a broken line joins partners who are not married, two strokes through it say that they parted.
"""

from __future__ import annotations

from html import escape
from textwrap import wrap

from django import template
from django.utils.safestring import SafeString

from chronology.genogram import Bond, Descent, Drawing, Placed
from chronology.genogram.layout import HALF, Point

register = template.Library()

SHAPES = {
    "male": '<rect x="-{0}" y="-{0}" width="{1}" height="{1}"/>',
    "female": '<circle r="{0}"/>',
}
DIAMOND = '<path d="M0-{0} {0} 0 0 {0}-{0} 0Z"/>'
SLASHES = '<path class="c8-geno__line" d="M{} {}l-8 18m8 0l8-18"/>'
LETTERS, LINES = 16, 2  # of a role: in one line, and lines


@register.simple_tag
def genogram_lines(drawing: Drawing) -> SafeString:
    """The lines between people."""
    return SafeString("".join(map(_descent, drawing.descents)) + "".join(map(_bond, drawing.bonds)))


@register.simple_tag
def genogram_people(drawing: Drawing) -> SafeString:
    """The people, each with code and role."""
    return SafeString("".join(map(_person, drawing.people)))


def _path(points: tuple[Point, ...]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def _descent(descent: Descent) -> str:
    return f'<path class="c8-geno__line" d="{"".join(map(_path, descent.lines))}"/>'


def _bond(bond: Bond) -> str:
    union = bond.union
    broken = "" if union.is_married else ' stroke-dasharray="6 4"'
    (left, _), (right, _) = bond.points[0], bond.points[-1]
    x, y = left + (right - left) / 4 if len(bond.points) == 2 else left + 20, bond.middle[1]
    parted = SLASHES.format(f"{x:g}", f"{y - 9:g}") if union.ends else ""
    return f'<path class="c8-geno__line" d="{_path(bond.points)}"{broken}/>{parted}{_years(bond)}'


def _years(bond: Bond) -> str:
    first, last = (day.year if day else None for day in (bond.union.begins, bond.union.ends))
    if first is None and last is None:
        return ""
    words = f"{first}–{last}" if first and last else f"from {first}" if first else f"to {last}"
    x, y = bond.middle
    above = 12 if bond.union.ends else 5  # the strokes through a line are higher than it
    return f'<text class="c8-geno__years" x="{x:g}" y="{y - above:g}">{words}</text>'


def _person(placed: Placed) -> str:
    member = placed.member
    shape = SHAPES.get(member.sex, DIAMOND)
    reach = HALF + 3 if member.sex not in SHAPES else HALF
    drawn = shape.format(reach, 2 * reach)
    if member.is_subject:
        drawn += shape.format(reach - 5, 2 * (reach - 5))
    if member.is_dead:
        drawn += f'<path d="M-{HALF}-{HALF}L{HALF} {HALF}M{HALF}-{HALF}L-{HALF} {HALF}"/>'
    return f'<g transform="translate({placed.x:g} {placed.y:g})"><g class="c8-geno__symbol">{drawn}</g>{_words(placed)}</g>'


def _words(placed: Placed) -> str:
    """The code and, where it says more, the role, on a ground of their own: a line to children may pass behind."""
    member = placed.member
    code = wrap(member.code, LETTERS) or [""]
    role = (
        wrap(member.role, LETTERS, max_lines=LINES, placeholder="…") if member.role.casefold() != member.code.casefold() else []
    )
    lines = [(words, "c8-geno__code") for words in code[:LINES]] + [(words, "c8-geno__role") for words in role]
    width = 7 * max(len(words) for words, _ in lines) + 6
    ground = f'<rect class="c8-geno__ground" x="{-width / 2:g}" y="{HALF + 4}" width="{width}" height="{14 * len(lines) + 3}"/>'
    texts = (
        f'<text class="{css}" y="{HALF + 16 + 14 * number}">{escape(words)}</text>' for number, (words, css) in enumerate(lines)
    )
    return ground + "".join(texts)
