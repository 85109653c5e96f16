"""What people do with a chronology: write entries, take in the agency's files, share it."""

from chronology.workflow.at_once import change_entries, remove_entries, undo
from chronology.workflow.entries import add_entry, change_entry, remove_entry, restore_entry
from chronology.workflow.files import (
    answer_rows,
    apply_import,
    forget_columns,
    import_file,
    import_now,
    keep_reading,
    put_row_right,
    read_again,
    read_file,
    set_aside,
)
from chronology.workflow.going_out import order_columns, print_chronology
from chronology.workflow.sharing import ask, open_chronology, share, unshare

__all__ = [
    "add_entry",
    "answer_rows",
    "apply_import",
    "ask",
    "change_entries",
    "change_entry",
    "forget_columns",
    "import_file",
    "import_now",
    "keep_reading",
    "open_chronology",
    "order_columns",
    "print_chronology",
    "put_row_right",
    "read_again",
    "read_file",
    "remove_entries",
    "remove_entry",
    "restore_entry",
    "set_aside",
    "share",
    "undo",
    "unshare",
]
