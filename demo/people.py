"""The demonstration's boards, agencies and people. Every one of them is fictional."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from django.contrib.auth.hashers import make_password

from agencies.models import Agency, Board, Listing, Person
from casework import directory

PASSWORD = "fictional demonstration"  # noqa: S105 - the sign-in page of the demonstration offers it to everybody


class Part(NamedTuple):
    """Somebody of the cast: who they are, where they work, what they do for the board as a whole."""

    name: str
    post: str
    agency: str = ""
    role: str = ""
    does: str = ""


AGENCIES = {
    "police": ("Police", "police", True),
    "csc": ("Children’s social care", "local_authority", True),
    "hospital": ("Hospital trust", "health", True),
    "gp": ("GP practice", "health", False),
    "hv": ("Health visiting", "health", True),
    "school": ("School and nursery", "education", True),
    "probation": ("Probation", "probation", True),
    "housing": ("Housing", "housing", True),
    "charity": ("Domestic abuse charity", "voluntary", False),
    "ambulance": ("Ambulance service", "health", True),
}

NORTHSHIRE = {
    "administrator": Part("Ines Okafor", "Systems administrator", role="administrator"),
    "manager": Part("Nadia Brightwell", "Board manager", role="manager", does="runs every review of the board"),
    "chair": Part("Margaret Eastaugh", "Independent chair", role="chair", does="decides, and signs off"),
    "auditor": Part("Gwen Aldous", "Auditor", role="auditor", does="checks that actions changed practice"),
    "panel": Part("Blessing Ekong", "Designated nurse", "hospital", does="panel member for health"),
    "panel_police": Part("Keith Rourke", "Detective Superintendent", "police"),
    "panel_csc": Part("Sunil Varma", "Head of Service, Quality", "csc"),
    "lead_csc": Part("Orla Dunne", "Head of Safeguarding", "csc", "lead", "leads for children’s social care"),
    "lead_police": Part("Hugh Pemberton", "Detective Chief Inspector", "police", "lead"),
    "lead_hospital": Part("Amina Yusuf", "Named nurse", "hospital", "lead"),
    "lead_gp": Part("Dr Colm Reddy", "Named GP", "gp", "lead"),
    "lead_hv": Part("Tessa Marlowe", "Professional lead", "hv", "lead"),
    "lead_school": Part("Joan Whitby", "Education safeguarding lead", "school", "lead"),
    "lead_probation": Part("Anil Sood", "Head of delivery unit", "probation", "lead"),
    "lead_housing": Part("Julie Castleton", "Safeguarding lead", "housing", "lead", "leads for housing, another agency"),
    "lead_charity": Part("Sarah Whitcombe", "Services manager", "charity", "lead"),
    "lead_ambulance": Part("Rhys Cadogan", "Safeguarding practitioner", "ambulance", "lead"),
    "author_csc": Part("Marian Holloway", "Head of Quality Assurance", "csc", does="writes the agency’s report"),
    "signer_csc": Part("Desmond Achebe", "Director of Children’s Services", "csc", does="countersigns for the agency"),
    "author_police": Part("Colin Yardley", "Detective Inspector, Review Team", "police"),
    "signer_police": Part("Fiona Strand", "Assistant Chief Constable", "police"),
    "author_hospital": Part("Roisin Tate", "Named nurse, reviews", "hospital"),
    "signer_hospital": Part("Victor Amadi", "Chief Nurse", "hospital"),
    "author_school": Part("Leonard Speke", "School improvement adviser", "school"),
    "signer_school": Part("Martha Ingleby", "Assistant Director, Education", "school"),
    "author_housing": Part("Petra Hallam", "Head of Governance", "housing"),
    "signer_housing": Part("Simon Ferreira", "Chief Executive", "housing"),
    "author_gp": Part("Dr Leila Moss", "GP partner, quality", "gp"),
    "signer_gp": Part("Dr Owen Parfitt", "Senior partner", "gp"),
    "author_hv": Part("Camille Roy", "Matron, governance", "hv"),
    "signer_hv": Part("Janet Obi", "Director of Nursing", "hv"),
    "author_probation": Part("Malcolm Reid", "Senior officer, reviews", "probation"),
    "signer_probation": Part("Farah Siddiq", "Regional director", "probation"),
    "author_charity": Part("Edith Lark", "Practice lead", "charity"),
    "signer_charity": Part("Monica Strand", "Chair of trustees", "charity"),
    "author_ambulance": Part("Gareth Pugh", "Clinical reviewer", "ambulance"),
    "signer_ambulance": Part("Louise Tan", "Medical director", "ambulance"),
    "overview": Part("Dr Philip Quarmby", "Independent reviewer", does="writes the overview report"),
    "owner": Part("Beth Callow", "Service manager", "csc", does="owns actions"),
}

NINE = ["manager", "chair", "panel", "lead_csc", "author_csc", "signer_csc", "overview", "owner", "auditor"]
ALSO = ["lead_housing"]

WESTERMERE = {
    "administrator": Part("Ines Okafor", "Systems administrator", role="administrator"),
    "manager": Part("Graham Tilley", "Board manager", role="manager", does="runs the second board, strictly apart"),
    "chair": Part("Helen Marsh", "Independent chair", role="chair"),
    "auditor": Part("Patrick Lyle", "Auditor", role="auditor"),
    "panel": Part("Ruth Osei", "Designated doctor", "hospital"),
    "panel_police": Part("Neil Sandford", "Detective Chief Inspector", "police"),
    "panel_csc": Part("Carys Bevan", "Head of Service", "csc"),
    "lead_csc": Part("Liam Doyle", "Head of Safeguarding", "csc", "lead"),
    "lead_police": Part("Mina Farrell", "Detective Inspector", "police", "lead"),
    "lead_hospital": Part("Tom Albright", "Named nurse", "hospital", "lead"),
    "author_csc": Part("Yvonne Keel", "Quality manager", "csc"),
    "signer_csc": Part("Rowan Birch", "Director of Children’s Services", "csc"),
    "overview": Part("Dr Agnes Thorley", "Independent reviewer"),
}


@dataclass
class Troupe:
    """A board with its agencies and people by their keys."""

    board: Board
    agencies: dict[str, Agency] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, part: str) -> Person:
        return self.people[part]


def engage(name: str, prefix: str, area: str, parts: dict[str, Part], agencies: list[str]) -> Troupe:
    """Open a board through the verbs and put its people in their places."""
    domain = f"{area.lower()}.example.test"
    administrator = _person(parts["administrator"], domain, None)
    board = directory.open_board(name=name, prefix=prefix, area=area, nation="england_wales", administrator=administrator)
    troupe = Troupe(board, people={"administrator": administrator})
    manager = troupe.people["manager"] = _person(parts["manager"], domain, None)
    directory.appoint(board, person=manager, role="manager", by=administrator)
    for key in agencies:
        title, sector, is_member = AGENCIES[key]
        name_here = title if area == "Northshire" else f"{area} {title.lower()}"
        troupe.agencies[key] = directory.add_agency(board, name=name_here, sector=sector, is_member=is_member, by=manager)
    for key, part in parts.items():
        if key in troupe.people:
            continue
        person = troupe.people[key] = _person(part, domain, troupe.agencies.get(part.agency))
        if part.role:
            directory.appoint(board, person=person, role=part.role, by=manager)
    return troupe


def _person(part: Part, domain: str, agency: Agency | None) -> Person:
    """Somebody who can sign in with the demonstration's password; the administrator serves both boards."""
    address = ".".join(part.name.removeprefix("Dr ").lower().split()) + f"@{domain}"
    known = Person.objects.filter(name=part.name).first()
    facts = {"name": part.name, "post": part.post, "agency": agency}
    return known or Person.objects.create(email=address, password=_hashed(), **facts)


@cache
def _hashed() -> str:
    """The cast's one password, hashed once: hashing is slow on purpose, and this one is no secret."""
    return make_password(PASSWORD)


def cast() -> list[tuple[Person, str]]:
    """Who may be chosen on the sign-in page: the nine of the walk, a colleague, and the second board's manager."""
    parts = [NORTHSHIRE[key] for key in [*NINE, *ALSO]] + [WESTERMERE["manager"]]
    people = {
        person.name: person for person in Person.objects.filter(name__in=[part.name for part in parts]).select_related("agency")
    }
    return [(people[part.name], part.does) for part in parts if part.name in people]


def is_engaged() -> bool:
    """Whether the demonstration has been built in this database."""
    return Listing.objects.filter(board__prefix="NSCB").exists()
