"""The floor page: the least that a page of this stack costs. Only the bench serves it, and tells in headers what a page cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casework.models import LogEntry

ROWS = 50
ADDRESS = "bench/floor/"
QUERIES = "X-Queries"
PROCESSOR = "X-Processor-Microseconds"


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """A session, a person, one query, and a table of fifty rows."""
    return render(request, "bench/floor.html", {"rows": LogEntry.objects.order_by("pk")[:ROWS]})


class CountQueries:
    """Says in headers how many statements a page sent to the database, and how long it kept a processor busy in Python."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        count, began = Count(), time.thread_time_ns()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response.headers[QUERIES] = str(count.statements)
        response.headers[PROCESSOR] = str((time.thread_time_ns() - began) // 1_000)
        return response


class Count:
    """Stands between Django and the database and counts."""

    def __init__(self) -> None:
        self.statements = 0

    def __call__(self, execute: Callable[..., Any], *statement: Any) -> Any:
        self.statements += 1
        return execute(*statement)
