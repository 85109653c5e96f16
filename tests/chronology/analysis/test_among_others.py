"""A pair seen among all the others: its best partner, a third record, and words that its own agency hardly ever writes."""

from __future__ import annotations

import datetime as dt

from chronology.analysis.among_others import see_among_others, unusual_words
from chronology.analysis.evidence import Evidence
from chronology.analysis.facts import Facts
from chronology.analysis.records import Record

DAY = dt.date(2031, 5, 6)


def facts(place: int, agency: str, words: str = "kettle tipped over pram") -> Facts:
    return Facts(Record(str(place), agency, DAY, DAY), place, words, words, words, frozenset(words.split()))


def points(*pairs: Evidence) -> list[float]:
    """The pairs' points when each is seen among the others."""
    members = {id(each): each for pair in pairs for each in (pair.first, pair.second)}.values()
    unusual_words(list(members), [[*each.features] for each in members])
    see_among_others(pairs)
    return [pair.points for pair in pairs]


def test_a_word_is_unusual_where_its_own_agency_hardly_ever_writes_it() -> None:
    everyday = [facts(place, "school", "register taken") for place in range(60)]
    told, elsewhere = facts(60, "school", "register taken kettle tipped"), facts(61, "gp", "register taken")
    records = [*everyday, told, elsewhere]
    unusual_words(records, [[*each.features] for each in records])
    assert everyday[0].unusual == 0
    assert told.unusual == elsewhere.unusual > 1


def test_another_partner_in_the_same_agency_takes_from_a_pair_and_a_third_agency_gives_to_it() -> None:
    school, gp, again, ward = facts(0, "school"), facts(1, "gp"), facts(2, "gp"), facts(3, "ward")
    (alone,) = points(Evidence(school, gp, 0.0))
    one, other = points(Evidence(school, gp, 0.0), Evidence(school, again, 0.0))
    assert one == other < alone
    behind, ahead = points(Evidence(school, gp, 0.0), Evidence(school, again, 2.0))
    assert behind < one < ahead - 2.0 < alone
    assert points(Evidence(school, gp, 0.0), Evidence(school, ward, 1.0), Evidence(gp, ward, 1.0))[0] > alone


def test_two_calls_gain_nothing_from_the_others() -> None:
    words = "kettle tipped over pram scald arm cooled tap wrapped film sent ward"
    school, gp = facts(0, "school", words), facts(1, "gp", words)
    assert points(Evidence(school, gp, -1.0))[0] > 0
    assert points(Evidence(school, gp, -1.0, apart=True)) == [-1.0]
