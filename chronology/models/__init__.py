"""The nouns of the chronology: one for each agency in a case, its entries and files, and the key to the people they name."""

from chronology.models.chronology import Chronology, ChronologyGrant
from chronology.models.entry import Entry, EntryVersion
from chronology.models.exports import ColumnOrder, Printout
from chronology.models.imports import ImportFile, ImportRow, RememberedColumns
from chronology.models.key import KeyedIdentifier, KeyedIdentity, KeyedPerson, KeyedRelation, PersonKey, PersonKeyGrant

__all__ = [
    "Chronology",
    "ChronologyGrant",
    "ColumnOrder",
    "Entry",
    "EntryVersion",
    "ImportFile",
    "ImportRow",
    "KeyedIdentifier",
    "KeyedIdentity",
    "KeyedPerson",
    "KeyedRelation",
    "PersonKey",
    "PersonKeyGrant",
    "Printout",
    "RememberedColumns",
]
