"""What a file's name says, and the tricks a name can play on the person who reads it."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

from casework.gate.answers import Refused, name_list

LONGEST_NAME = 255
# Some scripts cannot be written without joiners, so those two invisible signs may stay.
JOINERS = "\u200c\u200d"
SAME_KIND = {"jpeg": "jpg", "tsv": "csv", "tab": "csv", "text": "txt"}
RUNS_WHEN_OPENED = frozenset(
    [
        "bat",
        "cmd",
        "cpl",
        "exe",
        "hta",
        "htm",
        "html",
        "jar",
        "js",
        "jse",
        "lnk",
        "msi",
        "php",
        "pif",
        "ps1",
        "reg",
        "scr",
        "sct",
        "shtml",
        "svg",
        "vbe",
        "vbs",
        "wsf",
        "xhtml",
    ]
)
BETTER_KIND = {
    "xls": ("Open it in Excel and save it as .xlsx, then send it again.", "xlsx"),
    "xlsb": ("Open it in Excel and save it as .xlsx, then send it again.", "xlsx"),
    "xlsm": ("It can carry macros. Save it as .xlsx without macros and send it again.", "xlsx"),
    "xltx": ("It is a template. Save it as .xlsx and send it again.", "xlsx"),
    "doc": ("Open it in Word and save it as .docx, then send it again.", "docx"),
    "docm": ("It can carry macros. Save it as .docx without macros and send it again.", "docx"),
    "dotx": ("It is a template. Save it as .docx and send it again.", "docx"),
    "dotm": ("It can carry macros. Save it as .docx without macros and send it again.", "docx"),
    "rtf": ("Open it in Word and save it as .docx, then send it again.", "docx"),
    "numbers": ("Export it from Numbers as Excel (.xlsx) and send it again.", "xlsx"),
    "pages": ("Export it from Pages as Word (.docx) and send it again.", "docx"),
    "heic": ("Export the picture as .jpg and send it again.", "jpg"),
    "zip": ("Unpack it and send the files one by one.", ""),
}


def clean_name(filename: str) -> str:
    """The name as it may be shown, or a refusal where it would mislead whoever reads it."""
    name = unicodedata.normalize("NFC", filename)
    if "\0" in name or any(sign not in JOINERS and unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} for sign in name):
        raise Refused("bad_name", "The file's name holds invisible characters. Rename the file and send it again.")
    if "/" in name or "\\" in name or name.strip() in {"", ".", ".."}:
        raise Refused("bad_name", "The file's name holds a folder. Rename the file and send it again.")
    name = name.strip()
    if len(name) > LONGEST_NAME:
        raise Refused("bad_name", f"The file's name is longer than {LONGEST_NAME} characters. Shorten it and send it again.")
    return name


def kind_by_name(name: str, allowed: frozenset[str]) -> str:
    """The kind that the last part of the name promises."""
    endings = [ending[1:].strip().lower() for ending in PurePosixPath(name).suffixes]
    last = SAME_KIND.get(endings[-1], endings[-1]) if endings else ""
    if last not in allowed:
        advice, kind = BETTER_KIND.get(last, ("", ""))
        if not advice or (kind and kind not in allowed):
            advice = f"Send it as {name_list(allowed)}."
        shown = f"Files ending in .{last}" if last else "Files without an ending in their name"
        raise Refused("type_not_accepted", f"{shown} are not accepted. {advice}")
    if RUNS_WHEN_OPENED.intersection(endings[:-1]):
        raise Refused(
            "bad_name",
            f"The file's name has two endings ({''.join('.' + e for e in endings[-2:])}). Rename the file and send it again.",
        )
    return last
