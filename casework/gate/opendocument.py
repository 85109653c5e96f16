"""OpenDocument files (ods, odt): the same questions asked of LibreOffice's format."""

from __future__ import annotations

import re

from casework.gate.answers import MEDIA_TYPES, Limits, Refused
from casework.gate.packages import Package
from casework.gate.scanning import Forbidden, scan_parts

MACROS = "The file holds macros. Save it without macros and send it again."
LINKED = "The file fetches something from another place when it is opened. Break the links, save it and send it again."
EMBEDDED = "The file holds another document embedded in it. Remove it, or send it as a file of its own."
EMPTY_LIBRARIES = ("script-lc.xml", "script-lb.xml")
FETCHING_ELEMENTS = (
    rb"draw:image|draw:object|draw:object-ole|draw:plugin|draw:applet|draw:floating-frame|draw:fill-image"
    rb"|table:table-source|table:cell-range-source|text:section-source|presentation:sound|style:background-image"
)
BODY = re.compile(r"(?:^|/)(?:content|styles)\.xml$")
FORBIDDEN = [
    Forbidden(
        BODY,
        re.compile(
            rb"<(?:" + FETCHING_ELEMENTS + rb""")\b[^>]{0,1500}?xlink:href\s*=\s*["'](?:[A-Za-z][A-Za-z0-9+.-]*:|//|\\\\|\.\./)"""
        ),
        "external_link",
        LINKED,
    ),
    Forbidden(BODY, re.compile(rb"<(?:office:dde-source|text:dde-connection-decl|table:dde-link)\b"), "dde", LINKED),
    Forbidden(BODY, re.compile(rb"<script:event-listener\b|<office:script\b|vnd\.sun\.star\.script:"), "macros", MACROS),
    Forbidden(BODY, re.compile(rb"<draw:(?:object-ole|plugin|applet)\b"), "embedded_object", EMBEDDED),
    Forbidden(
        re.compile(r"^META-INF/manifest\.xml$"),
        re.compile(rb"<manifest:encryption-data\b"),
        "password",
        "The file is protected with a password. Remove the password and send it again.",
    ),
]


def check_opendocument(package: Package, kind: str, limits: Limits) -> None:
    """Refuse what is no ods or odt at heart, and what carries macros, embedded files or links."""
    entry = package.parts.get("mimetype")
    found = package.read("mimetype").decode("ascii", "replace").strip() if entry and entry.file_size < 200 else ""
    if found != MEDIA_TYPES[kind] or "content.xml" not in package.parts:
        raise Refused("content_mismatch", f"The content is not that of a .{kind} file. Send the file in the kind its name says.")
    for name in package.parts:
        if name.startswith(("Basic/", "Scripts/")) and not name.endswith(("/", *EMPTY_LIBRARIES)):
            raise Refused("macros", MACROS)
    scan_parts(package, FORBIDDEN, limits, may_be_packed=lambda _: False)
