"""Sets one HTML text as a PDF, in a process of its own: standard input in, standard output out.

``python -m overview.printing MEMORY SECONDS`` knows nothing of the house: no settings, no database, no secret. Whatever
a text tries to fetch is refused, and what takes more memory (bytes) or processor time than given ends with the process.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

STYLES = Path(__file__).resolve().parent.parent / "static" / "css" / "report.css"


def bound(memory: int, seconds: int) -> None:
    """Take away from this process what it must not use: it writes no file, and ends when it takes too much."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def set_as_pdf(html: str) -> tuple[int, bytes]:
    """The number of pages and the PDF of a text that brings everything with it: tagged (PDF/UA-1), nothing fetched."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - its libraries are loaded under the bounds
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - the same

    fetcher = URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    styles = CSS(string=STYLES.read_text(), url_fetcher=fetcher)
    laid_out = HTML(string=html, url_fetcher=fetcher).render(stylesheets=[styles], pdf_variant="pdf/ua-1")
    return len(laid_out.pages), laid_out.write_pdf(pdf_variant="pdf/ua-1")


def main() -> None:
    """Set what comes in; what goes out is a line with the number of pages, then the PDF."""
    memory, seconds = map(int, sys.argv[1:])
    bound(memory, seconds)
    pages, pdf = set_as_pdf(sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(f"{pages}\n".encode() + pdf)


if __name__ == "__main__":
    main()
