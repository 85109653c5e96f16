"""Words that every pack shares with the rest of the house: sectors, roles, nations, units of time.

A pack that uses another word does not load. A kind of review needs none of these changed: they name who there is and
how time is counted, not what the law asks.
"""

from typing import Literal

Sector = Literal["health", "police", "local_authority", "education", "probation", "housing", "voluntary", "other"]
SECTORS: dict[Sector, str] = {
    "health": "Health",
    "police": "Police",
    "local_authority": "Local authority",
    "education": "Education",
    "probation": "Probation",
    "housing": "Housing",
    "voluntary": "Voluntary and community",
    "other": "Other",
}

Role = Literal[
    "manager",
    "chair",
    "panel_member",
    "lead",
    "referrer",
    "author",
    "countersigner",
    "overview_author",
    "owner",
    "auditor",
]
ROLES: dict[Role, str] = {
    "manager": "Board manager",
    "chair": "Independent chair",
    "panel_member": "Panel member",
    "lead": "Agency lead",
    "referrer": "Referrer",
    "author": "Report author",
    "countersigner": "Countersigning officer",
    "overview_author": "Overview author",
    "owner": "Action owner",
    "auditor": "Auditor",
}

Nation = Literal["england_wales", "scotland", "northern_ireland"]
NATIONS: dict[Nation, str] = {
    "england_wales": "England and Wales",
    "scotland": "Scotland",
    "northern_ireland": "Northern Ireland",
}

Unit = Literal["day", "working_day", "month"]
UNITS: dict[Unit, str] = {"day": "day", "working_day": "working day", "month": "month"}
