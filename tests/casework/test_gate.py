"""The gate: what must stay outside stays outside with a reason, and every honest file comes in."""

from __future__ import annotations

import hashlib
import pickle
import tracemalloc
from pathlib import Path

import pytest

from casework.gate import CHRONOLOGIES, DOCUMENTS, Accepted, Limits, Refused, inspect
from tests.casework.honest import all_honest
from tests.casework.hostile import all_hostile, word_with
from tests.makers.files import packed, word_parts, xlsx
from tests.taking import within

ALDER = Path(__file__).parents[1] / "material" / "alder"
SECOND = 1.0


def test_hostile_files_are_refused_with_the_right_reason_at_once() -> None:
    files = all_hostile()
    assert len(files) >= 100
    for name, content, reason in files:
        with within(SECOND, name):
            refused = _refusal(name, content)
        assert (name, refused.reason) == (name, reason)
        assert refused.sentence.endswith("."), name
        assert str(refused) == refused.sentence, name


def _refusal(name: str, content: bytes) -> Refused:
    try:
        inspect(content, name)
    except Refused as refused:
        return refused
    pytest.fail(f"{name} came in")


def test_honest_files_come_in() -> None:
    files = all_honest()
    assert len(files) >= 60
    assert len({name for name, _ in files}) == len(files)
    for name, content in files:
        accepted = inspect(content, name)
        assert accepted.kind in DOCUMENTS, name
        assert (accepted.size, accepted.sha256) == (len(content), hashlib.sha256(content).hexdigest()), name
        assert accepted.filename == name.strip(), name
    assert inspect(dict(files)["print.jpeg"], "print.jpeg").kind == "jpg"


@pytest.mark.parametrize(
    "path", sorted([*ALDER.glob("chronologies/*"), *ALDER.glob("imrs/*"), ALDER / "actions.xlsx"]), ids=lambda path: path.name
)
def test_the_files_of_the_alder_case_come_in(path: Path) -> None:
    assert inspect(path, path.name).kind == path.suffix[1:]


def test_what_is_told_of_an_accepted_file() -> None:
    assert inspect(b"words", "notes.txt") == Accepted(
        kind="txt", media_type="text/plain", filename="notes.txt", size=5, sha256=hashlib.sha256(b"words").hexdigest()
    )
    assert inspect(b"a,b\n", "export.TSV").kind == "csv"


def test_only_the_kinds_asked_for_come_in() -> None:
    with pytest.raises(
        Refused, match=r"Files ending in \.pdf are not accepted\. Send it as \.csv, \.docx, \.ods, \.odt, \.txt or \.xlsx\."
    ):
        inspect(b"%PDF-", "a.pdf", allowed=CHRONOLOGIES)


def test_limits_are_limits() -> None:
    assert inspect(b"x" * 100, "a.txt", limits=Limits(size=100)).size == 100
    with pytest.raises(Refused, match=r"The file is 0 kB; the most we take is 0 kB\.") as refused:
        inspect(b"x" * 101, "a.txt", limits=Limits(size=100))
    assert refused.value.reason == "too_large"
    parts = len(word_parts())
    assert inspect(packed(word_parts()), "a.docx", limits=Limits(parts=parts)).kind == "docx"
    with pytest.raises(Refused):
        inspect(packed(word_parts()), "a.docx", limits=Limits(parts=parts - 1))


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    with within(SECOND / 10), pytest.raises(Refused, match="The file is 10000 MB; the most we take is 50 MB"):
        inspect(path, "large.txt")


def test_a_large_honest_workbook_passes_in_a_second_and_little_memory() -> None:
    words = [
        "".join(chr(97 + (row * 7 + column * 13 + place * row) % 26) for place in range(30))
        for row in range(100)
        for column in range(5)
    ]
    sheet = "".join(f"<row><c t='inlineStr'><is><t>{words[row % 500]}{row}</t></is></c></row>" for row in range(400_000))
    content = word_with("word/large.xml", f"<a>{sheet}</a>")
    with within(SECOND):
        assert inspect(content, "large.docx").kind == "docx"
    tracemalloc.start()
    inspect(content, "large.docx")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < len(content) * 2 + 10_000_000


def test_one_endless_word_takes_no_longer() -> None:
    content = word_with("word/large.xml", "<a>" + "".join(map(hex, range(4_500_000))) + "</a>")
    with within(SECOND):
        assert inspect(content, "endless.docx").kind == "docx"


def test_a_refusal_travels_between_processes() -> None:
    refused = pickle.loads(pickle.dumps(Refused("empty", "The file is empty.")))  # noqa: S301 - our own bytes
    assert (refused.reason, refused.sentence) == ("empty", "The file is empty.")


def test_a_workbook_is_told_from_a_document() -> None:
    with pytest.raises(Refused, match=r"The file is a workbook, although its name ends in \.docx\."):
        inspect(xlsx(("S", [["a"]])), "a.docx")
