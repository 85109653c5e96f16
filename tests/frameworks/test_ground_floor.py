"""The ground floor knows no table and no other stage."""

import ast
from pathlib import Path

from django.conf import settings

HERE = Path(settings.BASE_DIR) / "frameworks"
OURS = {"config", *settings.STAGES} - {"frameworks"}


def imported(file: Path) -> set[str]:
    """Every module that a file imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(file.read_text())))
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    return whole | parts


def test_it_imports_no_table_and_nothing_of_ours() -> None:
    modules = {module for file in HERE.rglob("*.py") for module in imported(file)}
    assert "frameworks.facts.Fact" in modules
    assert {module for module in modules if module.startswith("django.db")} == set()
    assert {module for module in modules if module.split(".")[0] in OURS} == set()


def test_it_has_no_models() -> None:
    assert not list(HERE.rglob("models*"))
    assert not list(HERE.rglob("migrations"))
