"""Whom a form of address with a surname alone means, where several bear the name."""

from __future__ import annotations

import pytest

from chronology.analysis.naming import find_people

OFTEN = ["Talked with Joyce Reed of the dog.", "Rang Joyce Reed.", "Met Joyce Reed and Paul Reed.", "Rang Gwen Reed."]


@pytest.mark.parametrize(
    ("texts", "words", "who"),
    [
        (["Saw Mrs Joyce Reed."], "Asked Ms Reed in.", "gwen reed"),
        (["Saw Mrs Joyce Reed. Saw Aunt Gwen."], "Asked Mr Reed in.", "paul reed"),
        (["Saw Mr Paul Reed."], "Asked Mr Reed in.", "paul reed"),
        (["Saw her nan Joyce Reed and her aunt Gwen Reed, her uncle Paul Reed."], "Asked Mr Reed in.", "paul reed"),
        (["Saw nan Joyce Reed, aunt Gwen Reed and sister Paul Reed."], "Asked Mr Reed in.", "reed"),
        (["It rained."], "Asked Mr Reed in.", "joyce reed"),
    ],
    ids=["another Mrs", "two women", "called so", "by what they are", "nobody who is named", "the one named most often"],
)
def test_a_form_of_address_with_a_surname_means_whom_it_may(texts: list[str], words: str, who: str) -> None:
    people, named, _, _ = find_people([*OFTEN, *texts, words])
    assert named[-1] == (who,)
    assert people.named_in(words) == (who,)


def test_a_surname_alone_of_the_family_is_nobody_at_work() -> None:
    texts = [*(f"Talked with Joyce Reed and Lucy Reed (7), round {count}." for count in range(3)), "Saw Aunt Joyce."]
    texts += ["Core group. Present: Mr Reed, Dr Ann Moss, Tom Wild."] * 2 + ["Talked with PC M Voss, Lee Voss (6)."] * 3
    people = find_people(texts)[0]
    assert "reed" not in people.professionals
    assert "voss" in people.professionals
