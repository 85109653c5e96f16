"""The demonstration's settings, with the floor page and a count of what each page asks the database."""

from config.settings import *  # noqa: F403 - all of them, and a few different
from config.settings import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [*INSTALLED_APPS, "bench"]
MIDDLEWARE = ["bench.floor.CountQueries", *MIDDLEWARE]
ROOT_URLCONF = "bench.urls"
