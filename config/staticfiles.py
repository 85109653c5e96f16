"""Which files of the front-end packages are served: what browsers load, not what they were made from, and no crown."""

import re
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig
from django.contrib.staticfiles.storage import StaticFilesStorage as DjangoStaticFilesStorage
from django.core.files.base import ContentFile, File
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesConfig(DjangoStaticFilesConfig):
    ignore_patterns = [
        *DjangoStaticFilesConfig.ignore_patterns,
        "*.d.ts",
        "*.gz",
        "*.json",
        "*.mjs*",
        "*.njk",
        "*.scss*",
        "*.yaml",
        "*.bundle.js*",
        "components/*",
        "ext/*",
        "htmax-*",
        "assets/fonts/*",
        "assets/images/favicon*",
        "assets/images/govuk-*",
        "assets/images/moj-*",
    ]


ABSENT_FONT = re.compile(rb"@font-face\s*\{[^}]*/assets/fonts/[^}]*\}")


class Remembering:
    """Every page names a dozen files, whose addresses never change while the server runs: each is composed once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._addresses: dict[str, str] = {}

    def url(self, name: str, *more: Any) -> str:
        if name not in self._addresses:
            self._addresses[name] = super().url(name, *more)
        return self._addresses[name]


class UncollectedFiles(Remembering, DjangoStaticFilesStorage):
    """Files under their own names, as tests ask for them that need not collect any."""


class StaticFilesStorage(Remembering, CompressedManifestStaticFilesStorage):
    """Files under names that hold their hash."""

    def _save(self, name: str, content: File) -> str:
        """No style sheet asks for the font that the design systems name: it is licensed for gov.uk alone, and is not there."""
        if name.endswith(".css"):
            content = ContentFile(ABSENT_FONT.sub(b"", b"".join(content.chunks())))
        return super()._save(name, content)


class StaticFiles(WhiteNoiseMiddleware):
    """Serves them, and the icons also under /assets/, where the style sheet of the MOJ's components asks for them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_files(finders.find("moj/assets/images"), prefix="assets/images/")
