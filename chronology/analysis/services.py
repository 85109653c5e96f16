"""Which services an agency offers, so that "told social care" or "call from the nursery" finds the agency it means."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from chronology.analysis.records import AgencyFacts, Record
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.vocabulary.services import BY_SECTOR, OF_NAMES, OF_RECORDS, SERVICE
from chronology.analysis.words import fold

# Systems and papers that are one service's own, as they stand in a chronology's column of sources.
OWN_PAPERS = {
    "police": (
        *("niche", "pocket notebook", "command and control", "custody record", "ppn", "crime report"),
        *("athena", "connect", "storm"),
    ),
    "social_care": ("liquidlogic", "mosaic", "lcs", "care director", "eclipse", "case note", "supervision record"),
    "hospital": ("ed card", "pas", "paediatric notes", "cerner", "epic", "ed notes", "discharge letter"),
    "maternity": ("maternity notes", "badgernet", "antenatal"),
    "gp": ("emis", "vision", "practice nurse", "docman", "gp record"),
    "health_visiting": ("red book", "systmone", "rio", "health visitor", "hv record"),
    "school": ("cpoms", "myconcern", "attendance register", "dsl", "sims", "class teacher", "arbor"),
    "nursery": ("nursery", "accident file", "key person", "famly"),
    "probation": ("ndelius", "delius", "oasys", "programme log"),
    "housing": ("tenancy", "asb log", "northgate", "orchard", "rent account", "repairs"),
    "domestic_abuse": ("oasis", "helpline", "marac papers", "modus", "on track"),
    "ambulance": ("epcr", "cad", "patient report form", "prf"),
    "mental_health": ("paris", "carenotes", "camhs"),
}
SAMPLE = 300
# Words of agencies' names that name no agency by themselves.
GENERAL = frozenset(
    """agency agencies service services team trust county council city borough district royal general north south east west
    community centre foundation national local group department office records record notes note chronology extract export log
    events printout final draft version copy system case contact practice medical health care children childrens adult adults
    family families young people hospital hospitals police constabulary school primary secondary academy nursery probation
    housing homes home social mental domestic abuse violence charity ambulance incidents visiting maternity saint saints church
    united kingdom england wales high street road school's review imr report integrated significant details data file files
    association surgery project support help advice working together safeguarding board emergency accident data tenancy drug
    alcohol
    offender offending youth justice early refuge women woman aid recovery""".split()
)
SHORTEST_ALIAS = 5
MOST_SAID = 0.12  # of all records that name an agency by its own name; a name of the family stands in more
# Systems and forms, which name the agency that keeps them no more than any other.
SYSTEMS = frozenset(
    """emis rio lcs cpoms pas cad prf epcr niche imr log gp ed csc das dsl mash camhs ehe send nhs ics pdf msg storm compact
    cris mosaic oasis modus tpp sims pnc acc aed adv final""".split()
)


@dataclass(slots=True)
class Services:
    """The services of each agency, and the agencies of each service."""

    of_agency: dict[str, frozenset[str]] = field(default_factory=dict)
    agencies_of: dict[str, frozenset[str]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Sequence[Record], agencies: Mapping[str, AgencyFacts]) -> Services:
        sources: defaultdict[str, Counter[str]] = defaultdict(Counter)
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for record in records:
            if sources[record.agency].total() < SAMPLE:
                sources[record.agency][fold(f"{record.source} {record.professional}")] += 1
                texts[record.agency].append(f"{record.event} {record.action} {record.outcome}".lower())
        of_agency = {}
        for agency in sorted(sources.keys() | agencies.keys()):
            facts = agencies.get(agency, AgencyFacts(""))
            of_agency[agency] = (
                services_of_name(facts.name)
                or _by_papers(sources[agency])
                or _by_words(texts[agency], facts.sector)
                or frozenset(BY_SECTOR.get(facts.sector, ()))
            )
        agencies_of: defaultdict[str, set[str]] = defaultdict(set)
        for agency, services in of_agency.items():
            for service in services:
                agencies_of[service].add(agency)
        found = cls(of_agency, {service: frozenset(found) for service, found in agencies_of.items()})
        found.aliases = _aliases(agencies)
        return found

    def named_in(self, words: str) -> frozenset[str]:
        """Agencies that are called by their own name, as "=agency"."""
        said = [alias for alias in self.aliases if alias in words]
        return frozenset(f"={self.aliases[alias]}" for alias in said if re.search(rf"\b{re.escape(alias)}", words))

    def settle_aliases(self, texts: Sequence[str], names: Container[str]) -> None:
        """Keep the words that stand in others' words as a name does, and not as a place or somebody's: "told Lighthouse"."""
        for alias in list(self.aliases):
            name = re.compile(rf"(\b(?:in|at|near) )?\b({alias})\b", re.IGNORECASE)
            seen = [match for text in texts if alias in text.lower() for match in name.finditer(text)]
            capital = sum(match.group(2)[0].isupper() for match in seen)
            placed = sum(match.group(1) is not None for match in seen)
            of_somebody = alias in names and len(seen) > MOST_SAID * len(texts)
            if not seen or of_somebody or capital < 0.8 * len(seen) or placed > 0.3 * len(seen):
                del self.aliases[alias]

    def mentioned(self, services: frozenset[str], people: Sequence[str], agency: str) -> bool:
        """Whether words that name these services and people name this agency."""
        if f"={agency}" in services or not services.isdisjoint(self.of_agency.get(agency, ())):
            return True
        return any(self.staff.get(person) == agency for person in people) if people else False

    def named(self, words: str) -> frozenset[str]:
        """The services and agencies that these words name."""
        return SERVICE.names(tokens_of(words)) | self.named_in(words)

    def meant(self, services: frozenset[str], people: Sequence[str], own: str) -> frozenset[str]:
        """The other agencies that words naming these services and people may mean."""
        found = {service[1:] for service in services if service[0] == "="}
        for service in services:
            found |= self.agencies_of.get(service, frozenset())
        found |= {self.staff[person] for person in people if person in self.staff}
        return frozenset(found - {own})


# How fire and rescue services shorten their names: the county's letters before FRS.
FIRE_AND_RESCUE = re.compile(r"[a-z]{1,5}frs")


def services_of_name(name: str) -> frozenset[str]:
    """The services that an agency's own name tells."""
    words = tokens_of(fold(name.replace("_", " ").replace("-", " ")))
    if any(FIRE_AND_RESCUE.fullmatch(word) for word in words):
        return frozenset({"fire"})
    # A council of a district calls itself DC; in others' words that is a detective.
    found = SERVICE.names(tuple(word for word in words if word != "dc"))
    if found & LEARNING:
        return found | OF_NAMES.names(words) & LEARNING
    return found or OF_NAMES.names(words) or OF_RECORDS.names(words)


LEARNING = frozenset({"school", "nursery"})  # "Hill Primary and Day Nursery" is both


# How a crew writes of whom it comes to, and what becomes of them.
OF_A_CREW = re.compile(
    r"\b(?:\d{1,3} ?(?:/12|yrs?|y/?o|y)? ?(?:male|female|m|f|yo[mf])|[mf] ?\d{1,3}|conveyed|conveyance|crew|pre-?alert\w*|rosc"
    r"|obs|discharged (?:at|on) scene|on scene|(?:declined|refused) (?:travel|transport|ed)|own transport|handed over)\b"
)
FEWEST, ENOUGH_OF_THEM = 5, 0.15  # records, and the share of them that read so


def _by_words(texts: Sequence[str], sector: str) -> frozenset[str]:
    """An ambulance service by how its crews write, where neither its name nor its papers say what it is."""
    if sector not in {"", "health", "other"} or len(texts) < FEWEST:
        return frozenset()
    written = sum(OF_A_CREW.search(text) is not None for text in texts)
    return frozenset({"ambulance"}) if written >= ENOUGH_OF_THEM * len(texts) else frozenset()


def _aliases(agencies: Mapping[str, AgencyFacts]) -> dict[str, str]:
    """The words by which one agency alone is called."""
    words_of = {agency: _words_of_name(facts.name.replace("_", " ")) for agency, facts in agencies.items()}
    counted = Counter(word for words in words_of.values() for word in words)
    return {
        word: agency
        for agency, words in sorted(words_of.items())
        for word in sorted(words)
        if counted[word] == 1 and word not in GENERAL
    }


GLUED = re.compile(r"\b([A-Z][a-z]{2,})([A-Z][a-z]{2,})\b")  # "OpenDoor" is called Open Door


def _words_of_name(name: str) -> set[str]:
    """The longer words of a name, two that stand together, and what is written in capital letters: "Open Road", "NMAS"."""
    words = re.findall(r"[a-z][a-z']*", fold(name))
    found = {word for word in words if len(word) >= SHORTEST_ALIAS}
    found |= {f"{one} {other}" for one, other in pairwise(words) if min(len(one), len(other)) > 2 and not {one, other} <= GENERAL}
    found |= {f"{one} {other}".lower() for one, other in GLUED.findall(name)}
    return found | {word.lower() for word in re.findall(r"\b[A-Z]{3,}\b", name) if word.lower() not in SYSTEMS}


def _by_papers(sources: Counter[str]) -> frozenset[str]:
    """The service whose own papers stand in the column of sources most often."""
    counted: Counter[str] = Counter()
    for words, count in sources.items():
        for service, papers in OWN_PAPERS.items():
            if any(f" {paper}" in f" {words}" for paper in papers):
                counted[service] += count
    if not counted:
        return frozenset()
    most = counted.most_common(1)[0][1]
    return frozenset(service for service, count in counted.items() if count >= 0.5 * most)
