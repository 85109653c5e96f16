"""What becomes of a review: its action plan, its grade, its copies and its publication."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from frameworks.facts.ground import Fact, Item, Part, Statement, Text
from frameworks.facts.timing import Audit, ProgressReport


class ActionColumn(Item, frozen=True, kw_only=True):
    """A column of the action plan."""

    required: bool = False


class Rating(Item, frozen=True, kw_only=True):
    """A mark of the legend for progress: a letter as well as a colour, since a colour alone tells nobody enough."""

    letter: Annotated[str, Meta(min_length=1, max_length=1)]
    colour: Literal["red", "amber", "green", "blue", "grey"]


class Evidence(Item, frozen=True, kw_only=True):
    """A kind of proof that an action changed something; ``weak`` ones prove that it was done, not that it worked."""

    shows: Literal["output", "practice", "outcome"]
    weak: bool = False


class Actions(Part, frozen=True, kw_only=True):
    """How an action plan is kept, rated, proved and looked at again."""

    columns: tuple[ActionColumn, ...] = ()
    ratings: tuple[Rating, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    audits: tuple[Audit, ...] = ()
    reports: tuple[ProgressReport, ...] = ()


class Grading(Fact, frozen=True, kw_only=True):
    """How the review itself is judged: by whom, on which scale, and how the board judges itself before they do."""

    by: Text
    use: Literal["required", "optional"]
    grades: tuple[Item, ...]
    descriptors: tuple[Item, ...] = ()
    strands: tuple[Item, ...] = ()

    @property
    def words(self) -> str:
        return f"Graded by {self.by}"


class Copy(Fact, frozen=True, kw_only=True):
    """A body that is sent the finished papers, and which of them."""

    to: Text
    documents: Annotated[tuple[Text, ...], Meta(min_length=1)]

    @property
    def words(self) -> str:
        return f"{self.to}: {', '.join(self.documents)}"


class Publication(Fact, frozen=True, kw_only=True):
    """What of the review is made public, if anything."""

    what: Literal["none", "summary", "overview"]
    text: Text
    conditions: tuple[Statement, ...] = ()

    @property
    def is_offered(self) -> bool:
        return self.what != "none"

    @property
    def words(self) -> str:
        return self.text
