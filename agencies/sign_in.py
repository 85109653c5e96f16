"""Signing in: nobody signs up, and a password alone opens nothing but the page on which the second factor is set up."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


class NobodySignsUp(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """People are added by their board's manager; there is no way in from outside."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SecondFactor:
    """Sends a person who has no second factor to set one up, before any other page (not in the demonstration)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECOND_FACTOR_REQUIRED and request.user.is_authenticated and not self._is_on_the_way(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _is_on_the_way(self, request: HttpRequest) -> bool:
        """Whether the person has a second factor, or is on a page of the account itself."""
        account = reverse("account_login").removesuffix("login/")
        return request.path.startswith((account, settings.STATIC_URL)) or is_mfa_enabled(request.user)
