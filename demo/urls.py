"""Addresses that exist in the demonstration only."""

from django.urls import path

from demo import views

app_name = "demo"

urlpatterns = [path("sign-in/<uuid:pk>/", views.sign_in, name="sign_in")]
