"""Sets one HTML text as a PDF, in a process of its own: standard input in, standard output out.

``python -m casework.printing STYLES MEMORY SECONDS`` knows nothing of the house: no settings, no database, no secret.
Whatever a text tries to fetch is refused, and what takes more memory (bytes) or processor time than given ends with the
process. ``printed`` starts it, and is what the house calls.
"""

from __future__ import annotations

import gc
import logging
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "static" / "css"
FAILED = "The PDF could not be made. Ask for it again; if it fails again, tell whoever runs Chapter Eight."
TOO_LONG = "The report is too long to be made into one PDF. Tell whoever runs Chapter Eight."


@dataclass(frozen=True)
class Bounds:
    """What the process that sets one PDF may use: bytes of memory, seconds of processor, seconds on the clock."""

    memory: int = 512 * 1024 * 1024
    processor: int = 30
    clock: float = 60.0


class NotPrinted(Exception):
    """The process that sets PDFs ended without one; the argument is the sentence for people."""


def printed(html: str, bounds: Bounds = Bounds(), *, styles: str = "report.css", too_long: str = TOO_LONG) -> tuple[int, bytes]:
    """The number of pages and the PDF, set by a process with bounded time and memory that holds none of the house's secrets."""
    command = [sys.executable, "-m", "casework.printing", styles, str(bounds.memory), str(bounds.processor)]
    environment = {"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "HOME": os.devnull}
    try:
        done = subprocess.run(  # noqa: S603 - our own words; the text goes in as input
            command, input=html.encode(), capture_output=True, timeout=bounds.clock, cwd=ROOT, env=environment, check=True
        )
    except subprocess.TimeoutExpired as late:
        raise NotPrinted(too_long) from late
    except subprocess.CalledProcessError as failure:
        logger.exception("printing ended with %s", failure.returncode)
        raise NotPrinted(too_long if failure.returncode < 0 else FAILED) from failure
    pages, _, pdf = done.stdout.partition(b"\n")
    return int(pages), pdf


def bound(memory: int, seconds: int) -> None:
    """Take away from this process what it must not use: it writes no file, and ends when it takes too much."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def set_as_pdf(html: str, styles: str) -> tuple[int, bytes]:
    """The number of pages and the PDF of a text that brings everything with it: tagged (PDF/UA-1), nothing fetched."""
    from weasyprint import CSS  # noqa: PLC0415 - its libraries are loaded under the bounds
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - the same

    from casework.paper import Paper  # noqa: PLC0415 - the same

    fetcher = URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    sheet = CSS(string=(STYLES / Path(styles).name).read_text(), url_fetcher=fetcher)
    laid_out = Paper(html, fetcher).render(stylesheets=[sheet], pdf_variant="pdf/ua-1")
    return len(laid_out.pages), laid_out.write_pdf(pdf_variant="pdf/ua-1")


def main() -> None:
    """Set what comes in; what goes out is a line with the number of pages, then the PDF."""
    styles, memory, seconds = sys.argv[1:]
    bound(int(memory), int(seconds))
    gc.disable()  # it ends when it is done: looking for what could be let go would take a fifth of its time
    pages, pdf = set_as_pdf(sys.stdin.buffer.read().decode(), styles)
    sys.stdout.buffer.write(f"{pages}\n".encode() + pdf)


if __name__ == "__main__":
    main()
