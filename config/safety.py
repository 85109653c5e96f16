"""Outside the demo an unsafe setting stops the start and is named."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

SHORTEST_SECRET = 50
FEWEST_DIFFERENT_CHARACTERS = 10
WELL_KNOWN_PASSWORDS = {"", "admin", "changeme", "chapter8", "password", "postgres", "secret"}


def unsafe(settings: Mapping[str, Any], environment: Mapping[str, str]) -> list[str]:
    """One sentence for each setting that a real installation must not start with."""
    return [
        *_about_secrets(settings),
        *_about_the_address(settings),
        *_about_the_services(settings, environment),
    ]


def refuse_unsafe(settings: Mapping[str, Any], environment: Mapping[str, str]) -> None:
    """Raises ImproperlyConfigured with every sentence, so that an administrator mends all in one go."""
    found = unsafe(settings, environment)
    if found:
        raise ImproperlyConfigured("Chapter Eight does not start with unsafe settings:\n- " + "\n- ".join(found))


def _about_secrets(settings: Mapping[str, Any]) -> list[str]:
    found = []
    secret = settings["SECRET_KEY"]
    if settings["DEBUG"]:
        found.append("DEBUG is on: error pages would show case data.")
    if not secret:
        found.append("SECRET_KEY is not set.")
    elif len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_DIFFERENT_CHARACTERS:
        found.append(f"SECRET_KEY is too weak: use at least {SHORTEST_SECRET} random characters.")
    elif secret.startswith("django-insecure"):
        found.append("SECRET_KEY is a default one.")
    return found


def _about_the_address(settings: Mapping[str, Any]) -> list[str]:
    found = []
    site = urlsplit(settings["SITE_URL"])
    if not site.hostname:
        found.append("SITE_URL is not set.")
    elif site.scheme != "https":
        found.append("SITE_URL is not https: everything would travel in the clear.")
    elif site.path.strip("/"):
        found.append("SITE_URL must be an address without a path.")
    if not settings["ALLOWED_HOSTS"]:
        found.append("ALLOWED_HOSTS is empty.")
    elif any(host.startswith(("*", ".")) for host in settings["ALLOWED_HOSTS"]):
        found.append("ALLOWED_HOSTS lets any host name in.")
    return found


def _about_the_services(settings: Mapping[str, Any], environment: Mapping[str, str]) -> list[str]:
    found = [
        f"{name} is not set." for name in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL", "CHAPTER8_DATA") if not environment.get(name)
    ]
    database = settings["DATABASES"]["default"]
    over_the_network = database["HOST"] and not database["HOST"].startswith("/")
    if over_the_network and database["PASSWORD"] in WELL_KNOWN_PASSWORDS:
        found.append("The database password is missing or one that everybody knows.")
    if not settings["SECOND_FACTOR_REQUIRED"]:
        found.append("SECOND_FACTOR_REQUIRED is off: a password alone would open case files.")
    return found
