"""Signing in as somebody of the cast and finding the chronology's addresses."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from agencies.models import Person


def as_(person: Person) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def at(name: str, thing: Any) -> str:
    """The address of a page of the chronology about a thing."""
    return reverse(f"chronology:{name}", args=[thing.pk])
