"""From files to packs: read, laid over what they build on, checked, and kept for as long as the house stands.

A pack is one TOML file, named for its code. With ``builds_on`` it says only what differs from another pack: a table is
joined key by key, a list replaces the other list whole. Its digest covers both files.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from django.conf import settings
from msgspec.structs import replace

from frameworks import faults
from frameworks.checking import mistakes
from frameworks.faults import BrokenPacksError, Fault
from frameworks.packs import Pack

HERE = Path(__file__).parent / "packs"


class Sheet(NamedTuple):
    """A file as it was found: its tables, and the SHA-256 of its bytes."""

    file: Path
    tables: dict[str, Any]
    digest: str


def get(code: str) -> Pack:
    """The pack of this code; KeyError says which codes there are."""
    packs = _packs()
    if code not in packs:
        message = f"There is no pack {code!r}. There are: {', '.join(packs)}."
        raise KeyError(message)
    return packs[code]


def all_packs() -> tuple[Pack, ...]:
    """Every pack, those that a board works with by itself first."""
    return tuple(_packs().values())


def default_packs() -> tuple[Pack, ...]:
    """The packs that a board works with unless it chooses others."""
    return tuple(pack for pack in all_packs() if pack.default)


def load(folders: Iterable[Path]) -> dict[str, Pack]:
    """Read and check every pack of these folders; BrokenPacksError names what is wrong, all of it at once."""
    sheets = _bases_first(_read(folders))
    packs = {code: _pack(sheet, sheets) for code, sheet in sheets.items()}
    found = {code: list(mistakes(pack, packs)) for code, pack in packs.items()}
    own = [
        Fault(sheets[code].file, *mistake)
        for code, made in found.items()
        for mistake in made
        if mistake not in found.get(packs[code].builds_on, ())
    ]
    if own:
        raise BrokenPacksError(own)
    return dict(sorted(packs.items(), key=lambda each: (not each[1].default, not each[1].takes_referrals, each[0])))


def _packs() -> dict[str, Pack]:
    return _loaded((HERE, *map(Path, getattr(settings, "FRAMEWORK_PACK_DIRS", ()))))


@lru_cache(maxsize=8)
def _loaded(folders: tuple[Path, ...]) -> dict[str, Pack]:
    return load(folders)


def _read(folders: Iterable[Path]) -> dict[str, Sheet]:
    sheets: dict[str, Sheet] = {}
    for folder in folders:
        if not folder.is_dir():
            raise BrokenPacksError([Fault(folder, "FRAMEWORK_PACK_DIRS", "is not a folder")])
        for file in sorted(folder.glob("*.toml")):
            sheet = _sheet(file)
            if file.stem in sheets:
                raise BrokenPacksError([Fault(file, "code", f"is taken by {sheets[file.stem].file}")])
            sheets[file.stem] = sheet
    return sheets


def _bases_first(sheets: dict[str, Sheet]) -> dict[str, Sheet]:
    """What others build on comes before them, so that a mistake is reported in the file where it stands."""
    return dict(sorted(sheets.items(), key=lambda each: len(_foundations(each[1], sheets))))


def _foundations(sheet: Sheet, sheets: dict[str, Sheet]) -> list[Sheet]:
    """The sheets that this one builds on, the nearest first."""
    below: list[Sheet] = []
    while base := (below or [sheet])[-1].tables.get("builds_on"):
        if base not in sheets:
            raise BrokenPacksError([Fault(sheet.file, "builds_on", f"names {base!r}, and there is no such pack")])
        if sheets[base] in (sheet, *below):
            raise BrokenPacksError([Fault(sheet.file, "builds_on", f"goes round in a circle by way of {base!r}")])
        below.append(sheets[base])
    return below


def _sheet(file: Path) -> Sheet:
    data = file.read_bytes()
    try:
        tables = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPacksError([faults.of_syntax(file, error)]) from error
    if tables.get("code") != file.stem:
        raise BrokenPacksError([Fault(file, "code", f"should be {file.stem!r}, as the file is named")])
    if "digest" in tables:
        raise BrokenPacksError([Fault(file, "digest", "is computed from the file and cannot stand in it")])
    return Sheet(file, tables, sha256(data).hexdigest())


def _pack(sheet: Sheet, sheets: dict[str, Sheet]) -> Pack:
    tables: dict[str, Any] = {}
    digests: list[str] = []
    for each in (*reversed(_foundations(sheet, sheets)), sheet):
        tables = _laid_over(tables, each.tables)
        digests.append(each.digest)
    digest = digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()
    try:
        return _in_words(msgspec.convert({**tables, "digest": digest}, Pack))
    except msgspec.ValidationError as error:
        raise BrokenPacksError([faults.of_shape(sheet.file, error)]) from error


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    joined = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(joined.get(key), dict)
        joined[key] = _laid_over(joined[key], value) if both else value
    return joined


def _in_words(pack: Pack) -> Pack:
    """Give every limit of time the words for its events that the pack's ``[[events]]`` hold."""
    words = {happening.event: happening.words for happening in pack.events}
    timescales = tuple(
        replace(each, after=each.after or words.get(each.starts, ""), until=each.until or words.get(each.ends, ""))
        for each in pack.timescales
    )
    return replace(pack, timescales=timescales)
