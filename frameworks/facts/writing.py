"""What people write: headings of reports, columns of chronologies, declarations."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from frameworks.facts.ground import Code, Fact, Item, Key, Part, Statement, Text, named


class Section(Fact, frozen=True, kw_only=True):
    """A heading of a report, with guidance for its author; ``filled_from`` names the register that fills it, if any."""

    key: Key
    title: Text
    guidance: Text
    required: bool = True
    prompts: tuple[Text, ...] = ()
    filled_from: Literal[
        "",
        "contributors",
        "panel",
        "terms_of_reference",
        "genogram",
        "chronology",
        "profile",
        "findings",
        "agency_recommendations",
        "board_recommendations",
        "action_plan",
    ] = ""

    @property
    def words(self) -> str:
        return self.title


class Chapter(Part, frozen=True, kw_only=True):
    """Sections of a report that belong together under one heading."""

    key: Key
    title: Text
    guidance: str = ""
    sections: Annotated[tuple[Section, ...], Meta(min_length=1)]


class Outline(Part, frozen=True, kw_only=True):
    """The headings of one kind of report, chapter by chapter; empty where this kind of review has no such report."""

    chapters: tuple[Chapter, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section in order, whatever its chapter."""
        return tuple(section for chapter in self.chapters for section in chapter.sections)

    def section(self, key: str) -> Section:
        """The section of this key; KeyError where the outline has none."""
        return named(self.sections, key)


class Column(Fact, frozen=True, kw_only=True):
    """A column of the chronology."""

    key: Key
    label: Text
    kind: Literal["number", "date", "time", "choice", "choices", "yes_no_not_known", "text", "long_text"]
    required: bool = False
    hint: str = ""
    codes: tuple[Code, ...] = ()

    @property
    def words(self) -> str:
        return self.label


class Chronology(Part, frozen=True, kw_only=True):
    """What a chronology holds, how to write one, and the codes that stand for people in it."""

    columns: tuple[Column, ...] = ()
    principles: tuple[Statement, ...] = ()
    person_codes: tuple[Item, ...] = ()


class Declarations(Part, frozen=True, kw_only=True):
    """What people put their name to before they write, and when they sign."""

    agency_author: tuple[Statement, ...] = ()
    countersigner: tuple[Statement, ...] = ()
    overview_author: tuple[Statement, ...] = ()
