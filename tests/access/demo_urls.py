"""The addresses where CHAPTER8_DEMO is set: those of any installation, and the one by which one becomes one of the cast."""

from django.urls import include, path

from config.urls import urlpatterns as everywhere

urlpatterns = [*everywhere, path("demo/", include("demo.urls"))]
