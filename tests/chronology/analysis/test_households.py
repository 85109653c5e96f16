"""Who of those named is of the family, and who is there by profession."""

from __future__ import annotations

from chronology.analysis.naming import find_people

LIST = "Conference. Present: Ros Hale, Tina Boyd, Marge Kent, {}."


def test_whose_case_it_is_sits_at_many_meetings_and_is_no_professional() -> None:
    texts = [LIST.format("Anna Reed") for _ in range(6)] + [f"Rang Anna Reed about form {count}." for count in range(20)]
    professionals = find_people(texts)[0].professionals
    assert "anna reed" not in professionals
    assert "tina boyd" in professionals


def test_who_bears_the_name_of_somebody_often_at_home_is_of_the_family() -> None:
    texts = [LIST.format("Gwen Reed") for _ in range(4)] + [f"Rang Anna Reed about form {count}." for count in range(60)]
    assert "gwen reed" not in find_people(texts)[0].professionals
    alone = [LIST.format("Gwen Reed") for _ in range(4)] + [f"Rang Carl Voss about form {count}." for count in range(60)]
    assert "gwen reed" in find_people(alone)[0].professionals


def test_whom_one_agency_alone_names_again_and_again_works_there() -> None:
    own = [f"Played chess at the hub with Noor Said, week {count}." for count in range(12)]
    others = [f"Rang Anna Reed about form {count}." for count in range(24)]
    agencies = ["club"] * 12 + ["care", "school"] * 12
    assert "noor said" in find_people([*own, *others], by_agency=agencies)[0].professionals
    assert "anna reed" not in find_people([*own, *others], by_agency=agencies)[0].professionals
    everywhere = ["club", "care", "school"] * 12
    assert "noor said" not in find_people([*own, *others], by_agency=everywhere)[0].professionals
