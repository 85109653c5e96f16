"""How a case comes to a review: criteria, decisions, the panel, the stages that follow."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from frameworks.facts.ground import Event, Fact, Key, PackCode, Part, Text
from frameworks.vocabulary import Sector


class Criterion(Fact, frozen=True, kw_only=True):
    """A test that a referred case is put to: if it is met the board must review, or must consider it."""

    code: Key
    text: Text
    weight: Literal["must", "consider"]
    hint: str = ""

    @property
    def words(self) -> str:
        return self.text


class Ask(Part, frozen=True, kw_only=True):
    """Something to be written down when an act is done."""

    code: Key
    label: Text
    kind: Literal["text", "long_text", "date", "agency", "person"] = "text"
    hint: str = ""
    required: bool = True


class Decision(Fact, frozen=True, kw_only=True):
    """What the chair may decide: a review (``opens`` names its pack), something tracked to its end, or nothing further.

    ``criteria`` says when the guidance expects it; to decide it otherwise takes reasons.
    """

    code: Key
    label: Text
    description: Text
    criteria: Literal["met", "not_met", "either"]
    opens: str = ""
    tracked: bool = False
    asks: tuple[Ask, ...] = ()
    outcome: str = ""

    @property
    def words(self) -> str:
        return self.label


class Seat(Fact, frozen=True, kw_only=True):
    """A sector that guidance would also like to see on the panel; the quorum does not depend on it."""

    sector: Sector
    text: Text

    @property
    def words(self) -> str:
        return self.text


class Panel(Fact, frozen=True, kw_only=True):
    """Who must be in the room: a meeting without each of the ``core_sectors`` is not quorate."""

    text: Text
    core_sectors: Annotated[tuple[Sector, ...], Meta(min_length=1)]
    also: tuple[Seat, ...] = ()

    @property
    def words(self) -> str:
        return self.text


class Stage(Fact, frozen=True, kw_only=True):
    """A step of the strip on the case file, over once ``ends`` is in the log (for ``every`` agency where it says so).

    ``limits`` names the limits of time that are kept in it; at the one that ``forks`` the ways part, by decision.
    """

    key: Key
    label: Text
    description: Text
    ends: Event
    every: bool = False
    forks: bool = False
    limits: tuple[Key, ...] = ()

    @property
    def words(self) -> str:
        return f"{self.label}: {self.description}"


class Conversion(Fact, frozen=True, kw_only=True):
    """That a review of this kind may turn into one of another (``to`` names its pack), and when."""

    to: PackCode
    when: Text
    keeps: Text

    @property
    def words(self) -> str:
        return self.when
