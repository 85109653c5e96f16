"""What somebody wrote in a form that could not be taken."""

from __future__ import annotations

from django.http import QueryDict

A_SENTENCE = 40  # characters: shorter answers are soon given again
SECRETS = ("csrfmiddlewaretoken", "password", "login", "code")  # and whatever has one of them in its name


def texts_in(sent: QueryDict) -> list[str]:
    """The texts among what was sent that would be a loss: longer than a sentence, in the order of the form."""
    given = [text.strip() for name in sent if not _is_secret(name) for text in sent.getlist(name)]
    return [text for text in given if len(text) > A_SENTENCE and " " in text]


def _is_secret(name: str) -> bool:
    return any(secret in name for secret in SECRETS)
