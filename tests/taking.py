"""How long something takes of the processor, whatever else the tests have left in memory."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float, what: str = "") -> Iterator[None]:
    """Fail where the body takes longer.

    No garbage is looked for meanwhile: the tests have far more of it than a process that reads one file.
    """
    gc.disable()
    start = time.process_time()
    try:
        yield
        assert time.process_time() - start < seconds, what
    finally:
        gc.enable()
