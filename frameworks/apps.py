from django.apps import AppConfig

from frameworks.loading import all_packs


class FrameworksConfig(AppConfig):
    name = "frameworks"
    verbose_name = "Kinds of review"

    def ready(self) -> None:
        """Read every pack before anything else happens: with a broken one, nothing starts."""
        all_packs()
