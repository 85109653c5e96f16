"""What every test may ask for."""

from tests.database import django_db_setup, fresh_database, kept, live_stack

__all__ = ["django_db_setup", "fresh_database", "kept", "live_stack"]
