"""The nouns of the chronology: one for each agency in a case, its entries, and the files they came from."""

from chronology.models.chronology import Chronology, ChronologyGrant
from chronology.models.entry import Entry, EntryVersion
from chronology.models.imports import ImportFile, ImportRow

__all__ = ["Chronology", "ChronologyGrant", "Entry", "EntryVersion", "ImportFile", "ImportRow"]
