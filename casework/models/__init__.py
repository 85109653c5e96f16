"""The nouns that every stage shares."""

from casework.models.case import Case, CaseGrant, Guest, Identity, Involvement, Milestone, Subject
from casework.models.deadline import Deadline, DeadlineGrant, Extension
from casework.models.document import Document, DocumentGrant
from casework.models.entry import ChainHead, LogEntry
from casework.models.notice import Notice
from casework.models.waiting import Waiting

__all__ = [
    "Case",
    "CaseGrant",
    "ChainHead",
    "Deadline",
    "DeadlineGrant",
    "Document",
    "DocumentGrant",
    "Extension",
    "Guest",
    "Identity",
    "Involvement",
    "LogEntry",
    "Milestone",
    "Notice",
    "Subject",
    "Waiting",
]
