"""What every test may ask for."""

from tests.browser import browser
from tests.database import django_db_setup, fresh_database, kept, live_stack

__all__ = ["browser", "django_db_setup", "fresh_database", "kept", "live_stack"]
