"""The nouns of the chronology: each agency's entries and files, the key to the people they name, what the panel does with all."""

from chronology.models.chronology import Chronology, ChronologyGrant
from chronology.models.entry import Entry, EntryVersion
from chronology.models.exports import ColumnOrder, Printout
from chronology.models.frozen import FrozenRow, FrozenVersion
from chronology.models.imports import ImportFile, ImportRow, RememberedColumns
from chronology.models.integrated import IntegratedChronology, IntegratedChronologyGrant
from chronology.models.key import KeyedIdentifier, KeyedIdentity, KeyedPerson, KeyedRelation, PersonKey, PersonKeyGrant
from chronology.models.notes import Note, NoteVersion, SavedView
from chronology.models.proposals import Analysis, Answer, JoinedEntry, Proposal
from chronology.models.questions import Question, QuestionGrant

__all__ = [
    "Analysis",
    "Answer",
    "Chronology",
    "ChronologyGrant",
    "ColumnOrder",
    "Entry",
    "EntryVersion",
    "FrozenRow",
    "FrozenVersion",
    "ImportFile",
    "ImportRow",
    "IntegratedChronology",
    "IntegratedChronologyGrant",
    "JoinedEntry",
    "KeyedIdentifier",
    "KeyedIdentity",
    "KeyedPerson",
    "KeyedRelation",
    "Note",
    "NoteVersion",
    "PersonKey",
    "PersonKeyGrant",
    "Printout",
    "Proposal",
    "Question",
    "QuestionGrant",
    "RememberedColumns",
    "SavedView",
]
