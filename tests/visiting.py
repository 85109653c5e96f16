"""Opening pages as somebody of the cast, without a browser."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Person

MOST_QUERIES = 20


def as_(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(person, backend="casework.sign_in.ByEMail")
    return client


def words(answer: Any) -> str:
    """What a page says, its tags taken away."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def day(name: str, on: date) -> dict[str, str]:
    """A day as the three boxes send it."""
    return {f"{name}_0": str(on.day), f"{name}_1": str(on.month), f"{name}_2": str(on.year)}


def title(answer: Any) -> str:
    """What the browser's tab says."""
    found = re.search(r"<title>(.*?)</title>", answer.content.decode(), re.DOTALL)
    assert found
    return " ".join(unescape(found[1]).split())


def questions(client: Client, url: str) -> list[str]:
    """The questions that a page asks the database, once it has been opened before."""
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return [(query["sql"] or "prepared")[:160] for query in asked]  # what the database prepared is not told again
