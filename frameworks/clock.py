"""What time it is: the one place the whole house asks.

Instants are UTC; days are days in Europe/London, where deadlines are promised and kept. The demonstration and the
tests live through months of a review in a few seconds: inside ``travelling(to)`` the clock stands at that instant,
for the code called there and for nobody else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_stands_at: ContextVar[datetime | None] = ContextVar("clock_stands_at", default=None)


def now() -> datetime:
    """This instant, in UTC."""
    return _stands_at.get() or datetime.now(UTC)


def today() -> date:
    """The day it is in London: 23:30 UTC on 30 June is already 1 July there."""
    return now().astimezone(LONDON).date()


@contextmanager
def travelling(to: datetime) -> Iterator[None]:
    """Live at the instant ``to``, which must say its time zone, until the block ends."""
    if to.tzinfo is None:
        message = f"{to.isoformat()} does not say its time zone."
        raise ValueError(message)
    token = _stands_at.set(to.astimezone(UTC))
    try:
        yield
    finally:
        _stands_at.reset(token)
