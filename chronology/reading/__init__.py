"""Reading chronologies as agencies send them: files to tables to columns to rows to dates. No database, no Django.

``read`` itself is in ``files``, beside the libraries for each format: a page has a process of its own read for it.
"""

from casework.gate import Refused
from chronology.reading.bounds import Bounds
from chronology.reading.columns import Column, suggest_columns
from chronology.reading.dates import Query, read_date
from chronology.reading.grid import Place
from chronology.reading.process import read_in_subprocess
from chronology.reading.remembering import Remembered
from chronology.reading.report import FileReport, Row, TableReport
from chronology.reading.tables import Aside
from chronology.reading.vocabulary import MEANINGS

__all__ = [
    "MEANINGS",
    "Aside",
    "Bounds",
    "Column",
    "FileReport",
    "Place",
    "Query",
    "Refused",
    "Remembered",
    "Row",
    "TableReport",
    "read_date",
    "read_in_subprocess",
    "suggest_columns",
]
