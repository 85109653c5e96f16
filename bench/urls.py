"""Every address of the house, and the floor page."""

from django.urls import path

from bench import floor
from config.urls import urlpatterns as house

urlpatterns = [*house, path(floor.ADDRESS, floor.page)]
