"""What a cell of a spreadsheet holds of words, and what not."""

import re

LONGEST = 32_767  # characters
CONTINUES = " […]"
UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def as_held(words: str) -> str:
    """Words as a cell of a spreadsheet holds them: without what no such file may hold, and cut where it ends."""
    clean = UNHELD.sub("", words)
    return clean if len(clean) <= LONGEST else clean[: LONGEST - len(CONTINUES)] + CONTINUES
