"""What administrators write into the environment."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import database, flag, kept_secret, mail, number, words


@pytest.mark.parametrize(("said", "meant"), [("1", True), ("Yes", True), ("0", False), ("off", False), (" ", False)])
def test_flag(monkeypatch, said, meant):
    monkeypatch.setenv("A_FLAG", said)
    assert flag("A_FLAG") is meant


def test_flag_unset_is_its_default(monkeypatch):
    monkeypatch.delenv("A_FLAG", raising=False)
    assert flag("A_FLAG", default=True) is True


def test_words(monkeypatch):
    monkeypatch.setenv("HOSTS", "one.example, two.example,,")
    assert words("HOSTS") == ["one.example", "two.example"]


def test_number_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("MINUTES", "soon")
    with pytest.raises(ImproperlyConfigured, match=r"^MINUTES must be a whole number, not 'soon'\.$"):
        number("MINUTES", 15)


def test_database_over_the_network():
    assert database("postgresql://c8:p%40ss@db.example:5433/reviews?sslmode=verify-full") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "reviews",
        "USER": "c8",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "verify-full"},
    }


def test_database_over_a_socket():
    found = database("postgresql://c8@/reviews?host=%2Frun%2Fc8")
    assert (found["HOST"], found["USER"], found["NAME"], found["OPTIONS"]) == ("/run/c8", "c8", "reviews", {})


def test_other_databases_are_refused():
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL is not a PostgreSQL URL\.$"):
        database("mysql://localhost/reviews")


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtp://post.example", 25, False, False),
        ("smtps://post.example", 465, True, False),
        ("smtp+tls://post.example:2525", 2525, False, True),
    ],
)
def test_mail(url, port, ssl, tls):
    found = mail(url)
    assert (found["EMAIL_PORT"], found["EMAIL_USE_SSL"], found["EMAIL_USE_TLS"]) == (port, ssl, tls)


def test_mail_with_a_password():
    found = mail("smtps://board%40x.example:p%2Fw@post.example")
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("board@x.example", "p/w")


def test_unknown_mail_is_refused():
    with pytest.raises(ImproperlyConfigured):
        mail("http://post.example")


def test_secret_is_made_once_and_is_private(tmp_path):
    made = kept_secret(tmp_path / "new" / "secret")
    assert len(made) == 64
    assert kept_secret(tmp_path / "new" / "secret") == made
    assert stat.S_IMODE((tmp_path / "new" / "secret").stat().st_mode) == 0o600
