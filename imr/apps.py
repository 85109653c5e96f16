from django.apps import AppConfig


class ImrConfig(AppConfig):
    name = "imr"
    verbose_name = "Agency reports"
    default_auto_field = "django.db.models.BigAutoField"
