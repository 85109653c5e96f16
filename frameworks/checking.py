"""What a file can get wrong in the right shape: codes used twice, names that lead nowhere, contradictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from string import Template
from typing import Any

from msgspec import Struct

from frameworks.facts import Fact, key_of, walk
from frameworks.packs import Pack

Mistake = tuple[str, str]

# What a letter may hold: the board's own words and dates, and of the case nothing but its reference.
PLACEHOLDERS = frozenset(
    {"reference", "board", "chair", "manager", "agency", "recipient", "review", "date", "reply_by", "report"}
)


def mistakes(pack: Pack, packs: Mapping[str, Pack]) -> Iterator[Mistake]:
    """Every mistake in a pack, as its key and the reason why it cannot stand; ``packs`` are all there are."""
    yield from _used_twice(pack)
    yield from _sources(pack)
    yield from _events(pack)
    yield from _timescales(pack)
    yield from _decisions(pack, packs)
    yield from _conversions(pack, packs)
    yield from _letters(pack)
    yield from _profile(pack)
    yield from _grades(pack)
    yield from _publication(pack)


def _used_twice(pack: Pack) -> Iterator[Mistake]:
    for path, thing in walk(pack):
        for field in thing.__struct_fields__:
            value = getattr(thing, field)
            if isinstance(value, tuple):
                yield from _repeated(f"{path}.{field}" if path else field, value)
    for name in ("agency_report", "overview", "summary"):
        yield from _repeated(f"{name}.chapters", getattr(pack, name).sections)
    yield from _repeated("profile", [field for table in pack.profile for field in table.fields])


def _repeated(path: str, things: Iterable[Any]) -> Iterator[Mistake]:
    names = Counter(key_of(thing) if isinstance(thing, Struct) else str(thing) for thing in things)
    yield from ((path, f"uses {name!r} {count} times") for name, count in names.items() if name and count > 1)


def _sources(pack: Pack) -> Iterator[Mistake]:
    sources = {source.name: source for source in pack.sources}
    for path, fact in walk(pack):
        if not isinstance(fact, Fact):
            continue
        if fact.source not in sources:
            yield f"{path}.source", f"cites {fact.source!r}, which is not among the sources"
        elif fact.confirmed and not sources[fact.source].may_confirm:
            yield f"{path}.confirmed", f"should be false: {fact.source!r} was not seen, so it confirms nothing"


def _events(pack: Pack) -> Iterator[Mistake]:
    known = {happening.event for happening in pack.events}
    for path, event in pack.named_events():
        if event not in known:
            yield path, f"names {event!r}, an event that [[events]] has no words for"


def _timescales(pack: Pack) -> Iterator[Mistake]:
    for index, timescale in enumerate(pack.timescales):
        path = f"timescales[{index}]"
        if timescale.starts == timescale.ends:
            yield f"{path}.ends", f"is {timescale.ends!r}, the event that starts it"
        if timescale.unit == "working_day" and timescale.falls:
            yield f"{path}.falls", "has no meaning: a limit in working days cannot end on a closed day"
        if timescale.unit == "month" and timescale.amount == 0:
            yield f"{path}.amount", "is 0, and no months is no limit; for “at once” write 0 days"
    known = {timescale.key for timescale in pack.timescales}
    for index, stage in enumerate(pack.stages):
        for key in stage.limits:
            if key not in known:
                yield f"stages[{index}].limits", f"names {key!r}, and there is no such timescale"


def _decisions(pack: Pack, packs: Mapping[str, Pack]) -> Iterator[Mistake]:
    if not pack.criteria:
        yield "criteria", "is empty: a referral could not be put to any test"
    if not pack.decisions:
        yield "decisions", "is empty: nothing could be decided"
    for index, decision in enumerate(pack.decisions):
        path = f"decisions[{index}]"
        if decision.opens and decision.opens not in packs:
            yield f"{path}.opens", f"names {decision.opens!r}, and there is no such pack"
        if decision.opens and decision.tracked:
            yield f"{path}.tracked", "is true, and yet the decision opens a review, which has its own end"
        if decision.tracked and not decision.outcome:
            yield f"{path}.outcome", "is missing: what is tracked to its end needs a question to end it with"


def _conversions(pack: Pack, packs: Mapping[str, Pack]) -> Iterator[Mistake]:
    for index, conversion in enumerate(pack.converts):
        if conversion.to == pack.code:
            yield f"converts[{index}].to", "is this pack itself"
        elif conversion.to not in packs:
            yield f"converts[{index}].to", f"names {conversion.to!r}, and there is no such pack"


def _letters(pack: Pack) -> Iterator[Mistake]:
    for index, letter in enumerate(pack.letters):
        for field in ("subject", "body"):
            template = Template(getattr(letter, field))
            if not template.is_valid():
                yield f"letters[{index}].{field}", "has a $ that stands for nothing; write $$ for a dollar sign"
            for name in template.get_identifiers():
                if name not in PLACEHOLDERS:
                    yield (
                        f"letters[{index}].{field}",
                        f"asks for ${{{name}}}; a letter can hold only {', '.join(sorted(PLACEHOLDERS))}",
                    )
    known = {letter.key for letter in pack.letters}
    for index, notification in enumerate(pack.notifications):
        if notification.letter not in known:
            yield f"notifications[{index}].letter", f"names {notification.letter!r}, and there is no such letter"


def _profile(pack: Pack) -> Iterator[Mistake]:
    for path, field in walk(pack):
        kind = getattr(field, "kind", "")
        codes = getattr(field, "codes", None)
        if codes is not None and bool(codes) != (kind in {"choice", "choices"}):
            yield f"{path}.codes", f"does not fit its kind, {kind!r}: a choice has codes, and nothing else has"
    factors = {factor.code for factor in pack.factors}
    for index, combination in enumerate(pack.combinations):
        for group, codes in enumerate(combination.all_of):
            for code in codes:
                if code not in factors:
                    yield f"combinations[{index}].all_of[{group}]", f"names {code!r}, and there is no such factor"


def _grades(pack: Pack) -> Iterator[Mistake]:
    if pack.grading is None:
        return
    known = {grade.code for grade in pack.grading.grades}
    for index, descriptor in enumerate(pack.grading.descriptors):
        if descriptor.code not in known:
            yield f"grading.descriptors[{index}].code", f"describes {descriptor.code!r}, and there is no such grade"


def _publication(pack: Pack) -> Iterator[Mistake]:
    if pack.publication.what == "summary" and not pack.summary.chapters:
        yield "summary.chapters", "is empty, and yet the summary is what is published"
    if pack.publication.what == "none" and pack.summary.chapters:
        yield "summary.chapters", "has headings, and yet nothing is published"
