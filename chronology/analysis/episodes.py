"""One absence is one event, although an agency has a row of its beginning and one of its end, if another tells of the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from chronology.analysis.facts import Case, Facts
from chronology.analysis.same_kind import stage_of

WHOLE = frozenset({"gone", "found_again"})
LONGEST = 4  # days of an absence of which an agency has the beginning and the end


def absences(case: Case) -> Iterator[tuple[Facts, Facts]]:
    """The rows of one agency that tell of the beginning of an absence and of its end, with no other beginning between them."""
    open_since: dict[str, Facts] = {}
    for each in case.facts:
        if "missing" not in each.kinds and each.kinds.isdisjoint(WHOLE):
            continue
        stage = stage_of(each)
        if stage == "gone" and "missing" in each.kinds and not each.routine:
            open_since[each.agency] = each
        elif stage == "found_again" and not each.routine:
            began = open_since.pop(each.agency, None)
            if began is not None and (each.start - began.end).days <= LONGEST and not _of_others(case, began, each):
                yield began, each
        elif stage == "":
            open_since.pop(each.agency, None)


def _of_others(case: Case, one: Facts, other: Facts) -> bool:
    """Whether each names another child; whoever was with the one that was found is named too."""
    named = [case.people.children.intersection(each.people) for each in (one, other)]
    return bool(named[0] and named[1]) and named[0].isdisjoint(named[1])


def are_stages(members: list[Facts], others: list[Facts]) -> bool:
    """Whether a row tells of the whole absence, and each agency that has two rows has one of its beginning and one of its end."""
    if not any(each.kinds >= WHOLE for each in (*members, *others)):
        return False
    of_agency: defaultdict[str, list[Facts]] = defaultdict(list)
    for each in (*members, *others):
        of_agency[each.agency].append(each)
    return all({stage_of(each) for each in rows} == WHOLE for rows in of_agency.values() if len(rows) > 1)
