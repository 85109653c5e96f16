"""What every answer carries, and when a session ends."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client, override_settings

from config.staticfiles import StaticFilesStorage

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def person(db):
    return get_user_model().objects.create(email="someone@northshire.example")


def is_signed_in(client: Client) -> bool:
    client.get("/no-such-page/")
    return "_auth_user_id" in client.session


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/account/login/", "/no-such-page/"])
def test_headers_of_every_answer(client, address):
    headers = client.get(address).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    assert sorted(headers["Content-Security-Policy"].split("; ")) == [
        "base-uri 'none'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
    ]
    assert re.fullmatch("[0-9a-f]{32}", headers["X-Request-Id"])


@override_settings(SESSION_COOKIE_AGE=15 * 60, SESSION_LONGEST_SECONDS=12 * 3600)
def test_idle_session_ends(client, person):
    with time_machine.travel(NOON, tick=False) as clock:
        client.force_login(person, backend="casework.sign_in.ByEMail")
        assert is_signed_in(client)
        clock.shift(timedelta(minutes=14))
        assert is_signed_in(client)
        clock.shift(timedelta(minutes=14))
        assert is_signed_in(client)
        clock.shift(timedelta(minutes=16))
        assert not is_signed_in(client)


@override_settings(SESSION_COOKIE_AGE=15 * 60, SESSION_LONGEST_SECONDS=12 * 3600)
def test_busy_session_ends_after_the_longest_time(client, person):
    with time_machine.travel(NOON, tick=False) as clock:
        client.force_login(person, backend="casework.sign_in.ByEMail")
        for _ in range(72):
            assert is_signed_in(client)
            clock.shift(timedelta(minutes=10))
        assert is_signed_in(client)
        clock.shift(timedelta(minutes=1))
        assert not is_signed_in(client)


def test_session_in_use_is_noted_at_most_once_a_minute(client, person):
    with time_machine.travel(NOON, tick=False) as clock:
        client.force_login(person, backend="casework.sign_in.ByEMail")
        client.get("/no-such-page/")
        seen = client.session["seen_at"]
        assert seen == NOON.timestamp()
        clock.shift(59)
        client.get("/no-such-page/")
        assert client.session["seen_at"] == seen
        clock.shift(1)
        client.get("/no-such-page/")
        assert client.session["seen_at"] == seen + 60


def test_who_is_shut_out_is_signed_in_no_longer(client, person):
    client.force_login(person, backend="casework.sign_in.ByEMail")
    assert client.get("/")["Location"] == "/account/2fa/totp/activate/"
    type(person).objects.update(is_active=False)
    assert client.get("/")["Location"] == "/account/login/?next=/"


@override_settings(SECOND_FACTOR_REQUIRED=False)
def test_what_is_not_there_says_so_in_the_same_bytes_to_everybody(client, person):
    nothing = client.get("/no-such-page/")
    assert (nothing.status_code, b"Demonstration" in nothing.content) == (404, False)
    client.force_login(person, backend="casework.sign_in.ByEMail")
    assert client.get("/cases/00000000-0000-0000-0000-000000000000/").content == nothing.content
    with override_settings(DEMO=True):
        assert b"Demonstration" in client.get("/no-such-page/").content


def test_no_style_sheet_that_is_served_asks_for_the_font_of_gov_uk(tmp_path: Path) -> None:
    """It is not there; the icons of the editor are, and all that else stands in a sheet stays."""
    sheet = (Path(settings.BASE_DIR) / "node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css").read_bytes()
    assert b"@font-face" in sheet
    collected = StaticFilesStorage(location=tmp_path, base_url="/static/")
    icons = b"@font-face{font-family:Icons;src:url(https://icons.test/icons.woff2)}"
    collected.save("sheet.css", ContentFile(sheet.replace(b"sourceMappingURL", b"") + icons))
    list(collected.post_process({"sheet.css": (collected, "sheet.css")}))
    sheets = [tmp_path / "sheet.css", tmp_path / collected.hashed_files["sheet.css"]]
    for served in (each.read_bytes() for each in sheets):
        assert (b"/assets/fonts/" in served, b".govuk-button" in served, served.endswith(icons)) == (False, True, True)
