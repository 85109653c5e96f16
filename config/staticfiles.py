"""Which files of the front-end packages are served: what browsers load, not what they were made from, and no crown."""

from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig
from whitenoise.middleware import WhiteNoiseMiddleware


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


class StaticFiles(WhiteNoiseMiddleware):
    """Serves them, and the icons also under /assets/, where the style sheet of the MOJ's components asks for them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_files(finders.find("moj/assets/images"), prefix="assets/images/")
