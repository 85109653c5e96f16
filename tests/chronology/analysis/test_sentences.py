"""A text is read sentence by sentence, and says the same as if it were gone through in one."""

from __future__ import annotations

import pytest

from chronology.analysis.sentences import ALL, Signs, sentences_of, stems_in
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
    sentences = sentences_of(words)

    signs = Signs.of(sentences)

    assert " ".join(sentence.words for sentence in sentences) == words
    assert stems_in(sentences, words) == informative(words)
    assert signs.words == tokens_of(words)
    found = {(f"{book}:{each.name}", each.first, each.last) for book, named in signs.found.items() for each in named}
    assert found == set(ALL.matches(signs.words))
