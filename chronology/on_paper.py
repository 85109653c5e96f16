"""The first pages of a chronology on paper: the swim lanes of what is printed, and the genogram. Nothing in them is fetched."""

from __future__ import annotations

from django.template.loader import render_to_string

from chronology.genogram import drawing_of
from chronology.kinship import Kinship
from chronology.lanes import GAP, NOBODY, Picture


def first_pages(picture: Picture | None, kinship: Kinship | None = None) -> str:
    """The pages as HTML, to stand before the table of the same entries; empty where there is nothing to draw."""
    pages = []
    if picture is not None:
        pages.append(render_to_string("chronology/paper_lanes.html", {"picture": picture, "gap": GAP, "nobody": NOBODY}))
    if kinship is not None and kinship.family.members:
        facts = {"drawing": drawing_of(kinship.family), "rows": kinship.rows}
        pages.append(render_to_string("chronology/paper_genogram.html", facts))
    return "\n".join(pages)
