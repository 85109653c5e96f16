from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    name = "chronology"
    verbose_name = "Chronology"
    default_auto_field = "django.db.models.BigAutoField"

    def bring_up_to_date(self) -> int:
        """What cases of an earlier version lack: see ``casework.upgrading``."""
        from chronology import opening  # noqa: PLC0415 - there are no models yet when apps are named

        return opening.open_what_is_missing()
