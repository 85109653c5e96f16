"""A packed file (docx, xlsx, ods, odt): its directory is believed only where its bytes agree."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from casework.gate.answers import Limits, Refused, in_megabytes

CHUNK = 256 * 1024
DIRECTORY_END = b"PK\x05\x06"
DIRECTORY_END_SIZE = 22
LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
LONGEST_DIRECTORY_ENTRY = 1_200
UNDECLARED_SIZES = 0x08
ENCRYPTED = 0x01 | 0x40
DAMAGED = "The file is damaged and cannot be opened. Open it in the program it came from, save it again and send it."


def damaged() -> Refused:
    return Refused("damaged", DAMAGED)


@dataclass(frozen=True, slots=True)
class Package:
    """A packed file whose directory has been checked. ``unpack`` gives a part's bytes piece by piece."""

    content: bytes
    parts: dict[str, zipfile.ZipInfo]
    starts: dict[str, int]

    @classmethod
    def open(cls, content: bytes, limits: Limits) -> Package:
        _check_end(content, limits)
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            struct.error,
            UnicodeDecodeError,
            NotImplementedError,
        ) as error:
            raise damaged() from error
        entries = archive.infolist()
        _check_entries(entries, limits)
        starts = _places(content, entries, archive.start_dir)
        return cls(content, {entry.filename: entry for entry in entries}, starts)

    def unpack(self, name: str) -> Iterator[bytes]:
        """The part's bytes, refused as soon as there are more or fewer of them than the directory says."""
        entry, start = self.parts[name], self.starts[name]
        packed = memoryview(self.content)[start : start + entry.compress_size]
        pieces = _stored(packed) if entry.compress_type == zipfile.ZIP_STORED else _inflated(packed)
        size, check = 0, 0
        for piece in pieces:
            size += len(piece)
            check = zlib.crc32(piece, check)
            if size > entry.file_size:
                raise damaged()
            yield piece
        if size != entry.file_size or check != entry.CRC:
            raise damaged()

    def read(self, name: str) -> bytes:
        return b"".join(self.unpack(name))


def _stored(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), CHUNK):
        yield bytes(packed[start : start + CHUNK])


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), CHUNK):
            waiting = bytes(packed[start : start + CHUNK])
            while waiting:
                yield inflater.decompress(waiting, CHUNK)
                waiting = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as error:
        raise damaged() from error
    if not inflater.eof or inflater.unused_data:
        raise damaged()


def _check_end(content: bytes, limits: Limits) -> None:
    """The directory stands at the very end, is not absurdly long, and nothing follows it."""
    place = content.rfind(DIRECTORY_END, max(0, len(content) - DIRECTORY_END_SIZE - 0xFFFF))
    if place < 0 or place + DIRECTORY_END_SIZE > len(content):
        raise damaged()
    count, length = struct.unpack_from("<HI", content, place + 10)
    comment = struct.unpack_from("<H", content, place + 20)[0]
    if place + DIRECTORY_END_SIZE + comment != len(content):
        raise Refused("damaged", "Something stands after the end of the file. Open it, save it again and send it.")
    if count > limits.parts or length > limits.parts * LONGEST_DIRECTORY_ENTRY:
        raise _too_many(limits)


def _too_many(limits: Limits) -> Refused:
    return Refused("too_many_parts", f"The file is packed from more than {limits.parts:,} parts. Save it again and send it.")


def _check_entries(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if not entries:
        raise damaged()
    if len(entries) > limits.parts:
        raise _too_many(limits)
    seen: set[str] = set()
    for entry in entries:
        _check_member_name(entry)
        _check_member_kind(entry)
        name = entry.filename.casefold()
        if name in seen:
            raise Refused("duplicate_parts", "The file holds two parts with the same name. Open it, save it again and send it.")
        seen.add(name)
        _check_size(entry, limits)
    if sum(entry.file_size for entry in entries) > limits.unpacked:
        raise _bomb(in_megabytes(limits.unpacked))


def _check_member_name(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    steps = name.replace("\\", "/").split("/")
    if "\0" in name or "\\" in name or name.startswith("/") or ".." in steps or ":" in steps[0]:
        raise Refused("path_traversal", "The file holds parts whose names lead outside it. It is not accepted.")


def _check_member_kind(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise Refused("password", "The file is protected with a password. Remove the password and send it again.")
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise Refused("symlink", "The file holds links to other files. It is not accepted.")
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise damaged()


def _check_size(entry: zipfile.ZipInfo, limits: Limits) -> None:
    if entry.file_size > limits.unpacked:
        raise _bomb(in_megabytes(limits.unpacked))
    if entry.file_size > limits.ratio_above and entry.file_size > limits.ratio * max(entry.compress_size, 1):
        raise _bomb(f"{limits.ratio} times its size")


def _bomb(limit: str) -> Refused:
    return Refused("unpacks_too_large", f"The file unpacks to more than the limit ({limit}). It is not accepted.")


def _places(content: bytes, entries: list[zipfile.ZipInfo], directory: int) -> dict[str, int]:
    """Where each part's packed bytes begin; parts that overlap or contradict their own header are refused."""
    starts: dict[str, int] = {}
    end_of_last = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end_of_last or (end_of_last == 0 and entry.header_offset != 0):
            raise damaged()
        start = _start_of(content, entry)
        end_of_last = start + entry.compress_size
        if end_of_last > directory:
            raise damaged()
        starts[entry.filename] = start
    return starts


def _start_of(content: bytes, entry: zipfile.ZipInfo) -> int:
    offset = entry.header_offset
    if offset + LOCAL_HEADER.size > len(content):
        raise damaged()
    mark, _, flags, method, _, _, _, packed, unpacked, name_length, extra_length = LOCAL_HEADER.unpack_from(content, offset)
    name_start = offset + LOCAL_HEADER.size
    name = content[name_start : name_start + name_length]
    same_name = name == entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437", "replace")
    same_sizes = (
        flags & UNDECLARED_SIZES
        or 0xFFFFFFFF in (packed, unpacked)
        or (packed, unpacked) == (entry.compress_size, entry.file_size)
    )
    if mark != b"PK\x03\x04" or not same_name or method != entry.compress_type or not same_sizes or flags & ENCRYPTED:
        raise damaged()
    return int(name_start + name_length + extra_length)
