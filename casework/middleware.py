"""Turns the house's refusals into answers: 404, 403, 409."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import render, resolve_url
from django.template.loader import render_to_string

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
            return not_found(request)
        if isinstance(exception, Forbidden):
            return render(request, "403.html", status=403)
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


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What is hidden and what never was: the same bytes, whoever asks."""
    return HttpResponseNotFound(_not_found(settings.DEMO))


@cache
def _not_found(is_demo: bool) -> str:
    return render_to_string("404.html", {"demo": is_demo})
