"""How old somebody is by the one and by the other."""

from __future__ import annotations

import re

from chronology.analysis.differences.between import Between, Difference, once_in_case
from chronology.analysis.facts import Case, Facts

OLD = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,})(?: [A-Z][\w'-]+)?(?:,? (?:is |now |just )*(?:aged? )?|,? ?\(|, ?)(?P<years>\d{1,2})"
    r"(?= (?:years?|yrs?|yo)\b(?! ago)|[.,;)]|$|[FM]\b)(?!\.\d|,\d)"
)


def by_age(between: Between) -> Difference | None:
    """One person, of another age by two years or more."""
    if between.first.start != between.second.start and not (between.first.news or between.second.news):
        return None
    mine, theirs = _ages(between.case, between.first), _ages(between.case, between.second)
    for name in sorted(mine.keys() & theirs.keys()):
        if abs(mine[name] - theirs[name]) > 1:
            ages = f"{mine[name]} in {between.name(between.first)}, {theirs[name]} in {between.name(between.second)}"
            return between.told("number", f"The age of {name.title()}: {ages}.", 0.6)
    return None


@once_in_case
def _ages(case: Case, facts: Facts) -> dict[str, int]:
    return {
        match["name"].lower(): int(match["years"])
        for match in OLD.finditer(facts.text)
        if match["name"].lower() in case.people.given and 0 < int(match["years"]) < OLDEST
    }


OLDEST = 90
