"""What is wrong with a pack, in words that its author can act on: the file, the key, the reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from django.core.exceptions import ImproperlyConfigured
from msgspec import inspect

from frameworks.packs import Pack

TYPES = {
    "int": "a whole number",
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "float": "a number",
}
PATTERNS = {
    "[a-z0-9_]*$": "small letters, digits and underscores, beginning with a letter",
    "[a-z0-9]+)*$": "small letters and digits, in words joined by hyphens",
    "[a-z_]+$": "a thing and an act, like referral.submit",
}


class Fault(NamedTuple):
    """One mistake: in which file, at which key (``timescales[2].unit``), and why it cannot stand."""

    file: Path
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}"


class BrokenPacksError(ImproperlyConfigured):
    """Packs that cannot be worked with; nothing starts until each fault is mended."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(["The packs of the kinds of review cannot be used.", *map(str, self.faults)]))


def of_syntax(file: Path, error: tomllib.TOMLDecodeError | UnicodeDecodeError) -> Fault:
    """A file that is not TOML at all."""
    if isinstance(error, UnicodeDecodeError):
        return Fault(file, f"byte {error.start}", "is not UTF-8 text")
    place = re.search(r" \(at (.+)\)$", str(error))
    return Fault(file, place[1] if place else "the file", f"is not TOML: {str(error)[: place.start() if place else None]}")


def of_shape(file: Path, error: msgspec.ValidationError) -> Fault:
    """A file whose tables do not have the shape of a pack."""
    said, _, place = str(error).partition(" - at `$")
    path = place.rstrip("`").removeprefix(".")
    for pattern, explain in EXPLANATIONS:
        found = re.fullmatch(pattern, said)
        if found:
            key, reason = explain(path, *found.groups())
            return Fault(file, key, reason)
    return Fault(file, path or "the file", said)


def _missing(path: str, field: str) -> tuple[str, str]:
    return _under(path, field), "is missing"


def _unknown(path: str, field: str) -> tuple[str, str]:
    known = [each.name for each in getattr(_type_at(path), "fields", ())]
    near = get_close_matches(field, known, n=1)
    return _under(path, field), "is not a key that a pack knows" + (f"; did you mean {near[0]}?" if near else "")


def _type(path: str, wanted: str, got: str) -> tuple[str, str]:
    wanted_words = " or ".join(TYPES.get(each, each) for each in wanted.split(" | "))
    return path, f"should be {wanted_words}, and is {TYPES.get(got, got)}"


def _choice(path: str, value: str) -> tuple[str, str]:
    allowed = getattr(_type_at(path), "values", ())
    return path, f"is {value}, which is none of: {', '.join(map(str, allowed))}"


def _pattern(path: str, pattern: str) -> tuple[str, str]:
    words = next((words for end, words in PATTERNS.items() if pattern.endswith(end)), pattern)
    return path, f"should be written as {words}"


def _length(path: str, least: str) -> tuple[str, str]:
    return path, "is empty" if least == "1" else f"should have at least {least} entries"


def _least(path: str, least: str) -> tuple[str, str]:
    return path, f"should be {least} or more"


EXPLANATIONS: list[tuple[str, Any]] = [
    (r"Object missing required field `(.+)`", _missing),
    (r"Object contains unknown field `(.+)`", _unknown),
    (r"Expected `([^`]+)`, got `([^`]+)`", _type),
    (r"Invalid enum value (.+)", _choice),
    (r"Expected `str` matching regex '(.+)'", _pattern),
    (r"Expected `(?:str|array)` of length >= (\d+)", _length),
    (r"Expected `array` of at least length (\d+), got \d+", _length),
    (r"Expected `int` >= (-?\d+)", _least),
]


def _under(path: str, field: str) -> str:
    return f"{path}.{field}" if path else field


def _type_at(path: str) -> Any:
    """The type that a pack wants at a place of the file."""
    wanted: Any = inspect.type_info(Pack)
    for field, index in re.findall(r"(\w+)|\[(\d+)\]", path.replace("[", ".[")):
        wanted = _field(wanted, field) if field else _element(wanted, int(index))
    return _bare(wanted)


def _field(struct: Any, name: str) -> Any:
    return next(_bare(field.type) for field in struct.fields if field.name == name)


def _element(sequence: Any, index: int) -> Any:
    if isinstance(sequence, inspect.StructType):
        return _bare(sequence.fields[index].type)
    return _bare(sequence.item_type)


def _bare(wanted: Any) -> Any:
    """The type itself, without its notes and without the possibility that it is left out."""
    if isinstance(wanted, inspect.Metadata):
        return _bare(wanted.type)
    if isinstance(wanted, inspect.UnionType):
        return next(_bare(each) for each in wanted.types if not isinstance(each, inspect.NoneType))
    return wanted
