"""What holds for every request: a number to quote, nothing left in caches, sessions that end."""

import time
import uuid
from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from config.logs import request_id

Answer = Callable[[HttpRequest], HttpResponse]
SEEN_EVERY = 60  # seconds between two notes that a session is in use: a write for each request would be waste


def client_address(request: HttpRequest) -> str | None:
    """The address behind the trusted proxies, the same one for every limit on attempts; none where nobody connected."""
    if "REMOTE_ADDR" not in request.META:
        return None
    return get_adapter().get_client_ip(request)


class RequestId:
    """Gives each request a number that the person sees on an error page and the administrator finds in the logs."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.id = uuid.uuid4().hex
        token = request_id.set(request.id)
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(token)
        response.headers["X-Request-Id"] = request.id
        return response


class KeepPrivate:
    """No page stays in a browser or a proxy, and none may use the camera, the microphone or the place."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        return response


class SessionLimits:
    """Ends a session that lay idle or grew too old; the idle limit is the age of the stored session itself."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "_auth_user_id" in request.session:
            self._judge(request, now=int(time.time()))
        return self.get_response(request)

    def _judge(self, request: HttpRequest, now: int) -> None:
        began = request.session.setdefault("began_at", now)
        if now - began > settings.SESSION_LONGEST_SECONDS:
            logout(request)
        elif now - request.session.get("seen_at", 0) >= SEEN_EVERY:
            request.session["seen_at"] = now
