"""Sets one HTML text as a PDF, in a process of its own: standard input in, standard output out.

``python -m overview.printing`` knows nothing of the house: no settings, no database, no secret. Whatever a text
tries to fetch is refused, and what takes too long or too much memory ends with the process.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

MEMORY = 512 * 1024 * 1024
PROCESSOR_SECONDS = 30
STYLES = Path(__file__).resolve().parent.parent / "static" / "css" / "report.css"


def bound() -> None:
    """Take away from this process what it must not use."""
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def set_as_pdf(html: str) -> tuple[int, bytes]:
    """The number of pages and the PDF of a text that brings everything with it: tagged (PDF/UA-1), nothing fetched."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - its libraries are loaded under the bounds
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    fetcher = URLFetcher(allowed_protocols=["data"], allow_redirects=False)
    styles = CSS(string=STYLES.read_text(), url_fetcher=fetcher)
    laid_out = HTML(string=html, url_fetcher=fetcher).render(stylesheets=[styles], pdf_variant="pdf/ua-1")
    return len(laid_out.pages), laid_out.write_pdf(pdf_variant="pdf/ua-1")


def main() -> None:
    """Set what comes in; what goes out is a line with the number of pages, then the PDF."""
    bound()
    pages, pdf = set_as_pdf(sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(f"{pages}\n".encode() + pdf)


if __name__ == "__main__":
    main()
