"""Log lines can be collected by anybody, so they hold no words of a case and cannot be forged."""

import json
import logging

import pytest

from config.logs import JsonLine, request_id


def line(message, *args, exc_info=None):
    record = logging.LogRecord("casework", logging.WARNING, __file__, 1, message, args, exc_info)
    return JsonLine().format(record)


def test_one_event_is_one_line_whatever_it_says():
    said = line("saved %s", 'a\nb\r\x1b[31m"}')
    assert len(said.splitlines()) == 1
    assert json.loads(said)["says"] == 'saved a\nb\r\x1b[31m"}'


def test_error_is_named_with_its_place_but_not_with_its_words():
    with pytest.raises(ValueError, match="Tuesday") as caught:
        int("Child A was seen on Tuesday")
    said = line("failed", exc_info=(caught.type, caught.value, caught.tb))
    event = json.loads(said)
    assert event["error"] == "ValueError"
    assert "test_logs.py" in event["where"]
    assert "Tuesday" not in said


def test_request_is_named():
    token = request_id.set("f00d")
    try:
        assert json.loads(line("x"))["request"] == "f00d"
    finally:
        request_id.reset(token)
    assert "request" not in json.loads(line("x"))
