"""Whose staff somebody is, as far as words tell: "Ms Baker visited" is one's own, "visit with Ms Baker" another's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from chronology.analysis.people import Mention, Piece
from chronology.analysis.services import Services
from chronology.analysis.vocabulary.services import SERVICE

# Whoever is named behind one of these, where the sentence begins with it, is somebody whom the writer turned to or heard from.
TURNED_TO = frozenset(
    """rang phoned telephoned emailed e-mailed told informed called call message letter email e-mail text texted contacted copied
    notified asked updated wrote spoke discussed liaised joint accompanied referral referred reply request sent""".split()
)
BESIDE = frozenset({"with", "alongside"})
SAYS = frozenset(
    """rang phoned telephoned emailed e-mailed called told tells let says said reports reported confirmed confirms advised advises
    informed wrote writes messaged texted asked asks on has from at of""".split()
)
BEHIND = frozenset({"(", "from", "at", "of"})
FAR = 3  # words
ROLE_WEIGHT = 2
FEWEST, MARGIN = 2, 1
OFTEN, MOSTLY = 3, 0.6  # times that an agency must name somebody, and its share of all times
CROWD = 4  # people in one record, from which on it is a list
MOST_MENTIONS = 60  # of one person that are looked at


def learn_staff(
    services: Services,
    agencies: Sequence[str],
    cut: Sequence[Sequence[Piece]],
    mentions: Sequence[Sequence[Mention]],
    own: frozenset[str],
) -> dict[str, str]:
    """The agency of each of those who are there by profession, where the records tell."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for agency, words, found in zip(agencies, cut, mentions, strict=False):
        beginnings = {first: person for person, first, _ in found}
        alone = len(found) < CROWD
        for person, first, last in found:
            if person not in own or named[person].total() >= MOST_MENTIONS:
                continue
            if alone:
                named[person][agency] += 1
            leaning = _leaning(words, first, last, beginnings, own)
            if leaning:
                votes[person][agency] += leaning
            for meant in _by_role(words, first, last, services):
                votes[person][meant] += ROLE_WEIGHT
    return dict(_decided(votes, named))


def _decided(votes: Mapping[str, Counter[str]], named: Mapping[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    """Whom the words lean to; where they lean to none, whoever names them far more often than any other."""
    for person, counts in named.items():
        leaning = votes.get(person, Counter())
        ordered = sorted(leaning.items(), key=lambda item: (-item[1], item[0]))
        second = ordered[1][1] if len(ordered) > 1 else 0
        if ordered and ordered[0][1] >= FEWEST and ordered[0][1] - max(second, 0) >= MARGIN:
            yield person, ordered[0][0]
            continue
        if not counts:
            continue
        agency, most = max(counts.items(), key=lambda item: (item[1], item[0]))
        if most >= OFTEN and most >= MOSTLY * counts.total() and leaning[agency] >= 0:
            yield person, agency


def _leaning(words: Sequence[Piece], first: int, last: int, beginnings: Mapping[int, str], own: frozenset[str]) -> int:
    """+1 where somebody stands as one of the writer's own, -1 where as one of others, else 0."""
    at = first
    while at and words[at - 1].text[0] not in ".!?;\n:":
        at -= 1
    if at == first:
        return 0 if last < len(words) and (words[last].low in SAYS or words[last].text[0] in ":,(&") else 1
    before = words[first - 1].low
    if before in BESIDE or words[at].low in TURNED_TO:
        return -1
    turned_to = before in TURNED_TO or (before in {"to", "for"} and first - at > 1)
    return -1 if turned_to and beginnings.get(at, "") in own else 0


def _by_role(words: Sequence[Piece], first: int, last: int, services: Services) -> Iterator[str]:
    """The agency that a role beside a name means: "DS Baker", "Anne Baker (health visitor)"."""
    near = [word.low for word in words[max(first - FAR, 0) : first]]
    if words[first].low in SERVICE_TITLES:
        near.append(words[first].low)
    named = {each.name for each in SERVICE.matches(near) if each.last == len(near)} if near else set()
    near = []
    if last < len(words) and words[last].low in BEHIND:
        for word in words[last + 1 : last + 1 + FAR]:
            if not word.text[0].isalnum():
                break
            near.append(word.low)
    if near:
        named |= SERVICE.names(near)
    for service in named:
        offering = services.agencies_of.get(service, frozenset())
        if len(offering) == 1:
            yield from offering


SERVICE_TITLES = frozenset({"pc", "dc", "ds", "di", "pcso", "sw", "hv", "mw"})
