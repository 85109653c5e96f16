"""Turns the house's refusals into answers: 404, 403, 409."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from agencies.models import Person
from casework import log
from casework.refusals import Forbidden, Hidden, Outdated, Refusal
from casework.typed import texts_in

REDIRECT = 302


class Refusals:
    """A verb that refuses needs no ``try`` in the view: the answer is always the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """What is hidden is not there; what is forbidden says so; what is blocked says why. Each leaves its entry."""
        if isinstance(exception, Refusal) and isinstance(request.user, Person):
            log.refused(exception, by=request.user)
        if isinstance(exception, Hidden):
            return _as(Http404(), request)
        if isinstance(exception, Forbidden):
            return _as(PermissionDenied(), request)
        if isinstance(exception, Outdated):
            facts = {"theirs": exception.theirs, "yours": exception.yours, "version": exception.version}
            return render(request, "components/outdated.html", facts | {"action": request.path}, status=409)
        if isinstance(exception, Refusal):
            return render(request, "409.html", {"sentences": exception.sentences}, status=409)
        return None


class SignedOut:
    """Whoever was signed out while they wrote gets their words back, and is not led on to a page that has lost them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        is_led_away = answer.status_code == REDIRECT and answer["Location"].startswith(resolve_url(settings.LOGIN_URL))
        if is_led_away and "X-Autosave" not in request.headers and texts_in(request.POST):
            return render(request, "signed_out.html", {"sign_in": answer["Location"]}, status=403)
        return answer


def _as(exception: Exception, request: HttpRequest) -> HttpResponse:
    from django.core.handlers.exception import response_for_exception  # noqa: PLC0415 - Django's own answer to it

    response: HttpResponse = response_for_exception(request, exception)
    return response
