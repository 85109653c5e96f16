"""One event, one line of JSON. Never a body, a value from a form or the message of an error: those may hold a case."""

import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

import msgspec

request_id: ContextVar[str] = ContextVar("request_id", default="")


class JsonLine(logging.Formatter):
    """The time, the level, who speaks, the sentence and the request; of an error its kind and where it arose."""

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": record.getMessage(),
        }
        if request_id.get():
            event["request"] = request_id.get()
        if record.exc_info and record.exc_info[0]:
            kind, _, trace = record.exc_info
            event["error"] = kind.__name__
            event["where"] = " < ".join(
                f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(traceback.extract_tb(trace))
            )
        return msgspec.json.encode(event).decode()
