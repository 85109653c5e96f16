"""Who knew what, when: from when on a fact was held, by whom, what lay elsewhere, and how it travelled."""

from __future__ import annotations

from datetime import date

from chronology.analysis import Record
from chronology.knowing import Fact, Knowledge, facts_of, holdings, journeys, knowledge_of


def march(day: int) -> date:
    return date(2021, 3, day)


def record(key: str, agency: str, start: int, end: int | None = None, known: int | None = None) -> Record:
    return Record(key, agency, march(start), march(end or start), known_on=march(known) if known else None)


def test_an_agency_holds_a_fact_from_the_day_it_came_to_know_or_it_is_inferred() -> None:
    assert knowledge_of(record("a", "A", 3, known=9)) == Knowledge("a", "A", march(9), is_inferred=False)
    assert knowledge_of(record("a", "A", 3)) == Knowledge("a", "A", march(3), is_inferred=True)
    assert knowledge_of(record("a", "A", 1, 20)) == Knowledge("a", "A", march(20), is_inferred=True)
    assert knowledge_of(record("a", "A", 9, known=3)) == Knowledge("a", "A", march(9), is_inferred=True)


SEEN = record("a1", "A", 3)
RECEIVED = record("b1", "B", 3, known=12)
OWN = record("b2", "B", 5)
LATE = record("c1", "C", 4, known=28)


def test_rows_of_one_event_are_one_fact_with_the_first_knowledge_of_each_agency() -> None:
    again = record("b3", "B", 3, known=20)
    [fact] = facts_of([again, RECEIVED, SEEN], [["a1", "b1", "b3"]])
    assert [(known.key, known.on, fact.lag(known)) for known in fact.known] == [("a1", march(3), 0), ("b1", march(12), 9)]
    assert (fact.start, fact.end) == (march(3), march(3))
    apart = facts_of([record("a", "A", 3), record("b", "B", 7)], [["a", "b"]])
    assert [(each.start, each.end) for each in apart] == [(march(3), march(7))]


def keys(facts: list[Fact]) -> list[str]:
    return [fact.first.key for fact in facts]


def test_what_each_agency_held_on_a_day_what_lay_elsewhere_and_what_it_learned_later() -> None:
    facts = facts_of([SEEN, RECEIVED, OWN, LATE], [["a1", "b1"]])
    by_agency = {each.agency: each for each in holdings(facts, march(6), ["A", "B", "C", "D"])}
    assert [each.counts["elsewhere"] for each in by_agency.values()] == [len(each.elsewhere) for each in by_agency.values()]
    assert [(keys(each.held), keys(each.elsewhere), keys(each.later)) for each in by_agency.values()] == [
        (["a1"], ["b2"], []),
        (["b2"], ["a1"], ["a1"]),
        ([], ["a1", "b2"], ["c1"]),
        ([], ["a1", "b2"], []),
    ]


def test_on_the_day_itself_it_is_known_and_what_is_still_to_come_is_no_hindsight() -> None:
    facts = facts_of([SEEN, RECEIVED, OWN, LATE], [["a1", "b1"]])
    held = {each.agency: (keys(each.held), keys(each.later)) for each in holdings(facts, march(3), ["A", "B", "C"])}
    assert held == {"A": (["a1"], []), "B": ([], ["a1"]), "C": ([], [])}
    assert [keys(each.held) for each in holdings(facts, march(12), ["B"])] == [["a1", "b2"]]


def test_only_what_went_from_one_to_another_or_came_late_has_travelled() -> None:
    assert keys(journeys(facts_of([SEEN, RECEIVED, OWN, LATE], [["a1", "b1"]]))) == ["a1", "c1"]
