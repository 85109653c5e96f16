"""The gaps that the analyst noticed in a case, for the swim lanes: whose they are, their days, and the proposal's number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from chronology.models import Analysis, Chronology, Proposal
from chronology.periods import Stretch

Numbered = tuple[Stretch, int]


@dataclass(frozen=True)
class Noticed:
    """Gaps of one agency by the agency's id, of all agencies together, and of the child that nobody saw."""

    of_agency: Mapping[UUID | None, list[Numbered]]
    nobody: list[Numbered]
    unseen: list[Numbered]


def gaps_noticed(integrated: Sequence[UUID], chronologies: Sequence[Chronology]) -> Noticed | None:
    """What was noticed in these chronologies, for whoever reads all of them together; None where nobody has had them compared."""
    if not integrated or not Analysis.objects.filter(integrated_id__in=integrated, stage="done").exists():
        return None
    found: dict[str, dict[UUID | None, list[Numbered]]] = defaultdict(lambda: defaultdict(list))
    rows = Proposal.objects.resting_on(each.pk for each in chronologies).filter(
        integrated_id__in=integrated, kind="gap", is_standing=True, start__isnull=False, end__isnull=False
    )
    for aspect, agency, first, last, number in rows.values_list("aspect", "agency_id", "start", "end", "number"):
        found[aspect][agency].append((Stretch(first, last), number))
    return Noticed(found["one_agency"], found["nobody"][None], found["child_not_seen"][None])
