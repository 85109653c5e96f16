"""What becomes of recommendations: the answer of the body addressed, its actions, their evidence, and the audits."""

from actionplans.models.actions import Action, ActionGrant
from actionplans.models.records import ActionEvidence, Audit, Ownership, ProgressNote
from actionplans.models.responses import Response, ResponseGrant

__all__ = [
    "Action",
    "ActionEvidence",
    "ActionGrant",
    "Audit",
    "Ownership",
    "ProgressNote",
    "Response",
    "ResponseGrant",
]
