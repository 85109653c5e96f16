"""A text is read sentence by sentence, and says the same as if it were gone through in one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from chronology.analysis.people import People
from chronology.analysis.reader import Reader
from chronology.analysis.sentences import ALL, places_of, sentences_of
from chronology.analysis.services import Services
from chronology.analysis.vocabulary.phrases import tokens_of
from chronology.analysis.words import informative


@pytest.mark.parametrize(
    "words",
    [
        "seen at home. no concerns. nappy rash on the left side.",
        "weighed thirty. two of them cried. child protection. plan agreed",  # what stands before the stop goes on behind it
        "strategy meeting held. dr. khan of the surgery rang. core group. meeting no. 4 on 3.4.2019...",
        "fever . rash. asthma, and a meeting. ",
        "",
    ],
)
def test_sentences_say_what_their_text_says(words: str) -> None:
    reader = Reader(People(), Services())
    sentences = sentences_of(words)
    stems, pairs = reader._stems(sentences, words)

    assert " ".join(sentence.words for sentence in sentences) == words
    assert stems == informative(words)
    assert pairs == [f"{first} {second}" for first, second in pairwise(stems)]
    assert [token for sentence in sentences for token in sentence.tokens] == [*tokens_of(words)]
    for book in ("kind", "service", "said", "meeting", "gathering"):
        found = [(f"{book}:{each.name}", each.first, each.last) for each in places_of(book, sentences)]
        assert found == [each for each in ALL.matches(tokens_of(words)) if each.name.startswith(f"{book}:")]
