"""No line of Python and no template asks which kind of review it is dealing with: that is the packs' to say."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

import frameworks

ROOT = Path(settings.BASE_DIR)
STAGES = ["config", *settings.STAGES]
CODES = frozenset(pack.code for pack in frameworks.all_packs())


def choices_by_code(source: str) -> Iterator[int]:
    """The lines on which a pack's code is compared with something, or is the key by which something is chosen."""
    for node in ast.walk(ast.parse(source)):
        judged: list[ast.AST | None] = []
        if isinstance(node, ast.Compare):
            judged = [node.left, *node.comparators]
        elif isinstance(node, ast.Dict):
            judged = list(node.keys)
        elif isinstance(node, ast.MatchValue):
            judged = [node.value]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"startswith", "endswith"}:
            judged = list(node.args)
        for part in filter(None, judged):
            named = {leaf.value for leaf in ast.walk(part) if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)}
            if any(value and any(code.startswith(value) for code in CODES) for value in named if len(value) > 2):
                yield node.lineno


def test_the_search_finds_what_it_looks_for() -> None:
    for line in (
        "if case.framework == 'scr-2006': pass",
        "if pack.code in {'llr-medway', 'x'}: pass",
        "if case.framework.startswith('scr-'): pass",
        "limit = {'scr-2006': 4, 'llr-medway': 6}[case.framework]",
        "match case.framework:\n    case 'llr-medway': pass",
    ):
        assert list(choices_by_code(line)), line
    assert not list(choices_by_code("case = open_case(board, framework='scr-2006')"))


def test_no_python_chooses_by_the_code_of_a_pack() -> None:
    files = [file for stage in STAGES for file in sorted((ROOT / stage).rglob("*.py"))]
    assert ROOT / "frameworks" / "loading.py" in files
    found = [f"{file.relative_to(ROOT)}:{line}" for file in files for line in choices_by_code(file.read_text())]
    assert found == []


def test_no_template_knows_the_code_of_a_pack() -> None:
    files = sorted((ROOT / "templates").rglob("*.html"))
    assert ROOT / "templates" / "frameworks" / "pack.html" in files
    assert [str(file.relative_to(ROOT)) for file in files if any(code in file.read_text() for code in CODES)] == []
