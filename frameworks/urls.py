from django.urls import path

from frameworks import views

app_name = "frameworks"

urlpatterns = [
    path("guide/", views.packs, name="packs"),
    path("guide/<slug:code>/", views.pack, name="pack"),
]
