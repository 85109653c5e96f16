"""The analyst in a case: what it is given to read, how far it is, and what is kept of what it noticed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from agencies.models import Person
from casework import access
from casework.worker import call_after_commit
from chronology.analysis import AgencyFacts, Record, Thresholds
from chronology.analysis.proposals import Proposal as Noticed
from chronology.importing import period_of
from chronology.models import Analysis, Chronology, Entry, IntegratedChronology, Proposal
from frameworks import clock

TASK = "chronology.tasks.analyse"
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 3
BATCH = 1_000
RECORDED = tuple(field.name for field in fields(Record) if field.name not in {"key", "agency"})
RESTS_ON_ALL = frozenset({"gap", "silent"})  # that nobody wrote anything is read from everything that was written


def shared_in(case_id: UUID) -> list[Chronology]:
    """The chronologies of a case that their agencies have shared."""
    shared = Chronology.objects.filter(case_id=case_id, state="shared")
    return list(shared.select_related("agency").order_by("agency__name"))


def shared_to(person: Person, case_id: UUID) -> list[UUID]:
    """The ids of the shared chronologies of a case that a person may view."""
    opened = access.ids_opened(person, Chronology)
    return list(Chronology.objects.filter(case_id=case_id, state="shared", pk__in=opened).values_list("pk", flat=True))


def thresholds_of(integrated: IntegratedChronology) -> Thresholds:
    """The numbers by which this case's entries are compared."""
    known = {field.name for field in fields(Thresholds)}
    return Thresholds(**{name: value for name, value in integrated.thresholds.items() if name in known})


# --- asked for, claimed, run -----------------------------------------------------------------------------------


def ask(integrated: IntegratedChronology, by: Person | None) -> Analysis:
    """Note that everything shared is to be compared; what waits already is enough."""
    waiting = integrated.analyses.filter(stage="waiting").first()
    run = waiting or Analysis.objects.create(integrated=integrated, asked_by=by, asked_at=clock.now())
    call_after_commit(TASK, str(run.pk))
    return run


def waiting() -> list[UUID]:
    """Runs that wait, and those whose worker has not been heard of for two minutes."""
    return list(Analysis.objects.filter(_free()).order_by("asked_at").values_list("pk", flat=True))


def claim(run: Analysis) -> bool:
    """Take a run; False when another worker holds it or it is over. After three losses it stops."""
    free = Analysis.objects.filter(_free(), pk=run.pk)
    free.filter(attempts__gte=MOST_ATTEMPTS).update(stage="failed", held_until=None, finished_at=clock.now())
    taken = free.update(stage="comparing", held_until=clock.now() + LEASE, attempts=F("attempts") + 1, percent=0)
    run.refresh_from_db()
    return bool(taken)


def _free() -> Q:
    return Q(stage="waiting") | Q(stage="comparing", held_until__lt=clock.now())


@dataclass(frozen=True)
class Seen:
    """What one run read: the records, whose they are, and a hash over the ids and versions."""

    chronologies: dict[str, Chronology]
    records: list[Record]
    owners: dict[str, UUID]
    sha256: str


def see(run: Analysis) -> Seen:
    """Everything shared in the case, as the analyst reads it."""
    chronologies = {str(each.agency_id): each for each in shared_in(run.integrated.case_id)}
    by_id = {each.pk: str(each.agency_id) for each in chronologies.values()}
    rows = Entry.objects.filter(chronology_id__in=by_id).standing().order_by("chronology_id", "number")
    records, owners, hashed = [], {}, hashlib.sha256()
    for pk, chronology_id, version, *facts in rows.values_list("pk", "chronology_id", "version", *RECORDED).iterator():
        key = str(pk)
        records.append(Record(key, by_id[chronology_id], *facts))
        owners[key] = chronology_id
        hashed.update(f"{key} {version}\n".encode())
    return Seen(chronologies, records, owners, hashed.hexdigest())


def compare(run: Analysis, seen: Seen) -> list[Noticed]:
    """Have the analyst look through what was seen, telling how far it is."""
    from chronology.analysis.analysing import analyse  # noqa: PLC0415 - all it knows is loaded where it works, not for each page

    return analyse(
        seen.records,
        agencies={key: AgencyFacts(each.agency.name, each.agency.sector) for key, each in seen.chronologies.items()},
        period=period_of(run.integrated) or (None, None),
        thresholds=thresholds_of(run.integrated),
        progress=lambda done, total: _note(run, done, total),
    )


def _note(run: Analysis, done: int, total: int) -> None:
    """How far it is, for the page that shows it; also holds the lease."""
    percent = min(99, done * 100 // total) if total else 0
    if percent > run.percent:
        run.percent = percent
        Analysis.objects.filter(pk=run.pk, stage="comparing").update(percent=percent, held_until=clock.now() + LEASE)


# --- kept ------------------------------------------------------------------------------------------------------


def is_overtaken(run: Analysis) -> bool:
    """Whether a run that was asked for later has come to its end before this one."""
    return run.integrated.analyses.filter(stage="done", asked_at__gt=run.asked_at).exists()


def keep(run: Analysis, integrated: IntegratedChronology, seen: Seen, noticed: Sequence[Noticed]) -> int:
    """Write down what was noticed under its identity; returns the last number that was given."""
    standing = {each.identity: each for each in integrated.proposals.all()}
    found = {each.identity: each for each in noticed}
    changed = [_renewed(standing[identity], each, seen) for identity, each in found.items() if identity in standing]
    fresh = [each for identity, each in found.items() if identity not in standing]
    last = integrated.last_proposal
    new = [
        _renewed(Proposal(integrated=integrated, identity=each.identity, number=number), each, seen)
        for number, each in enumerate(fresh, start=last + 1)
    ]
    Proposal.objects.bulk_create(new, batch_size=BATCH)
    Proposal.objects.bulk_update(changed, KEPT, batch_size=BATCH)
    _let_go(integrated, [each.pk for identity, each in standing.items() if identity not in found])
    _finish(run, integrated, seen, noticed)
    return last + len(new)


KEPT = ("agency", "start", "end", "reasons", "score", "entries", "chronologies", "is_standing")


def _renewed(proposal: Proposal, noticed: Noticed, seen: Seen) -> Proposal:
    proposal.kind, proposal.aspect = noticed.kind, noticed.aspect
    proposal.start, proposal.end, proposal.score = noticed.start, noticed.end, noticed.score
    proposal.agency_id = UUID(noticed.agency) if noticed.agency else None
    proposal.reasons = list(noticed.reasons)
    proposal.entries = [UUID(key) for key in noticed.rows]
    proposal.chronologies = sorted(_rests_on(noticed, seen))
    proposal.is_standing = True
    return proposal


def _rests_on(noticed: Noticed, seen: Seen) -> set[UUID]:
    """Every chronology without which this would not have been noticed."""
    if noticed.kind in RESTS_ON_ALL:
        return {each.pk for each in seen.chronologies.values()}
    own = {seen.chronologies[noticed.agency].pk} if noticed.agency else set()
    return own | {seen.owners[key] for key in noticed.rows}


def _let_go(integrated: IntegratedChronology, missing: list[UUID]) -> None:
    """What is not found any more goes, unless somebody has answered it or asked about it."""
    gone = integrated.proposals.filter(pk__in=missing)
    gone.filter(answers__isnull=True, questions__isnull=True).delete()
    gone.update(is_standing=False)


def _finish(run: Analysis, integrated: IntegratedChronology, seen: Seen, noticed: Iterable[Noticed]) -> None:
    run.stage, run.percent, run.held_until, run.finished_at = "done", 100, None, clock.now()
    run.thresholds = asdict(thresholds_of(integrated))
    run.agencies = [each.agency.name for each in seen.chronologies.values()]
    run.entries, run.sha256 = len(seen.records), seen.sha256
    run.found = dict(Counter(each.kind for each in noticed))
    run.save()


def latest(integrated: IntegratedChronology) -> tuple[Analysis | None, Analysis | None]:
    """The run that is under way, and the last that came to its end."""
    runs: Iterator[Any] = iter(integrated.analyses.filter(stage__in=["waiting", "comparing", "done", "failed"])[:10])
    listed = list(runs)
    return next((each for each in listed if each.is_under_way), None), next(
        (each for each in listed if not each.is_under_way), None
    )
