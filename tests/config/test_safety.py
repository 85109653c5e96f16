"""An unsafe installation does not start, and says everything that is wrong with it at once."""

import os
import subprocess
import sys

import pytest

from config.safety import unsafe
from tests.database import ROOT

STRONG = "kX9-vQ2_mT7wZr4LpB8nHc3JdF6gYs1aUe5oRi0tWqEzVbNxMkPlS"
SAFE_SETTINGS = {
    "DEBUG": False,
    "SECRET_KEY": STRONG,
    "SITE_URL": "https://reviews.northshire.example",
    "ALLOWED_HOSTS": ["reviews.northshire.example"],
    "SECOND_FACTOR_REQUIRED": True,
    "DATABASES": {"default": {"HOST": "database", "PASSWORD": "a-password-of-its-own"}},
}
SAFE_ENVIRONMENT = {
    "DATABASE_URL": "postgresql://chapter8:a-password-of-its-own@database/chapter8",
    "REDIS_URL": "redis://redis:6379/0",
    "EMAIL_URL": "smtp+tls://post:secret@post.northshire.example",
    "CHAPTER8_DATA": "/data",
}


def test_safe_settings_are_let_through():
    assert unsafe(SAFE_SETTINGS, SAFE_ENVIRONMENT) == []


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("DEBUG", True, "DEBUG is on: error pages would show case data."),
        ("SECRET_KEY", "", "SECRET_KEY is not set."),
        ("SECRET_KEY", "short", "SECRET_KEY is too weak: use at least 50 random characters."),
        ("SECRET_KEY", "abc" * 20, "SECRET_KEY is too weak: use at least 50 random characters."),
        ("SECRET_KEY", "django-insecure-" + STRONG, "SECRET_KEY is a default one."),
        ("SITE_URL", "", "SITE_URL is not set."),
        ("SITE_URL", "http://reviews.example", "SITE_URL is not https: everything would travel in the clear."),
        ("SITE_URL", "https://reviews.example/c8", "SITE_URL must be an address without a path."),
        ("ALLOWED_HOSTS", [], "ALLOWED_HOSTS is empty."),
        ("ALLOWED_HOSTS", ["*"], "ALLOWED_HOSTS lets any host name in."),
        ("ALLOWED_HOSTS", [".example"], "ALLOWED_HOSTS lets any host name in."),
        (
            "SECOND_FACTOR_REQUIRED",
            False,
            "SECOND_FACTOR_REQUIRED is off: a password alone would open case files.",
        ),
        (
            "DATABASES",
            {"default": {"HOST": "database", "PASSWORD": "postgres"}},
            "The database password is missing or one that everybody knows.",
        ),
    ],
)
def test_unsafe_setting_is_named(setting, value, sentence):
    assert unsafe(SAFE_SETTINGS | {setting: value}, SAFE_ENVIRONMENT) == [sentence]


@pytest.mark.parametrize("name", sorted(SAFE_ENVIRONMENT))
def test_missing_service_is_named(name):
    assert unsafe(SAFE_SETTINGS, SAFE_ENVIRONMENT | {name: ""}) == [f"{name} is not set."]


def test_a_socket_needs_no_password():
    socket = {"default": {"HOST": "/run/postgresql", "PASSWORD": ""}}
    assert unsafe(SAFE_SETTINGS | {"DATABASES": socket}, SAFE_ENVIRONMENT) == []


def start(tmp_path, **environment):
    """Starts Django as a real installation would, in a process with nothing but the given environment."""
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_bare_start_is_refused_with_everything_that_is_missing(tmp_path):
    refused = start(tmp_path, CHAPTER8_DATA=str(tmp_path))
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-7:] == [
        "django.core.exceptions.ImproperlyConfigured: Chapter Eight does not start with unsafe settings:",
        "- SECRET_KEY is not set.",
        "- SITE_URL is not set.",
        "- ALLOWED_HOSTS is empty.",
        "- DATABASE_URL is not set.",
        "- REDIS_URL is not set.",
        "- EMAIL_URL is not set.",
    ]


def test_safe_start_succeeds(tmp_path):
    environment = SAFE_ENVIRONMENT | {
        "CHAPTER8_DATA": str(tmp_path),
        "SECRET_KEY": STRONG,
        "SITE_URL": "https://reviews.northshire.example",
        "ALLOWED_HOSTS": "reviews.northshire.example",
    }
    assert start(tmp_path, **environment).stderr == ""
