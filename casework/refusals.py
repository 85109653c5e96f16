"""How the house says no: hidden, forbidden, blocked with sentences, or outdated."""

from __future__ import annotations

from typing import Any, NoReturn


class Refusal(Exception):
    """An act that did not happen. Nothing was changed; the refusal itself is logged, once."""

    kind = "refused"
    is_logged = False

    def __init__(self, *sentences: str, about: Any = None, act: str = "") -> None:
        super().__init__(*sentences)
        self.sentences = list(sentences)
        self.about = about
        self.act = act


class Hidden(Refusal):
    """The thing does not exist for this person: answered with 404, the same bytes as for nothing at all."""

    kind = "hidden"


class Forbidden(Refusal):
    """The person may see the thing but not do this to it: answered with 403."""

    kind = "forbidden"


class Blocked(Refusal):
    """The act cannot happen now, for the reasons given: answered with 409 and those sentences."""

    kind = "blocked"


class Outdated(Refusal):
    """Somebody saved this text since it was opened: answered with 409 and both texts.

    ``theirs`` is what stands now, ``yours`` what was typed, ``version`` the number to save on top of.
    """

    kind = "outdated"

    def __init__(self, *, about: Any, theirs: str, yours: str, version: int, act: str = "") -> None:
        super().__init__("Somebody else changed this text while you were writing.", about=about, act=act)
        self.theirs = theirs
        self.yours = yours
        self.version = version


def refuse(*sentences: str) -> NoReturn:
    """Stop the act that is under way and say why."""
    raise Blocked(*sentences)
