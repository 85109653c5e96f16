"""What a review is counted by: the profile sheet, factors, themes, recommendations."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from frameworks.facts.ground import Code, Fact, Item, Key, Number, Part, Text


class ProfileField(Fact, frozen=True, kw_only=True):
    """A field of the profile sheet: about each subject, each agency, the review, or the case as a whole."""

    key: Key
    label: Text
    kind: Literal["choice", "choices", "yes_no_not_known", "date", "number", "text"]
    per: Literal["subject", "agency", "review", "case"] = "case"
    codes: tuple[Code, ...] = ()
    hint: str = ""

    @property
    def words(self) -> str:
        return self.label


class ProfileTable(Part, frozen=True, kw_only=True):
    """One table of the profile sheet."""

    key: Key
    title: Text
    fields: tuple[ProfileField, ...] = ()


class Factor(Item, frozen=True, kw_only=True):
    """Something in the lives of the people concerned, answered yes, no or not known, with the evidence."""

    about: Literal["adult", "subject", "household"]


class Combination(Fact, frozen=True, kw_only=True):
    """Factors that weigh more together: present when one of each group of ``all_of`` is."""

    code: Key
    label: Text
    all_of: Annotated[tuple[Annotated[tuple[Key, ...], Meta(min_length=1)], ...], Meta(min_length=2)]

    @property
    def words(self) -> str:
        return self.label


class Budget(Fact, frozen=True, kw_only=True):
    """How many recommendations are enough: for the board, and for each agency. More takes a reason, or is refused."""

    board: Number
    agency: Number
    beyond: Literal["warn", "refuse"]

    @property
    def words(self) -> str:
        return f"{self.board} recommendations for the board and {self.agency} for each agency"


class Recommendations(Part, frozen=True, kw_only=True):
    """The standard set that recommendations are chosen from and counted by."""

    categories: tuple[Item, ...] = ()
    levers: tuple[Item, ...] = ()
    budget: Budget | None = None
