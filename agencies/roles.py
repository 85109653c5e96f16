"""The roles a person can be given, and what each is about.

A role is a fact with dates and an appointer (``agencies.models.Role``); what it opens is said by the
things themselves (``grants()``), never here.
"""

from typing import NamedTuple
from uuid import UUID


class Holder(NamedTuple):
    """Whoever holds ``role`` on the thing ``about``: the chair of this board, the author of this report."""

    role: str
    about: UUID

    @property
    def group_name(self) -> str:
        """The name of the group that carries this holder's grants."""
        return f"{self.role}@{self.about}"


class Kind(NamedTuple):
    """What a role is called, what it is about, and which roles may appoint to it on their own word."""

    label: str
    about: str
    appointed_by: tuple[str, ...] = ()


ROLES: dict[str, Kind] = {
    "administrator": Kind("System administrator", "board"),
    "manager": Kind("Board manager", "board", ("administrator",)),
    "chair": Kind("Independent chair", "board", ("manager",)),
    "auditor": Kind("Auditor", "board", ("manager",)),
    "lead": Kind("Agency lead", "agency", ("manager",)),
    "panel_member": Kind("Panel member", "case", ("manager",)),
    "referrer": Kind("Referrer", "referral"),
    "overview_author": Kind("Overview author", "case"),
    "author": Kind("Report author", "imr"),
    "countersigner": Kind("Countersigning officer", "imr"),
    "owner": Kind("Action owner", "action"),
}
