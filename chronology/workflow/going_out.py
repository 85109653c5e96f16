"""A chronology is printed, and a board chooses its columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from agencies.models import Board, Person
from casework import directory, log
from casework.models.case import Case
from casework.refusals import Forbidden, refuse
from casework.transitions import verb
from chronology import keeping
from chronology.exporting import printing
from chronology.exporting.columns import order_of
from chronology.models import Chronology, ColumnOrder, Printout
from frameworks import clock


@verb
def print_chronology(
    case: Case, *, entries: Any, chronologies: Iterable[Chronology], paper: str, by: Person, front: str = "", people: str = ""
) -> Printout:
    """Have a PDF made of entries that somebody sees: for them alone, and only as long as they may see them all.

    ``front`` are the pages that ``chronology.on_paper`` drew, to stand before the table. ``people`` says whether "codes"
    or "names" stand in it, where the key makes a difference; names only for whoever may look behind the codes.
    """
    if people == "names":
        keeping.must_be_allowed_names(case, by)
    ids = list(entries.values_list("pk", flat=True)[: printing.MOST_ENTRIES + 1])
    if not ids:
        refuse("There is no entry to print. Take a filter off.")
    if len(ids) > printing.MOST_ENTRIES:
        refuse(printing.TOO_LONG)
    asked = Printout.objects.create(
        case=case,
        chronologies=[each.pk for each in chronologies],
        entry_ids=ids,
        columns=[column.key for column in order_of(case.board)],
        paper=paper,
        front=front,
        people=people,
        asked_by=by,
        asked_at=clock.now(),
    )
    log.fact(case, "case.print", by=by, what="chronology", entries=len(ids), printout=asked.pk, people=people)
    printing.wake_after_commit(asked)
    return asked


@verb
def order_columns(board: Board, columns: list[str], *, by: Person) -> ColumnOrder:
    """Choose the columns of a board's chronologies, and their order; whoever keeps the board's directory may."""
    if not directory.kept_by(by).filter(pk=board.pk).exists():
        raise Forbidden("Your role does not include this.")
    facts = {"columns": columns, "set_by": by, "set_at": clock.now()}
    order, _ = ColumnOrder.objects.update_or_create(board=board, defaults=facts)
    log.append(board.pk, "board.columns", by=by, kind="board", pk=board.pk, facts={"columns": len(columns)})
    return order
