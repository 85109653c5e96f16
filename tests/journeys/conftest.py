"""An installation as it is after set-up, served whole, and people who come to it with browsers of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from playwright.sync_api import Browser

from agencies.models import Person
from tests.database import LiveStack, served
from tests.journeys.others import meanwhile
from tests.journeys.visitor import Arrive, Inspection, Visitor
from tests.makers.cast import PASSWORD, Cast, make_cast
from tests.visiting import as_

NEWCOMER = "owner"
PATIENCE = 20_000  # milliseconds for a page to answer
BOARD = ("TVSCB", "Thornbeck and Vale Safeguarding Children Board")


@pytest.fixture
def cast(fresh_database: str) -> Cast:
    """The board with its agencies and people, as its manager set it up."""
    return make_cast(*BOARD)


@pytest.fixture
def authenticators(cast: Cast) -> dict[str, str]:
    """The secret in the authenticator app of everybody but the newcomer, who has none yet."""
    secrets = {part: generate_totp_secret() for part in cast.people if part != NEWCOMER}
    for part, secret in secrets.items():
        TOTP.activate(cast.people[part], secret)
    return secrets


@pytest.fixture
def installation(authenticators: dict[str, str], fresh_database: str, tmp_path: Path) -> Iterator[LiveStack]:
    with served(fresh_database, CHAPTER8_DATA=str(tmp_path)) as stack:
        yield stack


@pytest.fixture
def inspection(installation: LiveStack) -> Inspection:
    return Inspection(installation.url)


@pytest.fixture
def arrive(
    browser: Browser, cast: Cast, authenticators: dict[str, str], installation: LiveStack, inspection: Inspection
) -> Arrive:
    """Somebody of the cast comes to the site with a browser of their own, signed in before unless they do so now."""

    def arrived(part: str, *, javascript: bool = True, signs_in: bool = False) -> Visitor:
        page = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=javascript).new_page()
        page.set_default_timeout(PATIENCE)
        inspection.attend(page)
        person = cast.people[part]
        secret = authenticators.get(part, "")
        visitor = Visitor(page, person.name, person.email, PASSWORD, secret, inspection, has_javascript=javascript)
        if signs_in:
            visitor.sign_in(installation.url)
        else:
            page.context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": session_of(person), "url": installation.url}]
            )
            visitor.open(installation.url)
        return visitor

    return arrived


def session_of(person: Person) -> str:
    """A session that was opened before."""
    return meanwhile(lambda: as_(person).cookies[settings.SESSION_COOKIE_NAME].value)
